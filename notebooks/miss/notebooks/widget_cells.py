"""The cells of a section's widgets: their imports, a cell that shows each one, and one that drives it from Python."""

from typing import Any

from ..schema.placed import Placed

PACKAGE = __name__.partition(".")[0]


def import_lines(placed: list[Placed], *names: str) -> str:
    """Return the imports of a notebook: these names of the package, and the classes of the widgets."""
    modules: dict[str, set[str]] = {PACKAGE: set(names)}
    for each in placed:
        modules.setdefault(_module(each), set()).add(_class(each).__name__)
    return "\n".join(f"from {module} import {', '.join(sorted(modules[module]))}" for module in sorted(modules))


def show_code(placed: Placed) -> str:
    """Return the code that makes a widget and shows it."""
    key = "" if _is_first(placed) else f', key="{placed.key}"'
    name = _variable(placed)
    return f"{name} = {_class(placed).__name__}(course{key})\n{name}"


def drive_code(placed: Placed) -> str:
    """Return the code that drives a widget from Python, if its interaction declares any."""
    example = placed.interaction.example
    return example.code.replace("{name}", _variable(placed)) if example else ""


def _variable(placed: Placed) -> str:
    """Return the name of a widget's variable; that of a further one of its kind has its key at the end."""
    example = placed.interaction.example
    name = example.variable if example else "widget"
    return name if _is_first(placed) else f"{name}_{placed.key}".replace("-", "_")


def _is_first(placed: Placed) -> bool:
    return placed.key == placed.interaction.tag


def _class(placed: Placed) -> type[Any]:
    return placed.interaction.widget or object


def _module(placed: Placed) -> str:
    """Return the module from which a notebook imports a widget: the package exports its own ones."""
    module = _class(placed).__module__
    return PACKAGE if module.startswith(f"{PACKAGE}.") else module
