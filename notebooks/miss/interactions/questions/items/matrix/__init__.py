"""Choose in each row of a table: one column, or every column that fits."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field as Limits

from .....schema.item_kind import Fault, Field, ItemKind
from .....schema.scoring import Rule
from .....schema.text import Explained, Identified, Identifier, Text
from ...records import BaseItem
from ..tokens import Token


class Column(Identified):
    """A column: what a row can be."""

    id: Identifier
    """Its id in stored progress; unique in its item."""
    text: Text
    """Its heading, in a few words."""


class Row(Explained):
    """A row: what is judged, the columns that fit it, and why."""

    right: Annotated[list[Identifier], Limits(min_length=1)]
    """The ids of the columns that fit."""


class MatrixItem(BaseItem):
    """Choose in each row one column, or every column that fits."""

    kind: Literal["matrix"]
    """matrix: columns are chosen in each row."""
    choose: Literal["one", "several"]
    """one column in each row, or several: every one that fits."""
    columns: Annotated[list[Column], Limits(min_length=2, max_length=4)]
    """Two to four columns."""
    rows: Annotated[list[Row], Limits(min_length=3, max_length=8)]
    """Three to eight rows."""


def _cell(row: Row, column: Column) -> Token:
    return Token(f"{row.id}.{column.id}", column.text, row.why)


def _fields(item: MatrixItem) -> list[Field]:
    least, most = (1, 1 if item.choose == "one" else len(item.columns))
    return [Field([_cell(row, column) for column in item.columns], least, most, row.text) for row in item.rows]


def _right(item: MatrixItem) -> list[Token]:
    return [_cell(row, column) for row in item.rows for column in item.columns if column.id in row.right]


def _groups(item: MatrixItem) -> list[list[Token]]:
    return [[_cell(row, column) for row in item.rows] for column in item.columns]


def _rule(item: MatrixItem) -> Rule:
    return "each_right" if item.choose == "one" else "right_minus_wrong"


def _faults(item: MatrixItem) -> Iterator[Fault]:
    known = [column.id for column in item.columns]
    for index, row in enumerate(item.rows):
        for id in set(row.right) - set(known):
            yield ("rows", index, "right"), f"there is no column '{id}'; accepted: {', '.join(known)}"
        if item.choose == "one" and len(row.right) > 1:
            what = f"expected one right column, found {len(row.right)}; keep one, or write 'choose: several'"
            yield ("rows", index, "right"), what
    for index, column in enumerate(item.columns if item.choose == "several" else []):
        if not any(column.id in row.right for row in item.rows):
            what = f"no row has '{column.id}', so it gives no point; name it under 'right' of a row, or leave it out"
            yield ("columns", index), what


MATRIX = ItemKind(
    kind="matrix",
    folder=Path(__file__).parent,
    model=MatrixItem,
    fields=_fields,
    right=_right,
    expected="one column in each row, or one and more if it says several, each as 'row.column'",
    votes=False,
    rule=_rule,
    script_words=("rows_open",),
    groups=_groups,
    faults=_faults,
)
