"""A toy interaction: a chest of drawers, each of which opens and shows what is in it."""

from collections.abc import Iterator
from pathlib import Path

from miss.checks.rule import Finding, Rule
from miss.loading.walk import ContentPart
from miss.render.slides import slides_of
from miss.schema.content import Content
from miss.schema.interaction import Example, Interaction, Progress
from miss.schema.placed import Placed
from miss.schema.slide import Slide

from .records import Drawer
from .widget import Drawers


def _empty(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, part in readable_parts:
        if isinstance(part, Drawer) and part.inside.text == "Nothing.":
            yield stem, (*path, "inside"), f"drawer '{part.id}' is empty; put something in it"


def _slides(content: Content, placed: Placed) -> Iterator[Slide]:
    for slide in slides_of(content, placed):
        yield slide._replace(title=f"Open: {slide.title}") if slide.kind == "drawer" else slide


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
    slides=_slides,
    rules=[Rule("drawer-full", "Nobody opens an empty one twice.", _empty)],
)
