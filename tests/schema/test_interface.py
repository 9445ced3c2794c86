"""The words of the interface: defaults in the package, which a course overrides; plural forms by its language."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from miss import Course, KnowledgeCheck
from miss.checks.run import check
from miss.cli import main
from miss.presenter.script import trainer_js
from miss.render.environment import environment, render
from miss.render.filters import pick
from miss.schema import default_words as defaults
from miss.schema.content import Content
from miss.schema.default_words import default_words, default_words_yaml
from miss.schema.interface import interface_type
from miss.schema.languages import categories
from miss.schema.word import Plural, fill

from tests.conftest import ROOT
from tests.support.changes import remove, replace, write

PACKAGE = ROOT / "notebooks" / "miss"
NAMES = [(group, name) for group, words in default_words().items() for name in words]


def test_a_course_needs_no_words_of_its_own(words: Path) -> None:
    remove("interface")(words)
    assert not check(words).errors
    content = Course(words.parents[1]).content
    assert (content.interface.page.home, content.interface.conditions.legend) == ("Course home", "Choose one")


def test_a_course_says_only_what_it_wants_otherwise(words: Path) -> None:
    write("interface", b'home:\n  start: "Begin"\n')(words)
    home = Course(words.parents[1]).content.interface.home
    assert (home.start, home.how) == ("Begin", "How to use it")


def test_this_course_repeats_no_default() -> None:
    interface = Course(ROOT).content.interface
    own = {
        (group, name) for group in type(interface).model_fields for name in getattr(interface, group).model_fields_set
    }
    assert len(own) == 16
    assert not [at for at in own if getattr(getattr(interface, at[0]), at[1]) == default_words()[at[0]][at[1]]]


def test_defaults_are_valid() -> None:
    assert interface_type("en").model_validate({})


def test_every_word_is_used() -> None:
    """By its name, in a template, a script or Python."""
    picked = {name for names in PICKED.findall(" ".join(SOURCES)) for name in names.split()}
    named = [name for _, name in NAMES if any(re.search(rf"\.{name}\b|[\"']{name}[\"']", text) for text in SOURCES)]
    assert not {name for _, name in NAMES} - picked - {*named}


def test_scripts_get_only_the_words_that_they_use() -> None:
    screens = {file: PICKED.findall(file.read_text(encoding="utf-8")) for file in PACKAGE.rglob("screen.html")}
    given = {file.parent: " ".join(names).split() for file, names in screens.items() if names}
    shared = PICKED.findall((PACKAGE / "render" / "templates" / "selector.html").read_text(encoding="utf-8"))
    given[PACKAGE / "widgets"] = shared[0].split()
    assert len(given) >= 5
    for folder, names in given.items():
        scripts = "".join(file.read_text(encoding="utf-8") for file in _scripts(folder))
        used = r"[wW]ords\.{name}\b|[{{,] {name}[,}} ]|\"{name}\""
        unused = [name for name in names if not re.search(used.format(name=name), scripts)]
        assert not unused, folder.name


def _scripts(folder: Path) -> list[Path]:
    """The scripts of a kind; a case has those of the questions that it asks, without the check's own one."""
    questions = PACKAGE / "interactions" / "questions"
    asking = {*questions.rglob("*.js")} - {questions / "element.js"} if folder.name == "case" else set()
    return [*folder.rglob("*.js"), *asking]


PICKED = re.compile(r"pick_json\([^\"]*\"([^\"]*)\"")
SOURCES = [
    file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*") if file.suffix in (".py", ".html", ".js", ".j2")
]


def test_every_word_that_is_named_exists() -> None:
    """StrictUndefined says so only where a template is rendered."""
    named = re.compile(r"\b(?:words|interface)\.(\w+)\.(?!model_dump)(\w+)")
    found = {names for text in SOURCES for names in named.findall(text) if names[0] in default_words()}
    assert len(found) > 80 and found <= set(NAMES)


def test_a_language_without_defaults_needs_every_word(words: Path, capsys: pytest.CaptureFixture[str]) -> None:
    remove("interface")(words)
    replace("course", "language: en", "language: de")(words)
    missing = [problem for problem in check(words).problems if "missing key" in problem.what]
    assert len(missing) == len(NAMES) and {problem.file.name for problem in missing} == {"interface.yaml"}
    assert main(["words"]) == 0
    write("interface", capsys.readouterr().out.encode())(words)
    assert not check(words).errors


def test_a_region_has_the_words_of_its_language(words: Path) -> None:
    replace("course", "language: en", "language: en-GB")(words)
    assert not check(words).errors
    assert Course(words.parents[1]).content.interface.page.home == "Course home"


def test_no_word_is_missing_while_the_language_is_not_known(words: Path) -> None:
    write("course", b"[")(words)
    write("interface", b'page:\n  minutes: {few: "{minutes}", other: "{minutes}"}\n')(words)
    assert {problem.file.stem for problem in check(words).errors} == {"course"}


def test_the_list_of_words_has_their_comments(capsys: pytest.CaptureFixture[str]) -> None:
    main(["words"])
    printed = capsys.readouterr().out
    assert printed.startswith("# yaml-language-server: $schema=../schema/interface.json\n# The interface's own words")
    assert "\n# The link for a class: the QR code" in printed and "\n  # On paper.\n" in printed
    assert '\norder:\n  task: "Choose what comes first' in printed


