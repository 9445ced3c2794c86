"""Check a value that somebody typed in a notebook: return it, or say what would be accepted."""

from collections.abc import Iterable
from typing import Any

from .errors import InvalidValue, brief


def require_choice(name: str, found: Any, accepted: Iterable[str], where: str = "") -> str:
    """Return ``found`` if it is one of those that are accepted.

    Args:
        name: what it is called, such as "condition".
        found: what was typed.
        accepted: the ids that there are.
        where: among what, such as "in this round", if that is less than the course.

    Raises:
        InvalidValue: there is none such.
    """
    there = list(accepted)
    if isinstance(found, str) and found in there:
        return found
    have = f"Accepted: {', '.join(there)}" if there else f"There is none at all{where and f' {where}'}"
    raise InvalidValue(f"There is no {name} '{brief(str(found))}'{where and f' {where}'}. {have}.")


def require_choices(name: str, found: Any, accepted: Iterable[str]) -> list[str]:
    """Return the ids found, each once, if all of them are accepted.

    Raises:
        InvalidValue: one of them is not, or this is no list.
    """
    there = list(accepted)
    if not isinstance(found, (list, tuple)):
        raise InvalidValue(f"'{brief(str(found))}' is no list. Accepted: a list of {', '.join(there)}.")
    return list(dict.fromkeys(require_choice(name, id, there) for id in found))


def require_int(name: str, found: Any, least: int, most: int) -> int:
    """Return ``found`` if it is a whole number in these bounds.

    Raises:
        InvalidValue: it is not; True and 2.0 are none.
    """
    if isinstance(found, int) and not isinstance(found, bool) and least <= found <= most:
        return found
    quoted = ", without quotes" if isinstance(found, str) else ""
    raise InvalidValue(f"There is no {name} {brief(repr(found))}. Accepted: {least} to {most}{quoted}.")
