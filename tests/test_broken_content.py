"""Broken words give one clear sentence each, with file and line; exit status 2, and nothing is overwritten."""

import re
from pathlib import Path

import pytest
from miss.cli import main

from .changes import Change, remove, replace, write

# what is done to the words, and what the message must say
BREAKS: dict[str, tuple[Change, str]] = {
    "an open quote": (
        replace("course", 'short: "MISS"', 'short: "MISS'),
        r"course\.yaml:\d+: this is not YAML: .*quotes",
    ),
    "a tab": (replace("course", '  text: "MISS is', '\ttext: "MISS is'), r"course\.yaml:\d+: there is a tab here"),
    "a key twice": (
        replace("course", 'short: "MISS"', 'short: "MISS"\nshort: "MISS"'),
        r"course\.yaml:\d+: the key 'short' is here twice",
    ),
    "an alias": (
        replace("course", 'short: "MISS"', "short: *miss"),
        r"course\.yaml:\d+: a part is used a second time here, by '\*' and its name",
    ),
    "a second document": (
        replace("risks", "- id: infection", "- id: first\n---\n- id: infection"),
        r"risks\.yaml:\d+: a second document starts here; remove the line with '---'",
    ),
    "levels without end": (
        replace("course", 'short: "MISS"', f"short: {'[' * 21}{']' * 21}"),
        r"course\.yaml:\d+: the levels here go too deep",
    ),
    "an id twice": (
        replace("risks", "id: bleeding", "id: infection"),
        r"risks\.yaml:\d+: the id 'infection' is taken by an earlier record",
    ),
    "an unknown fact": (
        replace("conditions", "facts: [F18]", "facts: [F99]"),
        r"conditions\.yaml:\d+: 'F99' is not known; did you mean",
    ),
    "a fact of the wrong form": (
        replace("conditions", "facts: [F18]", "facts: [18]"),
        r"conditions\.yaml:\d+: 'facts' should be words, but is 18",
    ),
    "an unknown drawing": (
        replace("pictures", "drawing: behind", "drawing: behnd"),
        r"pictures\.yaml:\d+: there is no drawing 'behnd'; did you mean behind",
    ),
    "an unknown source": (
        replace("operations", "added: [A09", "added: [A97"),
        r"operations\.yaml:\d+: 'A97' is not known",
    ),
    "a missing reason": (
        lambda words: _drop_line(words / "quiz.yaml", "      why:"),
        r"quiz\.yaml:\d+: the key 'why' is missing; add it",
    ),
    "no right answer": (
        lambda words: _all_wrong(words / "quiz.yaml"),
        r"quiz\.yaml:\d+: question q01 has no right answer; mark one with 'right: true'",
    ),
    "two right answers": (
        replace("quiz", "right: false", "right: true"),
        r"quiz\.yaml:\d+: question q01 has 2 right answers",
    ),
    "HTML in a text": (
        replace("glossary", 'meaning: "', 'meaning: "<b>Bold</b> '),
        r"glossary\.yaml:\d+: 'meaning' holds HTML \(<b>\); write plain words",
    ),
    "a word of the wrong type": (
        replace("course", 'short: "MISS"', "short: no"),
        r"course\.yaml:\d+: 'short' should be words, but is false .*put the words in quotes",
    ),
    "a number in words": (
        replace("sections", "minutes: ", 'minutes: "six" #'),
        r"sections\.yaml:\d+: 'minutes' should be a whole number, but is \"six\"",
    ),
    "an unknown key": (
        replace("conditions", "  nursing:", "  nursng:"),
        r"conditions\.yaml:\d+: the key 'nursng' is not known here; did you mean 'nursing'\? Accepted: .*patient",
    ),
    "an unknown kind of question": (
        replace("quiz", "kind: single", "kind: singel"),
        r"quiz\.yaml:\d+: 'kind' is .*accepted: .*'single'",
    ),
    "an empty file": (write("risks", b""), r"risks\.yaml:1: the file is empty"),
    "a missing file": (remove("glossary"), r"glossary\.yaml:1: the file is missing; restore it"),
    "not UTF-8": (write("course", b'title: "Caf\xe9"\n'), r"course\.yaml:1: a character here is not UTF-8"),
    "an unknown glossary word": (
        replace("conditions", '- text: "', '- text: "[[xylophone]] '),
        r"conditions\.yaml:\d+: '\[\[xylophone\]\]' is not in the glossary",
    ),
    "brackets that do not close": (
        replace("conditions", '- text: "', '- text: "[[disk '),
        r"conditions\.yaml:\d+: 'text' has square brackets that do not close",
    ),
    "an empty text": (
        replace("interface", 'start: "Start"', 'start: ""'),
        r"interface\.yaml:\d+: 'start' is empty",
    ),
    "a missing word of the interface": (
        lambda words: _drop_line(words / "interface.yaml", "  skip:"),
        r"interface\.yaml:\d+: the key 'skip' is missing; add it",
    ),
    "a nursing note without a source": (
        lambda words: _drop_first_added(words / "operations.yaml"),
        r"operations\.yaml:\d+: (a nursing note needs its source|this states something with no fact)",
    ),
    "a fact that nothing says": (
        lambda words: _forget_fact(words, "F30"),
        r"facts\.yaml:\d+: nothing in the course says F30",
    ),
    "a fact that only a trainer's note says": (
        lambda words: _forget_fact(words, "F30", but=("facts", "trainer")),
        r"facts\.yaml:\d+: nothing in the course says F30",
    ),
    "a note about nothing": (
        replace("trainer", "about: spinal-stenosis", "about: spinal-stenoses"),
        r"trainer\.yaml:\d+: there is no condition 'spinal-stenoses'; did you mean spinal-stenosis",
    ),
    "nothing where a note should be": (
        replace("trainer", "about: spinal-stenosis", "about: spinal-stenoses"),
        r"trainer\.yaml:\d+: there is no note for the condition 'spinal-stenosis'; add one",
    ),
    "a note of an unknown kind": (
        replace("trainer", "kind: alongside", "kind: along"),
        r"trainer\.yaml:\d+: 'kind' is \"along\"; accepted: .*'alongside'",
    ),
    "two notes about one thing": (
        replace("trainer", "about: spinal-stenosis", "about: herniated-disk"),
        r"trainer\.yaml:\d+: the condition 'herniated-disk' has a note already; keep one of them",
    ),
    "more minutes than the section has": (
        replace("trainer", "about: what\n  minutes: 9", "about: what\n  minutes: 6"),
        r"trainer\.yaml:\d+: the entries of section 'what' take 6 minutes; give the section at least 7",
    ),
    "more that must be than fits": (
        replace("trainer", "must: false", "must: true"),
        r"trainer\.yaml:\d+: all that is 'must: true' takes 32 minutes; make some 'must: false' until it fits into 30",
    ),
    "no minutes": (
        replace("trainer", "minutes: 2", "minutes: 0"),
        r"trainer\.yaml:\d+: 'minutes' is 0; accepted: 1 or more",
    ),
    "a trainer's statement without a source": (
        replace("trainer", "      added: [A09, practice]\n", ""),
        r"trainer\.yaml:\d+: this states something with no fact and no source",
    ),
    "a guide with HTML": (
        replace("guide", '    - "Go', '    - "<i>Go</i>'),
        r"guide\.yaml:\d+: 'do' holds HTML \(<i>\)",
    ),
    "reading again where nothing is": (
        replace("quiz", "topic: ", "topic: not-"),
        r"quiz\.yaml:\d+: there is no topic 'not-",
    ),
    "a list that is no list": (
        replace("conditions", "  patient:\n", '  patient: "words"\n  x:\n'),
        r"conditions\.yaml:\d+: 'patient' should be a list",
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
    assert "nothing that must be mended" in capsys.readouterr().out
