"""Cases: the chart at each stop, the path of the reader, answers and what follows from them, and the sheets."""

from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from miss import PatientCase
from miss.errors import InvalidValue
from miss.export.handouts import render_interaction_sheets
from miss.interactions.case.chart import Chart, chart_at
from miss.interactions.case.chart_records import Column, Row, Tab, Written
from miss.interactions.case.records import Case, Stop, items_of, picture_at
from miss.interactions.case.screen import stop_title
from miss.schema.item_kind import item_kind_of
from miss.schema.text import plain

from tests.conftest import COURSE
from tests.support.answers import right_answer, wrong_answer

FORKED: Case = COURSE.content.records["case"]
STRAIGHT: Case = COURSE.content.records["mrs-t"]
CASES = {"mr-k": FORKED, "mrs-t": STRAIGHT}
BEFORE_FORK = [stop.id for stop in FORKED.stops if stop.path is None]


@pytest.fixture
def forked() -> PatientCase:
    return PatientCase(COURSE, key="mr-k")


def ids(case: Case, *stops: str) -> list[str]:
    """The questions of some stops."""
    return [item.id for item in items_of([stop for stop in case.stops if stop.id in stops])]


# The chart


def column(time: str, stays: bool = False, **values: str) -> Column:
    return Column(time=time, stays=stays, values=values or {"pulse": "70"})


def stop(id: str, *columns: Column, path: str | None = None, written: tuple[str, ...] = ()) -> Stop:
    changes: dict[str, Any] = {"id": id, "path": path, "columns": list(columns), "brief": ["pulse", "ankle"]}
    changes["written"] = [Written(tab="notes", time=id, text=text) for text in written]
    return FORKED.stops[0].model_copy(update=changes)


def case_of(*stops: Stop) -> Case:
    rows = [Row(id="pulse", name="Pulse", trend=True), Row(id="ankle", name="Ankle", scale=5)]
    tabs = [Tab(id="table", name="Table", rows=rows), Tab(id="notes", name="Notes")]
    return FORKED.model_copy(update={"tabs": tabs, "stops": list(stops)})


def chart_of(*columns: Column) -> Chart:
    case = case_of(stop("only", *columns))
    return chart_at(case, case.stops[0])


def marked(pairs: list[tuple[Any, bool]], name: str) -> list[str]:
    return [getattr(each, name) + "*" * new for each, new in pairs]


def test_a_stop_shows_what_is_new_and_what_stays_from_the_stops_on_its_way() -> None:
    case = case_of(
        stop("start", column("S", stays=True), written=("first",)),
        stop("middle", column("M1"), column("M2", stays=True), written=("second", "third")),
        stop("left", column("L", stays=True), path="left", written=("left",)),
        stop("left-end", column("E"), path="left"),
        stop("right", column("R", stays=True), path="right", written=("right",)),
        stop("right-end", column("Q"), path="right"),
    )
    charts = {each.id: chart_at(case, each) for each in case.stops}
    assert {id: marked(chart.columns, "time") for id, chart in charts.items()} == {
        "start": ["S*"],
        "middle": ["S", "M1*", "M2*"],
        "left": ["S", "M2", "L*"],
        "left-end": ["S", "M2", "L", "E*"],
        "right": ["S", "M2", "R*"],
        "right-end": ["S", "M2", "R", "Q*"],
    }
    notes = {id: chart.tabs[1] for id, chart in charts.items()}
    assert marked(notes["middle"].written, "text") == ["third*", "second*", "first"]
    assert marked(notes["right-end"].written, "text") == ["right", "third", "second", "first"]
    assert [tab.new for tab in (notes["middle"], notes["right"], notes["right-end"])] == [True, True, False]


def test_a_tab_is_new_if_the_stop_adds_to_it() -> None:
    case = case_of(stop("start", column("S", stays=True)), stop("later", Column(time="L", values={}), written=("a",)))
    assert [tab.new for tab in chart_at(case, case.stops[1]).tabs] == [False, True]


@pytest.mark.parametrize(
    ("text", "bars"),
    [
        ("4/5", [("4", 80), ("5", 100)]),
        ("0 / 3", [("0", 0), ("3", 60)]),
        ("2", [("2", 40)]),
        ("weak", []),
        ("4/weak", []),
    ],
)
def test_a_value_of_a_row_with_a_scale_is_drawn_as_bars(text: str, bars: list[tuple[str, int]]) -> None:
    _, row = chart_of(column("a", pulse=text, ankle=text)).tabs[0].rows
    assert row.cells[0] == (text, bars)
    pulse, _ = chart_of(column("a", pulse=text, ankle=text)).tabs[0].rows
    assert pulse.cells[0] == (text, [])


