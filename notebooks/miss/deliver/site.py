"""The course as plain files: for any web server, an LMS's file area, a USB stick."""

import hashlib
import json
import shutil
from pathlib import Path

from ..content.load import load_content
from ..course import ROOT, content_folder
from .assets import PAGE, static_files
from .page import STATIC, notebooks, render_page, version

OFFLINE = "offline.js"


def write_site(folder: Path, trainer: bool = True) -> list[Path]:
    """Write every page and what it loads; what was in the folder from an earlier run is replaced.

    Args:
        folder: where to; made if it is not there. A folder with anything but an earlier site in it is refused.
        trainer: whether what only a trainer reads is written, too.

    Raises:
        FileExistsError: the folder holds something that is not ours to replace.
    """
    whole = load_content(content_folder())
    content = whole if trainer else whole.for_students()
    left_out = {page.notebook for page in whole.appendices if page not in content.appendices}
    pages = [page for page in notebooks(ROOT / "notebooks") if page.stem not in left_out]
    files = {f"{page.stem}.html": render_page(page, content, offline=OFFLINE) for page in pages}
    files |= {STATIC + name: text for name, (text, _) in static_files(content).items()}
    files[OFFLINE] = _offline_script(files)
    _make_room(folder)  # only now: words that cannot be read must not cost the earlier site
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in files]


def _make_room(folder: Path) -> None:
    if folder.is_dir() and any(folder.iterdir()):
        if not (folder / OFFLINE).exists():
            raise FileExistsError(
                f"{folder} holds other files. Name an empty folder, or one that a site was written to."
            )
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)


def _offline_script(files: dict[str, str]) -> str:
    """Name what is to be kept: every file, under a name that changes when any of them does."""
    kept = [f"{name}?v={version()}" if name.endswith(".js") else name for name in files]
    state = hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()[:12]
    script = (PAGE / "offline.js").read_text(encoding="utf-8")
    return f"const KEPT = 'course-{state}';\nconst FILES = {json.dumps(['./', *kept])};\n{script}"
