"""One picture of the results: bars on a logarithmic scale, drawn by pygal."""

import math
import xml.etree.ElementTree as ET
from pathlib import Path

import pygal
from pygal.etree import etree

from .results import NAMES, Results, percentile

STYLE = Path(__file__).with_name("chart.css")
COLORS = {"ours": "course", "static": "course", "stock": "stock", "preheated": "stock", "bare": "bare"}
WIDTH, MARGIN, HEAD, ROW, FOOT = 760, 20, 80, 30, 40  # in pixels; a panel has a head and its rows


def duration(ms: float) -> str:
    """Write milliseconds as a reader says them."""
    return f"{ms / 1000:.3g} s" if ms >= 1000 else f"{ms:.0f} ms"


def panel(title: str, found: dict[str, float]) -> ET.Element:
    """Draw one group of bars, in milliseconds."""
    first, last = math.floor(math.log10(min(found.values()) * 0.8)), math.ceil(math.log10(max(found.values())))
    ticks = [10**power for power in range(first, last + 1)]
    rows = list(found.items())[::-1]  # pygal begins at the bottom
    etree.to_etree()  # not lxml's, which pygal prefers where it is installed
    drawn = pygal.HorizontalBar(
        logarithmic=True, zero=ticks[0], range=(ticks[0], ticks[-1]), formatter=duration, print_values=True,
        print_values_position="top", rounded_bars=4, show_legend=False, title=title,
        width=WIDTH - 2 * MARGIN, height=HEAD + ROW * len(rows), margin_left=2 * MARGIN, margin_right=4 * MARGIN,
    )  # fmt: skip
    drawn.x_labels = [NAMES[name] for name, _ in rows]
    drawn.y_labels = [{"value": tick, "label": duration(tick)} for tick in ticks]
    drawn.add("", [{"value": value, "style": f"fill: var(--{COLORS[name]})"} for name, value in rows])
    graph = drawn.render_tree().find("g")  # not its styles, its script, the day and its random id
    assert graph is not None
    return graph


def chart(results: Results, machine: str) -> str:
    """Draw the picture for the README."""
    working = {name: value for name in NAMES if (value := results.middle(name, "working"))}
    crowd = {name: 1000 * percentile(burst.times, 95) for name, burst in results.bursts.items()}
    return picture(working, crowd, machine)


def picture(working: dict[str, float], crowd: dict[str, float], machine: str) -> str:
    """Draw both groups of bars, one above the other, on a sheet that says what was measured where."""
    panels = {
        "Time until a click works (median, logarithmic scale)": working,
        "30 visitors at once: time to the whole page (95th percentile)": crowd,
    }
    said = ". ".join(f"{title}: {_listed(found)}" for title, found in panels.items())
    sheet = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "class": "bench", "role": "img"})
    ET.SubElement(sheet, "style").text = STYLE.read_text(encoding="utf-8")
    paper = ET.SubElement(sheet, "rect", {"class": "paper", "rx": "12"})
    bottom = 0
    for title, found in panels.items():
        ET.SubElement(sheet, "g", {"transform": f"translate({MARGIN} {bottom})"}).append(panel(title, found))
        bottom += HEAD + ROW * len(found)
    ET.SubElement(sheet, "text", {"class": "machine", "x": str(MARGIN), "y": str(bottom + FOOT / 2)}).text = machine
    sheet.attrib |= {"viewBox": f"0 0 {WIDTH} {bottom + FOOT}", "aria-label": said}
    paper.attrib |= {"width": str(WIDTH), "height": str(bottom + FOOT)}
    ET.indent(sheet)
    return ET.tostring(sheet, encoding="unicode") + "\n"


def _listed(found: dict[str, float]) -> str:
    return "; ".join(f"{NAMES[name]} {duration(value)}" for name, value in found.items())
