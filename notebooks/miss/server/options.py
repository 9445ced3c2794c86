"""Validation of Voilà's options: those without effect here, or in conflict with the course, are refused with a reason.

Voilà accepts every option of its own. Some of them change how it renders a notebook as a page, which it does not do
here: pages are rendered from the stored output (``web/frame.py``), and Voilà renders only the hidden kernel frame.
"""

from typing import Any

from traitlets.config import Config

OWN_PAGES = "the pages are the course's own"
HIDDEN_FRAME = "Voilà renders only a hidden frame here, whose content the page depends on"
UNUSED = "Voilà itself does not use it"
OWN_FILES = "the course serves its own files and no others"

# The options without effect here, by class, each with the reason.
UNSUPPORTED = {
    "VoilaConfiguration": {
        "theme": "each reader chooses light or dark on the page",
        "show_margins": OWN_PAGES,
        "strip_sources": OWN_PAGES,
        "classic_tree": "the course has a home page in place of the list of notebooks",
        "resources": OWN_PAGES,
        "file_allowlist": OWN_FILES,
        "file_denylist": OWN_FILES,
        "file_whitelist": OWN_FILES,
        "file_blacklist": OWN_FILES,
        "preheat_kernel": HIDDEN_FRAME,
        "default_pool_size": HIDDEN_FRAME,
        "progressive_rendering": HIDDEN_FRAME,
        "extension_language_mapping": "a page of the course is a notebook in Python",
        "language_kernel_mapping": "a page of the course is a notebook in Python",
    },
    "Voila": {
        "authorizer_class": "every reader of the course has the same permissions",
        "static_root": UNUSED,
        "mathjax_config": UNUSED,
        "mathjax_url": UNUSED,
        "prelaunch_hook": HIDDEN_FRAME,
        "template_paths": HIDDEN_FRAME,
        "static_paths": HIDDEN_FRAME,
    },
}
RequiredOptions = dict[tuple[str, str], Any]  # by class and trait


def unsupported_options(config: Config) -> list[str]:
    """Return one sentence for each configured option that would have no effect here.

    Args:
        config: the command line and the operator's configuration files, without the course's own settings.
    """
    return [
        f"{_option(group, name)} would do nothing: {reason}. Leave it out."
        for group, reasons in UNSUPPORTED.items()
        for name, reason in reasons.items()
        if group in config and name in config[group]
    ]


def conflicting_options(config: Config, required: RequiredOptions) -> list[str]:
    """Return one sentence for each option that the course requires and that was set to another value."""
    return [
        f"{_option(group, name)} is set to {config[group][name]!r}, but the course needs its own. Leave it out."
        for (group, name), value in required.items()
        if name in config.get(group, {}) and config[group][name] != value
    ]


def _option(group: str, name: str) -> str:
    return f"--{group}.{name}"
