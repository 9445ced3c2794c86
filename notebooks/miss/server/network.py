"""This machine's addresses on its networks, and whether a port is free.

Vocabulary: a *host* is the name or IP address in a URL, such as ``192.168.1.20``; the *default* host is the source
address of this machine's traffic to other networks, which is a VPN's if there is one.
"""

import ipaddress
import socket
from dataclasses import dataclass

import psutil

from ..errors import CommandError
from ..invocation import command
from .adapters import KINDS, Kind, kind_of

REMOTE = ("198.51.100.1", 9)  # reserved for documentation (RFC 5737); nothing is sent to it


@dataclass(frozen=True)
class Network:
    """One of this machine's networks: the host that it has there, and the adapter with its name's kind."""

    host: str
    adapter: str
    kind: Kind

    @property
    def is_ipv6(self) -> bool:
        """Whether the host is an IPv6 address, in brackets."""
        return self.host.startswith("[")


def networks() -> list[Network]:
    """Return this machine's networks, the one that students' devices are most likely in first; empty if there is none.

    IPv6 addresses count only where there is no other: they are long to type.
    """
    found = _networks(socket.AF_INET) or _one_of_each_adapter(_networks(socket.AF_INET6))
    default = _default_host()
    return sorted(found, key=lambda each: (KINDS.index(each.kind), each.host != default, each.host))


def may_reach(found: list[Network]) -> list[Network]:
    """Return the networks in which students' devices may be, by the kinds of their adapters."""
    return [each for each in found if each.kind.may_reach]


def _networks(family: socket.AddressFamily) -> list[Network]:
    up = {name for name, stats in psutil.net_if_stats().items() if stats.isup}
    hosts = {
        (_host(address.address), name): None
        for name, addresses in psutil.net_if_addrs().items()
        if name in up
        for address in addresses
        if address.family == family and is_reachable(address.address)
    }
    return [Network(host, name, kind_of(name)) for host, name in hosts]


def _one_of_each_adapter(found: list[Network]) -> list[Network]:
    """Return one network for each adapter, which may have several IPv6 addresses, some of them for a day."""
    return list({each.adapter: each for each in reversed(found)}.values())


def _host(address: str) -> str:
    return f"[{address}]" if ":" in address else address


def is_reachable(address: str) -> bool:
    """Return whether other devices can reach an address: it is neither loopback, nor link-local, nor unspecified.

    >>> is_reachable("192.168.1.20"), is_reachable("127.0.0.1"), is_reachable("169.254.7.7")
    (True, False, False)
    """
    ip = ipaddress.ip_address(address)
    return not (ip.is_loopback or ip.is_link_local or ip.is_unspecified)


def _default_host() -> str | None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        try:
            udp.connect(REMOTE)  # selects the source address, and sends nothing
        except OSError:
            return None
        return str(udp.getsockname()[0])


def require_free_port(port: int, *typed: str) -> None:
    """Check that no other program listens on a port: the printed address must lead to the course.

    Args:
        port: the port to listen on.
        typed: the command, for the message.

    Raises:
        CommandError: the port is in use; the message has the command that uses another one.
    """
    if is_port_in_use(port):
        raise CommandError(
            f"Port {port} is in use, perhaps by the course in another window. Close that one with Ctrl+C, or take "
            f"another port: `{command(*typed, f'--port={port + 1}')}`."
        )


def is_port_in_use(port: int) -> bool:
    """Return whether another program already listens on a port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does, or TIME_WAIT would count
        try:
            probe.bind(("0.0.0.0", port))  # noqa: S104  the course is for others' devices
        except OSError:
            return True
    return False
