"""What `make class` and `make site` refuse is told in a sentence; status 1, and nothing is written."""

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
def test_a_port_that_is_taken(capsys: pytest.CaptureFixture[str], command: list[str], target: str, host: str) -> None:
    with socket.socket() as other:
        other.bind((host, 0))
        other.listen()
        port = other.getsockname()[1]
        assert main([*command, f"--port={port}"]) == 1
    told = capsys.readouterr()
    assert f"Port {port} is in use" in told.err
    assert f"make {target} PORT={port + 1}" in told.err
    assert told.out == ""


def test_a_machine_on_no_network(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    lonely = {"lo": network.psutil.net_if_addrs()["lo"]}
    monkeypatch.setattr(network.psutil, "net_if_addrs", lambda: lonely)
    assert main(["class"]) == 1
    told = capsys.readouterr()
    assert "on no network" in told.err
    assert "http" not in told.out


def test_this_machines_addresses_are_none_of_its_own_alone() -> None:
    assert all(re.fullmatch(r"[\d.]+", host) and network.reachable(host) for host in network.hosts())
    assert not network.reachable("127.0.0.1")
    assert not network.reachable("169.254.7.7")


def test_other_addresses_and_cures_are_told(content: Content) -> None:
    told = "\n".join(classroom.invitation(content, ["http://a/", "http://b/"], Path("x.log"), coloured=False))
    assert told.index("http://a/") < told.index("http://b/")
    assert all(cure in told for cure in content.interface.classroom.cures)
    assert content.course.title in told


@pytest.mark.parametrize("address", ["school.example", "ftp://school.example/", "https://", "https://s.example/?a=b"])
def test_an_address_where_no_site_can_stand(address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["site", str(tmp_path / "site"), "--address", address]) == 1
    assert "is not an address that a site can stand at" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()
