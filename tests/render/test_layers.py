"""A record: what to say and what must not wait are open, everything else is one tap away."""

import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, Tag
from miss.export.handouts import render_course, render_handout, render_summary
from miss.render.environment import environment
from miss.render.tiers import sign_cards
from miss.schema.signs import Sign
from miss.schema.text import RED_FLAGS, TIERS, Urgency, plain
from miss.web.frame import render_page

from tests.conftest import COURSE, ROOT

RECORDS = {
    entry.id: entry
    for placed in COURSE.content.placed
    for entries in placed.entries(COURSE.content.records).values()
    for entry in entries
}
ORDER = ("record", "nursing", "more", "where")


@pytest.fixture(scope="module")
def shown() -> dict[str, Tag]:
    """The element of every entry, by its id."""
    pages = [
        BeautifulSoup(render_page(ROOT / "notebooks" / f"{section.notebook}.ipynb", COURSE), "html.parser")
        for section in COURSE.content.sections
    ]
    entries = {str(tag["data-id"]): tag for page in pages for tag in page.select(".entry[data-id]")}
    cards = {str(tag["data-id"]): tag for page in pages for tag in page.select("article.card")}
    return entries | cards


def test_every_record_is_shown(shown: dict[str, Tag]) -> None:
    assert shown.keys() == RECORDS.keys() and len(shown) == 27


@pytest.mark.parametrize("id", RECORDS)
def test_what_to_say_is_open_and_the_red_flag_is_right_below(shown: dict[str, Tag], id: str) -> None:
    tag, entry = shown[id], RECORDS[id]
    [bubble] = tag.select(".bubble")
    said = [say.get_text().removesuffix("+") for say in bubble.select(".say")]
    assert said == [plain(statement.text) for statement in entry.patient]
    below = bubble.find_next_sibling()
    assert isinstance(below, Tag) and below["class"] == (["tiers"] if entry.signs else ["layers"])
    cards = tag.select(".tier")
    assert len(cards) == len(sign_cards(entry.signs)) <= 2
    for card, sign in zip(cards, sign_cards(entry.signs), strict=True):
        heading = card.select_one("h4")
        assert heading and heading.get_text() == getattr(COURSE.content.course.urgency, sign.urgency).name
        assert sign.urgency in card["class"] and card.select("svg.icon") and plain(sign.text) in card.get_text()
    notices = [tag.get_text() for tag in tag.select(".tiers > .instructions")]
    flagged = any(sign.urgency in RED_FLAGS for sign in entry.signs)
    assert notices == [COURSE.content.course.red_flag_notice] * flagged


@pytest.mark.parametrize("id", RECORDS)
def test_the_rest_is_closed_and_in_one_order(shown: dict[str, Tag], id: str) -> None:
    tag, entry = shown[id], RECORDS[id]
    [layers] = tag.select(".layers")
    rows = layers.find_all("details", recursive=False)
    kinds = [str(row["class"][1]) for row in rows]  # type: ignore[index]
    assert kinds == [kind for kind in ORDER if kind in kinds] and {"nursing", "where"} <= {*kinds}
    assert not [row for row in rows if row.has_attr("open")]
    names = [" ".join(row.find("summary").get_text().split()) for row in rows]  # type: ignore[union-attr]
    assert all(name.endswith(f": {entry.name}") for name in names) and len({*names}) == len(names)
    listed = [plain(sign.text) for sign in entry.signs] if "record" in kinds else []
    assert [say.get_text().removesuffix("+") for say in layers.select(".record .say")] == listed
    assert ("record" in kinds) == (len(entry.signs) > len(sign_cards(entry.signs)))


def signs(*urgencies: Urgency) -> Iterator[Sign]:
    return (Sign(id=f"s{number}", text=f"{number}", urgency=urgency) for number, urgency in enumerate(urgencies))


