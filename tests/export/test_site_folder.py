"""`miss site`: an interrupt leaves the earlier site or the new one, and files of others are kept."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from miss.cli import main
from miss.errors import CommandError
from miss.export.site_folder import MANIFEST, write_folder
from miss.files import folders

from tests.files.test_files import STATUS, ended, held

SITE = {"index.html": "home", "static/a.js": "1", "offline.js": "const KEPT = 'course-1';"}
NEW = {"index.html": "new", "other.html": "page", "offline.js": "const KEPT = 'course-2';"}


def write_site_files(folder: Path, texts: dict[str, str]) -> None:
    write_folder(folder, {name: text.encode() for name, text in texts.items()})


def texts(folder: Path) -> dict[str, str]:
    """What a site's folder holds, without its manifest."""
    found = {name: text.decode() for name, text in held(folder).items() if text is not None}
    found.pop(MANIFEST, None)
    return found


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_site_files(tmp_path / "dist" / "site", SITE)
    return tmp_path / "dist" / "site"


@pytest.mark.parametrize("how", STATUS)
def test_an_interrupt_leaves_the_earlier_site(how: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "site"
    write_site_files(site, SITE)
    error = ended(how, 30_000, "site", site).stderr
    assert texts(site) == SITE
    assert (len(list(tmp_path.iterdir())) == 2) == (how == "killed")
    assert (
        how == "killed"
        or f"{site} could not be written and is unchanged: the file would exceed the size limit" in error
    )
    assert main(["site", str(site)]) == 0
    assert [file.name for file in tmp_path.iterdir()] == ["site"]
    assert not (site / "static" / "a.js").exists() and (site / "4-risks.html").exists()
    assert str(site) in capsys.readouterr().out


def test_a_site_is_known_by_its_manifest(site: Path) -> None:
    manifest = json.loads((site / MANIFEST).read_text())
    assert manifest == {"writer": "miss.deliver.site", "files": [MANIFEST, *SITE]}
    (site / "offline.js").unlink()  # some hosts keep no such script
    write_site_files(site, NEW)
    assert texts(site) == NEW


def test_a_site_of_the_version_before_is_known(site: Path) -> None:
    (site / MANIFEST).unlink()
    (site / "CNAME").write_text("course.example")
    write_site_files(site, NEW)
    assert texts(site) == NEW | {"CNAME": "course.example"}


@pytest.mark.parametrize("name", [".git/config", "CNAME", "static/mine.css", "4-mine.html"])
def test_what_others_put_beside_it_is_kept(name: str, site: Path) -> None:
    (site / name).parent.mkdir(exist_ok=True)
    (site / name).write_text("theirs")
    (site / "latest").symlink_to("index.html")
    write_site_files(site, NEW)
    assert texts(site) == NEW | {name: "theirs", "latest": "new"}
    assert (site / "latest").is_symlink()
    write_site_files(site, SITE)
    assert texts(site) == SITE | {name: "theirs", "latest": "home"}


def test_a_file_of_others_with_a_name_of_the_sites(site: Path) -> None:
    (site / "other.html").write_text("theirs")
    before = held(site.parent)
    with pytest.raises(CommandError, match=r"other\.html was not written with this site"):
        write_site_files(site, NEW)
    assert held(site.parent) == before


# A folder that is not that of a site, and the message.
OTHERS = {
    "thesis": ({"thesis.txt": "mine"}, "holds other files, such as thesis.txt"),
    "another app": ({"offline.js": "self.addEventListener()"}, "holds other files, such as offline.js"),
    "another manifest": ({MANIFEST: "[]"}, f"holds other files, such as {MANIFEST}"),
    "another list": ({MANIFEST: '{"writer": "tar", "files": []}'}, f"holds other files, such as {MANIFEST}"),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_what_is_no_site_is_left_alone(kind: str, tmp_path: Path) -> None:
    files, message = OTHERS[kind]
    folder = tmp_path / "folder"
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text)
    before = held(tmp_path)
    with pytest.raises(CommandError, match=message):
        write_site_files(folder, NEW)
    assert held(tmp_path) == before


def test_a_link_to_the_folder_stays_one(site: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(site)
    write_site_files(tmp_path / "link", NEW)
    assert (tmp_path / "link").is_symlink() and texts(site) == NEW


def test_in_the_folder_that_one_is_in(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for inside in (site, site / "static"):
        monkeypatch.chdir(inside)
        with pytest.raises(CommandError, match=r"this command was started in it\. Leave it \(cd \.\.\)"):
            write_site_files(Path(os.path.relpath(site)), NEW)
        assert texts(site) == SITE
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    write_site_files(Path(), NEW)
    assert texts(tmp_path / "empty") == NEW


@pytest.mark.parametrize("place", ["file", "file/site"])
def test_where_no_folder_can_be(place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("mine")
    assert main(["site", str(tmp_path / place)]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1 and str(tmp_path / "file") in error and "Errno" not in error
    assert held(tmp_path) == {"file": b"mine"}


def test_a_swap_that_fails_leaves_the_earlier_site(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder in use cannot be renamed on some systems."""
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if target == site and not self.name.startswith(".old"):
            raise OSError(16, "Device or resource busy")
        return rename(self, target)

    monkeypatch.setattr(folders.Path, "rename", refuse)
    with pytest.raises(CommandError, match=r"and is unchanged: device or resource busy"):
        write_site_files(site, NEW)
    assert texts(site) == SITE and list(site.parent.iterdir()) == [site]


def test_the_earlier_site_is_served_until_the_new_one_is_there(site: Path) -> None:
    code = "import sys, pathlib; from miss.files.folders import replace_folder\n"
    code += "with replace_folder(pathlib.Path(sys.argv[1])) as temporary:\n"
    code += "    (temporary / 'half.html').write_text(''); print('half', flush=True); sys.stdin.read()"
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", code, str(site)], text=True, **pipes) as other:  # type: ignore[call-overload]
        try:
            assert other.stdout.readline() == "half\n"
            assert texts(site) == SITE
        finally:
            other.kill()
    assert texts(site) == SITE and len(list(site.parent.iterdir())) == 2
    write_site_files(site, NEW)
    assert texts(site) == NEW and list(site.parent.iterdir()) == [site]
    shutil.rmtree(site)
