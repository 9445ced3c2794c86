"""Validate values from a notebook: return the value, or raise an error that lists the accepted ones."""

from collections.abc import Iterable
from typing import Any

from .errors import InvalidValue, brief


def require_choice(name: str, value: Any, accepted: Iterable[str], where: str = "") -> str:
    """Return ``value`` if it is accepted.

    Args:
        name: what the value is, such as "condition".
        value: the value.
        accepted: the accepted ids.
        where: the scope of these ids, such as "in this round", if it is not the whole course.

    Raises:
        InvalidValue: it is not.
    """
    ids = list(accepted)
    if isinstance(value, str) and value in ids:
        return value
    hint = f"Accepted: {', '.join(ids)}" if ids else f"There is none at all{where and f' {where}'}"
    raise InvalidValue(f"There is no {name} '{brief(str(value))}'{where and f' {where}'}. {hint}.")


def require_choices(name: str, values: Any, accepted: Iterable[str]) -> list[str]:
    """Return the values without duplicates if all of them are accepted.

    Raises:
        InvalidValue: one of them is not, or ``values`` is not a list.
    """
    ids = list(accepted)
    if not isinstance(values, (list, tuple)):
        raise InvalidValue(f"'{brief(str(values))}' is no list. Accepted: a list of {', '.join(ids)}.")
    return list(dict.fromkeys(require_choice(name, value, ids) for value in values))


def require_int(name: str, value: Any, minimum: int, maximum: int) -> int:
    """Return ``value`` if it is a whole number from ``minimum`` to ``maximum``.

    Raises:
        InvalidValue: it is not; True and 2.0 are not accepted.
    """
    if isinstance(value, int) and not isinstance(value, bool) and minimum <= value <= maximum:
        return value
    quoted = ", without quotes" if isinstance(value, str) else ""
    raise InvalidValue(f"There is no {name} {brief(repr(value))}. Accepted: {minimum} to {maximum}{quoted}.")
