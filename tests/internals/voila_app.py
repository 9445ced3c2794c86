"""A real Voilà application in this process, which does not listen by default."""

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
def started_voila(
    folder: Path, *options: str, config_file: str = "", listen: bool = False, **classes: type
) -> Iterator[Any]:
    """Start Voilà for a folder.

    Args:
        folder: the folder that it serves and writes to.
        options: its command-line options.
        config_file: the content of its ``voila.py``.
        listen: whether to call ``Voila.listen``.
        classes: values of class options of ``Voila`` and ``VoilaConfiguration``, by option name.
    """
    (folder / "voila.py").write_text(config_file)
    nbformat.write(
        nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")], metadata=PYTHON), folder / "a.ipynb"
    )
    paths = [f"--Voila.connection_dir_root={folder}", f"--Voila.config_file_paths={folder}", "--no-browser"]
    previous_handler = signal.getsignal(signal.SIGTERM)
    Voila.clear_instance()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUPYTER_PATH", str(folder))
        if not listen:
            patch.setattr(Voila, "listen", lambda _: None)
        try:
            app = Voila.instance(config=_class_config(classes))
            app.initialize([str(folder), *paths, *options])
            app.start()
            yield app
        finally:
            Voila.clear_instance()
            signal.signal(signal.SIGTERM, previous_handler)


def _class_config(classes: dict[str, type]) -> Config:
    groups = (Voila, VoilaConfiguration)
    return Config({
        group.__name__: {name: value for name, value in classes.items() if name in group.class_trait_names()}
        for group in groups
    })  # fmt: skip


def provider(add: Any) -> type[HandlersProvider]:
    """Return a provider class that calls a function with the starting Voilà."""

    class Provider(HandlersProvider):
        def add_handlers(self, app: Any) -> None:
            add(app)

    return Provider


def make_template(folder: Path, text: str) -> None:
    """Write a template named ``probe`` to a folder on Voilà's template path."""
    file = folder / "voila" / "templates" / "probe" / "index.html.j2"
    file.parent.mkdir(parents=True)
    file.write_text(text)
