"""Questions: a round of them from a pool, each answered with its reasons."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ...schema.interaction import Example, Interaction, Progress
from ...schema.item_kind import item_files, item_type
from . import items as items  # registers the kinds of questions
from .answers import answered
from .checks import ANSWERABLE
from .draw import first_round
from .flaws import CAREFUL, LENGTHS, SHARES
from .records import BaseItem
from .screen import screen_values
from .sheets import answer_values, exercise_values
from .slides import slides
from .widget import KnowledgeCheck

GIVEN = Path(__file__).parent / "given"
ITEMS = Path(__file__).parent / "items"


def file_type() -> Any:
    """Return the type of a file of questions of any kind."""
    item: Any = item_type()
    return list[item]


def part_files(name: str) -> list[Path]:
    """Return the files of this name of the check between topics, of all questions, and of their kinds."""
    return [ITEMS / name, GIVEN / name, *item_files(name)]


def progress(items: list[BaseItem], state: Mapping[str, Any]) -> Progress:
    """Return how much of the round has been done; before one begins, of the one that the page offers."""
    drawn, answers = state.get("drawn") or first_round(items), state.get("answers", {})
    return answered((item for item in items if item.id in drawn), answers)


QUESTIONS = Interaction(
    kind="questions",
    folder=Path(__file__).parent,
    tag="knowledge-check",
    file="quiz",
    model=file_type,
    parameter="round",
    values=screen_values,
    widget=KnowledgeCheck,
    example=Example("check", "list({name}.pool)"),
    parts=part_files,
    beside=True,
    tests=True,
    comes_back=True,
    initial=lambda items: {"drawn": list(items)},
    progress=progress,
    slides=slides,
    polls=lambda items: items,
    sheets={"exercises": exercise_values, "answers": answer_values},
    rules=[ANSWERABLE],
    advice=[LENGTHS, CAREFUL, SHARES],
)