def test_a_line_joins_the_numbers_of_a_row() -> None:
    values = ["36.5", None, "not felt", "38.5", "37"]
    columns = [column(str(n), ankle="5/5", **({"pulse": value} if value else {})) for n, value in enumerate(values)]
    pulse, ankle = chart_of(*columns).tabs[0].rows
    assert pulse.line == [(10.0, 100.0), (70.0, 0.0), (90.0, 75.0)]
    assert [cell and cell.text for cell in pulse.cells] == values
    assert ankle.line == []
    flat, _ = chart_of(column("a", pulse="70", ankle="1"), column("b", pulse="70")).tabs[0].rows
    assert flat.line == [(25.0, 100.0), (75.0, 100.0)]


def test_a_row_that_was_not_looked_at_is_left_out() -> None:
    assert [row.row.id for row in chart_of(column("a", ankle="5/5")).tabs[0].rows] == ["ankle"]


@pytest.mark.parametrize(
    ("values", "short"),
    [
        (["5/5"], ["5/5"]),
        (["5/5", "5/5", "4/5", "4/5"], ["5/5", "4/5"]),
        (["98", "95", "93", "97"], ["95", "93", "97"]),
        (["190", "430", "640"], ["190", "640"]),
        (["normal", "odd on wiping"], ["odd on wiping"]),
        (["", "70"], ["70"]),
        ([""], []),
    ],
    ids=str,
)
def test_values_stand_in_short_as_they_changed(values: list[str], short: list[str]) -> None:
    columns = [Column(time=str(n), values={"pulse": value} if value else {}) for n, value in enumerate(values)]
    brief = {row.id: texts for row, texts in chart_of(*columns).brief}
    assert brief == {"pulse": short, "ankle": []}


def test_a_title_names_the_path_since_two_paths_may_share_a_place() -> None:
    assert FORKED.fork
    names = {path.id: path.name for path in FORKED.fork.paths}
    for each in FORKED.stops:
        assert stop_title(FORKED, each) == (f"{each.when} ({names[each.path]})" if each.path else each.when)
    for case in CASES.values():
        assert len({stop_title(case, each) for each in case.stops}) == len(case.stops)
    assert [stop_title(STRAIGHT, each) for each in STRAIGHT.stops] == [each.when for each in STRAIGHT.stops]


# The widget


def test_the_questions_follow_the_path(forked: PatientCase) -> None:
    assert (forked.path, forked.stop, forked.drawn) == ("", "clinic", ids(FORKED, *BEFORE_FORK))
    forked.position = len(forked.drawn)
    assert (forked.stop, repr(forked)) == ("", f"PatientCase: the fork, 0 of {len(forked.drawn)} answered")
    for path, own in (("sleeps", ["ward-quiet", "home-headache"]), ("rings", ["ward-bell", "home-wound"])):
        forked.choose(path)  # from the fork, and from elsewhere
        assert forked.stops == [*BEFORE_FORK, *own] and forked.stop == own[0]
        assert forked.drawn == ids(FORKED, *BEFORE_FORK, *own)
        forked.go_to("recovery")
    assert (forked.stop, forked.path) == ("recovery", "rings")
    assert forked.drawn[forked.position] == ids(FORKED, "recovery")[0]
    forked.position = len(forked.drawn)
    assert (forked.stop, repr(forked)) == ("", f"PatientCase: the end, 0 of {len(forked.drawn)} answered")


@pytest.mark.parametrize("key", CASES)
def test_answers_of_all_paths_are_scored_kept_and_counted(key: str) -> None:
    made, case = PatientCase(COURSE, key=key), CASES[key]
    done = 0
    for path in made.paths or [""]:
        if path:
            made.choose(path)
        for id in [id for id in made.drawn if id not in made.answers]:
            item = made.pool[id]
            assert sorted(made.right(id)) == sorted(right_answer(item))
            nothing, wrong, right = (made.score(id, *given) for given in ([], wrong_answer(item), right_answer(item)))
            assert nothing.points == 0 and wrong.points < right.points == right.maximum
            assert id not in made.answers
            assert [made.answer(id, *given) for given in (wrong_answer(item), right_answer(item))] == [False, True]
            assert made.results[id] == "later"
            done += item_kind_of(item).progress(item, right_answer(item)).total
            assert made.progress.done == done
    assert {*made.answers} == {item.id for item in items_of(case.stops)}
    assert made.progress == (done, done) and {*made.results.values()} == {"later"}


@pytest.mark.parametrize("key", CASES)
def test_the_picture_shows_what_follows_from_an_answer(key: str) -> None:
    made, case = PatientCase(COURSE, key=key), CASES[key]
    followed = 0
    for each in case.stops:
        if each.path:
            made.choose(each.path)
        made.go_to(each.id)
        for item in each.items:
            made.position = made.drawn.index(item.id)
            assert made.picture == picture_at(each, item.id, made.answers)
            for outcome in (outcome for outcome in each.outcomes if outcome.item == item.id):
                made.answer(item.id, outcome.option)
                assert made.picture == outcome.picture
                followed += 1
    assert followed == {"mr-k": 8, "mrs-t": 4}[key]
    made.position = len(made.drawn)
    last = case.stops[-1]
    assert made.picture == picture_at(last, last.items[-1].id, made.answers)


