"""Voilà's settings for this environment; installed as etc/jupyter/voila.py, where Voilà looks for them."""

from miss.deliver.voila import configure

configure(get_config())  # noqa: F821  Jupyter's loader puts get_config here
