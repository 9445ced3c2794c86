"""A kind of interaction is one folder and its registration: a toy kind gets everything that the others have."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace as with_changes
from pathlib import Path

import nbformat
import pytest
from miss import Course, KnowledgeCheck, RiskCards
from miss.checks.run import check
from miss.cli import main
from miss.errors import InvalidValue
from miss.export.handouts import render_course, render_handout, render_summary
from miss.interactions.risks.sort import sign_to_sort
from miss.loading.json_schema import schema
from miss.presenter.deck import deck
from miss.presenter.script import trainer_js
from miss.presenter.slides import course_slides
from miss.schema.agenda import agenda
from miss.schema.interaction import interactions, register, unregister
from miss.schema.text import plain
from miss.web.assets import course_css, course_js
from miss.web.qr import site_qr_codes

from tests.conftest import ROOT
from tests.support.changes import add_topic, remove, replace
from tests.support.drawers_course import THINGS, make_drawers_course, registered
from tests.toys.drawers import DRAWERS
from tests.toys.drawers.widget import Drawers

IDS = [id for things in THINGS.values() for id in things]


@pytest.fixture(autouse=True)
def drawers() -> Iterator[None]:
    with registered():
        yield


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    with registered():
        return make_drawers_course(tmp_path_factory.mktemp("drawers"))


@pytest.fixture
def copy(course: Course, tmp_path: Path) -> Course:
    return Course(shutil.copytree(course.folder, tmp_path / "copy", symlinks=True))


def test_each_instance_has_the_records_of_its_file(course: Course) -> None:
    assert not check(course.content_folder).errors
    assert [Drawers(course).ids, Drawers(course, key="other-drawers").ids] == [list(ids) for ids in THINGS.values()]
    with pytest.raises(InvalidValue, match=r"There is no key 'chest'. Accepted: toy-drawers, other-drawers."):
        Drawers(course, key="chest")


def test_two_instances_may_share_a_file(course: Course) -> None:
    checks = KnowledgeCheck(course), KnowledgeCheck(course, key="second-check")
    assert [each.key for each in checks] == ["knowledge-check", "second-check"]
    assert checks[0].pool == checks[1].pool
    assert 'data-key="second-check"' in checks[1].html and 'name="second-check-q01"' in checks[1].html


def test_editors_complete_it() -> None:
    assert "inside" in schema("drawers")["$defs"]["Drawer"]["required"]
    placement = schema("sections")["$defs"]["Placement"]["properties"]["kind"]
    assert {"drawers", "conditions", "comparison"} <= set(placement["enum"])
    assert "drawer" in schema("trainer")["$defs"]["Note"]["properties"]["kind"]["enum"]


WRONG = {
    "a rule of its own": (
        replace("more-drawers", "In the last drawer there is a spoon.", "Nothing."),
        r"more-drawers\.yaml:\d+: drawer 'last' is empty; put something in it",
    ),
    "a record": (
        replace("more-drawers", "inside:", "within:"),
        r"more-drawers\.yaml:\d+: unknown key 'within'; accepted here: .*inside",
    ),
    "an id of the other file": (
        replace("more-drawers", "id: low", "id: top"),
        r"more-drawers\.yaml:\d+: duplicate id 'top': drawers\.yaml has it, too; give this record another id",
    ),
    "no file": (remove("drawers"), r"/drawers\.yaml:1: missing file"),
    "no file of that name": (
        remove("more-drawers"),
        r"sections\.yaml:\d+: 'records': there is no more-drawers\.yaml; correct the name, or write the file",
    ),
    "a key of the page's own": (
        replace("sections", "key: other-drawers", "key: theme"),
        r"sections\.yaml:\d+: the key 'theme' has another meaning in the page; give this interaction another key",
    ),
    "a key that is a topic of the page": (
        replace("sections", "key: other-drawers", "key: smaller-cuts"),
        r"sections\.yaml:\d+: 'smaller-cuts' names a topic and a key of this page; give one of them another name",
    ),
    "a file that is not placed": (
        replace("sections", "interaction: {kind: drawers}", "more: []"),
        r"sections\.yaml:\d+: drawers\.yaml is shown nowhere; write 'interaction: \{kind: drawers\}' below a topic",
    ),
    "the same entries twice on a page": (
        replace("sections", "records: more-drawers", "records: drawers"),
        r"sections\.yaml:\d+: 'top' names an entry \(drawer\) and an entry \(drawer\) of this page",
    ),
    "an unknown kind": (
        replace("sections", "{kind: drawers}", "{kind: drawer}"),
        r"sections\.yaml:\d+: 'kind': expected one of .*'drawers'.*, found \"drawer\"; choose one of them",
    ),
    "a kind that shows nothing of its own": (
        replace("sections", "{kind: drawers}", "{kind: glossary}"),
        r"sections\.yaml:\d+: 'kind': expected one of .*, found \"glossary\"; choose one of them",
    ),
    "a key twice": (
        replace("sections", "key: other-drawers, ", ""),
        r"sections\.yaml:\d+: duplicate key 'toy-drawers': an earlier interaction has it; give this one another key",
    ),
    "another kind's file": (
        replace("sections", "records: more-drawers", "records: risks"),
        r"sections\.yaml:\d+: 'records': risks\.yaml holds the records of 'risks'; name another file",
    ),
    "a file that is none of an interaction": (
        replace("sections", "records: more-drawers", "records: facts"),
        r"sections\.yaml:\d+: 'records': facts\.yaml holds other records; name a file with records of this kind",
    ),
    "records for a kind without": (
        replace("sections", "{kind: comparison}", "{kind: comparison, records: more}"),
        r"sections\.yaml:\d+: 'records': the kind 'comparison' has no file of its own; remove the key",
    ),
    "a note for an unknown kind": (
        replace("trainer", "kind: drawer\n", "kind: cupboard\n"),
        r"trainer\.yaml:\d+: 'kind': expected one of 'section'.*'drawer'.*, found \"cupboard\"; choose one of them",
    ),
    "a question that leads nowhere": (
        replace("quiz", "{section: what, entry: laminectomy}", "{section: what, entry: tops}"),
        r"quiz\.yaml:\d+: unknown entry 'tops' \(deleted, or renamed\?\); did you mean top\? Correct",
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_one_sentence(what: str, copy: Course) -> None:
    change, message = WRONG[what]
    change(copy.content_folder)
    problems = [str(problem) for problem in check(copy.content_folder).errors]
    assert any(re.search(message, problem) for problem in problems), problems


def test_another_kinds_file_is_reported_where_it_is_named(copy: Course) -> None:
    replace("sections", "records: more-drawers", "records: risks")(copy.content_folder)
    [problem] = [problem for problem in check(copy.content_folder).errors if "'records'" in problem.what]
    line = problem.file.read_text(encoding="utf-8").splitlines()[problem.line - 1]
    assert "records: risks" in line


def test_without_a_key_it_is_the_one_with_the_usual_key(copy: Course) -> None:
    sections = copy.content_folder / "sections.yaml"
    text = sections.read_text(encoding="utf-8")
    first, second = "{kind: drawers}", "{kind: drawers, key: other-drawers, records: more-drawers}"
    assert first in text and second in text
    swapped = text.replace(second, "*").replace(first, second).replace("*", first)
    sections.write_text(swapped, encoding="utf-8")
    content = copy.reloaded()
    assert [placed.key for placed in content.content.placed if placed.topic.id == "chest"] == ["other-drawers"]
    assert Drawers(content).ids == ["top", "middle"]


def test_what_stands_in_two_sections_is_taught_in_the_first(copy: Course) -> None:
    before = [item for item in agenda(copy.content) if item.kind == "drawer"]
    add_topic("how", "{kind: drawers, key: again}")(copy.content_folder)
    after = copy.reloaded().content
    assert [placed.key for placed in after.placed if placed.stem == "drawers"] == ["toy-drawers", "again"]
    assert [item for item in agenda(after) if item.kind == "drawer"] == before


def test_a_page_without_its_cell_is_reported(copy: Course, capsys: pytest.CaptureFixture[str]) -> None:
    file = copy.notebooks_folder / "1-what-it-is.ipynb"
    notebook = nbformat.read(file, as_version=4)
    notebook.cells = [cell for cell in notebook.cells if not cell.id.endswith("-other-chest")]
    nbformat.write(notebook, file)
    main(["check", str(copy.folder)])
    said = "".join(capsys.readouterr())
    cell = 'chest_other_drawers = Drawers(course, key="other-drawers")'
    assert f"warning: no cell shows the interaction 'other-drawers'; add one with {cell}" in said


def test_a_question_can_send_to_an_entry(copy: Course) -> None:
    replace("quiz", "{section: what, entry: laminectomy}", "{section: what, entry: last}")(copy.content_folder)
    html = KnowledgeCheck(copy.reloaded()).html
    assert '<a href="1-what-it-is.html?drawer=last#other-drawers">What MISS is: The last drawer</a>' in html


def test_its_state_says_how_much_is_done(course: Course) -> None:
    chest = Drawers(course)
    assert (chest.progress, repr(chest)) == ((0, 2), "Drawers: 0 of 2 opened")
    chest.pull("middle")
    assert chest.progress == (1, 2)


def test_it_is_on_the_agenda_in_the_deck_and_noted(course: Course) -> None:
    assert [item.id for item in agenda(course.content) if item.kind == "drawer"] == IDS
    slides = course_slides(course.content)
    planned = [slides[each.slide] for each in deck(course.content, 60, slides)]
    assert [slide.id for slide in planned if slide.kind == "drawer"] == IDS
    assert slides["low"].title == "Open: The low drawer" and "The low drawer" in slides["low"].html
    assert slides["low"].place == '[data-key="other-drawers"] .entry[data-id="low"]'
    assert r"\"other-drawers\"] .entry[data-id=\"low\"]" in trainer_js(course.content)


def test_it_is_on_paper(course: Course) -> None:
    things = {id: thing for ids in THINGS.values() for id, thing in ids.items()}
    for sheet in (render_course(course), render_handout(course)):
        assert all(f"In the {id} drawer there is a {thing}." in sheet.html for id, thing in things.items())
    summary = render_summary(course).html
    assert all(f"<li>The {id} drawer</li>" in summary for id in IDS) and "columns: 2" in summary


def test_two_of_a_kind_do_not_repeat_what_is_said_once(copy: Course) -> None:
    """Two checks share their questions, and two rows of cards say what each urgency means."""
    slides = course_slides(copy.content)
    asked = [each.slide for each in deck(copy.content, 60, slides) if slides[each.slide].item]
    assert len(asked) > 2 and len(asked) == len(set(asked))
    risks = (copy.content_folder / "risks.yaml").read_text(encoding="utf-8")
    more = re.sub(r"(?m)^- id: ", "- id: late-", risks)
    (copy.content_folder / "late.yaml").write_text(more, encoding="utf-8")
    add_topic("how", "{kind: risks, key: late, records: late}")(copy.content_folder)
    remove("trainer")(copy.content_folder)
    assert render_summary(copy.reloaded()).html.count('<section class="call">') == 1


def test_a_section_with_a_check_among_other_topics_is_summed_up(copy: Course) -> None:
    add_topic("how", "{kind: questions, key: third}")(copy.content_folder)
    summary = render_summary(copy.reloaded()).html
    assert f"<h2>{copy.content.section('how').title}</h2>" in summary
    assert f"<h2>{copy.content.section('check').title}</h2>" not in summary


def test_it_is_in_the_page_and_its_script(course: Course) -> None:
    assert "class ToyDrawers" in course_js() and '"drawer"' in course_js()
    assert "toy-drawers" in course_css(course, Drawers(course).html) and "toy-drawers" not in course_css(course, "<p>")
    assert "opened" in Drawers(course)._esm and "toy-drawers" in Drawers(course)._css
    assert "sources.ipynb#F01" in Drawers(course).html  # Jupyter opens the notebook; a page links the page


def test_each_of_its_states_has_a_code(course: Course) -> None:
    page = Drawers(course).html + Drawers(course, key="other-drawers").html
    codes = site_qr_codes({"1-what-it-is.html": page}, course.content, "https://school.example/")
    names = [f"codes/1-what-it-is.{name}.svg" for name in ("toy-drawers", "toy-drawers.top", "other-drawers.last")]
    assert set(names) <= codes.keys()


@pytest.mark.parametrize("name", ["kind", "tag", "file", "parameter"])
def test_two_kinds_do_not_share_a_name(name: str) -> None:
    other = with_changes(DRAWERS, kind="other", tag="other", file="other", parameter="other")
    other = with_changes(other, entries={})
    with pytest.raises(ValueError, match=f"Two interactions have the {name} '{getattr(DRAWERS, name)}'"):
        register(with_changes(other, **{name: getattr(DRAWERS, name)}))


def test_without_it_its_course_is_refused(course: Course) -> None:
    unregister(DRAWERS.kind)
    try:
        problems = [problem.what for problem in check(course.content_folder).errors]
    finally:
        register(DRAWERS)
    assert any(re.match(r"'kind': expected one of .*, found \"drawers\"", problem) for problem in problems)


@pytest.mark.parametrize("kind", interactions())
def test_no_kind_is_named_outside_its_folder(kind: str) -> None:
    interaction = interactions()[kind]
    names = [interaction.tag, *([interaction.widget.__name__] if interaction.widget else [])]
    listed = {ROOT / "notebooks/miss/__init__.py", ROOT / "notebooks/miss/interactions/__init__.py"}
    files = [file for folder in ("notebooks/miss", "assets") for file in (ROOT / folder).rglob("*.*")]
    sources = [file for file in files if file.suffix in (".py", ".js", ".css", ".html", ".j2")]
    outside = [file for file in sources if interaction.folder not in file.parents and file not in listed]
    assert len(outside) > 100
    assert not [str(file) for file in outside if any(name in file.read_text(encoding="utf-8") for name in names)]


def test_two_kinds_do_not_share_a_kind_of_entries() -> None:
    other = with_changes(DRAWERS, kind="other", tag="other", file="other", parameter="other")
    with pytest.raises(ValueError, match=r"Two interactions have entries 'drawer': other and drawers\."):
        register(other)


def test_a_risk_that_names_no_sign_is_sorted_by_its_own_most_urgent_one(copy: Course) -> None:
    risks = copy.content_folder / "risks.yaml"
    risks.write_text(
        re.sub(r"  sort:\n    sign: .*\n(    text: .*\n)?    why: .*\n", "", risks.read_text(encoding="utf-8")), "utf-8"
    )
    records = {risk.id: risk for risk in copy.reloaded().content.records["risks"]}
    signs = {id: sign_to_sort(risk, list(records.values())) for id, risk in records.items()}
    # Cloudy drainage is a sign of the need for more surgery, too, and new weakness one of nerve damage.
    assert signs["infection"] == records["infection"].signs[1]
    assert signs["not-enough-relief"].text == "Pain that rises after easing, or is new in place or kind"
    html = RiskCards(copy.reloaded()).html
    assert plain(signs["bleeding"].text) in html
    assert f'<p class="why"><b class="risk">{records["bleeding"].name}</b></p>' in html  # and no reason
