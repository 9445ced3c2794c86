"""A case from Python: its stops and paths, what follows from an answer, and the chart at each stop."""

import pytest
from miss import PatientCase
from miss.interactions.case.chart import Chart, chart_at
from miss.interactions.case.records import Column, Stop

from tests.conftest import COURSE
from tests.support.answers import right_answer, wrong_answer
from tests.support.items import placed_cases

CASES = [placed.key for placed, _ in placed_cases(COURSE.content)]
MR_K = COURSE.content.records["case"]


def mr_k() -> PatientCase:
    return PatientCase(COURSE, key="mr-k")


def test_the_questions_of_a_path_are_asked_once_it_is_chosen() -> None:
    case = mr_k()
    shared = list(case.drawn)
    assert (case.stop, case.stops, case.paths) == ("clinic", ["clinic", "pre-op", "recovery"], ["rings", "sleeps"])
    case.position = len(shared)
    assert (case.stop, repr(case)) == ("", "PatientCase: the fork, 0 of 19 answered")
    case.choose("sleeps")
    assert (case.stop, case.stops[3:]) == ("ward-quiet", ["ward-quiet", "home-headache"])
    case.choose("rings")
    assert case.stop == "ward-bell" and case.drawn[: len(shared)] == shared and len(case.drawn) > len(shared)
    case.go_to("pre-op")
    assert (case.stop, case.path) == ("pre-op", "rings")
    case.position = len(case.drawn)
    assert repr(case) == f"PatientCase: the end, 0 of {len(case.drawn)} answered"


@pytest.mark.parametrize("key", CASES)
def test_every_question_can_be_answered_right_and_wrong(key: str) -> None:
    """And all of them, on all paths, are what there is to do."""
    case = PatientCase(COURSE, key=key)
    for path in case.paths or [""]:
        case.path = path
        for id in case.drawn:
            item = case.pool[id]
            assert not case.answer(id, *wrong_answer(item))
            assert case.answer(id, *right_answer(item)) and case.right(id) == right_answer(item)
            points, total = case.score(id, *case.right(id))
            assert points == total > case.score(id, *wrong_answer(item)).points
    assert case.progress.done == case.progress.total > 0 and set(case.results) == set(case.pool)


def test_answers_of_the_other_path_stay() -> None:
    case = mr_k()
    case.choose("rings")
    case.answer("q121", *case.right("q121"))
    case.choose("sleeps")
    assert not case.answer("q104", "calf") and case.answer("q104", "medicines")
    assert [*case.answers] == ["q121", "q104"] and case.results == {"q121": "first", "q104": "later"}
    assert repr(case) == "PatientCase: ward-quiet, 1 of 31 answered"
    assert case.progress.total == len(case.pool) == 46


def test_the_picture_is_that_of_the_latest_scene_or_outcome_up_to_the_question() -> None:
    case = mr_k()
    case.choose("rings")
    assert picture_of(case, "q122") == "freed"
    shown = {
        option: (case.answer("q122", option), case.picture)[1] for option in ("six-pm", "eight-pm", "next-morning")
    }
    assert shown == {"six-pm": "clot-early", "eight-pm": "clot", "next-morning": "clot-late"}
    stays = {id: picture_of(case, id) for id in ("q121", "q124", "q125", "q128", "q129", "q131")}
    assert (stays["q121"], stays["q124"]) == ("freed", "clot-late")
    assert (stays["q125"], stays["q128"]) == ("clot", "clot")  # as the story goes on, whatever was answered
    assert (stays["q129"], stays["q131"]) == ("clot-removed", "clot-removed")


def picture_of(case: PatientCase, id: str) -> str:
    case.position = case.drawn.index(id)
    return case.picture


def test_a_state_from_a_browser_is_applied_as_a_whole() -> None:
    """The questions and the position are validated against the path of the same message."""
    case, other = mr_k(), mr_k()
    other.choose("sleeps")
    answers = {id: other.right(id) for id in other.drawn[-2:]}
    case.set_state({"position": 30, "answers": answers, "drawn": other.drawn, "path": "sleeps"})
    assert (case.position, case.answers, case.drawn, case.path) == (30, answers, other.drawn, "sleeps")
    case.set_state({"path": "", "answers": {}, "position": 0, "drawn": other.drawn[:19]})
    assert (case.path, case.stop, case.progress.done) == ("", "clinic", 0)


