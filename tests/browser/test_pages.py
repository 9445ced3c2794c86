"""The pages of the app: frame, addresses, without scripts, no requests to other hosts."""

import re
import urllib.error
from typing import Any
from urllib.parse import urljoin

import pytest
from miss.interactions.case.records import Case
from miss.loading.walk import walk
from miss.schema.content import Content
from miss.schema.text import Statement, plain
from playwright.sync_api import Browser, Page, expect

from tests.conftest import COURSE, records_of
from tests.support.web import ask

from .at_rest import open_at_rest
from .finish import finish
from .moment_bar import leave_section
from .server import VoilaServer
from .test_done import finish_cases
from .test_widgets import attached

NAMES = ["index", *(section.notebook for section in COURSE.content.sections)]


@pytest.mark.parametrize("name", NAMES)
def test_frame(page: Page, voila: VoilaServer, content: Content, name: str) -> None:
    open_at_rest(page, f"{voila.address}{name}.html")
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_role("navigation", name="Sections").get_by_role("link")).to_have_count(len(content.sections))
    expect(page.locator("footer.site")).to_contain_text("For teaching, not for treatment decisions")
    expect(page.locator(".view-switch a:visible")).to_have_text(["For trainers"])
    assert page.title().endswith(content.course.title)
    assert "from miss" not in page.locator("main").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_next_links_lead_through_the_course(page: Page, voila: VoilaServer, content: Content) -> None:
    page.goto(voila.address)
    for section in content.sections:
        if section == content.sections[0]:
            page.get_by_role("link", name="Start").click()
        else:
            leave_section(page)
        expect(page.get_by_role("heading", level=1)).to_have_text(section.title)
        finish(page)
        finish_cases(page)
    page.goto(voila.address)
    expect(page.locator("course-progress .progress")).to_have_text(
        "{0} of {0} sections done".format(len(content.sections))
    )
    page.get_by_role("button", name="Forget what I have done").click()
    page.reload()
    expect(page.locator("course-progress .progress")).to_have_text("No section done yet. Start with the first one.")


@pytest.mark.parametrize("path", ["voila/tree", "voila/tree/miss", "voila/render/4-risks.ipynb"])
def test_voilas_addresses_redirect_to_the_course(page: Page, voila: VoilaServer, path: str) -> None:
    page.goto(voila.address + path)
    expect(page.locator("main.course h1")).to_be_visible()
    assert "voila" not in page.url


def test_unknown_addresses_are_not_found(voila: VoilaServer) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        ask(voila.address + "nowhere.html")
    assert refused.value.code == 404
    assert "This page is not here" in refused.value.read().decode()


@pytest.mark.parametrize("path", ["nowhere.html", "a/folder/nowhere.html"])
def test_links_of_the_error_page_work(voila: VoilaServer, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        ask(voila.address + path)
    named = re.findall(r'(?:href|src|data-trainer)="([^"#?.][^"]*)"', refused.value.read().decode())
    assert len(set(named)) > 10
    for address in set(named):
        assert ask(urljoin(voila.address + path, address)).status == 200


# Pages with no widget, with pictures, with questions, and with a case; the others have the same scripts and styles.
SOME = ("index", "2-why-it-is-done", "5-check-yourself", "7-mrs-t")


@pytest.mark.parametrize("name", [pytest.param(name, marks=() if name in SOME else pytest.mark.full) for name in NAMES])
def test_no_request_to_another_host(page: Page, voila: VoilaServer, name: str) -> None:
    requests: list[str] = []
    page.context.on("request", lambda request: requests.append(request.url))
    page.goto(f"{voila.address}{name}.html")
    attached(page, voila, page.locator("main .island").count())
    page.wait_for_timeout(1000)
    assert requests
    assert not [url for url in requests if not url.startswith((voila.address, "blob:", "data:"))]


SHOWN_ON = {"1-what-it-is": ["operations"], "2-why-it-is-done": ["conditions"], "3-how-it-is-done": ["procedure"],
            "4-risks": ["risks"], "5-check-yourself": ["quiz"], "6-mr-k": ["case"], "7-mrs-t": ["mrs-t"],
            "index": ["course"]}  # fmt: skip


def without_endings(record: Any) -> Any:
    """Leave out how a case ends: that is told at the end of a way, which a script leads to."""
    if not isinstance(record, Case):
        return record
    paths = [path.model_copy(update={"ending": None}) for path in record.fork.paths] if record.fork else []
    fork = record.fork and record.fork.model_copy(update={"paths": paths})
    return record.model_copy(update={"fork": fork, "ending": None})


@pytest.mark.parametrize("name", NAMES)
def test_without_script_all_text_is_shown(chromium: Browser, voila: VoilaServer, content: Content, name: str) -> None:
    with chromium.new_page(java_script_enabled=False) as page:
        page.goto(f"{voila.address}{name}.html")
        shown = " ".join(page.locator("main").inner_text().split())
    records = [without_endings(records_of(content, stem)) for stem in SHOWN_ON[name]]
    records += [section for section in content.sections if section.notebook == name]
    said = [part.text for record in records for _, part in walk(record) if isinstance(part, Statement)]
    said += [getattr(part, "why", "") for record in records for _, part in walk(record)]
    assert len(said) > 3 or name == "index"
    assert not [text for text in said if plain(text) not in shown]
