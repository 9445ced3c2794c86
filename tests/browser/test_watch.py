"""`miss serve --watch`: what an author saves is on the open page by itself, at the place where the page was."""

import re
import shutil
import urllib.error
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import ROOT, copy_course
from tests.support.waiting import wait_until
from tests.support.web import ask

from .server import MissServer, VoilaServer, WatchingServer
from .test_widgets import attached

NAMES = ("2-why-it-is-done", "3-how-it-is-done", "4-risks", "5-check-yourself")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WatchingServer]:
    copy = copy_course(tmp_path_factory.mktemp("watched")).folder
    drawings = copy / "assets"
    drawings.unlink()
    shutil.copytree(ROOT / "assets", drawings)
    with WatchingServer(tmp_path_factory.mktemp("watching"), root=copy) as server:
        yield server


@pytest.fixture
def watching(server: WatchingServer) -> Iterator[WatchingServer]:
    """The server, with every file as it was; what a test has changed is changed back after it."""
    files = {file: file.read_bytes() for folder in ("assets", "content") for file in saved_in(server.root / folder)}
    before = pages(server)
    yield server
    for file, text in files.items():
        if file.read_bytes() != text:
            file.write_bytes(text)
    wait_until(lambda: pages(server) == before, "all is as it was")


def pages(server: WatchingServer) -> list[str]:
    """What is served, without the time when it was made."""
    served = [ask(f"{server.address}{name}.html").text for name in NAMES]
    return [re.sub(r"[?]shown=\w+", "", text) for text in served]


def saved_in(folder: Path) -> list[Path]:
    """What an author saves."""
    return [file for file in folder.rglob("*") if file.suffix in (".yaml", ".svg")]


def save(server: VoilaServer, stem: str, old: str, new: str) -> None:
    """Change words as an editor does."""
    file = server.root / "content" / "en" / f"{stem}.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_saved_words_are_shown_where_the_page_was(page: Page, watching: WatchingServer) -> None:
    page.goto(f"{watching.address}4-risks.html?risk=infection")
    card = page.locator("article.card").nth(5)
    card.locator(".reveal").click()
    card.locator(".back").scroll_into_view_if_needed()
    page.locator(".layers[data-topic] details.fold").first.evaluate("fold => fold.open = true")
    before = round(card.bounding_box()["y"])
    assert page.evaluate("scrollY") > 500
    save(watching, "risks", "Too much bleeding is another", "Too much lost blood is another")
    expect(page.locator("main")).to_contain_text("Too much lost blood is another")
    expect(card.locator(".back")).to_be_visible()
    expect(page.locator("risk-cards .back:visible")).to_have_count(2)
    expect(page.locator(".layers[data-topic] details.fold").first).to_have_attribute("open", "")
    # Not by wait_for_function, which needs eval: the page's policy forbids it.
    wait_until(lambda: abs((card.bounding_box() or {"y": -9999})["y"] - before) < 3, "the card is where it was")
    attached(page, watching)
    assert watching.run("print(cards.records[1].leaflet.text)") == "Too much lost blood is another of the risks."


def test_a_round_of_questions_goes_on(page: Page, watching: WatchingServer) -> None:
    page.goto(f"{watching.address}5-check-yourself.html")
    page.get_by_role("button", name="Start").click()
    shown = page.locator("article.item:visible")
    id = shown.get_attribute("data-id")
    save(watching, "interface", "reply:\n", 'questions:\n  choose: "First choose an answer."\n\nreply:\n')
    expect(page.locator("knowledge-check")).to_have_attribute("data-words", re.compile("First choose"))
    expect(shown).to_have_attribute("data-id", id or "")


def test_a_saved_drawing_is_shown(page: Page, watching: WatchingServer) -> None:
    page.goto(f"{watching.address}2-why-it-is-done.html")
    file = watching.root / "assets" / "illustrations" / "side.svg"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: len(text) // 2], encoding="utf-8")
    expect(page.get_by_role("alert").get_by_role("listitem").first).to_contain_text("side.svg:")
    file.write_text(text.replace("<svg ", '<svg data-new="1" '), encoding="utf-8")
    expect(page.locator("svg[data-new]:visible").first).to_be_visible()


# what is broken, how, what is said of it, and on which page
BROKEN = {
    "words": ("risks", 'name: "Excess bleeding"', 'name: "Excess bleeding', "risks.yaml:", "4-risks.html"),
    "a topic": (
        *("sections", "- id: order", "- id: sequence", "cell 'topic-order': There is no topic"),
        "3-how-it-is-done.html",
    ),
}
# what a reader has opened there, and how
OPENED = {
    "4-risks.html": ("risk-cards .back:visible", lambda page: page.locator(".reveal").first.click()),
    "3-how-it-is-done.html": (
        "procedure-slider .entry[data-id=retractor]:visible",
        lambda page: page.locator("procedure-slider [type=range]").fill("3"),
    ),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_is_to_be_mended_stands_in_place_of_the_page(page: Page, watching: WatchingServer, kind: str) -> None:
    stem, right, wrong, message, name = BROKEN[kind]
    opened, open_it = OPENED[name]
    page.goto(f"{watching.address}{name}")
    open_it(page)
    save(watching, stem, right, wrong)
    alert = page.get_by_role("alert").filter(has_text="These words cannot be shown yet")
    expect(alert).to_be_visible()
    expect(alert.get_by_role("listitem").first).to_contain_text(message)
    expect(page.locator("main")).to_be_hidden()
    page.get_by_role("button", name="Show the page as it was").click()
    expect(page.locator(opened)).to_have_count(1)
    page.get_by_role("button", name="Show what is to be mended").click()
    expect(page.locator("main")).to_be_hidden()
    page.reload()
    expect(alert).to_be_visible()
    save(watching, stem, wrong, right)
    expect(page.locator(opened)).to_have_count(1)
    expect(alert).to_be_hidden()


def test_a_reader_is_not_troubled_with_it(page: Page, voila: VoilaServer) -> None:
    page.goto(f"{voila.address}4-risks.html")
    assert "watch.js" not in page.content() and "course/changes" not in page.content()
    with pytest.raises(urllib.error.HTTPError):
        ask(f"{voila.address}static/watch.js")


def test_serving_brings_what_is_stored_up_to_the_words(page: Page, folder: Path, copy: Path) -> None:
    words = copy / "content" / "en" / "risks.yaml"
    words.write_text(words.read_text(encoding="utf-8").replace("Too much bleeding is", "Much bleeding is"), "utf-8")
    with MissServer(folder, root=copy) as server:
        page.goto(f"{server.address}4-risks.html")
        expect(page.locator("main")).to_contain_text("Much bleeding is another of the risks.")
    assert "Stored 4-risks.ipynb" in server.printed
    assert "Much bleeding is another" in (copy / "notebooks" / "4-risks.ipynb").read_text(encoding="utf-8")
