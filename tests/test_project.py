"""What holds for the repository as a whole."""

import re
import tomllib
from pathlib import Path

import yaml

from .conftest import ROOT
from .processes import run

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
# The package's own name, and the setting that is named after it.
PACKAGE = re.compile(r"(from|import) miss\b|-m miss\b|miss/|`miss|/miss\b|\"miss\"|\bmiss\.|MISS_[A-Z]+")


def test_environment_and_pyproject_are_in_step() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())["dependencies"]
    by_pip = next(line["pip"] for line in environment if isinstance(line, dict))
    conda = {re.sub(r"\s", "", line) for line in [*environment, *by_pip] if isinstance(line, str)}
    wanted = {re.sub(r"\s", "", line) for line in project["dependencies"]}
    assert {line for line in conda if not line.startswith(("python", "pip", "--"))} == wanted
    assert f"python{project['requires-python']}" in conda


def test_lock_names_versions_only() -> None:
    lines = (ROOT / "requirements.lock").read_text().splitlines()
    assert lines and all(re.fullmatch(r"[\w.\-\[\]]+==[\w.+!]+", line) for line in lines)


def test_no_word_of_the_subject_in_code() -> None:
    found = [
        f"{file.relative_to(ROOT)}: {line.strip()}"
        for file in CODE
        for line in file.read_text(encoding="utf-8").splitlines()
        if SUBJECT.search(PACKAGE.sub("", line))
    ]
    assert not found


def test_nothing_is_loaded_from_outside() -> None:
    loads = re.compile(r"""(?:src|href)=["']https?:|@import|url\(["']?https?:|from ["']https?:""")
    assert not [str(file) for file in CODE if loads.search(file.read_text(encoding="utf-8"))]


def test_top_level_is_what_it_should_be() -> None:
    top = {name.split("/")[0] for name in TRACKED if not name.startswith(".")}
    usual = {"environment.yml", "README.md", "pyproject.toml", "requirements.lock", "Makefile", "LICENSE"}
    assert top == {"notebooks", "content", "assets", "tests"} | usual


def test_modules_are_small() -> None:
    long = {
        str(file.relative_to(ROOT)): lines
        for file in CODE
        if file.suffix in (".py", ".js") and (lines := len(file.read_text(encoding="utf-8").splitlines())) > 200
    }
    assert not long


def test_no_loose_module_beside_the_notebooks() -> None:
    assert not list(Path(ROOT / "notebooks").glob("*.py"))
