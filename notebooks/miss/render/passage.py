"""A piece of a page that a notebook cell shows."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Passage:
    """HTML for reading, and one stable line for a terminal and for comparing."""

    html: str
    line: str

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.line}

    def __repr__(self) -> str:
        return self.line
