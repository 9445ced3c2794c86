"""What the repository says of itself: its rooms, its snippet, and that everybody runs one set of checks."""

import json
import os
import re
import shutil
import sys
import tomllib
from graphlib import TopologicalSorter
from pathlib import Path

import yaml

from tests.conftest import ROOT
from tests.support.imports import module_graph, room_graph
from tests.support.processes import run

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
ROOM = re.compile(r"`([a-z_]+)(?:/|\.py)`")
PACKAGE = ROOT / "notebooks" / "miss"


def _rooms_of_contributing() -> list[str]:
    """The rooms in the first column of its table, in their order."""
    section = CONTRIBUTING.partition("## The rooms")[2].partition("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    return [room for row in rows for room in ROOM.findall(row)]


def test_modules_import_each_other_one_way() -> None:
    graph = module_graph()
    assert "miss.loading.reading" in graph["miss.checks.build"]
    tuple(TopologicalSorter(graph).static_order())  # raises CycleError, which names the circle
    rooms = room_graph(graph)
    tuple(TopologicalSorter(rooms).static_order())
    assert "web" in rooms["server"] & rooms["export"]


def test_rooms_import_only_those_above_them_in_the_table() -> None:
    order = _rooms_of_contributing()
    for room, imported in room_graph(module_graph()).items():
        if room in order:
            assert imported <= set(order[: order.index(room)]), room


def test_every_room_is_named() -> None:
    there = {path.stem for path in PACKAGE.iterdir() if path.is_dir() or path.suffix == ".py"}
    order = _rooms_of_contributing()
    assert set(order) == there - {"__pycache__", "__init__", "__main__"}
    named = ROOM.findall(README.partition("The rooms,")[2].partition("\n\n")[0])
    assert named == order


def test_tests_mirror_the_rooms() -> None:
    others = {"attack", "bench", "browser", "content", "repository", "suite", "support", "toys", "unit", "validators"}
    folders = {path.name for path in (ROOT / "tests").iterdir() if any(path.glob("*.py"))}
    assert folders - others <= set(_rooms_of_contributing())
    modules = {path.stem.removeprefix("test_") for path in (ROOT / "tests").glob("test_*.py")}
    assert {"course", "extras"} <= modules


def test_the_snippet_runs() -> None:
    code = re.search(r"```python\n(.*?)```", README, re.DOTALL)[1]  # type: ignore[index]
    assert sum(map(bool, code.splitlines())) <= 5
    ran = run([sys.executable, "-c", f"{code}\nselector.select('herniated-disk')\nprint(selector.seen)"], cwd=ROOT)
    assert (ran.returncode, ran.stdout) == (0, "['herniated-disk']\n"), ran.stderr


def test_everybody_runs_the_same_checks() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8"))
    assert [step["run"] for step in workflow["jobs"]["test"]["steps"] if "run" in step] == ["bash .ci/run"]
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    tested = re.search(r"^test: (.*?) ##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)[1]  # type: ignore[index]
    assert {hook["entry"] for hook in hooks} == {f"make {target}" for target in tested.split()}
    created = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))[
        "postCreateCommand"
    ]
    assert created.startswith("make .venv/ready ")


def test_make_prints_words_alone_where_nothing_is_installed_yet(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("pyproject.toml", "requirements.lock"):
        (tmp_path / name).touch()
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name, code in {"python": "echo installing", "miss": "echo page:"}.items():
        (programs / name).write_text(f"#!/bin/sh\n{code}\n", encoding="utf-8")
        (programs / name).chmod(0o755)
    environment = {
        name: text for name, text in os.environ.items() if not name.startswith("MAKE")
    }  # `make test` sets them
    ran = run(["make", "words", f"PYTHON={programs / 'python'}"], cwd=tmp_path, env=environment)
    assert (ran.returncode, ran.stdout) == (0, "page:\n") and "installing" in ran.stderr, ran.stderr


def test_the_extension_for_jupyterlab_is_of_this_version() -> None:
    extension = json.loads((ROOT / "assets" / "jupyter" / "labextension" / "package.json").read_text())
    assert (extension["version"], extension["license"]) == (PROJECT["version"], PROJECT["license"])


def test_citation_is_of_this_version() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert (citation["version"], citation["license"]) == (PROJECT["version"], PROJECT["license"])
    assert f"# {citation['title']}\n" in README
