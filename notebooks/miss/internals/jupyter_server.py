"""What jupyter_server does not document."""

from typing import Any

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.web import Application


class KernelManager(AsyncMappingKernelManager):
    """Knows how many connections a kernel has (services/kernels/kernelmanager.py).

    A WebSocket that ends calls ``notify_disconnect`` (connection/channels.py); or kernels of lost pages would live on.
    """

    def connections(self, kernel_id: str) -> int:
        """Count them, as ``notify_connect`` and ``notify_disconnect`` do; a kernel with one is not to end."""
        return int(self.kernel_model(kernel_id)["connections"])


def add_before_extensions(web: Application, rules: list[Any]) -> None:
    """Add addresses before those of extensions whose names come later in the alphabet, such as ``voila``.

    Extensions are loaded in that order (extension/manager.py), and tornado asks what was added first; in another
    order Voilà would render the course's notebooks.
    """
    web.add_handlers(".*$", rules)
