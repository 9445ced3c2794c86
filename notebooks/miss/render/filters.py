"""The filters of the templates: from texts and records to parts of HTML and CSS."""

import json
import re
from collections.abc import Iterable
from typing import Any

import jinja2
from markupsafe import Markup, escape

from ..schema.content import Content
from ..schema.interface import Words
from ..schema.languages import is_right_to_left
from ..schema.reference import Source
from ..schema.text import TERM, Citing, plain
from ..schema.word import Plural, fill, script_data
from .links import glossary_page


@jinja2.pass_context
def rich_text(context: jinja2.runtime.Context, text: str) -> Markup:
    """Escape a text and turn its marked terms into links that carry their meaning."""
    content: Content = context["content"]
    parts, end = [], 0
    for match in TERM.finditer(text):
        parts += [escape(text[end : match.start()]), _term_link(content, match[1], match[2] or match[1])]
        end = match.end()
    return Markup("").join([*parts, escape(text[end:])])


@jinja2.pass_context
def hedged(context: jinja2.runtime.Context, text: str) -> Markup:
    """Escape a text without its marks of terms, and mark the words that keep it from being a promise."""
    content: Content = context["content"]
    said = "|".join(re.escape(word) for word in content.course.hedges.said)
    escaped = str(escape(plain(text)))
    marked = re.sub(rf"\b({said})\b", r"<span class='may'>\1</span>", escaped) if said else escaped
    return Markup(marked)  # noqa: S704 - escaped above


def _term_link(content: Content, label: str, name: str) -> Markup:
    term = content.term(name)
    return Markup('<a class="term" href="{}#word-{}" data-meaning="{}">{}</a>').format(
        glossary_page(content), term.id, plain(term.meaning), label
    )


@jinja2.pass_context
def cited_sources(context: jinja2.runtime.Context, records: list[Citing]) -> list[Source | None]:
    """Return the sources that some records cite, each publisher once, and at the end None for general practice."""
    content: Content = context["content"]
    cited = [content.source(id) for record in records for id in record.added]
    published = {(source.publisher, source.url): source for source in cited if source.basis == "source" and source.url}
    practice = [None] if any(source.basis == "practice" or not source.url for source in cited) else []
    return [*{source.publisher: source for source in published.values()}.values(), *practice]


def citation_attrs(record: Citing) -> Markup:
    """Return what a record cites as HTML attributes: ``data-fact`` and ``data-added``."""
    attributes = {"data-fact": record.facts, "data-added": record.added}
    return Markup(" ").join(Markup('{}="{}"').format(name, " ".join(ids)) for name, ids in attributes.items() if ids)


@jinja2.pass_context
def fill_in(context: jinja2.runtime.Context, word: str | Plural, **values: Any) -> str:
    """Fill a word's placeholders, in the language of the course."""
    content: Content = context["content"]
    return fill(word, content.course.language, values)


def css_string(text: str) -> Markup:
    """Quote a text as a CSS string. Its angle brackets are escaped, so that no text can close the style element."""
    quoted = json.dumps(plain(text), ensure_ascii=False).replace("<", r"\3c ").replace(">", r"\3e ")
    return Markup(quoted)  # noqa: S704 - quotes, backslashes and brackets are escaped


def pick_json(words: Words, keys: str, **more: Any) -> str:
    """Serialize the words that a script fills in itself as JSON, for a ``data-words`` attribute.

    Args:
        words: a group of words.
        keys: the names of the words, separated by spaces.
        more: more of them, by name.
    """
    return json.dumps({**pick(words, keys.split()), **more}, ensure_ascii=False)


def pick(words: Words, keys: Iterable[str]) -> dict[str, Any]:
    """Return some words of a group as data for scripts; the plural forms of a word are a dictionary."""
    return {key: script_data(getattr(words, key)) for key in keys}


def direction(language: str) -> str | None:
    """Return the value of an element's ``dir`` in a language; None where it is the usual one, from left to right."""
    return "rtl" if is_right_to_left(language) else None
