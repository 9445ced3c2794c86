"""`miss check`: the course keeps every rule, and each rule is noticed when it is broken, with file, line and reason."""

import json
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from miss.checks.registry import all_rules
from miss.checks.run import check
from miss.cli import main

from .changes import Change, remove, replace, rewrite, write
from .conftest import ROOT, WORDS

HARD = "Percutaneous instrumentation necessitates meticulous intraoperative visualization of anatomical structures."
LONG = "and this answer goes on for a good while, so that nobody who looks can fail to see that it is the longest"


def reviewed(day: object, role: str = '"Nurse educator"') -> Change:
    return rewrite("course", r"  date: null\n  role: null", f"  date: {day}\n  role: {role}")


# For each rule, a change that breaks it, and the file, line and message of the problem.
CASES: dict[str, tuple[Change, str]] = {
    "ids-once": (replace("risks", "id: bleeding", "id: infection"), r"risks\.yaml:\d+: duplicate id 'infection'"),
    "ids-once-in-kind": (
        lambda words: [
            shutil.copy(words / "risks.yaml", words / "more.yaml"),
            replace("sections", "{kind: comparison}", "{kind: risks, key: more, records: more}")(words),
        ],
        r"risks\.yaml:\d+: duplicate id 'infection': more\.yaml has it, too; give",
    ),
    "names-exist": (replace("quiz", "facts: [F01", "facts: [F98"), r"quiz\.yaml:\d+: unknown fact 'F98'; did you mean"),
    "stated-on-something": (rewrite("sections", r"^    facts: .*\n", ""), r"sections\.yaml:\d+: statement without"),
    "nursing-has-source": (
        rewrite("operations", r"(  nursing:\n.*\n      )added: .*", r"\1facts: [F01]"),
        r"operations\.yaml:\d+: nursing note without a source; add",
    ),
    "leaflet-only": (
        rewrite("risks", r"(  leaflet:\n.*\n)", r"\1    added: [A01]\n"),
        r"risks\.yaml:\d+: 'leaflet': expected facts only, found an added source; move",
    ),
    "term-once": (
        replace("glossary", 'term: "spine"', 'term: "disk"'),
        r"glossary\.yaml:\d+: duplicate term 'disk': 'spine' explains it, too; remove",
    ),
    "term-defined": (
        replace("sections", "[[MISS]]", "[[MIS]]"),
        r"sections\.yaml:\d+: unknown glossary term '\[\[MIS\]\]'; correct",
    ),
    "question-has-answer": (
        replace("quiz", "right: true", "right: false"),
        r"quiz\.yaml:\d+: question q01: expected one right answer, found none; mark",
    ),
    "read-again-leads-somewhere": (
        replace("quiz", "topic: ", "topic: not-"),
        r"quiz\.yaml:\d+: unknown topic 'not-",
    ),
    "file-is-shown": (
        replace("sections", "      interaction: {kind: risks}\n", ""),
        r"sections\.yaml:\d+: risks\.yaml is shown nowhere; write 'interaction: {kind: risks}' below a topic",
    ),
    "file-is-named": (
        write("late-risks", b"[]"),
        r"sections\.yaml:\d+: warning: late-risks\.yaml is named by no topic; name it under 'records', or remove",
    ),
    "name-once-on-page": (
        replace("operations", "id: laminectomy", "id: muscle"),
        r"sections\.yaml:\d+: 'muscle' names a topic and an entry \(operation\) of this page",
    ),
    "picture-has-place": (
        replace("pictures", "topic: muscle", "topic: musle"),
        r"pictures\.yaml:\d+: unknown topic 'musle'; did you mean muscle",
    ),
    "picture-is-drawn": (
        rewrite("pictures", r"^marks:.*\n?", "marks: [infektion]\n"),
        r"pictures\.yaml:\d+: missing file 'infektion\.svg'.*did you mean infection",
    ),
    "picture-has-words": (
        rewrite("pictures", r"^      - id: canal\n.*\n", ""),
        r"pictures\.yaml:\d+: drawing 'side': missing name of its part 'canal'; add it",
    ),
    "comparison-has-figure": (
        replace("sections", "      interaction: {kind: comparison}\n", ""),
        r"pictures\.yaml:\d+: topic 'muscle' has no comparison; add 'interaction: {kind: comparison}' to it",
    ),
    "picture-of-each": (
        replace("pictures", "id: spinal-tumor\n", "id: spinal-tumour\n"),
        r"pictures\.yaml:\d+: warning: missing state 'spinal-tumor' in the pictures of 'conditions'; add it",
    ),
    "fact-used": (
        lambda words: [
            rewrite(file.stem, r"\bF30\b", "F31", 0)(words) for file in words.glob("*") if _uses(file, "F30")
        ],
        r"facts\.yaml:\d+: unused fact F30; name it",
    ),
    "fact-restates": (
        replace("facts", "restates: F03", "restates: F97"),
        r"facts\.yaml:\d+: 'restates': expected another fact than F27, found 'F97'; did you mean",
    ),
    "source-named": (
        rewrite("sources", r"^  publisher: .*\n", ""),
        r"sources\.yaml:\d+: source A01: missing publisher; add it",
    ),
    "source-used": (
        write(
            "sources", (WORDS / "sources.yaml").read_bytes() + b'- id: A99\n  basis: practice\n  statement: "Idle."\n'
        ),
        r"sources\.yaml:\d+: warning: unused source A99; name it",
    ),
    "hedge-dropped": (
        replace("sections", "Recovery can be faster, too.", "Recovery is faster, too."),
        r"sections\.yaml:\d+: drops the hedge 'may' from F07; add 'may' or 'can'",
    ),
    "option-explained": (
        rewrite("quiz", r'^(      text: )(".*")((?:.|\n)*?      why: )".*"', r"\1\2\3\2"),
        r"quiz\.yaml:\d+: 'why' repeats the answer; explain",
    ),
    "answer-lengths": (
        rewrite("quiz", r'(text: ".*)("\n      right: true)', rf"\1, {LONG}\2", 0),
        r"quiz\.yaml:\d+: warning: question q01: the right answer is the longest, as in \d+ of \d+ .*; shorten it",
    ),
    "reading-grade-section": (
        replace("sections", "[[MISS]] is the short name for minimally invasive spine surgery.", " ".join([HARD] * 6)),
        r"sections\.yaml:\d+: warning: section 'what': expected reading grade 6 .* first in \"Percutaneous",
    ),
    "reading-grade": (
        rewrite("risks", r'(  patient:\n    - text: )".*"', rf'\1"{HARD}"'),
        r"risks\.yaml:\d+: warning: 'patient': expected reading grade 6 or lower, .*\"Percutaneous instrumentation",
    ),
    "address-in-words": (
        replace("glossary", 'meaning: "', 'meaning: "See https://example.org/spine. '),
        r"glossary\.yaml:\d+: warning: expected no address here, found 'https://example\.org/spine\.'; move it",
    ),
    "notebook-exists": (
        replace("sections", "notebook: 4-risks", "notebook: 4-risk"),
        r"sections\.yaml:\d+: unknown notebook '4-risk'; did you mean 4-risks\? .*run `miss notebooks`",
    ),
    "note-about-something": (
        replace("trainer", "about: lumbar-discectomy", "about: discectomy"),
        r"trainer\.yaml:\d+: unknown operation 'discectomy'; did you mean lumbar-discectomy",
    ),
    "note-for-each": (
        replace("trainer", "about: laminectomy", "about: spinal-fusion"),
        r"trainer\.yaml:\d+: missing note for the operation 'laminectomy'",
    ),
    "note-minutes": (
        rewrite("trainer", r"(about: what\n  minutes: )\d+", r"\g<1>1"),
        r"trainer\.yaml:\d+: section 'what': expected at least \d+ minutes \(its entries take \d+\), found 1; give",
    ),
    "note-must": (
        replace("trainer", "must: false", "must: true", -1),
        r"trainer\.yaml:\d+: expected at most 30 minutes in all notes with 'must: true', found \d+; change some",
    ),
    "review-missing": (
        replace("course", "", ""),
        r"course\.yaml:\d+: notice: the words have not been reviewed yet; have",
    ),
    "review-complete": (reviewed(date.today(), "null"), r"course\.yaml:\d+: 'review': missing role; enter it"),
    "review-old": (
        reviewed(date.today() - timedelta(days=366)),
        r"course\.yaml:\d+: warning: the last review was on .* more than 12 months ago",
    ),
}


