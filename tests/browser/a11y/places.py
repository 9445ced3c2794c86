"""Where the states are looked at: the static site in full; Voilà with its kernel, and JupyterLab, in part."""

import itertools
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from miss.schema.content import Content
from playwright.sync_api import Browser

from tests.browser.a11y.hands import State
from tests.browser.a11y.question_states import questions
from tests.browser.a11y.states import cards, conditions, operations, page_names, steps, walk
from tests.browser.a11y.sweep import Setting, Tally, sweep, window
from tests.browser.deliveries import FileSite
from tests.browser.lab import LabServer, find, run_all
from tests.browser.server import VoilaServer
from tests.browser.test_widgets import attached
from tests.conftest import ROOT

ONE_IN = 5  # of the states, with a kernel: what a kernel changes is not how a state looks
IN_LAB = 12  # states of each widget
# The trainer's views, and by what one knows that they are there.
VIEWS = {"trainer": ".trainer-note", "present": ".presenting .slide", "notes": ".desk .slide"}
# The notebook's own last cells have answered a whole round.
BEGIN = "document.querySelector('knowledge-check:not([data-given])')?.restart()"
# In JupyterLab, a widget's notebook, its element and its states.
WIDGETS = {
    "1-what-it-is": ("operation-selector", operations),
    "2-why-it-is-done": ("condition-selector", conditions),
    "3-how-it-is-done": ("procedure-slider", steps),
    "4-risks": ("risk-cards", cards),
    "5-check-yourself": ("knowledge-check", questions),
}


def sweep_site(browser: Browser, content: Content, site: FileSite, setting: Setting) -> Tally:
    """Look at every state of every page."""
    tally = Tally(setting)
    for name in page_names(content):
        with window(browser, setting) as page:
            page.goto(f"{site.address}{name}.html")
            page.locator("p.read-aloud").first.wait_for(state="attached")
            sweep(page, tally, walk(content, name))
    for view, sign in VIEWS.items():
        sweep_view(browser, content, site, tally, view, sign)
    return tally


def sweep_view(
    browser: Browser, content: Content, site: FileSite, tally: Tally, view: str, sign: str, every: int = 1
) -> None:
    """Look at one of the trainer's views of each section, or of every so many."""
    for section in content.sections[::every]:
        with window(browser, tally.setting) as page:
            page.goto(f"{site.address}{section.notebook}.html?view={view}")
            page.locator(sign).first.wait_for(state="attached")
            sweep(page, tally, [State(f"the trainer's view: {view}")])


def sweep_voila(browser: Browser, content: Content, voila: VoilaServer, setting: Setting) -> Tally:
    """Look at some states of every page, once its widgets have their kernel; and at the page that is not there."""
    tally = Tally(setting)
    for name in page_names(content):
        with window(browser, setting) as page:
            page.goto(f"{voila.address}{name}.html")
            attached(page, voila, page.locator("main .island").count())
            sweep(page, tally, walk(content, name), every=ONE_IN)
    with window(browser, setting) as page:
        page.goto(f"{voila.address}not-there.html")
        sweep(page, tally, [State("not there")])
    return tally


def sweep_lab(browser: Browser, content: Content, lab: LabServer, setting: Setting) -> Tally:
    """Look at each widget in an output of JupyterLab, and at nothing of JupyterLab's own."""
    tally = Tally(setting)
    for notebook, (element, states) in WIDGETS.items():
        with window(browser, setting) as page:
            page.goto(lab.notebook(notebook))
            page.locator(".jp-RenderedHTML").first.wait_for()
            run_all(page)
            find(page, f"{element}[data-attached]")
            some = [State("as Python left it"), State("begun again", BEGIN), *itertools.islice(states(content), IN_LAB)]
            sweep(page, tally, some, within=f"{element}[data-attached]")
    return tally


@contextmanager
def lab_on_a_copy(folder: Path) -> Iterator[LabServer]:
    """Start JupyterLab where nothing that it writes is kept."""
    for name in ("assets", "content", "notebooks"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    with LabServer(folder) as server:
        yield server
