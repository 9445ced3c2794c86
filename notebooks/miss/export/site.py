"""The course as plain files: for any web server, an LMS's file area, a USB stick."""

from pathlib import Path
from urllib.parse import urlsplit

from ..course import Course
from ..errors import CommandError
from ..notebooks.execute import run
from ..notebooks.read import notebooks
from ..notebooks.ready import ready
from ..web.assets import root_files, static_files
from ..web.frame import STATIC, Delivery, render_page
from ..web.offline import OFFLINE, with_offline
from ..web.qr import site_codes
from .site_folder import write_folder


def write_site(whole: Course, folder: Path, address: str | None = None, trainer: bool = True) -> list[Path]:
    """Write every page and what it loads; an earlier site in the folder stays whole until this one replaces it.

    Args:
        whole: the course.
        folder: where to; made if it is not there. A folder with anything but an earlier site in it is refused.
        address: where the site will stand, for its QR codes; without it, it has none.
        trainer: whether what only a trainer reads is written, too.

    Raises:
        CommandError: the address is none, or the folder holds something else than a site, or it cannot be written.
    """
    delivery = Delivery(offline=OFFLINE, address=_whole(address))
    course = whole if trainer else whole.for_students()
    left_out = {page.notebook for page in whole.content.appendices if page not in course.content.appendices}
    stored = ready(whole)
    pages = [page for page in notebooks(course.notebooks_folder) if page.stem not in left_out]
    files = {f"{page.stem}.html": _page(page, course, delivery, stored) for page in pages}
    codes = site_codes(files, course.content, delivery.address) if delivery.address else {}
    files |= {STATIC + name: text for name, (text, _) in static_files(course).items()}
    files = with_offline(files) | codes  # which nobody needs without a network
    asked = {name: body for name, (body, _) in root_files(course).items()}  # by browsers and crawlers, not by a page
    written = {name: text.encode() for name, text in files.items()} | asked
    write_folder(folder, written)
    return [folder / name for name in written]


def _page(notebook: Path, course: Course, delivery: Delivery, stored: bool) -> str:
    """Make a page of what is stored, or, where that is not the words, of what the cells show now."""
    ran = None if stored else run(notebook, course.language, checks=False)
    return render_page(notebook, course, delivery, ran)


def _whole(address: str | None) -> str | None:
    if not address:
        return None
    named = urlsplit(address)
    if named.scheme not in ("http", "https") or not named.netloc or named.query or named.fragment:
        raise CommandError(
            f"'{address}' is not an address that a site can stand at. Write the whole of it, up to the folder, "
            "such as https://school.example/course/."
        )
    return f"{address.rstrip('/')}/"
