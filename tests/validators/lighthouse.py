"""Lighthouse, as it looks at a page for a phone on a slow network."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.browser.chromium import QUIET
from tests.support import processes
from tests.validators.finding import Finding
from tests.validators.tools import environment

JUDGED = ("accessibility", "best-practices", "seo")
SHIFT = 0.05  # the most that a page may move under its reader; how fast it is depends on the machine, and is only told


def run(packages: Path, address: str) -> dict[str, Any]:
    """Let Lighthouse visit a page."""
    flags = " ".join(["--headless=new", *QUIET])
    program = packages / "lighthouse" / "cli" / "index.js"
    command = ["node", str(program), address, "--quiet", f"--chrome-flags={flags}", "--output=json"]
    ran = processes.run(command, env=environment(), timeout=300)
    ran.check_returncode()
    report: dict[str, Any] = json.loads(ran.stdout)
    return report


def check(packages: Path, delivery: str, address: str, page: str) -> Iterator[Finding]:
    """Say what is not as it should be, and tell the scores."""
    report = run(packages, address + page)
    audits, categories = report["audits"], report["categories"]
    shift = audits["cumulative-layout-shift"]["numericValue"]
    scores = ", ".join(f"{name} {round(100 * (each['score'] or 0))}" for name, each in categories.items())
    print(f"lighthouse: {delivery}/{page}: {scores}, layout shift {shift:.3f}", flush=True)
    if shift > SHIFT:
        yield Finding("lighthouse", "cumulative-layout-shift", f"{delivery}/{page}", f"{shift:.3f}")
    for category in JUDGED:
        for reference in categories[category]["auditRefs"]:
            audit = audits[reference["id"]]
            if audit["score"] is not None and audit["score"] < 1:
                yield Finding("lighthouse", reference["id"], f"{delivery}/{page}", audit["title"])
