"""Bundle ES modules into one script, for environments that cannot import a sibling module.

anywidget turns a widget's module into a Blob, and a page opened from a USB stick (``file:``) may load no module at
all. The sources stay plain modules. Three forms are supported: ``import { a } from "./x.js";`` and
``import "./x.js";`` on lines of their own, and ``export`` in front of a declaration. Comments on lines of their own
stay in the sources: readers would load them.
"""

import re
from collections.abc import Iterable
from pathlib import Path

IMPORT = re.compile(r'^import (?:\{\s*\w+(?:,\s*\w+)*,?\s*\} from )?"(\.\.?/[\w./-]+\.js)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:class|function|const|async)\b)", re.MULTILINE)
COMMENT_LINES = re.compile(r"^[ \t]*(?://[^\n]*|/\*(?:(?!\*/)[\s\S])*\*/[ \t]*)\n", re.MULTILINE)
DECLARATION = re.compile(r"^(?:async )?(?:function|class|const|let) (\w+)", re.MULTILINE)


def bundle(*entries: Path) -> str:
    """Concatenate some modules and all that they import, each once and after its imports.

    Args:
        entries: modules in the order in which they run.

    Raises:
        ValueError: an imported file is missing, modules import each other in a circle, one has an import of another
            form, or two declare the same name.
    """
    modules: dict[Path, str] = {}
    for entry in entries:
        _add(entry.resolve(), modules, ())
    script = "\n".join(EXPORT.sub("", code) for code in modules.values())
    names = DECLARATION.findall(script)
    if duplicates := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"Two modules declare the same name: {', '.join(duplicates)}. Bundled, they share one scope.")
    return script


def _add(file: Path, modules: dict[Path, str], importers: tuple[Path, ...]) -> None:
    """Add the code of a module after that of its imports; ``importers`` is the chain of imports that leads to it."""
    if file in modules:
        return
    chain = (*importers, file)
    if file in importers:
        raise ValueError(f"Modules import each other in a circle: {_names(chain[importers.index(file) :])}.")
    if not file.is_file():
        raise ValueError(f"A module is missing: {_names(chain)}.")
    code = COMMENT_LINES.sub("", file.read_text(encoding="utf-8"))
    if unsupported := re.search(r"^import\b.*", IMPORT.sub("", code), re.MULTILINE):
        form = "Write import { name } from './file.js'."
        raise ValueError(f"Unsupported import in {file.name}: {unsupported.group()} {form}")
    for path in IMPORT.findall(code):
        _add((file.parent / path).resolve(), modules, chain)
    modules[file] = IMPORT.sub("", code)


def _names(files: Iterable[Path]) -> str:
    return " → ".join(f"{file.parent.name}/{file.name}" for file in files)
