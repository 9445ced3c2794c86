"""A real Voilà that has started in this process, and does not listen."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
import pytest
from miss.internals.voila import HandlersProvider
from traitlets.config import Config
from voila.app import Voila
from voila.configuration import VoilaConfiguration

PYTHON = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}


@contextmanager
def started(folder: Path, *typed: str, settings: str = "", listens: bool = False, **classes: type) -> Iterator[Any]:
    """Start Voilà for a folder.

    Args:
        folder: what it serves and writes to.
        typed: its options.
        settings: what stands in its ``voila.py``.
        listens: whether it goes on to listen.
        classes: of ``Voila`` and of ``VoilaConfiguration``, by the names of their options.
    """
    (folder / "voila.py").write_text(settings)
    nbformat.write(
        nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")], metadata=PYTHON), folder / "a.ipynb"
    )
    places = [f"--Voila.connection_dir_root={folder}", f"--Voila.config_file_paths={folder}", "--no-browser"]
    before = signal.getsignal(signal.SIGTERM)
    Voila.clear_instance()
    with pytest.MonkeyPatch.context() as here:
        here.setenv("JUPYTER_PATH", str(folder))
        if not listens:
            here.setattr(Voila, "listen", lambda _: None)
        try:
            app = Voila.instance(config=_options(classes))
            app.initialize([str(folder), *places, *typed])
            app.start()
            yield app
        finally:
            Voila.clear_instance()
            signal.signal(signal.SIGTERM, before)


def _options(classes: dict[str, type]) -> Config:
    groups = (Voila, VoilaConfiguration)
    return Config({
        group.__name__: {name: found for name, found in classes.items() if name in group.class_trait_names()}
        for group in groups
    })  # fmt: skip


def provider(add: Any) -> type[HandlersProvider]:
    """Make a provider that calls a function with the starting Voilà."""

    class Calling(HandlersProvider):
        def add_handlers(self, app: Any) -> None:
            add(app)

    return Calling


def make_template(folder: Path, text: str) -> None:
    """Put a template of the name ``probe`` where Voilà looks for it."""
    file = folder / "voila" / "templates" / "probe" / "index.html.j2"
    file.parent.mkdir(parents=True)
    file.write_text(text)
