"""Undocumented behaviour of IPython and ipywidgets."""

from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.interactiveshell import InteractiveShell
from ipywidgets import Widget
from traitlets.config import Config


class ResultCollector(DisplayHook):
    """Collects the result of a cell's last expression instead of printing it (core/displayhook.py, ``__call__``).

    It overrides ``write_output_prompt`` and ``write_format_data``; under other names results would be printed and lost.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.results: list[dict[str, Any]] = []

    def flush(self) -> None:
        """Do nothing on a reset of the shell: there is no history to clear, and the garbage collection here is slow."""

    def write_output_prompt(self) -> None:
        """Print nothing."""

    def write_format_data(self, format_dict: dict[str, Any], md_dict: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Store the result."""
        self.results.append(format_dict)


class CellShell(InteractiveShell):
    """Executes cells in this process (core/interactiveshell.py).

    It creates its ``displayhook`` from ``displayhook_class`` and passes results to it, even while ``capture_output``
    has set another one; ``reset`` deletes every name. Otherwise a page would lack outputs, or show another page's.
    """

    displayhook_class = ResultCollector
    displayhook: ResultCollector


def start_shell(folder: Path) -> CellShell:
    """Start the singleton shell of this process, which ``capture_output`` finds (core/getipython.py).

    It registers its ``user_module`` in ``sys.modules`` under that module's name (``init_sys_modules``); the default one
    would replace this program's ``__main__``.

    Args:
        folder: the IPython directory, which must be writable.
    """
    config = Config()
    config.HistoryManager.enabled = False  # the cells are no user input
    shell: CellShell = CellShell.instance(
        config=config, user_module=ModuleType("notebook_cells"), ipython_dir=str(folder)
    )
    return shell


def close_widgets(values: Iterable[Any]) -> None:
    """Close the widgets among the values: ipywidgets keeps a reference to each until then (widgets/widget.py).

    Otherwise each execution of a notebook would leak its widgets.
    """
    for value in list(values):
        if isinstance(value, Widget):
            value.close()
