"""The paper that a course is printed on."""

import pytest
from miss.export.layout import PAPERS, Layout, usual_paper


@pytest.mark.parametrize(
    ("language", "paper"),
    [("en", "letter"), ("en-GB", "a4"), ("en-US", "letter"), ("de", "a4"), ("es-MX", "letter"), ("fr_CA", "letter"),
     ("es", "a4"), ("zh-Hans-CN", "a4"), ("fil", "letter"), ("tlh", "a4")],
)  # fmt: skip
def test_paper_is_the_one_that_is_usual_where_a_language_is_spoken(language: str, paper: str) -> None:
    assert usual_paper(language) == paper


@pytest.mark.parametrize("paper", PAPERS)
def test_paper_that_is_named_comes_first(paper: str) -> None:
    assert Layout(paper).paper_for("en") == Layout(paper).paper_for("de") == paper
