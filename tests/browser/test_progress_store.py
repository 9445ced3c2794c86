"""Progress is stored by folder and course, and survives every change of its format."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from miss import Course
from miss.author import create_course
from miss.interactions.case.records import items_of
from miss.web.frame import render_error_page, render_page
from playwright.sync_api import Page, expect

from tests.conftest import COURSE

from .deliveries import FileSite
from .finish import finish
from .host import Host
from .walking import CASES

FOLDER = "location.pathname.replace(/[^/]*$/, '')"
STORAGE_KEY = f"`course ${{{FOLDER}}} miss`"
LEGACY_KEY = "course miss"

# The format before the key contained the folder, with a theme, a view and a presentation.
LEGACY = {
    "states": {
        "condition-selector": {"selected": "spinal-stenosis", "seen": ["spinal-stenosis"]},
        "theme": "dark",
        "risk-cards": {"revealed": ["nerve-damage"], "seen": ["nerve-damage"], "guesses": {}},
        "view": "student",
        "knowledge-check": {"seed": 1, "drawn": ["q15", "q12"], "answers": {"q15": ["with-team"]}, "position": 0},
    },
    "done": {"why": True},  # from when a box was ticked
}
LEGACY_COUNTS = [
    "0 of 1 picture compared, 0 of 1 question, 0 of 3 operations",
    "0 of 3 questions, 1 of 8 conditions",
    "0 of 3 questions, 0 of 6 steps",
    "1 of 9 risks, 0 of 2 questions",
    "1 of 6 questions",
    *(f"0 of {len(items_of(case.stops))} questions" for case in CASES.values()),
]
UNTOUCHED = [count.replace("1 of", "0 of") for count in LEGACY_COUNTS]
LEGACY_PRESENTATION = {
    "minutes": 30,
    "at": 3,
    "started": 1700000000000,
    "black": False,
    "stage": 0,
    "hands": {"q15": [2, 1]},
}


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory, files: FileSite) -> Iterator[Host]:
    with Host(tmp_path_factory.mktemp("host")) as opened:
        (opened.folder / "favicon.ico").touch()
        opened.add(files.folder, "a")
        opened.add(files.folder, "b")
        yield opened


@pytest.fixture
def a(host: Host) -> str:
    return f"{host.address}a/"


@pytest.fixture
def b(host: Host) -> str:
    return f"{host.address}b/"


def store(page: Page, course: str, **values: object) -> None:
    """Store values before any page of a course is opened."""
    page.goto(f"{course}static/icon.svg")
    for name, value in values.items():
        text = json.dumps(value, separators=(",", ":"))
        page.evaluate("([name, text]) => localStorage.setItem(name, text)", [name, text])


def stored(page: Page, name: str = STORAGE_KEY) -> dict:  # type: ignore[type-arg]
    """The stored progress of the page's course."""
    return page.evaluate(f"JSON.parse(localStorage.getItem({name}) ?? '{{}}')")


def done(page: Page) -> str:
    return page.locator("course-progress .progress").inner_text()


def counts(page: Page) -> list[str]:
    """What the home page says of each section."""
    return page.locator("course-progress .section-count").all_inner_texts()


def open_cards(page: Page) -> list[str]:
    page.wait_for_selector("risk-cards[data-live]")
    return page.evaluate("document.querySelector('risk-cards').state.seen")


def test_two_copies_of_a_course_on_a_host_are_independent(page: Page, a: str, b: str) -> None:
    page.goto(f"{a}4-risks.html")
    page.locator(".reveal").nth(3).click()
    page.locator("button.theme").click()
    finish(page)
    page.goto(f"{a}4-risks.html?view=present")
    expect(page.locator(".slide")).to_have_attribute("data-slide", "course-title")
    page.goto(f"{b}index.html?view=student")
    assert done(page).startswith("No section done yet")
    expect(page.locator("html")).to_have_attribute("data-theme", "")
    page.goto(f"{b}4-risks.html?view=present")
    expect(page.locator(".slide")).to_have_attribute("data-slide", "course-title")
    page.keyboard.press("End")
    expect(page.locator(".slide")).to_have_attribute("data-slide", "course-end")
    page.goto(b)
    page.get_by_role("button", name="Forget what I have done").click()
    page.goto(f"{a}?view=student")
    assert done(page) == f"1 of {len(COURSE.content.sections)} sections done"
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto(f"{a}4-risks.html?view=present")
    expect(page.locator(".slide")).to_have_attribute("data-slide", "course-title")
    names = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert names
    assert not [name for name in names if not name.startswith(("course /a/ miss", "course /b/ miss"))]