def test_a_case_without_a_fork_has_all_its_stops_and_an_end() -> None:
    case = PatientCase(COURSE, key="mrs-t")
    assert case.paths == [] and case.stops == [stop.id for stop in case.records.stops]
    case.position = len(case.drawn)
    assert repr(case) == "PatientCase: the end, 0 of 12 answered"


def stop(id: str) -> Stop:
    return next(stop for stop in MR_K.stops if stop.id == id)


def times(chart: Chart) -> list[tuple[str, bool]]:
    return [(column.time, new) for column, new in chart.columns]


def test_a_chart_has_what_is_new_and_what_stays_of_the_way_to_its_stop() -> None:
    """A stop of the other path has nothing in it."""
    stays = [column.time for each in MR_K.stops[:3] for column in each.columns if column.stays]
    for id in ("ward-bell", "ward-quiet"):
        new = [column.time for column in stop(id).columns]
        assert times(chart_at(MR_K, stop(id))) == [*((time, False) for time in stays), *((time, True) for time in new)]
    written = {each.text for tab in chart_at(MR_K, stop("home-headache")).tabs for each, _ in tab.written}
    shared, there, elsewhere = (texts_on(path) for path in (None, "sleeps", "rings"))
    assert shared | there == written and elsewhere - there and not (elsewhere - there) & written


def texts_on(path: str | None) -> set[str]:
    return {each.text for stop in MR_K.stops if stop.path == path for each in stop.written}


def with_values(values: dict[str, list[str | None]]) -> Chart:
    """Return the chart of a stop at which the rows have these values, one at each time."""
    times = range(len(next(iter(values.values()))))
    found = [{row: text for row, texts in values.items() if (text := texts[time])} for time in times]
    columns = [Column(time=str(time), values=each) for time, each in zip(times, found, strict=True)]
    only = MR_K.stops[0].model_copy(update={"columns": columns, "brief": list(values)})
    return chart_at(MR_K.model_copy(update={"stops": [only]}), only)


def test_numbers_are_joined_and_grades_are_drawn() -> None:
    chart = with_values({"leg-pain": ["8", None, "3", "none"], "ankle": ["4/5", "3/5", "not yet", None]})
    rows = {row.row.id: row for tab in chart.tabs for row in tab.rows}
    assert {*rows} == {"leg-pain", "ankle"}  # rows without a value are left out
    assert rows["leg-pain"].line == [(12.5, 0), (62.5, 100)] and rows["ankle"].line == []
    bars = [cell and cell.bars for cell in rows["ankle"].cells]
    assert bars == [[("4", 80), ("5", 100)], [("3", 60), ("5", 100)], [], None]


def test_values_in_short_are_the_last_changes_that_fit() -> None:
    feeling = ["less", "odd below", "odd below", "odd below"]
    chart = with_values({"leg-pain": ["8", "8", "7", "3"], "ankle": ["4/5", "4/5", "3/5", "2/4"], "feeling": feeling})
    assert {row.id: texts for row, texts in chart.brief} == {
        "leg-pain": ["8", "7", "3"],
        "ankle": ["4/5", "2/4"],
        "feeling": ["odd below"],
    }


def test_a_tab_is_new_where_its_stop_adds_to_it() -> None:
    new = {tab.tab.id for tab in chart_at(MR_K, stop("ward-bell")).tabs if tab.new}
    assert new == {"vital-signs", "legs", "urine", "wound", "orders", "notes"}
    one_value = {"columns": [Column(time="18:00", values={"ankle": "3/5"})], "written": []}
    evening = stop("ward-bell").model_copy(update=one_value)
    case = MR_K.model_copy(update={"stops": [*MR_K.stops[:3], evening]})
    assert {tab.tab.id for tab in chart_at(case, evening).tabs if tab.new} == {"legs"}
