"""What a validator says of a page, and whether it may."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import yaml

TABLE = Path(__file__).parent / "may_say.yaml"


class Finding(NamedTuple):
    """One thing that a validator says: by its own name for it, on which page, and of what."""

    validator: str
    says: str
    page: str
    of: str = ""

    def __str__(self) -> str:
        return f"{self.validator}: {self.page}: {self.says}: {' '.join(self.of.split())[:160]}"


class Allowed(NamedTuple):
    """What a validator may say, and of what, as regular expressions; and why it is no fault."""

    validator: str
    says: str
    why: str
    of: str = ""

    def covers(self, finding: Finding) -> bool:
        """Tell whether a finding is of this kind."""
        said = re.search(self.says, finding.says) and re.search(self.of, finding.of)
        return finding.validator == self.validator and said is not None


def table() -> list[Allowed]:
    """Read what may be said."""
    rows: list[dict[str, Any]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return [Allowed(**row) for row in rows]


class Verdict(NamedTuple):
    """What was said that may not be, how often each thing that may be was, and what nobody says any more."""

    faults: list[Finding]
    allowed: Counter[Allowed]
    idle: list[Allowed]


def judge(findings: Iterable[Finding], allowed: list[Allowed]) -> Verdict:
    """Hold what was said against what may be."""
    counted: Counter[Allowed] = Counter()
    faults = []
    for finding in findings:
        if covering := next((row for row in allowed if row.covers(finding)), None):
            counted[covering] += 1
        else:
            faults.append(finding)
    return Verdict(faults, counted, [row for row in allowed if row not in counted])
