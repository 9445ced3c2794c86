"""The sort: one sign of each risk, to be put to the tier that says how fast it is passed on."""

from collections.abc import Iterator, Sequence
from typing import Any

from ...checks import urgency
from ...checks.rule import Finding, Rule, closest
from ...errors import brief
from ...loading.walk import ContentPart
from ...schema.content import Content
from ...schema.signs import Sign
from ...schema.text import TIERS
from .records import Risk


def sort_values(_content: Content, risks: Sequence[Risk]) -> dict[str, Any]:
    """Return what the template needs of the sort: each risk with its sign."""
    return {"to_sort": [(risk, sign_to_sort(risk, risks)) for risk in risks]}


def sign_to_sort(risk: Risk, risks: Sequence[Risk]) -> Sign:
    """Return the sign that the record names; else the first of the most urgent ones that no other risk has."""
    if risk.sorted_sign:
        return risk.sorted_sign
    shared = {sign.id for other in risks if other.id != risk.id for sign in other.signs}
    own = [sign for sign in risk.signs if sign.id not in shared] or risk.signs
    return min(own, key=lambda sign: TIERS.index(sign.urgency))


def _missing_signs(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, risk in readable_parts:
        if isinstance(risk, Risk) and risk.sort and not risk.sorted_sign:
            cure = closest(risk.sort.sign, [sign.id for sign in risk.signs], "add it to the signs of this risk")
            yield stem, (*path, "sort", "sign"), f"unknown sign '{brief(risk.sort.sign)}' of this risk; {cure}"


SORTABLE = Rule("sorted-sign-exists", "There would be nothing to sort.", _missing_signs)


def _other_urgency(signs: list[Sign], readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, risk in readable_parts:
        if isinstance(risk, Risk) and risk.sort and risk.sort.text and risk.sorted_sign:
            shown = ContentPart(stem, (*path, "sort"), risk.sorted_sign)
            for _, _, what in urgency.RULE.find(signs, [shown]):
                yield stem, (*path, "sort", "text"), what


SAME_URGENCY = Rule("sorted-sign-urgency", "It would be sorted to the tier of another sign.", _other_urgency)
