"""What was measured, and the numbers made of it: medians, 95th percentiles, ratios."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

NAMES = {
    "ours": "Our Voilà app",
    "stock": "Stock Voilà",
    "preheated": "Stock, pre-heated",
    "static": "Our static site",
    "bare": "Bare HTML page",
}


@dataclass(frozen=True)
class Burst:
    """Thirty visitors at once: seconds each, how many got the whole page, peak memory, kernels left."""

    times: Sequence[float]
    whole: int
    memory: int
    left: int


@dataclass
class Results:
    """Every value of every measure of every server; the bursts; the kernels left after all visits."""

    values: dict[str, dict[str, list[float]]] = field(default_factory=dict)
    bursts: dict[str, Burst] = field(default_factory=dict)
    left: dict[str, int] = field(default_factory=dict)
    visits: int = 0

    def add(self, name: str, measured: dict[str, float | list[float]]) -> None:
        """Keep what one visit has measured."""
        for measure, found in measured.items():
            kept = self.values.setdefault(name, {}).setdefault(measure, [])
            kept.extend(found if isinstance(found, list) else [found])

    def middle(self, name: str, measure: str) -> float | None:
        """The median, if it was measured."""
        found = self.values.get(name, {}).get(measure)
        return median(found) if found else None

    def high(self, name: str, measure: str) -> float | None:
        """The 95th percentile, if it was measured."""
        found = self.values.get(name, {}).get(measure)
        return percentile(found, 95) if found else None

    def worst(self, name: str, measure: str) -> float | None:
        """The highest value, if it was measured."""
        return max(self.values.get(name, {}).get(measure) or [], default=None)

    def total(self, name: str, measure: str) -> float | None:
        """The sum, if it was measured."""
        found = self.values.get(name, {}).get(measure)
        return sum(found) if found else None


def percentile(values: Sequence[float], share: float) -> float:
    """Give the smallest value that at least this share of all (in percent) does not exceed."""
    return sorted(values)[max(0, math.ceil(len(values) * share / 100) - 1)]


def ratio(one: float | None, other: float | None) -> float | None:
    """Give how many times the other goes into the one; none where there is nothing to divide by."""
    return one / other if one is not None and other else None
