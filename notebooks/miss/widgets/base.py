"""The base class of the widgets: complete HTML, readable without a script, and a custom element in the browser.

Vocabulary: the *element* is the custom element in the page; its *state* is the widget's synced traits;
the *key* identifies a widget within its notebook, so that a page and its kernel refer to the same one.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from ..course import Course, require_course
from ..errors import InvalidValue
from ..render.bundle import bundle
from ..render.environment import render_interaction
from ..render.output import link_notebooks, to_output
from ..render.styles import PRIMITIVES, RESET, THEME, illustration_styles, unlayered
from ..schema.content import Content
from ..schema.interaction import Interaction, Progress, files_of, interactions
from ..schema.placed import Placed
from ..validation import require_choice, require_choices

HERE = Path(__file__).parent
NOTEBOOK = HERE / "notebook.css"
PART_STYLES = ["labels.css", "naming.css", "part_lights.css", "part_told.css"]
PICTURE_STYLES = ["figure.css", "figure_controls.css", *PART_STYLES, "lens.css"]


def element_js(*scripts: Path) -> str:
    """Bundle the modules of an element with those they import, and with the module that anywidget renders."""
    return bundle(*scripts, HERE / "attach.js")


def element_styles(
    course: Course | None, shown: Iterable[Interaction], with_pictures: bool = True
) -> dict[str, list[Path]]:
    """List the style sheets of interactions and of what all of them share, by layer.

    Args:
        course: for the styles of its pictures, if it is known.
        shown: the interactions.
        with_pictures: whether there are pictures among them.
    """
    names = ["lesson.css", "record.css", "layers.css", "stage.css", "stage_in_low_window.css", "scrubber.css"]
    names += PICTURE_STYLES if with_pictures else []
    shown = list(shown)
    return {
        "theme": [THEME],
        "reset": [RESET],
        "primitives": [PRIMITIVES],
        "pictures": illustration_styles(course) if with_pictures else [],
        "elements": [*(HERE / name for name in names), *files_of(shown, "element.css")],
        "print": [
            HERE / "print.css",
            *(illustration_styles(course, "print.css") if with_pictures else []),
            *files_of(shown, "print.css"),
        ],
    }


def element_css(interaction: Interaction, course: Course) -> str:
    """Join the styles of an interaction for JupyterLab, with those that are needed everywhere."""
    everywhere = [each for each in interactions().values() if each.everywhere]
    styles = element_styles(course, [*everywhere, interaction])
    return unlayered(styles | {"elements": [*styles["elements"], NOTEBOOK]})


class LessonWidget(anywidget.AnyWidget):
    """A widget whose HTML is stored in the notebook, and whose traits hold what the student has done.

    A subclass sets the ``kind`` of its interaction, and adds its traits and the methods that change them.
    """

    kind: str
    key = traitlets.Unicode(help="Identifies the widget within its notebook.").tag(sync=True)
    html = traitlets.Unicode(help="The complete element, readable without a script.").tag(sync=True)
    # anywidget reads these traits. They are set per instance, since each course has its own illustrations.
    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)

    def __init__(self, course: Course | None = None, items: Sequence[str] = (), **traits: Any) -> None:
        """Make a widget for an interaction of a course.

        Args:
            course: the course.
            items: the records that it shows, by id, in this order; by default those that sections.yaml names, or all.
            traits: its ``key``, if the course has several of its kind, and its initial state.

        Raises:
            InvalidValue: the course has no such interaction or record, or the widget has no such trait.
        """
        self.course = require_course(course)
        self.content = self.course.content
        for name in traits:
            require_choice("setting", name, ["items", *self._init_traits()], f"of {type(self).__name__}")
        self.placed = self._with_items(items, traits.get("key")) if items else self._find_placed(traits.get("key"))
        self.records: Any = self.placed.records(self.content.records)
        super().__init__(**({"key": self.placed.key} | traits))
        # anywidget keeps one style sheet for each id in a page: one for each look, not one for each class.
        self._anywidget_id += f" {sha256(self._css.encode()).hexdigest()[:8]}"
        self.html = link_notebooks(self._html())

    def _find_placed(self, key: str | None) -> Placed:
        return find_placed(self.content, self.kind, key)

    def _with_items(self, items: Sequence[str], key: str | None) -> Placed:
        """Return the interaction with these items, under a key of its own: no topic need place it."""
        keys = [placed.key for placed in self.content.placed]
        placed = self._find_placed(key if key in keys else None)
        if placed.interaction.initial is None:
            raise InvalidValue(f"{type(self).__name__} shows all of {placed.stem}.yaml. Leave out 'items'.")
        known = [record.id for record in self.content.records[placed.stem]]
        chosen = require_choices("item", items, known)
        return placed._replace(items=chosen, key=key or "-".join([placed.interaction.tag, *chosen]))

    @traitlets.default("_esm")
    def _default_esm(self) -> str:
        return element_js(*self.placed.interaction.scripts)

    @traitlets.default("_css")
    def _default_css(self) -> str:
        return element_css(self.placed.interaction, self.course)

    def _init_traits(self) -> list[str]:
        """List the traits that the constructor accepts; the HTML is rendered, not passed."""
        return [name for name in self.trait_names(sync=True) if name != "html" and not name.startswith("_")]

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Apply an update from the browser. Invalid values are logged and ignored: nobody could handle an exception."""
        update = {name: value for name, value in sync_data.items() if name not in ("key", "html")}
        try:
            super().set_state(update)
        except traitlets.TraitError:
            self._set_valid_traits(update)

    def _set_valid_traits(self, update: dict[str, Any]) -> None:
        for name, value in update.items():
            try:
                super().set_state({name: value})
            except traitlets.TraitError as error:
                self.log.warning("Ignored an invalid value for %s. %s", name, error)

    @property
    def progress(self) -> Progress:
        """How much of the interaction has been done."""
        count = self.placed.interaction.progress
        return count(self.records, self._counted_state()) if count else Progress(0, 0)

    def _counted_state(self) -> dict[str, Any]:
        """Return the state of which progress is counted."""
        return {name: getattr(self, name) for name in self._init_traits() if name != "key"}

    def _html(self) -> str:
        placed = self.placed._replace(key=self.key)
        return render_interaction(self.content, placed)

    def _summary(self) -> str:
        raise NotImplementedError

    def __repr__(self) -> str:
        return self._summary()

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the stored HTML (``text/html``), a summary of the state (``text/plain``) and the widget's view."""
        view = super()._repr_mimebundle_(**kwargs)
        bundle, metadata = view if isinstance(view, tuple) else (view, {})
        html = f'<div class="island" id="{self.key}">\n{self.html}\n</div>'
        stored = {"text/plain": repr(self), "text/html": to_output(html)}
        return {**bundle, **stored}, metadata


def find_placed(content: Content, kind: str, key: str | None) -> Placed:
    """Return the interaction of a kind that has this key; if the course has only one of the kind, any key names it.

    Raises:
        InvalidValue: no topic has an interaction of this kind, or none of several has this key.
    """
    found = {placed.key: placed for placed in content.placed if placed.interaction.kind == kind}
    if not found:
        raise InvalidValue(
            f"No topic of this course has this interaction. Write 'interaction: {{kind: {kind}}}' "
            f"below a topic in {content.folder / 'sections.yaml'}."
        )
    first = next(iter(found.values()))
    if key is None:
        return found.get(first.interaction.tag, first)
    return first if len(found) == 1 else found[require_choice("key", key, found)]
