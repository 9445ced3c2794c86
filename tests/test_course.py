"""Which course is meant: the one that is passed, whatever the environment or the working folder says."""

import json
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

import nbformat
import pytest
from miss import Appendix, ConditionSelector, Course, Home, Lesson
from miss.cli import main
from miss.course import course_at, notebooks_at
from miss.errors import ContentError, CourseNotFound
from miss.export import handouts as paper
from miss.export.slides import write as presentations
from miss.notebooks.execute import CellError
from miss.notebooks.execute import execute_notebook as run_notebook
from miss.server.pages import Pages
from miss.server.routes import create_pages
from miss.web.assets import manifest, page_css, root_files
from miss.web.frame import render_page

from tests.browser.other_course import make_window_box
from tests.conftest import COURSE, ROOT
from tests.support.processes import run

APPENDIX = (
    "- id: accessibility\n  notebook: accessibility\n  title: How usable is it?\n  lead: What was looked at.\n"
    "  reader: everyone\n"
)


@pytest.fixture(scope="module")
def window_box(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course about something else, with pictures and figures of its own nowhere."""
    return Course(make_window_box(tmp_path_factory.mktemp("other") / "course"))


def test_two_courses_in_one_process(window_box: Course) -> None:
    """Each shows its own words, pictures and icon, whichever was made last."""
    titles = [Home(course).opening().html for course in (COURSE, window_box, COURSE)]
    assert titles[0] == titles[2] != titles[1]
    ours, other = ConditionSelector(COURSE), ConditionSelector(window_box)
    assert ours._anywidget_id != other._anywidget_id  # by which a page tells their style sheets apart
    assert ours._anywidget_id == ConditionSelector(COURSE)._anywidget_id
    assert ours.options == [condition.id for condition in COURSE.content.records["conditions"]] != other.options
    assert len(ours._css) > len(other._css) and ours._esm == other._esm
    assert len(page_css(COURSE)) > len(page_css(window_box))
    assert json.loads(manifest(window_box))["name"] == window_box.content.course.title
    assert root_files(COURSE)["favicon.ico"] != root_files(window_box)["favicon.ico"]
    for course in (COURSE, window_box):
        index = course.notebooks_folder / "index.ipynb"
        html = render_page(index, course, executed=run_notebook(index, course.language, checks=False))
        assert f"<title>{course.content.course.title}</title>" in html


def test_a_course_is_found_from_its_notebooks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT / "notebooks")
    assert Course("..").folder == ROOT
    assert repr(Course("..")) == f"Course('{ROOT}', language='en')"


def test_nothing_but_what_is_passed_decides(
    window_box: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MISS_COURSE", str(ROOT))
    titles = []
    for here, named in ((ROOT, [f"--course={window_box.folder}"]), (window_box.notebooks_folder, [])):
        monkeypatch.chdir(here)
        assert main(["site", str(tmp_path / "site"), *named]) == 0
        titles.append((tmp_path / "site" / "index.html").read_text(encoding="utf-8").partition("</title>")[0][-60:])
    assert titles[0] == titles[1] and titles[0].endswith(f"<title>{window_box.content.course.title}")


def test_a_command_outside_of_any_course(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for command in (
        "check",
        "schema",
        "notebooks",
        "serve",
        "site",
        "class",
        "handouts",
        "slides",
        "questions",
        "icons",
    ):
        assert main([command]) == 1
        error = capsys.readouterr().err
        assert error.startswith(f"There is no course in {tmp_path}. Go to its folder, or name it; `miss {command} ")
    assert not list(tmp_path.iterdir())


def test_a_course_inside_another_ones_folder(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "inner"):
        (folder / "content" / "en").mkdir(parents=True)
        (folder / "content" / "en" / "course.yaml").touch()
        (folder / "notebooks").mkdir()
        assert notebooks_at(folder) == notebooks_at(folder / "notebooks") == folder / "notebooks"
    assert notebooks_at(tmp_path / "content") == tmp_path / "content"  # a folder of notebooks by another name
    assert notebooks_at(tmp_path / "content" / "en") is None


@pytest.mark.parametrize("given", [None, 3, b"x"])
def test_what_is_no_folder_is_refused(given: object) -> None:
    with pytest.raises(ValueError, match=r'is no folder\. A notebook writes Course\("\.\."\)\.$'):
        Course(given)  # type: ignore[arg-type]
    with pytest.raises(CourseNotFound, match="There is no language '"):
        Course(ROOT, given or 3)  # type: ignore[arg-type]


REFUSED = {
    "a folder that is not there": (["check", "nowhere"], "there is no such folder"),
    "a language of one language": (["check", "content/en", "--language=de"], "Leave out --language"),
    "a schema of no course": (["schema", "out", "--course=nowhere"], "nowhere is no course"),
    "an icon that is not there": (["icons"], "assets/icon.svg, so nothing is drawn"),
    "an option set twice": (["serve", "--CourseProvider.language=de"], "sets --CourseProvider.language itself"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_a_command_refuses(
    case: str, window_box: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(window_box.folder)
    monkeypatch.setattr("miss.author.require_free_port", lambda *_: None)
    typed, why = REFUSED[case]
    assert main(typed) == 1
    assert why in capsys.readouterr().err
    assert not (window_box.folder / "out").exists() and not (window_box.folder / "assets").exists()


TARGETS = ("app", "watch", "class", "notebooks", "icons", "site", "handouts", "slides", "questions", "check", "schema")


@pytest.mark.parametrize("target", TARGETS)
def test_make_takes_a_folder_with_a_space(target: str, tmp_path: Path) -> None:
    shown = run(
        ["make", "-n", target, f"COURSE={tmp_path}/my course", "-o", ".venv/app", "-o", ".venv/ready"], cwd=ROOT
    )
    assert f'"{tmp_path}/my course"' in shown.stdout, shown.stderr
    assert str(ROOT / "course") not in shown.stdout


def test_notebooks_are_stored_in_their_own_language(german: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MISS_LANGUAGE", "de")
    before = (german.notebooks_folder / "index.ipynb").read_bytes()
    assert main(["notebooks", str(german.folder)]) == 0
    assert (german.notebooks_folder / "index.ipynb").read_bytes() == before


def test_other_notebooks_of_a_course_follow_its_language(german: Course) -> None:
    other = german.folder / "drafts"
    shutil.copytree(german.notebooks_folder, other)
    assert b"Der deutsche Titel</h1>" in create_pages(german, other, watch=False).page("index")
    assert type(create_pages(german.in_own_language(), other, watch=False)) is Pages


def test_importing_the_package_reads_no_file() -> None:
    code = (
        "import sys, pathlib\nread = []\n"
        "sys.addaudithook(lambda event, args: event == 'open' and read.append(str(args[0])))\n"
        "import miss\nhome = str(pathlib.Path(miss.__file__).parents[2])\n"
        "print([file for file in read if file.startswith(home) and not file.endswith(('.py', '.pyc'))"
        " and '.venv' not in file and '__pycache__' not in file])"
    )
    ran = run([sys.executable, "-c", code], cwd=ROOT / "notebooks")
    assert ran.stdout == "[]\n", ran.stderr


@pytest.fixture
def german(copy: Path) -> Course:
    """The same course with a second language, in which its title is translated."""
    shutil.copytree(copy / "content" / "en", copy / "content" / "de")
    words = copy / "content" / "de" / "course.yaml"
    title = COURSE.content.course.title
    words.write_text(words.read_text(encoding="utf-8").replace(title, "Der deutsche Titel"), encoding="utf-8")
    return Course(copy, "de")


def test_cells_get_the_language_of_the_course(german: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the server, as a kernel does: a notebook has no language of its own."""
    before = dict(os.environ), Path.cwd()
    index = german.notebooks_folder / "index.ipynb"
    for course, title in ((german, "Der deutsche Titel"), (german.in_own_language(), COURSE.content.course.title)):
        assert title in str(run_notebook(index, course.language).cells[2].outputs)
    assert (dict(os.environ), Path.cwd()) == before
    monkeypatch.setenv("MISS_LANGUAGE", "de")
    assert Course(german.folder).language == "de"
    assert Course(german.folder, "en").language == "en"
    with pytest.raises(CourseNotFound, match=r"There is no language 'de' in .*content\. Accepted: en\.$"):
        Course(ROOT)
    assert course_at(ROOT).language == "en"  # a command or a server is no kernel


CELLS = {
    "fails": "1 / 0",
    "changes folder": "import os; os.chdir('/')",
    "removes its language": "import os; os.environ.clear()",
    "sets a variable": "%env FOO=1",
    "removes its folder": "import pathlib, shutil; shutil.rmtree(pathlib.Path.cwd())",
    "never ends": "while True: pass",
}


@pytest.mark.parametrize("cell", CELLS)
def test_changes_to_the_process_by_a_cell_are_undone(
    cell: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("miss.notebooks.execute.CELL_TIMEOUT_S", 1.0)
    monkeypatch.setenv("MISS_LANGUAGE", "before")
    notebook = tmp_path / "own" / "mine.ipynb"
    notebook.parent.mkdir()
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CELLS[cell])]), notebook)
    before = dict(os.environ), Path.cwd()
    with suppress(CellError):
        run_notebook(notebook, "en")
    assert (dict(os.environ), Path.cwd()) == before


