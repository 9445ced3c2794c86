"""The page's script and style sheet, each joined from the sources of the elements and of the page."""

import json
from collections.abc import Callable
from pathlib import Path

from ..course import Course
from ..presenter.script import trainer_js
from ..render.bundle import bundle
from ..render.drawings import read_svg
from ..render.environment import render
from ..render.fonts import FONT, FONT_MEDIA_TYPE, font_styles
from ..render.styles import THEME_COLOR, layered, unlayered
from ..schema.content import Content
from ..schema.interaction import interactions
from ..widgets.base import NOTEBOOK, element_styles
from .icons import icon_folder, icon_path, icons

SCRIPTS_FOLDER = Path(__file__).parent / "scripts"
STYLES_FOLDER = Path(__file__).parent / "styles"
PAGE_PARTS = (
    *("header", "opening", "content", "moments", "folds", "progress", "section_end", "home", "reference", "sources"),
    *("sharing", "read_aloud", "status", "footer", "keep", "carry", "returns", "phases"),
)

# The files that only a trainer's pages load, with what makes each of the content: students get none of them.
TRAINER_FILES: dict[str, Callable[[Content], str]] = {"trainer.js": trainer_js}


def course_js() -> str:
    """Bundle the scripts of all elements and of the page; a classic script, as ``file:`` URLs load no modules."""
    elements = [script for each in interactions().values() for script in each.scripts]
    # PARAMETERS are those of a URL that open a state of an element, on any page.
    parameters = [each.parameter for each in interactions().values() if each.parameter]
    code = bundle(*elements, SCRIPTS_FOLDER / "page.js")
    return f'"use strict";\n(() => {{\nconst PARAMETERS = {json.dumps(parameters)};\n{code}\n}})();\n'


def page_styles(course: Course | None, html: str | None = None) -> dict[str, list[Path]]:
    """List the style sheets of the theme, the page and its elements, by layer.

    Args:
        course: for the styles of its pictures, if it is known.
        html: the page's content, if only the styles of the elements in it are needed. A page's style is inline, so
            that every unneeded rule would delay its first paint.
    """
    shown = [each for each in interactions().values() if html is None or each.everywhere or f"<{each.tag}" in html]
    styles = element_styles(course, shown, with_pictures=html is None or 'class="figure' in html)
    parts = [STYLES_FOLDER / f"{name}.css" for name in PAGE_PARTS]
    return styles | {
        "base": [STYLES_FOLDER / "base.css"],
        "page": parts,
        "print": [STYLES_FOLDER / "print.css", *styles["print"]],
    }


def course_css(course: Course, html: str | None = None) -> str:
    """Join the style sheets of ``page_styles``."""
    return layered(page_styles(course, html))


def notebook_css(course: Course | None) -> str:
    """Return the style sheet of the course's outputs in JupyterLab and Notebook 7; it changes nothing else there.

    Rules for what is on every page, such as headings, hold inside of an output only: ``.lesson`` is what the body of a
    page is elsewhere. The names of Jupyter's elements stand around all rules that have to override its own.

    Args:
        course: for the styles of its pictures, if it is known.
    """
    styles = page_styles(course)

    def joined(*layers: str) -> str:
        return unlayered({layer: styles[layer] for layer in layers}).replace("[data-course]", ".lesson")

    inside = [
        f".lesson {{\n{joined('base')}\n}}",
        joined("primitives", "elements"),
        f".lesson {{\n{joined('page')}\n}}",
        joined("print"),
    ]
    output = ".jp-OutputArea .jp-OutputArea-output {\n" + "\n".join(inside) + "\n}"
    return "\n".join([joined("theme", "reset", "pictures"), output, unlayered({"elements": [NOTEBOOK]})])


def page_css(course: Course, html: str | None = None) -> str:
    """Return the style sheet of a page, with the texts in the margins of its printed pages.

    Args:
        course: for its texts and the styles of its pictures.
        html: the page's content; without it, the style is for any page.
    """
    return course_css(course, html) + render(course.content, "paper_margins.css")


def linked_css(course: Course) -> str:
    """Return the style sheet as a file, for when a policy blocks the inline style of a page."""
    return font_styles(FONT.name) + page_css(course)


def manifest(course: Course) -> str:
    """Return the web app manifest, as JSON."""
    info = course.content.course
    raster = [{"src": f"../{each.name}", "sizes": each.sizes, "type": each.media, "purpose": each.purpose}
              for each in icons(course) if each.purpose]  # fmt: skip
    vector = {"src": "icon.svg", "sizes": "any", "type": "image/svg+xml"}
    members = {"name": info.title, "short_name": info.short, "description": info.description,
               "lang": info.language, "start_url": "../index.html", "scope": "../", "display": "standalone",
               "background_color": "#fbf7ee", "theme_color": THEME_COLOR, "icons": [vector, *raster]}  # fmt: skip
    return json.dumps(members, ensure_ascii=False)


def static_files(course: Course) -> dict[str, tuple[str | bytes, str]]:
    """Return the files that a page loads, as name to text or bytes, and media type."""
    files: dict[str, tuple[str | bytes, str]] = {
        "course.webmanifest": (manifest(course), "application/manifest+json"),
        "course.js": (course_js(), "text/javascript"),
        "course.css": (linked_css(course), "text/css"),
        "icon.svg": (read_svg(icon_path(course)), "image/svg+xml"),
        FONT.name: (FONT.read_bytes(), FONT_MEDIA_TYPE),
    }
    if course.content.trainer:
        files |= {name: (script(course.content), "text/javascript") for name, script in TRAINER_FILES.items()}
    return files


# Voilà's addresses have no content to index, and each request by a crawler would start a kernel.
ROBOTS = "User-agent: *\nDisallow: /*voila/\n"


def root_files(course: Course) -> dict[str, tuple[bytes, str]]:
    """Return the files that browsers and crawlers request from the root, as name to content and media type."""
    raster = {each.name: ((icon_folder(course) / each.name).read_bytes(), each.media) for each in icons(course)}
    return raster | {"robots.txt": (ROBOTS.encode(), "text/plain; charset=utf-8")}
