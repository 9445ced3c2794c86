"""The states of questions: in the rounds of the last page, and in the checks between topics."""

from collections.abc import Iterator

from miss.interactions.questions.items.order import OrderItem
from miss.interactions.questions.records import BaseItem
from miss.interactions.questions.shuffle import shuffled
from miss.schema.content import Content
from miss.schema.item_kind import item_kind_of
from miss.schema.records import Placement

from tests.support.answers import half_answer, right_answer, wrong_answer

from .hands import State, answer, go_on, press

ROUND = "knowledge-check:not([data-given])"


def questions(content: Content) -> Iterator[State]:
    total = len(content.records["quiz"])
    round = [next(item for item in content.records["quiz"] if item.id == id) for id in drawn(content)]
    first = 'document.querySelector("form.start").elements.seed.value = 1'
    every = (
        f'{first}; document.querySelector("form.start").elements.count.value = {total}; {press("form.start button")}'
    )
    for rightly in (True, False):
        yield State("a round begins", every)
        for number, item in enumerate(round, 1):
            yield from answered(item, number, rightly)
        yield State(f"summary, all {'right' if rightly else 'wrong'}")
        yield State("the score", press(".show-score"))
        yield State("to start again", press(".restart"))
    yield State("a short round", press("form.start button"))
    yield State("summary, all open", f"for (let n = 0; n < 6; n++) {go_on(ROUND)}")


def drawn(content: Content) -> list[str]:
    """Draw all the questions as the page does for its first round."""
    return shuffled([item.id for item in content.records["quiz"]], 1)


def answered(item: BaseItem, number: int, rightly: bool) -> Iterator[State]:
    name = f"question {number} ({item.id})"
    if rightly and item_kind_of(item).self_scored:
        yield State(f"{name}: said", press(f"{ROUND} .item[data-open] .said-it"))
    if rightly and not isinstance(item, OrderItem):
        yield State(f"{name}: no answer yet", press(f"{ROUND} .item[data-open] .check"))
    yield State(f"{name}: {'right' if rightly else 'wrong'}", answer(ROUND, options(item, rightly)))
    yield State(f"after {name}", go_on(ROUND))


def options(item: BaseItem, rightly: bool) -> list[str]:
    """Give the ids of a right answer, or of a wrong one."""
    return right_answer(item) if rightly else wrong_answer(item)


def given(content: Content, placement: Placement) -> Iterator[State]:
    """The check of a topic: what is not right is tried again, until the right answer has its reasons."""
    check = f'knowledge-check[data-key="{placement.key}"]'
    for id in placement.items or []:
        item = next(item for item in content.records["quiz"] if item.id == id)
        name = f"{placement.key} ({id})"
        if isinstance(item, OrderItem):
            yield State(f"{name}: too early", press(f'{check} .option[data-id="{item.places[-1].id}"] .pick'))
        else:
            yield from tried(item, check, name)
        yield State(f"{name}: answered", answer(check, options(item, True)))
        yield State(f"{name}: why the others are not", press(f"{check} .item[data-open] .reasons summary"))
        yield State(f"after {name}", go_on(check))


def tried(item: BaseItem, check: str, name: str) -> Iterator[State]:
    """Answers that are not right; of several, each is taken back, and of one, the next can be chosen at once."""
    again = press(f"{check} .try-again")
    at_once = item.kind in ("single", "reply")
    if not at_once:
        yield State(f"{name}: no answer yet", press(f"{check} .item[data-open] .check"))
        yield State(f"{name}: not all of it", answer(check, half_answer(item)))
        yield State(f"{name}: not all of it, taken back", again)
    yield State(f"{name}: not this", answer(check, options(item, False)))
    if not at_once:
        yield State(f"{name}: tried again", again)
