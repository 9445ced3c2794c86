"""Create the notebook of each page from ``sections.yaml`` or ``appendices.yaml``.

A topic with an interaction that has a widget gets a cell for it, below its own text. The first cell says what the
notebook is, and the last ones, tagged ``check``, drive the page from Python.
"""

import re

import nbformat

from ..render.links import KEEP
from ..schema.content import Content
from ..schema.placed import placed_at, placed_in
from ..schema.records import Appendix, Section, Topic
from ..schema.word import fill
from .read import is_about, is_check
from .widget_cells import drive_code, import_lines, show_code

MARKDOWN = re.compile(r"([!-/:;=-@[-`{-~])")  # ASCII punctuation but "<": with a backslash before it, it means itself
HOME = ("opening", "way", "objectives", "how_to_use", "glossary")
# By appendix id: the methods that show its parts below the title.
APPENDICES = {
    KEEP: ("keep",),
    "glossary": ("glossary",),
    "sources": ("sources_and_review",),
    "accessibility": ("accessibility",),
    "guide": ("guide", "guide_words", "guide_sources"),
}
COURSE = 'course = Course("..")'  # a kernel starts in the notebook's folder
Cells = list[nbformat.NotebookNode]


def compose(content: Content) -> dict[str, Cells]:
    """Return the cells of every page of the course, by the name of its notebook; nothing is written."""
    pages = (
        {"index": _home_cells()}
        | {section.notebook: _section_cells(section) for section in content.sections}
        | {appendix.notebook: _appendix_cells(appendix) for appendix in content.appendices}
    )
    return {name: [_about_cell(content), *_with_introduction(cells, content)] for name, cells in pages.items()}


def refresh_about(notebook: nbformat.NotebookNode, composed: Cells) -> None:
    """Begin a notebook with the current cell that says what it is, in place.

    Args:
        notebook: the notebook.
        composed: the cells that the content makes of this page; none, if it is no page of the course.
    """
    about = [cell for cell in composed if is_about(cell)]
    if about and notebook.nbformat_minor < 5:  # before format 4.5 cells have no ids
        about[0].pop("id", None)
    if about:
        notebook.cells = [*about, *(cell for cell in notebook.cells if not is_about(cell))]


def _about_cell(content: Content) -> nbformat.NotebookNode:
    words = content.interface.notebook
    values = {"title": MARKDOWN.sub(r"\\\1", content.course.title), "folder": f"content/{content.folder.name}"}
    about, *lines = (
        fill(word, content.course.language, values).replace("<", "&lt;")  # the words are Markdown, but no HTML
        for word in (words.about, words.run, words.as_app, words.edit)
    )
    return _markdown("about-this-notebook", "\n".join([about, "", *(f"- {line}" for line in lines)]), "about")


def _with_introduction(cells: Cells, content: Content) -> Cells:
    """Add a cell that introduces those tagged ``check``, above the first of them, if there are any."""
    words = content.interface.notebook
    first = next((number for number, cell in enumerate(cells) if is_check(cell)), None)
    if first is None:
        return cells
    introduction = _markdown("same-from-python", f"## {words.from_python}\n\n{words.from_python_text}", "check")
    return [*cells[:first], introduction, *cells[first:]]


def _markdown(id: str, source: str, *tags: str) -> nbformat.NotebookNode:
    return nbformat.v4.new_markdown_cell(source, id=id, metadata={"tags": list(tags)})


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
    widgets = [placed for placed in placed_in([section]) if placed.interaction.widget]
    imports = import_lines(widgets, "Course", "Lesson")
    return [
        _code("setup", f'{imports}\n\n{COURSE}\nlesson = Lesson(course, "{section.id}")'),
        _code("opening", "lesson.opening()"),
        *(cell for topic in section.topics for cell in _topic_cells(section, topic)),
        _code("page-recap", "lesson.recap()"),
        *(_code(f"check-{each.topic.id}"[:64], drive_code(each), "check") for each in widgets if drive_code(each)),
    ]


def _topic_cells(section: Section, topic: Topic) -> Cells:
    widgets = [placed for placed in placed_at(section, topic) if placed.interaction.widget]
    return [
        _code(f"topic-{topic.id}"[:64], f'lesson.topic("{topic.id}")'),
        *(_code(f"widget-{topic.id}"[:64], show_code(placed)) for placed in widgets),
        *([_code(f"layers-{topic.id}"[:64], f'lesson.layers("{topic.id}")')] if widgets else []),
    ]


def _appendix_cells(appendix: Appendix) -> Cells:
    parts = ("opening", *APPENDICES.get(appendix.id, ()))
    return [
        _code("setup", f'from miss import Appendix, Course\n\n{COURSE}\npage = Appendix(course, "{appendix.id}")'),
        *(_code(name.replace("_", "-"), f"page.{name}()") for name in parts),
        _code("check", "page.appendix.title", "check"),
    ]
