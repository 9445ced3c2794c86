"""axe-core, the engine that most audits use: put into a page once, then run in every state of it."""

from pathlib import Path
from typing import Any, NamedTuple

import axe_playwright_python
from playwright.sync_api import Page

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
HANDS = Path(__file__).parent / "hands.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

# Only what is broken or unsure is told element by element, which saves a third of the time.
RUN = """async ([tags, within]) => {
  const found = await axe.run(within, { runOnly: tags, resultTypes: ["violations", "incomplete"] });
  const told = (results) => results.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => [id, target.flat().join(" "), failureSummary ?? ""]));
  const ids = (...kinds) => [...new Set(kinds.flatMap((kind) => found[kind].map(({ id }) => id)))];
  return {
    violations: told(found.violations),
    unsure: told(found.incomplete),
    applied: ids("passes", "violations", "incomplete"),
    rules: ids("passes", "violations", "incomplete", "inapplicable"),
  };
}"""


class Finding(NamedTuple):
    """One element that breaks one rule, or of which axe cannot say whether it does."""

    rule: str
    element: str
    why: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.element}: {' '.join(self.why.split())}"


class Verdict(NamedTuple):
    """What axe says of one state."""

    violations: list[Finding]
    unsure: list[Finding]
    applied: set[str]
    rules: set[str]


def prepare(page: Page) -> None:
    """Put axe and the hands into a page that has loaded."""
    for file in (AXE, HANDS):
        page.evaluate(file.read_text(encoding="utf-8"))


def judge(page: Page, within: str | None = None) -> Verdict:
    """Hold what the page shows now against WCAG 2.2 A and AA; ``within`` looks at some elements only."""
    found: dict[str, Any] = page.evaluate(RUN, [WCAG, within or "html"])
    return Verdict(
        [Finding(*each) for each in found["violations"]],
        [Finding(*each) for each in found["unsure"]],
        set(found["applied"]),
        set(found["rules"]),
    )


def version(page: Page) -> str:
    return str(page.evaluate("axe.version"))
