"""Voilà's settings for this environment; installed as etc/jupyter/voila.py, where Voilà looks for them."""

from traitlets.config import Application
from voila.app import Voila

# Other servers read this file, too, where Voilà is an extension: miss.deliver.extension serves the course there.
if Application.initialized() and isinstance(Application.instance(), Voila):
    from miss.deliver.voila import configure

    configure(get_config())  # noqa: F821  Jupyter's loader puts get_config here
