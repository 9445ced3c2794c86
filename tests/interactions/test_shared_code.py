"""The scripts and styles that all interactions share name none of them."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

MISS = ROOT / "notebooks" / "miss"
FOLDERS = [folder for folder in (MISS / "interactions").iterdir() if (folder / "screen.html").exists()]
MARKUP = [*MISS.rglob("*.html"), *(MISS / "render").glob("*.py")]
STYLES = [file for file in MISS.rglob("*.css") if not file.is_relative_to(MISS / "interactions")]
SCRIPTS = [file for name in ("widgets", "web/scripts", "presenter") for file in (MISS / name).glob("*.js")]
CLASSES = re.compile(r'(?:class"?[=:] ?"|{% block name %})([^"{}]*)')
SELECTOR_CLASSES = re.compile(r"\.([a-z][\w-]*)")


def classes_in(files: list[Path]) -> set[str]:
    texts = [text for file in files for text in CLASSES.findall(file.read_text(encoding="utf-8"))]
    return {name for text in texts for name in text.split()}


def own_classes(folder: Path) -> set[str]:
    """The classes that only this interaction's markup uses."""
    own = [file for file in MARKUP if file.is_relative_to(folder)]
    return classes_in(own) - classes_in([file for file in MARKUP if file not in own])


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_shared_style_names_a_class_of_one_interaction(folder: Path) -> None:
    own = own_classes(folder)
    named = {file.name: own & {*SELECTOR_CLASSES.findall(file.read_text(encoding="utf-8"))} for file in STYLES}
    assert len(STYLES) > 6 and not {name: sorted(classes) for name, classes in named.items() if classes}


def test_no_shared_script_or_style_names_an_element() -> None:
    scripts = [file.read_text(encoding="utf-8") for folder in FOLDERS for file in folder.glob("element.js")]
    tags = [tag for script in scripts for tag in re.findall(r'define\("([\w-]+)"', script)]
    assert len(tags) > 3 and len(SCRIPTS) > 20
    named = re.compile("|".join(tags))
    assert not [file.name for file in (*STYLES, *SCRIPTS) if named.search(file.read_text(encoding="utf-8"))]


def test_interactions_have_classes_of_their_own() -> None:
    assert {"swipe", "option", "card"} <= {name for folder in FOLDERS for name in own_classes(folder)}
