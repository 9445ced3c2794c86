"""What was done is kept by folder and course, and no later version of the pages loses any of it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from miss import Course
from miss.author import begin
from miss.web.frame import error_page, render_page
from playwright.sync_api import Page, expect

from tests.conftest import COURSE

from .deliveries import FileSite
from .host import Host

FOLDER = "location.pathname.replace(/[^/]*$/, '')"
KEPT = f"`course ${{{FOLDER}}} miss`"
ONCE = "course miss"

# As the pages wrote it before its name had the folder, with a theme, a view and a talk.
BEFORE = {
    "states": {
        "condition-selector": {"selected": "spinal-stenosis", "seen": ["spinal-stenosis"]},
        "theme": "dark",
        "risk-cards": {"revealed": ["nerve-damage"], "seen": ["nerve-damage"], "guesses": {}},
        "view": "student",
        "knowledge-check": {"seed": 1, "drawn": ["q15", "q12"], "answers": {"q15": ["with-team"]}, "position": 0},
    },
    "done": {"why": True},
}
TALK_BEFORE = {"minutes": 30, "at": 3, "started": 1700000000000, "black": False, "stage": 0, "hands": {"q15": [2, 1]}}


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


def plant(page: Page, course: str, **records: object) -> None:
    """Put records into the storage of a host before any page of a course has been there."""
    page.goto(f"{course}static/icon.svg")
    for name, record in records.items():
        text = json.dumps(record, separators=(",", ":"))
        page.evaluate("([name, text]) => localStorage.setItem(name, text)", [name, text])


def kept(page: Page, name: str = KEPT) -> dict:  # type: ignore[type-arg]
    """The record of the page's course."""
    return page.evaluate(f"JSON.parse(localStorage.getItem({name}) ?? '{{}}')")


def done(page: Page) -> str:
    return page.locator("course-progress .progress").inner_text()


def open_cards(page: Page) -> list[str]:
    page.wait_for_selector("risk-cards[data-live]")
    return page.evaluate("document.querySelector('risk-cards').state.seen")


def test_two_copies_of_a_course_on_one_host_share_nothing(page: Page, a: str, b: str) -> None:
    page.goto(f"{a}4-risks.html")
    page.locator(".reveal").nth(3).click()
    page.locator("button.theme").click()
    page.get_by_label("I have read this section").check()
    page.goto(f"{a}4-risks.html?view=present")
    expect(page.locator("footer.talk .number")).not_to_be_empty()
    page.goto(f"{b}index.html?view=student")
    assert done(page).startswith("No section done yet")
    expect(page.locator("html")).to_have_attribute("data-theme", "")
    page.goto(f"{b}4-risks.html?view=present")
    first = page.locator("footer.talk .number").inner_text()
    page.keyboard.press("PageDown")
    expect(page.locator("footer.talk .number")).not_to_have_text(first)
    page.goto(b)
    page.get_by_role("button", name="Forget what I have done").click()
    page.goto(f"{a}?view=student")
    assert done(page) == "1 of 5 sections done"
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto(f"{a}4-risks.html?view=present")
    expect(page.locator("footer.talk .number")).to_have_text(first)
    names = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert names
    assert not [name for name in names if not name.startswith(("course /a/ miss", "course /b/ miss"))]


def test_the_folder_and_its_first_page_are_one_place(page: Page, a: str) -> None:
    page.goto(f"{a}1-what-it-is.html")
    page.get_by_label("I have read this section").check()
    for address in (a, f"{a}index.html", f"{a}?x=/y/", f"{a}index.html#/z/"):
        page.goto(address)
        assert done(page) == "1 of 5 sections done"


def test_an_upload_anew_to_moodle_is_the_same_course(page: Page, host: Host, files: FileSite) -> None:
    for upload in ("content/4/", "content/5/"):
        course = host.add(files.folder, f"pluginfile.php/31/mod_resource/{upload}")
        page.goto(f"{course.rstrip('/')}/4-risks.html")
        seen = open_cards(page)
        page.locator(".reveal").first.click()
    assert len(seen) == 1


def test_the_first_to_come_moves_what_was_kept_before_names_had_the_folder(page: Page, a: str, b: str) -> None:
    plant(page, a, **{ONCE: BEFORE, f"{ONCE} talk": TALK_BEFORE})
    page.goto(a)
    assert done(page) == "1 of 5 sections done"
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate(f"localStorage.getItem('{ONCE}')") is None
    page.goto(f"{a}4-risks.html")
    assert open_cards(page) == ["nerve-damage"]
    page.goto(f"{a}5-check-yourself.html")
    expect(page.locator("article.item:visible .result")).not_to_be_empty()
    page.goto(f"{a}index.html?view=notes")
    expect(page.locator(".desk .number")).to_contain_text("4 / ")
    page.goto(f"{b}4-risks.html")
    assert open_cards(page) == []
    assert page.evaluate("Object.keys(localStorage).sort()") == ["course /a/ miss", "course /a/ miss talk"]


