"""The pictures in the README, taken from the real pages: `make screenshots`."""

import tempfile
from pathlib import Path

from miss.deliver.chromium import find_or_install
from playwright.sync_api import Browser, sync_playwright

from tests.conftest import ROOT

from .conftest import QUIET
from .deliveries import FileSite

FOLDER = ROOT / "assets" / "screenshots"
# name: page and address, width, height, scheme, what to bring to the top
SHOTS = {
    "home-laptop": ("index.html", 1280, 800, "light", None),
    "conditions-laptop": ("2-why-it-is-done.html?condition=spondylolysis", 1280, 800, "light", "condition-selector"),
    "procedure-dark": ("3-how-it-is-done.html?step=3", 1280, 800, "dark", "procedure-slider"),
    "risks-phone": ("4-risks.html?risk=blood-clots", 360, 740, "light", "[data-open]"),
    "check-phone": ("5-check-yourself.html?round=7-6", 360, 740, "light", "knowledge-check"),
}


def take(browser: Browser, site: FileSite, name: str) -> None:
    """Take one picture of the window, as a reader would see it."""
    page_name, width, height, scheme, place = SHOTS[name]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(site.address + page_name)
    if place:
        page.locator(f"main {place}").first.evaluate("element => element.scrollIntoView()")
    page.wait_for_timeout(1000)
    page.screenshot(path=FOLDER / f"{name}.png")
    context.close()


def main() -> None:
    """Take all of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    site = FileSite(Path(tempfile.mkdtemp()))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_or_install(), args=QUIET)
        for name in SHOTS:
            take(browser, site, name)
        browser.close()


if __name__ == "__main__":
    main()
