"""The presenter's views, which students never load: notes, the slideshow, the speaker view and polls."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from miss.interactions.case.records import items_of
from miss.presenter.deck import deck
from miss.schema.content import Content
from miss.schema.item_kind import item_kind_of
from miss.schema.text import plain
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.conftest import COURSE

from .deliveries import FileSite
from .second_element import add_second_element
from .server import VoilaServer
from .test_progress_store import STORAGE_KEY
from .walking import CASES, PAGES

NAMES = ["index", *(section.notebook for section in COURSE.content.sections)]
CHECK = "5-check-yourself"
SLIDE = "footer.talk .number"
STORED_PRESENTATION = f"() => localStorage.getItem({STORAGE_KEY} + ' talk') ?? '{{}}'"


@pytest.fixture
def projector_context(chromium: Browser) -> Iterator[BrowserContext]:
    """The projector's browser context, in which other windows can be opened, too."""
    window = {"width": 1920, "height": 1080}
    with chromium.new_context(viewport=window, reduced_motion="reduce", has_touch=True) as context:  # type: ignore[arg-type]
        yield context


@pytest.fixture
def present(projector_context: BrowserContext) -> Callable[..., Page]:
    def open_page(course: FileSite | VoilaServer, name: str = "index") -> Page:
        page = projector_context.new_page()
        page.goto(f"{course.address}{name}.html?view=present")
        expect(page.locator(SLIDE)).not_to_be_empty()
        return page

    return open_page


def presentation(page: Page) -> dict[str, Any]:
    """The stored presentation. Wait for it, since a slide may be loading another page."""
    return dict(json.loads(page.wait_for_function(STORED_PRESENTATION).json_value()))


def trainer_texts(content: Content) -> list[str]:
    """The texts that only trainers read."""
    texts = [text.text for note in content.trainer for text in (*note.say, note.question, note.misunderstanding)]
    texts += [note.misunderstanding.thought for note in content.trainer]
    return [plain(text) for text in texts]


