"""`miss check` on a whole course: it reports broken, stripped and outdated notebooks, with the line."""

import re
from pathlib import Path

import nbformat
import pytest
from miss.cli import main

from tests.conftest import ROOT
from tests.notebooks.test_freshness import edit, strip
from tests.notebooks.test_repair import damage

RISKS = "notebooks/4-risks.ipynb"


def fail(notebook: Path) -> None:
    read = nbformat.read(notebook, as_version=4)
    read.cells[3].source = 'lesson.topic("nowhere")'
    nbformat.write(read, notebook)


def clear(notebook: Path) -> None:
    """Clear one output, as a menu of JupyterLab does."""
    read = nbformat.read(notebook, as_version=4)
    read.cells[4].outputs = []
    nbformat.write(read, notebook)


# The defects of a notebook: the change that makes it, the exit status, and the message.
CASES = {
    "whole": (lambda _: None, 0, None),
    "stripped": (strip, 2, rf"{RISKS}:\d+: missing stored output of the cells 'opening', .*; run `miss notebooks"),
    "cleared": (clear, 2, rf"{RISKS}:\d+: missing stored output of the cells 'cards'; run `miss notebooks`\."),
    "stale": (lambda file: edit(file.parents[1]), 0, rf"{RISKS}:\d+: warning: stored output is out of date; run"),
    "broken": (lambda file: damage(file, "cut in a string"), 2, rf"{RISKS}:\d+: the file is truncated\. `miss n"),
    "failing": (fail, 2, rf"{RISKS}:1: 4-risks\.ipynb, cell 'risks': There is no topic 'nowhere'"),
}


@pytest.fixture
def course(copy: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(copy)
    return copy


@pytest.mark.parametrize("case", CASES)
def test_what_is_wrong_with_a_notebook(case: str, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change, status, message = CASES[case]
    change(course / RISKS)
    assert main(["check"]) == status
    output = "".join(capsys.readouterr())
    found = [line for line in output.splitlines() if ".ipynb" in line]
    assert len(found) == (message is not None)
    assert not message or re.match(message, found[0]), output
    assert ("\n    Why: " in output.partition(".ipynb")[2]) == (message is not None)


def test_the_line_is_that_of_the_cell(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clear(course / RISKS)
    main(["check", str(course), "--format=github"])
    line = re.search(rf"::error file={RISKS},line=(\d+),title=notebook-filled::", capsys.readouterr().out)
    assert line and '"id": "cards"' in (course / RISKS).read_text(encoding="utf-8").splitlines()[int(line[1]) - 1]


def test_words_alone_have_no_notebooks(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    strip(course / RISKS)
    words = course / "content" / "en"
    assert main(["check", str(words)]) == 0
    assert f"\n{len([*words.glob('*.yaml')])} files checked" in capsys.readouterr().out


def test_another_language_is_not_what_is_stored(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (course / "content" / "de").symlink_to(course / "content" / "en")
    edit(course)
    (course / "notebooks" / "1-what-it-is.ipynb").write_text("")
    assert main(["check", "--language=de"]) == 2
    output = capsys.readouterr().err
    assert "1-what-it-is.ipynb:1: the file is empty" in output and "4-risks" not in output


def test_invalid_content_is_reported_once(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (course / "content" / "en" / "risks.yaml").write_text("- id: [")
    assert main(["check"]) == 2
    output = capsys.readouterr().err
    assert "risks.yaml" in output and ".ipynb" not in output


def test_the_course_is_stored(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(ROOT)]) == 0
    assert ".ipynb" not in "".join(capsys.readouterr())
