"""What HTML and accessibility checkers hold against a page, asked of every page's HTML; `make validate` runs them."""

import json
from collections import Counter
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, Tag
from miss.notebooks.read import notebooks
from miss.schema.content import Content
from miss.schema.text import plain
from miss.web.assets import manifest, root_files, static_files
from miss.web.frame import Delivery, error_page, render_page
from miss.web.icons import ICONS, icons

from .conftest import COURSE, ROOT

DELIVERIES = {"site": Delivery(offline="offline.js"), "app": Delivery(kernel="voila/render/x.ipynb")}
Pages = dict[str, BeautifulSoup]


@pytest.fixture(scope="module", params=DELIVERIES)
def pages(request: pytest.FixtureRequest) -> Pages:
    how = DELIVERIES[request.param]
    html = {file.stem: render_page(file, COURSE, how) for file in notebooks(ROOT / "notebooks")}
    html["not found"] = error_page(COURSE, 404)
    return {name: BeautifulSoup(text, "html.parser") for name, text in html.items()}


def every(pages: Pages, tag: str) -> Iterator[tuple[str, Tag]]:
    """Every element of a kind, with the name of its page."""
    found = [(name, element) for name, page in pages.items() for element in page.find_all(tag)]
    assert found, f"no <{tag}>: nothing was looked at"
    return iter(found)


def twice(names: list[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]


def test_every_link_leads_somewhere(pages: Pages) -> None:
    assert not [(page, link) for page, link in every(pages, "link") if not link.get("href")]
    assert not [(page, link) for page, link in every(pages, "a") if not link.get("href")]


def test_every_page_describes_itself(pages: Pages, content: Content) -> None:
    said = {name: page.find("meta", attrs={"name": "description"})["content"] for name, page in pages.items()}  # type: ignore[index]
    del said["not found"]  # which is no page of the course
    assert all(said.values()) and not twice(list(map(str, said.values())))
    assert all(said[section.notebook] == plain(section.lead.text) for section in content.sections)
    assert said["index"] == content.course.description


def test_every_article_and_section_has_a_heading(pages: Pages) -> None:
    headings = ["h1", "h2", "h3", "h4", "h5", "h6"]
    for tag in ("article", "section"):
        assert not [(page, str(part)[:80]) for page, part in every(pages, tag) if not part.find(headings)]


def test_every_fieldset_has_a_legend_of_its_own(pages: Pages) -> None:
    names: dict[str, list[str]] = {}
    for page, fieldset in every(pages, "fieldset"):
        legends = fieldset.find_all("legend", recursive=False)
        assert len(legends) == 1 and legends[0].get_text(strip=True), (page, str(fieldset)[:80])
        names.setdefault(page, []).append(" ".join(legends[0].get_text().split()))
    assert not {page: twice(legends) for page, legends in names.items() if twice(legends)}


def test_every_aside_has_a_name_of_its_own(pages: Pages) -> None:
    names = [(page, aside.get("aria-label")) for page, aside in every(pages, "aside")]
    assert all(name for _, name in names) and not twice([f"{page}: {name}" for page, name in names])


def test_every_list_that_is_shown_shows_something(pages: Pages) -> None:
    for tag in ("ul", "ol", "dl"):
        for page, shown in every(pages, tag):
            if shown.find_parent(attrs={"hidden": True}) or shown.find_parent(class_="needs-script"):
                continue
            items = shown.find_all(recursive=False)
            assert [item for item in items if not item.has_attr("hidden")], (page, str(shown.parent)[:120])


def test_no_id_is_given_twice(pages: Pages) -> None:
    for name, page in pages.items():
        assert not twice([str(element["id"]) for element in page.find_all(id=True)]), name


def test_every_icon_that_is_named_is_there(pages: Pages) -> None:
    there = {f"static/{name}" for name in static_files(COURSE)} | set(root_files(COURSE))
    linked = {str(link["href"]) for _, link in every(pages, "link") if "icon" in str(link["rel"])}
    assert {"favicon.ico", "apple-touch-icon.png", "static/icon.svg"} == linked <= there
    for icon in json.loads(manifest(COURSE))["icons"]:
        assert f"static/{icon['src']}".replace("static/../", "") in there


def test_the_manifest_has_what_a_home_screen_asks_for() -> None:
    named = {(icon.get("purpose"), icon["sizes"]) for icon in json.loads(manifest(COURSE))["icons"]}
    assert {("any", "192x192"), ("any", "512x512"), ("maskable", "512x512")} <= named


def test_a_course_with_an_icon_that_is_not_drawn_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(icons(COURSE)) == len(ICONS)
    monkeypatch.setattr("miss.web.icons.icon_folder", lambda _: ROOT / "nowhere")
    assert icons(COURSE) == [] and set(root_files(COURSE)) == {"robots.txt"}
    assert [icon["src"] for icon in json.loads(manifest(COURSE))["icons"]] == ["icon.svg"]


def test_crawlers_start_no_kernel() -> None:
    text, media = root_files(COURSE)["robots.txt"]
    assert text.decode().splitlines() == ["User-agent: *", "Disallow: /*voila/"]
    assert media.startswith("text/plain")
