"""A seeded shuffle that gives the same round of questions in Python and in a browser without a kernel.

``widgets/shuffle.js`` is the JavaScript counterpart; ``tests/browser/test_widgets.py`` checks that both give the
same result.
The generator is mulberry32 (Tommy Ettinger, public domain).
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
UINT32_MAX = 0xFFFFFFFF


def mulberry32(seed: int) -> Iterator[float]:
    """Yield pseudorandom numbers in [0, 1), the same ones for the same 32-bit seed."""
    state = seed & UINT32_MAX
    while True:
        state = (state + 0x6D2B79F5) & UINT32_MAX
        mixed = (state ^ (state >> 15)) * (state | 1) & UINT32_MAX
        mixed ^= (mixed + ((mixed ^ (mixed >> 7)) * (mixed | 61) & UINT32_MAX)) & UINT32_MAX
        yield ((mixed ^ (mixed >> 14)) & UINT32_MAX) / 2**32


def shuffled(items: Sequence[T], seed: int) -> list[T]:
    """Return a shuffled copy (Fisher-Yates, from the end)."""
    numbers, result = mulberry32(seed), list(items)
    for last in range(len(result) - 1, 0, -1):
        other = int(next(numbers) * (last + 1))
        result[last], result[other] = result[other], result[last]
    return result
