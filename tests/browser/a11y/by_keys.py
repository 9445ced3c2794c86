"""What there is to do in each section, done with keys alone."""

from miss.interactions.questions.items.order import OrderItem
from miss.interactions.risks.sort import sign_to_sort
from miss.schema.content import Content
from miss.schema.item_kind import item_kind_of
from playwright.sync_api import expect

from tests.browser.a11y.focus import Keys
from tests.browser.a11y.question_states import ROUND, drawn, options
from tests.browser.choosing import CONTROL, SAID
from tests.browser.moment_bar import NEXT
from tests.support.answers import verdict


def given(keys: Keys, content: Content, key: str) -> None:
    """Answer the check of a topic: wrongly where that can be told at once, then again, and rightly."""
    check = f'knowledge-check[data-key="{key}"]'
    placements = [topic.interaction for section in content.sections for topic in section.topics]
    (id,) = next(each.items or [] for each in placements if each and each.key == key)
    item = next(item for item in content.records["quiz"] if item.id == id)
    keys.tab_to(f"{check} .item[data-open] {CONTROL}")
    if item.kind in ("single", "reply"):
        choose(keys, check, options(item, False)[0])
        expect(keys.page.locator(f"{check} .result")).to_have_text("Not this one")
        choose(keys, check, options(item, True)[0])
    else:
        answer(keys, item, check)
    if item.kind not in ("single", "reply", "order"):
        keys.tab_to(f"{check} .check")
        keys.press("Enter")
    expect(keys.page.locator(f"{check} .result")).to_contain_text("Right")
    expect(keys.page.locator(f"{check} .result")).to_be_focused()
    keys.look()


def choose(keys: Keys, check: str, id: str) -> None:
    """Move to an option, which answers nothing yet, and press it."""
    box = f'{check} .option[data-id="{id}"] input'
    told = keys.page.locator(f"{check} .result").text_content() or ""
    while not keys.page.evaluate("box => document.activeElement.matches(box)", box):
        keys.press("ArrowDown")
    expect(keys.page.locator(f"{check} .result")).to_have_text(told)
    keys.press("Space")
    expect(keys.page.locator(box)).to_be_checked()


def what(keys: Keys, content: Content) -> None:
    keys.tab_to("main .term")
    keys.press("Enter")
    expect(keys.page.locator(".meaning")).to_have_count(1)
    keys.tab_to("picture-comparison .handle input")
    keys.press("ArrowRight")
    expect(keys.page.locator("picture-comparison .handle input")).to_have_value("55")
    keys.tab_to("picture-comparison .scrubber input")
    keys.press("Home")
    expect(keys.page.locator("picture-comparison .depths > [data-open]")).to_have_attribute("data-id", "skin")
    given(keys, content, "say-may")
    keys.tab_to("operation-selector .switch input")
    keys.press("ArrowRight")
    expect(keys.page.locator("operation-selector .switch:visible input").nth(1)).to_be_checked()
    keys.tab_to("operation-selector .choices input")
    for index, operation in enumerate(content.records["operations"]):
        keys.press("ArrowDown" if index else "Space")
        expect(keys.page.locator("operation-selector .entry:visible")).to_have_attribute("data-id", operation.id)


def why(keys: Keys, content: Content) -> None:
    given(keys, content, "tried-before")
    keys.tab_to(".choices input")
    for index, condition in enumerate(content.records["conditions"]):
        keys.press("ArrowDown" if index else "Space")
        expect(keys.page.locator("condition-selector .entry:visible")).to_have_attribute("data-id", condition.id)
    keys.tab_to("condition-selector .healthy input", "Shift+Tab")
    keys.tab_to("condition-selector .names input", "Shift+Tab")
    keys.press("Space")
    keys.tab_to("condition-selector .name-first")
    keys.press("Enter")
    name_parts(keys, "condition-selector figure-view:not([hidden])")
    given(keys, content, "might-help")
    given(keys, content, "cost-and-place")


def name_parts(keys: Keys, figure: str) -> None:
    """Answer with each part that the picture asks for."""
    asked = keys.page.locator(f"{figure} .part-asked")
    names = keys.page.locator(f"{figure} .parts li:not([hidden]) .name").all_text_contents()
    ids = keys.page.locator(f"{figure} .parts li:not([hidden])").evaluate_all("all => all.map((li) => li.dataset.part)")
    at = -1
    for _ in names:
        place = names.index(asked.inner_text().partition("Touch: ")[2])
        keys.tab_to(f'{figure} li[data-part="{ids[place]}"] .ask', "Tab" if place > at else "Shift+Tab")
        keys.press("Enter")
        at = place
    expect(asked).to_have_text(f"You found {len(names)} of {len(names)} at once.")
    expect(keys.page.locator(f"{figure} .name-first")).to_be_focused()
    keys.look()


