"""What of this environment the course needs to be served, and what only its authors and tests need."""

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT, BUILD = PYPROJECT["project"], PYPROJECT["build-system"]["requires"]
TOOLS = {"pip", "setuptools", "miss-course"}  # what every environment has, and the course itself

MASK = """
import sys
from importlib.machinery import PathFinder

HIDDEN = set({hidden!r})


class Mask(PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        return None if name.partition(".")[0] in HIDDEN else super().find_spec(name, path, target)


sys.meta_path[sys.meta_path.index(PathFinder)] = Mask
"""


def closure(wanted: Iterable[str]) -> dict[str, Distribution]:
    """Find the installed distributions that some requirements bring in, by their plain names."""
    found: dict[str, Distribution] = {}
    waiting = [(Requirement(line), "") for line in wanted]
    seen = set()
    while waiting:
        requirement, extra = waiting.pop()
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(requirement.name)
        if (asked := (name, frozenset(requirement.extras))) in seen:
            continue
        seen.add(asked)
        found[name] = distribution(name)
        lines = found[name].requires or []
        waiting += [(Requirement(line), each) for line in lines for each in ("", *requirement.extras)]
    return found


def locked(lock: str) -> dict[str, str]:
    """Read the versions that a lock names, by their plain names."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {canonicalize_name(name): version for name, version in re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE)}


def hide_extras(folder: Path) -> dict[str, str]:
    """Write a module that hides from Python what serving does not need; gives the setting that loads it."""
    needed = {*closure(PROJECT["dependencies"]), *TOOLS}
    bring = packages_distributions()
    hidden = sorted(name for name, by in bring.items() if not needed & {canonicalize_name(one) for one in by})
    (folder / "sitecustomize.py").write_text(MASK.format(hidden=hidden), encoding="utf-8")
    return {"PYTHONPATH": str(folder)}
