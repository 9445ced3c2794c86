"""Questions: each can be answered right, and its length does not reveal the right answer."""

from collections.abc import Iterator

from ...checks.rule import Finding, Rule
from ...errors import counted
from ...loading.walk import ContentPart
from ...schema.item_kind import Fault, item_kind_of
from .items.choice import ChoiceItem, Option
from .records import BaseItem


def _find(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, item in readable_parts:
        if isinstance(item, BaseItem):
            for inner, what in (*_exhibit_faults(item), *item_kind_of(item).faults(item)):
                yield stem, (*path, *inner), f"question {item.id}: {what}"


def _exhibit_faults(item: BaseItem) -> Iterator[Fault]:
    """Yield a fault for each row of the exhibit that does not have a value for each time."""
    times = item.exhibit.times if item.exhibit else []
    for index, row in enumerate(item.exhibit.rows if item.exhibit else []):
        if len(row.values) != len(times):
            found = f"expected a value for each of {len(times)} times, found {len(row.values)}"
            what = f"{found}; for a missing one, write 'none'"
            yield ("exhibit", "rows", index, "values"), what


def _longest_is_right(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    """Expected by chance: of four options, the right one is the longest in a quarter of the questions."""
    items = [(part, part.value) for part in readable_parts]
    questions = [(part, item) for part, item in items if isinstance(item, ChoiceItem) and _takes_one(item)]
    guessable = [(part, item) for part, item in questions if _longest(item).right]
    chance = sum(1 / len(item.options) for _, item in questions)
    for part, item in guessable if len(guessable) > chance else []:
        what = (
            f"question {item.id}: the right answer is the longest, as in {len(guessable)} of "
            f"{counted(len(questions), 'question')} (expected by chance: {chance:.0f}); "
            "shorten it, or lengthen a wrong answer"
        )
        yield part.stem, (*part.path, "options"), what


def _takes_one(item: BaseItem) -> bool:
    fields = item_kind_of(item).fields(item)
    return len(fields) == 1 and fields[0].most == 1


def _longest(item: ChoiceItem) -> Option:
    return max(item.options, key=lambda option: len(option.text))


ANSWERABLE = Rule("question-has-answer", "A question that nobody can get right teaches that trying is no use.", _find)
LENGTHS = Rule("answer-lengths", "Who always picks the longest answer would pass.", _longest_is_right, level="warning")
