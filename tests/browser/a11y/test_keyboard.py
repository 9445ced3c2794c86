"""The whole course with keys alone: from the home page to the last answer, with the focus always seen."""

from collections.abc import Iterator

import pytest
from miss.schema.content import Content
from playwright.sync_api import Page, expect

from tests.browser.a11y.by_keys import check, how, risks, what, why
from tests.browser.a11y.focus import Keys
from tests.browser.deliveries import ServedSite
from tests.browser.holding import held_back
from tests.browser.moment_bar import NEXT
from tests.browser.server import VoilaServer
from tests.browser.test_done import finish_cases
from tests.browser.test_layout_shift import PAINTED
from tests.browser.test_widgets import attached
from tests.browser.walking import ELEMENT


def leave(keys: Keys) -> None:
    """Go on to the next page; the focus stays on Next within a moment, and goes to the heading of the next one."""
    keys.tab_to(NEXT)
    keys.page.evaluate(PAINTED)  # the bar has followed
    while (keys.page.locator(NEXT).get_attribute("href") or "").startswith("#"):
        keys.press("Enter")
        expect(keys.page.locator(f"{NEXT}, .moment :is(h1, h2)").and_(keys.page.locator(":focus"))).to_have_count(1)
        if not keys.page.locator(f"{NEXT}:focus").count():
            keys.tab_to(NEXT)
    keys.page.keyboard.press("Enter")


def case(keys: Keys, _content: Content) -> None:
    """Come to the end of a case, and to its last control: test_case.py walks the inside of one by keys."""
    keys.page.evaluate("document.activeElement.blur()")
    finish_cases(keys.page)
    keys.tab_to(f"{ELEMENT} .end .again")


@pytest.mark.parametrize(("width", "height"), [(360, 640), pytest.param(1280, 800, marks=pytest.mark.full)])
def test_the_whole_course_with_keys_alone(
    page: Page, site: ServedSite, content: Content, width: int, height: int
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": height})
    page.goto(site.address)
    keys = Keys(page)
    keys.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    keys.press("Enter")
    expect(page.locator("main")).to_be_focused()
    keys.tab_to(".way li a")
    page.keyboard.press("Enter")
    for section, work in zip(content.sections, (what, why, how, risks, check, case, case), strict=True):
        expect(page.get_by_role("heading", level=1)).to_have_text(section.title)
        work(keys, content)
        expect(page.locator(".section-verdict")).to_have_text("This section is done.")
        if section != content.sections[-1]:
            leave(keys)
    assert keys.stops > 400
    assert not keys.faults


def without_bar(stops: Iterator[str]) -> list[str]:
    """Leave out the bar, which follows the focus from moment to moment: it comes after each of them."""
    return [stop for stop in stops if not stop.startswith(('<a class="back"', '<a class="next'))]


@pytest.mark.parametrize("name", ["index", "1-what-it-is", "4-risks"])
def test_backward_is_the_way_forward_turned_round(page: Page, site: ServedSite, name: str) -> None:
    page.goto(f"{site.address}{name}.html")
    keys = Keys(page)
    forward = without_bar(keys.stops_until("footer .appendices li:first-child a"))
    back = without_bar(keys.stops_until(".skip", "Shift+Tab"))
    assert [*forward[-2::-1]] == back and len(forward) > 15
    assert not keys.faults


WIDGETS = {
    "2-why-it-is-done": ".choices input",
    "3-how-it-is-done": "procedure-slider input",
    "4-risks": ".card .guess",
    "5-check-yourself": "form.start select",
}


@pytest.mark.full
@pytest.mark.parametrize("name", WIDGETS)
def test_the_kernel_takes_no_focus(page: Page, voila: VoilaServer, name: str) -> None:
    with held_back(page, "**/voila/render/**"):
        page.goto(f"{voila.address}{name}.html")
        keys = Keys(page)
        keys.tab_to(WIDGETS[name])
        at = keys.look()["name"]
        assert page.locator("[data-attached]").count() == 0
    attached(page, voila)
    assert keys.look()["name"] == at
    keys.press("Tab")
    keys.press("Shift+Tab")
    assert keys.look()["name"] == at
    assert not keys.faults


FAULTS = {
    "a focus outline removed": (":focus-visible { outline: none !important }", "no mark of the focus"),
    "a header over the focus": ("html { scroll-padding: 0 !important } header.site { height: 60vh }", "under <"),
    "an outline nobody sees": (":focus-visible { outline-color: transparent !important }", "no mark of the focus"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found(page: Page, site: ServedSite, fault: str) -> None:
    style, found = FAULTS[fault]
    page.goto(f"{site.address}4-risks.html")
    page.add_style_tag(content=style)
    keys = Keys(page)
    keys.tab_to(NEXT)
    keys.tab_to(".skip", "Shift+Tab")
    assert found in " ".join(keys.faults)


def test_a_lost_focus_is_found(page: Page, site: ServedSite) -> None:
    page.goto(f"{site.address}4-risks.html")
    page.evaluate("document.querySelector('.reveal-all').addEventListener('click', (e) => e.target.remove())")
    keys = Keys(page)
    keys.tab_to(".reveal-all")
    keys.press("Enter")
    assert keys.faults[-1].endswith("the focus is lost")