def _uses(file: Path, fact: str) -> bool:
    return file.stem != "facts" and fact in file.read_text(encoding="utf-8")


@pytest.fixture
def course(words: Path, tmp_path: Path) -> Path:
    """A copy of the words, with notebooks by its side as in a real course."""
    (tmp_path / "notebooks").symlink_to(ROOT / "notebooks")
    return words


def test_the_course_keeps_every_rule() -> None:
    assert [problem.rule for problem in check(WORDS).problems] == ["review-missing"]


def test_every_rule_has_a_case() -> None:
    assert set(CASES) == {rule.name for rule in all_rules()}


@pytest.mark.parametrize("name", CASES)
def test_a_violation_is_reported(name: str, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change, message = CASES[name]
    change(course)
    rule = next(rule for rule in all_rules() if rule.name == name)

    status = main(["check", str(course)])

    output = "".join(capsys.readouterr())
    assert re.search(rf"{message}.*\n +Why: {re.escape(rule.why)}", output), output
    assert status == (2 if rule.level == "error" else 0)


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


@pytest.mark.parametrize("key", ["options", "places", "guesses"])
def test_every_list_of_choices_is_held_to_reasons_of_its_own(key: str, course: Path) -> None:
    stem = "risks" if key == "guesses" else "quiz"
    rewrite(stem, rf'(^  {key}:\n    - id: .*\n      text: )(".*")((?:.|\n)*?      why: )".*"', r"\1\2\3\2")(course)
    [problem] = check(course).errors
    assert problem.rule == "option-explained" and problem.what.startswith("'why' repeats the answer")
    line = Path(problem.file).read_text(encoding="utf-8").splitlines()[problem.line - 1]
    assert line.strip().startswith("why: ")


def test_a_review_to_come_is_refused(course: Path) -> None:
    reviewed(date.today() + timedelta(days=2))(course)
    assert [problem.rule for problem in check(course).problems] == ["review-complete"]


def test_an_unknown_objective_of_a_question_is_reported_at_its_line(course: Path) -> None:
    replace("quiz", "objective: LO1", "objective: LO9")(course)
    [problem] = check(course).errors
    assert problem.what.startswith("unknown objective 'LO9'; did you mean LO")
    assert "LO9" in problem.file.read_text(encoding="utf-8").splitlines()[problem.line - 1]


def test_rules_go_on_beside_a_file_that_cannot_be_read(course: Path) -> None:
    remove("glossary")(course)
    CASES["hedge-dropped"][0](course)
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
    CASES["hedge-dropped"][0](course)
    assert main(["check", str(course), "--format", "json"]) == 2
    output = json.loads(capsys.readouterr().out)
    assert output["skipped"] == []
    [problem] = [problem for problem in output["problems"] if problem["level"] == "error"]
    assert problem["rule"] == "hedge-dropped" and problem["what"] and problem["why"]
    line = Path(problem["file"]).read_text(encoding="utf-8").splitlines()[problem["line"] - 1]
    assert "Recovery is faster" in line


def test_github_annotates_the_line(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    CASES["address-in-words"][0](course)
    assert main(["check", str(course), "--format", "github"]) == 0
    output = capsys.readouterr().out.splitlines()
    form = (
        r"::(error|warning|notice) file=[^:]*glossary\.yaml,line=\d+,title=address-in-words::expected no address here"
    )
    assert len(output) == 2 and any(re.match(form, line) for line in output)
