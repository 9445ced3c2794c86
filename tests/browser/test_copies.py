"""A server that is gone, hangs or is refused by its proxy: the app goes on from the copies in the tab."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from miss.schema.content import Content
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.conftest import COURSE
from tests.support.waiting import wait_until

from .a11y.states import page_names
from .at_rest import open_at_rest
from .conftest import page_without_errors
from .deliveries import ServedSite
from .moment_bar import leave_section
from .server import MissServer
from .test_make_class import ClassServer, networks
from .test_widgets import condition_choice

COPIES = (
    "Object.keys(sessionStorage).filter((key) => key.includes(' copy ')).map((key) => key.split(' ').at(-1)).sort()"
)
LOST = "The course does not answer just now."
WHY, HOW, RISKS = "2-why-it-is-done", "3-how-it-is-done", "4-risks"


class Room(ClassServer):
    """The course at this machine's network address: no secure context, so no service worker."""

    def open(self, parts: Any) -> None:
        super().open(parts)
        self.address = self.public

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(timeout=30)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """A server that each test leaves running."""
    with opened(tmp_path_factory.mktemp("room")) as server:
        yield server


@contextmanager
def opened(folder: Path) -> Iterator[Room]:
    if not networks():
        pytest.skip("This machine is on no network, so no other device could reach it.")
    with Room(folder) as server:
        yield server


@pytest.fixture(scope="session")
def content() -> Content:
    """What students have of the course in a class."""
    return COURSE.content.for_students()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that must not log an error, such as a breach of its policy; the browser logs that nothing answers."""
    with page_without_errors(context, lambda error: error.startswith("Failed to load resource")) as opened:
        yield opened


@contextmanager
def unplugged(page: Page) -> Iterator[None]:
    """Nothing answers this page's browser."""
    page.context.set_offline(True)
    try:
        yield
    finally:
        page.context.set_offline(False)


def open_with_copies(page: Page, address: str, content: Content) -> None:
    """Open a page, and wait until the tab has a copy of every page."""
    page.goto(address)
    wait_until(lambda: page.evaluate(COPIES) == sorted(page_names(content)), "every page is copied")


def header(page: Page, number: int) -> None:
    """Follow the header's link to a section."""
    section_link(page, number).evaluate("(link) => link.click()")  # without scrolling there


def section_link(page: Page, number: int) -> Locator:
    return page.locator("header.site nav a").nth(number - 1)


def follow(link: Locator) -> None:
    """Follow a link without scrolling to it, and wait until its page has left."""
    link.evaluate("(link) => { document.body.dataset.left = ''; link.click() }")
    expect(link.page.locator("body[data-left]")).to_have_count(0)


def assert_shows(page: Page, content: Content, name: str) -> None:
    """The page works, and all around it is its own."""
    section = next(each for each in content.sections if each.notebook == name)
    expect(page).to_have_title(re.compile(f"^{re.escape(section.title)} "))
    assert page.url.partition("?")[0].partition("#")[0].endswith(f"/{name}.html")
    expect(page.locator("h1")).to_have_text(section.title)
    expect(page.locator("header.site nav [aria-current=page]")).to_have_count(1)
    expect(page.locator("header.site nav [aria-current=page]")).to_contain_text(section.short)
    expect(page.locator(".lesson:not([data-live])")).to_have_count(0)
    assert page.locator("meta[name=description]").count() == 1


@pytest.mark.parametrize("links", [1, pytest.param(5, marks=pytest.mark.full)])
def test_every_section_is_reached_from_every_page(page: Page, room: Room, content: Content, links: int) -> None:
    """From every page, one section after the other, or all of them."""
    open_with_copies(page, room.address, content)
    assert not page.evaluate("isSecureContext")
    with unplugged(page):
        for index, start in enumerate(page_names(content)):
            for more in range(links):
                number = (index + more) % len(content.sections)
                go_to(page, start)
                follow(section_link(page, number + 1))
                assert_shows(page, content, content.sections[number].notebook)
                expect(page.locator(".quiet")).to_contain_text(LOST)
        header(page, 1)
        for section, after in zip(content.sections, content.sections[1:], strict=False):
            assert_shows(page, content, section.notebook)
            leave_section(page)
            assert_shows(page, content, after.notebook)


def go_to(page: Page, name: str) -> None:
    """Follow the link to a page that every page has."""
    link = page.locator(f"header.site a[href='{name}.html'], footer.site a[href='{name}.html']").first
    follow(link)  # some are for trainers only
    expect(page.locator("html")).to_have_attribute("data-page", name)


