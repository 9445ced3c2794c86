"""Configuration of Voilà for the course, shared by `make app` and `voila notebooks/`."""

import os
from pathlib import Path
from typing import Any

import nbformat
from traitlets import Bool, List, Unicode, default
from traitlets.config import Config

from ..course import notebooks_at
from ..errors import CourseError
from ..files.writable import use_writable_folders
from ..internals.voila import HandlersProvider, command_line_options, configuring_app
from ..notebooks.read import is_check
from .kernels import CourseKernels
from .options import RequiredOptions, conflicting_options, unsupported_options
from .routes import install_handlers

IDLE_TIMEOUT_S = 3600
JUPYTER_DATA = Path(__file__).parent / "jupyter"  # a Jupyter data folder, with the template of a kernel's frame


class CourseProvider(HandlersProvider):
    """Adds the course's routes, and has the operator's options for them."""

    watch = Bool(False, help="Whether open pages reload when the words are edited.").tag(config=True)
    hosts = List(Unicode(), help="Host names that the server answers to, such as a proxy's; * for any.").tag(
        config=True
    )
    language = Unicode(help="A folder in the course's content; by default, the course's own language.").tag(config=True)
    address = Unicode(help="Where students open the course, for its QR codes, if that is another address.").tag(
        config=True
    )
    trainer_key = Unicode(
        help="What opens the trainer's parts, as ?trainer=KEY after the address; by default, all readers have them."
    ).tag(config=True)
    connect_src = List(Unicode(), help="Further origins that the pages' scripts may connect to.").tag(config=True)
    frame_ancestors = List(Unicode(), help="Sites that may embed the course in a frame, such as an LMS.").tag(
        config=True
    )

    @default("allow_password_change")
    def _no_password_change(self) -> bool:
        """A reader must not be able to lock others out."""
        return False

    def set_login_cookie(self, handler: Any, user: Any) -> None:
        """Set a cookie only if a token or a password is required: the course itself has no accounts."""
        if self.auth_enabled:
            super().set_login_cookie(handler, user)

    def add_handlers(self, app: Any) -> None:
        """Add the course's routes before Voilà's own.

        Raises:
            SystemExit: the course cannot be served with this configuration; the message says why and what to change.
        """
        _check_options(app.config, _require_options(Config()))
        try:
            install_handlers(app, self)
        except CourseError as error:
            raise SystemExit(str(error)) from None


def remove_checks(_request: Any, notebook: nbformat.NotebookNode, cwd: str) -> nbformat.NotebookNode:  # noqa: ARG001
    """Remove the cells tagged ``check``: they would change the state of the student's widgets."""
    notebook.cells = [cell for cell in notebook.cells if not is_check(cell)]
    return notebook


def configure(config: Config) -> None:
    """Set Voilà's options; called by ``etc/jupyter/voila.py`` when Voilà starts.

    Notebooks that belong to no course are left to Voilà's defaults.

    Raises:
        SystemExit: an option on the command line is unsupported, or conflicts with the course.
    """
    app = configuring_app()
    if (folder := notebooks_at(Path(app.root_dir))) is None:
        return
    app.root_dir = str(folder)
    _check_options(command_line_options(app), _require_options(config))  # before Voilà applies them
    use_writable_folders()
    paths = [str(JUPYTER_DATA), os.environ.get("JUPYTER_PATH", "")]
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, paths))
    config.VoilaConfiguration.http_keep_alive_timeout = 1  # seconds; KernelHandler depends on these writes
    config.CourseKernels.cull_idle_timeout = IDLE_TIMEOUT_S
    config.CourseKernels.cull_interval = IDLE_TIMEOUT_S // 60
    config.CourseKernels.cull_connected = True  # e.g. a page left open overnight; it requests a new kernel when visible


def _require_options(config: Config) -> RequiredOptions:
    """Set the options that the course requires, and return them."""
    required: RequiredOptions = {
        ("Voila", "identity_provider_class"): CourseProvider,
        ("VoilaConfiguration", "template"): "miss",
        # Otherwise a query would select Voilà's template and theme, and the theme is written into a page unescaped.
        ("VoilaConfiguration", "allow_template_override"): "NO",
        ("VoilaConfiguration", "allow_theme_override"): "NO",
        ("VoilaConfiguration", "prelaunch_hook"): remove_checks,
        ("VoilaConfiguration", "multi_kernel_manager_class"): CourseKernels,
    }
    for (group, name), value in required.items():
        config[group][name] = value
    return required


def _check_options(config: Config, required: RequiredOptions) -> None:
    if errors := [*unsupported_options(config), *conflicting_options(config, required)]:
        raise SystemExit("\n".join(errors))
