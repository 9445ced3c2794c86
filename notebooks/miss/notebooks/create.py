"""Create the notebook of each page from ``sections.yaml`` or ``appendices.yaml``.

A topic whose id is a kind of record gets the widget of that kind, below its own text.
"""

import nbformat

from ..schema.content import Content
from ..schema.records import Appendix, Section, Topic

# By topic id: the widget's variable in the notebook, its class, and a line that drives it from Python.
WIDGETS = {
    "conditions": ("selector", "ConditionSelector", "selector.options"),
    "procedure": ("slider", "ProcedureSlider", "slider.go_to(2)\nprint(slider)"),
    "risks": ("cards", "RiskCards", "cards.cards"),
    "quiz": ("check", "KnowledgeCheck", "list(check.pool)"),
}
HOME = ("opening", "way", "objectives", "how_to_use", "glossary")
# By appendix id: the methods that show its parts below the title.
APPENDICES = {
    "sources": ("sources_and_review",),
    "accessibility": ("accessibility",),
    "guide": ("guide", "guide_words", "guide_sources"),
}
COURSE = 'course = Course("..")'  # a kernel starts in the notebook's folder
Cells = list[nbformat.NotebookNode]


def compose(content: Content) -> dict[str, Cells]:
    """Return the cells of every page of the course, by the name of its notebook; nothing is written."""
    return (
        {"index": _home_cells()}
        | {section.notebook: _section_cells(section) for section in content.sections}
        | {appendix.notebook: _appendix_cells(appendix) for appendix in content.appendices}
    )


def _code(id: str, source: str, *tags: str) -> nbformat.NotebookNode:
    metadata = {"tags": list(tags)} if tags else {}
    return nbformat.v4.new_code_cell(source, id=id, metadata=metadata)


def _home_cells() -> Cells:
    return [
        _code("setup", f"from miss import Course, Home\n\n{COURSE}\nhome = Home(course)"),
        *(_code(name.replace("_", "-"), f"home.{name}()") for name in HOME),
        _code("check", "[section.title for section in home.content.sections]", "check"),
    ]


def _section_cells(section: Section) -> Cells:
    names = sorted(["Course", "Lesson", *(WIDGETS[topic.id][1] for topic in section.topics if topic.id in WIDGETS)])
    return [
        _code("setup", f'from miss import {", ".join(names)}\n\n{COURSE}\nlesson = Lesson(course, "{section.id}")'),
        _code("opening", "lesson.opening()"),
        *(cell for topic in section.topics for cell in _topic_cells(topic)),
        *(_code(f"page-{name}", f"lesson.{name}()") for name in ("recap", "words", "sources")),
        *(_code(f"check-{t.id}", WIDGETS[t.id][2], "check") for t in section.topics if t.id in WIDGETS),
    ]


def _topic_cells(topic: Topic) -> Cells:
    cells = [_code(f"topic-{topic.id}"[:64], f'lesson.topic("{topic.id}")')]
    if topic.id in WIDGETS:
        name, widget, _ = WIDGETS[topic.id]
        cells.append(_code(f"widget-{topic.id}", f"{name} = {widget}(course)\n{name}"))
    if topic.id == "operations":
        cells.append(_code("list-operations", "lesson.operations()"))
    return cells


def _appendix_cells(appendix: Appendix) -> Cells:
    parts = ("opening", *APPENDICES.get(appendix.id, ()))
    return [
        _code("setup", f'from miss import Appendix, Course\n\n{COURSE}\npage = Appendix(course, "{appendix.id}")'),
        *(_code(name.replace("_", "-"), f"page.{name}()") for name in parts),
        _code("check", "page.appendix.title", "check"),
    ]
