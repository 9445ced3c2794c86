"""The page's one script and one style, joined from the sources of the elements and of the page."""

import json
from functools import cache
from pathlib import Path

from ..course import Course
from ..presenter.script import trainer_js
from ..render.bundle import join_modules
from ..render.environment import render
from ..render.styles import LOOKS, THEME, THEME_COLOR, picture_styles
from ..widgets.base import HERE as WIDGETS
from .icons import icon, icon_folder, icons

PAGE = Path(__file__).parent / "scripts"
STEMS = ("condition_selector", "procedure_slider", "risk_cards", "knowledge_check")
SCRIPTS = ("lesson", "figure", "draw", "question", *STEMS)
PAGE_SCRIPTS = (
    *("idle", "tell", "kept", "versions", "record", "progress", "place", "code", "address", "sentences", "read_aloud"),
    *("kernel", "theme", "view", "paper", "page"),
)


@cache
def course_js() -> str:
    """Join all elements and the page's own script; a plain script, since modules do not load from a USB stick."""
    files = [WIDGETS / f"{stem}.js" for stem in SCRIPTS] + [PAGE / f"{stem}.js" for stem in PAGE_SCRIPTS]
    return f'"use strict";\n(() => {{\n{join_modules(*files)}\n}})();\n'


def course_css(course: Course, html: str | None = None) -> str:
    """Join the tokens, the page's look and the look of its elements; of those in ``html`` only, if it is given.

    A page carries its style in itself, so what it does not need would have to be read before its first word.
    """
    stems = [stem for stem in STEMS if html is None or f"<{stem.replace('_', '-')}" in html]
    pictures = html is None or 'class="figure' in html
    files = [
        THEME,
        LOOKS / "course.css",
        WIDGETS / "lesson.css",
        *([WIDGETS / "figure.css"] if pictures else []),
        *(WIDGETS / f"{stem}.css" for stem in stems),
        *(picture_styles(course) if pictures else []),
        LOOKS / "print.css",
    ]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def whole_css(course: Course, html: str | None = None) -> str:
    """Add to the style what stands in the margins when a page is printed.

    Args:
        course: for its words and its pictures.
        html: what the style is for; without it, for any page.
    """
    return course_css(course, html) + render(course.content, "paper_margins.css")


def manifest(course: Course) -> str:
    """Describe the course to a phone that puts it on its home screen."""
    about = course.content.course
    drawn = [{"src": f"../{each.name}", "sizes": each.sizes, "type": each.media, "purpose": each.purpose}
             for each in icons(course) if each.purpose]  # fmt: skip
    vector = {"src": "icon.svg", "sizes": "any", "type": "image/svg+xml"}
    described = {"name": about.title, "short_name": about.short, "description": about.description,
                 "lang": about.language, "start_url": "../index.html", "scope": "../", "display": "standalone",
                 "background_color": "#fbfaf6", "theme_color": THEME_COLOR, "icons": [vector, *drawn]}  # fmt: skip
    return json.dumps(described, ensure_ascii=False)


def static_files(course: Course) -> dict[str, tuple[str, str]]:
    """List what a page loads beside itself: name to text and media type."""
    for_trainers = {"trainer.js": (trainer_js(course.content), "text/javascript")} if course.content.trainer else {}
    return for_trainers | {
        "course.webmanifest": (manifest(course), "application/manifest+json"),
        "course.js": (course_js(), "text/javascript"),
        "course.css": (whole_css(course), "text/css"),  # for where a policy drops the style that a page carries
        "icon.svg": (icon(course).read_text(encoding="utf-8"), "image/svg+xml"),
    }


# Kernels are no reading matter: a crawler that follows an address there would start one.
ROBOTS = "User-agent: *\nDisallow: /*voila/\n"


def root_files(course: Course) -> dict[str, tuple[bytes, str]]:
    """List what browsers and crawlers ask for at the course's own address: name to content and media type."""
    drawn = {each.name: ((icon_folder(course) / each.name).read_bytes(), each.media) for each in icons(course)}
    return drawn | {"robots.txt": (ROBOTS.encode(), "text/plain; charset=utf-8")}
