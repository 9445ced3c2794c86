"""Which module of the package imports which, and which room which; imports in functions count, too."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

NOTEBOOKS = ROOT / "notebooks"
Graph = dict[str, set[str]]


def module_graph() -> Graph:
    """Map each module of the package to the modules of the package that it imports."""
    files = (NOTEBOOKS / "miss").rglob("*.py")
    return {_module(file): set(_imports(file)) for file in files}


def room_graph(modules: Graph) -> Graph:
    """Map each folder or module at the package's root to the others that it imports."""
    rooms: Graph = {}
    for module, imported in modules.items():
        rooms.setdefault(_room(module), set()).update(map(_room, imported - {"miss"}))
    return {room: found - {room} for room, found in rooms.items()}


def _room(module: str) -> str:
    return f"{module}.".split(".")[1]


def _module(file: Path) -> str:
    name = ".".join(file.relative_to(NOTEBOOKS).with_suffix("").parts)
    return name.removesuffix(".__init__")


def _imports(file: Path) -> Iterator[str]:
    """Name the modules of the package that a module imports."""
    inside = file.parent.relative_to(NOTEBOOKS).parts
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = [*inside[: len(inside) - node.level + 1], *(node.module or "").split(".")]
            named = ".".join(part for part in base if part)
            modules = [f"{named}.{alias.name}" for alias in node.names]
            yield from (module if _is_module(module) else named for module in modules)


def _is_module(name: str) -> bool:
    path = NOTEBOOKS.joinpath(*name.split("."))
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()
