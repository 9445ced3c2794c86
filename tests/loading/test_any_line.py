"""The same slips on any line of any file: the line that was changed is named, wherever the parser stumbles."""

import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from miss.errors import ContentError, Problem
from miss.loading.yaml_file import read_yaml

from tests.conftest import WORDS

FUZZ = settings(
    max_examples=int(os.environ.get("FUZZ", "25")),
    deadline=None,  # a slow machine is not a finding
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    database=None,
)
QUOTED = re.compile(r' *(- )*[\w-]+: ".*[^\\]"$')
KEYED = re.compile(r" *(- )?[\w-]+:( |$)")
ENTRY = re.compile(r" *- \w")
LISTED = re.compile(r".*: \[[\w, ]+\]$")
# A name for each slip: the lines that it can happen to, and what becomes of one.
SLIPS: dict[str, tuple[re.Pattern[str], Callable[[str], str]]] = {
    "the closing quote is lost": (QUOTED, lambda line: line[:-1]),
    "the opening quote is lost": (QUOTED, lambda line: line.replace('"', "", 1)),
    "the closing quote is curly": (QUOTED, lambda line: f"{line[:-1]}”"),
    "the opening quote is curly": (QUOTED, lambda line: line.replace('"', "“", 1)),
    "both quotes are curly": (QUOTED, lambda line: re.sub('"(.*)"', r"“\1”", line)),
    "the closing quote is single": (QUOTED, lambda line: f"{line[:-1]}'"),
    "a comma after the text": (QUOTED, lambda line: f"{line},"),
    "one space more": (KEYED, lambda line: f" {line}"),
    "one space less": (re.compile(r" +(- )?[\w-]+:( |$)"), lambda line: line[1:]),
    "a tab": (re.compile(r"  +(- )?[\w-]+:"), lambda line: f"\t{line[2:]}"),
    "a no-break space before it": (re.compile(r" +(- )?[\w-]+:"), lambda line: f"\u00a0{line[1:]}"),
    "a no-break space after the colon": (re.compile(r" *(- )?[\w-]+: "), lambda line: line.replace(": ", ":\u00a0", 1)),
    "no space after the hyphen": (ENTRY, lambda line: line.replace("- ", "-", 1)),
    "a dash for the hyphen": (ENTRY, lambda line: line.replace("- ", "– ", 1)),
    "no colon": (KEYED, lambda line: line.replace(":", "", 1)),
    "a wide colon": (KEYED, lambda line: line.replace(":", "：", 1)),
    "no closing bracket": (LISTED, lambda line: line[:-1]),
}


@cache
def lines() -> list[tuple[Path, int, str]]:
    """Every line of the words that is no note: its file, its index and its text."""
    return [
        (file, index, line)
        for file in sorted(WORDS.glob("*.yaml"))
        for index, line in enumerate(file.read_text(encoding="utf-8").split("\n"))
        if line.strip() and not line.strip().startswith("#")
    ]


@cache
def lines_for(name: str) -> list[tuple[Path, int, str]]:
    return [each for each in lines() if SLIPS[name][0].match(each[2])]


@pytest.mark.parametrize("name", SLIPS)
@FUZZ
@given(data=st.data())
def test_the_changed_line_is_named(name: str, data: st.DataObject, tmp_path: Path) -> None:
    file, index, line = data.draw(st.sampled_from(lines_for(name)))
    changed = SLIPS[name][1](line)
    text = file.read_text(encoding="utf-8").split("\n")
    (tmp_path / file.name).write_text("\n".join([*text[:index], changed, *text[index + 1 :]]), encoding="utf-8")
    problem = told(tmp_path / file.name)
    assert problem.line == index + 1, (str(problem), changed)
    assert problem.line_text and not problem.what.startswith("invalid YAML")


def told(file: Path) -> Problem:
    with pytest.raises(ContentError) as raised:
        read_yaml(file)
    return raised.value.problems[0]
