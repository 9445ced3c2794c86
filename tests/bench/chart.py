"""One picture of the results: bars on a logarithmic scale, as a hand-made SVG."""

import math
from html import escape

from .results import NAMES, Results, percentile

WIDTH, LEFT, RIGHT, LINE, TOP = 760, 190, 110, 30, 56
COLORS = {"ours": "#0f6b6b", "static": "#0f6b6b", "stock": "#b5523b", "preheated": "#b5523b", "bare": "#8a8578"}
STYLE = "text{font:15px system-ui,sans-serif;fill:#1f2423}.head{font-weight:600}.tick{font-size:12px;fill:#5c6361}"


def duration(ms: float) -> str:
    """Write milliseconds as a reader says them."""
    return f"{ms / 1000:.3g} s" if ms >= 1000 else f"{ms:.0f} ms"


def across(value: float, low: float, high: float) -> float:
    """Place a value on the logarithmic scale, in pixels from its start."""
    share = math.log10(value / low) / math.log10(high / low)
    return round(max(0.0, min(1.0, share)) * (WIDTH - LEFT - RIGHT), 1)


def _ticks(top: float, bottom: float, low: float, high: float) -> str:
    powers = [10**power for power in range(round(math.log10(low)), round(math.log10(high)) + 1)]
    lines = []
    for value in powers:
        x = LEFT + across(value, low, high)
        lines.append(f'<path d="M{x} {top}V{bottom}" stroke="#d9d4c7"/>')
        lines.append(f'<text class="tick" x="{x}" y="{bottom + 15}" text-anchor="middle">{duration(value)}</text>')
    return "\n".join(lines)


def panel(title: str, found: dict[str, float], top: float) -> tuple[str, float]:
    """Draw one group of bars, in milliseconds; give it and where it ends."""
    low = 10 ** math.floor(math.log10(min(found.values()) * 0.8))
    high = 10 ** math.ceil(math.log10(max(found.values())))
    bottom = top + 16 + LINE * len(found)
    parts = [f'<text class="head" x="20" y="{top}">{escape(title)}</text>', _ticks(top + 10, bottom, low, high)]
    for row, (name, value) in enumerate(found.items()):
        y, long = top + 16 + row * LINE, across(value, low, high)
        parts.append(f'<text x="{LEFT - 10}" y="{y + 17}" text-anchor="end">{escape(NAMES[name])}</text>')
        parts.append(f'<rect x="{LEFT}" y="{y + 3}" width="{long}" height="20" rx="4" fill="{COLORS[name]}"/>')
        parts.append(f'<text x="{LEFT + long + 8}" y="{y + 18}">{duration(value)}</text>')
    return "\n".join(parts), bottom + 56


def chart(results: Results, machine: str) -> str:
    """Draw the picture for the README."""
    working = {name: value for name in NAMES if (value := results.middle(name, "working"))}
    crowd = {name: 1000 * percentile(burst.times, 95) for name, burst in results.bursts.items()}
    first, end = panel("Time until a click works (median, logarithmic scale)", working, TOP)
    second, end = panel("30 visitors at once: time to the whole page (95th percentile)", crowd, end)
    said = "; ".join(f"{NAMES[name]} {duration(value)}" for name, value in working.items())
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {end}" role="img"
 aria-label="Until a click works: {said}">
<style>{STYLE}</style>
<rect width="{WIDTH}" height="{end}" rx="12" fill="#faf8f3"/>
{first}
{second}
<text class="tick" x="20" y="{end - 14}">{escape(machine)}</text>
</svg>
"""
