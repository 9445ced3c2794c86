"""Rules of HTML and accessibility checkers, tested on every page; `make validate` runs the checkers themselves."""

import json
from collections import Counter
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, Tag
from miss.notebooks.read import list_notebooks
from miss.schema.content import Content
from miss.schema.text import plain
from miss.web.assets import manifest, root_files, static_files
from miss.web.frame import Delivery, render_error_page, render_page
from miss.web.icons import ICONS, icons

from tests.conftest import COURSE, ROOT

DELIVERIES = {"site": Delivery(offline="offline.js"), "app": Delivery(kernel="voila/render/x.ipynb")}
Pages = dict[str, BeautifulSoup]


@pytest.fixture(scope="module", params=DELIVERIES)
def pages(request: pytest.FixtureRequest) -> Pages:
    how = DELIVERIES[request.param]
    html = {file.stem: render_page(file, COURSE, how) for file in list_notebooks(ROOT / "notebooks")}
    html["not found"] = render_error_page(COURSE, 404)
    return {name: BeautifulSoup(text, "html.parser") for name, text in html.items()}


def every(pages: Pages, tag: str) -> Iterator[tuple[str, Tag]]:
    """Return all elements with a tag, each with the name of its page."""
    elements = [(name, element) for name, page in pages.items() for element in page.find_all(tag)]
    assert elements, f"no page has a <{tag}>"
    return iter(elements)


def duplicates(names: list[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]


def test_every_link_has_an_address(pages: Pages) -> None:
    assert not [(page, link) for page, link in every(pages, "link") if not link.get("href")]
    assert not [(page, link) for page, link in every(pages, "a") if not link.get("href")]


def test_every_page_has_a_description_of_its_own(pages: Pages, content: Content) -> None:
    descriptions = {name: page.find("meta", attrs={"name": "description"})["content"] for name, page in pages.items()}  # type: ignore[index]
    del descriptions["not found"]  # not a page of the course
    assert all(descriptions.values()) and not duplicates(list(map(str, descriptions.values())))
    assert all(descriptions[section.notebook] == plain(section.lead.text) for section in content.sections)
    assert descriptions["index"] == content.course.description


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
    assert not {page: duplicates(legends) for page, legends in names.items() if duplicates(legends)}


def test_every_aside_has_a_name_of_its_own(pages: Pages) -> None:
    names = [(page, aside.get("aria-label")) for page, aside in every(pages, "aside")]
    assert all(name for _, name in names) and not duplicates([f"{page}: {name}" for page, name in names])


def test_every_visible_list_has_visible_items(pages: Pages) -> None:
    for tag in ("ul", "ol", "dl"):
        for page, shown in every(pages, tag):
            if shown.find_parent(attrs={"hidden": True}) or shown.find_parent(class_="needs-script"):
                continue
            items = shown.find_all(recursive=False)
            assert [item for item in items if not item.has_attr("hidden")], (page, str(shown.parent)[:120])


def test_ids_are_unique(pages: Pages) -> None:
    for name, page in pages.items():
        assert not duplicates([str(element["id"]) for element in page.find_all(id=True)]), name


def test_every_linked_icon_exists(pages: Pages) -> None:
    files = {f"static/{name}" for name in static_files(COURSE)} | set(root_files(COURSE))
    linked = {str(link["href"]) for _, link in every(pages, "link") if "icon" in str(link["rel"])}
    assert {"favicon.ico", "apple-touch-icon.png", "static/icon.svg"} == linked <= files
    for icon in json.loads(manifest(COURSE))["icons"]:
        assert f"static/{icon['src']}".replace("static/../", "") in files


def test_the_manifest_has_the_icons_for_home_screens() -> None:
    named = {(icon.get("purpose"), icon["sizes"]) for icon in json.loads(manifest(COURSE))["icons"]}
    assert {("any", "192x192"), ("any", "512x512"), ("maskable", "512x512")} <= named


def test_a_course_without_raster_icons(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(icons(COURSE)) == len(ICONS)
    monkeypatch.setattr("miss.web.icons.icon_folder", lambda _: ROOT / "nowhere")
    assert icons(COURSE) == [] and set(root_files(COURSE)) == {"robots.txt"}
    assert [icon["src"] for icon in json.loads(manifest(COURSE))["icons"]] == ["icon.svg"]


def test_crawlers_start_no_kernel() -> None:
    text, media = root_files(COURSE)["robots.txt"]
    assert text.decode().splitlines() == ["User-agent: *", "Disallow: /*voila/"]
    assert media.startswith("text/plain")
