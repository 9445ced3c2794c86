"""NOTICE: what the course is served with, and under which licences. `make lock` writes it; a test holds it true."""

from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT
from tests.support.installed import BUILD, PROJECT, closure, locked

HEAD = """\
The course's programs and words are under the BSD 3-Clause License; see LICENSE.

In this repository, and in what is served from it, is also:

  mulberry32, a generator of numbers, after Tommy Ettinger (public domain)
  Atkinson Hyperlegible Next, the typeface (SIL Open Font License 1.1, notebooks/miss/render/fonts/OFL.txt)

What follows is not part of this repository. pip or conda installs it beside the course, which is served with its help:
a version range is what pyproject.toml asks for, a version what requirements.lock has. Each licence is named as the
package itself names it; its text comes with the package. No licence among them asks that the course be under it too.

"""
# Only other systems than the one that NOTICE is written on install these.
ELSEWHERE = {"appnope": "BSD-2-Clause", "colorama": "BSD License", "pywinpty": "MIT License"}


def notice() -> str:
    """Write the whole text anew."""
    ranges = {
        canonicalize_name((each := Requirement(line)).name): str(each.specifier) for line in PROJECT["dependencies"]
    }
    rows = [(name, ranges.get(name, version), licence_of(name)) for name, version in served_with().items()]
    return HEAD + "".join(f"  {name:28} {version:14} {licence}\n" for name, version, licence in rows)


def served_with() -> dict[str, str]:
    """List what serving the course needs on any system, with its locked version."""
    needed, built_with = closure(PROJECT["dependencies"]), closure(BUILD)
    return {
        name: version
        for name, version in locked("requirements.lock").items()
        if name in needed or name not in built_with
    }


def licence_of(name: str) -> str:
    """Name a package's licence: as an expression, by its classifiers, or in the first line of its own words."""
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return ELSEWHERE[name]
    expression, words = found.metadata.get("License-Expression"), found.metadata.get("License", "").strip()
    return expression or " AND ".join(_classified(found)) or words.split("\n")[0]


def _classified(found: Distribution) -> list[str]:
    classes = [line.split(" :: ") for line in found.metadata.get_all("Classifier", [])]
    return [parts[-1] for parts in classes if parts[0] == "License" and len(parts) > 2]


if __name__ == "__main__":
    (ROOT / "NOTICE").write_text(notice(), encoding="utf-8")
