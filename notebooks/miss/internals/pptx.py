"""Undocumented behaviour of python-pptx."""

from typing import Any


def paragraph_properties(paragraph: Any) -> Any:
    """Return the element that says how a paragraph is marked and indented (text/text.py, ``_p``).

    Without it, answers would have no letters, and lists no numbers or discs.
    """
    return paragraph._p.get_or_add_pPr()


def set_language(run: Any, language: str) -> None:
    """Set the language of a run to any, also to one that PowerPoint has no number for (text/text.py, ``_r``).

    Without it, the spelling would be checked in the language of whoever edits the slides.
    """
    run._r.get_or_add_rPr().set("lang", language)
