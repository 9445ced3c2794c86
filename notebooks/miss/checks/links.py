"""Links: where a question sends its reader, and addresses that stand where no link is made of them."""

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


def _leads_nowhere(
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
        places = known | {"topic": topics.get(item.read.section, [])}
        for key, name in item.read:
            if name is not None and name not in places[key]:
                yield "quiz", (index, "read", key), f"unknown {key} '{brief(name)}'; {closest(name, places[key])}"


def _address_in_words(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, text in readable_parts:
        if stem != "sources" and isinstance(text, str) and (found := ADDRESS.search(text)):
            what = f"expected no address here, found '{brief(found.group())}'; move it to sources.yaml, and name its id"
            yield stem, path, what


def _notebook_missing(folder: Path, readable_parts: list[ContentPart]) -> Iterator[Finding]:
    notebooks = folder.resolve().parent.parent / "notebooks"
    known = [file.stem for file in notebooks.glob("*.ipynb")]
    for stem, path, page in readable_parts if known else []:
        if isinstance(page, Section | Appendix) and page.notebook not in known:
            what = f"unknown notebook '{brief(page.notebook)}'; {closest(page.notebook, known, STORE)}"
            yield stem, (*path, "notebook"), what


READ_AGAIN = Rule("read-again-leads-somewhere", "Who answered wrong is sent there to learn.", _leads_nowhere)
ADDRESSES = Rule("address-in-words", "Nobody can tap it there.", _address_in_words, level="warning")
NOTEBOOKS = Rule("notebook-exists", "Links to the page would lead to an error.", _notebook_missing)
