"""The HTML fragment that one notebook cell displays."""

from dataclasses import dataclass
from typing import Any

from .output import to_output


@dataclass(frozen=True)
class Fragment:
    """HTML for the page, and a stable one-line summary for terminals and for comparing outputs."""

    html: str
    summary: str

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/html": to_output(self.html), "text/plain": self.summary}

    def __repr__(self) -> str:
        return self.summary
