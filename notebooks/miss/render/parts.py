"""The parts of sections, and the words that say how much of them is done, as data for the page's script."""

import json

import jinja2

from ..schema.content import Content
from ..schema.part import section_parts
from ..schema.records import Section
from ..schema.word import script_data


@jinja2.pass_context
def parts_json(context: jinja2.runtime.Context, section: Section) -> str:
    """Serialize the parts of a section as JSON, for a ``data-parts`` attribute."""
    content: Content = context["content"]
    return json.dumps([part._asdict() for part in section_parts(section, content.records)])


@jinja2.pass_context
def part_words_json(context: jinja2.runtime.Context) -> str:
    """Serialize the words that say how much of a part is done as JSON, by the kind of the part."""
    content: Content = context["content"]
    kinds = {placed.interaction.kind for placed in content.placed if placed.interaction.progress}
    words = {kind: script_data(getattr(content.interface, kind).progress) for kind in sorted(kinds)}
    return json.dumps(words, ensure_ascii=False)
