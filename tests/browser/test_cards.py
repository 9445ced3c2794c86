"""The cards as a phone shows them, by day and by night, with what Anki itself makes of a package."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection
from miss.cli import main
from miss.export.questions.write import CARDS
from playwright.sync_api import Page

from tests.conftest import COURSE
from tests.support.other_tools import import_cards

from .a11y.axe import judge, prepare

SHELL = '<!doctype html><html lang="en"><title>Card</title><style>{}</style><body class="card {}"><main>{}</main>'
FIRST = {item.kind: item.id for item in reversed(COURSE.content.records["quiz"])}  # of each kind, the first question


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    folder: Path = tmp_path_factory.mktemp("cards")
    assert main(["questions", str(folder / "made"), f"--course={COURSE.folder}"]) == 0
    collection = Collection(str(folder / "collection.anki2"))
    import_cards(collection, folder / "made" / CARDS)
    yield collection
    collection.close()


@pytest.mark.parametrize("night", ["", "nightMode", "night_mode"])
def test_a_card_can_be_read_on_a_phone(night: str, cards: Collection, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    for kind, id in FIRST.items():
        [note] = cards.find_notes(f'"Name:{id} *"')
        shown = cards.get_note(note).cards()[0].render_output()
        page.set_content(SHELL.format(shown.css, night, shown.answer_text))
        assert page.evaluate("document.documentElement.scrollWidth") == 360, kind
        assert page.locator(".room").count() == page.locator(".room:not(:visible)").count()
        dark = page.evaluate(
            "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).every((part) => part < 60)"
        )
        assert dark == bool(night)
        prepare(page)
        verdict = judge(page)
        assert not [each for each in verdict.violations if each.rule == "color-contrast"], kind
        assert "color-contrast" in verdict.applied
