"""Save what can be saved of a broken notebook: the cells of its text that are whole, completed from the words."""

import json
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

import nbformat

from .create import Cells
from .read import is_check

MERGE = re.compile(r"^<{7} .*\n([\s\S]*?)(?:^\|{7} .*\n[\s\S]*?)?^={7}\n[\s\S]*?^>{7} .*\n?", re.MULTILINE)
NEW = {"code": nbformat.v4.new_code_cell, "markdown": nbformat.v4.new_markdown_cell, "raw": nbformat.v4.new_raw_cell}
ID = re.compile(r"[\w-]{1,64}", re.ASCII)


def salvage(text: str) -> Cells:
    """Read every cell that is whole, without its outputs; of a merge that was not finished, our side."""
    found: Cells = []
    for cell in _objects(MERGE.sub(r"\1", text)):
        source = cell.get("source")
        source = "".join(map(str, source)) if isinstance(source, list) else source
        if cell.get("cell_type") in NEW and isinstance(source, str):
            metadata = cell.get("metadata")
            new = NEW[cell["cell_type"]](source, metadata=metadata if isinstance(metadata, dict) else {})
            new.id = _own(str(cell.get("id")), found)
            found.append(new)
    return found


def _objects(text: str) -> Iterator[dict[str, Any]]:
    """Find the JSON objects that are whole, the outermost ones, in the list of cells."""
    decoder, at = json.JSONDecoder(), text.find('"cells"')
    while at >= 0 and (at := text.find("{", at)) >= 0:
        try:
            found, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            at += 1
        else:
            yield found


def _own(id: str, cells: Cells) -> str:
    """Keep an id, or find one that no cell has yet."""
    taken = {cell.id for cell in cells}
    names = [id] if ID.fullmatch(id) else []
    return next(name for name in [*names, *(f"cell-{n}" for n in range(len(cells) + 1))] if name not in taken)


def complete(saved: Cells, composed: Cells) -> Cells:
    """Put what the words make of a page between the cells that were saved of it, each where it belongs.

    Of the cells tagged ``check``, those that were saved are enough.
    """
    if any(is_check(cell) for cell in saved):
        composed = [cell for cell in composed if not is_check(cell)]
    whole: Cells = []
    sources, wanted = [cell.source for cell in saved], [cell.source for cell in composed]
    for kind, start, end, first, last in SequenceMatcher(None, sources, wanted, autojunk=False).get_opcodes():
        for cell in [*saved[start:end], *(composed[first:last] if kind != "equal" else [])]:
            cell.id = _own(cell.id, whole)
            whole.append(cell)
    return whole
