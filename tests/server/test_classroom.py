"""Errors of `make class` and `make site`: one sentence, exit status 1, and nothing is written."""

import socket
from pathlib import Path
from socket import AF_INET, AF_INET6
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from miss.cli import main
from miss.schema.content import Content
from miss.server import classroom, network

from tests.browser.codes import read_terminal


@pytest.mark.parametrize("host", ["0.0.0.0", "127.0.0.1"])  # noqa: S104
@pytest.mark.parametrize("command", [["class", "--host=room.example"], ["serve"], ["serve", "--watch"]])
def test_a_port_in_use(capsys: pytest.CaptureFixture[str], command: list[str], host: str) -> None:
    with socket.socket() as other:
        other.bind((host, 0))
        other.listen()
        port = other.getsockname()[1]
        assert main([*command, f"--port={port}"]) == 1
    printed = capsys.readouterr()
    assert f"Port {port} is in use" in printed.err
    assert f"`miss {command[0]}" in printed.err and f"{' '.join(command[1:])} --port={port + 1}`" in printed.err
    assert printed.out == ""


class Card(NamedTuple):
    """A network adapter with its addresses, as this machine might have it."""

    name: str
    addresses: list[str]
    is_up: bool = True


def have(monkeypatch: pytest.MonkeyPatch, *cards: Card, default: str | None = None) -> None:
    """Let this machine have these adapters, and a default address."""

    def known(card: Card) -> list[SimpleNamespace]:
        families = [(AF_INET6 if ":" in address else AF_INET, address) for address in card.addresses]
        return [SimpleNamespace(family=family, address=address) for family, address in families]

    up = {card.name: SimpleNamespace(isup=card.is_up) for card in cards}
    monkeypatch.setattr(network.psutil, "net_if_addrs", lambda: {card.name: known(card) for card in cards})
    monkeypatch.setattr(network.psutil, "net_if_stats", lambda: up)
    monkeypatch.setattr(network, "_default_host", lambda: default)


LOOPBACK = Card("lo", ["127.0.0.1", "::1"])
WIFI = Card("wlp2s0", ["192.168.1.20", "fe80::1%wlp2s0", "2001:db8::20"])
CABLE = Card("enp3s0", ["10.0.0.5"])
VPN = Card("tun0", ["10.8.0.2"])
CONTAINERS = Card("docker0", ["172.17.0.1"])
UNKNOWN = Card("以太网", ["192.168.3.3"])
UNPLUGGED = Card("eth1", ["192.168.4.4"], is_up=False)
NO_NETWORK_YET = Card("wlan1", ["169.254.7.7"])


@pytest.mark.parametrize("cards", [[LOOPBACK], [LOOPBACK, NO_NETWORK_YET, UNPLUGGED]])
def test_a_machine_on_no_network(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, cards: list[Card]
) -> None:
    have(monkeypatch, *cards)
    assert main(["class"]) == 1
    printed = capsys.readouterr()
    assert "on no network" in printed.err
    assert "http" not in printed.out


def test_wifi_and_cable_come_before_a_vpn_that_has_the_traffic(monkeypatch: pytest.MonkeyPatch) -> None:
    have(monkeypatch, LOOPBACK, CONTAINERS, VPN, UNKNOWN, CABLE, WIFI, NO_NETWORK_YET, UNPLUGGED, default="10.8.0.2")
    assert [each.host for each in network.networks()] == [
        *("192.168.1.20", "10.0.0.5", "192.168.3.3", "10.8.0.2", "172.17.0.1"),
    ]


def test_of_two_alike_the_one_with_the_traffic_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    have(monkeypatch, Card("eth0", ["10.0.0.5"]), Card("eth1", ["10.0.0.6", "10.0.0.4"]), default="10.0.0.6")
    assert [each.host for each in network.networks()] == ["10.0.0.6", "10.0.0.4", "10.0.0.5"]


def test_ipv6_counts_where_there_is_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    have(monkeypatch, LOOPBACK, Card("en0", ["fe80::1%en0", "2001:db8::20", "2001:db8::a:b:c:d"]))
    assert [each.host for each in network.networks()] == ["[2001:db8::20]"]


def test_this_machines_networks_are_reachable_from_other_devices() -> None:
    hosts = [each.host.strip("[]") for each in network.networks()]
    assert all(network.is_reachable(host) for host in hosts)