@pytest.mark.parametrize(
    ("urgencies", "cards"),
    [
        ([], []),
        (["record"], ["0"]),
        (["record", "record"], ["0"]),
        (["report", "record"], ["0"]),
        (["record", "report", "emergency", "emergency"], ["2", "1"]),
    ],
)
def test_the_first_sign_of_each_urgency_has_a_card(urgencies: list[Urgency], cards: list[str]) -> None:
    assert [sign.text for sign in sign_cards(list(signs(*urgencies)))] == cards


def test_a_red_flag_in_running_text_begins_with_what_to_do() -> None:
    """As in the trainer's notes; a card and a bubble say it otherwise."""
    tier = COURSE.content.course.urgency.emergency
    template = environment().from_string(
        '{% import "components.html" as components with context %}{{ components.statement_list(signs, "x") }}'
    )
    content = COURSE.content
    smoke, dust = Sign(id="smoke", text="Smoke", urgency="emergency"), Sign(id="dust", text="Dust", urgency="record")
    html = template.render(content=content, words=content.interface, signs=[smoke])
    assert f'<strong class="flag emergency">{tier.name}.</strong> Smoke' in html and "instructions" in html
    calm = template.render(content=content, words=content.interface, signs=[dust])
    assert "flag" not in calm and "instructions" not in calm


def test_one_table_says_what_to_do() -> None:
    """The names stand in the course's file only, once each."""
    names = "|".join(tier.name for _, tier in COURSE.content.course.urgency)
    code = ROOT / "notebooks" / "miss"
    files = [*code.rglob("*.html"), *code.rglob("words/en.yaml"), *COURSE.content_folder.glob("*.yaml")]
    found = {file.name: re.findall(names, file.read_text(encoding="utf-8")) for file in files}
    assert {name: len(each) for name, each in found.items() if each} == {"course.yaml": len(TIERS)}


def test_each_tier_says_by_when_to_whom_and_what_to_do_meanwhile() -> None:
    """On the page of the risks and on paper."""
    page = render_page(ROOT / "notebooks" / "4-risks.ipynb", COURSE)
    sheets = [made(COURSE).html for made in (render_handout, render_course, render_summary)]
    for html in (page, *sheets):
        [levels] = BeautifulSoup(html, "html.parser").select(".levels")
        rows = levels.select(".sign")
        assert len(rows) == len(TIERS)
        for row, (_, tier) in zip(rows, COURSE.content.course.urgency, strict=True):
            said = [*row.select(".urgency, .by"), *row.select(".means")]
            texts = [plain(tag.get_text()).strip("()+") for tag in said]
            assert texts[:2] == [tier.name, tier.by] and row["data-added"] == " ".join(tier.added)
            assert [text.partition(": ")[2] for text in texts[2:]] == [tier.ward, tier.home, tier.meanwhile]


def test_all_signs_say_by_when_and_what_is_done_besides(shown: dict[str, Tag]) -> None:
    for id, entry in RECORDS.items():
        rows = shown[id].select(".layers .record .sign")
        for row, sign in zip(rows, entry.signs if rows else [], strict=True):
            assert f"({getattr(COURSE.content.course.urgency, sign.urgency).by})" in row.get_text()
            assert all(text in row.get_text() for text in (sign.whom, sign.meanwhile) if text)
    besides = [sign for sign in COURSE.content.signs if sign.whom or sign.meanwhile]
    assert {sign.urgency for sign in besides} == {"emergency", "report"}


@pytest.mark.parametrize("id", ["bleeding", "nerve-damage", "not-enough-relief", "more-surgery"])
def test_new_weakness_is_an_emergency_on_every_card(id: str) -> None:
    weak = [sign for sign in RECORDS[id].signs if "weakness" in sign.text or "strength" in sign.text]
    known = [sign for sign in weak if sign.urgency == "record"]
    assert "emergency" in {sign.urgency for sign in weak} <= {"emergency", "record"}
    assert all(sign.id in ("known-weakness", "leg-check") for sign in known)
