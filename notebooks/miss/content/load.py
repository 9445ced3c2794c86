"""Load a course from its folder of YAML files: one file a kind of record."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ..errors import ContentError, Problem
from .accessibility import AccessibilityWords
from .interface import Interface
from .messages import sentence
from .pictures import Drawing, Figure, Pictures
from .quiz import Item
from .records import Appendix, Condition, Course, Operation, Procedure, Risk, Section
from .reference import Fact, Source, Term
from .trainer import GuidePart, Kind, Note
from .walk import walk
from .yaml_file import REQUIRED, YamlFile, read_yaml
from .yaml_tree import Location

# The file's stem, and what the file holds: first what students see.
FILES: dict[str, Any] = {
    "course": Course,
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
    """Every record of one course in one language, as read from ``folder``."""

    folder: Path
    course: Course
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

    @cached_property
    def parts(self) -> list[tuple[str, Location, Any]]:
        """Every record and every text: the stem of its file, the way to it in that file, and itself."""
        return [(stem, path, part) for stem in EVERY_FILE for path, part in walk(getattr(self, stem))]

    @property
    def drawings(self) -> Path:
        """The folder of the course's drawings; it is there only if ``pictures`` names any."""
        return self.folder.resolve().parent.parent / "assets" / "illustrations"

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


def forms_of(term: Term) -> set[str]:
    """List every form of a term that a text may mark, in small letters."""
    return {form.lower() for form in (term.id, term.term, *term.also)}


@dataclass(frozen=True)
class Part:
    """One file of a course as far as it can be read: where its lines are, what it holds, or what is wrong with it."""

    file: YamlFile
    value: Any = None
    problems: list[Problem] = field(default_factory=list)


class Reading:
    """A course as far as it can be read; of a file with a problem, ``content`` holds nothing (None)."""

    def __init__(self, folder: Path, parts: dict[str, Part]) -> None:
        self.files = {stem: part.file for stem, part in parts.items()}
        self.problems = [problem for part in parts.values() for problem in part.problems]
        self.sound = {stem for stem, part in parts.items() if not part.problems}
        self.content = Content(folder=folder, **{stem: part.value for stem, part in parts.items()})


def load_content(folder: Path) -> Content:
    """Read a whole course, and check what it must keep to be built.

    Args:
        folder: the folder of one language, for example ``content/en``.

    Raises:
        ContentError: with every problem found, each with its file and line.
    """
    from ..checks.registry import BUILDING  # rules look at whole Content, so they come after this module
    from ..checks.run import judge

    reading = read_course(folder)
    if broken := judge(reading, BUILDING).problems:
        raise ContentError(broken)
    return reading.content


def read_course(folder: Path) -> Reading:
    """Read every file of a course; nothing is raised for what is wrong in them."""
    return Reading(folder, {stem: read_part(folder, stem) for stem in EVERY_FILE})


def read_part(folder: Path, stem: str) -> Part:
    """Read one file of a course, up to what can be said of it alone."""
    file, model = folder / f"{stem}.yaml", EVERY_FILE[stem]
    try:
        read = read_yaml(file, without=OPTIONAL.get(stem, REQUIRED))
    except ContentError as error:
        return Part(YamlFile(file, None), problems=error.problems)
    if read.data is None is OPTIONAL.get(stem, REQUIRED):  # a single record that this course does without
        return Part(read)
    try:
        return Part(read, TypeAdapter(model).validate_python(read.data))
    except ValidationError as error:
        found = error.errors(include_url=False)
        return Part(read, problems=[read.problem(_place(read, e["loc"]), sentence(e, model)) for e in found])


def _place(file: YamlFile, location: Location) -> Location:
    """Drop the parts of pydantic's location that are not in the file: the tags of a union."""
    place: Location = ()
    for part in location:
        if (*place, part) in file.lines:
            place = (*place, part)
    return place
