"""The trainer's view, which students never load: notes on the pages, the answer key, and questions for the room."""

import json
import re
from typing import Any

import pytest
from miss.interactions.case.records import items_of
from miss.presenter.deck import deck
from miss.presenter.slides import course_slides
from miss.schema.content import Content
from miss.schema.text import plain
from playwright.sync_api import Page, Route, expect

from tests.conftest import COURSE

from .deliveries import FileSite
from .test_progress_store import STORAGE_KEY
from .walking import CASES, PAGES

NAMES = ["index", *(section.notebook for section in COURSE.content.sections)]
CHECK = "5-check-yourself"
STORED_PRESENTATION = f"() => localStorage.getItem({STORAGE_KEY} + ' talk') ?? '{{}}'"


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


def test_every_question_has_a_poll(page: Page, site: FileSite, content: Content) -> None:
    page.goto(f"{site.address}5-check-yourself.html?view=trainer")
    for item in content.records["quiz"]:
        page.locator(f".answer-key [data-id={item.id}] .ask-room").click()
        dialog = page.locator("dialog.room-dialog")
        expect(dialog.locator(".stem")).to_contain_text(plain(item.stem))
        dialog.locator("button.on").click()
        if item.kind == "order":
            assert dialog.locator("[data-place]").evaluate_all(
                "all => all.map(one => one.dataset.place).join('')"
            ) == "".join(str(place) for place in range(1, len(item.places) + 1))
        dialog.evaluate("each => { while (each.open) each.querySelector('button.on').click(); }")
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
    ({"at": 2, "build": 99}, {"at": 2}),
    ({"build": []}, {"build": 0}),
    ({"dark": 1, "joining": True}, {"dark": False, "joining": False}),
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
    slides = course_slides(content)
    page.goto(f"{site.address}index.html")
    for damaged, normalized in STORED_AND_NORMALIZED:
        page.evaluate(f"value => localStorage.setItem({STORAGE_KEY} + ' talk', JSON.stringify(value))", damaged)
        page.goto(f"{site.address}index.html?view=notes")
        planned = deck(content, normalized.get("minutes", 45), slides)
        total = len(planned) - 1  # nobody can join at this address
        at = normalized.get("at", 0) % total
        assert page.locator(".desk-head h1").inner_text().startswith(f"Slide {at + 1} of {total}: "), damaged
        assert re.match(r"\d+ minutes? used", page.locator(".desk .time").inner_text()), damaged
        page.locator(".desk-controls").get_by_role("button", name="Black").click()
        stored = presentation(page)
        assert stored["started"] <= page.evaluate("Date.now()"), damaged
        known = {name: value for name, value in normalized.items() if name not in ("at", "black", "started")}
        assert known.items() <= stored.items(), damaged
        assert stored["black"] is True, damaged
        assert (stored["started"] > 0) == (normalized.get("started") == "now"), damaged


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
