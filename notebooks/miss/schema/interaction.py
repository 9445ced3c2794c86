"""Interactions: what a declaration says about its kind, and the registry of all kinds.

Vocabulary: an *interaction* is one kind of thing to do on a page; its *records* are what one content file holds for it;
an *entry* is one record that can be shown, linked and noted by itself, such as one choice or one step.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from .entry import Entry


class Progress(NamedTuple):
    """How much of an interaction has been done."""

    done: int
    total: int


def count_seen(records: Sequence[Any], state: Mapping[str, Any]) -> Progress:
    """Return how many of the records a state has seen."""
    return Progress(len(state.get("seen", ())), len(records))


class Example(NamedTuple):
    """How a notebook uses a widget: the name of its variable, and lines that drive it, which call it ``{name}``."""

    variable: str
    code: str


@dataclass(frozen=True)
class Interaction:
    """The declaration of one kind of interaction.

    Everything else of the kind stands in its ``folder`` under fixed names, each only if there is need of it:
    ``words/en.yaml`` for its words of the interface, a group that is named after the kind (see ``default_words``);
    ``element.js`` and ``element.css`` for the page, ``print.css`` for the printed page, ``screen.html`` (without it, no
    section can place the kind), ``home.html`` for the home page, which opens with the first one of the course that has
    it, ``paper.html`` for the whole course on paper, ``handout.html`` for what the handout has in place of that,
    ``paper.css`` for both; for the summary ``summary.html`` (below the recap of its section), ``summary_recap.html``
    (in place of it) and ``summary_end.html`` (at the end of the sheet); ``slide.html`` for the slide of a question,
    ``trainer.html`` for the trainer's view of its page, ``trainer.css`` for the presenter's views; ``card.css`` for
    cards of its questions.
    """

    kind: str
    """Its name in sections.yaml."""
    folder: Path
    """The folder of its files."""
    tag: str
    """The tag of its custom element; also the key of its first instance in a course."""
    file: str = ""
    """The stem of the content file with its records, unless a section names another; empty: it has no file."""
    model: Callable[[], Any] | None = None
    """Returns the type of that file."""
    parameter: str = ""
    """The parameter of a URL's query that names one of its states; it is also the kind of the entries it names."""
    entries: Mapping[str, Callable[[Any], Sequence[Entry]]] = field(default_factory=dict)
    """By kind of entry, what returns these entries of the records; the first kind is shown one by one."""
    states: Callable[[Any], Mapping[str, str]] | None = None
    """Returns the names of the states that its ``parameter`` names, by id, if these are no entries."""
    values: Callable[[Any, Any], dict[str, Any]] = lambda _content, _records: {}
    """Returns what ``screen.html`` needs besides the records and the figures; from the content and the records."""
    widget: type[Any] | None = None
    """Its widget in notebooks; without one, its topic shows it."""
    example: Example | None = None
    """How notebooks use the widget."""
    everywhere: bool = False
    """Whether its styles are needed on every page."""
    parts: Callable[[str], Sequence[Path]] = lambda _name: ()
    """Returns the files of a name in the folders of its parts, such as kinds of questions."""
    between: bool = False
    """Without a widget: whether it stands between what the leaflet says of the topic and what goes beyond it."""
    beside: bool = False
    """Whether the words of its topic stand beside it on a wide screen. Else it is as wide as the page, below them."""
    tests: bool = False
    """Whether it asks what the course teaches: its section has nothing to sum up."""
    comes_back: bool = False
    """Whether its records are asked again after some days; a link's ``parameter`` names those to ask, by their ids."""
    progress: Callable[[Any, Mapping[str, Any]], Progress] | None = None
    """Returns how much of its records a state has done; an empty state is that of who has done nothing yet. The word
    ``progress`` of its kind says it, as in "6 of 8 steps"."""
    initial: Callable[[Sequence[str]], Mapping[str, Any]] | None = None
    """Returns the first state of an instance that shows some of the records only, from their ids; without it, every
    instance shows all of its file."""
    entry_at: str = '.entry[data-id="{id}"]'
    """The selector of an entry inside the element."""
    slides: Callable[..., Any] | None = None
    """Yields its slides (``schema.slide``), from the content and the placed interaction; without it, its entries have
    one each, after the list of them all."""
    polls: Callable[[Any], Sequence[Any]] | None = None
    """Returns the questions that a slide can ask the class; ``slide.html`` shows one of them."""
    sheets: Mapping[str, Callable[..., dict[str, Any]]] = field(default_factory=dict)
    """By name of a sheet, of its template and of its title in the words, what returns the values of the template."""
    rules: Sequence[Any] = ()
    """Rules (``checks.rule.Rule``) that a course must pass to be built."""
    advice: Sequence[Any] = ()
    """Rules that a course should pass to be taught."""

    def has(self, name: str) -> bool:
        """Return whether its folder has this file."""
        return (self.folder / name).is_file()

    def files(self, name: str) -> list[Path]:
        """Return the files of this name: its own, if it has one, and those of its parts."""
        return [file for file in (self.folder / name, *self.parts(name)) if file.is_file()]

    @property
    def scripts(self) -> list[Path]:
        """The modules of its element; those of its parts come first, since they are in place when it is defined."""
        return self.files("element.js")[::-1]


_registered: dict[str, Interaction] = {}


def register(interaction: Interaction) -> Interaction:
    """Add a kind of interaction; every course can then use it.

    Raises:
        ValueError: another kind has its name, its tag, its file, its parameter or a kind of its entries.
    """
    for other in _registered.values():
        for name in ("kind", "tag", "file", "parameter"):
            value = getattr(interaction, name)
            if value and value == getattr(other, name):
                raise ValueError(
                    f"Two interactions have the {name} '{value}': {interaction.folder} and {other.folder}."
                )
        if shared := sorted(interaction.entries.keys() & other.entries.keys()):
            raise ValueError(f"Two interactions have entries '{shared[0]}': {interaction.kind} and {other.kind}.")
    _registered[interaction.kind] = interaction
    return interaction


def unregister(kind: str) -> None:
    """Remove a kind that was registered, such as one of a test."""
    del _registered[kind]


def interactions() -> Mapping[str, Interaction]:
    """Return every registered interaction, by kind."""
    return _registered


def files_of(shown: Iterable[Interaction], name: str) -> list[Path]:
    """Return the files of a name that some interactions have, each once: several may share the files of one."""
    return list(dict.fromkeys(file for each in shown for file in each.files(name)))


def interactions_by_file() -> dict[str, Interaction]:
    """Return every registered interaction that has a file of its own, by the stem of that file."""
    return {each.file: each for each in _registered.values() if each.file}


def placeable() -> list[str]:
    """Return the kinds that a section can name: those that show something of their own."""
    return [kind for kind, interaction in _registered.items() if interaction.has("screen.html")]


def entry_kinds() -> list[str]:
    """Return the kinds of entries of all interactions."""
    return [kind for interaction in _registered.values() for kind in interaction.entries]
