"""Questions: exactly one right option for single choice; at least one right and one wrong for multiple choice."""

from collections.abc import Iterator

from ..schema.quiz import Item, OrderItem, SeveralItem
from .rule import Finding, Rule


def _find(quiz: list[Item]) -> Iterator[Finding]:
    for index, item in enumerate(quiz):
        if isinstance(item, OrderItem):
            continue
        right = sum(option.right for option in item.options)
        minimum = "at least one" if isinstance(item, SeveralItem) else "one"
        if right == 0:
            what = f"expected {minimum} right answer, found none; mark one with 'right: true'"
        elif right > 1 and not isinstance(item, SeveralItem):
            what = f"expected one right answer, found {right}; keep one, or change the question to 'kind: several'"
        elif right == len(item.options):
            what = "expected at least one wrong answer, found none; mark one with 'right: false'"
        else:
            continue
        yield "quiz", (index, "options"), f"question {item.id}: {what}"


RULE = Rule("question-has-answer", "A question that nobody can get right teaches that trying is no use.", _find)
