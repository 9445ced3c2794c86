"""`make class`: serve the course to the devices on this network, through the same Voilà as `make app`."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ..course import Course
from ..errors import CommandError
from ..notebooks.freshness import ensure_stored
from ..schema.content import Content
from ..web.qr import qr_text
from .logs import redirect_stderr
from .network import network_hosts, require_free_port


def serve_class(course: Course, port: int, host: str | None = None, kernels: bool = False) -> None:
    """Serve the course to this machine's network, and print the address and its QR code.

    Args:
        course: the course.
        port: the port to listen on, at every address of this machine.
        host: the host name or address that students' devices use; by default, this machine's address on its network.
        kernels: whether their pages may have kernels on this machine; no interaction needs one.

    Raises:
        CommandError: there is no network, or the port is in use.
    """
    names = [host] if host else network_hosts()
    if not names:
        raise CommandError(
            "This machine is on no network, so no other device can reach it. Join the Wi-Fi that your class uses, "
            "then run this again. To see the course on this machine alone: `miss serve`, or `make app`."
        )
    require_free_port(port, "class")
    ensure_stored(course)
    log = Path(tempfile.mkdtemp(prefix="class-")) / "server.log"
    addresses = [f"http://{name}:{port}/" for name in names]
    print("\n".join(instructions(course.content, addresses, log, coloured=sys.stdout.isatty())), flush=True)
    with redirect_stderr(log):
        _serve(course, port, addresses[0], [] if kernels else ["--CourseKernels.max_kernels=0"])


def _serve(course: Course, port: int, address: str, options: list[str]) -> None:
    from voila.app import Voila

    Voila.launch_instance([
        str(course.notebooks_folder), "--no-browser", f"--port={port}", "--Voila.ip=0.0.0.0",
        f"--CourseProvider.language={course.language}", f"--CourseProvider.address={address}",
        "--Voila.port_retries=0",  # the printed address must stay valid
        *options,
    ])  # fmt: skip


def instructions(content: Content, addresses: list[str], log: Path, *, coloured: bool) -> Iterator[str]:
    """Yield the lines that say how to open the course, and what to do if a device cannot reach it."""
    words = content.interface.classroom
    default, *alternatives = addresses
    yield f"\n{content.course.title}\n\n{words.open}  {default}\n"
    yield qr_text(default, coloured)
    if alternatives:
        yield f"\n{words.others} {', '.join(alternatives)}"
    yield f"\n{words.unreached}"
    yield from (f"  - {cure}" for cure in words.cures)
    yield f"\n{words.end}\n{words.notes} {log}\n"
