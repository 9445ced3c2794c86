"""The course in frames and under policies of other sites: it works without what they forbid, or shows a message."""

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, FrameLocator, Page, Route, expect

from .deliveries import FileSite
from .finish import choose_any
from .host import Host
from .server import VoilaServer

QUIZ, CHOICE, STEPS = "5-check-yourself.html", "2-why-it-is-done.html", "3-how-it-is-done.html"
HIDDEN_BY_SCRIPT = "condition-selector .entry"


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory, files: FileSite) -> Iterator[Host]:
    with Host(tmp_path_factory.mktemp("host")) as opened:
        opened.add(files.folder, "a")
        (opened.folder / "favicon.ico").touch()
        yield opened


@pytest.fixture
def a(host: Host) -> Iterator[str]:
    yield f"{host.address}a/"
    host.headers = {}


@pytest.fixture
def tab(context: BrowserContext) -> Iterator[Page]:
    """A page whose console errors about policies are ignored; our scripts must not throw."""
    opened, errors = context.new_page(), []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    assert not errors


def framed(tab: Page, host: Host, page: str, sandbox: str | None) -> FrameLocator:
    """Open a page of the course in a frame of another site."""
    attribute = "" if sandbox is None else f' sandbox="{sandbox}"'
    frame = f'<iframe{attribute} src="{host.address}a/{page}" width="1200" height="760"></iframe>'
    (host.folder / "frame.html").write_text(f"<!doctype html><title>Frame</title>{frame}", encoding="utf-8")
    tab.goto(f"{host.address.replace('127.0.0.1', 'localhost')}frame.html")
    return tab.frame_locator("iframe")


@pytest.mark.parametrize("sandbox", ["allow-scripts", "allow-scripts allow-same-origin", None])
def test_a_round_of_questions_in_a_frame(tab: Page, host: Host, sandbox: str | None) -> None:
    frame = framed(tab, host, f"{QUIZ}?view=trainer", sandbox)
    number = frame.get_by_label("Question set")  # for trainers only
    number.fill("99999")
    number.press("Enter")
    expect(frame.locator("article.item:visible")).to_have_count(0)  # past what the field takes
    number.fill("7")
    number.press("Enter")
    item = frame.locator("article.item:visible")
    expect(item).to_contain_text("Question 1 of 6")
    choose_any(item)
    item.get_by_role("button", name="Check my answer").click()
    expect(item.locator(".result")).not_to_be_empty()
    frame.get_by_role("button", name="Copy a link to this").click()
    expect(frame.locator("html")).not_to_have_class(re.compile("first-look"))  # at rest: the course is kept, or not
    assert "round=7-6" in (frame.get_by_label("Copy this link").input_value() if sandbox else "round=7-6")


def test_a_round_is_started_by_its_button(tab: Page, host: Host) -> None:
    frame = framed(tab, host, QUIZ, "allow-scripts")
    frame.get_by_role("button", name="Start").click()
    expect(frame.locator("article.item:visible")).to_contain_text("Question 1 of 6")


NO_PRINT = "The frame around this page does not let it print. Open the page in a tab of its own:"


def test_a_frame_that_forbids_printing_gets_a_message(tab: Page, host: Host, a: str) -> None:
    frame = framed(tab, host, STEPS, "allow-scripts")
    frame.get_by_role("button", name="Print this page").click()
    message = frame.locator(".no-print")
    expect(message).to_have_text(f"{NO_PRINT} {a}{STEPS}")
    expect(message.get_by_role("link")).to_have_attribute("target", "_blank")
    frame = framed(tab, host, STEPS, "allow-scripts allow-modals")
    frame.get_by_role("button", name="Print this page").click()
    tab.wait_for_timeout(1000)
    expect(frame.locator(".no-print")).to_be_empty()


POLICIES = {
    "nothing inline": "default-src 'self'",
    "no script inline": "default-src 'self'; style-src 'self' 'unsafe-inline'",
}


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_policies_against_inline_code(tab: Page, host: Host, a: str, policy: str) -> None:
    host.headers = {"Content-Security-Policy": policy}
    tab.goto(a + CHOICE)
    radio = tab.get_by_role("radio").nth(3)
    radio.check()
    expect(tab.locator(f"{HIDDEN_BY_SCRIPT}:visible")).to_have_count(1)
    assert tab.evaluate("getComputedStyle(document.querySelector('.unseen')).position") == "absolute"
    tab.get_by_role("button", name="Light or dark").click()
    expect(tab.get_by_role("button", name="Print this page")).to_be_visible()
    tab.goto(a + QUIZ)
    expect(tab.locator("html")).to_have_attribute("data-theme", "dark")
    tab.get_by_role("button", name="Start").click()
    expect(tab.locator("article.item:visible")).to_have_count(1)
    tab.goto(f"{a}4-risks.html?view=trainer")
    expect(tab.locator(".trainer-bar")).to_be_visible()
    assert tab.evaluate("getComputedStyle(document.querySelector('.trainer-note')).borderTopStyle") == "solid"


