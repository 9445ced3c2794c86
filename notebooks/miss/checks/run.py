"""Apply rules to a course as far as it can be read, and keep what they find."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..content.load import Reading, read_course
from ..content.problem import Problem
from .registry import EVERY
from .rule import Rule


@dataclass(frozen=True)
class Report:
    """All that was found in one pass, and the rules that could not be tried on files that cannot be read."""

    problems: list[Problem]
    skipped: list[str]
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
    problems, skipped = list(reading.problems), []
    for rule in rules:
        if all(stem in reading.sound for stem in rule.needs):
            problems += _applied(rule, reading)
        else:
            skipped.append(rule.name)
    order = list(reading.files)
    return Report(
        sorted(problems, key=lambda problem: (order.index(problem.file.stem), problem.line)), skipped, len(order)
    )


def _applied(rule: Rule, reading: Reading) -> list[Problem]:
    return [
        reading.files[stem].problem(path, what, why=rule.why, rule=rule.name, level=rule.level)
        for stem, path, what in rule.find(reading.content)
    ]
