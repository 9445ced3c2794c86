"""Cases: the chart has a row for each value, the paths fit the fork, and each outcome follows from an answer."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from ...checks.rule import Finding, Rule, closest, unknown
from ...errors import brief
from ...loading.walk import ContentPart
from ...loading.yaml_tree import Location
from ...render.figures import FACES
from ...schema.item_kind import item_kind_of
from ...schema.pictures import Pictures
from ...schema.placed import placed_in
from ...schema.records import CourseRecord, Section
from ..questions.records import BaseItem, Step
from .records import Case, Stop

STEP_ORDER = get_args(Step)


def _cases(readable_parts: list[ContentPart]) -> Iterator[tuple[str, Location, Case]]:
    return ((stem, path, part) for stem, path, part in readable_parts if isinstance(part, Case))


def _stops(readable_parts: list[ContentPart]) -> Iterator[tuple[str, Location, Case, Stop]]:
    for stem, path, case in _cases(readable_parts):
        for index, stop in enumerate(case.stops):
            yield stem, (*path, "stops", index), case, stop


def _misnamed_rows(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, case, stop in _stops(readable_parts):
        rows = [row.id for tab in case.tabs for row in tab.rows]
        for index, column in enumerate(stop.columns):
            for id in [id for id in column.values if id not in rows]:
                yield stem, (*path, "columns", index, "values", id), unknown("row", id, rows)
        for index, id in enumerate(stop.brief):
            if id not in rows:
                yield stem, (*path, "brief", index), unknown("row", id, rows)
        items = [item.id for item in stop.items]
        named = [*(("columns", n, each.item) for n, each in enumerate(stop.columns))]
        named += [("written", n, each.item) for n, each in enumerate(stop.written)]
        for name, index, of in named:
            if of is not None and of not in items:
                yield stem, (*path, name, index, "item"), unknown("question", of, items)
        tabs = [tab.id for tab in case.tabs if not tab.rows]
        for index, written in enumerate(stop.written):
            if written.tab not in tabs:
                yield stem, (*path, "written", index, "tab"), unknown("tab without rows", written.tab, tabs)


def _misplaced_paths(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, case, stop in _stops(readable_parts):
        paths = [each.id for each in case.fork.paths] if case.fork else []
        if stop.path is not None and stop.path not in paths:
            what = unknown("path", stop.path, paths) if paths else "there is no fork; add 'fork', or remove this line"
            yield stem, (*path, "path"), what
    for stem, path, case in _cases(readable_parts):
        taken = [stop.path for stop in case.stops]
        if case.fork and taken[0] is not None:
            yield stem, (*path, "stops", 0, "path"), "the story begins on a path; let its first stop belong to all"
        for index, each in enumerate(case.fork.paths if case.fork else []):
            if each.id not in taken:
                what = f"no stop is on the path '{each.id}'; give one 'path: {each.id}', or remove the path"
                yield stem, (*path, "fork", "paths", index), what
        for index in range(1, len(taken)):
            if taken[index] is None and taken[index - 1] is not None:
                yield stem, (*path, "stops", index), "a stop of all paths stands after the fork; give it a 'path'"


def _misnamed_answers(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, _, stop in _stops(readable_parts):
        items = {item.id: item for item in stop.items}
        for index, outcome in enumerate(stop.outcomes):
            place = (*path, "outcomes", index)
            if outcome.item not in items:
                yield stem, (*place, "item"), unknown("question", outcome.item, items)
                continue
            item = items[outcome.item]
            options = [choice.id for choice in item_kind_of(item).choices(item)]
            if outcome.option not in options:
                yield stem, (*place, "option"), unknown("answer", outcome.option, options)
        for index, scene in enumerate(stop.scenes):
            if scene.item not in items:
                yield stem, (*path, "scenes", index, "item"), unknown("question", scene.item, items)


def _unknown_pictures(
    sections: list[Section], pictures: Pictures, readable_parts: list[ContentPart]
) -> Iterator[Finding]:
    topics = {placed.stem: placed.topic.id for placed in placed_in(sections)}
    for stem, path, _, stop in _stops(readable_parts):
        states = [
            state.id for figure in pictures.figures if figure.topic == topics.get(stem) for state in figure.states
        ]
        named = [((*path, "picture"), stop.picture)]
        named += [((*path, "outcomes", n, "picture"), each.picture) for n, each in enumerate(stop.outcomes)]
        named += [((*path, "scenes", n, "picture"), each.picture) for n, each in enumerate(stop.scenes)]
        for place, id in named:
            if states and id not in states:
                yield stem, place, unknown("state of the picture", id, states)


def _unknown_phases(course: CourseRecord, readable_parts: list[ContentPart]) -> Iterator[Finding]:
    phases = [phase.id for phase in course.phases]
    for stem, path, _, stop in _stops(readable_parts):
        if stop.phase is not None and stop.phase not in phases:
            yield stem, (*path, "phase"), unknown("phase", stop.phase, phases)


def _missing_faces(readable_parts: list[ContentPart], drawings_folder: Path) -> Iterator[Finding]:
    drawn = [file.stem for file in drawings_folder.glob(f"{FACES}/*.svg")]
    for stem, path, case in _cases(readable_parts):
        if (face := case.patient.face) not in drawn:
            what = f"missing file '{brief(face)}.svg' in assets/illustrations/{FACES}; {closest(face, drawn)}"
            yield stem, (*path, "patient", "face"), what


def _steps(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, _, stop in _stops(readable_parts):
        reached = 0
        for index, item in enumerate(stop.items):
            place = (*path, "items", index)
            if item.step is None:
                yield stem, place, f"question {item.id} has no step; add 'step: …', one of {', '.join(STEP_ORDER)}"
                continue
            if (at := STEP_ORDER.index(item.step)) < reached:
                yield stem, (*place, "step"), f"question {item.id} goes back to '{item.step}'; move it up in its stop"
            reached = max(reached, at)


def _repeated_questions(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    """A question of a case has an id that no other one of the course has; ``ids-once`` sees each list by itself."""
    asked = [(stem, path, part) for stem, path, part in readable_parts if isinstance(part, BaseItem)]
    in_cases = {stem for stem, _, _ in _cases(readable_parts)}
    seen: dict[str, tuple[str, Location]] = {}
    for stem, path, item in sorted(asked, key=lambda each: each[0] in in_cases):
        other, place = seen.setdefault(item.id, (stem, path))
        if stem in in_cases and (other, place[:-1]) != (stem, path[:-1]):
            where = "another stop" if other == stem else f"{other}.yaml"
            yield stem, (*path, "id"), f"question '{brief(item.id)}' is in {where}, too; give this one another id"


CHART = Rule("case-chart-complete", "What was found would stand nowhere in the chart.", _misnamed_rows)
PATHS = Rule("case-paths-fit", "Part of the story could not be reached.", _misplaced_paths)
OUTCOMES = Rule("outcome-of-answer", "Nobody would see what follows from an answer.", _misnamed_answers)
PICTURES = Rule("case-picture-known", "The picture would not follow the story.", _unknown_pictures)
FACE = Rule("case-face-drawn", "The page cannot be made without it.", _missing_faces)
PHASE = Rule("case-phase-known", "The story would not say where it stands.", _unknown_phases)
STEPS = Rule("case-step-order", "A stop goes along the steps of clinical judgment.", _steps)
IDS = Rule(
    "case-question-once", "The answer to one question would be taken for that to the other.", _repeated_questions
)
