"""Items: what those of every kind have."""

from typing import Annotated

from pydantic import Field

from ...schema.records import Testing
from ...schema.text import Citing, Identified, Text


class BaseItem(Identified, Citing, Testing):
    """What the items of every kind have."""

    id: Annotated[str, Field(pattern=r"^q[0-9]{2,3}$")]
    """q and two or three digits."""
    stem: Text
    """The question."""
    kind: str
    """The kind of question; the model of each kind names its own."""
