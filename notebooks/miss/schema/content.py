"""The content of a course: its files, one for each kind of record, and the record of all of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from .accessibility import AccessibilityWords
from .interaction import Interaction, interactions
from .interface import Interface, interface_type
from .pictures import Drawing, Figure, Pictures
from .placed import Placed, placed_in
from .records import Appendix, CourseRecord, Section
from .reference import Fact, Source, Term
from .reviews import ReviewState, SignedRecord, review_states
from .signs import Sign
from .slide import SlideWords
from .trainer import GuidePart, Note

# What returns the type of each file, by the file's stem; the files of interactions are in their declarations.
FILES: dict[str, Callable[[], Any]] = {
    "course": lambda: CourseRecord,
    "interface": interface_type,
    "signs": lambda: list[Sign],
    "sections": lambda: list[Section],
    "appendices": lambda: list[Appendix],
    "glossary": lambda: list[Term],
    "pictures": lambda: Pictures,
    "facts": lambda: list[Fact],
    "sources": lambda: list[Source],
    "accessibility": lambda: AccessibilityWords,
    "slides": lambda: list[SlideWords],
    "trainer": lambda: list[Note],
    "guide": lambda: list[GuidePart],
    "reviews": lambda: list[SignedRecord],
}
TRAINER_FILES = ("trainer", "guide", "slides")  # these are only for trainers
REVIEWED_FILES = (
    "course",
    "signs",
    "sections",
    "glossary",
    "pictures",
    "slides",
)  # in a review, besides those of interactions

# Optional files, with the data that a missing or empty one stands for.
OPTIONAL: dict[str, Any] = {
    "interface": {},
    "signs": [],
    "appendices": [],
    "accessibility": None,
    "pictures": {"drawings": [], "figures": []},
    **{stem: [] for stem in (*TRAINER_FILES, "reviews")},
}


def file_types() -> dict[str, Any]:
    """Return the type of every file that a course may have, by its stem."""
    records = {each.file: each.model() for each in interactions().values() if each.model}
    return {stem: type_of() for stem, type_of in FILES.items()} | records


@dataclass(frozen=True)
class Content:
    """Every record of one course in one language, as read from ``folder``; always complete and valid."""

    folder: Path
    course: CourseRecord
    interface: Interface
    signs: list[Sign]
    sections: list[Section]
    appendices: list[Appendix]
    records: dict[str, Any]
    """The records of the interactions, by the stem of their file."""
    glossary: list[Term]
    pictures: Pictures
    facts: list[Fact]
    sources: list[Source]
    accessibility: AccessibilityWords | None
    slides: list[SlideWords]
    trainer: list[Note]
    guide: list[GuidePart]
    reviews: list[SignedRecord]

    @property
    def placed(self) -> list[Placed]:
        """Every interaction of the course, in order."""
        return placed_in(self.sections)

    def records_of(self, interaction: Interaction) -> list[Any]:
        """Return the records of every file that a kind of interaction shows in the course."""
        stems = {placed.stem: None for placed in self.placed if placed.interaction is interaction}
        return [self.records[stem] for stem in stems if stem]

    @property
    def drawings(self) -> Path:
        """The folder of the course's drawings; it exists only if ``pictures`` lists any."""
        return drawings_of(self.folder)

    @cached_property
    def review_states(self) -> list[ReviewState]:
        """The state of every record that a reviewer signs; all are open, if the course signs none."""
        return review_states({stem: getattr(self, stem) for stem in REVIEWED_FILES} | self.records, self.reviews)

    @property
    def trainer_pages(self) -> frozenset[str]:
        """The names of the pages that only trainers read."""
        return frozenset(appendix.notebook for appendix in self.appendices if appendix.reader == "trainer")

    @property
    def has_trainer_parts(self) -> bool:
        """Whether there is anything that only trainers read."""
        return bool(self.trainer or self.guide or self.trainer_pages)

    def for_students(self) -> "Content":
        """Return the same content without what only trainers read: the notes, the guide, and pages for trainers."""
        for_everyone = [appendix for appendix in self.appendices if appendix.notebook not in self.trainer_pages]
        return replace(self, appendices=for_everyone, trainer=[], guide=[], slides=[])

    def section(self, id: str) -> Section:
        """Return a section by its id."""
        return next(section for section in self.sections if section.id == id)

    def source(self, id: str) -> Source:
        """Return a source by its id."""
        return next(source for source in self.sources if source.id == id)

    def figures(self, topic: str) -> list[Figure]:
        """Return the figures of a topic."""
        return [figure for figure in self.pictures.figures if figure.topic == topic]

    def drawing(self, id: str) -> Drawing:
        """Return a drawing by its id."""
        return next(drawing for drawing in self.pictures.drawings if drawing.id == id)

    def note(self, kind: str, about: str) -> Note:
        """Return the trainer's note about a section or an entry."""
        return next(note for note in self.trainer if (note.kind, note.about) == (kind, about))

    def term(self, form: str) -> Term:
        """Return a glossary term by its id, its name or another form of it."""
        return next(term for term in self.glossary if form.lower() in forms_of(term))


def drawings_of(folder: Path) -> Path:
    """Return the folder of the drawings, from the folder of the content in one language."""
    return course_folder(folder) / "assets" / "illustrations"


def course_folder(folder: Path) -> Path:
    """Return the folder of a course, from the folder of its content in one language."""
    return folder.resolve().parent.parent


def forms_of(term: Term) -> set[str]:
    """Return every form of a term that a text may mark, in lower case."""
    return {form.lower() for form in (term.id, term.term, *term.also)}
