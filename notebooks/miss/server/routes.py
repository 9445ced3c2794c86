"""The routes of the course's server, which precede Voilà's own."""

import re
from pathlib import Path
from typing import Any

from jupyter_server.utils import url_path_join
from tornado.ioloop import IOLoop
from tornado.routing import Rule

from ..course import Course, course_at
from ..internals import voila
from ..internals.tornado import transform_responses
from ..notebooks.freshness import ensure_stored
from ..web.assets import root_files
from ..web.qr import QR_FOLDER, QrCodeCache
from .access import Access, RefusalHandler, RefusalMatcher, configured_hosts
from .audience import Audience
from .channels import ChannelsHandler
from .compression import warm_cache
from .handlers import NotFoundHandler, PageHandler, QrCodeHandler, RedirectHandler, RootFileHandler, StaticHandler
from .headers import Policy, SecurityHeaders
from .kernel_handlers import FrontEndHandler, KernelHandler, ReleaseHandler
from .kernels import PAGE_ID
from .limits import apply_limits
from .pages import FreshPages, Pages

SEGMENT = r"(?:@|%40)?\w[\w.+-]*"
FRONT_END_FILE = rf"(?:{SEGMENT}/)*{SEGMENT}"  # Jupyter caches a file's location under each spelling of its path
# Voilà's own routes that the kernel frame needs; the login exists only if the operator requires one.
VOILA_PATHS = "|".join((*voila.FRONT_END_PATHS, "login$"))


def install_handlers(app: Any, provider: Any) -> None:
    """Add the course's routes before Voilà's own, with access control, security headers and limits for all of them.

    Args:
        app: the starting ``voila.app.Voila``.
        provider: its ``CourseProvider``, which has the operator's options.
    """
    web = voila.web_application(app)
    voila.set_base_url(app, url_path_join("/", app.base_url, "/"))
    app.server_url = url_path_join("/", app.server_url, "/")
    access = Access(app.server_url, configured_hosts(provider.hosts, app.custom_display_url, provider.address))
    web.settings["course_policy"] = Policy(tuple(provider.connect_src), tuple(provider.frame_ancestors))
    transform_responses(web, SecurityHeaders)
    apply_limits(app)
    refusal = Rule(RefusalMatcher(access), RefusalHandler)
    web.add_handlers(".*$", [refusal, *course_handlers(app, provider)])


def course_handlers(app: Any, provider: Any) -> list[tuple[Any, ...]]:
    """Return the routes of the course's own server: those for readers, and those for kernels.

    Args:
        app: the starting ``voila.app.Voila``.
        provider: its ``CourseProvider``, which has the operator's options.
    """
    folder, kernels = Path(app.root_dir), voila.kernel_manager(app)
    course = course_at(folder.parent, provider.language or None)
    kernels.language = course.language
    audience = _audience(app, provider, course, folder)
    base, options = re.escape(app.server_url), {"audience": audience}
    for pages in audience.editions:
        IOLoop.current().add_callback(warm_cache, pages)
    start = [options | {"target": f"{Path(app.notebook_path).stem}.html"}] if app.notebook_path else []
    return [
        *(_watch_handlers(base, options) if provider.watch else []),
        *((base, RedirectHandler, page) for page in start),
        *reader_handlers(base, audience),
        (rf"{base}voila/tree.*", RedirectHandler, options),
        (re.escape(voila.browser_path(app.server_url)), RedirectHandler, options),
        (rf"{base}voila/render/(.*)", KernelHandler, options | voila.rendering_options(app)),
        (rf"{base}{voila.LABEXTENSIONS_PATH}({FRONT_END_FILE})", FrontEndHandler, voila.front_end_options(app)),
        (base + voila.CHANNELS_PATTERN, ChannelsHandler),
        (rf"{base}course/end/({PAGE_ID})", ReleaseHandler, options),
        (rf"{base}(?!{VOILA_PATHS})(.+)", NotFoundHandler, options),
    ]


def _audience(app: Any, provider: Any, course: Course, folder: Path) -> Audience:
    """Return the pages for each reader: two editions, where the operator has set a key to the trainer's."""

    def edition(course: Course) -> Pages:
        kernels = voila.kernel_manager(app).max_kernels > 0
        return create_pages(course, folder, provider.watch, kernels, provider.address or None)

    everything, key = edition(course), provider.trainer_key
    students = edition(course.for_students()) if key else everything
    return Audience(students, everything, key, f"trainer-{app.port}", app.base_url)  # ports of a host share its cookies


def _watch_handlers(base: str, options: dict[str, Any]) -> list[tuple[Any, ...]]:
    from .watch import watch_handler

    return [watch_handler(base, options)]


def reader_handlers(base: str, audience: Audience) -> list[tuple[Any, ...]]:
    """Return the routes that a reader's browser requests.

    Args:
        base: the prefix of the addresses, as a pattern.
        audience: the pages to serve.
    """
    options, files = {"audience": audience}, root_files(audience.students.course).items()
    return [
        (base, PageHandler, options),
        (rf"{base}([\w-]+)\.html", PageHandler, options),
        (rf"{base}static/([\w.-]+)", StaticHandler, options),
        (rf"{base}{QR_FOLDER}[\w.-]+\.svg", QrCodeHandler, options | {"codes": QrCodeCache()}),
        *(
            (base + re.escape(name), RootFileHandler, options | {"body": body, "media_type": media_type})
            for name, (body, media_type) in files
        ),
    ]


def create_pages(course: Course, folder: Path, watch: bool, kernels: bool = True, address: str | None = None) -> Pages:
    """Return the stored pages, or fresh ones if they reload on edits or the stored output is of another language.

    Args:
        course: the course.
        folder: the notebooks; other ones than the course's own are served as they are stored.
        watch: whether open pages reload when the words are edited.
        kernels: whether a page may request a kernel.
        address: where students open the course, if that is known.
    """
    own = folder.resolve() == course.notebooks_folder
    stored = ensure_stored(course, watch) if own else course.language == course.own_language
    if watch:
        from .watch import WatchedPages  # imported here: it needs the optional packages for authors

        return WatchedPages(course, folder, kernels, address)
    kind = Pages if stored else FreshPages
    return kind(course, folder, kernels, address)
