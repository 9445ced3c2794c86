"""IPython and ipywidgets do what the course leans on; a test for each item of ``miss.internals.ipython``."""

import gc
import sys
import weakref

import pytest
from IPython.core.getipython import get_ipython
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from ipywidgets import IntSlider
from miss.files.scratch import scratch
from miss.internals.ipython import CellShell, ResultKeeper, close_widgets, start_shell
from miss.notebooks import execute as run

MAIN = sys.modules["__main__"]


@pytest.fixture
def shell() -> CellShell:
    """The one shell of this process, which the course's own notebooks run in, too."""
    found = run._shell()
    found.reset()
    found.displayhook.shown.clear()
    return found


def test_result_keeper(shell: CellShell, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    shell.run_cell("1\n'a'")
    assert [shown["text/plain"] for shown in shell.displayhook.shown] == ["'a'"]
    assert capsys.readouterr().out == ""
    flushed: list[object] = []
    monkeypatch.setattr(ResultKeeper, "flush", lambda hook: flushed.append(hook))
    shell.reset()
    assert flushed == [shell.displayhook]


def test_cell_shell(shell: CellShell) -> None:
    assert type(shell.displayhook) is ResultKeeper
    with capture_output() as caught:
        ran = shell.run_cell("kept = 7\nprint('printed')\ndisplay('displayed')\nkept")
    assert ran.success
    assert (caught.stdout, [output.data["text/plain"] for output in caught.outputs]) == ("printed\n", ["'displayed'"])
    assert [shown["text/plain"] for shown in shell.displayhook.shown] == ["7"]
    shell.reset()
    assert "kept" not in shell.user_ns
    assert isinstance(shell.run_cell("kept").error_in_exec, NameError)


def test_start_shell(shell: CellShell) -> None:
    assert start_shell(scratch() / "ipython") is shell is InteractiveShell.instance() is get_ipython()
    assert sys.modules["__main__"] is MAIN
    assert sys.modules["notebook_cells"].__dict__ is shell.user_ns
    assert not shell.history_manager.enabled
    assert shell.ipython_dir == str(scratch() / "ipython")


def test_close_widgets() -> None:
    widget = IntSlider()
    kept = weakref.ref(widget)
    values = {"widget": widget, "number": 1}
    del widget
    close_widgets(values.values())
    values.clear()
    gc.collect()
    assert kept() is None
    left = weakref.ref(IntSlider())
    gc.collect()
    assert left() is not None
    close_widgets([left()])