@pytest.mark.parametrize("name", NAMES)
def test_student_pages_contain_no_trainer_texts(page: Page, site: FileSite, content: Content, name: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{site.address}{name}.html", wait_until="networkidle")
    source = page.evaluate("document.documentElement.outerHTML + document.documentElement.textContent")
    assert not [text for text in trainer_texts(content) if text in source]
    assert not [url for url in requests if "trainer" in url]


def test_trainer_view_shows_every_note_and_is_remembered(page: Page, course: FileSite, content: Content) -> None:
    shown, keys = "", {}
    for number, name in enumerate(NAMES):
        page.goto(f"{course.address}{name}.html{'?view=trainer' if number == 0 else ''}")
        expect(page.locator(".trainer-bar")).to_be_visible()
        shown += " ".join(page.locator("main").text_content().split()) + " "  # type: ignore[union-attr]
        keys[name] = page.locator(".answer-key > li").count()
    assert not [text for text in trainer_texts(content) if text not in shown]
    assert keys[CHECK] == len(content.records["quiz"])
    assert all(keys[PAGES[key]] == len(items_of(case.stops)) for key, case in CASES.items())
    page.get_by_role("link", name="Back to the student's view").click()
    expect(page.locator(".trainer-note")).to_have_count(0)
    expect(page.get_by_role("link", name="For trainers")).to_be_visible()


def test_present_a_session_of_45_minutes_with_a_clicker(
    present: Callable[..., Page], site: FileSite, content: Content
) -> None:
    page, slides = present(site), deck(content, 45)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    for number, slide in enumerate(slides, start=1):
        expect(page.locator(SLIDE)).to_have_text(f"{number} / {len(slides)}")
        expect(page.locator("footer.talk .title")).to_have_text(slide.title)
        for selector in slide.show:
            expect(page.locator(f"main.course :is({selector})").first).to_be_visible()
        assert page.locator("main.course [data-shown]:visible").count() >= len(slide.show)
        assert page.evaluate("document.querySelector('main.course').scrollWidth <= innerWidth")
        next_slide(page)
    assert presentation(page)["at"] == len(slides) - 1
    assert not errors


def next_slide(page: Page) -> None:
    """Press the clicker until the next slide is shown: long slides and polls take more than one press."""
    before = presentation(page).get("at", 0)
    for _ in range(8):
        page.keyboard.press("PageDown")
        page.wait_for_load_state()
        page.wait_for_selector(SLIDE)
        if presentation(page)["at"] != before:
            return


def test_slides_show_one_thing_in_large_text(present: Callable[..., Page], site: FileSite) -> None:
    page = present(site, "4-risks")
    expect(page.locator("main.course h1:visible")).to_have_count(1)
    expect(page.locator("header.site")).to_be_hidden()
    size = page.evaluate("parseFloat(getComputedStyle(document.querySelector('[data-shown] .say')).fontSize)")
    assert size >= 30


def test_keys_and_swipes(present: Callable[..., Page], site: FileSite) -> None:
    page = present(site, "4-risks")
    page.keyboard.press("b")
    expect(page.locator(".black-screen")).to_be_visible()
    page.keyboard.press(".")
    expect(page.locator(".black-screen")).to_be_hidden()
    before = presentation(page)["at"]
    page.evaluate(SWIPE_LEFT)
    assert presentation(page)["at"] == before + 1
    page.keyboard.press("PageUp")
    assert presentation(page)["at"] == before
    page.keyboard.press("End")
    page.wait_for_url("**/5-check-yourself.html?view=present")
    page.keyboard.press("Home")
    page.wait_for_url("**/index.html?view=present")
    page.keyboard.press("Escape")
    page.wait_for_url("**/index.html?view=trainer")


SWIPE_LEFT = """() => {
  const touch = (type, x) => {
    const point = new Touch({ identifier: 1, target: document.body, clientX: x, clientY: 300 });
    const touches = type === "touchend" ? [] : [point];
    document.body.dispatchEvent(new TouchEvent(type, { bubbles: true, touches, changedTouches: [point] }));
  };
  touch("touchstart", 900);
  touch("touchend", 300);
}"""


def test_widgets_work_while_presenting(present: Callable[..., Page], site: FileSite, content: Content) -> None:
    page = present(site, "2-why-it-is-done")
    first = next(number for number, slide in enumerate(deck(content, 45)) if slide.kind == "condition")
    while presentation(page)["at"] < first:
        next_slide(page)
    page.locator(".figure-view[data-shown] .toggle.healthy").first.click()
    expect(page.locator("condition-selector .figure-view:not([hidden]) svg").first).to_have_attribute(
        "data-state", "healthy"
    )


def test_speaker_view_and_slideshow_stay_in_sync_after_reloads(
    projector_context: BrowserContext, present: Callable[..., Page], course: FileSite, content: Content
) -> None:
    projector, slides = present(course), deck(content, 45)
    notes = projector_context.new_page()
    notes.goto(f"{course.address}index.html?view=notes")
    title = notes.locator(".desk h1")
    for number in (1, 2):
        next_slide(projector)
        expect(title).to_have_text(slides[number].title)
        expect(notes.locator(".next-up")).to_contain_text(slides[number + 1].title)
    assert plain(content.note("section", "what").say[0].text) in notes.locator(".desk").inner_text()
    notes.reload()
    expect(title).to_have_text(slides[2].title)
    notes.get_by_role("button", name="On", exact=True).click()
    expect(projector.locator(SLIDE)).to_have_text(f"4 / {len(slides)}")
    projector.reload()
    expect(projector.locator(SLIDE)).to_have_text(f"4 / {len(slides)}")
    next_slide(projector)
    expect(title).to_have_text(slides[4].title)


def test_poll_shows_votes_and_reasons(present: Callable[..., Page], site: FileSite, content: Content) -> None:
    page, slides = present(site, "5-check-yourself"), deck(content, 45)
    while not slides[presentation(page)["at"]].item:
        next_slide(page)
    poll, item = page.locator(".room"), slides[presentation(page)["at"]].item
    for key, times in (("1", 3), ("2", 1)):
        for _ in range(times):
            page.keyboard.press(key)
    poll.locator("li").nth(1).get_by_role("button", name="One fewer").click()
    poll.locator("li").nth(1).get_by_role("button", name="One more").click()
    assert poll.locator("output").all_inner_texts()[:2] == ["3", "1"]
    expect(poll.locator(".bar").first).to_be_hidden()
    page.keyboard.press("PageDown")
    expect(poll.locator(".percent").first).to_have_text("75 % (3)")
    expect(poll.locator(".why").first).to_be_hidden()
    page.reload()
    expect(poll.locator(".percent").first).to_have_text("75 % (3)")
    page.keyboard.press("PageDown")
    right = next(
        option
        for question in content.records["quiz"]
        if question.id == item
        for option in question.options
        if option.right
    )  # type: ignore[union-attr]
    expect(poll.locator("[data-right=yes] .why").first).to_contain_text(plain(right.why))


def test_every_question_has_a_poll(page: Page, site: FileSite, content: Content) -> None:
    page.goto(f"{site.address}5-check-yourself.html?view=trainer")
    for item in content.records["quiz"]:
        page.locator(f".answer-key [data-id={item.id}] .ask-room").click()
        dialog = page.locator("dialog.room-dialog")
        expect(dialog.locator(".stem")).to_contain_text(plain(item.stem))
        presses = 3 if item_kind_of(item).votes else 2
        for _ in range(presses - 1):
            dialog.locator("button.on").click()
        if item.kind == "order":
            assert dialog.locator("[data-place]").evaluate_all(
                "all => all.map(one => one.dataset.place).join('')"
            ) == "".join(str(place) for place in range(1, len(item.places) + 1))
        expect(dialog.locator(".why").first).to_be_visible()
        dialog.locator("button.on").click()
        expect(dialog).to_have_count(0)


# Stored values that are damaged or foreign, and the presentation that they are normalized to.
STORED_AND_NORMALIZED = [
    ({"minutes": 31}, {"minutes": 45}),
    ({"minutes": "constructor"}, {"minutes": 45}),
    ({"minutes": {}}, {"minutes": 45}),
    ({"minutes": 30, "at": 2}, {"minutes": 30, "at": 2}),
    ({"at": 100000}, {"at": -1}),
    ({"at": 1.5}, {"at": 0}),
    ({"at": -3}, {"at": 0}),
    ({"at": None}, {"at": 0}),
    ({"started": 4102444800000}, {"started": "now"}),
    ({"started": -1}, {"started": 0}),
    ({"started": "yesterday"}, {"started": 0}),
    ({"black": "yes"}, {"black": False}),
    ({"stage": 7}, {"stage": 2}),
    ({"stage": []}, {"stage": 0}),
    ({"hands": None}, {"hands": {}}),
    ({"hands": 5}, {"hands": {}}),
    ({"hands": ["q01"]}, {"hands": {}}),
    ({"hands": {"q01": 7, "q99": [1], "__proto__": [1]}}, {"hands": {}}),
    ({"hands": {"q01": [2, -1, "3", 1e308, None]}}, {"hands": {"q01": [2, 0, 0, 9999, 0]}}),
    ([1], {"minutes": 45}),
    (7, {"minutes": 45}),
    (None, {"minutes": 45}),
]


def test_a_damaged_presentation_is_normalized(page: Page, site: FileSite, content: Content) -> None:
    page.goto(f"{site.address}index.html")
    for damaged, normalized in STORED_AND_NORMALIZED:
        page.evaluate(f"value => localStorage.setItem({STORAGE_KEY} + ' talk', JSON.stringify(value))", damaged)
        page.goto(f"{site.address}index.html?view=notes")
        slides = deck(content, normalized.get("minutes", 45))
        at = normalized.get("at", 0) % len(slides)
        assert page.locator(".desk .number").inner_text() == f"{at + 1} / {len(slides)}", damaged
        assert re.match(r"\d+:\d\d", page.locator(".desk .time").inner_text()), damaged
        page.get_by_role("button", name="Black").click()
        stored = presentation(page)
        assert stored["started"] <= page.evaluate("Date.now()"), damaged
        known = {name: value for name, value in normalized.items() if name not in ("at", "black", "started")}
        assert known.items() <= stored.items(), damaged
        assert stored["black"] is True, damaged
        assert (stored["started"] > 0) == (normalized.get("started") == "now"), damaged


def test_blocked_storage_does_not_stop_a_presentation(page: Page, site: FileSite) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('blocked') };")
    page.goto(f"{site.address}4-risks.html?view=present")
    first = page.locator("footer.talk .title").inner_text()
    page.keyboard.press("PageDown")
    expect(page.locator("footer.talk .title")).not_to_have_text(first)


