"""Links: where a question sends its reader, and addresses that stand where no link is made of them."""

import re
from collections.abc import Iterator

from ..content.load import Content
from ..content.quiz import ReadAgain
from ..errors import brief
from .rule import Finding, Rule, closest

ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.I)


def _leads_nowhere(content: Content) -> Iterator[Finding]:
    for index, item in enumerate(content.quiz):
        for key, ids in _places(content, item.read).items():
            name = getattr(item.read, key)
            if name is not None and name not in ids:
                yield "quiz", (index, "read", key), f"there is no {key} '{brief(name)}'; {closest(name, ids)}"


def _places(content: Content, read: ReadAgain) -> dict[str, list[str]]:
    topics = [topic.id for section in content.sections if section.id == read.section for topic in section.topics]
    return {
        "section": [section.id for section in content.sections],
        "topic": topics,
        "operation": [operation.id for operation in content.operations],
        "condition": [condition.id for condition in content.conditions],
        "step": [step.id for step in content.procedure.steps],
        "risk": [risk.id for risk in content.risks],
    }


def _address_in_words(content: Content) -> Iterator[Finding]:
    for stem, path, text in content.parts:
        if stem != "sources" and isinstance(text, str) and (found := ADDRESS.search(text)):
            what = f"'{brief(found.group())}' stands in the words; put it in sources.yaml as 'url', and name its id"
            yield stem, path, what


def _notebook_missing(content: Content) -> Iterator[Finding]:
    notebooks = content.folder.resolve().parent.parent / "notebooks"
    known = [file.stem for file in notebooks.glob("*.ipynb")]
    for stem in ("sections", "appendices") if known else ():
        for index, page in enumerate(getattr(content, stem) or []):
            if page.notebook not in known:
                what = f"there is no notebook '{brief(page.notebook)}' in notebooks/; {closest(page.notebook, known)}"
                yield stem, (index, "notebook"), what


READ_AGAIN = Rule(
    "read-again-leads-somewhere",
    "Who answered wrong is sent there to learn.",
    _leads_nowhere,
    ("quiz", "sections", "operations", "conditions", "procedure", "risks"),
)
ADDRESSES = Rule("address-in-words", "Nobody can tap it there.", _address_in_words, level="warning")
NOTEBOOKS = Rule("notebook-exists", "The page's name would lead to an error.", _notebook_missing)
