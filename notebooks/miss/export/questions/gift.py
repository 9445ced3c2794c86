"""The questions as GIFT, the text format that Moodle and other learning systems import.

See https://docs.moodle.org/en/GIFT_format, and Moodle's question/format/gift/format.php. GIFT scores one field at a
time, so that a question with several fields is as many questions there; a comment says where that scores otherwise.
"""

import re
from collections.abc import Iterator
from html import escape
from itertools import chain
from textwrap import shorten
from typing import Any, NamedTuple

from markupsafe import Markup

from ...interactions.questions.exercises import Choice, Exercise, Part
from ...schema.item_kind import Field, ItemKind, item_kind_of
from ...schema.records import Objective
from ...schema.text import plain
from .gift_scoring import notes_on_scoring, rule_of, share
from .pool import Pool, tags, title

CONTROL = re.compile(r"[~=#{}:\\]")
LONGEST_CATEGORY = 200  # Moodle keeps 255 characters
CLASS = re.compile(r' class="([\w-]+)[^"]*"')
# A learning system has its own style sheets: these are attributes for what would not be seen without ours.
SHOWN = {
    "exhibit": ' border="1" cellpadding="6"',
    "blank": ' style="border-bottom: 1px solid; padding: 0 2em"',
    "token": ' style="border-bottom: 1px dotted"',
}


class Asked(NamedTuple):
    """One question in GIFT: a field of one of the course's questions, with its number if there are several."""

    exercise: Exercise
    part: Part
    field: Field
    number: int

    @property
    def kind(self) -> ItemKind[Any]:
        """The kind of the question."""
        return item_kind_of(self.exercise.item)

    @property
    def self_scored(self) -> bool:
        """Whether nobody but the learner can say what the answer is worth."""
        return self.kind.self_scored

    @property
    def id(self) -> str:
        """Its id, which stays from one export to the next."""
        return f"{self.exercise.item.id}.{self.number}" if self.number else self.exercise.item.id


def as_gift(pool: Pool) -> str:
    """Return all questions, in a category for each objective."""
    blocks = chain.from_iterable(_category(pool, objective) for objective in pool.content.course.objectives)
    return "\n\n".join(blocks) + "\n"


def _category(pool: Pool, objective: Objective) -> Iterator[str]:
    exercises = [exercise for exercise in pool.exercises if exercise.item.objective == objective.id]
    if exercises:
        path = (pool.content.course.title, shorten(f"{objective.id} {plain(objective.text)}", LONGEST_CATEGORY))
        yield f"$CATEGORY: {'/'.join(name.replace('/', '//') for name in path)}"
    for asked in chain.from_iterable(map(_fields, exercises)):
        yield _question(pool, asked)


def _fields(exercise: Exercise) -> list[Asked]:
    """Return the fields of a question, numbered if there are several."""
    fields = item_kind_of(exercise.item).fields(exercise.item)
    if len(fields) == 1:
        return [Asked(exercise, exercise.parts[0], fields[0], 0)]
    parts = enumerate(zip(exercise.parts, fields, strict=True), 1)
    return [Asked(exercise, part, field, number) for number, (part, field) in parts]


def _question(pool: Pool, asked: Asked) -> str:
    notes = [] if asked.self_scored else notes_on_scoring(pool.content, asked.exercise.item)
    values = {
        "part": asked.part,
        "field": asked.field,
        "ordered": asked.kind.ordered,
        "self_scored": asked.self_scored,
        "same_rule": not notes and not asked.number,
    }
    name, text, feedback = (
        pool.render(f"gift_{each}.html", asked.exercise, **values) for each in ("name", "text", "feedback")
    )
    listed = title(asked.id, Markup(name).striptags().removeprefix(f"{asked.number}. "))  # noqa: S704 - from a template
    about = " ".join([f"[id:{asked.id}]", *(f"[tag:{tag}]" for tag in tags(asked.exercise))])
    comments = [f"// {each}" for each in (about, *notes)]
    return "\n".join(
        [*comments, f"::{_escaped(listed)}::[html]{_bare(text)} {{", *_answers(asked), f"####{_bare(feedback)}", "}"]
    )


def _answers(asked: Asked) -> list[str]:
    if asked.self_scored:
        return []
    if asked.kind.ordered:
        return [f"={_html(choice.text)} -> {choice.mark}" for choice in asked.part.choices]
    return [f"{_sign(asked, choice)}{_html(choice.text)}#{_html(choice.why)}" for choice in asked.part.choices]


def _sign(asked: Asked, choice: Choice) -> str:
    """Return what stands in front of an option: whether it is right, or how much of the points it gives or takes."""
    if asked.field.most == 1:
        return "=" if choice.mark else "~"
    if choice.mark:
        return f"~%{share(len(asked.part.answer))}%"
    return "~" if rule_of(asked.exercise.item) == "each_right" else f"~%-{share(len(asked.part.answer))}%"


def _bare(html: str) -> str:
    """Return HTML for a page without our style sheets, on one line."""
    return _escaped(CLASS.sub(lambda match: SHOWN.get(match[1], ""), html))


def _html(text: str) -> str:
    """Return a text as HTML; one that begins with a weight or with a format of GIFT would be taken for that."""
    html = escape(plain(text), quote=False)
    return _escaped(f"&#{ord(html[0])};{html[1:]}" if html[:1] in ("%", "[") else html)


def _escaped(text: str) -> str:
    return CONTROL.sub(r"\\\g<0>", " ".join(text.split()))