def printed_for(monkeypatch: pytest.MonkeyPatch, content: Content, *cards: Card, key: str = "") -> str:
    """What is printed to a class on a machine that has these adapters."""
    have(monkeypatch, LOOPBACK, *cards)
    addresses = classroom.network_addresses(network.networks(), 80)
    return "\n".join(classroom.instructions(content, addresses, Path("x.log"), key, coloured=False))


def test_each_address_that_may_be_right_has_its_code_and_its_adapter(
    monkeypatch: pytest.MonkeyPatch, content: Content
) -> None:
    text = printed_for(monkeypatch, content, CONTAINERS, VPN, CABLE, WIFI, UNKNOWN)
    right = ["http://192.168.1.20:80/", "http://10.0.0.5:80/", "http://192.168.3.3:80/"]
    assert read_terminal(text) == right
    lines = text.splitlines()
    assert f"Students open:  {right[0]}  wlp2s0 (Wi-Fi)" in lines
    assert f"If that does not open:  {right[1]}  enp3s0 (cable)" in lines
    others = lines[lines.index(content.interface.classroom.others) + 1 :]
    assert others[:2] == ["  http://10.8.0.2:80/  tun0 (VPN)", "  http://172.17.0.1:80/  docker0 (containers)"]
    assert content.interface.classroom.unlikely not in text


def test_where_no_address_looks_right_all_have_codes_and_it_is_said(
    monkeypatch: pytest.MonkeyPatch, content: Content
) -> None:
    text = printed_for(monkeypatch, content, CONTAINERS, VPN)
    assert read_terminal(text) == ["http://10.8.0.2:80/", "http://172.17.0.1:80/"]
    assert content.interface.classroom.unlikely in text and content.interface.classroom.others not in text


def test_the_trainers_address_has_no_code(monkeypatch: pytest.MonkeyPatch, content: Content) -> None:
    text = printed_for(monkeypatch, content, WIFI, key="k3y")
    assert "For you alone:  http://192.168.1.20:80/?trainer=k3y\n" in text
    assert read_terminal(text) == ["http://192.168.1.20:80/"]
    assert "For you alone" not in printed_for(monkeypatch, content, WIFI)


def test_the_instructions_list_cures(monkeypatch: pytest.MonkeyPatch, content: Content) -> None:
    text = printed_for(monkeypatch, content, WIFI)
    assert all(cure in text for cure in content.interface.classroom.cures)
    assert content.course.title in text


def options_of(monkeypatch: pytest.MonkeyPatch, *typed: str) -> list[str]:
    """The options with which Voilà would be started."""
    started: list[list[str]] = []
    monkeypatch.setattr(classroom, "_serve", lambda _course, _port, options: started.append(options))
    assert main(["class", "--port=8124", *typed]) == 0
    return started[0]


def test_the_page_shows_the_best_address_too(monkeypatch: pytest.MonkeyPatch) -> None:
    have(monkeypatch, VPN, CABLE, WIFI, default="10.8.0.2")
    options = options_of(monkeypatch)
    assert "--CourseProvider.address=http://192.168.1.20:8124/" in options and "--Voila.ip=0.0.0.0" in options


def test_a_network_of_ipv6_alone_is_served(monkeypatch: pytest.MonkeyPatch) -> None:
    have(monkeypatch, Card("en0", ["2001:db8::20"]))
    options = options_of(monkeypatch)
    assert "--CourseProvider.address=http://[2001:db8::20]:8124/" in options and "--Voila.ip=::" in options


def test_a_course_without_trainers_parts_has_no_address_for_them(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = copy / "content" / "en"
    for file in (words / "trainer.yaml", words / "guide.yaml", copy / "notebooks" / "trainer-guide.ipynb"):
        file.unlink()
    appendices = words / "appendices.yaml"
    appendices.write_text(appendices.read_text(encoding="utf-8").partition("- id: guide")[0], encoding="utf-8")
    assert "--CourseProvider.trainer_key=" in options_of(monkeypatch, str(copy), "--host=room.example")
    printed = capsys.readouterr().out
    assert "For you alone" not in printed and "Students open:  http://room.example:8124/\n" in printed


@pytest.mark.parametrize("address", ["school.example", "ftp://school.example/", "https://", "https://s.example/?a=b"])
def test_an_address_where_no_site_can_stand(address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["site", str(tmp_path / "site"), "--address", address]) == 1
    assert "is not the web address of a folder" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()
