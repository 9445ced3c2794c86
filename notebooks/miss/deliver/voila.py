"""Voilà, set up to serve the course: the same for `make app` and for `voila notebooks/` typed by hand."""

import os
from typing import Any

import nbformat
from jupyter_server.auth.identity import PasswordIdentityProvider
from traitlets import Bool
from traitlets.config import Config

from ..looks import LOOKS
from .handlers import course_handlers
from .kernels import CourseKernels
from .limits import keep_within_limits
from .page import is_check

IDLE_SECONDS = 3600


class CourseProvider(PasswordIdentityProvider):
    """Adds the course's addresses: a provider's handlers are the only ones that Voilà takes from its settings."""

    watch = Bool(False, help="Whether open pages follow the words as they are edited.").tag(config=True)

    def set_login_cookie(self, handler: Any, user: Any) -> None:
        """Set none: the course has no accounts, and nobody is to be known again."""

    def get_handlers(self) -> list[Any]:
        """Put the course's addresses before Voilà's own."""
        keep_within_limits(self.parent)
        return [*course_handlers(self.parent, self.watch), *super().get_handlers()]


def without_checks(_request: Any, notebook: nbformat.NotebookNode, cwd: str) -> nbformat.NotebookNode:  # noqa: ARG001
    """Drop the cells tagged ``check``: they would drive the widgets that a student holds."""
    notebook.cells = [cell for cell in notebook.cells if not is_check(cell)]
    return notebook


def configure(config: Config) -> None:
    """Set Voilà's options; called by ``etc/jupyter/voila.py`` when Voilà starts."""
    paths = [str(LOOKS / "jupyter"), os.environ.get("JUPYTER_PATH", "")]
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, paths))  # where our template is
    config.Voila.identity_provider_class = CourseProvider
    config.VoilaConfiguration.template = "miss"
    config.VoilaConfiguration.prelaunch_hook = without_checks
    config.VoilaConfiguration.http_keep_alive_timeout = 1  # seconds; see KernelHandler
    config.VoilaConfiguration.multi_kernel_manager_class = CourseKernels
    config.CourseKernels.cull_idle_timeout = IDLE_SECONDS
    config.CourseKernels.cull_interval = IDLE_SECONDS // 60
    config.CourseKernels.cull_connected = True  # a page left open overnight; it asks again when it is looked at
