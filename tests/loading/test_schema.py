"""The JSON schemas: up to date, named by every content file, and consistent with the models."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from miss.cli import main
from miss.loading.reading import read_file
from miss.loading.yaml_file import read_yaml
from miss.schema.content import file_types

from tests.conftest import ROOT, WORDS
from tests.support.changes import rewrite
from tests.support.files import types_in_course

SCHEMAS = ROOT / "content" / "schema"


def test_schemas_are_fresh(tmp_path: Path) -> None:
    assert main(["schema", str(tmp_path)]) == 0
    generated = {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()}
    assert generated == {file.name: file.read_text(encoding="utf-8") for file in SCHEMAS.iterdir()}, "Run: miss schema"


@pytest.mark.parametrize("stem", types_in_course())
def test_a_file_names_its_schema_and_keeps_it(stem: str) -> None:
    """That of its kind: the second file of a kind has the schema of the first."""
    file = WORDS / f"{stem}.yaml"
    kind = next(each for each, type_of in file_types().items() if type_of == types_in_course()[stem])
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", file.read_text(encoding="utf-8"))
    assert named and (file.parent / named[1]).resolve() == SCHEMAS / f"{kind}.json"
    jsonschema.Draft7Validator(_schema(kind)).validate(_plain(read_yaml(file).data))


@pytest.mark.parametrize("stem", file_types())
def test_every_key_is_described(stem: str) -> None:
    records = [_schema(stem), *_schema(stem).get("$defs", {}).values()]
    assert all(record.get("description") for record in records if "properties" in record)
    bare = [
        f"{record['title']}.{key}"
        for record in records
        for key, field in record.get("properties", {}).items()
        if stem != "interface" and not field.get("description")
    ]
    assert not bare


@pytest.mark.parametrize(
    ("stem", "pattern", "new"),
    [
        ("conditions", r"^  nursing:", "  nursng:"),
        ("conditions", r"facts: \[F12, F18\]", "facts: [18]"),
        ("course", r'^short: ".*"', "short: no"),
        ("course", r"^  date: null", "  date: 5"),
        ("interface", r"^  legend:", "  legnd:"),
        ("interface", r'^  legend: ".*"', "  legend: {one: Choose}"),
        ("quiz", r"kind: single", "kind: singel"),
        ("quiz", r"right: false", 'right: "no"'),
        ("signs", r"urgency: report", "urgency: later"),
        ("risks", r"signs: \[donor-area, donor-score\]", "signs: [{text: Pain}]"),
        ("course", r"words_per_minute: 180", "words_per_minute: 600"),
        ("case", r"^    picture: pressed\n", ""),
        ("case", r"age: 47", "age: 470"),
        ("case", r"brief: \[leg-pain, ankle, saddle\]", "brief: [ankle]"),
    ],
)
def test_an_editor_marks_what_the_course_refuses(stem: str, pattern: str, new: str, words: Path) -> None:
    rewrite(stem, pattern, new)(words)
    assert read_file(words, stem, file_types()[stem]).problems
    data = _plain(read_yaml(words / f"{stem}.yaml").data)
    assert list(jsonschema.Draft7Validator(_schema(stem)).iter_errors(data))


def _schema(stem: str) -> dict[str, Any]:
    return dict(json.loads((SCHEMAS / f"{stem}.json").read_text(encoding="utf-8")))


def _plain(data: Any) -> Any:
    """Return the data as JSON: an editor reads a date as a string."""
    return json.loads(json.dumps(data, default=str))


def test_a_new_course_has_the_schemas_that_its_files_name(tmp_path: Path) -> None:
    """An editor marks a file as wrong if the schema that it names is not there."""
    assert main(["new", str(tmp_path / "new")]) == 0
    files = [*(tmp_path / "new" / "content" / "en").iterdir()]
    named = [(file, re.match(r"# yaml-language-server: \$schema=(\S+)\n", file.read_text("utf-8"))) for file in files]
    schemas = [file.parent / match[1] for file, match in named if match]
    assert schemas and all(schema.is_file() for schema in schemas)
