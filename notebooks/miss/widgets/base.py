"""The base class of the widgets: complete HTML, readable without a script, and a custom element in the browser.

Vocabulary: the *element* is the custom element in the page; its *state* is the widget's synced traits;
the *key* identifies a widget within its notebook, so that a page and its kernel refer to the same one.
"""

import functools
from hashlib import sha256
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from ..course import Course, require_course
from ..render.bundle import join_modules
from ..render.styles import THEME, illustration_styles
from ..validation import require_choice

HERE = Path(__file__).parent

# The modules that an element imports, each after its own imports.
IMPORTS = {
    "condition_selector": ["figure.js"],
    "procedure_slider": ["figure.js"],
    "knowledge_check": ["shuffle.js", "question.js"],
}


def element_files(stem: str) -> list[str]:
    """List the modules of one element, each after its imports."""
    return ["lesson.js", *IMPORTS.get(stem, []), f"{stem}.js"]


@functools.cache
def element_js(stem: str) -> str:
    """Bundle a widget's element with the modules it imports, and with the module that anywidget renders."""
    return join_modules(*(HERE / file for file in element_files(stem)), HERE / "attach.js")


def element_css(stem: str, course: Course) -> str:
    """Concatenate the styles of the theme, of every element, of the course's illustrations, and of the widget."""
    files = (THEME, HERE / "lesson.css", HERE / "figure.css", *illustration_styles(course), HERE / f"{stem}.css")
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


class LessonWidget(anywidget.AnyWidget):
    """A widget whose HTML is stored in the notebook, and whose traits hold what the student has done.

    A subclass sets ``stem``, the name of its files, and adds its traits and the methods that change them.
    """

    stem: str
    key = traitlets.Unicode(help="Identifies the widget within its notebook.").tag(sync=True)
    html = traitlets.Unicode(help="The complete element, readable without a script.").tag(sync=True)
    # anywidget reads these traits. They are set per instance, since each course has its own illustrations.
    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)

    def __init__(self, course: Course | None = None, **traits: Any) -> None:
        self.course = require_course(course)
        self.content = self.course.content
        for name in traits:
            require_choice("setting", name, self._init_traits(), f"of {type(self).__name__}")
        super().__init__(**({"key": self.stem.replace("_", "-")} | traits))
        # anywidget keeps one style sheet for each id in a page: one for each look, not one for each class.
        self._anywidget_id += f" {sha256(self._css.encode()).hexdigest()[:8]}"
        self.html = self._html()

    @traitlets.default("_esm")
    def _default_esm(self) -> str:
        return element_js(self.stem)

    @traitlets.default("_css")
    def _default_css(self) -> str:
        return element_css(self.stem, self.course)

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

    def _html(self) -> str:
        raise NotImplementedError

    def _summary(self) -> str:
        raise NotImplementedError

    def __repr__(self) -> str:
        return self._summary()

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the stored HTML (``text/html``), a summary of the state (``text/plain``) and the widget's view."""
        view = super()._repr_mimebundle_(**kwargs)
        bundle, metadata = view if isinstance(view, tuple) else (view, {})
        stored = {"text/plain": repr(self), "text/html": f'<div class="island" id="{self.key}">\n{self.html}\n</div>'}
        return {**bundle, **stored}, metadata
