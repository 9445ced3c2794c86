"""Apply rules to a course, as far as it can be read, and collect the problems."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..errors import Problem
from ..loading.reading import ParsedCourse, read_course
from .registry import all_rules
from .rule import Rule


@dataclass(frozen=True)
class Report:
    """All problems of one pass, the rules that were skipped, the invalid files they need, and the number of files."""

    problems: list[Problem]
    skipped: list[str]
    unread: list[str]
    read: int

    @property
    def errors(self) -> list[Problem]:
        """The problems that must be fixed before the course is taught."""
        return [problem for problem in self.problems if problem.level == "error"]


def check(folder: Path) -> Report:
    """Apply every rule to the course in ``folder``; problems are in the report, not raised."""
    return apply_rules(read_course(folder), all_rules())


def apply_rules(reading: ParsedCourse, rules: Iterable[Rule]) -> Report:
    """Apply rules to a course; the problems are sorted by file and line."""
    problems, skipped, unread = list(reading.problems), [], set[str]()
    for rule in rules:
        if missing := rule.needs(reading) - reading.values.keys():
            skipped.append(rule.name)
            unread |= missing
        else:
            problems += rule.problems(reading)
    order = list(reading.files)
    problems.sort(key=lambda problem: (order.index(problem.file.stem), problem.line))
    return Report(problems, skipped, [reading.files[stem].file.name for stem in order if stem in unread], len(order))
