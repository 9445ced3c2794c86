"""Every address of the course's server, put before Voilà's own."""

import re
from pathlib import Path
from typing import Any

from jupyter_server.utils import url_path_join
from tornado.ioloop import IOLoop
from tornado.routing import Rule

from ..course import Course, course_at
from ..internals import voila
from ..internals.tornado import transform_answers
from ..notebooks.ready import ready
from ..web.assets import root_files
from ..web.qr import FOLDER, DrawnCodes
from .access import Access, RefusedHandler, RefusedMatcher, named_hosts
from .channels import ChannelsHandler
from .compression import warm
from .handlers import CodeHandler, LeadHandler, MissingHandler, PageHandler, RootFileHandler, StaticHandler
from .headers import Policy, SecurityHeaders
from .kernel_handlers import EndHandler, FrontEndHandler, KernelHandler
from .kernels import PAGE_ID
from .limits import keep_within_limits
from .pages import FreshPages, Pages

PART = r"(?:@|%40)?\w[\w.+-]*"
FILE = rf"(?:{PART}/)*{PART}"  # of Voilà's front end; by any other spelling Jupyter would keep its place once more
# Of Voilà's own addresses, what the frame behind a page loads; the login is there only where it is asked for.
LEFT_TO_VOILA = "|".join((*voila.FRONT_END_ADDRESSES, "login$"))


def put_before_voila(app: Any, provider: Any) -> None:
    """Put the addresses of the course before Voilà's own, with what every answer has to hold to.

    Args:
        app: the starting ``voila.app.Voila``.
        provider: its ``CourseProvider``, for what the operator asked for.
    """
    web = voila.web_application(app)
    voila.set_base_url(app, url_path_join("/", app.base_url, "/"))
    app.server_url = url_path_join("/", app.server_url, "/")
    access = Access(app.server_url, named_hosts(provider.hosts, app.custom_display_url, provider.address))
    web.settings["course_policy"] = Policy(tuple(provider.connect_src), tuple(provider.frame_ancestors))
    transform_answers(web, SecurityHeaders)
    keep_within_limits(app)
    refused = Rule(RefusedMatcher(access), RefusedHandler)
    web.add_handlers(".*$", [refused, *course_handlers(app, provider)])


def course_handlers(app: Any, provider: Any) -> list[tuple[Any, ...]]:
    """List the addresses of a server of the course's own: what a reader asks for, and what its kernels need.

    Args:
        app: the starting ``voila.app.Voila``.
        provider: its ``CourseProvider``, for what the operator asked for.
    """
    folder, kernels = Path(app.root_dir), voila.kernel_manager(app)
    course = course_at(folder.parent, provider.language or None)
    kernels.language = course.language
    made = pages_of(course, folder, provider.watch, kernels.limit > 0, provider.address or None)
    base, pages = re.escape(app.server_url), {"pages": made}
    IOLoop.current().add_callback(warm, made)
    return [
        *(_watch_handlers(base, pages) if provider.watch else []),
        *([(base, LeadHandler, pages | {"to": f"{Path(app.notebook_path).stem}.html"})] if app.notebook_path else []),
        *reading(base, made),
        (rf"{base}voila/tree.*", LeadHandler, pages),
        (re.escape(voila.opened_address(app.server_url)), LeadHandler, pages),
        (rf"{base}voila/render/(.*)", KernelHandler, pages | voila.rendering_options(app)),
        (rf"{base}{voila.PARTS_ADDRESS}({FILE})", FrontEndHandler, voila.front_end_options(app)),
        (base + voila.CHANNELS_ADDRESS, ChannelsHandler),
        (rf"{base}course/end/({PAGE_ID})", EndHandler, pages),
        (rf"{base}(?!{LEFT_TO_VOILA})(.+)", MissingHandler, pages),
    ]


def _watch_handlers(base: str, pages: dict[str, Any]) -> list[tuple[Any, ...]]:
    from .watch import watch_handler

    return [watch_handler(base, pages)]


def reading(base: str, made: Pages) -> list[tuple[Any, ...]]:
    """List the addresses that a reader's browser asks for.

    Args:
        base: what they begin with, as a pattern.
        made: the pages.
    """
    pages = {"pages": made}
    asked = ((name, {"body": body, "media": media}) for name, (body, media) in root_files(made.course).items())
    return [
        (base, PageHandler, pages),
        (rf"{base}([\w-]+)\.html", PageHandler, pages),
        (rf"{base}static/([\w.-]+)", StaticHandler, pages),
        (rf"{base}{FOLDER}[\w.-]+\.svg", CodeHandler, pages | {"codes": DrawnCodes()}),
        *((base + re.escape(name), RootFileHandler, pages | file) for name, file in asked),
    ]


def pages_of(course: Course, folder: Path, watch: bool, kernels: bool = True, address: str | None = None) -> Pages:
    """Choose the pages: stored ones, unless they are to follow the words or are stored in another language.

    Args:
        course: the course.
        folder: its notebooks; where they are other ones than its own, they are served as they are.
        watch: whether open pages follow the words as they are edited.
        kernels: whether a page may ask for a kernel.
        address: where students open the course, if that is known.
    """
    own = folder.resolve() == course.notebooks_folder
    stored = ready(course, watch) if own else course.language == course.own_language
    if watch:
        from .watch import WatchedPages  # which needs what only authors have

        return WatchedPages(course, folder, kernels, address)
    made = Pages if stored else FreshPages
    return made(course, folder, kernels, address)
