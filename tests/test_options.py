"""Every option of Voilà that means nothing here is refused in a sentence, and is one that Voilà has."""

import pytest
from miss.server.options import MEANINGLESS, meaningless, overruled
from traitlets.config import Config
from voila.app import Voila
from voila.configuration import VoilaConfiguration

CLASSES = {"Voila": Voila, "VoilaConfiguration": VoilaConfiguration}
OPTIONS = [(group, name) for group, names in MEANINGLESS.items() for name in names]


@pytest.mark.parametrize(("group", "name"), OPTIONS)
def test_it_is_refused_with_its_reason(group: str, name: str) -> None:
    assert name in CLASSES[group].class_traits(config=True)
    [told] = meaningless(Config({group: {name: "x"}}))
    assert told.startswith(f"--{group}.{name} would do nothing: ") and told.endswith(". Leave it out.")


def test_what_is_not_set_or_means_something_is_let_be() -> None:
    asked = Config({"Voila": {"port": 1}, "VoilaConfiguration": {"show_tracebacks": True}})
    assert meaningless(asked) == []


def test_what_the_course_needs_may_be_named_as_it_is() -> None:
    needed = {("VoilaConfiguration", "template"): "ours"}
    assert overruled(Config({"VoilaConfiguration": {"template": "ours"}}), needed) == []
    [told] = overruled(Config({"VoilaConfiguration": {"template": "lab"}}), needed)
    assert told == "--VoilaConfiguration.template is set to 'lab', but the course needs its own. Leave it out."
