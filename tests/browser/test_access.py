"""Access control: host names, tokens and passwords, cross-origin requests, and refused options."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from jupyter_server.auth import passwd
from playwright.sync_api import Browser, Page, expect

from tests.attack.inputs import OWN, RENDER, Attack, attacks
from tests.attack.send import failures, send
from tests.conftest import ROOT
from tests.support.processes import run

from .server import VoilaServer
from .test_widgets import condition_choice, open_page


def test_attacks_are_refused(voila: VoilaServer) -> None:
    before = len(voila.kernels())
    assert failures(voila.address, attacks()) == []
    assert len(voila.kernels()) <= before


def test_a_page_runs_only_its_own_scripts(chromium: Browser, voila: VoilaServer) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{voila.address}2-why-it-is-done.html")
        page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))")
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=data:, onerror=\"window.ran = 2\">')")
        condition_choice(page, 3).check()
        expect(page.locator("condition-selector .entry:visible")).to_have_count(1)
        assert page.evaluate("window.ran") is None


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VoilaServer]:
    """A server behind a proxy with its own host name that strips the path; it requires a password."""
    options = (
        *("--base_url=/user/x/", "--server_url=/", "--CourseProvider.hosts=school.example"),
        *("--CourseProvider.frame_ancestors=https://lms.example", "--CourseProvider.connect_src=https://lrs.example"),
        *("--token=letmein", f"--PasswordIdentityProvider.hashed_password={passwd('open sesame')}"),
    )
    with VoilaServer(tmp_path_factory.mktemp("behind"), *options) as server:
        yield server


ADDRESSES = ["", "4-risks.html", "static/course.js", "codes/index.svg?link=http://a/", "nowhere", f"{RENDER}?page=x"]


@pytest.mark.parametrize("path", ADDRESSES)
def test_every_address_requires_the_token(behind: VoilaServer, path: str) -> None:
    refused = send(behind.address, Attack(path, (), headers=OWN))
    assert refused.status == 302
    assert refused.headers["Location"].startswith("/user/x/login?next=")
    assert not behind.kernels()
    wrong = send(behind.address, Attack(path, (), headers=OWN | {"Authorization": "token wrong"}))
    assert wrong.status == 302


def test_the_token_gives_access(behind: VoilaServer) -> None:
    token = {"Authorization": "token letmein", "Host": "school.example"}
    page = send(behind.address, Attack("4-risks.html", (), headers=token))
    assert page.status == 200
    policy = page.headers["Content-Security-Policy"]
    assert "connect-src 'self' https://lrs.example;" in policy
    assert "frame-ancestors 'self' https://lms.example" in policy
    redirect = send(behind.address, Attack("voila/tree", (), headers=token))
    assert (redirect.status, redirect.headers["Location"]) == (302, "/user/x/")
    missing = send(behind.address, Attack("a/folder/nowhere.html", (), headers=token))
    assert missing.status == 404
    assert b'href="/user/x/index.html"' in missing.body
    same_origin = token | {"Referer": "https://school.example/user/x/4-risks.html"}
    frame = send(behind.address, Attack(f"{RENDER}?page=y", (), headers=same_origin))
    assert frame.status == 200
    assert b'"baseUrl": "/user/x/"' in frame.body
    assert "frame-ancestors 'self' https://lms.example" in frame.headers["Content-Security-Policy"]


def test_a_reader_cannot_set_a_password(behind: VoilaServer) -> None:
    login = send(behind.address, Attack("login", (), headers={"Host": "school.example"}))
    assert login.status == 200
    assert b"new_password" not in login.body


def test_a_login_gives_access_to_pages_and_kernels(page: Page, folder: Path) -> None:
    options = ("--base_url=/u", f"--PasswordIdentityProvider.hashed_password={passwd('open sesame')}")
    with VoilaServer(folder, *options) as server:
        server.address += "u/"
        page.goto(server.address)
        page.locator("input[type=password]").fill("open sesame")
        page.locator("input[type=password]").press("Enter")
        expect(page.locator("main.course h1")).to_be_visible()
        page.goto(f"{server.address}u/")  # the address that Voilà opens in a browser
        assert page.url == server.address
        open_page(page, server, "2-why-it-is-done")
        assert len(server.kernels()) == 1


def test_a_notebook_argument_opens_its_page(page: Page, folder: Path) -> None:
    class OneNotebook(VoilaServer):
        command = ("voila", "notebooks/4-risks.ipynb", "--no-browser")

    with OneNotebook(folder) as server:
        page.goto(server.address)
        assert page.url == f"{server.address}4-risks.html"
        expect(page.locator("risk-cards")).to_be_visible()


def start_voila(*arguments: str, at: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Start Voilà with options that it refuses, and return the finished process."""
    program = [str(Path(sys.executable).with_name("voila")), *arguments, "--no-browser", "--port=0"]
    return run(program, cwd=at)


@pytest.mark.parametrize("option", ["--template=lab", "--preheat_kernel=True", "--Voila.identity_provider_class="
                                    "jupyter_server.auth.identity.PasswordIdentityProvider"])  # fmt: skip
def test_conflicting_options_are_refused(option: str) -> None:
    refused = start_voila("notebooks/", option)
    assert refused.returncode == 1
    assert "Leave it out." in refused.stderr
    assert "Traceback" not in refused.stderr


def test_options_in_configuration_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "voila.json").write_text(json.dumps({"VoilaConfiguration": {"theme": "dark"}}))
    refused = start_voila(str(ROOT / "notebooks"), at=tmp_path)
    assert refused.returncode == 1
    assert "--VoilaConfiguration.theme would do nothing: each reader chooses light or dark" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_other_folders_are_left_to_voila(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()

    class Elsewhere(VoilaServer):
        command = ("voila", str(tmp_path / "other"), "--no-browser", "--template=lab")

    with Elsewhere(folder) as server:
        body = send(server.address, Attack("", ())).body.decode()
        assert "data-course" not in body and "course.js" not in body


@pytest.mark.parametrize("at", ["", "content"])
def test_the_course_is_served_from_its_root_folder(page: Page, folder: Path, at: str) -> None:
    class AtRoot(VoilaServer):
        command = ("voila", "--no-browser") if not at else ("voila", ".", "--no-browser")

    with AtRoot(folder) as server:
        page.goto(server.address)
        expect(page.locator("main.course h1")).to_be_visible()
