"""Formats of a report: text for people, JSON for programs, annotations for GitHub."""

import json
from collections import Counter
from dataclasses import asdict

from ..errors import Problem, counted, short_name
from .run import Report


def as_text(report: Report) -> str:
    """Return each problem in a line and its reason in the next; then the skipped rules, and the counts."""
    lines = [line for problem in report.problems for line in (str(problem), f"    Why: {problem.why}")]
    if report.skipped:
        condition = f"{', '.join(report.unread)} can be read"
        lines.append(f"Rules skipped until {condition}: {', '.join(report.skipped)}.")
    return "\n".join([*lines, _count(report)])


def _count(report: Report) -> str:
    levels = Counter(problem.level for problem in report.problems)
    counts = [counted(count, level) for level, count in levels.items()]
    return f"{counted(report.read, 'file')} checked: {', '.join(counts if report.errors else ['no errors', *counts])}."


def as_json(report: Report) -> str:
    """Return the report as one JSON object."""
    problems = [asdict(problem) | {"file": short_name(problem.file)} for problem in report.problems]
    return json.dumps({"problems": problems, "skipped": report.skipped, "unread": report.unread}, indent=2)


def as_github(report: Report) -> str:
    """Return each problem as a workflow command; GitHub shows it at the line of the problem.

    Source: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
    """
    return "\n".join(_annotation(problem) for problem in report.problems)


def _annotation(problem: Problem) -> str:
    file, what = short_name(problem.file), f"{problem.what}. {problem.why}"
    parameters = f"file={_escape(file, ',:')},line={problem.line},title={problem.rule}"
    return f"::{problem.level} {parameters}::{_escape(what)}"


def _escape(text: str, extra: str = "") -> str:
    for char in "%\r\n" + extra:
        text = text.replace(char, f"%{ord(char):02X}")
    return text


FORMATS = {"text": as_text, "json": as_json, "github": as_github}
