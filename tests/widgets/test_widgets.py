"""The widgets' Python API: valid calls, and the error messages for invalid ones."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from miss import (
    Appendix,
    ConditionSelector,
    Course,
    Home,
    KnowledgeCheck,
    Lesson,
    OperationSelector,
    PatientCase,
    ProcedureSlider,
    RiskCards,
)
from miss.interactions.questions.shuffle import shuffled
from miss.schema.records import Placement
from miss.widgets.base import LessonWidget
from miss.widgets.selector import RecordSelector
from traitlets import TraitError

from tests.conftest import COURSE
from tests.support.answers import wrong_answer
from tests.support.placing import place

TOTAL = len(KnowledgeCheck(COURSE).pool)


@pytest.mark.parametrize("widget", [ConditionSelector, OperationSelector])
def test_selector_records_what_was_seen(widget: type[RecordSelector]) -> None:
    selector = widget(COURSE)
    first, *_, last = selector.options
    for id in (last, first, last):
        selector.select(id)
    assert (selector.selected, selector.seen) == (last, [last, first])
    assert selector.progress == (2, len(selector.options))
    assert repr(selector).endswith(f", 2 of {len(selector.options)} seen") and widget.__name__ in repr(selector)


def test_slider_stays_within_its_range() -> None:
    slider = ProcedureSlider(COURSE)
    slider.previous()
    assert slider.step == 1
    slider.go_to(len(slider.steps))
    slider.next()
    assert slider.step == len(slider.steps) == 6
    assert repr(slider).startswith("ProcedureSlider: step 6 of 6: ")


def test_cards_open_and_close() -> None:
    cards = RiskCards(COURSE)
    cards.guess(cards.cards[2], cards.content.records["risks"][2].guesses[0].id)
    cards.reveal(cards.cards[2])
    cards.reveal_all()
    cards.hide(cards.cards[0])
    assert len(cards.revealed) == 8
    cards.hide_all()
    assert (cards.revealed, len(cards.seen)) == ([], 9)


def test_what_was_sorted_first_stays() -> None:
    cards = RiskCards(COURSE)
    cards.sort("infection", "record")
    cards.sort("infection", "report")
    cards.sort("bleeding", "emergency")
    assert cards.sorted == {"infection": "record", "bleeding": "emergency"}
    assert repr(cards) == "RiskCards: 2 of 9 sorted, 0 open, 0 of 9 seen"


def test_check_scores_every_question() -> None:
    check = KnowledgeCheck(COURSE)
    check.start(count=len(check.pool))
    for id in check.drawn:
        assert check.answer(id, *check.right(id))
        assert not check.answer(id, *_wrong(check, id))
    assert check.wrong == check.drawn
    check.retry()
    assert check.answers == {}


def _wrong(check: KnowledgeCheck, id: str) -> list[str]:
    return wrong_answer(check.pool[id])


def test_same_seed_gives_the_same_round() -> None:
    assert shuffled(list("abcdef"), 7) == shuffled(list("abcdef"), 7) != shuffled(list("abcdef"), 8)


def started(count: int = TOTAL) -> KnowledgeCheck:
    check = KnowledgeCheck(COURSE)
    check.start(count=count)
    return check


def case(key: str = "mr-k", **traits: Any) -> PatientCase:
    return PatientCase(COURSE, key=key, **traits)


def first(kind: str) -> str:
    return next(item.id for item in started().content.records["quiz"] if item.kind == kind)


def with_records(stem: str, records: list[Any]) -> Course:
    content = COURSE.content
    return COURSE.with_content(replace(content, records=content.records | {stem: records}))


def without(stem: str) -> Course:
    """Return the course without the records of one file."""
    if stem in COURSE.content.records:
        return with_records(stem, [])
    return COURSE.with_content(replace(COURSE.content, **{stem: []}))


NO_ROUND = r"No round has been started. Call start\(\) first."
INVALID_CALLS = {
    "condition": (
        lambda: ConditionSelector(COURSE).select("hiccups"),
        "There is no condition 'hiccups'. Accepted: h",
    ),
    "operation": (
        lambda: OperationSelector(COURSE).select("hiccups"),
        "There is no operation 'hiccups'. Accepted: lumbar-discectomy",
    ),
    "no condition": (lambda: ConditionSelector(COURSE).select(None), "There is no condition 'None'. Accepted: "),
    "conditions": (lambda: ConditionSelector(COURSE).select(["a"]), r"There is no condition '\['a'\]'. Accepted: "),
    "condition of none": (
        lambda: ConditionSelector(without("conditions")).select("hiccups"),
        "There is no condition 'hiccups'. There is none at all.",
    ),
    "step": (lambda: ProcedureSlider(COURSE).go_to(7), "There is no step 7. Accepted: 1 to 6.$"),
    "step 0": (lambda: ProcedureSlider(COURSE).go_to(0), "There is no step 0. Accepted: 1 to 6.$"),
    "step in quotes": (
        lambda: ProcedureSlider(COURSE).go_to("3"),
        "There is no step '3'. Accepted: 1 to 6, without quotes.",
    ),
    "step and a half": (lambda: ProcedureSlider(COURSE).go_to(1.5), "There is no step 1.5. Accepted: 1 to 6."),
    "no step": (lambda: ProcedureSlider(COURSE).go_to(None), "There is no step None. Accepted: 1 to 6."),
    "true step": (lambda: ProcedureSlider(COURSE).go_to(True), "There is no step True. Accepted: 1 to 6."),
    "risk": (lambda: RiskCards(COURSE).reveal("rain"), "There is no risk 'rain'. Accepted: infection"),
    "risk hidden": (lambda: RiskCards(COURSE).hide(None), "There is no risk 'None'. Accepted: infection"),
    "guess": (lambda: RiskCards(COURSE).guess("infection", "rain"), "There is no guess 'rain'. Accepted: "),
    "guess on no card": (
        lambda: RiskCards(COURSE).guess("rain", "rain"),
        "There is no risk 'rain'. Accepted: infection",
    ),
    "guess by number": (lambda: RiskCards(COURSE).guess("infection", 3), "There is no guess '3'. Accepted: "),
    "tier": (
        lambda: RiskCards(COURSE).sort("infection", "soon"),
        "There is no tier 'soon'. Accepted: emergency, report, record",
    ),
    "risk sorted": (lambda: RiskCards(COURSE).sort("rain", "report"), "There is no risk 'rain'. Accepted: infection"),
    "answer before start": (lambda: KnowledgeCheck(COURSE).answer("q01", "a"), NO_ROUND),
    "question": (lambda: started().answer("q99", "a"), "There is no question 'q99' in this round. Accepted: q"),
    "option": (lambda: started().answer("q01", "a"), "There is no option 'a'. Accepted: "),
    "option in a list": (lambda: started().answer("q01", ["a"]), r"There is no option '\['a'\]'. Accepted: "),
    "no option": (lambda: started().answer(first("single")), "takes one option, and 0 were given. Accepted: "),
    "two options": (
        lambda: (check := started()).answer(id := first("reply"), *_wrong(check, id), *check.right(id)),
        "takes one option, and 2 were given. Accepted: ",
    ),
    "none of several": (
        lambda: started().answer(first("select_all")),
        "one option or more, each once, and 0 were given",
    ),
    "one twice": (
        lambda: (check := started()).answer(id := first("select_all"), *check.right(id), *check.right(id)),
        "takes one option or more, each once, and [0-9]+ were given",
    ),
    "half an order": (
        lambda: (check := started()).answer(id := first("order"), *check.right(id)[1:]),
        "takes all its options, each once, in the order chosen, and [0-9]+ were given",
    ),
    "right of none": (lambda: KnowledgeCheck(COURSE).right("q99"), "There is no question 'q99'. Accepted: q01"),
    "is right of none": (lambda: KnowledgeCheck(COURSE).is_right("q99"), "There is no question 'q99'. Accepted: q01"),
    "nothing to try again": (lambda: started().retry(), "No question of this round was answered wrong. Call start"),
    "count 0": (lambda: KnowledgeCheck(COURSE).start(count=0), f"There is no count 0. Accepted: 1 to {TOTAL}."),
    "count -1": (lambda: KnowledgeCheck(COURSE).start(count=-1), f"There is no count -1. Accepted: 1 to {TOTAL}."),
    "count 1000": (
        lambda: KnowledgeCheck(COURSE).start(count=1000),
        f"There is no count 1000. Accepted: 1 to {TOTAL}.",
    ),
    "count in quotes": (
        lambda: KnowledgeCheck(COURSE).start(count="6"),
        f"There is no count '6'. .* {TOTAL}, without quotes.",
    ),
    "seed": (lambda: KnowledgeCheck(COURSE).start(seed="luck"), "There is no seed 'luck'. Accepted: 1 to 9999"),
    "seed 0": (lambda: KnowledgeCheck(COURSE).start(seed=0), "There is no seed 0. Accepted: 1 to 9999."),
    "no seed": (lambda: KnowledgeCheck(COURSE).start(seed=None), "There is no seed None. Accepted: 1 to 9999."),
    "start of none": (
        lambda: KnowledgeCheck(without("quiz")).start(),
        "This course has no questions to start a",
    ),
    "item": (lambda: given("q99"), "There is no item 'q99'. Accepted: q01"),
    "item in quotes": (lambda: KnowledgeCheck(COURSE, items="q01"), "'q01' is no list. Accepted: a list of q01"),
    "items of another kind": (
        lambda: RiskCards(COURSE, items=["infection"]),
        "RiskCards shows all of risks.yaml. Leave out 'items'.",
    ),
    "start of some items": (
        lambda: given().start(),
        r"This check asks q04 and draws no round. Call answer\(\) for each of them.",
    ),
    "question of no item": (lambda: given().answer("q01", "no-cut"), "There is no question 'q01' in this round. Acc"),
    "no item to try again": (lambda: given().retry(), "No question of this round was answered wrong.$"),
    "case": (lambda: PatientCase(COURSE, key="mr-x"), "There is no key 'mr-x'. Accepted: mr-k, mrs-t."),
    "path": (lambda: case().choose("home"), "There is no path 'home'. Accepted: rings, sleeps."),
    "path of none": (lambda: case("mrs-t").choose("rings"), "There is no path 'rings'. There is none at all."),
    "stop": (
        lambda: case(path="rings").go_to("ward-quiet"),
        "There is no stop 'ward-quiet' on this path. Accepted: clinic, pre-op, recovery, ward-bell, home-wound.",
    ),
    "question of another path": (
        lambda: case().answer("q121", "back"),
        "There is no question 'q121' on this path. Accepted: q101",
    ),
    "option of a case": (lambda: case().answer("q104", "rain"), "There is no option 'rain'. Accepted: medicines"),
    "no option of a case": (lambda: case().answer("q104"), "'q104' takes one option, and 0 were given. Accepted: "),
    "right of no case": (lambda: case("mrs-t").right("q101"), "There is no question 'q101'. Accepted: q201"),
    "some items of a case": (
        lambda: PatientCase(COURSE, items=["q101"]),
        "PatientCase shows all of case.yaml. Leave out 'items'.",
    ),
    "section": (
        lambda: Lesson(COURSE, "where"),
        "There is no section 'where'. Accepted: what, why, how, risks, check, mr-k, mrs-t.",
    ),
    "no section": (
        lambda: Lesson(COURSE, None),
        "There is no section 'None'. Accepted: what, why, how, risks, check, mr-k, mrs-t.",
    ),
    "topic": (lambda: Lesson(COURSE, "why").topic("fees"), "There is no topic 'fees' in section 'why'. Accepted: "),
    "topics": (lambda: Lesson(COURSE, "why").topic([]), r"There is no topic '\[\]' in section 'why'. Accepted: "),
    "appendix": (lambda: Appendix(COURSE, "prices"), "There is no appendix 'prices'. Accepted: "),
    "appendices": (lambda: Appendix(COURSE, []), r"There is no appendix '\[\]'. Accepted: "),
    "appendix of none": (
        lambda: Appendix(without("appendices"), "sources"),
        "There is no appendix 'sources'. There is none at all.",
    ),
    "an id for a course": (
        lambda: ConditionSelector("spinal-stenosis"),
        "'spinal-stenosis' is no course. Make one first",
    ),
    "an id for home": (lambda: Home("what"), "'what' is no course. Make one first"),
    "a language for a course": (lambda: Lesson("en", "why"), "'en' is no course. Make one first"),
    "a path for a course": (lambda: Appendix(Path("content"), "sources"), "is no course. Make one first"),
    "setting": (
        lambda: ConditionSelector(COURSE, select="spondylolysis"),
        "There is no setting 'select' of ConditionSelector. Accepted: .*selected",
    ),
    "selected at first": (
        lambda: ConditionSelector(COURSE, selected="hiccups"),
        "There is no condition 'hiccups'. Accepted: ",
    ),
    "step at first": (lambda: ProcedureSlider(COURSE, step=99), "There is no step 99. Accepted: 1 to 6."),
}


@pytest.mark.parametrize("what", INVALID_CALLS)
def test_invalid_call_raises_an_error_that_names_what_is_accepted(what: str) -> None:
    call, message = INVALID_CALLS[what]
    with pytest.raises(ValueError, match=message):
        call()


INVALID_VALUES: dict[str, tuple[Callable[[], LessonWidget], str, list[Any]]] = {
    "selected": (partial(ConditionSelector, COURSE), "selected", ["hiccups"]),
    "condition seen": (partial(ConditionSelector, COURSE), "seen", [["hiccups"]]),
    "step": (partial(ProcedureSlider, COURSE), "step", [99, 0, -1]),
    "step seen": (partial(ProcedureSlider, COURSE), "seen", [["hiccups"]]),
    "revealed": (partial(RiskCards, COURSE), "revealed", [["rain"]]),
    "risk seen": (partial(RiskCards, COURSE), "seen", [["rain"]]),
    "guesses": (
        partial(RiskCards, COURSE),
        "guesses",
        [{"rain": []}, {"infection": ["rain"]}, {"infection": None}, {3: ["rain"]}],
    ),
    "sorted": (partial(RiskCards, COURSE), "sorted", [{"rain": "report"}, {"infection": "soon"}, {"infection": None}]),
    "seed": (started, "seed", [0, -1, 10_000]),
    "drawn": (started, "drawn", [["q99"]]),
    "answers": (started, "answers", [{"q99": []}, {"q01": []}, {"q01": None}, {"q01": "abc"}, {"q01": ["rain"]}]),
    "position": (started, "position", [-1, 99]),
    "path": (case, "path", ["home"]),
    "drawn in a case": (case, "drawn", [["q99"], ["q101"], []]),
    "answers in a case": (case, "answers", [{"q01": ["no-cut"]}, {"q104": []}, {"q104": None}, {"q104": ["rain"]}]),
    "results in a case": (case, "results", [{"q01": "first"}, {"q104": "soon"}, {"q104": None}]),
    "position in a case": (case, "position", [-1, 25]),
}
INVALID = [None, "nonsense", 2.5, {"a": {}}, [3], [None], [["a"]], object]


@pytest.mark.parametrize("what", INVALID_VALUES)
def test_invalid_value_leaves_a_trait_unchanged(what: str) -> None:
    make, name, values = INVALID_VALUES[what]
    widget = make()
    before = (getattr(widget, name), repr(widget))
    for value in [*values, *INVALID]:
        with pytest.raises(TraitError, match=r"^[^\n]* Accepted: |^[^\n]* expected "):
            setattr(widget, name, value)
        assert (getattr(widget, name), repr(widget)) == before, value


# Valid traits of each widget, sent together with an invalid one.
VALID_TRAITS: dict[str, list[tuple[str, Any]]] = {
    "conditions": [("selected", "spondylolysis"), ("seen", ["spondylolysis"])],
    "procedure": [("step", 3), ("seen", ["cut"])],
    "risks": [("guesses", {"infection": []}), ("seen", ["infection"])],
    "questions": [("position", 2), ("seed", 9)],
    "case": [("position", 2), ("results", {"q101": "first"})],
}


@pytest.mark.parametrize("what", INVALID_VALUES)
def test_invalid_values_from_a_browser_are_ignored(what: str, caplog: pytest.LogCaptureFixture) -> None:
    """The valid values of the same message are applied. A browser cannot change the HTML and the key."""
    make, name, values = INVALID_VALUES[what]
    for value in [*values, *INVALID[:-1]]:
        widget = make()
        before = getattr(widget, name), widget.html, widget.key
        other, valid = next(pair for pair in VALID_TRAITS[widget.kind] if pair[0] != name)
        caplog.clear()
        widget.set_state({name: value, other: valid, "html": "<b>other</b>", "key": "other", "no trait": 1})
        assert getattr(widget, other) == valid
        assert f"Ignored an invalid value for {name}. " in caplog.text
        if name != "seen":  # `seen` also grows with the other trait
            assert (getattr(widget, name), widget.html, widget.key) == before
        repr(widget)


def test_state_from_a_browser_is_applied_as_a_whole() -> None:
    """The position is validated against the round of the same message."""
    check, other = started(count=6), started(count=12)
    answers = {id: other.right(id) for id in other.drawn[:2]}
    check.set_state({"position": 12, "seed": 3, "answers": answers, "drawn": other.drawn})
    assert (check.position, check.seed, check.answers, check.drawn) == (12, 3, answers, other.drawn)
    assert repr(check) == "KnowledgeCheck: 2 of 12 answered, 2 right"


def given(*items: str, **traits: Any) -> KnowledgeCheck:
    return KnowledgeCheck(COURSE, items=items or ["q04"], **traits)


def test_a_second_try_is_given_once() -> None:
    check = KnowledgeCheck(COURSE)
    check.start(seed=1, two_tries=True)
    id = check.drawn[0]
    wrong, right = wrong_answer(check.pool[id]), check.right(id)
    assert (check.answer(id, *wrong), check.answers, check.results) == (False, {}, {id: "wrong"})
    assert check.answer(id, *right) and check.results == {id: "later"}
    check.start(seed=1, two_tries=True)
    assert check.tried == [] and [check.answer(id, *wrong) for _ in range(2)] == [False, False]
    assert check.answers == {id: wrong}


def test_a_check_of_some_items_needs_no_start() -> None:
    check = given("q04", "q01", key="before-lunch")
    assert (list(check.pool), check.drawn, check.key) == (["q04", "q01"], ["q04", "q01"], "before-lunch")
    assert 'data-key="before-lunch" data-given' in check.html and "form" not in check.html
    assert (check.progress, repr(check)) == ((0, 2), "KnowledgeCheck: 0 of 2 answered, 0 right")
    assert not check.answer("q04", "spinal-fusion") and check.answer("q01", *check.right("q01"))
    assert (check.progress, repr(check)) == ((1, 2), "KnowledgeCheck: 2 of 2 answered, 1 right")
    check.retry()
    assert (list(check.answers), check.drawn, check.results["q04"]) == (["q01"], ["q04", "q01"], "wrong")
    assert check.answer("q04", *check.right("q04")) and check.results["q04"] == "later"


def test_checks_of_one_course_have_keys_of_their_own() -> None:
    assert [check.key for check in (KnowledgeCheck(COURSE), given("q04"), given("q04", "q01"))] == [
        "knowledge-check",
        "knowledge-check-q04",
        "knowledge-check-q04-q01",
    ]
    assert len({given("q04", key="a").key, given("q04", key="b").key}) == 2


def test_a_check_of_some_items_keeps_them_whatever_a_browser_says() -> None:
    check = given()
    check.set_state({"drawn": ["q01"], "position": 1, "answers": {"q04": ["laminectomy"]}})
    assert (check.drawn, check.position, check.answers) == (["q04"], 0, {"q04": ["laminectomy"]})


def test_a_check_has_the_items_that_its_topic_names() -> None:
    first, *others = COURSE.content.sections
    sections = [place(first, Placement(kind="questions", key="ask", items=["q04", "q01"])), *others]
    check = KnowledgeCheck(COURSE.with_content(replace(COURSE.content, sections=sections)), key="ask")
    assert (check.drawn, list(check.pool)) == (["q04", "q01"], ["q04", "q01"])


def test_round_of_a_short_course_has_all_its_questions() -> None:
    check = KnowledgeCheck(with_records("quiz", COURSE.content.records["quiz"][:4]))
    check.start()
    assert len(check.drawn) == 4
