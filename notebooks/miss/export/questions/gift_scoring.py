"""How GIFT scores a question, and where that differs from the course.

Moodle accepts shares of a hundred from a fixed list, with five decimals; it has those of up to ten equal parts.
"""

from typing import Any

from ...schema.content import Content
from ...schema.item_kind import item_kind_of
from ...schema.scoring import Rule
from ...schema.word import fill


def share(parts: int) -> str:
    """Return the share of one of some equal parts, in percent.

    >>> share(7), share(4)
    ('14.28571', '25')
    """
    return f"{100 / parts:.5f}".rstrip("0").rstrip(".")


def rule_of(item: Any) -> Rule:
    """Return the rule by which a question is scored in the course."""
    kind = item_kind_of(item)
    return kind.rule(item) if kind.rule else "all_or_nothing"


def notes_on_scoring(content: Content, item: Any) -> list[str]:
    """Return a sentence for each way in which GIFT scores a question otherwise than the course."""
    words, rule, fields = content.interface.questions, rule_of(item), item_kind_of(item).fields(item)
    several = [field for field in fields if field.most > 1]
    if rule == "all_or_nothing" and (several or len(fields) > 1):
        return [str(words.scored_as_whole)]
    if rule == "right_minus_wrong" and not _scored_by_field(item):
        return [str(words.scored_over_parts)]
    limits = {field.most for field in several if rule == "each_right" and field.most < len(field.choices)}
    return [fill(words.no_limit, content.course.language, {"count": limit}) for limit in sorted(limits)]


def _scored_by_field(item: Any) -> bool:
    kind = item_kind_of(item)
    fields = [field.choices for field in kind.fields(item)]
    groups = kind.groups(item) if kind.groups else [kind.choices(item)]
    return {_ids(each) for each in groups} == {_ids(each) for each in fields}


def _ids(choices: Any) -> frozenset[str]:
    return frozenset(choice.id for choice in choices)
