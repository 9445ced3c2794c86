"""The templates of interactions and of item kinds, from wherever these are declared: that need not be this package.

``<kind>/<file>`` is a file in the folder of an interaction, ``items/<kind>/<file>`` one in the folder of an item kind.
"""

from collections.abc import Callable
from pathlib import Path

import jinja2

from ..schema.interaction import interactions
from ..schema.item_kind import item_kinds


class KindTemplates(jinja2.BaseLoader):
    """Loads a template from the folder of the kind that its name begins with."""

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Return the source of a template, its path, and whether it is current.

        Raises:
            TemplateNotFound: no kind has this template.
        """
        folder, file = _find(template)
        if folder is None:
            raise jinja2.TemplateNotFound(template)
        return jinja2.FileSystemLoader(folder).get_source(environment, file)


def _find(template: str) -> tuple[Path | None, str]:
    """Return the folder that a template is in, if its kind is registered, and the file's name there."""
    kind, _, file = template.partition("/")
    if kind == "items":
        kind, _, file = file.partition("/")
        return (item_kinds()[kind].folder if kind in item_kinds() else None), file
    return (interactions()[kind].folder if kind in interactions() else None), file
