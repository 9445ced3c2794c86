"""The bars that the course has set itself, and whether a run held them."""

from collections.abc import Callable

from .results import Results, percentile, ratio
from .units import Value, count, kilobytes, ms, shift, times

Bar = tuple[str, Callable[[Results], Value], Callable[[float], str], Callable[[float], bool]]


def _working(results: Results, one: str, other: str) -> Value:
    return ratio(results.middle(one, "working"), results.middle(other, "working"))


def _paint(results: Results) -> Value:
    return max((results.high(name, "paints") or 0 for name in ("ours", "static")), default=None)


def _paint_early(results: Results) -> Value:
    return max((results.high(name, "paints_early") or 0 for name in ("ours", "static")), default=None)


def _shift(results: Results) -> Value:
    return max((results.worst(name, "shift") or 0 for name in ("ours", "static")), default=None)


def _burst(results: Results) -> Value:
    slow, fast = (percentile(results.bursts[name].times, 95) for name in ("stock", "ours"))
    return ratio(slow, fast)


BARS: list[Bar] = [
    ("A click works: stock ÷ ours at least 10", lambda r: _working(r, "stock", "ours"), times, lambda v: v >= 10),
    (
        "A click works: static ÷ bare at most 1.5",
        lambda r: _working(r, "static", "bare"),
        times,
        lambda v: v <= 1.5,
    ),
    ("Click to paint, ours and static, p95, at rest, at most 34 ms", _paint, ms, lambda v: v <= 34),
    ("Click to paint, p95, while all still loads, at most 34 ms", _paint_early, ms, lambda v: v <= 34),
    ("Static page: at most 8 requests", lambda r: r.worst("static", "requests"), count, lambda v: v <= 8),
    ("Static page: at most 200 kB", lambda r: r.worst("static", "bytes"), kilobytes, lambda v: v <= 200_000),
    ("Layout shift, ours and static, under 0.02", _shift, shift, lambda v: v < 0.02),
    ("Burst p95: stock ÷ ours at least 50", _burst, times, lambda v: v >= 50),
    ("Burst: all 30 pages of ours whole", lambda r: r.bursts["ours"].whole, count, lambda v: v == 30),
    ("Burst: no kernel of ours left", lambda r: r.bursts["ours"].left, count, lambda v: v == 0),
    ("Visits: no kernel of ours left", lambda r: r.left.get("ours"), count, lambda v: v == 0),
]


def bars(results: Results) -> str:
    """Write each bar with what this run measured."""
    lines = ["| Bar | Measured | Held |", "| :-- | --: | :-- |"]
    for label, number, text, holds in BARS:
        value = number(results)
        found, held = ("", "not measured") if value is None else (text(value), "yes" if holds(value) else "**no**")
        lines.append(f"| {label} | {found} | {held} |")
    return "\n".join(lines)
