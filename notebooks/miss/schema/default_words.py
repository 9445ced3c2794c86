"""The default words of the interface: one YAML file for each language, in the folder ``words`` of what shows them.

Those of the pages themselves are in the package's own folder, by group. A kind of interaction or of question has a
group of its own, which is named after it. The English words declare which words there are.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from .interaction import Interaction, interactions
from .item_kind import ItemKind, item_kinds
from .languages import fallback_tags

DECLARED_IN = "en"
PACKAGE = Path(__file__).parents[1]
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's is several times as fast
HEADER = "# yaml-language-server: $schema=../schema/interface.json\n"

Words = Mapping[str, Mapping[str, Any]]  # by group and by name


def kind_folders() -> tuple[tuple[str, Path], ...]:
    """Return the name and the folder of every kind that can have words."""
    kinds: list[Interaction | ItemKind[Any]] = [*interactions().values(), *item_kinds().values()]
    return tuple((each.kind, each.folder) for each in kinds)


def default_words(language: str = DECLARED_IN) -> Words:
    """Return the words that the package has in a language, by group and by name.

    Raises:
        ValueError: two kinds have the same name, or a kind has the name of another group.
    """
    groups: dict[str, Any] = {**_read(PACKAGE, language)}
    for kind, folder in kind_folders():
        if words := _read(folder, language):
            if kind in groups:
                raise ValueError(f"Two groups of words have the name '{kind}'; one is in {folder}.")
            groups[kind] = words
    return groups


def default_words_yaml() -> str:
    """Return all default words as a content file, with their comments, for translators."""
    kinds = ((kind, _file(folder, DECLARED_IN)) for kind, folder in kind_folders())
    parts = [f"{kind}:\n{_indented(file)}" for kind, file in kinds if file.exists()]
    return "\n".join([f"{HEADER}{_file(PACKAGE, DECLARED_IN).read_text(encoding='utf-8')}", *parts])


def _indented(file: Path) -> str:
    return re.sub(r"(?m)^(?=.)", "  ", file.read_text(encoding="utf-8"))


@cache
def _read(folder: Path, language: str) -> Mapping[str, Any]:
    for file in (_file(folder, tag) for tag in fallback_tags(language)):
        if file.exists():
            words: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), LOADER)  # noqa: S506 - a safe one
            return words
    return {}


def _file(folder: Path, language: str) -> Path:
    return folder / "words" / f"{language}.yaml"
