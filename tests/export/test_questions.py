"""`miss questions`: the questions for Anki and for Moodle, each read back by an importer that is not ours."""

import re
import time
from collections.abc import Iterator
from html import unescape
from itertools import chain
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from anki.collection import Collection
from anki.notes import Note
from bs4 import BeautifulSoup
from miss.cli import main
from miss.export.questions.gift_scoring import notes_on_scoring, rule_of
from miss.export.questions.write import CARDS, GIFT
from miss.render.review import review_status
from miss.schema.item_kind import item_kind_of
from miss.schema.text import plain

from tests.conftest import COURSE, copy_course
from tests.support.answers import half_answer, right_answer, wrong_answer
from tests.support.changes import both, remove, replace, rewrite
from tests.support.other_tools import import_cards, read_gift

ITEMS = {item.id: item for item in COURSE.content.records["quiz"]}
SINGLE = [id for id, item in ITEMS.items() if len(item_kind_of(item).fields(item)) == 1]
# The shares of a hundred that Moodle accepts: question/engine/bank.php.
SHARES = {100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111}
SHARES |= {10, 5, 0}
ADDRESS = "https://school.example/course"
HOSTILE = r"%50% = {b} ~c: #d \n \\ [x] 5 -> 6 & a<9 // ::e::"


def shown(html: str) -> str:
    return re.sub(r"\s+", " ", BeautifulSoup(html, "html.parser").get_text())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files for other tools, twice: with the address of the course, and without."""
    made = tmp_path_factory.mktemp("questions")
    for name, options in {"bare": [], "linked": [f"--address={ADDRESS}"]}.items():
        assert main(["questions", str(made / name), f"--course={COURSE.folder}", *options]) == 0
    return made


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def notes(collection: Collection) -> dict[str, Note]:
    """The notes by the id of their question."""
    found = [collection.get_note(id) for id in collection.find_notes("")]
    return {note.fields[0].split(" · ")[0]: note for note in found}


@pytest.fixture(scope="module")
def gift(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The questions of GIFT by the id of the question that they are of."""
    asked: dict[str, list[dict[str, Any]]] = {}
    for each in read_gift(folder / "bare" / GIFT):
        if each["type"] != "Category":
            asked.setdefault(each["id"].partition(".")[0], []).append(each)
    return asked


def test_a_card_has_the_question_and_every_reason(folder: Path, collection: Collection) -> None:
    assert import_cards(collection, folder / "bare" / CARDS) == (len(ITEMS), 0)
    assert [deck.name for deck in collection.decks.all_names_and_ids()][-1] == COURSE.content.course.title
    made = notes(collection)
    assert set(made) == set(ITEMS)
    for id, item in ITEMS.items():
        _, front, back = map(shown, made[id].fields)
        kind = item_kind_of(item)
        assert plain(item.stem) in front
        assert not [each.why for each in kind.choices(item) if plain(each.why) in front or plain(each.why) not in back]
        assert COURSE.content.course.notice in back and review_status(COURSE.content) in back
        assert (COURSE.content.interface.layers.beyond in back) == bool(item.added)
        assert "data-right" not in made[id].fields[1] and "href" not in "".join(made[id].fields)
        expected = {item.objective, item.read.section, *(["red-flag"] * item.red_flag), *filter(None, [item.step])}
        assert {tag.removeprefix(f"{COURSE.content.course.id}::") for tag in made[id].tags} == expected


def test_a_card_links_to_the_course_if_it_is_known_where_that_is(folder: Path, collection: Collection) -> None:
    import_cards(collection, folder / "linked" / CARDS)
    linked = re.findall(
        'href="([^"]+)"', "".join(field for note in notes(collection).values() for field in note.fields)
    )
    assert len(linked) == len(ITEMS) and all(link.startswith(f"{ADDRESS}/") for link in linked)
    assert (folder / "linked" / GIFT).read_text(encoding="utf-8").count("<a href") == sum(
        1 if id in SINGLE or item_kind_of(item).ordered else len(item_kind_of(item).fields(item))
        for id, item in ITEMS.items()
    )


