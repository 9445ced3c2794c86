"""What a screen reader is told of each widget: names, roles, values, and one announcement for each change."""

from collections.abc import Callable
from typing import Any

import pytest
from miss.interactions.questions.items.order import OrderItem
from miss.schema.content import Content
from miss.schema.item_kind import item_kind_of
from miss.schema.text import plain
from playwright.sync_api import Page, expect

from tests.browser.a11y.live import heard, listen
from tests.browser.a11y.question_states import drawn
from tests.browser.a11y.tree import find, tree
from tests.browser.choosing import choose, say_first
from tests.browser.deliveries import ServedSite
from tests.browser.moment_bar import press_in
from tests.support.answers import right_answer

BEYOND = "(beyond the leaflet)"  # the sign after a sentence is an image, too


@pytest.fixture
def open_page(page: Page, site: ServedSite) -> Callable[[str], Page]:
    """Open a page of the course, with an ear to it."""

    def open_one(name: str) -> Page:
        page.goto(f"{site.address}{name}.html")
        listen(page)
        return page

    return open_one


def test_the_frame(open_page: Callable[[str], Page], content: Content) -> None:
    nodes = tree(open_page("index"))
    for role in ("banner", "main", "contentinfo"):
        assert len(find(nodes, role)) == 1, role
    assert [node.name for node in find(nodes, "navigation")][:1] == ["Sections"]
    assert [node.name for node in find(nodes, "heading") if node.states["level"] == 1] == [content.course.title]
    assert find(nodes, "link", "Skip to the content")
    assert find(nodes, "button", "Light or dark")


def test_condition_selector(open_page: Callable[[str], Page], content: Content) -> None:
    page = open_page("2-why-it-is-done")
    assert find(tree(page, "condition-selector"), "group", "Choose a condition")
    states = {state.id: state for figure in content.figures("conditions") for state in figure.states}
    for condition in content.records["conditions"]:
        page.get_by_role("radio", name=condition.name, exact=True).check()
        assert heard(page) == [f"{condition.name} is shown."]
        nodes = tree(page, "condition-selector")
        radios = find(nodes, "radio")[: len(content.records["conditions"])]
        assert [node.name for node in radios] == [each.name for each in content.records["conditions"]]
        assert [node.name for node in radios if node.states["checked"] == "true"] == [condition.name]
        assert [node.name for node in find(nodes, "image") if node.name != BEYOND] == [states[condition.id].title]
        assert [node.name for node in find(nodes, "heading") if node.states["level"] == 3] == [condition.name]
        assert find(nodes, "switch", "Healthy") and find(nodes, "switch", "Names")


def test_procedure_slider(open_page: Callable[[str], Page], content: Content) -> None:
    page = open_page("3-how-it-is-done")
    steps = content.records["procedure"].steps
    for number, step in enumerate(steps, 1):
        value = f"Step {number} of {len(steps)}: {step.name}"
        if number > 1:
            press_in(page, "procedure-slider")
            assert heard(page) == [value]
        nodes = tree(page, "procedure-slider")
        assert [node.name for node in find(nodes, "slider")] == ["Step of the procedure"]
        expect(page.get_by_role("slider")).to_have_attribute("aria-valuetext", value)
        assert next(node.name for node in find(nodes, "heading") if node.states["level"] == 3) == step.name
        assert len([node for node in find(nodes, "image") if node.name != BEYOND]) == 1
    buttons = [node.name for node in find(nodes, "button")]
    assert not {"Previous step", "Next step"} & set(buttons)  # the bar of the page leads on


def test_the_slider_speaks_for_itself(open_page: Callable[[str], Page]) -> None:
    page = open_page("3-how-it-is-done")
    page.get_by_role("slider").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("slider")).to_have_value("2")
    assert heard(page) == []  # its new value is read because it has the focus; a region would read it again


