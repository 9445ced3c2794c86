"""The minutes of a page: its words, with what is closed left out, and things to do, at the pace of the content."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from miss import Course, Home, Lesson
from miss.interactions.case.records import items_of
from miss.pages.minutes import as_offered, minutes, shown_words, task_count
from miss.schema.records import Pace

from tests.conftest import COURSE
from tests.support.items import placed_cases

PACE = Pace(words_per_minute=100, seconds_per_task=30)
HTML = {
    "<p>One two <b>three</b></p>": 3,
    "<article>One</article><article>two</article>": 2,  # each record, whether or not it is the one that is shown
    "<p>One<br>two <input> three</p>": 3,
    "<details><summary>More</summary><p>hidden</p><details open>too</details></details><p>shown</p>": 1,
    '<details class="fold" open><summary>More</summary><p>hidden</p></details><p>shown</p>': 1,  # a script closes it
    "<details open><summary>One</summary><p>two</p></details>": 2,
    "<svg><text>label</text></svg><button>press</button> one": 1,
    '<span class="unseen">heard</span><p hidden>later</p><p class="progress needs-script">0 of 5</p>one': 1,
    '<script>let a</script><style>p { }</style><template><p>part</p></template><img alt="a picture">': 0,
}


@pytest.mark.parametrize("html", HTML)
def test_the_words_that_are_shown_count(html: str) -> None:
    assert shown_words(html) == HTML[html]


@pytest.mark.parametrize(
    ("words", "tasks", "expected"), [(0, 0, 1), (100, 0, 1), (300, 0, 3), (300, 4, 5), (1, 6, 3), (249, 0, 2)]
)
def test_words_and_tasks_take_their_time(words: int, tasks: int, expected: int) -> None:
    assert minutes("word " * words, tasks, PACE) == expected


def test_each_entry_and_each_question_is_a_task() -> None:
    cases = {placed.key: len(items_of(case.stops)) for placed, case in placed_cases(COURSE.content)}
    counts = {
        placed.key if placed.key in cases else placed.interaction.kind: task_count(COURSE.content, placed)
        for placed in COURSE.content.placed
    }
    records = COURSE.content.records
    assert cases == {"mr-k": 46, "mrs-t": 12}
    assert counts == {
        "comparison": 1,
        "operations": len(records["operations"]),
        "conditions": len(records["conditions"]),
        "procedure": len(records["procedure"].steps),
        "risks": len(records["risks"]),
        "questions": len(records["quiz"]),
        **cases,
    }


def test_a_round_takes_the_time_of_the_questions_that_it_offers_first() -> None:
    [check] = [placed for placed in COURSE.content.placed if placed.section.id == "check"]
    assert task_count(COURSE.content, as_offered(COURSE.content, check)) == 6
    assert Lesson(COURSE, "check").minutes <= 10
    [conditions] = [placed for placed in COURSE.content.placed if placed.interaction.kind == "conditions"]
    assert as_offered(COURSE.content, conditions) == conditions


def at_pace(words_per_minute: int, seconds_per_task: int) -> Course:
    pace = Pace(words_per_minute=words_per_minute, seconds_per_task=seconds_per_task)
    course = COURSE.content.course.model_copy(update={"pace": pace})
    return COURSE.with_content(replace(COURSE.content, course=course))


def test_the_pages_show_minutes_at_the_pace_of_the_course() -> None:
    shown = []
    for course in (at_pace(200, 0), at_pace(100, 0), at_pace(200, 60)):
        sections = [Lesson(course, section.id).minutes for section in course.content.sections]
        texts = [_minutes(Lesson(course, section.id).opening().html) for section in course.content.sections]
        assert texts == [[f"About {each} minutes"] for each in sections]
        assert [text.split(" minutes")[0] for text in _minutes(Home(course).way().html)] == [
            f"About {each}" for each in sections
        ]
        apart = [section.own_session for section in course.content.sections]
        total = sum(each for each, own in zip(sections, apart, strict=True) if not own)
        assert 0 < total < sum(sections)
        assert _minutes(Home(course).opening().html)[0].startswith(f"About {total} minutes in all.")
        shown.append(sum(sections))
    fast, slow, with_tasks = shown
    assert abs(slow - 2 * fast) <= len(COURSE.content.sections)
    content = COURSE.content
    tasks = sum(task_count(content, as_offered(content, placed)) for placed in content.placed)
    assert abs(with_tasks - fast - tasks) <= len(content.sections)  # a minute for each thing to do


def _minutes(html: str) -> list[str]:
    return [tag.get_text(" ", strip=True) for tag in BeautifulSoup(html, "html.parser").select(".minutes")]


def test_closing_a_layer_shortens_a_section(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said of a section follows what its templates show."""
    from miss.pages import lesson

    before = Lesson(COURSE, "risks").minutes
    render = lesson.render_interaction
    monkeypatch.setattr(lesson, "render_interaction", lambda *args: f"<details>{render(*args)}</details>")
    assert Lesson(COURSE, "risks").minutes < before
