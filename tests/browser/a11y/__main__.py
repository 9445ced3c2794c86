"""`make a11y`: every state of every page against WCAG 2.2 A and AA, and the figures of it."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from miss.content.load import Content, load_content
from playwright.sync_api import Browser, sync_playwright

from tests.conftest import WORDS

from ..chromium import find_or_install
from ..conftest import QUIET
from ..deliveries import ServedSite
from ..server import VoilaServer
from .axe import prepare, version
from .figures import keep, of_run
from .places import lab_on_a_copy, sweep_lab, sweep_site, sweep_voila
from .sweep import Setting, Tally


def tallies(browser: Browser, content: Content, folder: Path) -> Iterator[Tally]:
    """Sweep delivery by delivery."""
    site = ServedSite(folder)
    for theme in ("light", "dark"):
        for width in (320, 1280):
            yield sweep_site(browser, content, site, Setting("site", theme, width))
    site.stop()
    voila = VoilaServer(folder)
    for setting in (Setting("voila", "dark", 320), Setting("voila", "light", 1280)):
        yield sweep_voila(browser, content, voila, setting)
    voila.stop()
    with lab_on_a_copy(folder / "lab") as lab:
        yield sweep_lab(browser, content, lab, Setting("lab", "light", 1280))


def axe_version(browser: Browser) -> str:
    page = browser.new_page()
    prepare(page)
    return version(page)


def main() -> int:
    """Sweep, print and keep the figures; 1 where a rule is broken, and then nothing is kept."""
    content = load_content(WORDS)
    done: list[Tally] = []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=find_or_install(), args=QUIET)
        for tally in tallies(browser, content, Path(folder)):
            print(tally, flush=True)
            done.append(tally)
        figures = of_run(done, axe_version(browser), browser.version)
    looked, broken = sum(tally.states for tally in done), sum(len(tally.violations) for tally in done)
    print(
        f"axe-core {figures['axe']}: {looked} states, {figures['rules']} rules, of which {figures['applied']} applied;"
    )
    print(f"{broken} violations.")
    if broken:
        return 1
    keep(figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
