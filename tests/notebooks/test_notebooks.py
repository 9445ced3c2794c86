"""The stored notebooks are what the code makes of the words today: nbval, strict, and able to fail."""

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import nbformat
import pytest
from bs4 import BeautifulSoup
from miss.notebooks.read import read_notebook
from miss.notebooks.sync import METADATA, regenerated_text
from nbconvert import ScriptExporter, SlidesExporter

from tests.conftest import ROOT, copy_course
from tests.support.processes import run

# For each kind of content, one text to change and the notebook that must notice.
CHANGES = {
    "course": ("course.yaml", "Tap a marked word", "index"),
    "interface": ("interface.yaml", "Say to a patient", "1-what-it-is"),
    "sections": ("sections.yaml", "No surgery is without risk", "4-risks"),
    "operations": ("operations.yaml", "Lumbar discectomy is the first of", "1-what-it-is"),
    "conditions": ("conditions.yaml", "The leaflet", "2-why-it-is-done"),
    "procedure": ("procedure.yaml", "camera", "3-how-it-is-done"),
    "risks": ("risks.yaml", "The leaflet", "4-risks"),
    "glossary": ("glossary.yaml", "cushion", "glossary"),
    "quiz": ("quiz.yaml", "It reaches the spine", "5-check-yourself"),
    "case": ("case.yaml", "Left leg: somewhat weak", "6-mr-k"),
    "mrs-t": ("mrs-t.yaml", "Her leg pain has eased", "7-mrs-t"),
    "pictures": ("pictures.yaml", "A smooth red growth", "2-why-it-is-done"),
    "appendices": ("appendices.yaml", "What to do before", "trainer-guide"),
    "guide": ("guide.yaml", "Go through the course once", "trainer-guide"),
    "facts": ("facts.yaml", "Laminectomy is another", "sources"),
    "accessibility": ("accessibility.yaml", "Forced colors", "accessibility"),
    "sources": ("sources.yaml", "Lumbar decompression surgery", "1-what-it-is"),
}


def nbval(*notebooks: Path, options: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
    plugins = ("--nbval", "-p", "no:cacheprovider", "--rootdir", "/")
    return run([sys.executable, "-m", "pytest", *plugins, *options, *map(str, notebooks)])


def test_stored_output_is_what_the_code_makes() -> None:
    ran = nbval(ROOT / "notebooks")
    assert ran.returncode == 0, ran.stdout[-3000:]


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with one text of each kind changed, each in its own way."""
    copy = copy_course(tmp_path_factory.mktemp("changed")).folder
    for kind, (file, old, _) in CHANGES.items():
        words = copy / "content" / "en" / file
        lines = words.read_text(encoding="utf-8").splitlines(keepends=True)
        index = next(i for i, line in enumerate(lines) if old in line and not line.startswith("#"))
        lines[index] = lines[index].replace(old, f"{old} {mark(kind)}", 1)
        words.write_text("".join(lines), encoding="utf-8")
    return copy


@pytest.fixture(
    scope="module", params=[("1-what-it-is",), pytest.param((), marks=pytest.mark.full)], ids=["one", "all"]
)
def noticed(request: pytest.FixtureRequest, changed: Path) -> dict[str, str]:
    """What nbval says of each notebook, or of those that are named."""
    report = changed / "report.xml"
    files = [changed / "notebooks" / f"{name}.ipynb" for name in request.param] or [changed / "notebooks"]
    ran = nbval(*files, options=[f"--junitxml={report}", "-vv"])
    assert ran.returncode == 1, ran.stdout[-2000:]
    failures: dict[str, str] = defaultdict(str)
    for case in ElementTree.parse(report).iter("testcase"):  # noqa: S314  pytest has written it
        notebook = case.attrib["classname"].removesuffix(".ipynb").rpartition(".")[2]
        failures[notebook] += "".join(failure.text or "" for failure in case.iter("failure"))
    return failures


def mark(kind: str) -> str:
    return f"indeed {kind}"


def test_a_changed_word_is_noticed(noticed: dict[str, str]) -> None:
    kinds = [kind for kind, (_, _, notebook) in CHANGES.items() if notebook in noticed]
    assert len(kinds) >= 3
    for kind in kinds:
        _, _, notebook = CHANGES[kind]
        assert "Cell outputs differ" in noticed[notebook]
        assert mark(kind) in noticed[notebook]


@pytest.mark.parametrize("kind", CHANGES)
def test_a_changed_word_changes_what_is_stored(kind: str, changed: Path) -> None:
    """And so nbval notices it, which compares what is stored to the letter."""
    file = changed / "notebooks" / f"{CHANGES[kind][2]}.ipynb"
    assert mark(kind) not in file.read_text(encoding="utf-8")
    assert mark(kind) in regenerated_text(read_notebook(file), file, "en")


@pytest.mark.parametrize("notebook", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda file: file.stem)
def test_cells_are_small_and_stable(notebook: Path) -> None:
    cells = nbformat.read(notebook, as_version=4).cells
    code = [cell for cell in cells if cell.cell_type == "code"]
    assert all(len(cell.source.splitlines()) <= 10 and "def " not in cell.source for cell in code)
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert "widget-view" not in json.dumps(cells)
    assert [cell for cell in code if "check" in cell.metadata.get("tags", [])]


@pytest.mark.parametrize("notebook", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda file: file.stem)
def test_other_tools_know_the_language(notebook: Path) -> None:
    stored = nbformat.read(notebook, as_version=4)
    assert stored.metadata == METADATA and "version" not in stored.metadata.language_info
    script, about = ScriptExporter().from_notebook_node(stored)
    assert about["output_extension"] == ".py" and "from miss import" in script


@pytest.mark.parametrize("notebook", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda file: file.stem)
def test_slides_are_what_a_page_shows(notebook: Path) -> None:
    stored = nbformat.read(notebook, as_version=4)
    html, _ = SlidesExporter().from_notebook_node(stored)
    page = BeautifulSoup(html, "html.parser")
    types = [cell.metadata.slideshow.slide_type for cell in stored.cells]
    assert len(page.select(".slides > section")) == types.count("slide") > 1
    assert len(page.select(".slides > section > section")) == len(types) - types.count("skip")
    checks = [cell.metadata.slideshow.slide_type for cell in stored.cells if "check" in cell.metadata.get("tags", [])]
    assert set(checks) == {"skip"}


def test_a_slide_type_that_an_author_chose_stays(copy: Path) -> None:
    file = copy / "notebooks" / "4-risks.ipynb"
    notebook = nbformat.read(file, as_version=4)
    notebook.cells[2].metadata.slideshow = {"slide_type": "fragment"}
    del notebook.cells[3].metadata["slideshow"]
    nbformat.write(notebook, file)
    stored = nbformat.reads(regenerated_text(read_notebook(file), file, "en"), as_version=4)
    assert [cell.metadata.slideshow.slide_type for cell in stored.cells[2:4]] == ["fragment", "slide"]