def test_the_folder_and_its_index_page_share_progress(page: Page, a: str) -> None:
    page.goto(f"{a}1-what-it-is.html")
    finish(page)
    for address in (a, f"{a}index.html", f"{a}?x=/y/", f"{a}index.html#/z/"):
        page.goto(address)
        assert done(page) == f"1 of {len(COURSE.content.sections)} sections done"


def test_progress_survives_a_new_upload_to_moodle(page: Page, host: Host, files: FileSite) -> None:
    for upload in ("content/4/", "content/5/"):
        course = host.add(files.folder, f"pluginfile.php/31/mod_resource/{upload}")
        page.goto(f"{course.rstrip('/')}/4-risks.html")
        seen = open_cards(page)
        page.locator(".reveal").first.click()
    assert len(seen) == 1


def test_the_first_copy_opened_migrates_the_legacy_key(page: Page, a: str, b: str) -> None:
    store(page, a, **{LEGACY_KEY: LEGACY, f"{LEGACY_KEY} talk": LEGACY_PRESENTATION})
    page.goto(a)
    assert counts(page) == LEGACY_COUNTS
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate(f"localStorage.getItem('{LEGACY_KEY}')") is None
    page.goto(f"{a}4-risks.html")
    assert open_cards(page) == ["nerve-damage"]
    page.goto(f"{a}5-check-yourself.html")
    expect(page.locator("article.item:visible .result")).not_to_be_empty()
    page.goto(f"{a}index.html?view=notes")
    expect(page.locator(".desk-head h1")).to_contain_text("Slide 4 of ")
    page.goto(f"{b}4-risks.html")
    assert open_cards(page) == []
    assert page.evaluate("Object.keys(localStorage).sort()") == ["course /a/ miss", "course /a/ miss talk"]


def test_what_an_old_tab_writes_after_the_migration_is_merged(page: Page, a: str) -> None:
    store(page, a, **{LEGACY_KEY: LEGACY})
    page.goto(f"{a}4-risks.html")
    page.locator(".reveal").first.click()
    written_later = {
        "states": {"risk-cards": {"revealed": ["bleeding"], "seen": ["bleeding"], "guesses": {}}},
        "done": {"how": True},
    }
    store(page, a, **{LEGACY_KEY: written_later})
    page.goto(a)
    assert counts(page)[3] == "2 of 9 risks, 0 of 2 questions"
    page.goto(f"{a}4-risks.html")
    assert len(open_cards(page)) == 3
    assert "bleeding" in open_cards(page)


def test_a_copy_with_progress_does_not_take_the_legacy_key(page: Page, a: str, b: str) -> None:
    page.goto(f"{b}4-risks.html")
    page.locator(".reveal").first.click()
    store(page, a, **{LEGACY_KEY: LEGACY})
    page.goto(b)
    assert counts(page)[1] == "0 of 3 questions, 0 of 8 conditions"
    page.goto(a)
    assert counts(page) == LEGACY_COUNTS


