"""The pictures in the README, taken from the real pages: `make screenshots`."""

import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from tests.conftest import ROOT

from .chromium import open_chromium
from .deliveries import FileSite

FOLDER = ROOT / "assets" / "screenshots"
# name: page and address, width, height, scheme, what to bring to the top
SHOTS = {
    "home-laptop": ("index.html", 1280, 800, "light", None),
    "conditions-laptop": ("2-why-it-is-done.html?condition=spondylolysis", 1280, 800, "light", None),
    "procedure-dark": ("3-how-it-is-done.html?step=3", 1280, 800, "dark", None),
    "risks-phone": ("4-risks.html?risk=blood-clots", 360, 740, "light", "[data-open]"),
    "check-phone": ("5-check-yourself.html?round=7-6", 360, 740, "light", "knowledge-check"),
}


def take(browser: Browser, site: FileSite, name: str) -> None:
    """Take one picture of the window, as a reader would see it."""
    page_name, width, height, scheme, place = SHOTS[name]
    window = {"width": width, "height": height}
    with browser.new_page(viewport=window, color_scheme=scheme) as page:  # type: ignore[arg-type]
        page.goto(site.address + page_name)
        if place:
            page.locator(f"main {place}").first.evaluate("element => element.scrollIntoView()")
        page.wait_for_timeout(1000)
        page.screenshot(path=FOLDER / f"{name}.png")


def main() -> None:
    """Take all of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, open_chromium() as browser:
        site = FileSite(Path(folder))
        for name in SHOTS:
            take(browser, site, name)


if __name__ == "__main__":
    main()
