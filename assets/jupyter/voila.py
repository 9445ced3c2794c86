"""Voilà's settings for this environment; installed as etc/jupyter/voila.py, where Voilà looks for them."""

from traitlets.config import Application
from voila.app import Voila

# Other servers read this file, too, where Voilà is an extension: miss.server.extension serves the course there.
if Application.initialized() and isinstance(Application.instance(), Voila):
    from miss.server.voila import configure

    configure(get_config())  # noqa: F821  Jupyter's loader puts get_config here
