"""The chart of a case at one of its stops: what is new there, and what stays from earlier ones for comparison."""

from typing import NamedTuple

from ..chart_records import Column, Row, Tab, Written
from ..records import Case, Stop

LETTERS = 8  # of the values that stand in short above the questions, three rows side by side on a phone


class Value(NamedTuple):
    """One cell: its text, and its bars, as shares of the full height in percent, if it is drawn."""

    text: str
    bars: list[tuple[str, int]]


class ChartRow(NamedTuple):
    """A row with a cell for each column; ``line`` joins its values: x and y of each point, in percent."""

    row: Row
    cells: list[Value | None]
    line: list[tuple[float, float]]


class ChartTab(NamedTuple):
    """A tab: its rows, or what was written down, the newest first; ``new`` is whether this stop adds to it."""

    tab: Tab
    rows: list[ChartRow]
    written: list[tuple[Written, bool]]
    new: bool


class Chart(NamedTuple):
    """The chart at one stop: its columns, each with whether it is new, its tabs, and some values in short.

    ``first`` is the id of the tab that is open at first: that of the first value in short. ``later`` is the number of
    columns that are not shown from the first question on.
    """

    columns: list[tuple[Column, bool]]
    tabs: list[ChartTab]
    brief: list[tuple[Row, list[str]]]
    first: str
    later: int


def chart_at(case: Case, stop: Stop) -> Chart:
    """Return the chart at a stop."""
    way = way_to(case, stop)
    columns = [(column, each is stop) for each in way for column in each.columns if each is stop or column.stays]
    rows = {row.id: row for tab in case.tabs for row in tab.rows}
    known = [column for column, new in columns if not (new and column.item)]
    brief = [(rows[id], _in_short(known, id)) for id in stop.brief]
    first = next(tab.id for tab in case.tabs if rows[stop.brief[0]] in tab.rows)
    tabs = [_tab(tab, columns, way) for tab in case.tabs]
    return Chart(columns, tabs, brief, first, len(columns) - len(known))


def way_to(case: Case, stop: Stop) -> list[Stop]:
    """Return the stops that lead to one, with that as the last."""
    before = case.stops[: case.stops.index(stop)]
    return [*(each for each in before if each.path in (None, stop.path)), stop]


def _tab(tab: Tab, columns: list[tuple[Column, bool]], way: list[Stop]) -> ChartTab:
    rows = [_row(row, [column for column, _ in columns]) for row in tab.rows]
    written = [(each, stop is way[-1]) for stop in reversed(way) for each in reversed(stop.written)]
    own = [each for each in written if each[0].tab == tab.id]
    values = any(new and row.id in column.values for column, new in columns for row in tab.rows)
    filled = [row for row in rows if any(row.cells)]
    return ChartTab(tab, filled, own, values or any(new for _, new in own))


def _row(row: Row, columns: list[Column]) -> ChartRow:
    texts = [column.values.get(row.id) for column in columns]
    cells = [None if text is None else Value(text, _bars(text, row.scale)) for text in texts]
    return ChartRow(row, cells, _line(texts) if row.trend else [])


def _bars(text: str, scale: int | None) -> list[tuple[str, int]]:
    """Return the bars of a value such as 4/5: each side's number, and its share of the scale in percent."""
    sides = [side.strip() for side in text.split("/")]
    if scale is None or not all(side.isdigit() for side in sides):
        return []
    return [(side, round(100 * int(side) / scale)) for side in sides]


def _line(texts: list[str | None]) -> list[tuple[float, float]]:
    """Return the points of a row's numbers, from the left to the right, the greatest one at the top."""
    found = [(index, number) for index, text in enumerate(texts) if (number := _number(text)) is not None]
    low, high = min((n for _, n in found), default=0), max((n for _, n in found), default=0)
    width, height = 100 / (len(texts) or 1), (high - low) or 1
    return [(round((at + 0.5) * width, 1), round(100 - 100 * (n - low) / height, 1)) for at, n in found]


def _number(text: str | None) -> float | None:
    try:
        return float(text or "")
    except ValueError:
        return None


def _in_short(columns: list[Column], id: str) -> list[str]:
    """Return the values of a row as they changed, as many as fit: the last three, first and last, or the last."""
    texts = [text for column in columns if (text := column.values.get(id))]
    changed = [text for index, text in enumerate(texts) if index == 0 or text != texts[index - 1]]
    ways = (changed[-3:], [changed[0], changed[-1]]) if len(changed) > 1 else ()
    return next((way for way in ways if len("".join(way)) <= LETTERS), changed[-1:])
