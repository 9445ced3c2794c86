"""Links: the targets of questions and pages, and URLs in texts, where they would not be links."""

import re
from collections.abc import Iterator
from pathlib import Path

from ..errors import brief
from ..loading.walk import ContentPart
from ..schema.quiz import Item
from ..schema.records import Appendix, Condition, Operation, Procedure, Risk, Section
from .rule import Finding, Rule, closest

STORE = "run `miss notebooks` to create it"
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.I)


def _unknown_targets(
    quiz: list[Item],
    sections: list[Section],
    operations: list[Operation],
    conditions: list[Condition],
    procedure: Procedure,
    risks: list[Risk],
) -> Iterator[Finding]:
    topics = {section.id: [topic.id for topic in section.topics] for section in sections}
    known = {
        "section": list(topics),
        "operation": [operation.id for operation in operations],
        "condition": [condition.id for condition in conditions],
        "step": [step.id for step in procedure.steps],
        "risk": [risk.id for risk in risks],
    }
    for index, item in enumerate(quiz):
        targets = known | {"topic": topics.get(item.read.section, [])}
        for key, name in item.read:
            if name is not None and name not in targets[key]:
                yield "quiz", (index, "read", key), f"unknown {key} '{brief(name)}'; {closest(name, targets[key])}"


def _urls_in_texts(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, text in readable_parts:
        if stem != "sources" and isinstance(text, str) and (match := ADDRESS.search(text)):
            what = f"expected no address here, found '{brief(match.group())}'; move it to sources.yaml, and name its id"
            yield stem, path, what


def _missing_notebooks(folder: Path, readable_parts: list[ContentPart]) -> Iterator[Finding]:
    notebooks = folder.resolve().parent.parent / "notebooks"
    known = [file.stem for file in notebooks.glob("*.ipynb")]
    for stem, path, page in readable_parts if known else []:
        if isinstance(page, Section | Appendix) and page.notebook not in known:
            what = f"unknown notebook '{brief(page.notebook)}'; {closest(page.notebook, known, STORE)}"
            yield stem, (*path, "notebook"), what


TARGETS = Rule("read-again-leads-somewhere", "Who answered wrong is sent there to learn.", _unknown_targets)
ADDRESSES = Rule("address-in-words", "Nobody can tap it there.", _urls_in_texts, level="warning")
NOTEBOOKS = Rule("notebook-exists", "Links to the page would lead to an error.", _missing_notebooks)
