"""`make class`: the course for the devices in the room, through the same Voilà as `make app`."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ..course import Course
from ..errors import CommandError
from ..notebooks.ready import ready
from ..schema.content import Content
from ..web.qr import characters
from .logs import noted_in
from .network import hosts, refuse_taken


def serve_class(course: Course, port: int, host: str | None = None, kernels: bool = False) -> None:
    """Serve the course to this machine's network, and print the address and its QR code.

    Args:
        course: the course.
        port: where to listen, at every address of this machine.
        host: what students' devices call this machine; found by itself where it is not given.
        kernels: whether their pages may have kernels on this machine; nothing that a student does needs one.

    Raises:
        CommandError: there is no network, or the port is taken.
    """
    named = [host] if host else hosts()
    if not named:
        raise CommandError(
            "This machine is on no network, so no other device can reach it. Join the Wi-Fi that your class uses, "
            "then run `make class` again. To see the course on this machine alone: `make app`."
        )
    refuse_taken(port, "class")
    ready(course)
    log = Path(tempfile.mkdtemp(prefix="class-")) / "server.log"
    addresses = [f"http://{name}:{port}/" for name in named]
    print("\n".join(invitation(course.content, addresses, log, coloured=sys.stdout.isatty())), flush=True)
    with noted_in(log):
        _serve(course, port, addresses[0], [] if kernels else ["--CourseKernels.limit=0"])


def _serve(course: Course, port: int, address: str, more: list[str]) -> None:
    from voila.app import Voila

    Voila.launch_instance([
        str(course.notebooks_folder), "--no-browser", f"--port={port}", "--Voila.ip=0.0.0.0",
        f"--CourseProvider.language={course.language}", f"--CourseProvider.address={address}",
        "--Voila.port_retries=0",  # or another port would be served than the one that was printed
        *more,
    ])  # fmt: skip


def invitation(content: Content, addresses: list[str], log: Path, *, coloured: bool) -> Iterator[str]:
    """Say where the course is, line by line, and what to do when a device does not reach it."""
    words = content.interface.classroom
    usual, *others = addresses
    yield f"\n{content.course.title}\n\n{words.open}  {usual}\n"
    yield characters(usual, coloured)
    if others:
        yield f"\n{words.others} {', '.join(others)}"
    yield f"\n{words.unreached}"
    yield from (f"  - {cure}" for cure in words.cures)
    yield f"\n{words.end}\n{words.notes} {log}\n"