def test_risk_cards(open_page: Callable[[str], Page], content: Content) -> None:
    page = open_page("4-risks")
    for risk in content.records["risks"]:
        button = page.get_by_role("button", name=risk.name, exact=True)
        for states, said in ((True, "open"), (False, "closed")):
            button.click()
            assert heard(page) == [f"{risk.name} is {said}."]
            cards = [node for node in find(tree(page, "risk-cards"), "button", risk.name) if node.name == risk.name]
            assert [node.states["expanded"] for node in cards] == [states]
    guess = page.get_by_role("button", name=f"Guess first: {content.records['risks'][0].name}")
    guess.click()
    nodes = tree(page, "risk-cards")
    assert find(nodes, "group", f"What would you watch for? {content.records['risks'][0].name}")
    assert [node.name for node in find(nodes, "checkbox")] == [
        each.text for each in content.records["risks"][0].guesses
    ]
    for name, said in (("Show all", "All cards are open."), ("Hide all", "All cards are closed.")):
        page.get_by_role("button", name=name).click()
        assert heard(page) == [said]


@pytest.mark.parametrize("every", [12, pytest.param(1, marks=pytest.mark.full)])
def test_knowledge_check(open_page: Callable[[str], Page], content: Content, every: int) -> None:
    """The first question of each kind, and every so many of the others; the rest is left open."""
    kinds = set[str]()
    page = open_page("5-check-yourself")
    assert find(tree(page, "knowledge-check"), "combobox", "How many questions?")
    page.evaluate("document.querySelector('form.start').elements.seed.value = 1")
    page.get_by_label("How many questions?").select_option(str(len(content.records["quiz"])))
    page.get_by_role("button", name="Start").click()
    items = {item.id: item for item in content.records["quiz"]}
    for number, id in enumerate(drawn(content), 1):
        item = items[id]
        if item.kind in kinds and number % every:
            press_in(page, "knowledge-check")
            continue
        kinds.add(item.kind)
        nodes = tree(page, "knowledge-check")
        group = find(nodes, "group")[0]
        assert group.name.startswith(f"Question {number} of {len(items)}") and plain(item.stem) in group.name
        assert heard(page) == []  # the question is read because it has the focus
        question = page.locator("article.item:visible")
        if isinstance(item, OrderItem):
            names = {node.name for node in find(nodes, "button")}
            assert {plain(place.text) for place in item.places} <= names
            for number, place in enumerate(item.places, 1):
                question.get_by_role("button", name=plain(place.text)).click()
                assert heard(page) == [f"{plain(place.text)}: place {number} of {len(item.places)}."]
        else:
            if item_kind_of(item).self_scored:
                say_first(question)
                assert heard(page) == []  # the boxes are read because their heading has the focus
                nodes = tree(page, "knowledge-check")
            names = {node.name for role in ("radio", "checkbox", "group", "combobox") for node in find(nodes, role)}
            assert names >= {plain(each) for each in (names_in(item))}
            page.get_by_role("button", name="Check my answer").click()
            assert heard(page) == ["Choose an answer first."]
            choose(question, item, right_answer(item))
        page.get_by_role("button", name="Check my answer").click()
        expect(question.locator(".result")).to_be_focused()
        assert heard(page) == []  # so is the verdict
        press_in(page, "knowledge-check")
    assert kinds == {item.kind for item in items.values()}
    expect(page.locator(".summary")).to_be_focused()
    page.get_by_role("button", name="Show how many were right").click()
    assert len(heard(page)) == 1


def names_in(item: Any) -> list[str]:
    """Return the names of a question's controls: of its gaps, or of its choices."""
    kind = item_kind_of(item)
    return [gap.text for gap in getattr(item, "gaps", [])] or [choice.text for choice in kind.choices(item)]


def test_a_word_opens_where_it_stands(open_page: Callable[[str], Page]) -> None:
    page = open_page("1-what-it-is")
    page.locator("main .term").first.click()
    nodes = tree(page, "main")
    term = next(node for node in find(nodes, "link") if node.states.get("expanded"))
    assert term.name and find(nodes, "note")


def test_a_doubled_region_is_found(open_page: Callable[[str], Page], content: Content) -> None:
    page = open_page("2-why-it-is-done")
    page.evaluate("document.querySelector('.moment-bar .place').setAttribute('aria-live', 'polite')")
    page.get_by_role("radio", name=content.records["conditions"][0].name, exact=True).check()
    assert len(heard(page)) == 2


def test_a_lost_name_is_found(open_page: Callable[[str], Page]) -> None:
    page = open_page("3-how-it-is-done")
    page.evaluate("document.querySelector('.scrubber .unseen').remove()")
    assert [node.name for node in find(tree(page, "procedure-slider"), "slider")] == [""]
