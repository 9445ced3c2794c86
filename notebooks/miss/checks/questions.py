"""Questions: one right option where one is asked for; a right and a wrong one at least where several are."""

from collections.abc import Iterator

from ..content.quiz import Item, OrderItem
from ..content.yaml_tree import Location
from .rule import Finding, Rule


def _find(quiz: list[Item]) -> Iterator[Finding]:
    for index, item in enumerate(quiz):
        if isinstance(item, OrderItem):
            continue
        right = sum(option.right for option in item.options)
        path: Location = (index, "options")
        if right == 0:
            yield "quiz", path, f"question {item.id} has no right answer; mark one with 'right: true'"
        elif item.kind != "several" and right > 1:
            what = f"question {item.id} has {right} right answers; keep one, or make it 'kind: several'"
            yield "quiz", path, what
        elif right == len(item.options):
            yield "quiz", path, f"question {item.id} has no wrong answer; mark at least one with 'right: false'"


RULE = Rule("question-has-answer", "A question that nobody can get right teaches that trying is no use.", _find)
