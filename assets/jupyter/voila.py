"""Voilà's configuration file for this environment; installed as etc/jupyter/voila.py."""

from traitlets.config import Application
from voila.app import Voila

# Jupyter servers with Voilà as an extension load this file, too; there, miss.server.extension serves the course.
if Application.initialized() and isinstance(Application.instance(), Voila):
    from miss.server.voila import configure

    configure(get_config())  # noqa: F821  defined by traitlets' configuration loader
