"""What the elements have in common: progress, merging, going back to the initial state."""

import pytest
from miss.schema.content import Content
from playwright.sync_api import Page

from .deliveries import ServedSite
from .finish import choose_any
from .moment_bar import BACK, press_in

PROGRESS = "document.addEventListener('lesson-change', ({ detail }) => (window.progress = detail.progress))"
# A kind that the page's script does not know, made from the base class of those that it knows.
TOY = """() => {
    const LessonElement = Object.getPrototypeOf(customElements.get('risk-cards'));
    customElements.define('toy-lesson', class extends LessonElement {
        normalizeState(state) { return { open: [], notes: {}, seen: [], ...state }; }
    });
    const toy = document.createElement('toy-lesson');
    toy.innerHTML = '<p class="status"></p>';
    document.querySelector('main').append(toy);
    return toy;
}"""


@pytest.mark.parametrize(
    ("name", "action", "stem"),
    [
        ("2-why-it-is-done", "document.querySelectorAll('.choices input')[3].click()", "conditions"),
        ("4-risks", "document.querySelectorAll('.reveal')[3].click()", "risks"),
    ],
)
def test_what_was_seen_is_done(
    page: Page, site: ServedSite, content: Content, name: str, action: str, stem: str
) -> None:
    page.goto(f"{site.address}{name}.html")
    page.evaluate(PROGRESS)
    page.evaluate(action)
    assert page.evaluate("window.progress") == {"done": 1, "total": len(content.records[stem])}


def test_steps_that_were_seen_are_done(page: Page, site: ServedSite, content: Content) -> None:
    page.goto(f"{site.address}3-how-it-is-done.html")
    page.evaluate(PROGRESS)
    press_in(page, "procedure-slider")
    press_in(page, "procedure-slider", BACK)
    assert page.evaluate("window.progress") == {"done": 2, "total": len(content.records["procedure"].steps)}


def test_questions_of_the_round_that_were_answered_are_done(page: Page, site: ServedSite) -> None:
    page.goto(f"{site.address}5-check-yourself.html")
    page.evaluate(PROGRESS)
    assert page.evaluate("document.querySelector('knowledge-check').progress") == {"done": 0, "total": 6}
    page.get_by_role("button", name="Start").click()
    drawn = page.evaluate("document.querySelector('knowledge-check').state.drawn.length")
    assert page.evaluate("window.progress") == {"done": 0, "total": drawn}
    choose_any(page.locator("article.item:visible"))
    page.get_by_role("button", name="Check my answer").click()
    assert page.evaluate("window.progress") == {"done": 1, "total": drawn}
    press_in(page, "knowledge-check")
    assert page.evaluate("window.progress") == {"done": 1, "total": drawn}


def test_states_of_any_kind_are_merged(page: Page, site: ServedSite) -> None:
    page.goto(f"{site.address}4-risks.html")
    toy = page.evaluate_handle(TOY)
    first = {"seen": ["a"], "notes": {"a": 1, "b": 1}, "open": ["a"], "text": "first", "damaged": None}
    second = {"seen": ["b", "a"], "notes": {"b": 2, "c": 2}, "open": ["b"], "text": "", "damaged": {"d": 2}, "new": 3}
    merged = toy.evaluate("(toy, [first, second]) => { toy.state = first; toy.merge(second); return toy.state; }",
                          [first, second])  # fmt: skip
    assert merged == {
        "seen": ["a", "b"],
        "notes": {"a": 1, "b": 1, "c": 2},
        "open": ["a"],
        "text": "first",
        "damaged": {"d": 2},
        "new": 3,
    }


def test_reset_closes_what_is_open_and_keeps_what_was_done(page: Page, site: ServedSite) -> None:
    page.goto(f"{site.address}4-risks.html")
    toy = page.evaluate_handle(TOY)
    state = toy.evaluate("""(toy) => {
        toy.state = { open: ['a'], notes: { a: 1 }, seen: ['a'] };
        toy.reset();
        return toy.state;
    }""")
    assert state == {"open": [], "notes": {"a": 1}, "seen": ["a"]}
