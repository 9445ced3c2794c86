"""Records to HTML: Jinja templates with escaping on, and the one way a text becomes rich.

Templates stand beside the widget that uses them (``widgets/*.html``) or in ``render/templates/``.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape
from pydantic import BaseModel

from ..schema.accessibility import Figures
from ..schema.content import Content
from ..schema.reference import Source
from ..schema.text import TERM, Grounded, plain
from .citations import provenance, review_line
from .figures import draw, mark
from .stills import loose_stills, stills_of

HERE = Path(__file__).parent
WIDGETS = HERE.parent / "widgets"


@cache
def environment() -> jinja2.Environment:
    """Set up the templates: escaping on, and a name that is not there is an error, not an empty text."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader([HERE / "templates", WIDGETS]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["rich"] = rich
    made.filters["grounds"] = grounds
    made.filters["sources"] = sources
    made.filters["plain"] = plain
    made.filters["json_words"] = json_words
    made.filters["filled"] = filled
    made.filters["css_string"] = css_string
    made.globals.update(draw=draw, mark=mark, stills_of=stills_of, loose_stills=loose_stills)
    made.globals.update(provenance=provenance, review_line=review_line)
    return made


def render(content: Content, template: str, **values: Any) -> str:
    """Fill a template with records of one course, and leave out empty lines.

    Args:
        content: the course that the words come from.
        template: a file name in ``render/templates/`` or ``widgets/``.
        values: what the template names beside ``content`` and ``words`` (the interface's).
    """
    return re.sub(r"\n\s*\n+", "\n", render_verbatim(content, template, **values)).strip()


def render_verbatim(content: Content, template: str, **values: Any) -> str:
    """Fill a template as ``render`` does, and keep empty lines: the HTML that it is given may hold code."""
    return environment().get_template(template).render(content=content, words=content.interface, **values)


@jinja2.pass_context
def rich(context: jinja2.runtime.Context, text: str) -> Markup:
    """Escape a text and turn its marked terms into links that carry their meaning."""
    content: Content = context["content"]
    parts, end = [], 0
    for found in TERM.finditer(text):
        parts += [escape(text[end : found.start()]), _term_link(content, found[1], found[2] or found[1])]
        end = found.end()
    return Markup("").join([*parts, escape(text[end:])])


def _term_link(content: Content, shown: str, name: str) -> Markup:
    term = content.term(name)
    return Markup('<a class="term" href="#word-{}" data-meaning="{}">{}</a>').format(
        term.id, plain(term.meaning), shown
    )


@jinja2.pass_context
def sources(context: jinja2.runtime.Context, records: list[Grounded]) -> list[Source | None]:
    """List the sources that some records name, each publisher once; last, None for general practice."""
    content: Content = context["content"]
    named = [content.source(id) for record in records for id in record.added]
    read = {(source.publisher, source.url): source for source in named if source.basis == "source" and source.url}
    practice = [None] if any(source.basis == "practice" or not source.url for source in named) else []
    return [*{source.publisher: source for source in read.values()}.values(), *practice]


def grounds(record: Grounded) -> Markup:
    """Write what a record rests on as attributes: ``data-fact`` and ``data-added``."""
    named = {"data-fact": record.facts, "data-added": record.added}
    return Markup(" ").join(Markup('{}="{}"').format(name, " ".join(ids)) for name, ids in named.items() if ids)


def filled(words: str, record: BaseModel) -> str:
    """Fill a text's braces from a record's fields and totals; braces of another name stay as they are."""
    values = record.model_dump() | (record.totals if isinstance(record, Figures) else {})
    return re.sub(r"\{(\w+)\}", lambda found: str(values.get(found[1], found[0])), words)


def css_string(text: str) -> Markup:
    """Quote a text for a style; its angle brackets are written as numbers, or a text could end the style."""
    quoted = json.dumps(plain(text), ensure_ascii=False).replace("<", r"\3c ").replace(">", r"\3e ")
    return Markup(quoted)  # noqa: S704 - quotes, backslashes and brackets are escaped


def json_words(words: Any, keys: str) -> str:
    """Pick the words that a script fills in itself, as JSON for a ``data-words`` attribute."""
    return json.dumps({key: getattr(words, key) for key in keys.split()}, ensure_ascii=False)
