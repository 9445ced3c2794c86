"""A question in a real browser: asked alone, chosen in by mouse, keys or touch, and compared with Python."""

from miss import Course, KnowledgeCheck
from playwright.sync_api import Locator, Page, expect

from .at_rest import open_at_rest

ROUND = "knowledge-check:not([data-given])"


def ask(page: Page, site: str, id: str) -> Locator:
    """Open the page of rounds, begin one of this question only, and return the question."""
    open_at_rest(page, f"{site}5-check-yourself.html")
    page.locator(f"{ROUND}[data-live]").evaluate("(check, id) => check.startRound(1, [id])", id)
    question = page.locator("article.item:visible")
    expect(question).to_have_attribute("data-id", id)
    return question


def choose(question: Locator, by: str, *ids: str) -> None:
    """Choose options, or take them back."""
    for id in ids:
        option = question.locator(f'input[value="{id}"]')
        use(option if by == "keys" else label_of(option), by, "Space")


def press_check(question: Locator, by: str) -> None:
    """Press the button that checks the answer."""
    use(question.get_by_role("button", name="Check my answer"), by, "Enter")


def use(control: Locator, by: str, key: str) -> None:
    if by == "keys":
        control.focus()
        control.page.keyboard.press(key)
    elif by == "touch":
        control.tap()
    else:
        control.click()


def label_of(option: Locator) -> Locator:
    return option.locator("xpath=ancestor::label")


def same_in_python(page: Page, course: Course, id: str, chosen: list[str]) -> str:
    """Hold the answer of the page against the one that Python scores, and return its points."""
    state = page.locator(ROUND).evaluate("check => check.state")
    assert sorted(state["answers"][id]) == sorted(chosen)
    check = KnowledgeCheck(course)
    check.drawn = state["drawn"]
    right = check.answer(id, *state["answers"][id])
    assert page.locator(".result:visible").get_attribute("data-right") == ("yes" if right else "no")
    assert page.locator(ROUND).evaluate("check => check.progress") == check.progress._asdict()
    return str(check.score(id, *state["answers"][id]))
