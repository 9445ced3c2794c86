"""The copy of a course that is kept for when there is no network: whole, its own, and there when it is needed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from miss.export import site as sites
from miss.web import assets
from miss.web import frame as pages
from playwright.sync_api import BrowserContext, Error, Page, expect

from tests.conftest import COURSE

from .deliveries import FileSite
from .host import Answering, Host, drop, hang, status
from .host import files as as_files

RISKS = "4-risks.html"
FIRST, SECOND = "Skip to the content", "Skip to the second content"


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same course after an update: other words, and another script."""
    folder = tmp_path_factory.mktemp("second") / "site"
    render, script = pages.render_page, f"{assets.course_js()}window.second = true;\n"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sites, "render_page", lambda *given: render(*given).replace(FIRST, SECOND))
        patch.setattr(pages, "course_js", lambda: script)
        patch.setattr(assets, "course_js", lambda: script)
        sites.write_site(COURSE, folder)
    return folder


@pytest.fixture
def host(tmp_path: Path, files: FileSite) -> Iterator[Host]:
    with Host(tmp_path) as opened:
        opened.add(files.folder, "a")
        opened.headers = {"Cache-Control": "no-cache"}
        (tmp_path / "favicon.ico").touch()
        yield opened


@pytest.fixture
def tab(context: BrowserContext) -> Page:
    """A page whose browser may say that a server is not there."""
    return context.new_page()


# Ask for the newest version of the page's course, and wait until it is kept, or until it is refused if it is `half`.
UPDATE = """async (half) => {
  const script = await (await fetch("offline.js", { cache: "no-store" })).text()
  const [, state] = /= ['"](?:course-)?(\\w+)['"]/.exec(script)
  const registration = await navigator.serviceWorker.ready
  await registration.update().catch(() => {})
  for (let tries = 0; tries < 600; tries++) {
    const { installing, waiting, active } = registration
    const kept = (await caches.keys()).some((name) => name.endsWith(state))
    if (!installing && !waiting && active?.state === "activated" && (half || kept)) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`${state} is not kept.`)
}"""


def keep(tab: Page, course: str) -> list[str]:
    """Be on a course's page until its newest version is kept; gives the names of all caches."""
    tab.goto(course + RISKS)
    tab.evaluate(UPDATE, False)
    return caches(tab)


def caches(tab: Page) -> list[str]:
    return sorted(tab.evaluate("caches.keys()"))


def lives(tab: Page, address: str, words: str = FIRST) -> None:
    """Open a page, and see that it is of one version and works."""
    tab.goto(address)
    expect(tab.locator("a.skip")).to_have_text(words)
    expect(tab.locator("risk-cards")).to_have_attribute("data-live", "")
    assert tab.evaluate("Boolean(window.second)") == (words == SECOND)


def test_two_courses_on_one_host_keep_a_copy_each(tab: Page, host: Host, files: FileSite, second: Path) -> None:
    a, b = f"{host.address}a/", host.add(files.folder, "b")
    keep(tab, a)
    keep(tab, b)
    host.add(second, "b")
    names = keep(tab, b)
    assert {name.rpartition(" ")[0] for name in names} == {"course /a/", "course /b/"}
    host.answer = status(503)
    lives(tab, a + RISKS)
    lives(tab, b + RISKS, SECOND)


def test_a_course_above_another_leaves_its_pages_alone(tab: Page, host: Host, files: FileSite) -> None:
    for file in files.folder.glob("*"):
        if not (host.folder / file.name).exists():  # a host has an icon of its own
            (host.folder / file.name).symlink_to(file)
    keep(tab, host.address)
    host.answer = drop
    lives(tab, host.address + RISKS)
    with pytest.raises(Error, match="ERR_EMPTY_RESPONSE"):
        tab.goto(f"{host.address}a/{RISKS}")


def test_an_update_is_kept_as_it_is_now(tab: Page, host: Host, second: Path) -> None:
    host.headers = {"Cache-Control": "max-age=3600"}
    a = f"{host.address}a/"
    tab.goto(a)
    keep(tab, a)
    host.add(second, "a")
    keep(tab, a)
    host.answer = status(503)
    lives(tab, a + RISKS, SECOND)
    tab.goto(a)
    expect(tab.locator("a.skip")).to_have_text(SECOND)