def test_a_case_may_have_no_fork() -> None:
    straight = PatientCase(COURSE, key="mrs-t")
    assert straight.paths == [] and straight.stops == [each.id for each in STRAIGHT.stops]
    assert straight.drawn == [item.id for item in items_of(STRAIGHT.stops)]
    straight.position = len(straight.drawn)
    assert repr(straight) == f"PatientCase: the end, 0 of {len(straight.drawn)} answered"
    page = BeautifulSoup(straight.html, "html.parser")
    assert page.select(".end .again") and not page.select(".fork, .other-way")
    with pytest.raises(InvalidValue, match=r"^There is no path 'rings'\. There is none at all\.$"):
        straight.choose("rings")


def test_what_is_refused_is_told_in_a_sentence(forked: PatientCase) -> None:
    refused = [
        (lambda: forked.choose("waits"), r"^There is no path 'waits'\. Accepted: rings, sleeps\.$"),
        (lambda: forked.answer("q121", "ankle"), r"^There is no question 'q121' on this path\. Accepted: q101, .*\.$"),
        (lambda: forked.answer("q104", "nobody"), r"^There is no option 'nobody'\. Accepted: medicines, .*\.$"),
        (lambda: forked.answer("q101", "ankle"), r"^Question 'q101' takes .*, and 1 was given\. Accepted: ankle, .*$"),
        (lambda: forked.right("q999"), r"^There is no question 'q999'\. Accepted: .*$"),
        (lambda: setattr(forked, "drawn", ["q101"]), r"^The questions follow from the path; call choose\(\) .*$"),
        (lambda: setattr(forked, "position", 99), r"^There is no position 99\. Accepted: 0 to \d+\.$"),
    ]
    for do, said in refused:
        with pytest.raises(InvalidValue, match=said):
            do()
    forked.choose("rings")
    with pytest.raises(InvalidValue, match=r"^There is no stop 'ward-quiet' on this path\. Accepted: clinic, .*$"):
        forked.go_to("ward-quiet")


def test_a_browser_sets_what_is_valid_and_nothing_else(forked: PatientCase) -> None:
    before = {name: getattr(forked, name) for name in ("path", "drawn", "answers", "results", "position")}
    wrong = {"path": "waits", "drawn": ["q101"], "answers": {"q104": ["nobody"]}, "results": {"q104": "maybe"}}
    forked.set_state({**wrong, "position": 99})
    assert {name: getattr(forked, name) for name in before} == before
    drawn = ids(FORKED, *BEFORE_FORK, "ward-quiet", "home-headache")
    state = {"path": "sleeps", "drawn": drawn, "answers": {"q104": ["brace"]}, "position": len(drawn)}
    forked.set_state({**state, "results": {"q104": "maybe"}})
    assert {name: getattr(forked, name) for name in state} == state and forked.results == {}


# The sheets


@pytest.mark.parametrize("key", CASES)
def test_the_sheets_have_every_chart_question_and_reason(key: str) -> None:
    sheets = {sheet.name: BeautifulSoup(sheet.html, "html.parser") for sheet in render_interaction_sheets(COURSE)}
    case, place = CASES[key], list(CASES).index(key)
    first = sum(len(items_of(each.stops)) for each in [*CASES.values()][:place])
    items = items_of(case.stops)
    exercises, answers = (
        sheets[name].select("article.exercise")[first : first + len(items)] for name in ("cases", "case_answers")
    )
    for item, exercise, answer in zip(items, exercises, answers, strict=True):
        assert plain(item.stem) in text_of(exercise) and plain(item.stem) in text_of(answer)
        for choice in item_kind_of(item).choices(item):
            assert plain(choice.why) in text_of(answer) and plain(choice.why) not in text_of(exercise)
    named = [each.get_text() for each in sheets["cases"].select(".patient-about > h2")]
    assert named[place] == f"{case.patient.name}, {case.patient.age}"
    for each in case.stops:
        chart = chart_at(case, each)
        title = next(tag for tag in sheets["cases"].select(".stop-title") if tag.get_text() == stop_title(case, each))
        tables = title.parent.select("table.chart-table")  # type: ignore[union-attr]
        assert len(tables) == sum(bool(tab.rows) for tab in chart.tabs)
        for table in tables:
            times = [time.find(string=True) for time in table.select("thead th")]
            assert times == [column.time for column, _ in chart.columns]
        for outcome in each.outcomes:
            follows = f'[data-item="{outcome.item}"] [data-option="{outcome.option}"]'
            [told] = sheets["case_answers"].select(follows)
            assert plain(outcome.text) in text_of(told) and not sheets["cases"].select(follows)


def text_of(tag: Tag) -> str:
    return " ".join(tag.get_text().split())
