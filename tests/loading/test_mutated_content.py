"""Thousands of broken content files: never a traceback, always file and line; and what is right survives a round trip.

`make fuzz` tries many more of them; a case that failed once is kept in `.hypothesis` and tried first.
"""

import dataclasses
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from miss.checks.build import load_content
from miss.checks.formats import FORMATS
from miss.checks.registry import all_rules
from miss.checks.run import Report, apply_rules
from miss.cli import main
from miss.loading.reading import ParsedCourse, ParsedFile, read_course, read_file, read_sections, record_files
from miss.loading.yaml_file import read_yaml
from miss.schema.content import FILES
from pydantic import BaseModel

from tests.conftest import WORDS, records_of
from tests.support.files import types_in_course

EXAMPLES = int(os.environ.get("FUZZ", "25"))  # for each of the tests below
FUZZ = settings(
    max_examples=EXAMPLES,
    deadline=None,  # a slow machine is not a finding
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
    database=None if EXAMPLES < 1000 else settings.default.database,
)
STEMS = st.sampled_from(sorted(file.stem for file in WORDS.glob("*.yaml")))
# What a slip of the hand, or of another program, may put anywhere in a file.
SLIPS = st.sampled_from([
    "\t", '"', "'", ":", "- ", "[", "]", "{", "}", "#", "&a ", "*a", "<<: *a", "!!python/object:x ", "!!binary x",
    "|", ">", "%", "@", "`", "---\n", "...\n", "? ", "\n", "\r", "\x00", "\x85", "\u2028", "\ufeff", "\u200b", "\u202e",
    "[[", "]]", "<b>", "no", "null", "~", "1e999", "9" * 5000, "2026-13-45", "0x", ".nan", "<script>", "\\ud800", "🦴",
    "[" * 500, "x" * 20_000,
])  # fmt: skip
# What may stand where something else is wanted.
VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.dates(), st.datetimes(), st.binary(max_size=9),
    st.sampled_from(["F99", "A999", "practice", "[[no such word]]", "[[", "<b>x</b>", " ", "", "q01", "x" * 9999]),
    st.lists(st.text(max_size=5), max_size=3), st.dictionaries(st.text(max_size=5), st.integers(), max_size=3),
)  # fmt: skip


@cache
def sound() -> dict[str, ParsedFile]:
    return {stem: read(WORDS, stem) for stem in types_in_course()}


@cache
def data_of(stem: str) -> Any:
    return read_yaml(WORDS / f"{stem}.yaml").data


def read(folder: Path, stem: str) -> ParsedFile:
    return read_sections(folder) if stem == "sections" else read_file(folder, stem, types_in_course()[stem])


def read_with(stem: str, raw: bytes, folder: Path) -> Report:
    """Judge the course with one file in the place of its own; the others are read once for all."""
    (folder / f"{stem}.yaml").write_bytes(raw)
    files = {**sound(), stem: read(folder, stem)}
    kinds = record_files(folder, files["sections"].value)
    placed = {name: file for name, file in files.items() if name in FILES or name in kinds}
    return apply_rules(
        ParsedCourse(folder, placed, {name: kinds[name] for name in kinds if name in files}), all_rules()
    )


def tells_where(report: Report, stem: str, raw: bytes) -> None:
    lines = raw.count(b"\n") + raw.count(b"\r") + 1
    for problem in report.problems:
        assert problem.file.stem in types_in_course() and problem.line >= 1
        assert problem.file.stem != stem or problem.line <= lines + raw.decode(errors="ignore").count("\x85") + 2
        assert problem.what.isprintable() and len(problem.what) < 900
    for form in FORMATS.values():
        form(report).encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@FUZZ
@given(stem=STEMS, data=st.data())
def test_slips_of_the_hand(stem: str, data: st.DataObject, folder: Path) -> None:
    text = (WORDS / f"{stem}.yaml").read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        gone = data.draw(st.sampled_from([0, 0, 1, 2, 30, 400]))
        text = text[:at] + data.draw(SLIPS | st.just("")) + text[at + gone :]
    raw = text.encode("utf-8", "surrogatepass")
    tells_where(read_with(stem, raw, folder), stem, raw)


@FUZZ
@given(stem=STEMS, data=st.data())
def test_lines_that_are_not_where_they_were(stem: str, data: st.DataObject, folder: Path) -> None:
    lines = (WORDS / f"{stem}.yaml").read_text(encoding="utf-8").splitlines()
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        lines[at : at + 1] = data.draw(
            st.sampled_from([[line, line], [], [f" {line}"], [line[1:]], [line.replace(":", "")], [line.upper()]])
        )
    raw = "\n".join(lines).encode()
    tells_where(read_with(stem, raw, folder), stem, raw)


@FUZZ
@given(stem=STEMS, data=st.data())
def test_bytes_that_are_no_words(stem: str, data: st.DataObject, folder: Path) -> None:
    raw = (WORDS / f"{stem}.yaml").read_bytes()
    at = data.draw(st.integers(0, len(raw)))
    tail = data.draw(st.sampled_from([b"", raw[at + 1 :]]))  # the rest of the file may be lost
    raw = data.draw(st.sampled_from([raw[:at], b""])) + data.draw(st.binary(max_size=20)) + tail
    tells_where(read_with(stem, raw, folder), stem, raw)


