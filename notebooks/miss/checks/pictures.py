"""Pictures: each has its place, its drawing and its words, for those who cannot see it."""

import re
from collections.abc import Iterator

from ..content.load import FILES, Content
from ..errors import brief
from .rule import Finding, Rule, closest

PART = re.compile(r'data-part="([^"]+)"')


def _no_place(content: Content) -> Iterator[Finding]:
    known = {
        "drawing": [drawing.id for drawing in content.pictures.drawings],
        "topic": [topic.id for section in content.sections for topic in section.topics],
    }
    for index, figure in enumerate(content.pictures.figures):
        for key, ids in known.items():
            if (name := getattr(figure, key)) not in ids:
                yield "pictures", ("figures", index, key), f"there is no {key} '{brief(name)}'; {closest(name, ids)}"


def _no_drawing(content: Content) -> Iterator[Finding]:
    ids = [drawing.id for drawing in content.pictures.drawings]
    named = [("drawings", id, "", "assets/illustrations") for id in ids]
    named += [("marks", id, "marks/", "assets/illustrations/marks") for id in content.pictures.marks]
    for key, id, folder, place in named:
        if not (content.drawings / f"{folder}{id}.svg").is_file():
            index = (ids if key == "drawings" else content.pictures.marks).index(id)
            yield (
                "pictures",
                (key, index),
                f"there is no file '{brief(id)}.svg' in {place}; {_closest_file(content, id, folder)}",
            )


def _closest_file(content: Content, id: str, folder: str) -> str:
    return closest(id, [file.stem for file in (content.drawings / folder).glob("*.svg")])


def _no_words(content: Content) -> Iterator[Finding]:
    for index, drawing in enumerate(content.pictures.drawings):
        file = content.drawings / f"{drawing.id}.svg"
        drawn = set(PART.findall(file.read_text(encoding="utf-8"))) if file.is_file() else set()
        for part in sorted(drawn - {part.id for part in drawing.parts}):
            what = f"the drawing '{drawing.id}' has a part '{part}' without a name; add it under 'parts'"
            yield "pictures", ("drawings", index, "parts"), what


def _record_without_state(content: Content) -> Iterator[Finding]:
    """Where pictures follow the record that is chosen, every record of that kind has its state in one of them."""
    for topic in {figure.topic: None for figure in content.pictures.figures if figure.topic in FILES}:
        states = {state.id for figure in content.figures(topic) for state in figure.states}
        records = getattr(content, topic)
        ids = {record.id: None for record in getattr(records, "steps", records) or []}
        for id in [id for id in ids if id not in states] if states & set(ids) else []:
            index = next(i for i, figure in enumerate(content.pictures.figures) if figure.topic == topic)
            what = f"no picture at '{topic}' has a state '{brief(id)}'; add one with its title and text"
            yield "pictures", ("figures", index, "states"), what


PLACED = Rule("picture-has-place", "It would never be seen.", _no_place, ("pictures", "sections"))
DRAWN = Rule("picture-is-drawn", "The page cannot be made without it.", _no_drawing, ("pictures",))
NAMED = Rule("picture-has-words", "Who cannot see the picture would not know of it.", _no_words, ("pictures",))
STATES = Rule(
    "picture-of-each", "One choice would show no picture.", _record_without_state, ("pictures",), level="warning"
)
