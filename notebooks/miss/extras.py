"""Import the packages of an extra where they are used: the course is served without any of them."""

import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import requires
from pathlib import Path

from .errors import CommandError

DISTRIBUTION = "miss-course"
REPOSITORY = Path(__file__).parents[2]


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
            f"{what} needs the Python package {missing.name}, which is not installed here. Get it with {_cure(name)}."
        ) from None


def _cure(name: str) -> str:
    """Say how to install an extra: from the repository, if the package is there, and otherwise by its packages."""
    install = f"{shlex.quote(sys.executable)} -m pip install"
    if (REPOSITORY / "pyproject.toml").is_file():
        return f'`{install} --editable "{REPOSITORY}[{name}]"`, or in the folder {REPOSITORY} with `make .venv/ready`'
    return f"`{install} {' '.join(shlex.quote(package) for package in _packages(name))}`"


def _packages(name: str) -> list[str]:
    from packaging.requirements import Requirement  # takes 15 ms, which each kernel would wait for

    required = [Requirement(line) for line in requires(DISTRIBUTION) or ()]
    return [
        f"{each.name}{each.specifier}" for each in required if each.marker and each.marker.evaluate({"extra": name})
    ]