@pytest.mark.parametrize("late", [RISKS, "static/course.js", "5-check-yourself.html"])
def test_half_an_update_is_none(tab: Page, host: Host, files: FileSite, second: Path, late: str) -> None:
    a = f"{host.address}a/"
    names = keep(tab, a)
    host.add(second, "a")
    there = host.folder / "a" / late
    there.write_bytes((files.folder / late).read_bytes())
    tab.goto(f"{a}index.html")
    tab.evaluate(UPDATE, True)
    assert caches(tab) == names
    host.answer = status(503)
    lives(tab, a + RISKS)
    host.answer = as_files
    host.add(second, "a")
    assert set(keep(tab, a)) > set(names)
    host.answer = status(503)
    lives(tab, a + RISKS, SECOND)


def test_a_page_left_open_finds_its_script_after_an_update(tab: Page, host: Host, second: Path) -> None:
    a = f"{host.address}a/"
    keep(tab, a)
    lives(tab, a + RISKS)
    other = tab.context.new_page()
    host.add(second, "a")
    keep(other, a)
    script = tab.evaluate("fetch(document.querySelector('script[defer]').src).then((answer) => answer.text())")
    assert "risk-cards" in script
    assert "window.second" not in script


BEFORE = """async ([own, other, page]) => {
  for (const [name, folder] of [[own, "a/"], [other, "b/"]]) {
    await (await caches.open(name)).put(`/${folder}index.html`, new Response(page))
  }
}"""


def test_only_the_copies_of_this_folder_are_dropped(tab: Page, host: Host, second: Path) -> None:
    """Before the caches' names had the folder, only what is in them told whose they were."""
    a = f"{host.address}a/"
    tab.goto(f"{a}static/icon.svg")
    tab.evaluate(BEFORE, ["course-0123456789ab", "course-ba9876543210", "data-course="])
    assert len(keep(tab, a)) == 3  # the last one is kept: an old page may be open
    host.add(second, "a")
    names = keep(tab, a)
    assert [name for name in names if name.startswith("course-")] == ["course-ba9876543210"]
    assert len(names) == 3


def led(handler: Answering) -> bool:
    """Lead to a login on another host, as a network does that wants to know who is there."""
    host = handler.host.address.replace("127.0.0.1", "localhost")
    return status(302, Location=f"{host}login")(handler)


NO_NETWORK = {
    "none": drop,
    "hangs": hang,
    "503": status(503),
    "502": status(502, "<h1>Bad gateway</h1>"),
    "404": status(404, "<h1>Being put here</h1>"),
    "login": status(200, "<title>Who are you?</title>"),
    "led": led,
}


def test_what_does_not_answer_as_the_course_is_no_network(tab: Page, host: Host, second: Path) -> None:
    a = f"{host.address}a/"
    keep(tab, a)
    for answer in NO_NETWORK.values():
        host.answer = answer
        lives(tab, f"{a}{RISKS}?risk=bleeding")
        assert tab.evaluate("document.querySelector('risk-cards').state.revealed.at(-1)") == "bleeding"
    host.answer = as_files
    host.add(second, "a")
    tab.goto(a)
    expect(tab.locator("a.skip")).to_have_text(SECOND)  # the network's page, since there is one again


def test_files_come_from_what_is_kept(tab: Page, host: Host) -> None:
    a = f"{host.address}a/"
    keep(tab, a)
    host.answer = lambda handler: "/static/" in handler.path and hang(handler)
    lives(tab, a + RISKS)


def test_who_loads_a_page_again_sees_what_is_in_its_way(tab: Page, host: Host) -> None:
    a = f"{host.address}a/"
    keep(tab, a)
    host.answer = NO_NETWORK["login"]
    lives(tab, a + RISKS)
    tab.reload()
    assert tab.title() == "Who are you?"
    tab.go_back()
    host.answer = NO_NETWORK["503"]
    lives(tab, a + RISKS)
    tab.reload()
    expect(tab.locator("risk-cards")).to_have_attribute("data-live", "")


def without_ending(handler: Answering) -> bool:
    """Serve pages as some hosts do: under their names without `.html`, to which the others lead."""
    if handler.path.endswith("/index.html"):
        return status(301, Location=handler.path.removesuffix("index.html"))(handler)
    if handler.path.endswith(".html"):
        return status(301, Location=handler.path.removesuffix(".html"))(handler)
    if re.search(r"/a/[\w-]+$", handler.path):
        handler.path += ".html"
    return False


def test_a_host_that_leaves_out_html(tab: Page, host: Host) -> None:
    a = f"{host.address}a/"
    host.answer = without_ending
    keep(tab, a)
    lives(tab, a + RISKS)
    assert tab.url == f"{a}4-risks"
    host.answer = status(503)
    for address in (f"{a}4-risks", a + RISKS):
        lives(tab, address)
    tab.goto(a)
    expect(tab.get_by_role("heading", level=1)).to_be_visible()
