"""Links: the targets of questions and pages, and URLs in texts, where they would not be links."""

import re
from collections.abc import Iterator
from pathlib import Path

from ..errors import brief
from ..invocation import command
from ..loading.walk import ContentPart
from ..schema.content import course_folder
from ..schema.placed import Records, placed_in
from ..schema.records import Appendix, CourseRecord, Section, Testing
from .rule import Finding, Rule, unknown

ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.I)


def _unknown_targets(readable_parts: list[ContentPart], sections: list[Section], records: Records) -> Iterator[Finding]:
    topics = {section.id: [topic.id for topic in section.topics] for section in sections}
    entries: dict[str, list[str]] = {}
    for placed in placed_in(sections):
        ids = entries.setdefault(placed.section.id, [])
        ids += [entry.id for group in placed.entries(records).values() for entry in group]
    for stem, path, part in readable_parts:
        if isinstance(part, Testing):
            section = part.read.section
            known = {"section": [*topics], "topic": topics.get(section, []), "entry": entries.get(section, [])}
            for key, name in part.read:
                if name is not None and name not in known[key]:
                    yield stem, (*path, "read", key), unknown(key, name, known[key])


def _unknown_sections(course: CourseRecord, sections: list[Section]) -> Iterator[Finding]:
    known = [section.id for section in sections]
    for index, phase in enumerate(course.phases):
        if phase.section not in known:
            yield "course", ("phases", index, "section"), unknown("section", phase.section, known)


def _urls_in_texts(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, text in readable_parts:
        if stem != "sources" and isinstance(text, str) and (match := ADDRESS.search(text)):
            what = f"expected no address here, found '{brief(match.group())}'; move it to sources.yaml, and name its id"
            yield stem, path, what


def _missing_notebooks(folder: Path, readable_parts: list[ContentPart]) -> Iterator[Finding]:
    notebooks = course_folder(folder) / "notebooks"
    known = [file.stem for file in notebooks.glob("*.ipynb")]
    for stem, path, page in readable_parts if known else []:
        if isinstance(page, Section | Appendix) and page.notebook not in known:
            how = f"run `{command('notebooks')}` to create it"
            yield stem, (*path, "notebook"), unknown("notebook", page.notebook, known, how)


TARGETS = Rule("read-again-leads-somewhere", "Who answered wrong is sent there to learn.", _unknown_targets)
PHASES = Rule("phase-leads-somewhere", "Its name is a link to the section that teaches it.", _unknown_sections)
ADDRESSES = Rule("address-in-words", "Nobody can tap it there.", _urls_in_texts, level="warning")
NOTEBOOKS = Rule("notebook-exists", "Links to the page would lead to an error.", _missing_notebooks)