def test_two_groups_do_not_share_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    folders = (("page", PACKAGE / "interactions" / "risks"),)
    monkeypatch.setattr(defaults, "kind_folders", lambda: folders)
    with pytest.raises(ValueError, match=r"Two groups of words have the name 'page'; one is in .*risks"):
        default_words()


def test_braces_are_filled_in_one_pass() -> None:
    assert fill("{a} {b} { a } {}", "en", {"a": "{b}", "b": 2}) == "{b} 2 { a } {}"
    with pytest.raises(KeyError, match="tilte"):
        fill("Next: {tilte}", "en", {"title": "x"})
    with pytest.raises(KeyError, match="title"):
        environment().from_string("{{ 'On: {title}'|fill(titel=1) }}").render(content=Course(ROOT).content)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", {1: "one", 2: "other", 0: "other"}),
        ("fr", {0: "one", 1: "one", 2: "other"}),
        ("pl", {1: "one", 2: "few", 5: "many", 22: "few"}),
        ("ar", {0: "zero", 1: "one", 2: "two", 3: "few", 11: "many", 100: "other"}),
        ("pt-BR", {1: "one", 2: "other"}),
        ("ja", {1: "other"}),
        ("xx", {1: "other"}),
    ],
)
def test_the_form_is_the_one_of_the_language(language: str, forms: dict[int, str]) -> None:
    class AllForms(Plural):
        zero: str = "zero"
        one: str = "one"
        two: str = "two"
        few: str = "few"
        many: str = "many"

    word = AllForms(by="n", other="other")
    assert {number: fill(word, language, {"n": number}) for number in forms} == forms
    assert language == "xx" or set(forms.values()) <= {*categories(language)}


@pytest.mark.parametrize("language", ["en", "pt-BR"])
def test_scripts_are_told_the_language_of_plural_forms(language: str, words: Path) -> None:
    """The page's own language is another one in JupyterLab."""
    replace("course", "language: en", f"language: {language}")(words)
    if language != "en":
        write("interface", default_words_yaml().encode())(words)
    picked = pick(Course(words.parents[1]).content.interface.home, ["start", "progress"])
    assert (picked["start"], picked["progress"]["language"]) == ("Start", language)


def test_what_is_not_a_number_has_the_form_for_the_rest() -> None:
    assert fill(Plural(by="name", other="{name} is open"), "en", {"name": "It"}) == "It is open"


@pytest.mark.parametrize(("minutes", "said"), [(1, "About 1 minute"), (2, "About 2 minutes")])
def test_a_section_says_how_long_it_takes(minutes: int, said: str, content: Content) -> None:
    opening = render(content, "opening.html", section=content.sections[0], objectives=[], minutes=minutes)
    assert BeautifulSoup(opening, "html.parser").select_one(".minutes").get_text() == said  # type: ignore[union-attr]
    ids = [section.id for section in content.sections]
    each = dict.fromkeys(ids, minutes)
    home = render(content, "home_way.html", pages=dict.fromkeys(ids, ""), minutes=each, returning=None)
    assert home.count(f'<p class="minutes">{said} <') == len(ids)


@pytest.mark.parametrize(("minutes", "said"), [(1, ">About 1 minute in all."), (2, ">About 2 minutes in all.")])
def test_the_home_page_says_how_long_all_takes(minutes: int, said: str, content: Content) -> None:
    assert said in render(content, "home_opening.html", minutes=minutes, opener=None, first="", places="{}")


@pytest.mark.parametrize(("minutes", "said"), [(1, "<small>1 minute ·"), (2, "<small>2 minutes ·")])
def test_a_note_says_how_long_it_takes(minutes: int, said: str, content: Content) -> None:
    note = content.trainer[0].model_copy(update={"minutes": minutes})
    assert said in render(content, "trainer_note.html", note=note)


@pytest.mark.parametrize(("total", "said"), [(1, "1 of 30 minutes is planned."), (2, "2 of 30 minutes are planned.")])
def test_a_session_plan_says_how_much_is_planned(total: int, said: str, content: Content) -> None:
    plan: Any = {"minutes": 30, "total": total, "items": [], "left_out": []}
    values: dict[str, Any] = {"title": "Plan", "style": "", "paper": "a4", "address": None, "own_sessions": []}
    html = render(content, "paper_session_plan.html", plans=[plan], **values)
    assert said in html and "Plan: 30 minutes" in html


def test_words_of_a_kind_of_question_come_with_it() -> None:
    course = Course(ROOT)
    html = BeautifulSoup(KnowledgeCheck(course).html, "html.parser").select_one("knowledge-check")
    given = json.loads(str(html["data-words"])) if html else {}
    assert given["order"]["not_yet"] == "Not yet: {why}" and "single" not in given


def test_scripts_get_all_plural_forms(content: Content) -> None:
    forms = '{"language": "en", "by": "minutes", "other": "{minutes} minutes", "one": "{minutes} minute"}'
    assert f'"minutes": {forms}' in trainer_js(content)
