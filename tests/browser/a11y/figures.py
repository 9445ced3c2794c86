"""The figures of a run, kept in ``assets/accessibility.json``, which the course's own statement is made from."""

import json
from datetime import date
from typing import Any

from miss.files.write import write_atomically

from tests.conftest import ROOT

from .sweep import Tally

KEPT = ROOT / "assets" / "accessibility.json"


def of_run(tallies: list[Tally], axe: str, browser: str) -> dict[str, Any]:
    """Gather what a whole sweep found."""
    return {
        "date": date.today().isoformat(),
        "axe": axe,
        "browser": browser,
        "rules": len(set().union(*(tally.rules for tally in tallies))),
        "applied": len(set().union(*(tally.applied for tally in tallies))),
        "runs": [tally.as_data() for tally in tallies],
    }


def keep(part: dict[str, Any]) -> None:
    """Write figures; those of the other command stay."""
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    write_atomically(KEPT, json.dumps({**kept, **part}, indent=2) + "\n")


def keep_engine(name: str, version: str, steps: int) -> None:
    """Write down that all the widgets were walked through in another engine, in place of its earlier walk."""
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    others = [engine for engine in kept.get("engines", []) if engine["name"] != name]
    walked = {"name": name, "version": version, "steps": steps}
    keep({"engines": sorted([*others, walked], key=lambda engine: str(engine["name"]))})
