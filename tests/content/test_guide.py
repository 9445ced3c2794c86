"""What content/README.md tells an author to do, done: its examples are copied as it says, and the course is whole."""

import os
import re
import shutil
import textwrap
from pathlib import Path

import pytest
from miss.checks.build import load_content
from miss.cli import main

from tests.conftest import ROOT

GUIDE = (ROOT / "content" / "README.md").read_text(encoding="utf-8")
EXAMPLES = [textwrap.dedent(found) for found in re.findall(r"(?s)   ```yaml\n(.*?)   ```", GUIDE)]
STEMS = ("signs", "risks", "trainer", "quiz")


def test_its_examples_can_be_copied(words: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(EXAMPLES) == len(STEMS)
    for stem, example in zip(STEMS, EXAMPLES, strict=True):
        with (words / f"{stem}.yaml").open("a", encoding="utf-8") as file:
            file.write(f"\n{example}")
    assert main(["check", str(words)]) == 0
    assert "files checked: no errors" in capsys.readouterr().out
    assert load_content(words).records["quiz"][-1].id == "q99"


@pytest.fixture
def german(copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A course with a second language, in which one word is translated so far."""
    monkeypatch.setattr(os, "environ", os.environ.copy())
    words = shutil.copytree(copy / "content" / "en", copy / "content" / "de")
    assert main(["words"]) == 0
    (words / "interface.yaml").write_text(capsys.readouterr().out, encoding="utf-8")
    for name, old, new in (
        ("course", "language: en", "language: de"),
        ("interface", 'legend: "Choose one"', 'legend: "Wähle eine Krankheit"'),
    ):
        file = words / f"{name}.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return copy


def test_a_language_is_a_folder(german: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert main(["site", str(site), "--course", str(german), "--language", "de"]) == 0
    page = (site / "2-why-it-is-done.html").read_text(encoding="utf-8")
    assert re.search('<html [^>]*lang="de"', page)
    assert "Wähle eine Krankheit" in page and "Choose a condition" not in page
    stored = (german / "notebooks" / "2-why-it-is-done.ipynb").read_text(encoding="utf-8")
    assert "Choose a condition" in stored


def test_without_a_word_it_is_english(german: Path, tmp_path: Path) -> None:
    assert main(["site", str(tmp_path / "site"), "--course", str(german)]) == 0
    page = (tmp_path / "site" / "2-why-it-is-done.html").read_text(encoding="utf-8")
    assert "Choose a condition" in page


def test_a_language_that_is_not_there(german: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["site", "--course", str(german), "--language", "fr"]) == 1
    assert f"There is no language 'fr' in {german / 'content'}. Accepted: de, en." in capsys.readouterr().err


def test_stale_notebooks_are_named_and_stored(german: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = german / "content" / "en" / "risks.yaml"
    text = words.read_text(encoding="utf-8").replace("Too much bleeding is another", "Much bleeding is another")
    words.write_text(text, encoding="utf-8")
    assert main(["notebooks", str(german)]) == 0
    assert capsys.readouterr().out == "Stored 4-risks.ipynb\n"
    assert "Much bleeding is another" in (german / "notebooks" / "4-risks.ipynb").read_text(encoding="utf-8")
    assert main(["notebooks", str(german)]) == 0
    assert "All notebooks are up to date" in capsys.readouterr().out


def test_a_cell_that_fails_is_named(german: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = german / "content" / "en" / "sections.yaml"
    words.write_text(words.read_text(encoding="utf-8").replace("- id: order", "- id: sequence"), "utf-8")
    stored = {file: file.read_bytes() for file in (german / "notebooks").glob("*.ipynb")}
    assert main(["notebooks", str(german)]) == 1
    said = capsys.readouterr().err
    assert "3-how-it-is-done.ipynb, cell 'topic-order': There is no topic 'order' in section 'how'" in said
    assert "Traceback" not in said
    assert {file: file.read_bytes() for file in stored} == stored
