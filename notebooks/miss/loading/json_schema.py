"""The JSON schema of every content file, generated from the models: editors complete keys and mark errors by it.

The first line of a content file names its schema: ``# yaml-language-server: $schema=../schema/course.json``.
"""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from ..files.write import locked_folder, write_atomically
from ..schema.content import file_types

# The newest dialect that the YAML language server (VS Code, JupyterLab) supports.
DIALECT = "http://json-schema.org/draft-07/schema#"


def schema(stem: str) -> dict[str, Any]:
    """Return the JSON schema of a content file, by its stem."""
    return {"$schema": DIALECT, "title": f"{stem}.yaml", **TypeAdapter(file_types()[stem]).json_schema()}


def write_schemas(folder: Path) -> list[Path]:
    """Write the schema of every content file into ``folder``, and return the paths.

    Raises:
        WriteError: one could not be written.
    """
    with locked_folder(folder):
        for stem in file_types():
            text = json.dumps(schema(stem), indent=1, ensure_ascii=False)
            write_atomically(folder / f"{stem}.json", f"{text}\n")
    return [folder / f"{stem}.json" for stem in file_types()]
