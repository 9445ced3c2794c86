"""The Nu HTML checker, which holds a page against the HTML and CSS standards."""

import json
from collections.abc import Iterator
from pathlib import Path

from tests.support.processes import run
from tests.validators.finding import Finding


def check(packages: Path, delivery: str, files: list[Path]) -> Iterator[Finding]:
    """Check pages that were written to files."""
    jar = packages / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", str(jar), "--format", "json", *map(str, files)]
    ran = run(command, timeout=600)
    for message in json.loads(ran.stderr)["messages"]:
        page = Path(message["url"]).name
        yield Finding("nu", message["message"], f"{delivery}/{page}", message.get("extract", ""))
