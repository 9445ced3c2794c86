"""Records to HTML: the Jinja environment, with escaping on.

Templates are in ``render/templates/``, or in the folder of their kind: see ``kind_templates``.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from ..schema.content import Content
from ..schema.item_kind import item_kind_of
from ..schema.placed import Placed, only_asks, placed_at, placed_in
from ..schema.text import plain
from .citations import provenance
from .figures import render_face, render_figure, render_mark
from .filters import citation_attrs, cited_sources, css_string, direction, fill_in, hedged, pick_json, rich_text
from .kind_templates import KindTemplates
from .links import appendix_page, way_through
from .parts import part_words_json, parts_json
from .review import record_review, review_status
from .stills import entry_close_ups, entry_stills, topic_stills
from .tiers import red_flags, sign_cards, signs_by_tier

HERE = Path(__file__).parent
SCREEN = "screen.html"


@cache
def environment() -> jinja2.Environment:
    """Return the environment: escaping is on, and an undefined name raises an error instead of rendering as empty."""
    env = jinja2.Environment(
        loader=jinja2.ChoiceLoader([jinja2.FileSystemLoader(HERE / "templates"), KindTemplates()]),
        autoescape=True,
        auto_reload=False,  # a page includes hundreds of templates; asking for each file whether it changed takes time
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["rich_text"] = rich_text
    env.filters["citation_attrs"] = citation_attrs
    env.filters["cited_sources"] = cited_sources
    env.filters["plain"] = plain
    env.filters["hedged"] = hedged
    env.filters["pick_json"] = pick_json
    env.filters["fill"] = fill_in
    env.filters["css_string"] = css_string
    env.filters["direction"] = direction
    env.filters["red_flags"] = red_flags
    env.filters["sign_cards"] = sign_cards
    env.tests["only_asking"] = only_asks
    env.globals.update(render_face=render_face, render_figure=render_figure, render_mark=render_mark)
    env.globals.update(entry_stills=entry_stills, entry_close_ups=entry_close_ups, topic_stills=topic_stills)
    env.globals.update(item_kind_of=item_kind_of, interaction_view=interaction_view)
    env.globals.update(select_template=env.select_template)
    env.globals.update(provenance=provenance, appendix_page=appendix_page)
    env.globals.update(review_status=review_status, record_review=record_review)
    env.globals.update(placed_at=placed_at, placed_in=placed_in)
    env.globals.update(signs_by_tier=signs_by_tier, way_through=way_through)
    env.globals.update(parts_json=parts_json, part_words_json=part_words_json)
    return env


def render_interaction(content: Content, placed: Placed, template: str = SCREEN, **values: Any) -> str:
    """Render a template of a placed interaction, with its ``records`` and the ``figures`` of its topic."""
    records, figures = placed.records(content.records), content.figures(placed.topic.id)
    if template == SCREEN:
        values = placed.interaction.values(content, records) | values
    values = {"placed": placed, "records": records, "figures": figures, **values}
    return render(content, f"{placed.interaction.kind}/{template}", **values)


@jinja2.pass_context
def interaction_view(context: jinja2.runtime.Context, placed: Placed, template: str = SCREEN) -> Markup:
    """Render a template of a placed interaction inside another one; nothing, if its folder has no such template."""
    if not placed.interaction.has(template):
        return Markup()
    return Markup(render_interaction(context["content"], placed, template))  # noqa: S704 - escaped by its own template


def render(content: Content, template: str, **values: Any) -> str:
    """Render a template with records of one course, and remove empty lines.

    Args:
        content: the course.
        template: a file name in ``render/templates/``, or the kind of an interaction and a file name in its folder.
        values: the template's variables in addition to ``content`` and ``words`` (the texts of the interface).
    """
    return re.sub(r"\n\s*\n+", "\n", render_verbatim(content, template, **values)).strip()


def render_verbatim(content: Content, template: str, **values: Any) -> str:
    """Render a template like ``render``, with empty lines: HTML passed as a value may contain code."""
    return environment().get_template(template).render(content=content, words=content.interface, **values)