def test_a_later_package_updates_the_cards(
    folder: Path, collection: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_cards(collection, folder / "bare" / CARDS)
    card = notes(collection)["q01"].cards()[0]
    card.type, card.queue, card.ivl, card.reps = 2, 2, 21, 5  # a card that has been learned
    collection.update_card(card)
    (tmp_path / "changed").mkdir()
    changed = copy_course(tmp_path / "changed")
    replace("quiz", ITEMS["q01"].stem, "What is it that sets it apart?")(changed.content_folder)
    later = time.time() + 60
    monkeypatch.setattr("genanki.package.time", SimpleNamespace(time=lambda: later))
    assert main(["questions", str(tmp_path / "later"), f"--course={changed.folder}"]) == 0
    assert import_cards(collection, tmp_path / "later" / CARDS) == (0, len(ITEMS))
    note = notes(collection)["q01"]
    assert len(notes(collection)) == len(ITEMS) and "What is it that sets it apart?" in note.fields[1]
    assert (note.cards()[0].ivl, note.cards()[0].reps) == (21, 5)


CHOSEN = [id for id, item in ITEMS.items() if not (item_kind_of(item).ordered or item_kind_of(item).self_scored)]


def told_of(question: dict[str, Any]) -> dict[str, tuple[float, str]]:
    """The options of a question of GIFT by their texts: the share of the points that each gives, and its reason."""
    return {
        unescape(each["text"]["text"]): (
            100 if each["isCorrect"] else each["weight"] or 0,
            unescape(each["feedback"]["text"]),
        )
        for each in question["choices"]
    }


def moodles_points(item: Any, asked: list[dict[str, Any]], answer: list[str]) -> float:
    """Score an answer as Moodle does: of each question never below 0, each worth its right choices."""
    points = 0.0
    for field, question in zip(item_kind_of(item).fields(item), asked, strict=True):
        told = told_of(question)
        worth = sum(told[plain(choice.text)][0] for choice in field.choices if choice.id in answer)
        right = sum(choice.id in right_answer(item) for choice in field.choices)
        points += max(0, worth) / 100 * right
    return round(points, 2)


@pytest.mark.parametrize("id", ITEMS)
def test_gift_asks_all_that_is_needed_to_answer(id: str, gift: dict[str, list[dict[str, Any]]]) -> None:
    item = ITEMS[id]
    given = [item.stem, *(getattr(item, name, None) or "" for name in ("patient", "sentence", "passage"))]
    if item.exhibit:
        given += [*item.exhibit.times, *chain(*([row.name, *row.values] for row in item.exhibit.rows))]
    assert len(gift[id]) == len(item_kind_of(item).fields(item))
    for question in gift[id]:
        stem = shown(question["stem"]["text"])
        assert not [piece for text in given for piece in re.split(r"\{[^{}]+\}", plain(text)) if piece not in stem]
        assert "data-right" not in question["stem"]["text"]
        assert question["title"].startswith(f"{question['id']} · ") and item.objective in question["tags"]
        assert review_status(COURSE.content) in shown(question["globalFeedback"]["text"])


@pytest.mark.parametrize("id", CHOSEN)
def test_gift_tells_every_reason_and_scores_by_the_same_rule(id: str, gift: dict[str, list[dict[str, Any]]]) -> None:
    item, kind, right = ITEMS[id], item_kind_of(ITEMS[id]), right_answer(ITEMS[id])
    for field, question in zip(kind.fields(item), gift[id], strict=True):
        told, texts = told_of(question), {choice.id: plain(choice.text) for choice in field.choices}
        assert {text: why for text, (_, why) in told.items()} == {
            texts[each.id]: plain(each.why) for each in field.choices
        }
        assert {text for text, (worth, _) in told.items() if worth > 0} == {
            text for id, text in texts.items() if id in right
        }
        assert {abs(worth) for worth, _ in told.values()} <= SHARES
        assert any(each["isCorrect"] for each in question["choices"]) == (field.most == 1)
    words = COURSE.content.interface.questions
    if not {words.scored_as_whole, words.scored_over_parts} & {*notes_on_scoring(COURSE.content, item)}:
        for answer in (right, wrong_answer(item), half_answer(item)):
            assert moodles_points(item, gift[id], answer) == kind.score(item, answer).points


def test_gift_matches_what_is_ordered_with_its_place(gift: dict[str, list[dict[str, Any]]]) -> None:
    for id, item in ITEMS.items():
        if item_kind_of(item).ordered:
            [question] = gift[id]
            places = {unescape(each["subquestion"]["text"]): int(each["subanswer"]) for each in question["matchPairs"]}
            assert places == {plain(each.text): place for place, each in enumerate(item_kind_of(item).right(item), 1)}
            assert list(places.values()) != sorted(places.values())
            feedback = shown(question["globalFeedback"]["text"])
            assert all(plain(each.why) in feedback for each in item_kind_of(item).choices(item))


def test_gift_has_a_category_for_each_objective_and_says_where_it_scores_otherwise(folder: Path) -> None:
    read = read_gift(folder / "bare" / GIFT)
    categories = [each["title"].split("/")[1][:3] for each in read if each["type"] == "Category"]
    assert categories == sorted({item.objective for item in ITEMS.values()})
    comments = re.findall("^// (?!.id:)(.*)$", (folder / "bare" / GIFT).read_text(encoding="utf-8"), re.MULTILINE)
    words = COURSE.content.interface.questions
    assert {words.scored_as_whole, words.scored_over_parts, words.no_limit.replace("{count}", "2")} <= set(comments)
    pairs = [id for id, item in ITEMS.items() if rule_of(item) == "all_or_nothing" and id not in SINGLE]
    assert pairs and all(notes_on_scoring(COURSE.content, ITEMS[id]) for id in pairs)


def test_signs_of_gift_in_the_words_stay_words(words: Path) -> None:
    item = ITEMS["q01"]
    quoted = HOSTILE.replace("\\", "\\\\")
    texts = [item.stem, item.options[0].text, item.options[1].text, item.options[0].why]
    both_ways = [replace("quiz", f'"{text}"', f'"{quoted} {at}"') for at, text in enumerate(texts)]
    both(*both_ways)(words)
    assert main(["questions", str(words / "out"), f"--course={words.parents[1]}"]) == 0
    [asked] = [each for each in read_gift(words / "out" / GIFT) if each.get("id") == "q01"]
    assert f"{HOSTILE} 0" in unescape(asked["stem"]["text"]) and asked["title"] == f"q01 · {HOSTILE} 0"
    told = {unescape(each["text"]["text"]): unescape(each["feedback"]["text"]) for each in asked["choices"]}
    assert told[f"{HOSTILE} 1"] == f"{HOSTILE} 3" and f"{HOSTILE} 2" in told


def test_what_a_learner_scores_is_an_essay(gift: dict[str, list[dict[str, Any]]]) -> None:
    scored = [item for item in ITEMS.values() if item_kind_of(item).self_scored]
    assert scored
    for item in scored:
        [essay] = gift[item.id]
        assert essay["type"] == "Essay"
        feedback = shown(essay["globalFeedback"]["text"])
        assert not [each.why for each in item_kind_of(item).choices(item) if plain(each.why) not in feedback]


def test_what_is_not_written(words: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = words / "out"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    assert main(["questions", str(folder), f"--course={words.parents[1]}"]) == 1
    assert main(["questions", str(words / "new"), f"--course={words.parents[1]}", "--address=school"]) == 1
    both(rewrite("sections", r"^ +interaction: \{kind: questions.*\n", "", 0), remove("quiz"))(words)
    assert main(["questions", str(words / "new"), f"--course={words.parents[1]}"]) == 1
    lines = capsys.readouterr().err.splitlines()
    for line, what in zip(lines, ("such as mine.txt", "'school' is not the web address", "no questions"), strict=True):
        assert what in line and line.endswith(".")
    assert [file.name for file in folder.iterdir()] == ["mine.txt"] and not (words / "new").exists()
