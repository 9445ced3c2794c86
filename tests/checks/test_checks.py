"""`miss check`: the course keeps every rule, and what is reported in which form when it does not."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from miss.checks.run import check
from miss.cli import main

from tests.conftest import WORDS
from tests.loading.broken_case import BROKEN_CASE
from tests.loading.broken_content import BROKEN
from tests.support.changes import remove, replace, reviewed, rewrite, write


def test_the_course_keeps_every_rule() -> None:
    assert [problem.rule for problem in check(WORDS).problems] == ["review-missing"]


@pytest.mark.parametrize(("days", "old"), [(360, False), (366, True)])
def test_a_review_lasts_twelve_months(days: int, old: bool, course: Path) -> None:
    reviewed(date.today() - timedelta(days=days))(course)
    assert [problem.rule for problem in check(course).problems] == (["review-old"] if old else [])


@pytest.mark.parametrize("day", ['"2026-01-01"', "2026-13-45", "yesterday"])
def test_a_day_that_is_none(day: str, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reviewed(day)(course)
    assert main(["check", str(course)]) == 2
    output = capsys.readouterr().err
    accepted = r"expected a date or null, found .*; write it without quotes|invalid number, date or tag .*; correct it"
    assert re.search(rf"course\.yaml:\d+: .*({accepted})", output)


@pytest.mark.parametrize(
    ("stem", "key"),
    [("quiz", "options"), ("quiz", "places"), ("risks", "guesses"), ("case", "tokens"), ("mrs-t", "options")],
)
def test_every_list_of_choices_is_held_to_reasons_of_its_own(stem: str, key: str, course: Path) -> None:
    rewrite(stem, rf'(^ +{key}:\n +- id: .*\n +text: )(".*")((?:.|\n)*?\n +why: )".*"', r"\1\2\3\2")(course)
    [problem] = check(course).errors
    assert problem.rule == "option-explained" and problem.what.startswith("'why' repeats the answer")
    line = Path(problem.file).read_text(encoding="utf-8").splitlines()[problem.line - 1]
    assert line.strip().startswith("why: ")


@pytest.mark.parametrize(
    "said",
    [
        "Recovery can be faster; nobody can say that it will.",
        "Recovery can be faster, but not always.",
        "Recovery can be faster. Never promise that it will.",
        "Recovery can be faster. Will it be, for you?",
    ],
)
def test_a_promise_that_is_denied_or_asked_is_none(said: str, course: Path) -> None:
    replace("sections", "Recovery can be faster, too.", said)(course)
    assert not check(course).errors


def test_what_others_say_is_no_claim_of_the_course(course: Path) -> None:
    replace("quiz", "surgery is the sure way.", "surgery will always cure you.")(course)
    replace("quiz", "So the operation will fix my back for sure?", "It will always cure me, for sure.")(course)
    replace("trainer", "surgery will fix it.", "surgery will always cure it.")(course)
    assert not check(course).errors


def test_a_review_to_come_is_refused(course: Path) -> None:
    reviewed(date.today() + timedelta(days=2))(course)
    assert [problem.rule for problem in check(course).problems] == ["review-complete"]


@pytest.mark.parametrize("stem", ["quiz", "case"])
def test_an_unknown_objective_of_a_question_is_reported_at_its_line(stem: str, course: Path) -> None:
    rewrite(stem, "objective: LO[1-6]", "objective: LO9")(course)
    [problem] = check(course).errors
    assert problem.what.startswith("unknown objective 'LO9' (deleted, or renamed?); did you mean LO")
    assert "LO9" in problem.file.read_text(encoding="utf-8").splitlines()[problem.line - 1]


@pytest.mark.parametrize(
    ("rule", "case", "line"),
    [
        ("case-chart-complete", "a value of an unknown row", 'leg-pian: "8"'),
        ("case-chart-complete", "an unknown row in short", "brief: [leg-pain, ankel, saddle]"),
        ("case-paths-fit", "a path without a stop", "- id: sleeps"),
        ("outcome-of-answer", "what follows from an unknown answer", "option: six"),
        ("case-picture-known", "what follows, in an unknown picture", "picture: t-clot-lat"),
        ("case-face-drawn", "a face without a drawing", "face: mrs-tt"),
        ("case-phase-known", "a stop in an unknown phase", "phase: befor"),
        ("case-step-order", "a question without a step", "- id: q101"),
        ("case-question-once", "a question of another case", "- id: q101"),
    ],
)
def test_what_is_wrong_in_a_case_is_reported_once_at_its_line(rule: str, case: str, line: str, course: Path) -> None:
    BROKEN_CASE[rule][case][0](course)
    [problem] = check(course).errors
    assert problem.rule == rule
    assert problem.file.read_text(encoding="utf-8").splitlines()[problem.line - 1].strip().startswith(line)


def test_a_case_may_have_no_picture(course: Path) -> None:
    replace("pictures", "topic: mrs-t-story", "topic: mr-k-story")(course)
    assert not check(course).errors


def test_what_must_be_taught_in_a_session_of_its_own_takes_nothing_from_the_others(course: Path) -> None:
    rewrite("trainer", r"(about: (mr-k|mrs-t)\n  minutes: \d+\n  must: )false", r"\1true", 2)(course)
    assert not check(course).errors
    rewrite("sections", r"^  own_session: true.*\n", "", 2)(course)
    assert [problem.rule for problem in check(course).errors] == ["note-must"]


def test_a_sign_is_reported_once_where_it_is_written(course: Path) -> None:
    """Six records name it; what is wrong with it is mended in the table."""
    replace("signs", "[[foot drop]]", "[[foot dropp]]")(course)
    assert [(problem.rule, problem.file.name) for problem in check(course).errors] == [("term-defined", "signs.yaml")]


def test_rules_go_on_beside_a_file_that_cannot_be_read(course: Path) -> None:
    remove("glossary")(course)
    BROKEN["hedge-dropped"]["a fact said with more certainty"][0](course)
    report = check(course)
    assert {problem.rule for problem in report.problems} >= {"form", "hedge-dropped"}
    assert {"term-once", "term-defined", "fact-used"} <= set(report.skipped)
    assert report.unread == ["glossary.yaml"]


def test_text_names_the_files_that_rules_wait_for(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    remove("glossary")(course)
    write("quiz", b"")(course)
    assert main(["check", str(course)]) == 2
    [line] = [line for line in capsys.readouterr().err.splitlines() if "skipped until" in line]
    files, rules = line.removeprefix("Rules skipped until ").removesuffix(".").split(" can be read: ")
    assert files == "glossary.yaml, quiz.yaml"
    assert "term-once" in rules.split(", ") and not re.search(r"yaml", rules)


def test_json_has_the_whole_report(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    BROKEN["hedge-dropped"]["a fact said with more certainty"][0](course)
    assert main(["check", str(course), "--format", "json"]) == 2
    output = json.loads(capsys.readouterr().out)
    assert output["skipped"] == []
    [problem] = [problem for problem in output["problems"] if problem["level"] == "error"]
    assert problem["rule"] == "hedge-dropped" and problem["what"] and problem["why"]
    line = Path(problem["file"]).read_text(encoding="utf-8").splitlines()[problem["line"] - 1]
    assert "Recovery is faster" in line


def test_github_annotates_the_line(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    BROKEN["address-in-words"]["an address in a text"][0](course)
    assert main(["check", str(course), "--format", "github"]) == 0
    output = capsys.readouterr().out.splitlines()
    form = (
        r"::(error|warning|notice) file=[^:]*glossary\.yaml,line=\d+,title=address-in-words::expected no address here"
    )
    assert len(output) == 2 and any(re.match(form, line) for line in output)
