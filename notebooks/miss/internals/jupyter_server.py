"""Undocumented behaviour of jupyter_server."""

from typing import Any

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.web import Application


class KernelManager(AsyncMappingKernelManager):
    """Counts the connections of each kernel (services/kernels/kernelmanager.py).

    A WebSocket that closes calls ``notify_disconnect`` (connection/channels.py); otherwise kernels of lost pages would
    keep running.
    """

    def connection_count(self, kernel_id: str) -> int:
        """Return the number maintained by ``notify_connect`` and ``notify_disconnect``."""
        return int(self.kernel_model(kernel_id)["connections"])


def add_before_extensions(web: Application, rules: list[Any]) -> None:
    """Add routes before those of extensions with names later in the alphabet, such as ``voila``.

    Extensions are loaded in alphabetical order (extension/manager.py), and tornado tries routes in the order of their
    addition; in another order Voilà would render the course's notebooks.
    """
    web.add_handlers(".*$", rules)
