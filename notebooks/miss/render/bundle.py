"""Bundle ES modules into one script, for environments that cannot import a sibling module.

anywidget turns a widget's module into a Blob, and a page opened from a USB stick (``file:``) may load no module at
all. The sources stay plain modules. Three forms are supported: ``import { a } from "./x.js";``, ``import "./x.js";``
and ``export`` in front of a declaration; anywidget's own module also has an ``export default`` of a value. Comments
and indentation stay in the sources: readers would load them.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from .javascript import Module, parse_module, short_path


@cache
def bundle(*entries: Path) -> str:
    """Concatenate some modules and all that they import, each once and after its imports; once for each process.

    Args:
        entries: modules in the order in which they run.

    Raises:
        ValueError: an imported file is missing, modules import each other in a circle, one has a syntax error or an
            import or export of another form, or two declare the same name.
    """
    modules: dict[Path, Module] = {}
    for entry in entries:
        _add(entry.resolve(), modules, ())
    _require_unique_names(modules)
    return "\n".join(module.code for module in modules.values()) + "\n"


def _add(file: Path, modules: dict[Path, Module], importers: tuple[Path, ...]) -> None:
    """Add a module after its imports; ``importers`` is the chain of imports that leads to it."""
    if file in modules:
        return
    chain = (*importers, file)
    if file in importers:
        raise ValueError(f"Modules import each other in a circle: {_names(chain[importers.index(file) :])}.")
    if not file.is_file():
        raise ValueError(f"A module is missing: {_names(chain)}.")
    module = parse_module(file)
    for path in module.imports:
        _add((file.parent / path).resolve(), modules, chain)
    modules[file] = module


def _require_unique_names(modules: dict[Path, Module]) -> None:
    """Raise a ValueError if two modules declare the same name."""
    declared: dict[str, Path] = {}
    for file, module in modules.items():
        for name in module.names:
            other = declared.setdefault(name, file)
            if other != file:
                both = f"{short_path(other)} and {short_path(file)}"
                raise ValueError(f"{both} both declare {name}. Rename one: bundled, they share one scope.")


def _names(files: Iterable[Path]) -> str:
    return " → ".join(map(short_path, files))