def test_back_and_forward_lead_through_pages_with_and_without_a_server(
    page: Page, folder: Path, content: Content
) -> None:
    with opened(folder) as server:
        open_with_copies(page, server.address, content)
        header(page, 1)
        page.wait_for_url("**/1-what-it-is.html")
        header(page, 2)
        page.wait_for_url(f"**/{WHY}.html")
        server.kill()
        page.evaluate("scrollTo(0, 700)")
        header(page, 3)
        assert_shows(page, content, HOW)
        assert page.evaluate("scrollY") == 0
        expect(page.locator("main.course")).to_be_focused()
        page.evaluate("scrollTo(0, 500)")
        header(page, 4)
        assert_shows(page, content, RISKS)
        page.go_back()
        assert_shows(page, content, HOW)
        wait_until(lambda: abs(page.evaluate("scrollY") - 500) < 2, "the page is where it was scrolled to")
        page.go_back()
        assert_shows(page, content, WHY)
        wait_until(lambda: abs(page.evaluate("scrollY") - 700) < 2, "the page is where it was scrolled to")
        page.go_forward()
        assert_shows(page, content, HOW)
        page.go_back()
        page.go_back()
        assert_shows(page, content, "1-what-it-is")


def test_what_was_done_without_a_server_is_there_when_it_comes_back(page: Page, folder: Path, content: Content) -> None:
    with opened(folder) as server:
        open_with_copies(page, f"{server.address}{WHY}.html", content)
        page.get_by_role("button", name="Light or dark").click()
        server.kill()
        header(page, 4)
        assert_shows(page, content, RISKS)
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        page.locator(".reveal").nth(3).click()
        header(page, 2)
        assert_shows(page, content, WHY)
        condition_choice(page, 2).check()
        header(page, 4)
        expect(page.locator(".reveal").nth(3)).to_have_attribute("aria-expanded", "true")
    with server:
        page.reload()
        expect(page.locator(".reveal").nth(3)).to_have_attribute("aria-expanded", "true")
        page.go_back()  # an entry of the document that was reloaded
        assert_shows(page, content, WHY)
        expect(condition_choice(page, 2)).to_be_checked()
        header(page, 5)
        page.wait_for_url("**/5-check-yourself.html")
        expect(page.locator(".quiet")).to_be_empty()
        header(page, 2)
        expect(condition_choice(page, 2)).to_be_checked()
        assert page.evaluate("performance.getEntriesByType('navigation')[0].name").endswith(f"{WHY}.html")


def test_a_link_that_is_followed_twice_leads_there_once(page: Page, room: Room, content: Content) -> None:
    open_with_copies(page, room.address, content)
    with unplugged(page):
        section_link(page, 2).evaluate("(link) => { link.click(); link.click() }")
        assert_shows(page, content, WHY)
        page.go_back()
        expect(page.locator("html")).to_have_attribute("data-page", "index")


def test_a_server_that_hangs_is_waited_for_three_seconds(page: Page, room: Room, content: Content) -> None:
    open_with_copies(page, room.address, content)
    with room.paused():
        header(page, 2)
        page.wait_for_timeout(2000)
        expect(page.locator("html")).to_have_attribute("data-page", "index")
        assert_shows(page, content, WHY)
        expect(page.locator(".quiet")).to_contain_text(LOST, timeout=3000)
    header(page, 3)
    page.wait_for_url(f"**/{HOW}.html")
    expect(page.locator(".quiet")).to_be_empty()


def test_a_permalink_in_a_copy_opens_its_state(page: Page, room: Room, content: Content) -> None:
    open_with_copies(page, room.address, content)
    with unplugged(page):
        page.evaluate("document.querySelector('main a').href = '3-how-it-is-done.html?step=4#procedure-slider'")
        page.locator("main a").first.click()
        assert_shows(page, content, HOW)
        expect(page.get_by_role("slider")).to_have_value("4")
        expect(page.locator("#procedure-slider")).to_be_in_viewport()
        assert page.url.endswith("3-how-it-is-done.html?step=4#procedure-slider")
        assert page.locator("#procedure-slider:target").count() == 1


def test_a_copy_looks_as_the_page_that_the_server_sends(page: Page, room: Room, content: Content) -> None:
    """Its styles are all there, under a policy that forbids them to be written into the page."""
    sizes = "[...document.querySelectorAll('main *, footer *, header *')].map((each) => each.clientHeight).join()"
    open_with_copies(page, room.address, content)
    for section in content.sections:
        open_at_rest(page, f"{room.address}{section.notebook}.html")
        sent = page.evaluate(sizes)
        page.goto(room.address)
        with unplugged(page):
            go_to(page, section.notebook)
            wait_until(lambda sent=sent: page.evaluate(sizes) == sent, f"{section.notebook} looks the same")


def test_a_link_is_the_browsers_own_while_the_server_answers(page: Page, room: Room, content: Content) -> None:
    """A pointer asks the server before the click; nothing is held back then, and a key waits for one answer."""
    open_with_copies(page, room.address, content)
    page.evaluate("addEventListener('click', (event) => { sessionStorage.held = event.defaultPrevented })")
    with page.expect_response(f"**/{WHY}.html"):
        page.locator("header.site nav a").nth(1).hover()
    page.wait_for_timeout(200)
    header(page, 2)
    page.wait_for_url(f"**/{WHY}.html")
    assert page.evaluate("sessionStorage.held") == "false"
    assert page.evaluate("performance.getEntriesByType('navigation')[0].name").endswith(f"{WHY}.html")


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_proxy_without_its_server_is_no_answer(
    context: BrowserContext, room: Room, content: Content, status: int
) -> None:
    page = context.new_page()
    open_with_copies(page, room.address, content)
    page.route("**/*.html", lambda route: route.fulfill(status=status, body="<h1>Bad gateway</h1>"))
    header(page, 2)
    assert_shows(page, content, WHY)


