"""The pool of questions is large enough for several rounds: each objective and each section has some of its own."""

from collections import Counter

from miss.schema.content import Content

from tests.support.items import every_item

AT_LEAST = 60
OF_EACH_OBJECTIVE = 6


def test_there_are_enough_of_each_objective(content: Content) -> None:
    pool = content.records["quiz"]
    asked = Counter(item.objective for item in pool)
    assert len(pool) >= AT_LEAST
    assert not {each.id: asked[each.id] for each in content.course.objectives if asked[each.id] < OF_EACH_OBJECTIVE}


def test_each_section_that_teaches_is_asked_about(content: Content) -> None:
    asked = {item.read.section for item in content.records["quiz"]}
    holding = {placed.section.id for placed in content.placed if placed.tests_section}
    assert {section.id for section in content.sections} - holding <= asked


def test_each_question_has_an_estimate_of_its_difficulty(content: Content) -> None:
    assert not [item.id for item in every_item(content) if item.difficulty is None]
    assert {item.difficulty for item in content.records["quiz"]} == {"easy", "middle", "hard"}
