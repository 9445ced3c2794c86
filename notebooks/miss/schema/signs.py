"""Signs: what to watch for. One table holds them all (signs.yaml); every other record names a sign by its id."""

from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from .review_fields import LEFT_OUT
from .text import Identified, Identifier, Statement, Text, Urgency


class Sign(Identified, Statement):
    """Something to watch for, and how fast it must be passed on."""

    id: Identifier
    """What other files name it by."""
    urgency: Urgency
    """How fast to pass it on: emergency, report or record; course.yaml says what each means."""
    whom: Text | None = None
    """Whom to tell besides those that its urgency names; left out where there is nobody else."""
    meanwhile: Text | None = None
    """What to do meanwhile besides what its urgency says; left out where there is nothing else."""
    words: Annotated[list[Text], LEFT_OUT] = []
    """Words by which any text of the course names this sign, as in stiff neck; a + b = both in one sentence."""


def _named(value: Any, info: ValidationInfo) -> Sign:
    """Return the sign of an id; while the table cannot be read, every id stands for a sign."""
    if isinstance(value, Sign):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("sign_in_place", "no id")
    known: dict[str, Sign] | None = (info.context or {}).get("signs")
    if known is None:
        return Sign.model_construct(id=value, text=value, urgency="record")
    if value not in known:
        raise PydanticCustomError("unknown_sign", "unknown sign", {"accepted": list(known)})
    return known[value]


NamedSign = Annotated[
    Sign,
    BeforeValidator(_named),
    PlainSerializer(lambda sign: sign.id, return_type=str),
    WithJsonSchema({"type": "string", "description": "A sign, by its id in signs.yaml."}),
]
