"""Pictures: each has a known topic, a drawing, and texts for those who cannot see it."""

import math
import re
from collections.abc import Iterator
from pathlib import Path

from ..errors import brief
from ..schema.pictures import Pictures
from ..schema.placed import Records, placed_in
from ..schema.records import Section
from ..schema.reference import Term
from .rule import Finding, Rule, closest, unknown

VIEW_BOX = re.compile(r"""viewBox=["'] *[-\d.]+[ ,]+[-\d.]+[ ,]+([\d.]+)[ ,]+([\d.]+)""")
PART = re.compile(r"""data-(?:part|lies-in)=["']([^"']+)""")


def _unknown_topics_and_drawings(pictures: Pictures, sections: list[Section]) -> Iterator[Finding]:
    drawings = [drawing.id for drawing in pictures.drawings]
    topics = [topic.id for section in sections for topic in section.topics]
    for index, figure in enumerate(pictures.figures):
        for key, name, ids in (("drawing", figure.drawing, drawings), ("topic", figure.topic, topics)):
            if name not in ids:
                yield "pictures", ("figures", index, key), unknown(key, name, ids)


def _missing_drawings(pictures: Pictures, drawings_folder: Path) -> Iterator[Finding]:
    expected = [("drawings", index, drawing.id, "") for index, drawing in enumerate(pictures.drawings)]
    expected += [("marks", index, id, "/marks") for index, id in enumerate(pictures.marks)]
    for key, index, id, folder in expected:
        drawn = [file.stem for file in drawings_folder.glob(f".{folder}/*.svg")]
        if id not in drawn:
            what = f"missing file '{brief(id)}.svg' in assets/illustrations{folder}; {closest(id, drawn)}"
            yield "pictures", (key, index), what


def _unnamed_parts(pictures: Pictures, drawings_folder: Path) -> Iterator[Finding]:
    for index, drawing in enumerate(pictures.drawings):
        file = drawings_folder / f"{drawing.id}.svg"
        drawn = set(PART.findall(file.read_text(encoding="utf-8", errors="replace"))) if file.is_file() else set()
        for part in sorted(drawn - {part.id for part in drawing.parts}):
            what = f"drawing '{drawing.id}': missing name of its part '{part}'; add it under 'parts'"
            yield "pictures", ("drawings", index, "parts"), what


def _unknown_words(pictures: Pictures, glossary: list[Term]) -> Iterator[Finding]:
    ids = [term.id for term in glossary]
    for index, drawing in enumerate(pictures.drawings):
        for p, part in enumerate(drawing.parts):
            if part.word is not None and part.word not in ids:
                what = unknown("word", part.word, ids, "add it to glossary.yaml")
                yield "pictures", ("drawings", index, "parts", p, "word"), what


def _missing_states(pictures: Pictures, sections: list[Section], records: Records) -> Iterator[Finding]:
    """Where pictures follow the selected record, every record of that kind has a state in one of them."""
    for placed in placed_in(sections):
        topic = placed.topic.id
        states = {state.id for figure in pictures.figures if figure.topic == topic for state in figure.states}
        ids = dict.fromkeys(entry.id for entry in placed.main_entries(records))
        for id in [id for id in ids if id not in states] if states & set(ids) else []:
            index = next(i for i, figure in enumerate(pictures.figures) if figure.topic == topic)
            what = f"missing state '{brief(id)}' in the pictures of '{topic}'; add it with its title and text"
            yield "pictures", ("figures", index, "states"), what


def _lenses(pictures: Pictures, drawings_folder: Path) -> Iterator[Finding]:
    """A lens shows what a tag names, and a place in the drawing."""
    for index, figure in enumerate(pictures.figures):
        width, height = size_of(drawings_folder / f"{figure.drawing}.svg")
        for s, state in enumerate(figure.states):
            if state.lens is None:
                continue
            path = ("figures", index, "states", s, "lens")
            x, y, radius = map(int, state.lens.split())
            if state.tag is None:
                yield "pictures", path, f"missing tag of state '{state.id}', whose lens shows it; add 'tag'"
            if not (0 < radius <= x <= width - radius and radius <= y <= height - radius):
                within = f"keep it within {width:g} by {height:g}"
                yield "pictures", path, f"the lens reaches beyond the drawing '{figure.drawing}'; {within}"


def _tags(pictures: Pictures) -> Iterator[Finding]:
    for index, figure in enumerate(pictures.figures):
        for s, state in enumerate(figure.states):
            if state.tag and figure.switch == "drag":
                what = "a figure with 'switch: drag' has no tags; remove this line"
                yield "pictures", ("figures", index, "states", s, "tag"), what


def size_of(file: Path) -> tuple[float, float]:
    """Return the width and height of a drawing; without bounds, if it cannot be read: other rules report that."""
    text = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
    found = VIEW_BOX.search(text)
    return (float(found[1]), float(found[2])) if found else (math.inf, math.inf)


PLACED = Rule("picture-has-place", "It would never be seen.", _unknown_topics_and_drawings)
DRAWN = Rule("picture-is-drawn", "The page cannot be made without it.", _missing_drawings)
NAMED = Rule("picture-has-words", "Who cannot see the picture would not know of it.", _unnamed_parts)
WORDS = Rule("part-has-known-word", "The part would never light up.", _unknown_words)
STATES = Rule("picture-of-each", "One choice would show no picture.", _missing_states, level="warning")
LENSES = Rule("lens-shows-something", "The magnifier would show nothing that is named.", _lenses)
TAGS = Rule("tag-is-shown", "It would not be shown.", _tags)
