"""A comparison shows one figure of its topic: the one that wipes between two states."""

from collections.abc import Iterator
from itertools import pairwise

from ...checks.rule import Finding, Rule
from ...errors import brief
from ...schema.pictures import Pictures
from ...schema.placed import placed_in
from ...schema.records import Section

KIND = "comparison"
SWITCH = "drag"


def _find(pictures: Pictures, sections: list[Section]) -> Iterator[Finding]:
    compared = [placed.topic.id for placed in placed_in(sections) if placed.interaction.kind == KIND]
    wiped = [(index, figure) for index, figure in enumerate(pictures.figures) if figure.switch == SWITCH]
    for index, figure in wiped:
        if figure.topic not in compared:
            what = f"topic '{brief(figure.topic)}' has no comparison; add 'interaction: {{kind: {KIND}}}' to it"
            yield "pictures", ("figures", index, "switch"), what
    for s, section in enumerate(sections):
        for t, topic in enumerate(section.topics):
            count = sum(figure.topic == topic.id for _, figure in wiped)
            if topic.id in compared and count != 1:
                what = f"expected one figure with 'switch: {SWITCH}' at topic '{topic.id}', found {count}"
                yield "sections", (s, "topics", t, "interaction"), f"{what}; correct it in pictures.yaml"


def _find_bars(pictures: Pictures) -> Iterator[Finding]:
    for index, figure in enumerate(pictures.figures):
        for s, state in enumerate(figure.states):
            if state.bar is not None and figure.switch != SWITCH:
                what = f"only a figure with 'switch: {SWITCH}' has bars; remove this line"
                yield "pictures", ("figures", index, "states", s, "bar"), what


def _find_depths(pictures: Pictures) -> Iterator[Finding]:
    for index, figure in enumerate(pictures.figures):
        path = ("figures", index, "depths")
        depths = [depth.depth for depth in figure.depths]
        if depths and figure.switch != SWITCH:
            yield "pictures", path, f"only a figure with 'switch: {SWITCH}' has depths; remove these lines"
        elif depths and any(state.depth not in depths for state in figure.states):
            what = "no entry has the 'depth' of the states, where both start; add one, or correct the states"
            yield "pictures", path, what
        for d, (before, depth) in enumerate(pairwise(depths), 1):
            if depth <= before:
                what = f"expected more than {before:g}, the depth before this one, found {depth:g}"
                yield "pictures", (*path, d, "depth"), what


BARS = Rule("bar-is-shown", "It would not be shown.", _find_bars)
DEPTHS = Rule("depths-lead-somewhere", "There would be no way from one to the next.", _find_depths)
FIGURE = Rule("comparison-has-figure", "There would be nothing to compare.", _find)
