"""Voilà's settings for this environment; installed as etc/jupyter/voila.py, where Voilà looks for them."""

from traitlets.config import Application
from voila.app import Voila

# JupyterLab reads this file, too, for its "Render with Voilà": a page of its own kernel, for notebooks of all kinds.
if Application.initialized() and isinstance(Application.instance(), Voila):
    from miss.deliver.voila import configure

    configure(get_config())  # noqa: F821  Jupyter's loader puts get_config here
