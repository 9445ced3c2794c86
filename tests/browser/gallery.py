"""Every state of every figure on one page, light and dark: `make gallery` writes the page and its screenshot."""

import sys

from markupsafe import Markup, escape
from miss.render.figures import render_figure, render_mark
from miss.render.styles import THEME, illustration_styles
from miss.schema.content import Content
from miss.schema.pictures import Figure, State
from miss.widgets.base import HERE

from tests.conftest import COURSE, ROOT

from .chromium import open_chromium

PAGE = ROOT / "build" / "gallery.html"
SCREENSHOT = ROOT / "assets" / "screenshots" / "gallery.png"
CSS = """
body { margin: 0; font: 12px/1.25 var(--font); }
section { padding: 16px; background: var(--paper); color: var(--ink); }
section > div { display: grid; grid-template-columns: repeat(12, 1fr); gap: 8px; }
figure { margin: 0; } figcaption { min-height: 2.6em; }
section figure .figure { height: 108px; }
"""


def style() -> str:
    """Return the styles of the drawings, as on a page."""
    return "\n".join(
        file.read_text(encoding="utf-8") for file in (THEME, HERE / "figure.css", *illustration_styles(COURSE))
    )


def still(content: Content, figure: Figure, state: State) -> Markup:
    """Render one state of a figure."""
    single_state = figure.model_copy(update={"states": [state], "switch": None, "depths": []})
    return render_figure(single_state, content).svgs[0]


def gallery(content: Content) -> str:
    """Return the page: the same drawings twice, once per color scheme."""
    figures = content.pictures.figures
    shown = [(state.title, still(content, figure, state)) for figure in figures for state in figure.states]
    shown += [(risk.name, render_mark(risk.id, content)) for risk in content.records["risks"]]
    cells = "\n".join(f"<figure>{svg}<figcaption>{escape(title)}</figcaption></figure>" for title, svg in shown)
    section = '<section style="color-scheme: {}"><div>{}</div></section>'
    sections = "\n".join(section.format(scheme, cells) for scheme in ("light", "dark"))
    return f'<!doctype html><meta charset="utf-8"><title>Gallery</title><style>{style()}{CSS}</style>\n{sections}\n'


def main() -> None:
    """Write the page and its screenshot."""
    for file in (PAGE, SCREENSHOT):
        file.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(gallery(COURSE.content), encoding="utf-8")
    window = {"width": 1200, "height": 600}
    with open_chromium() as browser, browser.new_page(viewport=window, reduced_motion="reduce") as page:  # type: ignore[arg-type]
        page.goto(PAGE.as_uri())
        page.add_style_tag(content=".label { display: none }")  # too small to read on the screenshot
        page.screenshot(path=SCREENSHOT, full_page=True)
    print(f"{PAGE}: {PAGE.stat().st_size // 1000} kB; {SCREENSHOT}: {SCREENSHOT.stat().st_size // 1000} kB")


if __name__ == "__main__":
    sys.exit(main())
