"""`make a11y`: every state of every page against WCAG 2.2 A and AA, and the figures of it."""

import sys
import tempfile
from collections.abc import Generator
from contextlib import closing
from pathlib import Path

from miss.checks.build import load_content
from miss.schema.content import Content
from playwright.sync_api import Browser

from tests.browser.a11y.axe import prepare, version
from tests.browser.a11y.figures import keep, of_run
from tests.browser.a11y.places import lab_on_a_copy, sweep_lab, sweep_site, sweep_voila
from tests.browser.a11y.sweep import Setting, Tally
from tests.browser.chromium import open_chromium
from tests.browser.deliveries import ServedSite
from tests.browser.server import VoilaServer
from tests.conftest import WORDS


def tallies(browser: Browser, content: Content, folder: Path) -> Generator[Tally, None, None]:
    """Sweep delivery by delivery."""
    with ServedSite(folder) as site:
        for theme, width in (("light", 320), ("dark", 1280), ("dark", 320), ("light", 1280)):
            yield sweep_site(browser, content, site, Setting("site", theme, width))
    with VoilaServer(folder) as voila:
        for setting in (Setting("voila", "dark", 320), Setting("voila", "light", 1280)):
            yield sweep_voila(browser, content, voila, setting)
    with lab_on_a_copy(folder / "lab") as lab:
        yield sweep_lab(browser, content, lab, Setting("lab", "light", 1280))


def axe_version(browser: Browser) -> str:
    with browser.new_page() as page:
        prepare(page)
        return version(page)


def main() -> int:
    """Sweep, print and keep the figures; 1 where a rule is broken. What is stopped has the figures of what was done."""
    content = load_content(WORDS)
    done: list[Tally] = []
    with (
        open_chromium() as browser,
        tempfile.TemporaryDirectory() as folder,
        closing(tallies(browser, content, Path(folder))) as swept,
    ):
        axe = axe_version(browser)
        for tally in swept:
            print(tally, flush=True)
            done.append(tally)
            if tally.violations:
                return 1
            keep(of_run(done, axe, browser.version))
    rules, applied = (len(set().union(*(getattr(tally, name) for tally in done))) for name in ("rules", "applied"))
    states = sum(tally.states for tally in done)
    print(f"axe-core {axe}: {rules} rules of WCAG 2.2 A and AA, {applied} of them with something to look at;")
    print(f"{states} states looked at, 0 violations.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
