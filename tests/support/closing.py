"""What is opened is closed, whatever happens."""

from abc import ABC, abstractmethod
from contextlib import ExitStack
from typing import Self


class Closing(ABC):
    """Something that is open inside a ``with``: closed after it, and also when opening it fails half-way."""

    _opened = ExitStack()

    @abstractmethod
    def open(self, parts: ExitStack) -> None:
        """Open it, and hand everything that has to be closed to ``parts``."""

    def close(self) -> None:
        """Close it now; the end of the ``with`` then finds nothing to do."""
        self._opened.close()

    def __enter__(self) -> Self:
        with ExitStack() as parts:
            self.open(parts)
            self._opened = parts.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
