"""The type of ``content/<language>/interface.yaml``: what a course says in place of the default words.

It is built from the default words: a word that the package has in the course's language need not be given.
"""

from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, ConfigDict, Field, create_model

from .default_words import DECLARED_IN, default_words, kind_folders
from .text import Record, Text
from .word import placeholders, with_placeholders, word_type


class Words(Record):
    """Words of the interface."""

    # The names of the fields say all, and looking for docstrings in the source takes 30 ms.
    model_config = ConfigDict(validate_default=True, defer_build=True, use_attribute_docstrings=False)

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...


class Interface(Words):
    """The words of the interface, by group: each group belongs to one place on the page, or to one kind."""


def interface_type(language: str | None = None) -> type[Interface]:
    """Return the type of the words of a course.

    Args:
        language: of the course; every word that the package does not have in it is required. If it is not known,
            nothing is required, and every plural category is accepted.
    """
    return _interface_type(language, kind_folders())


@cache  # by the kinds as well: tests register their own
def _interface_type(language: str | None, _kinds: tuple[tuple[str, Path], ...]) -> type[Interface]:
    defaults = default_words(language or DECLARED_IN)
    groups: dict[str, Any] = {
        name: (_group(name, words, defaults.get(name, {}), language), Field(default={}))
        for name, words in default_words().items()
    }
    return create_model("Interface", __base__=Interface, __doc__=Interface.__doc__, **groups)


def _group(name: str, declared: Mapping[str, Any], defaults: Mapping[str, Any], language: str | None) -> type[Words]:
    fields: dict[str, Any] = {
        key: (_type(word, language), Field(default=defaults[key]) if key in defaults else Field(examples=[word]))
        for key, word in declared.items()
    }
    return create_model(f"{name.title()}Words", __base__=Words, __doc__=f"The words of '{name}'.", **fields)


def _type(declared: Any, language: str | None) -> Any:
    """Return the type of a word that has the placeholders of the declared one."""
    if isinstance(declared, list):
        return Annotated[list[Text], Field(min_length=1)]
    forms = {"other": declared} if isinstance(declared, str) else dict(declared)
    by = forms.pop("by", "")
    names = frozenset(placeholders(" ".join(forms.values())))
    return Annotated[word_type(language), AfterValidator(partial(with_placeholders, accepted=names, by=by))]
