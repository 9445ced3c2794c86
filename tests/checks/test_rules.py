"""A rule gets and needs exactly the inputs that its parameters name."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from miss.checks.inputs import INPUTS, TYPES
from miss.checks.registry import all_rules
from miss.checks.rule import Rule
from miss.checks.run import apply_rules, check
from miss.loading.reading import read_course
from miss.schema.agenda import agenda_of
from miss.schema.content import FILES
from miss.schema.interface import Interface
from miss.schema.records import CourseRecord
from miss.schema.text import Identified, Record

from tests.support.changes import remove, replace, write
from tests.support.files import types_in_course

FUNCTIONS: dict[str, Callable[..., Any]] = {rule.name: rule.find for rule in all_rules()}
FUNCTIONS |= {agenda_of.__name__: agenda_of}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_parameter_has_the_type_of_what_it_names(name: str) -> None:
    types = get_type_hints(FUNCTIONS[name], include_extras=True)
    del types["return"]
    assert types == {name: INPUTS[name].type for name in types}


def test_content_has_each_file_with_its_type() -> None:
    types = {stem: type_of() for stem, type_of in FILES.items()}
    own = {"folder": Path, "records": dict[str, Any], "interface": Interface}
    assert types | own | {"accessibility": types["accessibility"] | None} == TYPES


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_a_rule_needs_each_file_that_it_uses(rule: Rule, course: Path) -> None:
    """With all other files invalid, it finds the same in a valid course."""
    whole = apply_rules(read_course(course), [rule]).problems
    for stem in types_in_course().keys() - rule.needs(read_course(course)):
        write(stem, b"[")(course)
    report = apply_rules(read_course(course), [rule])
    assert not report.skipped
    assert [problem for problem in report.problems if problem.rule != "form"] == whole


@pytest.mark.parametrize("stem", types_in_course())
def test_a_rule_waits_for_each_file_that_it_needs(stem: str, course: Path) -> None:
    whole = read_course(course)
    write(stem, b"[")(course)
    report = check(course)
    assert report.skipped == [rule.name for rule in all_rules() if stem in rule.needs(whole)]
    assert report.unread == ([f"{stem}.yaml"] if report.skipped else [])
    assert {problem.rule for problem in report.problems} <= {"form", "review-missing"}


def test_what_only_trainers_read_counts_as_used(course: Path) -> None:
    """Otherwise, `miss check` would report a source as unused while the file that cites it is invalid."""
    source = b'- id: A999\n  basis: practice\n  statement: "Idle."\n'
    write("sources", (course / "sources.yaml").read_bytes() + source)(course)
    replace("trainer", "added: [practice]", "added: [A999]")(course)
    assert "source-used" not in {problem.rule for problem in check(course).problems}
    write("trainer", b"[")(course)
    assert "source-used" not in {problem.rule for problem in check(course).problems}


def test_a_rule_gets_the_files_that_it_names_and_no_others(words: Path) -> None:
    seen = []

    def find(glossary: object, agenda: object) -> Iterator[tuple[str, tuple[()], str]]:
        seen.append((glossary, agenda))
        yield "glossary", (), "found"

    rule = Rule("toy", "", find)
    needs = {"glossary", "sections", "operations", "conditions", "procedure", "risks", "quiz", "case", "mrs-t"}
    assert rule.needs(read_course(words)) == needs
    assert apply_rules(read_course(words), [rule]).problems[0].what == "found"
    for stem in ("glossary", "risks"):
        remove(stem)(words)
        report = apply_rules(read_course(words), [rule])
        assert report.skipped == ["toy"] and f"{stem}.yaml" in report.unread
    assert len(seen) == 1


def test_a_record_with_an_id_is_identified() -> None:
    assert not [
        record.__name__
        for record in every_kind(Record)
        if "id" in record.model_fields and not issubclass(record, Identified) and record is not CourseRecord
    ]


def every_kind(record: type[Record]) -> Iterator[type[Record]]:
    for kind in record.__subclasses__():
        yield kind
        yield from every_kind(kind)
