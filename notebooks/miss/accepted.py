"""What somebody types in a notebook is accepted, or refused with a sentence that says what would be."""

from collections.abc import Iterable
from typing import Any

from traitlets import TraitError

from .content.problem import brief


class NotAccepted(TraitError, ValueError):
    """What was typed cannot be taken; the message says what can be.

    It is a ``TraitError``, so that a trait keeps the value it had.
    """


def known(name: str, found: Any, accepted: Iterable[str], where: str = "") -> str:
    """Return ``found`` if it is one of those that are accepted.

    Args:
        name: what it is called, such as "condition".
        found: what was typed.
        accepted: the ids that there are.
        where: among what, such as "in this round", if that is less than the course.

    Raises:
        NotAccepted: there is none such.
    """
    there = list(accepted)
    if isinstance(found, str) and found in there:
        return found
    have = f"Accepted: {', '.join(there)}" if there else f"There is none at all{where and f' {where}'}"
    raise NotAccepted(f"There is no {name} '{brief(str(found))}'{where and f' {where}'}. {have}.")


def each_known(name: str, found: Any, accepted: Iterable[str]) -> list[str]:
    """Return the ids found, each once, if all of them are accepted.

    Raises:
        NotAccepted: one of them is not, or this is no list.
    """
    there = list(accepted)
    if not isinstance(found, (list, tuple)):
        raise NotAccepted(f"'{brief(str(found))}' is no list. Accepted: a list of {', '.join(there)}.")
    return list(dict.fromkeys(known(name, id, there) for id in found))


def whole_number(name: str, found: Any, least: int, most: int) -> int:
    """Return ``found`` if it is a whole number in these bounds.

    Raises:
        NotAccepted: it is not; True and 2.0 are none.
    """
    if isinstance(found, int) and not isinstance(found, bool) and least <= found <= most:
        return found
    quoted = ", without quotes" if isinstance(found, str) else ""
    raise NotAccepted(f"There is no {name} {brief(repr(found))}. Accepted: {least} to {most}{quoted}.")
