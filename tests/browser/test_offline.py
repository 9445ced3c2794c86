"""The offline copy of a course: complete, separate from other courses', and used when the network fails."""

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
    """The same course after an update, with another text and another script."""
    folder = tmp_path_factory.mktemp("second") / "site"
    render, script = pages.render_page, f"{assets.course_js()}window.second = true;\n"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sites, "render_page", lambda *args: render(*args).replace(FIRST, SECOND))
        patch.setattr(pages, "course_js", lambda: script)
        patch.setattr(assets, "course_js", lambda: script)
        sites.write_site(COURSE, folder, trainer=True)
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
    """A page whose console errors about the network are ignored."""
    return context.new_page()


# Update the service worker, and wait until the new version is cached, or until it is rejected if it is incomplete.
UPDATE = """async (incomplete) => {
  const script = await (await fetch("offline.js", { cache: "no-store" })).text()
  const [, state] = /= ['"](?:course-)?(\\w+)['"]/.exec(script)
  const registration = await navigator.serviceWorker.ready
  await registration.update().catch(() => {})
  for (let tries = 0; tries < 600; tries++) {
    const { installing, waiting, active } = registration
    const cached = (await caches.keys()).some((name) => name.endsWith(state))
    if (!installing && !waiting && active?.state === "activated" && (incomplete || cached)) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`${state} is not cached.`)
}"""


def cache_course(tab: Page, course: str) -> list[str]:
    """Open a course until its newest version is cached; return the names of all caches."""
    tab.goto(course + RISKS)
    tab.evaluate(UPDATE, False)
    return caches(tab)


def caches(tab: Page) -> list[str]:
    return sorted(tab.evaluate("caches.keys()"))


def assert_works(tab: Page, address: str, words: str = FIRST) -> None:
    """Open a page, and assert that all of it is of one version and works."""
    tab.goto(address)
    expect(tab.locator("a.skip")).to_have_text(words)
    expect(tab.locator("risk-cards")).to_have_attribute("data-live", "")
    assert tab.evaluate("Boolean(window.second)") == (words == SECOND)


def test_two_courses_on_a_host_have_separate_caches(tab: Page, host: Host, files: FileSite, second: Path) -> None:
    a, b = f"{host.address}a/", host.add(files.folder, "b")
    cache_course(tab, a)
    cache_course(tab, b)
    host.add(second, "b")
    names = cache_course(tab, b)
    assert {name.rpartition(" ")[0] for name in names} == {"course /a/", "course /b/"}
    host.answer = status(503)
    assert_works(tab, a + RISKS)
    assert_works(tab, b + RISKS, SECOND)


def test_a_course_does_not_cache_one_in_a_subfolder(tab: Page, host: Host, files: FileSite) -> None:
    for file in files.folder.glob("*"):
        if not (host.folder / file.name).exists():  # a host has an icon of its own
            (host.folder / file.name).symlink_to(file)
    cache_course(tab, host.address)
    host.answer = drop
    assert_works(tab, host.address + RISKS)
    with pytest.raises(Error, match="ERR_EMPTY_RESPONSE"):
        tab.goto(f"{host.address}a/{RISKS}")


def test_an_update_bypasses_the_http_cache(tab: Page, host: Host, second: Path) -> None:
    host.headers = {"Cache-Control": "max-age=3600"}
    a = f"{host.address}a/"
    tab.goto(a)
    cache_course(tab, a)
    host.add(second, "a")
    cache_course(tab, a)
    host.answer = status(503)
    assert_works(tab, a + RISKS, SECOND)
    tab.goto(a)
    expect(tab.locator("a.skip")).to_have_text(SECOND)


@pytest.mark.parametrize("late", [RISKS, "static/course.js", "5-check-yourself.html"])
def test_an_incomplete_update_is_rejected(tab: Page, host: Host, files: FileSite, second: Path, late: str) -> None:
    a = f"{host.address}a/"
    names = cache_course(tab, a)
    host.add(second, "a")
    outdated = host.folder / "a" / late
    outdated.write_bytes((files.folder / late).read_bytes())
    tab.goto(f"{a}index.html")
    tab.evaluate(UPDATE, True)
    assert caches(tab) == names
    host.answer = status(503)
    assert_works(tab, a + RISKS)
    host.answer = as_files
    host.add(second, "a")
    assert set(cache_course(tab, a)) > set(names)
    host.answer = status(503)
    assert_works(tab, a + RISKS, SECOND)


