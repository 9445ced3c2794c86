"""Moments, and the one bar that leads through them: by Next, Back, links and keys, on every size, and without it."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from miss.interactions.questions.draw import draw
from miss.schema.content import Content
from miss.schema.text import plain
from playwright.sync_api import Browser, Page, expect

from tests.conftest import COURSE

from .at_rest import open_at_rest
from .deliveries import FileSite, ServedSite
from .moment_bar import BACK, LAST, MOMENT, NEXT, expect_moment
from .test_done import finish_cases
from .walking import ELEMENT

SECTIONS = [section.notebook for section in COURSE.content.sections]
LESSONS = [section.notebook for section in COURSE.content.sections if not section.own_session]
WHY, HOW, CHECK = SECTIONS[1], SECTIONS[2], SECTIONS[4]
SIZES = [(360, 740), (768, 1024), (1280, 800), (1920, 1080)]
# Where one is: the moment, the place in the bar, and the records that are shown in the moment.
SHOWN = f"""() => {{
  const id = ({MOMENT})()
  const moment = document.querySelector(`.moment[data-moment="${{id}}"]`)
  const open = [...moment.querySelectorAll(".entry[data-open], .item[data-open]")]
  return [id, document.querySelector(".moment-bar .place").textContent, open.map((each) => each.dataset.id).join()]
}}"""
# The first control of an interaction, with what is pressed for it: how far it leaves the room between header and bar.
FIRST_CONTROL_OUTSIDE = """() => {
  const controls = [...document.querySelectorAll("main .lesson :is(button, input, select)")]
  const first = controls.find((each) => each.checkVisibility() && !each.closest(".read-aloud"))
  const { top, bottom } = (first.closest("label") ?? first).getBoundingClientRect()
  const room = document.querySelector(".moment-bar").getBoundingClientRect().top
  const above = document.querySelector("header.site").getBoundingClientRect().bottom
  return Math.max(above - top, bottom - room, 0)
}"""
FOCUSED = "document.activeElement.closest('.moment').dataset.moment"
HEIGHTS = "[...document.querySelectorAll('.moment')].map((each) => [each.dataset.moment, each.offsetHeight])"


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    size: Any = {"width": 360, "height": 740}
    with chromium.new_context(viewport=size, reduced_motion="reduce") as context:
        context.set_default_timeout(30_000)
        yield context.new_page()


def press_next(page: Page) -> None:
    """Press Next; if it leads to another page, wait until that is the page and has its bar."""
    address = page.locator(NEXT).get_attribute("href") or ""
    page.locator(NEXT).click()
    if not address.startswith("#"):
        page.wait_for_url(f"**/{address}")
        if not address.startswith("keep"):
            expect(page.locator(".moment-bar")).to_be_visible()


def test_next_alone_leads_through_the_whole_course(phone: Page, site: ServedSite, content: Content) -> None:
    phone.goto(site.address)
    phone.get_by_role("link", name="Start").click()
    expect(phone.locator(".moment-bar")).to_be_visible()
    moments, records = [], []
    for _ in range(100):
        if phone.url.endswith("keep.html"):
            break
        if phone.locator(f"{ELEMENT}:not([data-at-end])").count():
            finish_cases(phone)  # the inside of a case is walked in test_case.py
        id, _, shown = phone.evaluate(SHOWN)
        moments.append(id)
        records.append(shown)
        press_next(phone)
    expected = [id for section in content.sections for id in (*(topic.id for topic in section.topics), "section-end")]
    assert [id for index, id in enumerate(moments) if [id] != moments[index - 1 : index]] == expected
    entries = [each.id for name in ("conditions",) for each in content.records[name]]
    assert [id for id in records if id in entries] == entries
    steps = [step.id for step in content.records["procedure"].steps]
    assert [id for id in records if id in steps] == steps
    asked = [id for id in records if id in {item.id for item in content.records["quiz"]}]
    between = [id for placed in content.placed if not placed.tests_section for id in placed.items]
    assert asked[: len(between)] == between and len(asked) == len(between) + 6
    expect(phone.locator("header.site [data-section=how]")).to_contain_text("6 of 6 steps")


def test_back_is_the_way_back(phone: Page, site: ServedSite) -> None:
    phone.goto(f"{site.address}{HOW}.html")
    way = [phone.evaluate(SHOWN)]
    while phone.locator(NEXT).get_attribute("href").startswith("#"):  # type: ignore[union-attr]
        phone.locator(NEXT).click()
        way.append(phone.evaluate(SHOWN))
    assert ["procedure", "Step 2 of 6", "cut"] in way
    assert len(way) == 10
    for before in way[-2::-1]:
        phone.locator(BACK).click()
        assert phone.evaluate(SHOWN) == before
    phone.locator(BACK).click()
    phone.wait_for_url(f"**/{WHY}.html")


def test_the_browsers_back_leads_to_the_moment_before(phone: Page, site: ServedSite) -> None:
    phone.goto(f"{site.address}{WHY}.html")
    phone.locator(NEXT).click()
    expect_moment(phone, "conditions")
    assert phone.url.endswith("#conditions")
    phone.go_back()
    expect_moment(phone, "other-treatment-first")
    expect(phone.locator(NEXT)).to_have_attribute("href", "#conditions")
    phone.go_forward()
    expect_moment(phone, "conditions")
    expect(phone.locator(NEXT)).to_have_attribute("href", "#may-help")


def test_a_link_shows_its_moment_and_the_bar_follows(phone: Page, course: FileSite, content: Content) -> None:
    limits = next(topic for topic in content.sections[1].topics if topic.id == "limits")
    found = quote(plain(limits.body[-1].text))
    for address, next_moment, place in (
        ("#limits", "#section-end", ""),
        (f"#:~:text={found}", "#section-end", ""),
        ("?condition=broken-vertebra#conditions", "#may-help", "6 of 8"),
        ("?condition=broken-vertebra", "#may-help", "6 of 8"),
        ("#section-end", "3-how-it-is-done.html", "How it is done"),
    ):
        phone.goto("about:blank")
        phone.goto(f"{course.address}{WHY}.html{address}")
        expect(phone.locator(NEXT)).to_have_attribute("href", next_moment)
        expect(phone.locator(".moment-bar .place")).to_have_text(place)
    expect(phone.locator(NEXT)).to_have_accessible_name("Next: How it is done")


def test_scrolling_moves_the_bar_along(phone: Page, site: ServedSite) -> None:
    phone.goto(f"{site.address}{WHY}.html")
    for id, following in (("limits", "#section-end"), ("conditions", "#may-help")):
        phone.evaluate(f"document.getElementById('{id}').scrollIntoView()")
        expect(phone.locator(NEXT)).to_have_attribute("href", following)
    phone.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(phone.locator(NEXT)).to_have_attribute("href", "3-how-it-is-done.html")


def test_the_place_follows_what_is_chosen_and_is_there_again(phone: Page, site: ServedSite) -> None:
    phone.goto(f"{site.address}{WHY}.html#conditions")
    place = phone.locator(".moment-bar .place")
    expect(phone.locator(NEXT)).to_have_attribute("href", "#may-help")
    expect(place).to_have_text("")
    phone.locator(".choices input").nth(4).check()
    expect(place).to_have_text("5 of 8")
    phone.reload()
    expect(place).to_have_text("5 of 8")


def test_next_is_solid_unless_something_is_to_be_answered(phone: Page, site: ServedSite) -> None:
    phone.goto(f"{site.address}{CHECK}.html")
    next_link = phone.locator(NEXT)
    solid = re.compile(r"\bon\b")
    expect(next_link).not_to_have_class(solid)
    pool = COURSE.content.records["quiz"]
    kinds = {item.id: item.kind for item in pool}
    seed = next(seed for seed in range(1, 99) if kinds[draw(pool, 6, seed)[0]] == "reply")  # one option answers it
    phone.evaluate("seed => { document.querySelector('form.start').elements.seed.value = seed; }", seed)
    next_link.click()
    expect(phone.locator(".moment-bar .place")).to_have_text("Question 1 of 6")
    expect(next_link).not_to_have_class(solid)
    phone.locator("article.item:visible .option :is(input, .down)").first.click()
    phone.get_by_role("button", name="Check my answer").click()
    expect(next_link).to_have_class(solid)
    next_link.click()
    expect(phone.locator(".moment-bar .place")).to_have_text("Question 2 of 6")
    expect(next_link).not_to_have_class(solid)


OWN_CONTROLS = {HOW: "procedure-slider :is(.previous, .next)", CHECK: "knowledge-check .controls :is(.previous, .next)"}


@pytest.mark.parametrize("name", OWN_CONTROLS)
def test_the_bar_takes_the_place_of_an_elements_own_controls(phone: Page, site: ServedSite, name: str) -> None:
    own = phone.locator(f"{OWN_CONTROLS[name]}:visible")
    phone.goto(f"{site.address}{name}.html?round=1-6")
    expect(phone.locator(".moment-bar")).to_be_in_viewport()
    expect(own).to_have_count(0)
    phone.set_viewport_size({"width": 740, "height": 300})  # so low that nothing stands over the text
    expect(phone.locator(".moment-bar")).not_to_be_in_viewport()
    expect(own.first).to_be_visible()
    phone.set_viewport_size({"width": 360, "height": 740})
    expect(own).to_have_count(0)
    phone.goto(f"{site.address}{name}.html?round=1-6&view=trainer")
    expect(own.first).to_be_visible()
    expect(phone.locator(".moment-bar")).to_be_hidden()
    expect(phone.locator("nav.turn")).to_be_visible()


def test_keys_begin_a_moment_at_its_heading_and_stay_at_the_bar_within_it(phone: Page, site: ServedSite) -> None:
    phone.goto(f"{site.address}{WHY}.html")
    phone.locator(NEXT).focus()
    phone.keyboard.press("Enter")
    expect_moment(phone, "conditions")
    expect(phone.get_by_role("heading", name="Eight conditions")).to_be_focused()
    phone.keyboard.press("Tab")
    assert phone.evaluate(FOCUSED) == "conditions"
    phone.locator(NEXT).focus()
    phone.keyboard.press("Enter")
    expect(phone.locator("condition-selector .status")).to_have_text("Herniated disk is shown.")
    expect(phone.locator(NEXT)).to_be_focused()
    phone.keyboard.press("Shift+Tab")  # to Back
    phone.keyboard.press("Shift+Tab")
    assert phone.evaluate(FOCUSED) == "conditions"
    for _ in range(3):
        phone.keyboard.press("Tab")
    assert phone.evaluate(FOCUSED) == "may-help"


def test_keys_come_from_a_moment_to_the_bar(phone: Page, site: ServedSite) -> None:
    phone.goto(f"{site.address}{WHY}.html")
    last = phone.locator('.moment[data-moment="other-treatment-first"] summary').last
    last.focus()
    phone.keyboard.press("Tab")  # over Back
    phone.keyboard.press("Tab")
    expect(phone.locator(NEXT)).to_be_focused()
    phone.keyboard.press("Enter")
    expect_moment(phone, "conditions")
    expect(phone.get_by_role("heading", name="Eight conditions")).to_be_focused()


@pytest.mark.parametrize("name", SECTIONS)
def test_the_first_interaction_is_on_the_first_screen(page: Page, site: ServedSite, name: str) -> None:
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        open_at_rest(page, f"{site.address}{name}.html")
        assert page.evaluate(FIRST_CONTROL_OUTSIDE) == 0, (width, height)


@pytest.mark.parametrize("name", LESSONS)
def test_a_moment_has_two_screens_at_most_and_a_section_eight(phone: Page, site: ServedSite, name: str) -> None:
    """A case is longer: one moment has the chart, the story and a question of a stop, and the bar leads through."""
    open_at_rest(phone, f"{site.address}{name}.html")
    heights = dict(phone.evaluate(HEIGHTS))
    assert not {id: height for id, height in heights.items() if height > 2 * 740}
    assert phone.evaluate("document.documentElement.scrollHeight") <= 8 * 740


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_moment_is_a_screen_high_and_begins_under_the_header(
    page: Page, site: ServedSite, width: int, height: int
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{site.address}{SECTIONS[3]}.html#talk")
    expect(page.locator(NEXT)).to_have_attribute("href", "#section-end")
    page.locator(NEXT).click()
    expect_moment(page, "section-end")
    top, bottom = page.evaluate(
        "(() => { const { top, bottom } = document.querySelector('.moment:last-of-type').getBoundingClientRect();"
        " return [top, bottom] })()"
    )
    header = page.locator("header.site").bounding_box()
    bar = page.locator(".moment-bar").bounding_box()
    assert header and bar and bar["height"] == (72 if width < 1000 else 80) and bar["y"] + bar["height"] == height
    assert abs(top - header["height"]) <= 1.5 and bar["y"] - 1 <= bottom <= bar["y"] + 1.5


@pytest.mark.parametrize("width", [1280, 1920])
def test_words_stand_beside_a_picture_that_stays(page: Page, site: ServedSite, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site.address}{SECTIONS[0]}.html#smaller-cuts")
    picture = page.locator("picture-comparison").bounding_box()
    words = page.locator("#smaller-cuts h2").bounding_box()
    assert picture and words and abs(picture["y"] - words["y"]) < 24
    assert picture["x"] + picture["width"] < words["x"]
    assert page.locator("picture-comparison").evaluate("each => getComputedStyle(each).position") == "sticky"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [1280, 1920])
def test_a_question_stands_beside_what_it_is_about(page: Page, site: ServedSite, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for name, id in ((WHY, "other-treatment-first"), (WHY, "may-help"), (SECTIONS[3], "talk")):
        page.goto(f"{site.address}{name}.html#{id}")
        question = page.locator(f'[data-moment="{id}"] .item[data-open]').bounding_box()
        words = page.locator(f"#{id} h2").bounding_box()
        assert question and words and abs(question["y"] - words["y"]) < 24
        assert words["x"] + words["width"] < question["x"]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("name", SECTIONS)
def test_on_a_phone_on_its_side_next_stays(phone: Page, site: ServedSite, name: str) -> None:
    phone.set_viewport_size({"width": 740, "height": 360})
    open_at_rest(phone, f"{site.address}{name}.html")
    for _ in range(3):
        expect(phone.locator(NEXT)).to_be_in_viewport(ratio=1)
        bar = phone.locator(".moment-bar").bounding_box()
        assert bar and bar["height"] <= 52
        phone.locator(NEXT).click()
    expect(phone.locator("header.site")).not_to_be_in_viewport()


def test_in_a_small_window_nothing_covers_the_page(phone: Page, site: ServedSite) -> None:
    """A laptop at 400 percent."""
    phone.set_viewport_size({"width": 320, "height": 200})
    open_at_rest(phone, f"{site.address}{WHY}.html")
    expect(phone.locator(".moment-bar")).to_have_css("position", "static")
    expect(phone.locator("header.site")).to_have_css("position", "static")


def test_all_of_it_is_printed_without_the_bar(phone: Page, site: ServedSite) -> None:
    open_at_rest(phone, f"{site.address}{WHY}.html")
    phone.emulate_media(media="print")
    expect(phone.locator(".moment-bar")).to_be_hidden()
    assert phone.locator(".moment").count() == 5
    parts = phone.locator(".moment > :not(.moment-bar)")
    assert parts.count() == 14 and all(part.is_visible() for part in parts.all())
    assert min(height for _, height in phone.evaluate(HEIGHTS)) < 400


def test_without_a_script_there_is_no_bar_and_every_moment(
    chromium: Browser, site: ServedSite, content: Content
) -> None:
    with chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        for section in content.sections:
            page.goto(f"{site.address}{section.notebook}.html")
            expect(page.locator(".moment-bar")).to_be_hidden()
            expect(page.locator("nav.turn a[rel=next]")).to_be_visible()
            assert all(moment.is_visible() for moment in page.locator(".moment > *:not(.moment-bar)").all())


def test_with_a_script_the_bar_alone_leads_on(page: Page, site: ServedSite, content: Content) -> None:
    for section in content.sections:
        page.goto(f"{site.address}{section.notebook}.html")
        expect(page.locator("nav.turn")).to_be_hidden()
    page.evaluate(LAST)
    expect(page.locator(NEXT)).to_have_attribute("href", "keep.html")
    page.locator(NEXT).click()
    expect(page.locator("nav.turn a[rel=prev]")).to_be_visible()
    expect(page.locator(".moment-bar")).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_way_on_stands_where_it_stood(page: Page, site: ServedSite, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{site.address}{WHY}.html")
    place = page.locator(NEXT).bounding_box()
    page.locator("main :is(summary, input)").first.focus()  # the bar comes behind what is used
    expect(page.locator(".moment > .moment-bar")).to_have_count(1)
    assert page.locator(NEXT).bounding_box() == place


def test_the_way_on_looks_the_same_behind_an_act(page: Page, site: ServedSite) -> None:
    page.goto(f"{site.address}{SECTIONS[3]}.html")
    parts = [page.locator(f".moment-bar {part}") for part in (".back", ".next")]
    before = [part.bounding_box() for part in parts]
    page.locator(".bin").first.click()
    expect(page.locator("risk-cards .moment-bar")).to_have_count(1)
    assert [part.bounding_box() for part in parts] == before
