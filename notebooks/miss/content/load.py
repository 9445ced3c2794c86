"""Load a course from its folder of YAML files: one file a kind of record."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from .interface import Interface
from .messages import sentence
from .pictures import Drawing, Figure, Pictures
from .problem import ContentError, Problem
from .quiz import Item
from .records import Appendix, Condition, Course, Fact, Operation, Procedure, Risk, Section, Source, Term
from .trainer import GuidePart, Kind, Note
from .yaml_file import Location, YamlFile, read_yaml

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
}
# What only a trainer sees.
TRAINER_FILES: dict[str, Any] = {
    "trainer": list[Note],
    "guide": list[GuidePart],
}

# What a course may do without: the file may be missing or empty, and is then an empty list.
OPTIONAL = {"appendices", *TRAINER_FILES}


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
    trainer: list[Note]
    guide: list[GuidePart]

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


def load_content(folder: Path) -> Content:
    """Read and check a whole course.

    Args:
        folder: the folder of one language, for example ``content/en``.

    Raises:
        ContentError: with every problem found, each with its file and line.
    """
    from .rules import broken_rules  # rules look at whole Content, so they come after this module

    files: dict[str, YamlFile] = {}
    parts: dict[str, Any] = {}
    problems: list[Problem] = []
    for stem, model in (FILES | TRAINER_FILES).items():
        try:
            files[stem] = read_yaml(folder / f"{stem}.yaml", may_be_empty=stem in OPTIONAL)
            parts[stem] = _validate(files[stem], model)
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    content = Content(folder=folder, **parts)
    if broken := broken_rules(content, files):
        raise ContentError(broken)
    return content


def _validate(file: YamlFile, model: Any) -> Any:
    try:
        return TypeAdapter(model).validate_python(file.data)
    except ValidationError as error:
        problems = [file.problem(_place(file, e["loc"]), sentence(e, model)) for e in error.errors()]
        raise ContentError(problems) from None


def _place(file: YamlFile, location: Location) -> Location:
    """Drop the parts of pydantic's location that are not in the file: the tags of a union."""
    place: Location = ()
    for part in location:
        if (*place, part) in file.lines:
            place = (*place, part)
    return place
