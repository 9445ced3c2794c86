"""Words of the interface: texts with ``{placeholders}``, in the plural forms of a language where a number counts.

Vocabulary: a *word* is a text, or its *plural forms* by CLDR category, such as ``one`` and ``other``.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import Discriminator, Field, Tag, create_model
from pydantic_core import PydanticCustomError
from typing_extensions import TypeAliasType

from .languages import CATEGORIES, categories, category
from .text import Record, Text

PLACEHOLDER = re.compile(r"\{(\w+)\}")  # as in widgets/fill.js
TAGS = ("<text>", "<plural>")  # of the two types of a word, in locations of errors; no key is like them


class Plural(Record):
    """The plural forms of a text, by the categories of its language; the number of ``by`` picks one."""

    by: str = ""
    """The placeholder whose number picks the form; may be left out if there is only one."""
    other: Text
    """The form for every number that has none of its own."""
    language: ClassVar[str | None] = None
    """The language whose rules pick the form."""

    @property
    def forms(self) -> dict[str, str]:
        """The texts by category."""
        return {name: text for name in CATEGORIES if (text := getattr(self, name, None))}

    def __str__(self) -> str:
        return self.other


def fill(word: str | Plural, language: str, values: Mapping[str, Any]) -> str:
    """Replace a word's placeholders, in the plural form that the language has for the number that counts.

    Raises:
        KeyError: there is no value for one of its placeholders.

    >>> fill("{number} of {total}", "en", {"number": 2, "total": 8})
    '2 of 8'
    """
    text = word if isinstance(word, str) else word.forms.get(category(values[word.by], language), word.other)
    return PLACEHOLDER.sub(lambda match: str(values[match[1]]), text)


def script_data(word: str | Plural) -> str | dict[str, Any]:
    """Return a word as data for ``fill.js``; plural forms with their language, as JupyterLab's page has its own."""
    return {"language": word.language, **word.model_dump(exclude_none=True)} if isinstance(word, Plural) else word


def placeholders(text: str) -> set[str]:
    """Return the names of a text's placeholders."""
    return set(PLACEHOLDER.findall(text))


@cache
def word_type(language: str | None) -> Any:
    """Return the type of a word: a text, or its plural forms in the categories of this language."""
    forms: dict[str, Any] = {name: (Text | None, _form(name)) for name in categories(language) if name != "other"}
    plural = create_model("Plural", __base__=Plural, __doc__=Plural.__doc__, **forms)
    plural.language = language
    return TypeAliasType(
        "Word", Annotated[Annotated[Text, Tag(TAGS[0])] | Annotated[plural, Tag(TAGS[1])], Discriminator(_tag)]
    )


def _form(name: str) -> Any:
    return Field(default=None, description=f"The form for numbers of the category '{name}'.")


def _tag(value: Any) -> str:
    return TAGS[isinstance(value, dict | Plural)]


if TYPE_CHECKING:
    Word = str | Plural
else:
    Word = word_type(None)  # of any language


def with_placeholders(word: str | Plural, accepted: frozenset[str], by: str = "", required: bool = True) -> Any:
    """Return a word whose placeholders are accepted, with the name of the one that counts.

    Args:
        word: the word.
        accepted: the names of placeholders that the page fills in.
        by: the one that counts, unless the word names one.
        required: whether each must be there; only the forms of single numbers may leave out the one that counts.

    Raises:
        PydanticCustomError: a placeholder is unknown or missing, or it is not clear which one counts, if any.
    """
    forms = {"other": word} if isinstance(word, str) else word.forms
    if unknown := sorted(placeholders(" ".join(forms.values())) - accepted):
        raise PydanticCustomError("unknown_placeholder", "unknown", {"found": unknown[0], "accepted": sorted(accepted)})
    if not isinstance(word, str):
        by = _counting(word.by or by, accepted)
        word = word.model_copy(update={"by": by})
    for name, text in forms.items() if required else ():
        if missing := sorted(accepted - placeholders(text) - ({by} if name != "other" else set())):
            raise PydanticCustomError("missing_placeholder", "missing", {"missing": missing[0]})
    return word


def _counting(by: str, accepted: frozenset[str]) -> str:
    """Return the placeholder whose number picks the form: the one that is named, or the only one."""
    if not accepted:
        raise PydanticCustomError("plural_of_none", "plural")
    by = by or (next(iter(accepted)) if len(accepted) == 1 else "")
    if by not in accepted:
        raise PydanticCustomError("plural_by", "by", {"accepted": sorted(accepted)})
    return by