def how(keys: Keys, content: Content) -> None:
    given(keys, content, "guess-order")
    slider = keys.page.get_by_role("slider")
    keys.tab_to("procedure-slider input[type=range]")
    for number, step in enumerate(content.records["procedure"].steps, 1):
        expect(slider).to_have_attribute(
            "aria-valuetext", f"Step {number} of {len(content.records['procedure'].steps)}: {step.name}"
        )
        keys.press("ArrowRight")
    keys.tab_to("procedure-slider .people summary")
    keys.press("Enter")
    expect(keys.page.locator("procedure-slider .people dl")).to_be_visible()
    given(keys, content, "who-is-there")
    given(keys, content, "why-x-ray")


def risks(keys: Keys, content: Content) -> None:
    first, *_ = content.records["risks"]
    keys.tab_to(f'.bin[value="{sign_to_sort(first, content.records["risks"]).urgency}"]')
    keys.press("Enter")
    expect(keys.page.locator(".to-sort[data-current] .verdict")).to_be_visible()
    keys.tab_to(NEXT)
    keys.press("Enter")
    expect(keys.page.locator(".to-sort[data-current] .asked")).to_be_focused()
    keys.look()
    keys.tab_to(".skip-sort")
    keys.press("Enter")
    expect(keys.page.locator(f'.card[data-id="{first.id}"] .reveal')).to_be_focused()
    keys.look()
    for risk in content.records["risks"]:
        card = f'.card[data-id="{risk.id}"]'
        if risk == first:
            continue  # its sign was sorted: there is nothing to guess any more
        keys.tab_to(f"{card} .guess")
        keys.press("Enter")
        keys.tab_to(f"{card} .guesses input")
        keys.press("Space")
        keys.tab_to(f"{card} .show")
        keys.press("Enter")
        expect(keys.page.locator(f"{card} .reveal")).to_be_focused()
        expect(keys.page.locator(f"{card} .back")).to_be_visible()
        keys.press("Enter")
        expect(keys.page.locator(f"{card} .back")).to_be_hidden()
    given(keys, content, "own-risks")
    given(keys, content, "nurses-part")


def check(keys: Keys, content: Content) -> None:
    items = {item.id: item for item in content.records["quiz"]}
    keys.page.evaluate("document.querySelector('form.start').elements.seed.value = 1")
    keys.tab_to("form.start select")
    keys.page.keyboard.press("End")
    keys.tab_to("form.start button")
    keys.press("Enter")
    for id in drawn(content):
        expect(keys.page.locator(f'{ROUND} .item[data-id="{id}"]')).to_be_visible()
        if item_kind_of(items[id]).self_scored:
            keys.tab_to(f".item[data-open] {SAID}")
            keys.press("Enter")
        keys.tab_to(f".item[data-open] {CONTROL}")
        answer(keys, items[id])
        keys.tab_to(".item[data-open] .check")
        keys.press("Enter")
        expect(keys.page.locator(".item[data-open] .result")).to_be_focused()
        told = verdict(items[id], options(items[id], True))
        expect(keys.page.locator(".item[data-open] .result")).to_contain_text(told)
        keys.tab_to(NEXT)
        keys.press("Enter")
    expect(keys.page.locator(".summary")).to_be_focused()
    expect(keys.page.locator(".summary")).to_contain_text("You answered every question of this round correctly.")


def answer(keys: Keys, item: object, check: str = ROUND) -> None:
    """Answer rightly; the focus is on the first option."""
    question = f"{check} .item[data-open]"
    wanted = options(item, True)  # type: ignore[arg-type]
    if isinstance(item, OrderItem):
        put_in_order(keys, wanted, question)
    else:
        shown = keys.page.locator(f"{question} [value]").evaluate_all("all => all.map((each) => each.value)")
        for id in sorted(wanted, key=shown.index):
            fill(keys, question, id)


def fill(keys: Keys, question: str, id: str) -> None:
    """Choose one: tick a box, or move to it in its list; the focus is in the question, and not behind it."""
    box = f'{question} input[value="{id}"]'
    type = keys.page.evaluate("box => document.querySelector(box)?.type", box)
    if type == "checkbox":
        reach(keys, box)
        keys.press("Space")
        return expect(keys.page.locator(box)).to_be_checked()
    if type == "radio":
        name = keys.page.locator(box).get_attribute("name")
        reach(keys, f'{question} input[name="{name}"]')
        keys.press("Space")
    else:
        reach(keys, f'{question} select:has(option[value="{id}"])')
    while not keys.page.evaluate("id => document.activeElement.value === id", id):
        keys.press("ArrowDown")


def reach(keys: Keys, selector: str) -> None:
    if not keys.page.evaluate("selector => document.activeElement.matches(selector)", selector):
        keys.tab_to(selector)


def put_in_order(keys: Keys, wanted: list[str], question: str) -> None:
    """Choose one after the other: each moves up before the focus, so that the others follow it."""
    for place, id in enumerate(wanted):
        pick = f'{question} .option[data-id="{id}"] .pick'
        if not keys.page.evaluate("pick => document.activeElement.matches(pick)", pick):
            keys.tab_to(pick)
        keys.press("Enter" if place % 2 else "Space")
        if question.startswith(ROUND) or id != wanted[-1]:  # the last one answers a check between topics
            expect(keys.page.locator(pick)).to_be_focused()
        expect(keys.page.locator(f"{pick} .number")).to_have_text(str(place + 1))
