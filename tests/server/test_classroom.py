"""Errors of `make class` and `make site`: one sentence, exit status 1, and nothing is written."""

import re
import socket
from pathlib import Path

import pytest
from miss.cli import main
from miss.schema.content import Content
from miss.server import classroom, network


@pytest.mark.parametrize("host", ["0.0.0.0", "127.0.0.1"])  # noqa: S104
@pytest.mark.parametrize(
    ("command", "target"),
    [(["class", "--host=room.example"], "class"), (["serve"], "app"), (["serve", "--watch"], "watch")],
)
def test_a_port_in_use(capsys: pytest.CaptureFixture[str], command: list[str], target: str, host: str) -> None:
    with socket.socket() as other:
        other.bind((host, 0))
        other.listen()
        port = other.getsockname()[1]
        assert main([*command, f"--port={port}"]) == 1
    printed = capsys.readouterr()
    assert f"Port {port} is in use" in printed.err
    assert f"make {target} PORT={port + 1}" in printed.err
    assert printed.out == ""


def test_a_machine_on_no_network(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    loopback = {"lo": network.psutil.net_if_addrs()["lo"]}
    monkeypatch.setattr(network.psutil, "net_if_addrs", lambda: loopback)
    assert main(["class"]) == 1
    printed = capsys.readouterr()
    assert "on no network" in printed.err
    assert "http" not in printed.out


def test_network_hosts_are_reachable_from_other_devices() -> None:
    assert all(re.fullmatch(r"[\d.]+", host) and network.is_reachable(host) for host in network.network_hosts())
    assert not network.is_reachable("127.0.0.1")
    assert not network.is_reachable("169.254.7.7")


def test_the_instructions_list_other_addresses_and_cures(content: Content) -> None:
    text = "\n".join(classroom.instructions(content, ["http://a/", "http://b/"], Path("x.log"), coloured=False))
    assert text.index("http://a/") < text.index("http://b/")
    assert all(cure in text for cure in content.interface.classroom.cures)
    assert content.course.title in text


@pytest.mark.parametrize("address", ["school.example", "ftp://school.example/", "https://", "https://s.example/?a=b"])
def test_an_address_where_no_site_can_stand(address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["site", str(tmp_path / "site"), "--address", address]) == 1
    assert "is not the web address of a folder" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()
