"""How a report is told: as sentences for a person, as JSON for a program, as annotations for GitHub."""

import json
from collections import Counter
from dataclasses import asdict

from ..errors import Problem, short_name
from .run import Report


def as_text(report: Report) -> str:
    """Tell each problem in a line, its reason in the next; last, which rules were skipped, and all counts."""
    lines = [line for problem in report.problems for line in (str(problem), f"    Why: {problem.why}")]
    if report.skipped:
        waited_for = f"{', '.join(report.unread)} can be read"
        lines.append(f"Rules skipped until {waited_for}: {', '.join(report.skipped)}.")
    return "\n".join([*lines, _count(report)])


def _count(report: Report) -> str:
    counted = Counter(problem.level for problem in report.problems)
    found = [f"{count} {level}{'s' if count > 1 else ''}" for level, count in counted.items()]
    return f"{report.read} files checked: {', '.join(found if report.errors else ['no errors', *found])}."


def as_json(report: Report) -> str:
    """Tell the whole report as one JSON object."""
    problems = [asdict(problem) | {"file": short_name(problem.file)} for problem in report.problems]
    return json.dumps({"problems": problems, "skipped": report.skipped, "unread": report.unread}, indent=2)


def as_github(report: Report) -> str:
    """Tell each problem as a workflow command, which GitHub shows beside the line that it is about.

    Source: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
    """
    return "\n".join(_annotation(problem) for problem in report.problems)


def _annotation(problem: Problem) -> str:
    file, what = short_name(problem.file), f"{problem.what}. {problem.why}"
    place = f"file={_escaped(file, ',:')},line={problem.line},title={problem.rule}"
    return f"::{problem.level} {place}::{_escaped(what)}"


def _escaped(text: str, also: str = "") -> str:
    for letter in "%\r\n" + also:
        text = text.replace(letter, f"%{ord(letter):02X}")
    return text


FORMATS = {"text": as_text, "json": as_json, "github": as_github}
