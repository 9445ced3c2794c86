"""What a course is made of: its files, one for each kind of record, and the whole of them."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .accessibility import AccessibilityWords
from .interface import Interface
from .pictures import Drawing, Figure, Pictures
from .quiz import Item
from .records import Appendix, Condition, CourseRecord, Operation, Procedure, Risk, Section
from .reference import Fact, Source, Term
from .trainer import GuidePart, Kind, Note

# The file's stem, and what the file holds: first what students see.
FILES: dict[str, Any] = {
    "course": CourseRecord,
    "interface": Interface,
    "sections": list[Section],
    "appendices": list[Appendix],
    "operations": list[Operation],
    "conditions": list[Condition],
    "procedure": Procedure,
    "risks": list[Risk],
    "glossary": list[Term],
    "quiz": list[Item],
    "pictures": Pictures,
    "facts": list[Fact],
    "sources": list[Source],
    "accessibility": AccessibilityWords,
}
# What only a trainer sees.
TRAINER_FILES: dict[str, Any] = {
    "trainer": list[Note],
    "guide": list[GuidePart],
}
EVERY_FILE = FILES | TRAINER_FILES

# What a course may do without: the file may be missing or empty, and then stands for this.
OPTIONAL: dict[str, Any] = {
    "appendices": [],
    "accessibility": None,
    "operations": [],
    "pictures": {"drawings": [], "figures": []},
    **{stem: [] for stem in TRAINER_FILES},
}


@dataclass(frozen=True)
class Content:
    """Every record of one course in one language, as read from ``folder``; always whole."""

    folder: Path
    course: CourseRecord
    interface: Interface
    sections: list[Section]
    appendices: list[Appendix]
    operations: list[Operation]
    conditions: list[Condition]
    procedure: Procedure
    risks: list[Risk]
    glossary: list[Term]
    quiz: list[Item]
    pictures: Pictures
    facts: list[Fact]
    sources: list[Source]
    accessibility: AccessibilityWords | None
    trainer: list[Note]
    guide: list[GuidePart]

    @property
    def drawings(self) -> Path:
        """The folder of the course's drawings; it is there only if ``pictures`` names any."""
        return drawings_of(self.folder)

    def for_students(self) -> "Content":
        """Make the same course without what only a trainer reads: the notes, the guide, and pages for trainers."""
        for_everyone = [appendix for appendix in self.appendices if appendix.reader == "everyone"]
        return replace(self, appendices=for_everyone, trainer=[], guide=[])

    def section(self, id: str) -> Section:
        """Find a section by its id."""
        return next(section for section in self.sections if section.id == id)

    def source(self, id: str) -> Source:
        """Find an added statement's source by its id."""
        return next(source for source in self.sources if source.id == id)

    def figures(self, topic: str) -> list[Figure]:
        """List the figures that stand at a topic."""
        return [figure for figure in self.pictures.figures if figure.topic == topic]

    def drawing(self, id: str) -> Drawing:
        """Find a drawing by its id."""
        return next(drawing for drawing in self.pictures.drawings if drawing.id == id)

    def note(self, kind: Kind, about: str) -> Note:
        """Find what the trainer has for a section or an entry."""
        return next(note for note in self.trainer if (note.kind, note.about) == (kind, about))

    def term(self, form: str) -> Term:
        """Find a glossary term by its id, its name or another form of it."""
        return next(term for term in self.glossary if form.lower() in forms_of(term))


def drawings_of(folder: Path) -> Path:
    """Find the drawings of the course whose words stand in ``folder``."""
    return folder.resolve().parent.parent / "assets" / "illustrations"


def forms_of(term: Term) -> set[str]:
    """List every form of a term that a text may mark, in small letters."""
    return {form.lower() for form in (term.id, term.term, *term.also)}
