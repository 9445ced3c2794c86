"""This machine's addresses on its networks, and whether a port is free.

Vocabulary: a *host* is the name or IP address in a URL, such as ``192.168.1.20``; the *default* host is the source
address of this machine's traffic to other networks.
"""

import ipaddress
import socket

import psutil

from ..errors import CommandError

REMOTE = ("198.51.100.1", 9)  # reserved for documentation (RFC 5737); nothing is sent to it


def network_hosts() -> list[str]:
    """Return this machine's IPv4 addresses on its networks, the default one first; empty if it is on no network."""
    up = {name for name, stats in psutil.net_if_stats().items() if stats.isup}
    hosts = {
        address.address
        for name, addresses in psutil.net_if_addrs().items()
        if name in up
        for address in addresses
        if address.family == socket.AF_INET and is_reachable(address.address)
    }
    default = _default_host()
    return sorted(hosts, key=lambda host: (host != default, host))


def is_reachable(host: str) -> bool:
    """Return whether other devices can reach an address: it is neither loopback, nor link-local, nor unspecified.

    >>> is_reachable("192.168.1.20"), is_reachable("127.0.0.1"), is_reachable("169.254.7.7")
    (True, False, False)
    """
    ip = ipaddress.ip_address(host)
    return not (ip.is_loopback or ip.is_link_local or ip.is_unspecified)


def _default_host() -> str | None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        try:
            udp.connect(REMOTE)  # selects the source address, and sends nothing
        except OSError:
            return None
        return str(udp.getsockname()[0])


def require_free_port(port: int, target: str) -> None:
    """Check that no other program listens on a port: the printed address must lead to the course.

    Args:
        port: the port to listen on.
        target: the `make` target, for the message.

    Raises:
        CommandError: the port is in use; the message has the command that uses another one.
    """
    if is_port_in_use(port):
        raise CommandError(
            f"Port {port} is in use, perhaps by the course in another window. Close that one with Ctrl+C, or take "
            f"another port: `make {target} PORT={port + 1}`, or --port={port + 1} without make."
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