def hashed(site: Path) -> str:
    """Return a policy that allows only a page's own inline scripts."""
    inline = re.search(r"<script>(.*?)</script>", (site / CHOICE).read_text(encoding="utf-8"), re.DOTALL)
    assert inline
    digest = base64.b64encode(hashlib.sha256(inline[1].encode()).digest()).decode()
    return f"script-src 'self' 'sha256-{digest}'"


@pytest.mark.parametrize("broken", ["does not come", "cannot be read"])
@pytest.mark.parametrize("policy", [True, False], ids=["policy", "none"])
def test_a_page_without_its_script_shows_everything(
    context: BrowserContext, host: Host, a: str, files: FileSite, broken: str, policy: bool
) -> None:
    host.headers = {"Content-Security-Policy": hashed(files.folder)} if policy else {}
    page = context.new_page()
    page.route("**/course.js*", lambda route: route.abort() if broken == "does not come" else route.fulfill(body="}{"))
    page.goto(a + CHOICE)
    expect(page.locator("html")).to_have_class("")
    shown = page.locator(HIDDEN_BY_SCRIPT)
    expect(page.locator(f"{HIDDEN_BY_SCRIPT}:visible")).to_have_count(shown.count())
    expect(page.locator(".needs-script:visible")).to_have_count(0)


def answer(status: int, text: str, **headers: str) -> dict[str, object]:
    return {"status": status, "body": text, "headers": {"Content-Type": "text/html"} | headers}


WHOLE = "<body data-voila='voila'><script src='nothing.js'></script>"
REFUSALS = {
    "login": answer(200, "<form><input type=password></form><script src='x.js'></script>"),
    "forbidden": answer(403, "<h1>403</h1>"),
    "elsewhere": answer(302, "", Location="http://localhost:1/login"),
    "not in a frame": answer(200, WHOLE, **{"X-Frame-Options": "DENY"}),
    "silent": answer(200, WHOLE),
}


@pytest.mark.parametrize("refusal", REFUSALS.values(), ids=REFUSALS)
def test_a_refused_kernel_is_requested_once(chromium: Browser, voila: VoilaServer, refusal: dict[str, object]) -> None:
    with chromium.new_context() as context:
        page, requests = context.new_page(), []

        def refuse(route: Route) -> None:
            requests.append(route.request.url)
            route.fulfill(**refusal)  # type: ignore[arg-type]

        page.route("**/voila/render/*.ipynb*", refuse)
        page.clock.install()
        page.goto(voila.address + CHOICE)
        for _ in range(20):
            page.clock.run_for(60_000)
            page.wait_for_timeout(50)
        assert len(requests) == 1
        assert page.locator(".quiet").inner_text() == ""
        page.get_by_role("radio").nth(3).check()
        expect(page.locator(f"{HIDDEN_BY_SCRIPT}:visible")).to_have_count(1)


# A network that blocks WebSockets: each one closes before it opens.
NO_SOCKETS = """if (location.pathname.includes("/voila/")) window.WebSocket = class extends EventTarget {
  constructor() {
    super()
    setTimeout(() => this.dispatchEvent(new Event("close")), 50)
  }
  close() {}
  send() {}
}"""


def test_a_network_without_websockets_gets_no_message(tab: Page, voila: VoilaServer) -> None:
    requests: list[str] = []
    tab.on("request", lambda request: requests.append(request.url) if ".ipynb" in request.url else None)
    tab.add_init_script(NO_SOCKETS)
    tab.goto(voila.address + CHOICE)
    frame = tab.locator("iframe.kernel")
    expect(frame).to_have_count(1, timeout=30_000)
    expect(frame).to_have_count(0, timeout=90_000)
    tab.wait_for_timeout(500)
    assert tab.locator(".quiet").inner_text() == ""
    assert len(requests) == 1
