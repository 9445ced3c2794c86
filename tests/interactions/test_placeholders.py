"""Texts are split at the ids in braces, and nothing of them is lost."""

import pytest
from miss.interactions.questions.items.placeholders import split_at_placeholders


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("No gap.", [("No gap.", "")]),
        ("Call {whom} now.", [("Call ", "whom"), (" now.", "")]),
        ("{first}", [("", "first")]),
        ("{first}{second}", [("", "first"), ("", "second")]),
        ("First {one}, then {the-other}", [("First ", "one"), (", then ", "the-other")]),
        ("Not closed {one", [("Not closed {one", "")]),
        ("Empty {} here", [("Empty {} here", "")]),
        ("Not an id: {No Id}", [("Not an id: ", "No Id")]),
    ],
)
def test_a_text_is_split_at_its_placeholders(text: str, parts: list[tuple[str, str]]) -> None:
    assert split_at_placeholders(text) == parts
    assert "".join(literal + (id and f"{{{id}}}") for literal, id in parts) == text
