"""What an extra of this package brings is imported where it is used: the course is served without any of them."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import CommandError

ROOT = Path(__file__).parents[2]  # where the package's sources stand, with pyproject.toml


@contextmanager
def extra(name: str, what: str) -> Iterator[None]:
    """Import in it what an extra brings.

    Args:
        name: the extra, as pyproject.toml calls it.
        what: what it is needed for, to begin a sentence with.

    Raises:
        CommandError: it is not installed; the message says how to get it.
    """
    try:
        yield
    except ModuleNotFoundError as missing:
        raise CommandError(
            f"{what} needs the Python package {missing.name}, which is not installed here. Get it with "
            f'`{sys.executable} -m pip install --editable "{ROOT}[{name}]"`, or in the folder {ROOT} '
            "with `make .venv/ready`."
        ) from None
