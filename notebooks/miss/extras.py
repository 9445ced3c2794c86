"""Import the packages of an extra where they are used: the course is served without any of them."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import CommandError

ROOT = Path(__file__).parents[2]  # the repository, with pyproject.toml


@contextmanager
def extra(name: str, what: str) -> Iterator[None]:
    """Import packages of an extra in the body.

    Args:
        name: the extra's name in pyproject.toml.
        what: the feature that needs it, as the start of a sentence.

    Raises:
        CommandError: it is not installed; the message says how to install it.
    """
    try:
        yield
    except ModuleNotFoundError as missing:
        raise CommandError(
            f"{what} needs the Python package {missing.name}, which is not installed here. Get it with "
            f'`{sys.executable} -m pip install --editable "{ROOT}[{name}]"`, or in the folder {ROOT} '
            "with `make .venv/ready`."
        ) from None
