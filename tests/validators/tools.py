"""The validators that npm brings, in the versions that were read; they stand in `build` and are never committed."""

import os
import shutil
from pathlib import Path

from miss.errors import CommandError
from miss.export.chromium import find_or_install

from tests.conftest import ROOT
from tests.support.processes import run

FOLDER = ROOT / "build" / "validators"
PACKAGES = {"vnu-jar": "26.9.27", "accessibility-checker-engine": "4.0.34", "lighthouse": "12.8.2"}
# No lock file, which would name hosts; no script of a package: one would fetch a Java.
INSTALL = ("install", "--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund")


def program(name: str, what: str) -> str:
    """Find a program of this machine.

    Raises:
        CommandError: it is not there.
    """
    if found := shutil.which(name):
        return found
    raise CommandError(f"`make validate` needs {name}. Install it (Debian: apt-get install {what}), then run again.")


def install() -> Path:
    """Bring in what is missing, and give the folder where the packages stand.

    Raises:
        CommandError: npm, node or Java is not there, or the packages cannot be had.
    """
    npm = program("npm", "npm")
    program("node", "nodejs")
    program("java", "default-jre-headless")
    FOLDER.mkdir(parents=True, exist_ok=True)
    command = [npm, *INSTALL, "--prefix", str(FOLDER), *(f"{name}@{version}" for name, version in PACKAGES.items())]
    ran = run(command, timeout=600)
    if ran.returncode:
        raise CommandError(f"npm could not install the validators: {ran.stderr.strip()[-400:]}")
    return FOLDER / "node_modules"


def environment() -> dict[str, str]:
    """What the programs are told: which browser to drive."""
    return os.environ | {"CHROME_PATH": find_or_install()}
