"""Voilà, set up to serve the course: the same for `make app` and for `voila notebooks/` typed by hand."""

import os
from pathlib import Path
from typing import Any

import nbformat
from traitlets import Bool, List, Unicode, default
from traitlets.config import Config

from ..course import notebooks_at
from ..errors import CourseError
from ..files.scratch import use_writable_folders
from ..internals.voila import HandlersProvider, app_reading_settings, typed_options
from ..notebooks.read import is_check
from ..render.styles import LOOKS
from .kernels import CourseKernels
from .options import Needed, meaningless, overruled
from .routes import put_before_voila

IDLE_SECONDS = 3600


class CourseProvider(HandlersProvider):
    """Adds the course's addresses, and holds what an operator may set of them."""

    watch = Bool(False, help="Whether open pages follow the words as they are edited.").tag(config=True)
    hosts = List(Unicode(), help="Names under which the course is asked for, such as a proxy's; * for any.").tag(
        config=True
    )
    language = Unicode(help="A folder in the course's content; the course's own where none is named.").tag(config=True)
    address = Unicode(help="Where students open the course, for its QR codes, if that is not where it is read.").tag(
        config=True
    )
    connect_src = List(Unicode(), help="Other addresses that the pages' scripts may send to.").tag(config=True)
    frame_ancestors = List(Unicode(), help="Sites that may show the course in a frame, such as an LMS.").tag(
        config=True
    )

    @default("allow_password_change")
    def _nobody_changes_it(self) -> bool:
        """Who may read the course may not lock others out of it."""
        return False

    def set_login_cookie(self, handler: Any, user: Any) -> None:
        """Set one only where a token or a password was asked for: the course itself has no accounts."""
        if self.auth_enabled:
            super().set_login_cookie(handler, user)

    def add_handlers(self, app: Any) -> None:
        """Put the course's addresses before Voilà's own.

        Raises:
            SystemExit: the course cannot be served so; the message says why and what to change.
        """
        _refuse(app.config, _needed(Config()))
        try:
            put_before_voila(app, self)
        except CourseError as error:
            raise SystemExit(str(error)) from None


def without_checks(_request: Any, notebook: nbformat.NotebookNode, cwd: str) -> nbformat.NotebookNode:  # noqa: ARG001
    """Drop the cells tagged ``check``: they would drive the widgets that a student holds."""
    notebook.cells = [cell for cell in notebook.cells if not is_check(cell)]
    return notebook


def configure(config: Config) -> None:
    """Set Voilà's options; called by ``etc/jupyter/voila.py`` when Voilà starts.

    Notebooks that are no course are left to Voilà as it is.

    Raises:
        SystemExit: an option was typed that would put something else in the course's place.
    """
    app = app_reading_settings()
    if (folder := notebooks_at(Path(app.root_dir))) is None:
        return
    app.root_dir = str(folder)
    _refuse(typed_options(app), _needed(config))  # before Voilà acts on it
    use_writable_folders()
    paths = [str(LOOKS / "jupyter"), os.environ.get("JUPYTER_PATH", "")]
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, paths))  # where our template is
    config.VoilaConfiguration.http_keep_alive_timeout = 1  # seconds; see KernelHandler
    config.CourseKernels.cull_idle_timeout = IDLE_SECONDS
    config.CourseKernels.cull_interval = IDLE_SECONDS // 60
    config.CourseKernels.cull_connected = True  # a page left open overnight; it asks again when it is looked at


def _needed(config: Config) -> Needed:
    """Set what the course cannot be served without, and list it."""
    needed = {
        ("Voila", "identity_provider_class"): CourseProvider,
        ("VoilaConfiguration", "template"): "miss",
        # A reader's address would choose Voilà's template and theme, and the theme is written into a page unescaped.
        ("VoilaConfiguration", "allow_template_override"): "NO",
        ("VoilaConfiguration", "allow_theme_override"): "NO",
        ("VoilaConfiguration", "prelaunch_hook"): without_checks,
        ("VoilaConfiguration", "multi_kernel_manager_class"): CourseKernels,
    }
    for (group, name), value in needed.items():
        config[group][name] = value
    return needed


def _refuse(asked: Config, needed: Needed) -> None:
    if wrong := [*meaningless(asked), *overruled(asked, needed)]:
        raise SystemExit("\n".join(wrong))
