"""JSON Schema of every content file, made from the models, so that an editor completes keys and marks errors.

The first line of a content file names its schema: ``# yaml-language-server: $schema=../schema/course.json``.
"""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from ..files.write import write_whole, writing_in
from ..schema.content import EVERY_FILE

# The newest dialect that the YAML language server reads (VS Code, JupyterLab); nothing newer is used in ours.
DIALECT = "http://json-schema.org/draft-07/schema#"


def schema(stem: str) -> dict[str, Any]:
    """Describe one content file, known by its stem."""
    return {"$schema": DIALECT, "title": f"{stem}.yaml", **TypeAdapter(EVERY_FILE[stem]).json_schema()}


def write_schemas(folder: Path) -> list[Path]:
    """Write the schema of every content file into ``folder``.

    Raises:
        WriteError: one could not be written.
    """
    with writing_in(folder):
        for stem in EVERY_FILE:
            text = json.dumps(schema(stem), indent=1, ensure_ascii=False)
            write_whole(folder / f"{stem}.json", f"{text}\n")
    return [folder / f"{stem}.json" for stem in EVERY_FILE]
