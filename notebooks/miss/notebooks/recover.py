"""Recover the readable cells of a broken notebook, and complete them with the cells that the content makes."""

import json
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

import nbformat

from .create import Cells
from .read import is_check

MERGE_CONFLICT = re.compile(r"^<{7} .*\n([\s\S]*?)(?:^\|{7} .*\n[\s\S]*?)?^={7}\n[\s\S]*?^>{7} .*\n?", re.MULTILINE)
NEW_CELL = {
    "code": nbformat.v4.new_code_cell,
    "markdown": nbformat.v4.new_markdown_cell,
    "raw": nbformat.v4.new_raw_cell,
}
CELL_ID = re.compile(r"[\w-]{1,64}", re.ASCII)


def recover_cells(text: str) -> Cells:
    """Return every cell that can be parsed, without outputs; of a merge conflict, our side."""
    cells: Cells = []
    for data in _objects(MERGE_CONFLICT.sub(r"\1", text)):
        source = data.get("source")
        source = "".join(map(str, source)) if isinstance(source, list) else source
        if data.get("cell_type") in NEW_CELL and isinstance(source, str):
            metadata = data.get("metadata")
            cell = NEW_CELL[data["cell_type"]](source, metadata=metadata if isinstance(metadata, dict) else {})
            cell.id = _unique_id(str(data.get("id")), cells)
            cells.append(cell)
    return cells


def _objects(text: str) -> Iterator[dict[str, Any]]:
    """Yield the outermost complete JSON objects in the list of cells."""
    decoder, position = json.JSONDecoder(), text.find('"cells"')
    while position >= 0 and (position := text.find("{", position)) >= 0:
        try:
            value, position = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            position += 1
        else:
            yield value


def _unique_id(id: str, cells: Cells) -> str:
    """Return the id if it is valid and unused in the cells, else a new one."""
    used = {cell.id for cell in cells}
    candidates = [id] if CELL_ID.fullmatch(id) else []
    return next(name for name in [*candidates, *(f"cell-{n}" for n in range(len(cells) + 1))] if name not in used)


def merge_cells(recovered: Cells, composed: Cells) -> Cells:
    """Insert the composed cells of a page between its recovered cells, in the order of the page.

    Where a cell tagged ``check`` was recovered, no composed one is added.
    """
    if any(is_check(cell) for cell in recovered):
        composed = [cell for cell in composed if not is_check(cell)]
    merged: Cells = []
    ours, theirs = [cell.source for cell in recovered], [cell.source for cell in composed]
    for operation, i1, i2, j1, j2 in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        for cell in [*recovered[i1:i2], *(composed[j1:j2] if operation != "equal" else [])]:
            cell.id = _unique_id(cell.id, merged)
            merged.append(cell)
    return merged