def unauthorized(route: Route) -> None:
    route.fulfill(status=401, body="<title>Who are you?</title>")


def portal(route: Route) -> None:
    route.fulfill(status=200, content_type="text/html", body="<title>Who are you?</title>")


@pytest.mark.parametrize("answer", [unauthorized, portal])
def test_a_login_is_shown(context: BrowserContext, room: Room, content: Content, answer: Any) -> None:
    page = context.new_page()
    open_with_copies(page, room.address, content)
    page.route("**/*.html", answer)
    header(page, 2)
    expect(page).to_have_title("Who are you?")
    assert page.evaluate(COPIES) == sorted(page_names(content))
    page.unroute("**/*.html")
    page.goto(room.address)
    with unplugged(page):
        header(page, 2)
        assert_shows(page, content, WHY)  # the login has replaced no copy


def test_a_redirect_to_the_login_is_followed(page: Page, folder: Path) -> None:
    with MissServer(folder, "--token=secret", "--CourseKernels.max_kernels=0") as server:
        open_with_copies(page, f"{server.address}?token=secret", COURSE.content)
        page.context.clear_cookies()
        header(page, 2)
        page.wait_for_url("**/login**")
        expect(page.locator("input[type=password]")).to_be_visible()


def test_other_clicks_are_left_to_the_browser(page: Page, room: Room, content: Content) -> None:
    """No tab is opened: Playwright does not always report one that opens while nothing answers."""
    open_with_copies(page, room.address, content)
    link = page.locator("header.site li[data-section='why'] a")
    with unplugged(page):
        held = "addEventListener('click', (event) => { window.held = event.defaultPrevented; event.preventDefault() })"
        page.evaluate(held)
        for modifier in ("Control", "Shift", "Alt", "Meta"):
            link.click(modifiers=[modifier])  # type: ignore[list-item]
            assert page.evaluate("held") is False, modifier
            page.evaluate("delete window.held")
        for attribute, value in (("target", "_blank"), ("download", "page"), ("href", "http://127.0.0.1:9/x.html")):
            link.evaluate("(link, [name, value]) => link.setAttribute(name, value)", [attribute, value])
            link.click()
            assert page.evaluate("held") is False, attribute
            link.evaluate("(link, name) => link.removeAttribute(name)", attribute)
            link.evaluate("(link) => { link.href = '2-why-it-is-done.html' }")
        link.click()
        assert page.evaluate("held") is True
        expect(page).to_have_url(f"{room.address}{WHY}.html")


def test_a_copy_of_another_version_is_not_shown(context: BrowserContext, room: Room, content: Content) -> None:
    page = context.new_page()
    open_with_copies(page, room.address, content)
    page.evaluate(
        """for (const key of Object.keys(sessionStorage)) if (key.endsWith("2-why-it-is-done"))
             sessionStorage[key] = sessionStorage[key].replace(/course.js[?]v=\\w+/, "course.js?v=0123456789ab")"""
    )
    with unplugged(page), page.expect_event("requestfailed", lambda request: request.is_navigation_request()):
        header(page, 2)  # the browser says that it is offline


def test_nothing_is_copied_for_who_saves_data(page: Page, room: Room) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    assert copies_at_rest(page, room.address) == []


def copies_at_rest(page: Page, address: str) -> list[str]:
    open_at_rest(page, address)
    page.wait_for_timeout(3000)
    return list(page.evaluate(COPIES))


def test_a_site_has_its_service_worker_instead(page: Page, site: ServedSite) -> None:
    assert copies_at_rest(page, site.address) == []


def test_an_authors_page_has_no_copies(page: Page, folder: Path) -> None:
    with MissServer(folder, "--watch") as server:
        assert copies_at_rest(page, server.address) == []


def test_copies_leave_room_in_the_storage(page: Page, room: Room, content: Content) -> None:
    page.add_init_script("if (location.protocol === 'http:') sessionStorage.other = 'x'.repeat(3_800_000)")
    copied = copies_at_rest(page, room.address)
    assert copied and len(copied) < len(page_names(content))


def test_the_trainers_notes_go_along(page: Page, room: Room) -> None:
    content = COURSE.content
    open_with_copies(page, f"{room.address}{WHY}.html?trainer={room.key}", content)
    expect(page.locator("header.opening + .trainer-note")).to_be_visible()
    with unplugged(page):
        header(page, 4)
        assert_shows(page, content, RISKS)
        expect(page.locator("header.opening + .trainer-note")).to_be_visible()
