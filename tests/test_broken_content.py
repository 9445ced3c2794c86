"""Broken words give one clear sentence each, with file and line; exit status 2, and nothing is overwritten."""

import re
from pathlib import Path

import pytest
from miss.cli import main

from .changes import Change, remove, replace, rewrite, write

# what is done to the words, and what the message must say
BREAKS: dict[str, tuple[Change, str]] = {
    "an open quote": (
        replace("course", 'short: "MISS"', 'short: "MISS'),
        r"course\.yaml:\d+: invalid YAML: .*; check quotes",
    ),
    "a tab": (
        replace("course", '  text: "MISS is', '\ttext: "MISS is'),
        r"course\.yaml:\d+: expected spaces, found a tab; indent",
    ),
    "a key twice": (
        replace("course", 'short: "MISS"', 'short: "MISS"\nshort: "MISS"'),
        r"course\.yaml:\d+: duplicate key 'short': this record has it already; keep one",
    ),
    "an alias": (
        replace("course", 'short: "MISS"', "short: *miss"),
        r"course\.yaml:\d+: expected text, found an alias \(a name after '\*'\); write it out",
    ),
    "a second document": (
        replace("risks", "- id: infection", "- id: first\n---\n- id: infection"),
        r"risks\.yaml:\d+: expected one document, found a second; remove the line with '---'",
    ),
    "levels without end": (
        replace("course", 'short: "MISS"', f"short: {'[' * 21}{']' * 21}"),
        r"course\.yaml:\d+: nested more than 20 levels; close an open bracket",
    ),
    "an id twice": (
        replace("risks", "id: bleeding", "id: infection"),
        r"risks\.yaml:\d+: duplicate id 'infection': an earlier record has it; give this record another id",
    ),
    "an unknown fact": (
        replace("conditions", "facts: [F18]", "facts: [F99]"),
        r"conditions\.yaml:\d+: unknown fact 'F99'; did you mean .*\? Correct the spelling",
    ),
    "a fact of the wrong form": (
        replace("conditions", "facts: [F18]", "facts: [18]"),
        r"conditions\.yaml:\d+: 'facts': expected text, found 18; write the text in quotes",
    ),
    "an unknown drawing": (
        replace("pictures", "drawing: behind", "drawing: behnd"),
        r"pictures\.yaml:\d+: unknown drawing 'behnd'; did you mean behind\?",
    ),
    "an unknown source": (
        replace("operations", "added: [A09", "added: [A97"),
        r"operations\.yaml:\d+: unknown source 'A97'; did you mean",
    ),
    "a missing reason": (
        lambda words: _drop_line(words / "quiz.yaml", "      why:"),
        r"quiz\.yaml:\d+: missing key 'why'; add it",
    ),
    "no right answer": (
        lambda words: _all_wrong(words / "quiz.yaml"),
        r"quiz\.yaml:\d+: question q01: expected one right answer, found none; mark one with 'right: true'",
    ),
    "two right answers": (
        replace("quiz", "right: false", "right: true"),
        r"quiz\.yaml:\d+: question q01: expected one right answer, found 2; keep one",
    ),
    "HTML in a text": (
        replace("glossary", 'meaning: "', 'meaning: "<b>Bold</b> '),
        r"glossary\.yaml:\d+: 'meaning': expected plain text, found HTML \(<b>\); remove it",
    ),
    "a word of the wrong type": (
        replace("course", 'short: "MISS"', "short: no"),
        r"course\.yaml:\d+: 'short': expected text, found false \(YAML reads .*; write the text in quotes",
    ),
    "a number in words": (
        replace("sections", "minutes: ", 'minutes: "six" #'),
        r"sections\.yaml:\d+: 'minutes': expected a whole number, found \"six\"; write it in digits",
    ),
    "an unknown key": (
        replace("conditions", "  nursing:", "  nursng:"),
        r"conditions\.yaml:\d+: unknown key 'nursng'; did you mean 'nursing'\? Accepted here: .*patient",
    ),
    "an unknown kind of question": (
        replace("quiz", "kind: single", "kind: singel"),
        r"quiz\.yaml:\d+: 'kind': expected one of 'single', .*, found \"singel\"; choose one",
    ),
    "an empty file": (write("risks", b""), r"risks\.yaml:1: expected records, found an empty file; restore it"),
    "a missing file": (remove("glossary"), r"glossary\.yaml:1: missing file; restore it"),
    "not UTF-8": (
        write("course", b'title: "Caf\xe9"\n'),
        r"course\.yaml:1: expected UTF-8, found another encoding; save the file",
    ),
    "an unknown glossary word": (
        replace("conditions", '- text: "', '- text: "[[xylophone]] '),
        r"conditions\.yaml:\d+: unknown glossary term '\[\[xylophone\]\]'; correct the spelling, or add it",
    ),
    "brackets that do not close": (
        replace("conditions", '- text: "', '- text: "[[disk '),
        r"conditions\.yaml:\d+: 'text': unbalanced square brackets; mark a glossary term \[\[like this\]\]",
    ),
    "an empty text": (
        replace("interface", 'start: "Start"', 'start: ""'),
        r"interface\.yaml:\d+: 'start': expected text, found none; write the text",
    ),
    "a missing word of the interface": (
        lambda words: _drop_line(words / "interface.yaml", "  skip:"),
        r"interface\.yaml:\d+: missing key 'skip'; add it",
    ),
    "a nursing note without a source": (
        lambda words: _drop_first_added(words / "operations.yaml"),
        r"operations\.yaml:\d+: (nursing note|statement) without a (fact or a )?source; add",
    ),
    "a fact that nothing says": (
        lambda words: _forget_fact(words, "F30"),
        r"facts\.yaml:\d+: unused fact F30; name it",
    ),
    "a fact that only a trainer's note says": (
        lambda words: _forget_fact(words, "F30", but=("facts", "trainer")),
        r"facts\.yaml:\d+: unused fact F30; name it",
    ),
    "a note about nothing": (
        replace("trainer", "about: spinal-stenosis", "about: spinal-stenoses"),
        r"trainer\.yaml:\d+: unknown condition 'spinal-stenoses'; did you mean spinal-stenosis",
    ),
    "nothing where a note should be": (
        replace("trainer", "about: spinal-stenosis", "about: spinal-stenoses"),
        r"trainer\.yaml:\d+: missing note for the condition 'spinal-stenosis'; add one",
    ),
    "a note of an unknown kind": (
        replace("trainer", "kind: alongside", "kind: along"),
        r"trainer\.yaml:\d+: 'kind': expected one of .*'alongside'.*, found \"along\"; choose one",
    ),
    "two notes about one thing": (
        replace("trainer", "about: spinal-stenosis", "about: herniated-disk"),
        r"trainer\.yaml:\d+: duplicate note for the condition 'herniated-disk'; keep one of them",
    ),
    "more minutes than the section has": (
        replace("trainer", "about: what\n  minutes: 9", "about: what\n  minutes: 6"),
        r"trainer\.yaml:\d+: section 'what': expected at least 7 minutes \(its entries take 6\), found 6; give it more",
    ),
    "more that must be than fits": (
        replace("trainer", "must: false", "must: true"),
        r"trainer\.yaml:\d+: expected at most 30 minutes in all notes with 'must: true', found 32; change some",
    ),
    "no minutes": (
        replace("trainer", "minutes: 2", "minutes: 0"),
        r"trainer\.yaml:\d+: 'minutes': expected 1 or more, found 0; change the number",
    ),
    "a trainer's statement without a source": (
        replace("trainer", "      added: [A09, practice]\n", ""),
        r"trainer\.yaml:\d+: statement without a fact or a source; add",
    ),
    "a guide with HTML": (
        replace("guide", '    - "Go', '    - "<i>Go</i>'),
        r"guide\.yaml:\d+: 'do': expected plain text, found HTML \(<i>\); remove it",
    ),
    "reading again where nothing is": (
        replace("quiz", "topic: ", "topic: not-"),
        r"quiz\.yaml:\d+: unknown topic 'not-",
    ),
    "nothing where text should be": (
        replace("risks", 'name: "Infection"', "name:"),
        r"risks\.yaml:\d+: 'name': expected text, found null; write the text in quotes",
    ),
    "an id of the wrong form": (
        replace("risks", "id: infection", 'id: "In Fection"'),
        r"risks\.yaml:\d+: 'id': expected lowercase letters, digits .*, found \"In Fection\"; correct it",
    ),
    "too few answers": (
        rewrite("quiz", r"((?:    - id: .*\n(?:      .*\n)+?){2})(?:    - id: .*\n(?:      .*\n)+)+", r"\1"),
        r"quiz\.yaml:\d+: 'options': expected at least 3 entries, found 2; add more",
    ),
    "no wrong answer": (
        rewrite("quiz", "right: false", "right: true", 0),
        r"quiz\.yaml:\d+: question q\d+: expected at least one wrong answer, found none; mark one with",
    ),
    "a truth in quotes": (
        replace("quiz", "right: true", 'right: "yes"'),
        r"quiz\.yaml:\d+: 'right': expected true or false, found \"yes\"; write one of them without quotes",
    ),
    "no kind of question": (
        replace("quiz", "  kind: single\n", ""),
        r"quiz\.yaml:\d+: missing key 'kind'; add it to say which kind of question this is",
    ),
    "a list as a key": (
        replace("course", 'short: "MISS"', '[short]: "MISS"'),
        r"course\.yaml:\d+: expected a key, found a list or a record before the colon; put text with brackets",
    ),
    "no day": (
        replace("course", "date: null", "date: 2026-13-45"),
        r"course\.yaml:\d+: invalid number, date or tag '2026-13-45'; correct it, or put the text in quotes",
    ),
    "a character that no text may hold": (
        replace("course", 'short: "MISS"', 'short: "MISS\x00"'),
        r"course\.yaml:\d+: invalid character; delete what stands here and type it again",
    ),
    "a record that is none": (
        replace("course", "review:\n", 'review: "no"\nx:\n'),
        r"course\.yaml:\d+: 'review': expected a record, found \"no\"; write it as lines of 'key: value'",
    ),
    "a list that is no list": (
        replace("conditions", "  patient:\n", '  patient: "words"\n  x:\n'),
        r"conditions\.yaml:\d+: 'patient': expected a list, found \"words\"; start each entry on its own line with",
    ),
}


