"""One visit with a real browser and a cold cache: a look, a visit in which controls are clicked, or just an arrival."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from .servers import Server

WATCH = (Path(__file__).parent / "watch.js").read_text(encoding="utf-8")
CLICKS = 20
PATIENCE = 45_000  # ms for a page to become usable, on a machine that others use too
SETTLE = 1_000  # ms
CONTROLS = "condition-selector .choices label, button.bare"


def look(browser: Browser, server: Server) -> dict[str, Any]:
    """Open the page, touch nothing, let everything come that comes; the server's side is measured meanwhile."""
    with _new_page(browser, clicks=False) as page:
        traffic = _count_traffic(page)
        spent = server.cpu_seconds()
        _open(page, server)
        _wait_until_complete(page, server)
        server.wait_until_quiet()
        seen = page.evaluate("window.bench")
        return {
            "content": _content(page, seen),
            "shift": seen["shift"],
            "requests": traffic["requests"],
            "bytes": traffic["bytes"],
            "cpu": server.cpu_seconds() - spent,
            "memory": server.kernel_memory(),
        }


def use(browser: Browser, server: Server) -> dict[str, Any]:
    """Open the page and click: as soon as a control works, and again when all is at rest."""
    with _answering_page(browser, server) as page:
        early = _click(page)
        _wait_until_complete(page, server)
        rest = _click(page)
        seen = page.evaluate("window.bench")
        return {
            **_arrival(page, seen),
            "requests_to_click": len(seen["loaded"]),
            "bytes_to_click": sum(seen["loaded"]),
            "paints_early": early,
            "paints": rest,
            "lost": seen["lost"],
        }


def arrive(browser: Browser, server: Server) -> dict[str, Any]:
    """Open the page, click until something answers, wait for the frame that shows it, and leave."""
    with _answering_page(browser, server) as page:
        page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
        return _arrival(page, page.evaluate("window.bench"))


@contextmanager
def _new_page(browser: Browser, clicks: bool) -> Iterator[Page]:
    """Open a page, and leave it as a visitor does."""
    # What waits in a page here needs eval, which the policy of our pages forbids.
    with browser.new_context(viewport={"width": 1280, "height": 800}, bypass_csp=True) as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.add_init_script(f"window.benchClicks = {str(clicks).lower()};\n{WATCH}")
        yield page
        _say_goodbye(page)


@contextmanager
def _answering_page(browser: Browser, server: Server) -> Iterator[Page]:
    with _new_page(browser, clicks=True) as page:
        _open(page, server)
        page.wait_for_function("window.bench.working", timeout=PATIENCE)
        yield page


def _open(page: Page, server: Server) -> None:
    page.goto(server.page, wait_until="commit")
    page.wait_for_function("window.bench?.seen", timeout=PATIENCE)


def _wait_until_complete(page: Page, server: Server) -> None:
    page.wait_for_selector(server.ready, state="attached")
    page.wait_for_load_state("load")
    page.wait_for_timeout(SETTLE)


def _click(page: Page) -> list[float]:
    """Click 20 times with the mouse, a different control each time, and give the times to paint."""
    controls = page.locator(CONTROLS)
    before, count = page.evaluate("window.bench.paints.length"), controls.count()
    for number in range(CLICKS):
        controls.nth((number + 1) % count).click()
        page.wait_for_timeout(50)
    answered = "before => window.bench.paints.length + window.bench.lost >= before"
    page.wait_for_function(answered, arg=before + CLICKS, timeout=5_000)
    return list(page.evaluate("window.bench.paints")[before:])


def _arrival(page: Page, seen: dict[str, Any]) -> dict[str, Any]:
    content = _content(page, seen)
    return {"content": content, "working": seen["working"], "usable": max(content, seen["working"])}


def _content(page: Page, seen: dict[str, Any]) -> float:
    """When the title was on the screen: it is there to be seen, and something has been painted."""
    painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")
    return max(painted, seen["seen"])


def _count_traffic(page: Page) -> dict[str, int]:
    """Count what goes over the wire, headers and the frame behind the page included."""
    traffic = {"requests": 0, "bytes": 0}

    def sent(event: dict[str, Any]) -> None:
        traffic["requests"] += event["request"]["url"].startswith("http")

    def received(event: dict[str, Any]) -> None:
        traffic["bytes"] += int(event["encodedDataLength"])

    session = page.context.new_cdp_session(page)
    session.on("Network.requestWillBeSent", sent)
    session.on("Network.loadingFinished", received)
    session.send("Network.enable")
    return traffic


def _say_goodbye(page: Page) -> None:
    """Leave the page so that it may send its last word before its context closes."""
    page.goto("about:blank")
    page.context.new_page().wait_for_timeout(200)