def test_an_open_page_can_load_its_script_after_an_update(tab: Page, host: Host, second: Path) -> None:
    a = f"{host.address}a/"
    cache_course(tab, a)
    assert_works(tab, a + RISKS)
    other = tab.context.new_page()
    host.add(second, "a")
    cache_course(other, a)
    script = tab.evaluate("fetch(document.querySelector('script[defer]').src).then((answer) => answer.text())")
    assert "risk-cards" in script
    assert "window.second" not in script


CREATE_LEGACY_CACHES = """async ([own, other, page]) => {
  for (const [name, folder] of [[own, "a/"], [other, "b/"]]) {
    await (await caches.open(name)).put(`/${folder}index.html`, new Response(page))
  }
}"""


def test_only_caches_of_this_folder_are_deleted(tab: Page, host: Host, second: Path) -> None:
    """Names of caches once lacked the folder: only their content tells whose they are."""
    a = f"{host.address}a/"
    tab.goto(f"{a}static/icon.svg")
    tab.evaluate(CREATE_LEGACY_CACHES, ["course-0123456789ab", "course-ba9876543210", "data-course="])
    assert len(cache_course(tab, a)) == 3  # the previous one stays: an old page may be open
    host.add(second, "a")
    names = cache_course(tab, a)
    assert [name for name in names if name.startswith("course-")] == ["course-ba9876543210"]
    assert len(names) == 3


def redirect_to_login(handler: Answering) -> bool:
    """Redirect to a login on another host, as captive portals do."""
    host = handler.host.address.replace("127.0.0.1", "localhost")
    return status(302, Location=f"{host}login")(handler)


NETWORK_FAILURES = {
    "none": drop,
    "hangs": hang,
    "503": status(503),
    "502": status(502, "<h1>Bad gateway</h1>"),
    "404": status(404, "<h1>Being put here</h1>"),
    "login": status(200, "<title>Who are you?</title>"),
    "captive portal": redirect_to_login,
}


def test_pages_are_cached_for_any_network_failure(tab: Page, host: Host, second: Path) -> None:
    a = f"{host.address}a/"
    cache_course(tab, a)
    for answer in NETWORK_FAILURES.values():
        host.answer = answer
        assert_works(tab, f"{a}{RISKS}?risk=bleeding")
        assert tab.evaluate("document.querySelector('risk-cards').state.revealed.at(-1)") == "bleeding"
    host.answer = as_files
    host.add(second, "a")
    tab.goto(a)
    expect(tab.locator("a.skip")).to_have_text(SECOND)  # from the network, which works again


def test_files_are_cache_first(tab: Page, host: Host) -> None:
    a = f"{host.address}a/"
    cache_course(tab, a)
    host.answer = lambda handler: "/static/" in handler.path and hang(handler)
    assert_works(tab, a + RISKS)


def test_reload_shows_a_login_page(tab: Page, host: Host) -> None:
    a = f"{host.address}a/"
    cache_course(tab, a)
    host.answer = NETWORK_FAILURES["login"]
    assert_works(tab, a + RISKS)
    tab.reload()
    assert tab.title() == "Who are you?"
    tab.go_back()
    host.answer = NETWORK_FAILURES["503"]
    assert_works(tab, a + RISKS)
    tab.reload()
    expect(tab.locator("risk-cards")).to_have_attribute("data-live", "")


def without_extension(handler: Answering) -> bool:
    """Serve pages without `.html`, and redirect to these addresses, as some hosts do."""
    if handler.path.endswith("/index.html"):
        return status(301, Location=handler.path.removesuffix("index.html"))(handler)
    if handler.path.endswith(".html"):
        return status(301, Location=handler.path.removesuffix(".html"))(handler)
    if re.search(r"/a/[\w-]+$", handler.path):
        handler.path += ".html"
    return False


def test_a_host_that_omits_html(tab: Page, host: Host) -> None:
    a = f"{host.address}a/"
    host.answer = without_extension
    cache_course(tab, a)
    assert_works(tab, a + RISKS)
    assert tab.url == f"{a}4-risks"
    host.answer = status(503)
    for address in (f"{a}4-risks", a + RISKS):
        assert_works(tab, address)
    tab.goto(a)
    expect(tab.get_by_role("heading", level=1)).to_be_visible()


def test_a_section_has_its_note_on_a_host_that_omits_html(tab: Page, host: Host) -> None:
    a = f"{host.address}a/"
    host.answer = without_extension
    tab.goto(f"{a}{RISKS}?view=trainer")
    tab.goto(f"{a}4-risks")
    expect(tab.locator("header.opening + .trainer-note")).to_be_visible()
    tab.get_by_role("button", name="Present from here").click()
    expect(tab.locator(".slide-stage .slide")).to_have_attribute("data-slide", "risks")
    assert tab.url == f"{a}index.html?view=present"
