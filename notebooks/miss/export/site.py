"""The course as plain files: for any web server, an LMS's file area, a USB stick."""

from pathlib import Path

from ..course import Course
from ..notebooks.execute import execute_notebook
from ..notebooks.freshness import ensure_stored
from ..notebooks.read import list_notebooks
from ..web.assets import root_files, static_files
from ..web.frame import STATIC, Delivery, render_page
from ..web.offline import SERVICE_WORKER, add_service_worker
from ..web.qr import site_qr_codes
from .address import base_url
from .site_folder import write_folder


def write_site(course: Course, folder: Path, address: str | None = None, trainer: bool = False) -> list[Path]:
    """Write every page and its assets; an earlier site in the folder stays complete until this one replaces it.

    Args:
        course: the course.
        folder: the target folder; it is created if it is missing. It may hold an earlier site, but no other files.
        address: the URL that the site will have, for its QR codes; without it, there are none.
        trainer: whether to write what only trainers read, too; students' devices must not reach such a site.

    Raises:
        CommandError: the address is invalid, or the folder holds other files or cannot be written.
    """
    delivery = Delivery(offline=SERVICE_WORKER, address=base_url(address))
    shown = course if trainer else course.for_students()
    stored = ensure_stored(course)
    pages = [page for page in list_notebooks(course.notebooks_folder) if page.stem not in shown.left_out]
    html = {f"{page.stem}.html": _page(page, shown, delivery, stored) for page in pages}
    codes = site_qr_codes(html, shown.content, delivery.address) if delivery.address else {}
    static = {STATIC + name: content for name, (content, _) in static_files(shown).items()}
    files = add_service_worker(html | static) | codes  # added after: a QR code is of no use offline
    extra = {name: body for name, (body, _) in root_files(shown).items()}  # for browsers and crawlers, not for pages
    encoded = {name: _encoded(content) for name, content in files.items()} | extra
    write_folder(folder, encoded)
    return [folder / name for name in encoded]


def _page(notebook: Path, course: Course, delivery: Delivery, stored: bool) -> str:
    """Render a page from its stored outputs, or, if they do not match the content, from new ones."""
    executed = None if stored else execute_notebook(notebook, course.language, checks=False)
    return render_page(notebook, course, delivery, executed)


def _encoded(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content