def _drop_line(file: Path, start: str) -> None:
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    index = next(i for i, line in enumerate(lines) if line.startswith(start))
    file.write_text("".join(lines[:index] + lines[index + 1 :]), encoding="utf-8")


def _all_wrong(file: Path) -> None:
    head, first, *rest = re.split(r"(?m)^(?=- id: q)", file.read_text(encoding="utf-8"))
    file.write_text("".join([head, first.replace("right: true", "right: false"), *rest]), encoding="utf-8")


def _drop_first_added(file: Path) -> None:
    before, nursing = file.read_text(encoding="utf-8").split("  nursing:", 1)
    file.write_text(before + "  nursing:" + re.sub(r"\n +added: .*", "", nursing, count=1), encoding="utf-8")


def _forget_fact(words: Path, fact: str, but: tuple[str, ...] = ("facts",)) -> None:
    for file in words.glob("*.yaml"):
        if file.stem not in but:
            text = file.read_text(encoding="utf-8")
            text = re.sub(rf"{fact}, |, {fact}\b", "", text)
            file.write_text(re.sub(rf"facts: \[{fact}\]", "facts: [F31]", text), encoding="utf-8")


@pytest.mark.parametrize("case", BREAKS)
def test_says_what_to_mend(case: str, words: Path, capsys: pytest.CaptureFixture[str]) -> None:
    breaking, message = BREAKS[case]
    breaking(words)
    before = {file: file.read_bytes() for file in words.glob("*")}

    assert main(["check", str(words)]) == 2

    out, err = capsys.readouterr()
    assert not out
    assert re.search(message, err), err
    assert "Traceback" not in err
    assert {file: file.read_bytes() for file in words.glob("*")} == before


def test_tells_all_files_at_once(words: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for case in ("an empty file", "an unknown key", "a missing file"):
        BREAKS[case][0](words)
    main(["check", str(words)])
    err = capsys.readouterr().err
    assert all(stem in err for stem in ("risks.yaml", "conditions.yaml", "glossary.yaml"))


def test_accepts_the_course(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert "files checked: no errors" in capsys.readouterr().out