def test_progress_of_a_newer_version_is_shown_and_not_changed(page: Page, a: str) -> None:
    newer = {**LEGACY, "version": 99, "more": {"kept": "by a later page"}}
    store(page, a, **{"course /a/ miss": newer})
    page.goto(f"{a}4-risks.html")
    assert open_cards(page) == ["nerve-damage"]
    page.locator(".reveal").first.click()
    page.reload()
    assert len(open_cards(page)) == 2
    page.goto(a)
    assert counts(page)[3] == "2 of 9 risks, 0 of 2 questions"
    assert stored(page) == newer
    other_keys = {name for name in page.evaluate("Object.keys(localStorage)") if name != "course /a/ miss"}
    assert other_keys == {"course /a/ miss 2"}
    own = stored(page, "'course /a/ miss 2'")
    assert set(own["states"]) == {"risk-cards"}  # only what was done here: no copy of what the newer page may change

    store(page, a, **{"course /a/ miss": {**newer, "version": 2}})  # now this page is the newest, and merges it
    page.goto(a)
    assert counts(page)[3] == "2 of 9 risks, 0 of 2 questions"
    assert stored(page)["more"] == newer["more"]
    assert page.evaluate("Object.keys(localStorage)") == ["course /a/ miss"]


@pytest.mark.parametrize(
    "damaged", [{"version": "x"}, {"version": -1}, {"version": 1.5}, {"version": None}, {"states": []}]
)
def test_a_damaged_version_loses_no_progress(page: Page, a: str, damaged: dict) -> None:  # type: ignore[type-arg]
    store(page, a, **{"course /a/ miss": {**LEGACY, **damaged}})
    page.goto(a)
    assert counts(page) == (LEGACY_COUNTS if damaged.get("states") is None else UNTOUCHED)
    page.goto(f"{a}4-risks.html")
    page.locator(".reveal").first.click()
    page.reload()
    assert len(open_cards(page)) >= 1
    assert stored(page)["version"] == 2


def test_damage_by_another_tab_loses_no_progress(page: Page, a: str) -> None:
    other = page.context.new_page()
    for tab in (page, other):
        tab.goto(f"{a}4-risks.html")
    page.locator(".reveal").first.click()
    damage = {"states": {"risk-cards": {"seen": 9, "guesses": 7}, "knowledge-check": "x"}, "done": 3}
    for text in (json.dumps(damage), "[", "null"):
        with page.expect_event("console", lambda message: message.text == "changed"):
            page.evaluate("addEventListener('storage', () => console.log('changed'), { once: true })")
            other.evaluate("text => localStorage.setItem('course /a/ miss', text)", text)
    assert len(open_cards(page)) == 1


FILL = """() => {
  let part = 'x'.repeat(1 << 22)
  for (let number = 0; part; number++) {
    try { localStorage.setItem(`filled ${number}`, part) } catch { part = part.slice(part.length / 2) }
    if (part.length === 1) part = ''
  }
}"""


def test_a_full_storage_loses_no_progress(page: Page, a: str) -> None:
    store(page, a, **{LEGACY_KEY: LEGACY})
    page.evaluate(FILL)
    page.goto(f"{a}4-risks.html")
    assert open_cards(page) == ["nerve-damage"]
    page.locator(".reveal").first.click()
    assert len(open_cards(page)) == 2
    assert stored(page, f"'{LEGACY_KEY}'") == LEGACY
    page.evaluate(
        "Object.keys(localStorage).forEach(name => name.startsWith('filled') && localStorage.removeItem(name))"
    )
    page.goto(a)
    assert counts(page) == LEGACY_COUNTS
    assert page.evaluate("Object.keys(localStorage)") == ["course /a/ miss"]


def course_id(page: str) -> str:
    """The id of the course in a page's storage key."""
    return page.partition('data-course="')[2].partition('"')[0]


def test_two_new_courses_have_different_ids(tmp_path: Path) -> None:
    ids = set()
    for folder in (tmp_path / "one", tmp_path / "two"):
        create_course(folder)
        ids.add(course_id(render_page(folder / "notebooks" / "index.ipynb", Course(folder))))
    assert len(ids) == 2
    assert all(id.startswith("course-") for id in ids)


def test_a_courses_id_does_not_depend_on_its_short_title() -> None:
    content = COURSE.content
    renamed = replace(content, course=content.course.model_copy(update={"short": "Spine course"}))
    assert (
        course_id(render_error_page(COURSE.with_content(renamed), 404))
        == course_id(render_error_page(COURSE, 404))
        == "miss"
    )
