"""The widgets from Python: what a notebook's reader types, and what is refused with a sentence."""

import pytest
from miss import ConditionSelector, KnowledgeCheck, Lesson, ProcedureSlider, RiskCards
from miss.draw import shuffled


def test_selector_remembers_what_was_seen() -> None:
    selector = ConditionSelector()
    for id in (selector.options[4], selector.options[0], selector.options[4]):
        selector.select(id)
    assert (selector.selected, selector.seen) == (selector.options[4], [selector.options[4], selector.options[0]])


def test_slider_stays_between_its_ends() -> None:
    slider = ProcedureSlider()
    slider.previous()
    assert slider.step == 1
    slider.go_to(len(slider.steps))
    slider.next()
    assert slider.step == len(slider.steps) == 6
    assert repr(slider).startswith("ProcedureSlider: step 6 of 6: ")


def test_cards_open_and_close() -> None:
    cards = RiskCards()
    cards.guess(cards.cards[2], cards.content.risks[2].guesses[0].id)
    cards.reveal(cards.cards[2])
    cards.reveal_all()
    cards.hide(cards.cards[0])
    assert len(cards.revealed) == 8
    cards.hide_all()
    assert (cards.revealed, len(cards.seen)) == ([], 9)


def test_check_tells_right_from_wrong_for_every_question() -> None:
    check = KnowledgeCheck()
    check.start(count=len(check.pool))
    for id in check.drawn:
        assert check.answer(id, *check.right(id))
        assert not check.answer(id, *_wrong(check, id))
    assert check.wrong == check.drawn
    check.retry()
    assert check.answers == {}


def _wrong(check: KnowledgeCheck, id: str) -> list[str]:
    item = check.pool[id]
    if item.kind == "order":
        return list(reversed(check.right(id)))
    return [option.id for option in item.options if not option.right][:1]


def test_same_number_draws_the_same_round() -> None:
    assert shuffled(list("abcdef"), 7) == shuffled(list("abcdef"), 7) != shuffled(list("abcdef"), 8)


REFUSED = {
    "condition": (lambda: ConditionSelector().select("hiccups"), "There is no condition 'hiccups'. Accepted: "),
    "step": (lambda: ProcedureSlider().go_to(7), "There is no step 7. Accepted: 1 to 6."),
    "risk": (lambda: RiskCards().reveal("rain"), "There is no risk 'rain'. Accepted: "),
    "guess": (lambda: RiskCards().guess("infection", "rain"), "There is no guess 'rain'. Accepted: "),
    "question": (lambda: KnowledgeCheck().answer("q01", "a"), "There is no question in this round 'q01'"),
    "section": (lambda: Lesson("where"), "There is no section 'where'. Accepted: what, why, how, risks, check."),
    "topic": (lambda: Lesson("why").topic("fees"), "There is no topic 'fees' in section 'why'. Accepted: "),
}


@pytest.mark.parametrize("what", REFUSED)
def test_refuses_with_a_sentence(what: str) -> None:
    call, message = REFUSED[what]
    with pytest.raises(ValueError, match=message.replace("(", r"\(")):
        call()