def test_a_cell_that_fails_without_a_message_is_named(tmp_path: Path) -> None:
    notebook = tmp_path / "mine.ipynb"
    cells = [nbformat.v4.new_code_cell("assert 1 == 2", id="mine")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), notebook)
    with pytest.raises(CellError, match=r"mine\.ipynb, cell 'mine': AssertionError$"):
        run_notebook(notebook, "en")


def test_a_folder_that_has_been_deleted(tmp_path: Path) -> None:
    """Pages are still rendered; a command prints a sentence."""
    (tmp_path / "gone").mkdir()
    code = (
        "import os, pathlib, sys\nos.rmdir(os.getcwd())\n"
        "from miss.notebooks.execute import execute_notebook\nfrom miss.cli import main\n"
        "print(main(['check']), len(execute_notebook(pathlib.Path(sys.argv[1]), 'en').cells))"
    )
    ran = run([sys.executable, "-c", code, str(ROOT / "notebooks" / "index.ipynb")], cwd=tmp_path / "gone")
    status, cells = map(int, ran.stdout.split())
    assert status == 1 and cells > 5
    assert ran.stderr == "The working directory has been deleted. Change to another one (cd), then run this again.\n"


def test_what_is_stored_is_in_the_courses_own_language(german: Course) -> None:
    (german.notebooks_folder / "index.ipynb").unlink()
    assert main(["site", str(german.folder / "site"), f"--course={german.folder}", "--language=de"]) == 0
    assert "Der deutsche Titel" in (german.folder / "site" / "index.html").read_text(encoding="utf-8")
    stored = (german.notebooks_folder / "index.ipynb").read_text(encoding="utf-8")
    assert COURSE.content.course.title in stored and "Der deutsche Titel" not in stored


