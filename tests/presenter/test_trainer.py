"""Trainer's notes: one for each item of a session; a course may have none."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from miss.checks.build import load_content
from miss.interactions.case.records import items_of
from miss.loading.walk import walk
from miss.pages.lesson import Lesson
from miss.render.citations import provenance
from miss.render.environment import render
from miss.schema.agenda import agenda
from miss.schema.content import Content
from miss.schema.text import RED_FLAGS, Record

from tests.conftest import COURSE
from tests.support.items import placed_cases


def has_red_flag(record: Record) -> bool:
    return any(getattr(part, "urgency", None) in RED_FLAGS for _, part in walk(record))


def test_every_taught_item_has_one_note(content: Content) -> None:
    noted = sorted((note.kind, note.about) for note in content.trainer)
    assert noted == sorted((item.kind, item.id) for item in agenda(content))
    assert [sum(note.kind == kind for note in content.trainer) for kind in
            ("section", "operation", "condition", "step", "alongside", "risk")] == [7, 3, 8, 6, 1, 9]  # fmt: skip


def test_notes_repeat_red_flags(content: Content) -> None:
    """A trainer who reads only the notes must mention every red flag."""
    entries = {
        "operation": content.records["operations"],
        "condition": content.records["conditions"],
        "step": content.records["procedure"].steps,
        "risk": content.records["risks"],
    }
    flagged = [(kind, entry) for kind, records in entries.items() for entry in records if has_red_flag(entry)]
    assert flagged
    assert not [entry.id for kind, entry in flagged if not has_red_flag(content.note(kind, entry.id))]
    cases = placed_cases(content)
    urgent = [placed.section.id for placed, case in cases if any(item.red_flag for item in items_of(case.stops))]
    assert urgent and all(has_red_flag(content.note("section", id)) for id in urgent)


def test_guide_parts(content: Content) -> None:
    assert [part.id for part in content.guide] == ["prepare", "present", "hand-out", "collect"]


@pytest.mark.parametrize("raw", [None, "", "# nothing yet\n", "[]\n"], ids=["missing", "empty", "comment", "no notes"])
def test_a_course_may_have_no_notes(raw: str | None, words: Path) -> None:
    for stem in ("trainer", "guide"):
        file = words / f"{stem}.yaml"
        file.unlink() if raw is None else file.write_text(raw, encoding="utf-8")
    loaded = load_content(words)
    assert (loaded.trainer, loaded.guide) == ([], [])
    assert loaded.sections


def test_notes_add_nothing_to_a_page(content: Content, words: Path) -> None:
    (words / "trainer.yaml").unlink()
    without = COURSE.with_content(load_content(words))
    for section in content.sections:
        lesson, plain = Lesson(COURSE, section.id), Lesson(without, section.id)
        assert (lesson.opening().html, lesson.recap().html) == (plain.opening().html, plain.recap().html)
        assert all(lesson.topic(topic.id).html == plain.topic(topic.id).html for topic in section.topics)


def test_a_note_has_its_sources_one_tap_away(content: Content) -> None:
    for note in content.trainer:
        html = BeautifulSoup(render(content, "trainer_note.html", note=note), "html.parser")
        origin = provenance(content, note)
        [where] = html.select("details.where")
        linked = {str(link["href"]).partition("#")[2] for link in where.select("a[href^='sources.html#']")}
        assert linked == {citation.id for citation in (*origin.facts, *origin.sources)}