def test_a_slide_opens_its_state_in_the_elements_of_its_parameter(
    projector_context: BrowserContext, site: FileSite
) -> None:
    page = projector_context.new_page()
    parameter = 'data-parameter="condition"'
    add_second_element(page, "**/2-why-it-is-done.html*", (parameter, parameter.replace("condition", "other")))
    page.goto(f"{site.address}2-why-it-is-done.html?view=present")
    expect(page.locator(SLIDE)).not_to_be_empty()
    while page.locator(".lesson [data-shown]").count() == 0:
        next_slide(page)
    opened = page.locator("condition-selector").evaluate_all("all => all.map((each) => each.state.selected)")
    assert opened[0] and not opened[1]


def test_a_card_is_closed_again_when_the_room_guesses_the_next(present: Callable[..., Page], site: FileSite) -> None:
    page = present(site, "4-risks")
    clicks = [slide for slide in deck(COURSE.content, 45) if slide.click]
    assert len(clicks) > 1
    titles = []
    while len(titles) < len(clicks):
        revealed = page.evaluate("document.querySelector('risk-cards').state.revealed")
        if page.locator("main [data-shown].guesses:visible").count():
            titles.append(page.locator("footer.talk .title").inner_text())
            assert revealed == []
            assert page.locator("main button:visible").count() == 1  # the name of the card, no other control
        next_slide(page)
    assert titles == [slide.title for slide in clicks]
    assert len(page.evaluate("document.querySelector('risk-cards')?.state.seen ?? [1, 2]")) > 1


@pytest.mark.parametrize(("name", "keys"), [("5-check-yourself", 1), ("4-risks", 2)])
def test_several_interactions_can_add_to_the_trainer_view(page: Page, site: FileSite, name: str, keys: int) -> None:
    more = '"asides": [{"selector": "main .recap", "html": "<p>Another</p>"}, {"selector": "#nowhere", "html": ""}, '

    def change(route: Route) -> None:
        response = route.fetch()
        assert '"asides": [' in response.text()
        route.fulfill(response=response, body=response.text().replace('"asides": [', more))

    page.route("**/trainer.js*", change)
    page.goto(f"{site.address}{name}.html?view=trainer")
    expect(page.locator("main .recap > .trainer-note")).to_have_text("Another")
    expect(page.locator("main > .trainer-note .answer-key")).to_have_count(keys)