def test_content_is_read_once(copy: Path) -> None:
    course = Course(copy)
    first = course.content
    assert Course(copy).content == first
    first.records["risks"].clear()  # as a cell may do, in a notebook of its own
    assert Course(copy).content.records["risks"]
    file = course.content_folder / "course.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("id: miss", "id: other"), encoding="utf-8")
    assert course.content is first
    assert course.reloaded().content.course.id == "other"
    file.write_text("id: [", encoding="utf-8")
    with pytest.raises(ContentError):
        assert Course(copy).content


def test_another_course_shows_none_of_our_figures(window_box: Course) -> None:
    (window_box.content_folder / "appendices.yaml").write_text(APPENDIX, encoding="utf-8")
    words = window_box.content_folder / "accessibility.yaml"
    figures = json.loads((ROOT / "assets" / "accessibility.json").read_text(encoding="utf-8"))
    states = sum(run["states"] for run in figures["runs"])
    shutil.copyfile(COURSE.content_folder / "accessibility.yaml", words)
    try:
        other = window_box.reloaded()
        assert str(Appendix(other, "accessibility").accessibility()) == "How usable is it?: not run"
        assert f"{states} states" in str(Appendix(COURSE, "accessibility").accessibility())
    finally:
        words.unlink()
        (window_box.content_folder / "appendices.yaml").unlink()


@pytest.mark.parametrize("command", ["site", "handouts", "slides", "questions"])
def test_what_is_written_stands_in_the_course_it_is_of(
    command: str, window_box: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        paper, "print_sheets", lambda sheets, folder: [folder / sheets[0].name]
    )  # printing takes a minute
    monkeypatch.setattr(presentations, "_files", lambda *_: [(presentations.SUMMARY, b"")])  # so do slides
    assert main([command, f"--course={window_box.folder}"]) == 0
    assert str(window_box.folder / "dist" / command) in capsys.readouterr().out
    assert (window_box.folder / "dist" / "site" / "index.html").exists() == (command == "site")
    shutil.rmtree(window_box.folder / "dist", ignore_errors=True)


@pytest.mark.parametrize("arguments", [(), (None,), ("..",), (ROOT,), (COURSE.content_folder,)])
@pytest.mark.parametrize("shows", [Home, Lesson, Appendix, ConditionSelector])
def test_a_part_of_no_course_is_refused(shows: type, arguments: tuple[object, ...]) -> None:
    """Also as a notebook of an earlier version has it, which named no course."""
    with pytest.raises(ValueError, match=r'no course.*\. Make one first, and pass it: course = Course\("\.\."\)$'):
        shows(*arguments)
