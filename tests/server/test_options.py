"""Unsupported and conflicting options are refused with a reason, and each of them is an option of Voilà."""

import pytest
from miss.server.options import UNSUPPORTED, conflicting_options, unsupported_options
from traitlets.config import Config
from voila.app import Voila
from voila.configuration import VoilaConfiguration

CLASSES = {"Voila": Voila, "VoilaConfiguration": VoilaConfiguration}
OPTIONS = [(group, name) for group, names in UNSUPPORTED.items() for name in names]


@pytest.mark.parametrize(("group", "name"), OPTIONS)
def test_unsupported_options_are_refused(group: str, name: str) -> None:
    assert name in CLASSES[group].class_traits(config=True)
    [message] = unsupported_options(Config({group: {name: "x"}}))
    assert message.startswith(f"--{group}.{name} would do nothing: ") and message.endswith(". Leave it out.")


def test_supported_options_are_accepted() -> None:
    config = Config({"Voila": {"port": 1}, "VoilaConfiguration": {"show_tracebacks": True}})
    assert unsupported_options(config) == []


def test_a_required_option_may_be_set_to_its_value() -> None:
    required = {("VoilaConfiguration", "template"): "ours"}
    assert conflicting_options(Config({"VoilaConfiguration": {"template": "ours"}}), required) == []
    [message] = conflicting_options(Config({"VoilaConfiguration": {"template": "lab"}}), required)
    assert message == "--VoilaConfiguration.template is set to 'lab', but the course needs its own. Leave it out."
