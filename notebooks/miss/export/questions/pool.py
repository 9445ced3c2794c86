"""The questions of a course, with what their templates need."""

from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from textwrap import shorten
from typing import Any

from ...interactions.questions import QUESTIONS
from ...interactions.questions.exercises import Exercise, build_exercises
from ...interactions.questions.screen import reading_links
from ...render.environment import render
from ...render.links import Link
from ...schema.content import Content
from ...schema.text import plain

LONGEST = 90  # characters of a question in a list


@dataclass(frozen=True)
class Pool:
    """All questions that a course may draw; ``address`` is the URL of the course, if it is known."""

    content: Content
    address: str | None = None

    @cached_property
    def exercises(self) -> list[Exercise]:
        """The questions with their choices, in the order of the exercise sheet."""
        return build_exercises(chain(*self.content.records_of(QUESTIONS)))

    @cached_property
    def links(self) -> dict[str, Link]:
        """Where each question is read again, by its id."""
        return reading_links(self.content, (exercise.item for exercise in self.exercises))

    def render(self, template: str, exercise: Exercise, **values: Any) -> str:
        """Render a template of the questions for one of them."""
        shared = {"exercise": exercise, "item": exercise.item, "links": self.links, "address": self.address}
        return render(self.content, f"{QUESTIONS.kind}/{template}", **shared, **values)


def title(id: str, text: str) -> str:
    """Return what a question is listed as: its id, which stays, and the beginning of its words."""
    return f"{id} · {shorten(plain(text), LONGEST, placeholder=' …')}"


def tags(exercise: Exercise) -> list[str]:
    """Return what a question can be found by: its objective, its section, whether it is a red flag, its step."""
    item = exercise.item
    return [item.objective, item.read.section, *(["red-flag"] if item.red_flag else []), *filter(None, [item.step])]
