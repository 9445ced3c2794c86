"""A toy interaction: a chest of drawers, each of which opens and shows what is in it."""

from collections.abc import Iterator
from pathlib import Path

from miss.checks.rule import Finding, Rule
from miss.loading.walk import ContentPart
from miss.schema.entry import Entry
from miss.schema.interaction import Example, Interaction, Progress
from miss.schema.placed import Placed
from miss.schema.slide import Slide

from .records import Drawer
from .widget import Drawers


def _empty(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, part in readable_parts:
        if isinstance(part, Drawer) and part.inside.text == "Nothing.":
            yield stem, (*path, "inside"), f"drawer '{part.id}' is empty; put something in it"


def _slides(placed: Placed, kind: str, entry: Entry) -> Iterator[Slide]:
    shown = placed.entry_selector(entry.id)
    yield Slide("", f"Open: {entry.name}", [shown], query=f"{kind}={entry.id}")


DRAWERS = Interaction(
    kind="drawers",
    folder=Path(__file__).parent,
    tag="toy-drawers",
    file="drawers",
    model=lambda: list[Drawer],
    parameter="drawer",
    entries={"drawer": lambda drawers: drawers},
    widget=Drawers,
    example=Example("chest", "{name}.ids"),
    progress=lambda drawers, state: Progress(len(state.get("opened", ())), len(drawers)),
    entry_slides=_slides,
    rules=[Rule("drawer-full", "Nobody opens an empty one twice.", _empty)],
)
