"""Every slip of the table is told at the line that was changed, which is quoted, with its own cure."""

import re
from collections.abc import Callable
from itertools import takewhile
from pathlib import Path

import pytest
from miss.checks import characters
from miss.checks.formats import as_text
from miss.checks.registry import build_rules
from miss.checks.run import apply_rules
from miss.loading.indentation import misplaced
from miss.loading.line_slips import line_slip
from miss.loading.reading import read_course

from tests.conftest import ROOT, WORDS
from tests.loading.slips import LOST, SLIPS, Slip

RULES = [*build_rules(), characters.RULE]


def slip_of_the_hand(words: Path, slip: Slip) -> tuple[int, str]:
    """Change one line, and return its number and its text."""
    file = words / f"{slip.stem}.yaml"
    lines = file.read_text(encoding="utf-8").split("\n")
    index = next(index for index, line in enumerate(lines) if re.search(slip.line, line))
    changed, found = re.subn(slip.old, slip.new, lines[index], count=1)
    assert found and changed != lines[index]
    file.write_text("\n".join([*lines[:index], changed, *lines[index + 1 :]]), encoding="utf-8")
    own = [number for number, line in enumerate(changed.split("\n")) if line not in lines[index]]
    at = own[0] if own else 0
    return index + 1 + at, changed.split("\n")[at]


@pytest.mark.parametrize("case", SLIPS)
def test_a_slip_is_told_at_its_line(case: str, words: Path) -> None:
    slip = SLIPS[case]
    number, line = slip_of_the_hand(words, slip)
    report = apply_rules(read_course(words), RULES)
    told = as_text(report)
    found = [each for each in report.problems if (each.file.stem, each.line) == (slip.stem, number)]
    assert found and re.search(slip.told, found[0].what), told
    quoted = found[0].line_text.rstrip("…").replace("\N{REPLACEMENT CHARACTER}", "")
    assert quoted and quoted in re.sub(r"[^ -~\w“”„«»‘’–•：…]", "", line), told
    assert f"Line {number}: {found[0].line_text}" in told and "Traceback" not in told


@pytest.mark.parametrize("case", LOST)
def test_a_lost_record_is_told_where_it_is_named(case: str, words: Path) -> None:
    lost = LOST[case]
    name = lose(words / f"{lost.stem}.yaml", lost.begins)
    report = apply_rules(read_course(words), RULES)
    told = [each for each in report.problems if each.file.stem == lost.named_in and re.search(lost.told, each.what)]
    assert told, as_text(report)
    for problem in told:
        line = problem.file.read_text(encoding="utf-8").split("\n")[problem.line - 1]
        assert problem.line_text.strip("…") in line
        assert name in problem.line_text or "missing name" in problem.what


def lose(file: Path, begins: str) -> str:
    """Delete the record that begins at a line, and return its id."""
    lines = file.read_text(encoding="utf-8").split("\n")
    first = next(index for index, line in enumerate(lines) if re.search(begins, line))
    depth = len(lines[first]) - len(lines[first].lstrip())
    inner = takewhile(lambda line: not line.strip() or len(line) - len(line.lstrip()) > depth, lines[first + 1 :])
    file.write_text("\n".join([*lines[:first], *lines[first + 1 + len([*inner]) :]]), encoding="utf-8")
    return re.split(r"[,\s]", lines[first].partition("id: ")[2])[0]


FILES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "nothing in it": (lambda _raw: b"", r"risks\.yaml:1: expected records, found an empty file; restore it"),
    "notes only": (lambda _raw: b"# The risks\n", r"risks\.yaml:1: expected records, found an empty file; restore it"),
    "Latin-1": (
        lambda raw: raw.replace(b"free of", "fr\u00e9e of".encode("latin-1"), 1),
        r"risks\.yaml:20: expected UTF-8, found another encoding; save .*\n +Line 20: text: \"No surgery is fr\u00e9e",
    ),
    "UTF-16": (
        lambda raw: raw.decode().encode("utf-16"),
        r"risks\.yaml:1: expected UTF-8, found another encoding; save the file",
    ),
    "the first half": (
        lambda raw: raw[: raw.index(b"named.") + 3],
        r"risks\.yaml:20: the text has no closing quote; wr",
    ),
}


@pytest.mark.parametrize("case", FILES)
def test_a_file_that_is_none(case: str, words: Path) -> None:
    change, told = FILES[case]
    file = words / "risks.yaml"
    file.write_bytes(change(file.read_bytes()))
    assert re.search(told, as_text(apply_rules(read_course(words), RULES)))


HARMLESS: dict[str, Callable[[str], str]] = {
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "a byte order mark at the start": lambda text: f"\ufeff{text}",
    "no line end at the end": lambda text: text.rstrip("\n"),
    "spaces at the end of lines": lambda text: text.replace("\n", "  \n"),
    "texts that go on below": lambda text: text.replace("risk. Infection", "risk.\n      Infection"),
    "a text on the line below": lambda text: text.replace('name: "Infection"', 'name:\n    "Infection"'),
    "a text without quotes": lambda text: text.replace('name: "Infection"', "name: Infection"),
    "a note after a text": lambda text: text.replace('name: "Infection"', 'name: "Infection" # the first'),
    "a note after a word": lambda text: text.replace("- id: infection", "- id: infection # it is a name in links"),
    "a space before the colon": lambda text: text.replace('name: "Infection"', 'name : "Infection"'),
    "curly quotes in straight ones": lambda text: text.replace('"Infection"', '"“Infection”"'),
    "single quotes": lambda text: text.replace('"Infection"', "'Infection'"),
}


@pytest.mark.parametrize("case", HARMLESS)
def test_what_is_no_slip_is_read(case: str, words: Path) -> None:
    file = words / "risks.yaml"
    text = file.read_text(encoding="utf-8")
    assert HARMLESS[case](text) != text
    file.write_bytes(HARMLESS[case](text).encode())
    reading = read_course(words)
    assert not reading.problems
    assert reading.values["risks"][0].name.strip("“”") == "Infection"


def test_every_line_of_the_words_has_the_form_of_all_others() -> None:
    files = [*WORDS.glob("*.yaml"), *(ROOT / "notebooks" / "miss").rglob("*.yaml")]
    assert len(files) > len([*WORDS.glob("*.yaml")])
    for file in files:
        lines = file.read_text(encoding="utf-8").split("\n")
        assert not [(number, line_slip(line)) for number, line in enumerate(lines, 1) if line_slip(line)], file
        assert misplaced(lines) is None, file
