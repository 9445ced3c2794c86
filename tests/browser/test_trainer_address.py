"""In a class, only whoever has opened the trainer's address gets the trainer's parts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from miss.schema.content import Content
from miss.server.network import networks
from miss.web.assets import TRAINER_FILES
from playwright.sync_api import Browser, Page, expect

from tests.attack.inputs import Attack
from tests.attack.send import Answer, send
from tests.conftest import COURSE
from tests.export.test_site import texts_of_trainers

from .codes import read_window
from .server import MissServer, VoilaServer
from .test_make_class import ClassServer

GUIDE = "trainer-guide.html"
RISKS, CHECK = "4-risks.html", "5-check-yourself.html"
PAGES = ["", *(f"{section.notebook}.html" for section in COURSE.content.sections), "keep.html", "nowhere.html"]
SIGNS = (GUIDE, *TRAINER_FILES, 'class="for-trainers"', "data-trainer", "?view=", "Question set")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClassServer]:
    if not networks():
        pytest.skip("This machine is on no network, so no other device could reach it.")
    with ClassServer(tmp_path_factory.mktemp("trainer"), "--kernels") as server:
        yield server


def get(server: VoilaServer, path: str, cookie: str = "") -> Answer:
    return send(server.address, Attack(path, (), headers={"Cookie": cookie} if cookie else {}))


def cookie_of(room: ClassServer) -> str:
    return get(room, f"?trainer={room.key}").headers["Set-Cookie"].partition(";")[0]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_nothing_for_trainers(room: ClassServer, content: Content, path: str) -> None:
    answer = get(room, path)
    html = answer.body.decode()
    assert "data-course=" in html and answer.status == (404 if path.startswith("nowhere") else 200)
    assert not [sign for sign in (*SIGNS, *texts_of_trainers(content), room.key) if sign in html]


@pytest.mark.parametrize("query", ["?view=trainer", "?view=present", "?view=notes"])
def test_a_view_of_trainers_is_none_for_students(page: Page, room: ClassServer, query: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{room.public}{RISKS}{query}", wait_until="networkidle")
    expect(page.locator("risk-cards")).to_have_attribute("data-live", "")
    assert page.evaluate("document.documentElement.dataset.view") is None
    expect(page.locator(".trainer-bar, .trainer-note, .slide-stage, .desk, .view-switch")).to_have_count(0)
    assert not [url for url in requests if "trainer." in url]


HIDDEN = [GUIDE, *(f"static/{name}" for name in TRAINER_FILES), "voila/render/trainer-guide.ipynb"]


@pytest.mark.parametrize("path", HIDDEN)
def test_what_only_trainers_load_is_not_there_for_students(room: ClassServer, path: str) -> None:
    answer = get(room, path)
    assert answer.status == 404
    assert answer.headers["Cache-Control"] in ("no-store", "private, no-cache")
    assert get(room, path, cookie_of(room)).status in (200, 302)


def test_the_trainers_address_is_exchanged_for_a_cookie(room: ClassServer) -> None:
    assert room.trainers == f"{room.public}?trainer={room.key}" and len(room.key) > 40
    answer = get(room, f"{RISKS}?risk=infection&trainer={room.key}")
    assert answer.status == 302
    assert answer.headers["Location"] == f"/{RISKS}?view=trainer&risk=infection"
    cookie, *attributes = answer.headers["Set-Cookie"].split("; ")
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} == set(attributes)  # and it ends with the browser's session
    assert cookie.startswith(f"trainer-{room.port}=") and room.key not in cookie
    html = get(room, CHECK, cookie).body.decode()
    assert not [sign for sign in SIGNS if sign not in html]
    assert room.key not in html


WRONG = ["x", "", "%C3%A9", "x&trainer="]


@pytest.mark.parametrize("key", WRONG)
def test_a_wrong_key_gives_nothing(room: ClassServer, key: str) -> None:
    answer = get(room, f"{RISKS}?trainer={key}")
    assert answer.status == 403 and "Set-Cookie" not in answer.headers
    assert b"This is not the trainer's address of this course" in answer.body
    for cookie in (key.partition("&")[0], room.key):
        assert "data-trainer" not in get(room, RISKS, f"trainer-{room.port}={cookie}").body.decode()
    assert get(room, f"?trainer={room.key[:-1]}").status == 403


def test_no_shared_cache_keeps_what_a_trainer_gets(room: ClassServer) -> None:
    cookie = cookie_of(room)
    for path in (RISKS, *(f"static/{name}" for name in TRAINER_FILES)):
        headers = get(room, path, cookie).headers
        assert headers["Cache-Control"].startswith("private") and "Cookie" in headers["Vary"]
    headers = get(room, RISKS).headers
    assert headers["Cache-Control"].startswith("private") and "Cookie" in headers["Vary"]
    assert get(room, "static/course.js").headers["Cache-Control"].startswith("public")


def test_the_trainers_view_works_and_stays_on_one_device(
    page: Page, chromium: Browser, room: ClassServer, content: Content
) -> None:
    page.goto(room.trainers)
    assert page.url == f"{room.public}?view=trainer"
    page.goto(f"{room.public}{RISKS}")
    assert page.locator(".trainer-note").count() > len(content.records["risks"])
    page.get_by_role("button", name="Show a QR code for this page").click()
    assert read_window(page, RISKS.removesuffix(".html")) == f"{room.public}{RISKS}"
    page.get_by_role("button", name="Present from the start").click()
    expect(page.locator(".slide-stage .slide")).to_have_attribute("data-slide", "course-title")
    page.goto(f"{room.public}{GUIDE}")
    expect(page.get_by_role("heading", name="Prepare")).to_be_visible()
    with chromium.new_context() as other:
        student = other.new_page()
        student.goto(f"{room.public}{RISKS}?view=trainer")
        expect(student.locator("risk-cards")).to_have_attribute("data-live", "")
        expect(student.locator(".trainer-note, .to-trainer")).to_have_count(0)


def test_each_start_has_a_key_of_its_own(room: ClassServer, folder: Path) -> None:
    with ClassServer(folder) as other:
        assert other.key != room.key
        assert get(other, f"?trainer={room.key}").status == 403


def test_an_operator_may_set_a_key(folder: Path) -> None:
    options = ("--base_url=/course/", "--CourseProvider.trainer_key=open sesame", "--CourseProvider.language=en")
    with VoilaServer(folder, *options) as server:
        server.address += "course/"
        assert "data-trainer" not in get(server, RISKS).body.decode()
        answer = get(server, f"{RISKS}?trainer=open+sesame")
        assert answer.headers["Location"] == f"/course/{RISKS}?view=trainer"
        assert "Path=/course/" in answer.headers["Set-Cookie"]
        cookie = answer.headers["Set-Cookie"].partition(";")[0]
        assert "data-trainer" in get(server, RISKS, cookie).body.decode()


def test_without_a_key_every_reader_is_a_trainer(folder: Path) -> None:
    with MissServer(folder) as server:
        answer = get(server, f"{RISKS}?trainer=x")
        assert answer.status == 200 and "data-trainer" in answer.body.decode()
        assert get(server, GUIDE).status == 200