def test_what_an_old_tab_writes_after_the_move_is_not_lost(page: Page, a: str) -> None:
    plant(page, a, **{ONCE: BEFORE})
    page.goto(f"{a}4-risks.html")
    page.locator(".reveal").first.click()
    late = {
        "states": {"risk-cards": {"revealed": ["bleeding"], "seen": ["bleeding"], "guesses": {}}},
        "done": {"how": True},
    }
    plant(page, a, **{ONCE: late})
    page.goto(a)
    assert done(page) == "2 of 5 sections done"
    page.goto(f"{a}4-risks.html")
    assert len(open_cards(page)) == 3
    assert "bleeding" in open_cards(page)


def test_a_record_of_ones_own_leaves_the_old_name_to_whom_it_belongs(page: Page, a: str, b: str) -> None:
    page.goto(f"{b}4-risks.html")
    page.locator(".reveal").first.click()
    plant(page, a, **{ONCE: BEFORE})
    page.goto(b)
    assert done(page).startswith("No section done yet")
    page.goto(a)
    assert done(page) == "1 of 5 sections done"


def test_a_newer_record_is_shown_and_left_as_it_is(page: Page, a: str) -> None:
    newer = {**BEFORE, "version": 99, "more": {"kept": "by a later page"}}
    plant(page, a, **{"course /a/ miss": newer})
    page.goto(f"{a}4-risks.html")
    assert open_cards(page) == ["nerve-damage"]
    page.locator(".reveal").first.click()
    page.get_by_label("I have read this section").check()
    page.reload()
    assert len(open_cards(page)) == 2
    page.goto(a)
    assert done(page) == "2 of 5 sections done"
    assert kept(page) == newer
    beside = {name for name in page.evaluate("Object.keys(localStorage)") if name != "course /a/ miss"}
    assert beside == {"course /a/ miss 1"}
    own = kept(page, "'course /a/ miss 1'")
    assert set(own["states"]) == {"risk-cards"}  # what was done here, and no copy of what the later page may change

    plant(page, a, **{"course /a/ miss": {**newer, "version": 1}})  # now this page is the newest, and takes it in
    page.goto(a)
    assert done(page) == "2 of 5 sections done"
    assert kept(page)["more"] == newer["more"]
    assert page.evaluate("Object.keys(localStorage)") == ["course /a/ miss"]


@pytest.mark.parametrize(
    "damaged", [{"version": "x"}, {"version": -1}, {"version": 1.5}, {"version": None}, {"states": []}]
)
def test_a_damaged_version_costs_nothing(page: Page, a: str, damaged: dict) -> None:  # type: ignore[type-arg]
    plant(page, a, **{"course /a/ miss": {**BEFORE, **damaged}})
    page.goto(a)
    assert done(page) == "1 of 5 sections done"
    page.goto(f"{a}4-risks.html")
    page.locator(".reveal").first.click()
    page.reload()
    assert len(open_cards(page)) >= 1
    assert kept(page)["version"] == 1


def test_damage_from_another_tab_costs_nothing(page: Page, a: str) -> None:
    other = page.context.new_page()
    for tab in (page, other):
        tab.goto(f"{a}4-risks.html")
    page.locator(".reveal").first.click()
    damage = {"states": {"risk-cards": {"seen": 9, "guesses": 7}, "knowledge-check": "x"}, "done": 3}
    for text in (json.dumps(damage), "[", "null"):
        with page.expect_event("console", lambda message: message.text == "told"):
            page.evaluate("addEventListener('storage', () => console.log('told'), { once: true })")
            other.evaluate("text => localStorage.setItem('course /a/ miss', text)", text)
    assert len(open_cards(page)) == 1


FILL = """() => {
  let part = 'x'.repeat(1 << 22)
  for (let number = 0; part; number++) {
    try { localStorage.setItem(`filled ${number}`, part) } catch { part = part.slice(part.length / 2) }
    if (part.length === 1) part = ''
  }
}"""


def test_a_full_storage_loses_nothing_that_was_there(page: Page, a: str) -> None:
    plant(page, a, **{ONCE: BEFORE})
    page.evaluate(FILL)
    page.goto(f"{a}4-risks.html")
    assert open_cards(page) == ["nerve-damage"]
    page.locator(".reveal").first.click()
    assert len(open_cards(page)) == 2
    assert kept(page, f"'{ONCE}'") == BEFORE
    page.evaluate(
        "Object.keys(localStorage).forEach(name => name.startsWith('filled') && localStorage.removeItem(name))"
    )
    page.goto(a)
    assert done(page) == "1 of 5 sections done"
    assert page.evaluate("Object.keys(localStorage)") == ["course /a/ miss"]


def named(page: str) -> str:
    """What the record of a page is named by, beside its folder."""
    return page.partition('data-course="')[2].partition('"')[0]


def test_two_new_courses_at_one_address_share_nothing(tmp_path: Path) -> None:
    names = set()
    for folder in (tmp_path / "one", tmp_path / "two"):
        begin(folder)
        names.add(named(render_page(folder / "notebooks" / "index.ipynb", Course(folder))))
    assert len(names) == 2
    assert all(name.startswith("course-") for name in names)


def test_a_course_keeps_its_name_when_its_short_title_changes() -> None:
    content = COURSE.content
    renamed = replace(content, course=content.course.model_copy(update={"short": "Spine course"}))
    assert named(error_page(COURSE.with_content(renamed), 404)) == named(error_page(COURSE, 404)) == "miss"
