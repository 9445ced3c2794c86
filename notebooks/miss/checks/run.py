"""Apply rules to a course as far as it can be read, and keep what they find."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..errors import Problem
from ..loading.reading import Reading, read_course
from .registry import EVERY
from .rule import Rule


@dataclass(frozen=True)
class Report:
    """All that was found in one pass, and the rules that could not be tried, with the files that they wait for."""

    problems: list[Problem]
    skipped: list[str]
    unread: list[str]
    read: int

    @property
    def errors(self) -> list[Problem]:
        """What keeps the course from being taught as it stands."""
        return [problem for problem in self.problems if problem.level == "error"]


def check(folder: Path) -> Report:
    """Try every rule on the course in ``folder``; nothing is raised for what is wrong in its files."""
    return judge(read_course(folder), EVERY)


def judge(reading: Reading, rules: Iterable[Rule]) -> Report:
    """Apply rules to what could be read, file by file and line by line in the order of the files."""
    problems, skipped, unread = list(reading.problems), [], set[str]()
    for rule in rules:
        if missing := rule.needs - reading.values.keys():
            skipped.append(rule.name)
            unread |= missing
        else:
            problems += rule.problems(reading)
    order = list(reading.files)
    problems.sort(key=lambda problem: (order.index(problem.file.stem), problem.line))
    return Report(problems, skipped, [reading.files[stem].file.name for stem in order if stem in unread], len(order))
