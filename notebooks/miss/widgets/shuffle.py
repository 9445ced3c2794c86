"""Draw questions so that one number gives the same round everywhere: in Python and, unconnected, in a browser.

The generator is mulberry32 (Tommy Ettinger, public domain); ``widgets/draw.js`` is its twin, and a
browser test holds the two together.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
WORD = 0xFFFFFFFF


def mulberry32(seed: int) -> Iterator[float]:
    """Yield numbers from 0 up to 1, the same ones for the same 32-bit seed."""
    state = seed & WORD
    while True:
        state = (state + 0x6D2B79F5) & WORD
        mixed = (state ^ (state >> 15)) * (state | 1) & WORD
        mixed ^= (mixed + ((mixed ^ (mixed >> 7)) * (mixed | 61) & WORD)) & WORD
        yield ((mixed ^ (mixed >> 14)) & WORD) / 2**32


def shuffled(items: Sequence[T], seed: int) -> list[T]:
    """Shuffle by Fisher and Yates, from the end."""
    numbers, result = mulberry32(seed), list(items)
    for last in range(len(result) - 1, 0, -1):
        other = int(next(numbers) * (last + 1))
        result[last], result[other] = result[other], result[last]
    return result
