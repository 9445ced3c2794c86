"""Placements: each interaction has a key of its own, and a file with records of its kind."""

from collections.abc import Iterator
from pathlib import Path

from ..errors import Problem, brief
from ..schema.content import FILES
from ..schema.interaction import Interaction, interactions_by_file
from ..schema.placed import Placed, placed_at
from ..schema.records import Section
from .yaml_file import YamlFile
from .yaml_tree import Location

RESERVED = ("content", "theme", "view")  # names that the page and the progress store have for something else


def placement_problems(file: YamlFile, sections: list[Section]) -> list[Problem]:
    """Return the problems of the interactions that some sections place; their own records are not read here."""
    keys, kinds = set(RESERVED), interactions_by_file()
    problems = []
    for path, placed in _with_paths(sections):
        found = [*_key_problem(placed.key, keys), *_records_problem(placed, kinds, file.file.parent)]
        problems += [file.problem((*path, name), what) for name, what in found]
        keys.add(placed.key)
        if not found:
            kinds.setdefault(placed.stem, placed.interaction)
    return problems


def _with_paths(sections: list[Section]) -> Iterator[tuple[Location, Placed]]:
    for index, section in enumerate(sections):
        for place, topic in enumerate(section.topics):
            for placed in placed_at(section, topic):
                yield (index, "topics", place, "interaction"), placed


def _key_problem(key: str, keys: set[str]) -> Iterator[tuple[str, str]]:
    if key in RESERVED:
        yield "key", f"the key '{key}' has another meaning in the page; give this interaction another key"
    elif key in keys:
        yield "key", f"duplicate key '{brief(key)}': an earlier interaction has it; give this one another key"


def _records_problem(placed: Placed, kinds: dict[str, Interaction], folder: Path) -> Iterator[tuple[str, str]]:
    stem, interaction = placed.stem, placed.interaction
    other = kinds.get(stem, interaction)
    if not interaction.file:
        if stem:
            yield "records", f"'records': the kind '{interaction.kind}' has no file of its own; remove the key"
    elif stem in FILES:
        yield "records", f"'records': {stem}.yaml holds other records; name a file with records of this kind"
    elif other is not interaction:
        yield "records", f"'records': {stem}.yaml holds the records of '{other.kind}'; name another file"
    elif stem != interaction.file and not (folder / f"{stem}.yaml").exists():
        yield "records", f"'records': there is no {stem}.yaml; correct the name, or write the file"