@FUZZ
@given(stem=STEMS, data=st.data())
def test_records_that_are_none(stem: str, data: st.DataObject, folder: Path) -> None:
    changed = data_of(stem)
    for _ in range(data.draw(st.integers(1, 3))):
        changed = data.draw(changes(changed))
    raw = dump(changed).encode("utf-8", "surrogatepass")
    tells_where(read_with(stem, raw, folder), stem, raw)


@st.composite
def changes(draw: Callable[..., Any], whole: Any) -> Any:
    """Change one part of some data: lose it, double it, give it another key or another value."""
    if not isinstance(whole, (dict, list)) or not whole or not draw(st.integers(0, 9)):
        return draw(VALUES)
    keys = list(whole) if isinstance(whole, dict) else list(range(len(whole)))
    key = draw(st.sampled_from(keys))
    part = whole[key]
    match draw(st.sampled_from(["deeper", "deeper", "deeper", "lose", "double", "value", "key"])):
        case "deeper" if isinstance(part, (dict, list)) and part:
            new = draw(changes(part))
        case "lose":
            return (
                {k: v for k, v in whole.items() if k != key}
                if isinstance(whole, dict)
                else [*whole[:key], *whole[key + 1 :]]
            )
        case "double":
            return {**whole, f"{key}s": part} if isinstance(whole, dict) else [*whole, part]
        case "key" if isinstance(whole, dict):
            return {draw(VALUES.filter(_is_key)) if k == key else k: v for k, v in whole.items()}
        case _:
            new = draw(VALUES)
    return {**whole, key: new} if isinstance(whole, dict) else [*whole[:key], new, *whole[key + 1 :]]


def _is_key(value: Any) -> bool:
    return not isinstance(value, (dict, list))


WORDED = STEMS.filter(lambda stem: bool(texts_of(stem)))  # a list of reviews may be empty


@FUZZ
@given(stem=WORDED, words=st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1), data=st.data())
def test_any_words_survive_a_round_trip(stem: str, words: str, data: st.DataObject, folder: Path) -> None:
    texts = texts_of(stem)
    changed = _with(data_of(stem), texts[data.draw(st.integers(0, len(texts) - 1))], words)
    (folder / f"{stem}.yaml").write_text(dump(changed), encoding="utf-8")
    first = read(folder, stem)
    if not first.problems:
        (folder / f"{stem}.yaml").write_text(dump(plain_data(first.value)), encoding="utf-8")
        assert read(folder, stem).value == first.value


@cache
def texts_of(stem: str) -> list[tuple[Any, ...]]:
    return _texts(data_of(stem))


def _texts(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(data, dict):
        return [found for key, value in data.items() for found in _texts(value, (*path, key))]
    if isinstance(data, list):
        return [found for index, value in enumerate(data) for found in _texts(value, (*path, index))]
    return [path] if isinstance(data, str) else []


def _with(data: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    made = dict(data) if isinstance(data, dict) else list(data)
    made[path[0]] = _with(data[path[0]], path[1:], new)
    return made


def dump(data: Any) -> str:
    return str(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False))


def plain_data(value: Any) -> Any:
    """The records as a file would hold them."""
    if isinstance(value, BaseModel):
        return value.model_dump(exclude_defaults=False)
    return [plain_data(item) for item in value]


def test_the_course_survives_a_round_trip(words: Path) -> None:
    course = read_course(WORDS).content()
    for stem in types_in_course():
        value = records_of(course, stem)
        (words / f"{stem}.yaml").write_text(dump(plain_data(value)), encoding="utf-8")
    assert dataclasses.replace(load_content(words), folder=course.folder) == course


# Each of these once ended in a traceback, or could have: YAML that is right, and no content file.
ODD = {
    "a day that is none": 'short: 2026-13-45',
    "a number too long": f"short: {'9' * 5000}",
    "a tag": "short: !!python/object/apply:os.system [ls]",
    "a tag that lies": "short: !!int many",
    "a list as a key": "? [1, 2]\n: 3",
    "a part that holds itself": "&a [*a]",
    "a part used many times": "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]",
    "a merge": "a: &a {x: 1}\nb:\n  <<: *a",
    "brackets without end": "[" * 100_000,
    "many brackets": "[" * 5000 + "]" * 5000,
    "half a character": 'short: "\\ud800"',
    "a zero byte": "short: \0",
    "two documents": "short: a\n---\nshort: b",
    "only a comment": "# nothing\n",
    "only a word": "words",
    "a key that is nothing": "~: x",
    "a name that is a sentence": "[[a]]: x",
    "an escape for the terminal": 'short: "\\e[31m<b\\e>"',
}  # fmt: skip


@pytest.mark.parametrize("stem", ["course", "quiz", "mrs-t"])
@pytest.mark.parametrize("case", ODD)
def test_odd_files(case: str, stem: str, words: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (words / f"{stem}.yaml").write_text(ODD[case], encoding="utf-8")
    assert main(["check", str(words)]) == 2
    told = capsys.readouterr().err
    assert f"{stem}.yaml:" in told and "Traceback" not in told and "\x1b" not in told


def test_a_file_too_big(words: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (words / "quiz.yaml").write_text("# words\n" * 600_000, encoding="utf-8")
    assert main(["check", str(words)]) == 2
    assert "quiz.yaml:1: expected at most 4,000,000 bytes, found 4,800,000" in capsys.readouterr().err


def test_a_folder_in_the_place_of_a_file(words: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (words / "quiz.yaml").unlink()
    (words / "quiz.yaml").mkdir()
    assert main(["check", str(words)]) == 2
    assert "quiz.yaml:1: the file cannot be read" in capsys.readouterr().err
