"""Every state of every page, made from the words: a new condition, step, card or question brings its states along."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from miss.interactions.questions.items.order import OrderItem
from miss.interactions.questions.records import BaseItem
from miss.interactions.questions.shuffle import shuffled
from miss.schema.content import Content
from miss.schema.pictures import Figure

GO_ON = 'hands.goOn("knowledge-check")'


class State(NamedTuple):
    """A state by name, and the call in ``hands.js`` that leads to it from the state before."""

    name: str
    do: str = ""


def press(selector: str, index: int = 0) -> str:
    return f"hands.press({json.dumps(selector)}, {index})"


def press_all(selector: str) -> str:
    return f"hands.pressAll({json.dumps(selector)})"


def page_names(content: Content) -> list[str]:
    """Name every page of the course, the home page first."""
    beside = [appendix.notebook for appendix in content.appendices]
    return ["index", *(section.notebook for section in content.sections), *beside]


def walk(content: Content, page: str) -> Iterator[State]:
    """Give the states of one page, each reached from the one before."""
    yield State("as it opens")
    topics = [topic.id for section in content.sections if section.notebook == page for topic in section.topics]
    own = {"conditions": conditions, "procedure": steps, "risks": cards, "quiz": questions, "operations": operations}
    if page == "index":
        yield from home(content)
    for topic, states in own.items():
        if topic in topics:
            yield from states(content)
    for topic in topics:
        for figure in content.figures(topic):
            if figure.switch == "drag":
                yield from dragged(figure)
    yield State("every marked word open", press_all("main .term:not([aria-expanded=true])"))
    yield State("every fold open", press_all("main details:not([open]) > summary"))


def home(content: Content) -> Iterator[State]:
    del content
    yield State("the list of sections open", "document.querySelector('#site-menu').showPopover()")
    yield State("the other theme, by the switch", press("button.theme"))
    yield State("the first theme again", press("button.theme"))
    yield State("the list of sections closed", "document.querySelector('#site-menu').hidePopover()")
    yield State("a link for another device", press(".carry > summary"))
    yield State(
        "nothing in a pasted link",
        "document.querySelector('.bring input').value = 'x'; document.querySelector('.bring button').click()",
    )
    yield State("forgotten", press(".forget"))


def pictured(name: str, place: str) -> Iterator[State]:
    """The picture at a place: the other side of its switch, its names, its parts hidden, and named again."""
    yield State(f"{name}: the other state of the picture", press_all(f"{place} :is(.healthy input, [value=other])"))
    yield State(f"{name}: the first one again", press_all(f"{place} :is(.healthy input, [value=first])"))
    yield State(f"{name}: with names", press(f"{place} .names input"))
    yield State(f"{name}: name the parts", press(f"{place} .name-first"))
    yield State(f"{name}: every part named", press_all(f"{place} .ask"))
    yield State(f"{name}: names shown", press(f"{place} .name-first"))
    yield State(f"{name}: without names", press(f"{place} .names input"))


def conditions(content: Content) -> Iterator[State]:
    for index, condition in enumerate(content.records["conditions"]):
        yield State(condition.name, press(".choices input", index))
        yield from pictured(condition.name, "condition-selector figure-view:not([hidden])")


def operations(content: Content) -> Iterator[State]:
    for index, operation in enumerate(content.records["operations"]):
        yield State(operation.name, press(".choices input", index))
        yield from pictured(operation.name, f'figure-view[data-id="{operation.id}"]')


def dragged(figure: Figure) -> Iterator[State]:
    for percent in (0, 100, 50):
        do = f"hands.drag('picture-comparison input[type=range]', {percent})"
        yield State(f"{figure.id}: dragged to {percent} percent", do)


def steps(content: Content) -> Iterator[State]:
    for index, step in enumerate(content.records["procedure"].steps):
        yield State(step.name, f"hands.drag('procedure-slider input[type=range]', {index + 1})")
        yield State(f"{step.name}: name the parts", press_all("procedure-slider .name-first"))
        yield State(f"{step.name}: names shown", press_all("procedure-slider .name-first"))
    yield State("all layers open", press_all("procedure-slider summary"))


def cards(content: Content) -> Iterator[State]:
    for number in range(len(content.records["risks"])):
        yield State(f"sign {number + 1} sorted", press(".bin", number % 3))
        yield State(f"after sign {number + 1}", press(".next-sign"))
    for risk in content.records["risks"]:
        card = f'.card[data-id="{risk.id}"]'
        yield State(f"{risk.name}: guessing", press(f"{card} .guess"))
        for name, right in (("a wrong guess", False), ("a right guess too", True)):
            index = next(index for index, guess in enumerate(risk.guesses) if guess.right == right)
            yield State(f"{risk.name}: {name}", press(f"{card} .guesses input", index))
            yield State(f"{risk.name}: open after {name}", press(f"{card} .show"))
            yield State(f"{risk.name}: closed after {name}", press(f"{card} .reveal"))
    yield State("all closed", press(".hide-all"))
    yield State("all open", press(".reveal-all"))


def questions(content: Content) -> Iterator[State]:
    total = len(content.records["quiz"])
    round = [next(item for item in content.records["quiz"] if item.id == id) for id in drawn(content)]
    every = f'document.querySelector("form.start").elements.count.value = {total}; {press("form.start button")}'
    for rightly in (True, False):
        yield State("a round begins", every)
        for number, item in enumerate(round, 1):
            yield from answered(item, number, rightly)
        yield State(f"summary, all {'right' if rightly else 'wrong'}")
        yield State("the score", press(".show-score"))
        yield State("to start again", press(".restart"))
        every = f'document.querySelector("form.start").elements.seed.value = 1; {every}'
    yield State("a short round", press("form.start button"))
    yield State("summary, all open", f"for (let n = 0; n < 6; n++) {GO_ON}")


def drawn(content: Content) -> list[str]:
    """Draw all the questions as the page does for its first round."""
    return shuffled([item.id for item in content.records["quiz"]], 1)


def answered(item: BaseItem, number: int, rightly: bool) -> Iterator[State]:
    name = f"question {number} ({item.id})"
    if rightly and not isinstance(item, OrderItem):
        yield State(f"{name}: no answer yet", press(".item[data-open] .check"))
    yield State(f"{name}: {'right' if rightly else 'wrong'}", f"hands.answer({json.dumps(options(item, rightly))})")
    yield State(f"after {name}", GO_ON)


def options(item: BaseItem, rightly: bool) -> list[str]:
    """Give the ids of the options that are right, or of some that are not."""
    if isinstance(item, OrderItem):
        ids = [place.id for place in item.places]
        return ids if rightly else [*ids[1:], ids[0]]
    wanted = [option.id for option in item.options if option.right == rightly]
    return wanted if item.kind == "several" else wanted[:1]
