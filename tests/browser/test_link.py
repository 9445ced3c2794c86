"""The QR codes of permalinks open the state that they name, and never an address that a phone cannot reach."""

import mimetypes
from collections.abc import Iterator
from pathlib import Path

import pytest
from miss.export.site import write_site
from miss.schema.content import Content
from miss.web.qr import site_qr_codes
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.conftest import COURSE

from .codes import read_window
from .second_element import with_second_element
from .test_widgets import Course

SCHOOL = "https://school.example/course/"
CODE = "Show a QR code for this"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("school") / "site"
    write_site(COURSE, folder, SCHOOL)
    return folder


def serve_at_school(page: Page, folder: Path) -> None:
    """Serve the files at the school's address."""

    def respond(route: Route) -> None:
        file = folder / (route.request.url.removeprefix(SCHOOL).split("?")[0].split("#")[0] or "index.html")
        if not file.is_file():
            route.fulfill(status=404, body="")
            return
        route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0] or "text/plain")

    page.context.route(f"{SCHOOL}**", respond)


@pytest.fixture
def phone(chromium: Browser, built: Path) -> Iterator[Page]:
    """Another device, without stored progress."""
    with chromium.new_page(viewport={"width": 360, "height": 740}) as opened:
        serve_at_school(opened, built)
        yield opened


def open_code(page: Page, address: str, label: str = CODE) -> None:
    page.goto(address)
    page.get_by_role("button", name=label, exact=True).click()


def test_every_condition_of_a_site_has_its_code(page: Page, phone: Page, built: Path, content: Content) -> None:
    serve_at_school(page, built)
    stem = "2-why-it-is-done"
    open_code(page, f"{SCHOOL}{stem}.html")
    assert read_window(page, f"{stem}.condition-selector") == f"{SCHOOL}{stem}.html#condition-selector"
    for number, condition in enumerate(content.records["conditions"]):
        choices(page).nth(number).check()
        read = read_window(page, f"{stem}.condition-selector.{condition.id}")
        assert read == f"{SCHOOL}{stem}.html?condition={condition.id}#condition-selector"
    phone.goto(read)
    expect(choices(phone).last).to_be_checked()


def choices(page: Page) -> Locator:
    return page.locator("condition-selector").get_by_role("radio")


@pytest.mark.parametrize("every", [4, pytest.param(1, marks=pytest.mark.full)])
def test_every_step_and_risk_of_a_site_has_its_code(
    page: Page, phone: Page, built: Path, content: Content, every: int
) -> None:
    """Every file is there; some codes are read, the last one with a phone."""
    serve_at_school(page, built)
    for stem, kind, key, entries in (
        ("3-how-it-is-done", "step", "procedure-slider", content.records["procedure"].steps),
        ("4-risks", "risk", "risk-cards", content.records["risks"]),
    ):
        assert all((built / "codes" / f"{stem}.{key}.{entry.id}.svg").exists() for entry in entries)
        for entry in (*entries[:-1:every], entries[-1]):
            open_code(page, f"{SCHOOL}{stem}.html?{kind}={entry.id}")
            read = read_window(page, f"{stem}.{key}.{entry.id}")
            assert read == f"{SCHOOL}{stem}.html?{kind}={entry.id}#{key}"
        phone.goto(read)
        expect(shown(phone, kind)).to_have_attribute("data-id", entries[-1].id)


def shown(page: Page, kind: str) -> Locator:
    """The entry that a page shows of a kind."""
    open_now = {"step": ".steps > .entry:visible", "risk": "article.card:has(.back:visible)"}
    return page.locator(open_now[kind])


def test_every_page_of_a_site_has_its_code(page: Page, built: Path) -> None:
    serve_at_school(page, built)
    open_code(page, f"{SCHOOL}1-what-it-is.html", "Show a QR code for this page")
    assert read_window(page, "1-what-it-is") == f"{SCHOOL}1-what-it-is.html"
    open_code(page, f"{SCHOOL}index.html", "Show a QR code for the course")
    assert read_window(page, "index") == SCHOOL
    page.get_by_role("button", name="Show a QR code for the course").click()
    expect(page.locator(".code:visible")).to_have_count(0)


def test_a_round_of_a_site_falls_back_to_the_code_of_its_page(page: Page, built: Path) -> None:
    serve_at_school(page, built)
    remark = page.get_by_text("This code opens the page, not this very place")
    open_code(page, f"{SCHOOL}5-check-yourself.html")
    assert read_window(page, "5-check-yourself.knowledge-check") == f"{SCHOOL}5-check-yourself.html#knowledge-check"
    expect(remark).to_be_hidden()
    open_code(page, f"{SCHOOL}5-check-yourself.html?round=7-12")
    assert read_window(page, "5-check-yourself.knowledge-check") == f"{SCHOOL}5-check-yourself.html#knowledge-check"
    expect(remark).to_be_visible()


def test_codes_are_loaded_on_demand(page: Page, built: Path) -> None:
    serve_at_school(page, built)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{SCHOOL}2-why-it-is-done.html", wait_until="networkidle")
    assert not [url for url in requests if "codes/" in url]
    page.get_by_role("button", name=CODE, exact=True).click()
    read_window(page, "2-why-it-is-done.condition-selector")
    assert len([url for url in requests if "codes/" in url]) == 1


def test_each_of_two_elements_with_the_same_parameter_has_its_codes(page: Page, built: Path) -> None:
    serve_at_school(page, built)
    name = "2-why-it-is-done"
    html = with_second_element((built / f"{name}.html").read_text(encoding="utf-8"))
    codes = site_qr_codes({f"{name}.html": html}, COURSE.content, SCHOOL)
    page.route(f"{SCHOOL}{name}.html", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.route(
        f"{SCHOOL}codes/**",
        lambda route: route.fulfill(
            body=codes[route.request.url.removeprefix(SCHOOL).split("?")[0]], content_type="image/svg+xml"
        ),
    )
    page.goto(f"{SCHOOL}{name}.html")
    page.locator('[data-key="second"]').get_by_role("radio").nth(2).check()
    page.get_by_role("button", name=CODE, exact=True).last.click()
    id = COURSE.content.records["conditions"][2].id
    assert read_window(page, f"{name}.second.{id}") == f"{SCHOOL}{name}.html?condition={id}#second"
    assert f"codes/{name}.condition-selector.{id}.svg" in codes


def test_a_loopback_address_has_no_code(page: Page, course: Course) -> None:
    open_code(page, f"{course.address}2-why-it-is-done.html")
    expect(page.get_by_text("Only this computer can open the address of this page")).to_be_visible()
    expect(page.locator(".code img:visible")).to_have_count(0)


def test_a_site_without_codes_explains_how_to_create_them(page: Page, files: Course) -> None:
    serve_at_school(page, files.folder)
    open_code(page, f"{SCHOOL}4-risks.html")
    expect(page.get_by_text("This copy of the course has no QR codes")).to_be_visible()
    expect(page.locator(".code img:visible")).to_have_count(0)
