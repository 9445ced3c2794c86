"""A real browser gives the points that Python gives: for the shared table, and for each question of the course."""

import random
import re
from itertools import chain
from typing import Any

import pytest
from miss.schema.content import Content
from miss.schema.item_kind import item_kind_of, item_kinds
from playwright.sync_api import Page, expect

from tests.conftest import ROOT
from tests.schema.test_scoring import SCORES
from tests.support.answers import half_answer, right_answer, verdict, wrong_answer

from .choosing import choose
from .deliveries import ServedSite

MODULE = ROOT / "notebooks" / "miss" / "interactions" / "questions" / "scoring.js"
IMPORT = "async (code) => { window.scoring = await import(`data:text/javascript,${encodeURIComponent(code)}`); }"
SCORE = "([id, answer]) => document.querySelector('knowledge-check').byId.get(id).scoreOf(answer)"
RIGHT = "([id, answer]) => document.querySelector('knowledge-check').byId.get(id).isRight(answer)"


def test_the_table(page: Page) -> None:
    code = MODULE.read_text(encoding="utf-8")
    page.evaluate(IMPORT, code)
    found = page.evaluate("all => all.map((each) => scoring.scoreOf(each.rule, each.groups, each.chosen))", SCORES)
    assert found == [{"points": case["points"], "maximum": case["maximum"]} for case in SCORES]


def some_answer(item: Any, chance: random.Random) -> list[str]:
    """Choose at random, as many in each field as it takes; what cannot be chosen together is chosen anew."""
    fields = item_kind_of(item).fields(item)
    counts = [chance.randint(max(field.least, 1), field.most) for field in fields]
    picked = [chance.sample(list(field.choices), count) for field, count in zip(fields, counts, strict=True)]
    answer = [choice.id for choice in chain(*picked)]
    return answer if item_kind_of(item).accepts(item, answer) else some_answer(item, chance)


def test_every_question_has_the_points_of_python(page: Page, site: ServedSite, content: Content) -> None:
    page.goto(f"{site.address}5-check-yourself.html")
    expect(page.locator("knowledge-check[data-live]")).to_have_count(1)
    chance = random.Random(15)  # noqa: S311 - not for secrets
    for item in content.records["quiz"]:
        kind = item_kind_of(item)
        answers = [right_answer(item), half_answer(item), wrong_answer(item)]
        for answer in [*answers, *(some_answer(item, chance) for _ in range(20))]:
            assert kind.accepts(item, answer), (item.id, answer)
            found = page.evaluate(RIGHT, [item.id, answer])
            assert found == kind.is_right(item, answer), (item.id, answer)
            if kind.rule:
                assert page.evaluate(SCORE, [item.id, answer]) == kind.score(item, answer)._asdict(), (item.id, answer)


@pytest.mark.parametrize("rightly", [True, False])
def test_the_points_are_said(page: Page, site: ServedSite, content: Content, rightly: bool) -> None:
    """For one question of each kind with points, at the verdict, which has the focus."""
    page.goto(f"{site.address}5-check-yourself.html")
    first = {item.kind: item for item in reversed(content.records["quiz"]) if item_kind_of(item).rule}
    assert {*first} == {kind for kind, each in item_kinds().items() if each.rule}
    for item in first.values():
        page.evaluate("id => document.querySelector('knowledge-check').startRound(1, [id])", item.id)
        question = page.locator("article.item:visible")
        rule = "You tick them yourself." if item_kind_of(item).self_scored else "NGN-style"
        expect(question.locator(".rule")).to_contain_text(rule)
        answer = right_answer(item) if rightly else half_answer(item)
        choose(question, item, answer)
        question.get_by_role("button", name="Check my answer").click()
        points, maximum = item_kind_of(item).score(item, answer)
        result = question.locator(".result")
        expect(result).to_be_focused()
        expect(result).to_contain_text(verdict(item, answer))
        if not item_kind_of(item).self_scored:
            expect(result).to_contain_text(f"{points} of {maximum} point")
        if item_kind_of(item).rule(item) == "right_minus_wrong":  # type: ignore[misc]
            expect(result).to_contain_text(re.compile(r"\d right . \d wrong"))
