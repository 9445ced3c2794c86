"""Resource limits: connections and kernels within the limit on open files, and the size and duration of requests.

Vocabulary: a *descriptor* is what the system counts as an open file; a connection takes one, a kernel several. libzmq
aborts the whole process when it cannot get one, so some are always left free.
"""

import sys
from contextlib import suppress
from typing import Any

from traitlets import Bool, Float, Integer
from traitlets.config import Configurable

from ..internals.voila import kernel_manager, use_http_server
from .connections import LimitedHTTPServer
from .logs import limit_logging

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

TARGET_DESCRIPTORS = 8192  # more is of no use, and some systems refuse "no limit"
SELECT_DESCRIPTORS = 512  # the limit of select() in Python on Windows
SERVER_DESCRIPTORS = 32  # the server's own: its log, its sockets, a file that it is sending
KERNEL_DESCRIPTORS = 14 if sys.platform == "linux" else 20  # with one connection; a ZeroMQ socket may take two more
STARTUP_DESCRIPTORS = 26  # additionally taken while a kernel starts
KERNEL_SHARE = 0.3  # of the remaining descriptors; pages work without kernels, but not without connections
MAX_HEADER_BYTES = 16 * 1024  # a permalink takes some hundred, cookies of other programs on the host a few thousand


class CourseLimits(Configurable):
    """The operator's options; ``--CourseLimits.max_connections=…``."""

    max_connections = Integer(1000, help="Maximum number of open connections, as far as descriptors allow.")
    max_connections.tag(config=True)
    timeout_s = Float(20.0, help="Seconds that a request may take to arrive, and that a connection may be idle.")
    timeout_s.tag(config=True)
    max_body_bytes = Integer(4096, help="Maximum size of a request's body; the course sends none.").tag(config=True)
    trust_xheaders = Bool(
        False,
        help="Whether X-Real-Ip or X-Forwarded-For names the client. Only behind a proxy that always sets them.",
    ).tag(config=True)


def apply_limits(app: Any) -> None:
    """Fit a server that does not listen yet to what this machine allows, and warn if that is less than configured.

    Args:
        app: the ``voila.app.Voila``; its kernel manager is a ``CourseKernels``.
    """
    configured, kernels, descriptors = CourseLimits(parent=app), kernel_manager(app), raise_descriptor_limit()
    requested = kernels.max_kernels
    kernels.max_kernels = kernel_capacity(descriptors, requested, kernels.max_starting)
    available = connection_capacity(descriptors, kernels.max_kernels, kernels.max_starting)
    max_connections = min(configured.max_connections, available)
    if (kernels.max_kernels, max_connections) != (requested, configured.max_connections):
        app.log.warning(capacity_warning(descriptors, kernels.max_kernels, requested, max_connections))
    use_http_server(
        LimitedHTTPServer,
        max_connections=max_connections,
        idle_connection_timeout=configured.timeout_s,
        body_timeout=configured.timeout_s,
        max_header_size=MAX_HEADER_BYTES,
        max_body_size=configured.max_body_bytes,
        xheaders=configured.trust_xheaders,
    )
    limit_logging(app.log)


def raise_descriptor_limit() -> int:
    """Raise this process's limit on open files as far as the system allows, and return it."""
    if resource is None:
        return SELECT_DESCRIPTORS
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < TARGET_DESCRIPTORS:
        raised = TARGET_DESCRIPTORS if hard == resource.RLIM_INFINITY else min(TARGET_DESCRIPTORS, hard)
        with suppress(OSError, ValueError):  # macOS allows less than its hard limit
            resource.setrlimit(resource.RLIMIT_NOFILE, (raised, hard))
        soft = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return TARGET_DESCRIPTORS if soft == resource.RLIM_INFINITY else int(soft)


def kernel_capacity(descriptors: int, requested: int, max_starting: int) -> int:
    """Return how many of the requested kernels there are descriptors for.

    >>> kernel_capacity(8192, 20, 2), kernel_capacity(128, 20, 2)
    (20, 0)
    """
    for_kernels = int(KERNEL_SHARE * (descriptors - SERVER_DESCRIPTORS) - STARTUP_DESCRIPTORS * max_starting)
    return max(0, min(requested, for_kernels // KERNEL_DESCRIPTORS))


def connection_capacity(descriptors: int, kernels: int, max_starting: int) -> int:
    """Return how many connections the descriptors allow besides the kernels; at least one."""
    for_kernels = kernels * KERNEL_DESCRIPTORS + max_starting * STARTUP_DESCRIPTORS if kernels else 0
    return max(1, descriptors - SERVER_DESCRIPTORS - for_kernels)


def capacity_warning(descriptors: int, kernels: int, requested: int, connections: int) -> str:
    """Return a warning that names the reduced limits and how to raise them."""
    return (
        f"This process may open {descriptors} files at once, which is enough for {kernels} of {requested} kernels and "
        f"{connections} connections. Pages work without a kernel, and learners lose nothing. "
        f"To allow more, run `ulimit -n {TARGET_DESCRIPTORS}` before the start, if the system permits it."
    )
