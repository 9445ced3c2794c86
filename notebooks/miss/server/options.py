"""Voilà's options, held against what the course does with them: one that would do nothing is refused in a sentence.

Voilà accepts every option of its own. Some of them change how it renders a notebook as a page, which it does not do
here: the page is the stored one (``page.py``), and what Voilà renders is a frame that nobody sees.
"""

from typing import Any

from traitlets.config import Config

PAGES = "the pages are the course's own"
RENDERING = "what Voilà renders here is out of sight, and has to be what the page expects"
DEAD = "Voilà itself does nothing with it"
FILES = "the course serves its own files and no others"

# The options that mean nothing here, each with the reason; those of a class by its name.
MEANINGLESS = {
    "VoilaConfiguration": {
        "theme": "each reader chooses light or dark on the page",
        "show_margins": PAGES,
        "strip_sources": PAGES,
        "classic_tree": "the course has a home page in place of the list of notebooks",
        "resources": PAGES,
        "file_allowlist": FILES,
        "file_denylist": FILES,
        "file_whitelist": FILES,
        "file_blacklist": FILES,
        "preheat_kernel": RENDERING,
        "default_pool_size": RENDERING,
        "progressive_rendering": RENDERING,
        "extension_language_mapping": "a page of the course is a notebook in Python",
        "language_kernel_mapping": "a page of the course is a notebook in Python",
    },
    "Voila": {
        "authorizer_class": "whoever may read the course may do all that there is to do in it",
        "static_root": DEAD,
        "mathjax_config": DEAD,
        "mathjax_url": DEAD,
        "prelaunch_hook": RENDERING,
        "template_paths": RENDERING,
        "static_paths": RENDERING,
    },
}
Needed = dict[tuple[str, str], Any]


def meaningless(config: Config) -> list[str]:
    """Say of each option that is set and would do nothing here, why; one sentence each.

    Args:
        config: what was typed, and what stands in the operator's settings, without the course's own.
    """
    return [
        f"{_typed(group, name)} would do nothing: {why}. Leave it out."
        for group, names in MEANINGLESS.items()
        for name, why in names.items()
        if group in config and name in config[group]
    ]


def overruled(config: Config, needed: Needed) -> list[str]:
    """Say which settings that the course needs were set to something else, one sentence each."""
    return [
        f"{_typed(group, name)} is set to {config[group][name]!r}, but the course needs its own. Leave it out."
        for (group, name), value in needed.items()
        if name in config.get(group, {}) and config[group][name] != value
    ]


def _typed(group: str, name: str) -> str:
    return f"--{group}.{name}"
