"""`make class`: serve the course to the devices on this network, through the same Voilà as `make app`."""

import secrets
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..course import Course
from ..errors import CommandError
from ..invocation import command
from ..notebooks.freshness import ensure_stored
from ..schema.content import Content
from ..web.qr import qr_text
from .audience import PARAMETER
from .logs import redirect_stderr
from .network import Network, may_reach, networks, require_free_port


@dataclass(frozen=True)
class Address:
    """An address of the course: its URL, the network that it is on unless the user named a host, and whether a QR code
    of it is shown."""

    url: str
    network: Network | None = None
    has_code: bool = True


def serve_class(course: Course, port: int, host: str | None = None, kernels: bool = False) -> None:
    """Serve the course to this machine's network, and print the addresses and their QR codes.

    Args:
        course: the course.
        port: the port to listen on, at every address of this machine.
        host: the host name or address that students' devices use; by default, this machine's addresses on its networks.
        kernels: whether their pages may have kernels on this machine; no interaction needs one.

    Raises:
        CommandError: there is no network, or the port is in use.
    """
    addresses = [Address(f"http://{host}:{port}/")] if host else network_addresses(networks(), port)
    if not addresses:
        raise CommandError(
            "This machine is on no network, so no other device can reach it. Join the Wi-Fi that your class uses, "
            f"then run this again. To see the course on this machine alone: `{command('serve')}`."
        )
    require_free_port(port, "class", *([f"--host={host}"] if host else []))
    ensure_stored(course)
    key = secrets.token_urlsafe() if course.content.has_trainer_parts else ""
    log = Path(tempfile.mkdtemp(prefix="class-")) / "server.log"
    lines = instructions(course.content, addresses, log, key, coloured=sys.stdout.isatty())
    print("\n".join(lines), flush=True)
    options = [*_options(addresses, key), *([] if kernels else ["--CourseKernels.max_kernels=0"])]
    with redirect_stderr(log):
        _serve(course, port, options)


def network_addresses(found: list[Network], port: int) -> list[Address]:
    """Return the addresses on networks, the best first; those that students may reach have a code, or else all."""
    right = may_reach(found) or found
    return [Address(f"http://{each.host}:{port}/", each, each in right) for each in found]


def _options(addresses: list[Address], key: str) -> list[str]:
    ipv6 = any(each.network and each.network.is_ipv6 for each in addresses)
    return [
        f"--Voila.ip={'::' if ipv6 else '0.0.0.0'}",  # noqa: S104 - the course is for others' devices
        f"--CourseProvider.address={addresses[0].url}",
        f"--CourseProvider.trainer_key={key}",
    ]


def _serve(course: Course, port: int, options: list[str]) -> None:
    from voila.app import Voila

    Voila.launch_instance([
        str(course.notebooks_folder), "--no-browser", f"--port={port}",
        f"--CourseProvider.language={course.language}",
        "--Voila.port_retries=0",  # the printed address must stay valid
        *options,
    ])  # fmt: skip


def instructions(
    content: Content, addresses: list[Address], log: Path, key: str = "", *, coloured: bool
) -> Iterator[str]:
    """Yield the lines that say how to open the course, and what to do if a device cannot reach it."""
    words = content.interface.classroom
    yield f"\n{content.course.title}"
    if key:
        yield f"\n{words.trainer}  {addresses[0].url}?{PARAMETER}={key}\n{words.trainer_only}"
    yield from _students(content, addresses, coloured)
    yield f"\n{words.unreached}"
    yield from (f"  - {cure}" for cure in words.cures)
    yield f"\n{words.end}\n{words.notes} {log}\n"


def _students(content: Content, addresses: list[Address], coloured: bool) -> Iterator[str]:
    words, best = content.interface.classroom, addresses[0]
    if best.network and not best.network.kind.may_reach:
        yield f"\n{words.unlikely}"
    for each in addresses:
        if each.has_code:
            yield f"\n{words.open if each is best else words.open_instead}  {_named(content, each)}\n"
            yield qr_text(each.url, coloured)
    if others := [each for each in addresses if not each.has_code]:
        yield f"\n{words.others}"
        yield from (f"  {_named(content, each)}" for each in others)


def _named(content: Content, address: Address) -> str:
    """Return an address with its adapter, and the guess what that is."""
    if not address.network:
        return address.url
    guess = getattr(content.interface.adapters, address.network.kind.id)
    return f"{address.url}  {address.network.adapter} ({guess})"
