"""Under which addresses the devices of a class reach this machine.

Vocabulary: a *host* is a name or a number that stands in an address, such as ``192.168.1.20``; the *usual* host is
the one that this machine sends from when it sends anything far.
"""

import ipaddress
import socket

import psutil

from ..errors import CommandError

FAR = ("198.51.100.1", 9)  # set apart for documentation (RFC 5737); nothing is sent to it


def hosts() -> list[str]:
    """List this machine's own numbers (IPv4) on its networks, the usual one first; none where it is on no network."""
    up = {name for name, state in psutil.net_if_stats().items() if state.isup}
    found = {
        address.address
        for name, addresses in psutil.net_if_addrs().items()
        if name in up
        for address in addresses
        if address.family == socket.AF_INET and reachable(address.address)
    }
    usual = _usual()
    return sorted(found, key=lambda host: (host != usual, host))


def reachable(host: str) -> bool:
    """Tell a number that others may reach from one that only this machine knows or gave itself.

    >>> reachable("192.168.1.20"), reachable("127.0.0.1"), reachable("169.254.7.7")
    (True, False, False)
    """
    number = ipaddress.ip_address(host)
    return not (number.is_loopback or number.is_link_local or number.is_unspecified)


def _usual() -> str | None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(FAR)  # picks a way out, and sends nothing
        except OSError:
            return None
        return str(asked.getsockname()[0])


def refuse_taken(port: int, target: str) -> None:
    """Refuse a port at which another program listens: the address that is printed must lead to the course.

    Args:
        port: where to listen.
        target: what `make` was asked for.

    Raises:
        CommandError: with the command that takes another port.
    """
    if is_taken(port):
        raise CommandError(
            f"Port {port} is in use, perhaps by the course in another window. Close that one with Ctrl+C, or take "
            f"another port: `make {target} PORT={port + 1}`, or --port={port + 1} without make."
        )


def is_taken(port: int) -> bool:
    """Tell whether another program listens at a port already."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as asked:
        asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does: a closed one may linger
        try:
            asked.bind(("0.0.0.0", port))  # noqa: S104  the course is for others' devices
        except OSError:
            return True
    return False
