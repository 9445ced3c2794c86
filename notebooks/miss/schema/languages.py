"""What a language does with texts, by CLDR: its forms for a number, and the direction in which it is read."""

from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.plural import PluralRule

CATEGORIES = ("zero", "one", "two", "few", "many", "other")


def category(number: Any, language: str) -> str:
    """Return the category of a number in a language; "other" for what is not a number."""
    rule = _plural_rule(language)
    return str(rule(number)) if rule and isinstance(number, int | float) else "other"


def categories(language: str | None) -> list[str]:
    """Return the plural categories of a language; all there are, for one that is not known."""
    rule = _plural_rule(language) if language else None
    return [name for name in CATEGORIES if not rule or name in rule.tags or name == "other"]


def is_right_to_left(language: str) -> bool:
    """Return whether a language is written from right to left, as Arabic and Hebrew are."""
    locale = _locale(language)
    return locale is not None and locale.text_direction == "rtl"


def _plural_rule(language: str) -> PluralRule | None:
    locale = _locale(language)
    return locale.plural_form if locale else None


@cache
def _locale(language: str) -> Locale | None:
    for tag in fallback_tags(language):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def fallback_tags(language: str) -> list[str]:
    """Return the tags to look a language up by: its own, then without its region or script, as "pt-BR", then "pt"."""
    return list(dict.fromkeys([language, language.partition("-")[0]]))
