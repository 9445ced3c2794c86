"""The sort: one sign of each risk, to be put to the tier that says how fast it is passed on."""

from collections.abc import Iterator, Sequence
from typing import Any

from ...checks import urgency
from ...checks.rule import Finding, Rule
from ...errors import counted
from ...loading.walk import ContentPart
from ...render.tiers import TIERS
from ...schema.content import Content
from ...schema.records import CourseRecord
from ...schema.text import Sign, plain
from .records import Risk


def sort_values(_content: Content, risks: Sequence[Risk]) -> dict[str, Any]:
    """Return what the template needs of the sort: each risk with its sign."""
    return {"to_sort": [(risk, sign_to_sort(risk, risks)) for risk in risks]}


def sign_to_sort(risk: Risk, risks: Sequence[Risk]) -> Sign:
    """Return the sign that the record names; else the first of the most urgent ones that no other risk has."""
    if risk.sorted_sign:
        return risk.sorted_sign
    shared = {plain(sign.text) for other in risks if other.id != risk.id for sign in other.signs}
    own = [sign for sign in risk.signs if plain(sign.text) not in shared] or risk.signs
    return min(own, key=lambda sign: TIERS.index(sign.urgency))


def _missing_signs(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, risk in readable_parts:
        if isinstance(risk, Risk) and risk.sort and risk.sort.sign > len(risk.signs):
            what = f"no sign {risk.sort.sign}: this risk has {counted(len(risk.signs), 'sign')}; correct the number"
            yield stem, (*path, "sort", "sign"), what


SORTABLE = Rule("sorted-sign-exists", "There would be nothing to sort.", _missing_signs)


def _other_urgency(course: CourseRecord, readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, risk in readable_parts:
        if isinstance(risk, Risk) and risk.sort and risk.sort.text and risk.sorted_sign:
            shown = ContentPart(stem, (*path, "sort"), risk.sorted_sign)
            for _, _, what in urgency.RULE.find(course, [shown]):
                yield stem, (*path, "sort", "text"), what


SAME_URGENCY = Rule("sorted-sign-urgency", "It would be sorted to the tier of another sign.", _other_urgency)
