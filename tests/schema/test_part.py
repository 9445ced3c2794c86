"""The parts of a section that are to be done."""

from miss.schema.content import Content
from miss.schema.interaction import interactions
from miss.schema.part import Part, section_parts
from miss.schema.records import Placement

from tests.support.placing import place


def test_a_section_has_its_interactions_as_parts_with_what_there_is_to_do(content: Content) -> None:
    parts = {section.id: section_parts(section, content.records) for section in content.sections}
    assert parts == {
        "what": [
            Part("picture-comparison", "comparison", 1, "smaller-cuts"),
            Part("say-may", "questions", 1, "benefits"),
            Part("operation-selector", "operations", 3, "operations"),
        ],
        "why": [
            Part("tried-before", "questions", 1, "other-treatment-first"),
            Part("condition-selector", "conditions", 8, "conditions"),
            Part("might-help", "questions", 1, "may-help"),
            Part("cost-and-place", "questions", 1, "limits"),
        ],
        "how": [
            Part("guess-order", "questions", 1, "order"),
            Part("procedure-slider", "procedure", 6, "procedure"),
            Part("who-is-there", "questions", 1, "people"),
            Part("why-x-ray", "questions", 1, "alongside"),
        ],
        "risks": [
            Part("risk-cards", "risks", 9, "risks"),
            Part("own-risks", "questions", 1, "personal"),
            Part("nurses-part", "questions", 1, "talk"),
        ],
        "check": [Part("knowledge-check", "questions", 6, "quiz")],
        "mr-k": [Part("mr-k", "case", 46, "mr-k-story")],
        "mrs-t": [Part("mrs-t", "case", 12, "mrs-t-story")],
    }


def test_a_check_of_some_questions_has_all_of_them_to_do(content: Content) -> None:
    items = [item.id for item in content.records["quiz"]][:9]
    section = place(content.section("check"), Placement(kind="questions", key="ask", items=items))
    assert section_parts(section, content.records) == [Part("ask", "questions", 9, "quiz")]


def test_a_section_without_an_interaction_has_its_end_as_its_part(content: Content) -> None:
    section = content.section("why").model_copy(update={"topics": []})
    assert section_parts(section, content.records) == [Part("why end", "", 1, "")]


def test_every_kind_with_progress_has_words_for_it(content: Content) -> None:
    counting = [each.kind for each in interactions().values() if each.progress]
    assert len(counting) == 7
    for kind in counting:
        assert getattr(content.interface, kind).progress.by == "total"
