"""How much the server takes on: as many connections and kernels as it may open files, and requests of a certain size.

Vocabulary: a *descriptor* is what the system counts as an open file; a connection takes one, a kernel several. libzmq
ends the whole process when it asks for one and gets none, so some are always left.
"""

import sys
from contextlib import suppress
from typing import Any

from traitlets import Bool, Float, Integer
from traitlets.config import Configurable

from ..internals.voila import kernel_manager, serve_with
from .connections import CourseServer
from .logs import cap_logs

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

WANTED = 8192  # more is of no use, and some systems refuse "no limit"
SELECTABLE = 512  # what Python on Windows can wait for at once
OWN = 32  # the server's own: its log, its sockets, a file that it is sending
KERNEL = 14 if sys.platform == "linux" else 20  # with one connection; elsewhere a ZeroMQ socket takes two more
STARTING = 26  # what a kernel takes for as long as it starts
SHARE = 0.3  # of what is left, for kernels: a page needs none
HEADERS = 16 * 1024  # bytes; a link to a state takes some hundred, cookies of the host's other programs a few thousand


class CourseLimits(Configurable):
    """What an operator may set; ``--CourseLimits.connections=…``."""

    connections = Integer(1000, help="How many connections may be open at once, where descriptors allow.")
    connections.tag(config=True)
    seconds = Float(20.0, help="How many seconds a request may take to arrive, and a connection may wait for the next.")
    seconds.tag(config=True)
    body = Integer(4096, help="How many bytes a request may bring along; the course's own bring none.").tag(config=True)
    trust_xheaders = Bool(
        False,
        help="Whether X-Real-Ip or X-Forwarded-For names the client. Only behind a proxy that always sets them.",
    ).tag(config=True)


def keep_within_limits(app: Any) -> None:
    """Fit a server that has not begun to listen to what this machine allows; less than was asked for is said.

    Args:
        app: the ``voila.app.Voila``; its kernel manager is a ``CourseKernels``.
    """
    asked, kernels, most = CourseLimits(parent=app), kernel_manager(app), descriptors()
    wanted, kernels.limit = kernels.limit, kernels_within(most, kernels.limit, kernels.at_once)
    connections = min(asked.connections, connections_within(most, kernels.limit, kernels.at_once))
    if (kernels.limit, connections) != (wanted, asked.connections):
        app.log.warning(shortage(most, kernels.limit, wanted, connections))
    serve_with(
        CourseServer,
        most=connections,
        idle_connection_timeout=asked.seconds,
        body_timeout=asked.seconds,
        max_header_size=HEADERS,
        max_body_size=asked.body,
        xheaders=asked.trust_xheaders,
    )
    cap_logs(app.log)


def descriptors() -> int:
    """Let this process open more files, as far as the system allows, and say how many."""
    if resource is None:
        return SELECTABLE
    now, allowed = resource.getrlimit(resource.RLIMIT_NOFILE)
    if now != resource.RLIM_INFINITY and now < WANTED:
        more = WANTED if allowed == resource.RLIM_INFINITY else min(WANTED, allowed)
        with suppress(OSError, ValueError):  # macOS allows less than it says
            resource.setrlimit(resource.RLIMIT_NOFILE, (more, allowed))
        now = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return WANTED if now == resource.RLIM_INFINITY else int(now)


def kernels_within(most: int, wanted: int, at_once: int) -> int:
    """Tell how many kernels there are descriptors for.

    >>> kernels_within(8192, 20, 2), kernels_within(128, 20, 2)
    (20, 0)
    """
    return max(0, min(wanted, int(SHARE * (most - OWN) - STARTING * at_once) // KERNEL))


def connections_within(most: int, kernels: int, at_once: int) -> int:
    """Tell how many connections there are descriptors for beside the kernels; one at the least."""
    taken = kernels * KERNEL + at_once * STARTING if kernels else 0
    return max(1, most - OWN - taken)


def shortage(most: int, kernels: int, wanted: int, connections: int) -> str:
    """Say what the server does without, and how it gets it."""
    return (
        f"This process may open {most} files at once, which is enough for {kernels} of {wanted} kernels and "
        f"{connections} connections. A page without a kernel is whole, and its learner loses nothing. "
        f"`ulimit -n {WANTED}` before the start allows more, if the system does."
    )
