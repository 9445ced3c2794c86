"""What IPython and ipywidgets do not document."""

from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.interactiveshell import InteractiveShell
from ipywidgets import Widget
from traitlets.config import Config


class ResultKeeper(DisplayHook):
    """Keeps what a cell's last line shows, instead of printing it (core/displayhook.py, ``__call__``).

    It calls ``write_output_prompt`` and ``write_format_data``; by other names the results would be printed, and lost.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.shown: list[dict[str, Any]] = []

    def flush(self) -> None:
        """Forget nothing when the shell is reset: there is no history, and what this collects then is slow."""

    def write_output_prompt(self) -> None:
        """Print nothing."""

    def write_format_data(self, format_dict: dict[str, Any], md_dict: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Keep it."""
        self.shown.append(format_dict)


class CellShell(InteractiveShell):
    """Runs cells in this process (core/interactiveshell.py).

    It makes its ``displayhook`` of ``displayhook_class`` and shows results to that one, also where ``capture_output``
    has set another; ``reset`` forgets every name. Otherwise a page would lack outputs, or show another page's.
    """

    displayhook_class = ResultKeeper
    displayhook: ResultKeeper


def start_shell(folder: Path) -> CellShell:
    """Start the one shell of this process, which ``capture_output`` finds by itself (core/getipython.py).

    It puts its ``user_module`` into ``sys.modules`` by its name (``init_sys_modules``): without one, in the
    place of this program's own ``__main__``.

    Args:
        folder: what it may write to.
    """
    config = Config()
    config.HistoryManager.enabled = False  # nobody typed this
    shell: CellShell = CellShell.instance(
        config=config, user_module=ModuleType("notebook_cells"), ipython_dir=str(folder)
    )
    return shell


def close_widgets(values: Iterable[Any]) -> None:
    """Let go of the widgets, which ipywidgets keeps for a front end until they are closed (widgets/widget.py).

    Otherwise each run of a notebook would leave its widgets in memory.
    """
    for value in list(values):
        if isinstance(value, Widget):
            value.close()
