"""The results as Markdown: a table with ratios, and which of the bars were held."""

from collections.abc import Callable

from .bars import bars
from .results import NAMES, Burst, Results, percentile, ratio
from .units import Value, count, kilobytes, megabytes, ms, seconds, shift, times

Number = Callable[[Results, str], Value]


def measured(measure: str, how: Callable[[Results, str, str], Value] = Results.middle) -> Number:
    """Make the number of a row: the median of a measure, or something else of it."""
    return lambda results, name: how(results, name, measure)


def in_burst(number: Callable[[Burst], float]) -> Number:
    """Make the number of a row from a burst, where there was one."""
    return lambda results, name: number(results.bursts[name]) if name in results.bursts else None


ROWS: list[tuple[str, Number, Callable[[float], str]]] = [
    ("Time to content", measured("content"), ms),
    ("Time to a click that works", measured("working"), ms),
    ("… 95th percentile", measured("working", Results.high), ms),
    ("Time to content that answers a click", measured("usable"), ms),
    ("Click to paint, at rest", measured("paints"), ms),
    ("… 95th percentile", measured("paints", Results.high), ms),
    ("Click to paint, while all still loads", measured("paints_early"), ms),
    ("… 95th percentile", measured("paints_early", Results.high), ms),
    ("Clicks without an answer", measured("lost", Results.total), count),
    ("Visits to a page that never became usable", measured("unusable", Results.total), count),
    ("Requests until a click works", measured("requests_to_click"), count),
    ("Bytes until a click works", measured("bytes_to_click"), kilobytes),
    ("Requests in all", measured("requests"), count),
    ("Bytes in all", measured("bytes"), kilobytes),
    ("Layout shift, the worst", measured("shift", Results.worst), shift),
    ("Server's processor time for a visit", measured("cpu"), seconds),
    ("Kernel's memory for an open page", measured("memory"), megabytes),
    ("Kernels left 5 s after all visits", lambda results, name: results.left.get(name), count),
    ("Burst of 30: pages received whole", in_burst(lambda burst: burst.whole), count),
    ("Burst: whole page, median", in_burst(lambda burst: percentile(burst.times, 50)), seconds),
    ("… 95th percentile", in_burst(lambda burst: percentile(burst.times, 95)), seconds),
    ("… last", in_burst(lambda burst: max(burst.times)), seconds),
    ("Burst: memory of server and kernels, peak", in_burst(lambda burst: burst.memory), megabytes),
    ("Burst: kernels left 5 s after", in_burst(lambda burst: burst.left), count),
]


def table(results: Results) -> str:
    """Write every measure of everybody, and two ratios: stock to ours, and static to bare."""
    head = ["", *NAMES.values(), "stock ÷ ours", "static ÷ bare"]
    lines = [head, [":--", *["--:"] * (len(head) - 1)]]
    for label, number, text in ROWS:
        found = {name: number(results, name) for name in NAMES}
        cells = ["" if value is None else text(value) for value in found.values()]
        ratios = [ratio(found["stock"], found["ours"]), ratio(found["static"], found["bare"])]
        lines.append([label, *cells, *map(times, ratios)])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def document(results: Results, machine: str) -> str:
    """Write the whole report."""
    return f"""# How fast it is

{machine}. One lesson of the course, cold cache, {results.visits} interleaved rounds in real Chromium
(medians, unless a line says otherwise), with eight more arrivals a round at the pages that are there at once. Times
depend on the machine and on what else it does: read the ratios.

{table(results)}

## The bars

{bars(results)}

How each is measured: `tests/bench/`; run it with `make bench`. The servers are on the same machine as the browser, so
the network costs nothing here. "Time to content" is when the page's title is on the screen. "A click that works" is a
script's, which does not have to see what it clicks: a small page answers before it is painted. A person waits for the
later of the two: "content that answers a click". "Until a click works" counts the page and what it had asked for by
then; "in all" counts what comes behind it, too: the kernel's front end in our app. Stock Voilà asks another host for
two style sheets; those requests are refused at once here, to its advantage.
In the burst the visitors are plain HTTP clients; those of our app then ask for a kernel, as its pages do, and leave.
Our app asks for its kernel only when nobody has clicked for a second: after the clicks "while all still loads".
"""
