"""IPython and ipywidgets behave as the course expects; a test for each item of ``miss.internals.ipython``."""

import gc
import sys
import weakref

import pytest
from IPython.core.getipython import get_ipython
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from ipywidgets import IntSlider
from miss.files.writable import temporary_folder
from miss.internals.ipython import CellShell, ResultCollector, close_widgets, start_shell
from miss.notebooks import execute as run

MAIN = sys.modules["__main__"]


@pytest.fixture
def shell() -> CellShell:
    """The singleton shell of this process, which also executes the course's notebooks."""
    shell = run._shell()
    shell.reset()
    shell.displayhook.results.clear()
    return shell


def test_result_collector(
    shell: CellShell, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.run_cell("1\n'a'")
    assert [result["text/plain"] for result in shell.displayhook.results] == ["'a'"]
    assert capsys.readouterr().out == ""
    flushed: list[object] = []
    monkeypatch.setattr(ResultCollector, "flush", lambda hook: flushed.append(hook))
    shell.reset()
    assert flushed == [shell.displayhook]


def test_cell_shell(shell: CellShell) -> None:
    assert type(shell.displayhook) is ResultCollector
    with capture_output() as captured:
        result = shell.run_cell("value = 7\nprint('printed')\ndisplay('displayed')\nvalue")
    assert result.success
    assert (captured.stdout, [output.data["text/plain"] for output in captured.outputs]) == (
        "printed\n",
        ["'displayed'"],
    )
    assert [result["text/plain"] for result in shell.displayhook.results] == ["7"]
    shell.reset()
    assert "value" not in shell.user_ns
    assert isinstance(shell.run_cell("value").error_in_exec, NameError)


def test_start_shell(shell: CellShell) -> None:
    assert start_shell(temporary_folder() / "ipython") is shell is InteractiveShell.instance() is get_ipython()
    assert sys.modules["__main__"] is MAIN
    assert sys.modules["notebook_cells"].__dict__ is shell.user_ns
    assert not shell.history_manager.enabled
    assert shell.ipython_dir == str(temporary_folder() / "ipython")


def test_close_widgets() -> None:
    widget = IntSlider()
    closed = weakref.ref(widget)
    values = {"widget": widget, "number": 1}
    del widget
    close_widgets(values.values())
    values.clear()
    gc.collect()
    assert closed() is None
    open_widget = weakref.ref(IntSlider())
    gc.collect()
    assert open_widget() is not None
    close_widgets([open_widget()])
