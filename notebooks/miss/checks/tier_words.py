"""Words of urgency: no sentence names a sign of the table with the words of another tier."""

from collections.abc import Iterator

from ..errors import brief
from ..loading.walk import ContentPart
from ..loading.yaml_tree import Location
from ..schema.records import CourseRecord, Tiers
from ..schema.signs import Sign
from ..schema.text import Explained
from .rule import Finding, Rule
from .sentences import is_question, sentences
from .urgency import NamedBy, named_sign, says

QUOTED = ("facts", "sources", "interface")  # what others say, and what is said of no sign
CLAIMS = ("stem", "thought")  # what a question tells of and what a learner thinks, which may be wrong


def _find(course: CourseRecord, signs: list[Sign], readable_parts: list[ContentPart]) -> Iterator[Finding]:
    wrong = _wrong_answers(readable_parts)
    for stem, path, text in readable_parts:
        if isinstance(text, str) and stem not in QUOTED and (stem, path) not in wrong and not _is_claim(path):
            for sentence in sentences(text):
                said = tiers_said(sentence, course.urgency)
                named = named_sign(sentence, signs) if said else None
                if named and named.sign.urgency not in said:
                    yield stem, path, told_otherwise(named, said)


def _is_claim(path: Location) -> bool:
    """Return whether a text tells what somebody says or thinks."""
    return bool(path) and path[-1] in CLAIMS


def _wrong_answers(parts: list[ContentPart]) -> set[tuple[str, Location]]:
    """Return where the texts of wrong answers stand: they say what is not so."""
    return {
        (stem, (*path, "text"))
        for stem, path, part in parts
        if isinstance(part, Explained) and getattr(part, "right", None) is False
    }


def tiers_said(sentence: str, tiers: Tiers) -> dict[str, str]:
    """Return the tiers that a sentence means, each with the words by which it does; a question means none."""
    if is_question(sentence):
        return {}
    words = {urgency: [words for words in (tier.name, *tier.said) if says(sentence, words)] for urgency, tier in tiers}
    return {urgency: found[0] for urgency, found in words.items() if found}


def told_otherwise(named: NamedBy, said: dict[str, str]) -> str:
    """Return what is wrong with a sign in the words of other tiers."""
    [(urgency, words), *_] = said.items()
    found = f"'{brief(named.words)}' stands with '{brief(words)}', words of '{urgency}'"
    own = f"it is '{named.sign.urgency}' in signs.yaml ({named.sign.id})"
    return f"{found}; {own}: use words of that, or correct it there"


RULE = Rule("sign-told-alike", "Nobody would know how fast to act on this sign.", _find)
