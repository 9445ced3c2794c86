"""What the four widgets share: whole HTML that reads without a script, and an element that lives in the browser.

Vocabulary: the *element* is the custom element in the page; its *state* is the widget's synced traits;
the *key* names one widget in one notebook, so that a page and its kernel mean the same thing.
"""

import functools
from hashlib import sha256
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from ..course import Course, require_course
from ..render.bundle import join_modules
from ..render.styles import THEME, picture_styles
from ..validation import require_choice

HERE = Path(__file__).parent

# What an element's module imports, in the order that joining needs.
IMPORTS = {
    "condition_selector": ["figure.js"],
    "procedure_slider": ["figure.js"],
    "knowledge_check": ["draw.js", "question.js"],
}


def element_files(stem: str) -> list[str]:
    """List the modules that make up one element, each after what it imports."""
    return ["lesson.js", *IMPORTS.get(stem, []), f"{stem}.js"]


@functools.cache
def script(stem: str) -> str:
    """Join a widget's element with what every element shares and with the side that meets the kernel."""
    return join_modules(*(HERE / file for file in element_files(stem)), HERE / "attach.js")


def style(stem: str, course: Course) -> str:
    """Join the theme, what every element shares, the look of the course's pictures, and the widget's own."""
    files = (THEME, HERE / "lesson.css", HERE / "figure.css", *picture_styles(course), HERE / f"{stem}.css")
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


class LessonWidget(anywidget.AnyWidget):
    """A widget whose stored HTML is the page, and whose traits are what the student has done.

    A subclass names its file ``stem``, and adds its traits and the methods that change them.
    """

    stem: str
    key = traitlets.Unicode(help="Which widget of the page this is.").tag(sync=True)
    html = traitlets.Unicode(help="The whole element, readable without a script.").tag(sync=True)
    # anywidget takes these names; made with the widget, since each course has its own pictures.
    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)

    def __init__(self, course: Course | None = None, **traits: Any) -> None:
        self.course = require_course(course)
        self.content = self.course.content
        for name in traits:
            require_choice("setting", name, self._settings(), f"of {type(self).__name__}")
        super().__init__(**({"key": self.stem.replace("_", "-")} | traits))
        # anywidget keeps one style sheet for each id in a page: one for each look, not one for each class.
        self._anywidget_id += f" {sha256(self._css.encode()).hexdigest()[:8]}"
        self.html = self._html()

    @traitlets.default("_esm")
    def _default_esm(self) -> str:
        return script(self.stem)

    @traitlets.default("_css")
    def _default_css(self) -> str:
        return style(self.stem, self.course)

    def _settings(self) -> list[str]:
        """Name what can be set when a widget is made; its HTML is made here."""
        return [name for name in self.trait_names(sync=True) if name != "html" and not name.startswith("_")]

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Take what a browser sends; what is not accepted of it is left out, since nobody typed it here."""
        sent = {name: value for name, value in sync_data.items() if name not in ("key", "html")}
        try:
            super().set_state(sent)
        except traitlets.TraitError:
            self._set_one_by_one(sent)

    def _set_one_by_one(self, sent: dict[str, Any]) -> None:
        for name, value in sent.items():
            try:
                super().set_state({name: value})
            except traitlets.TraitError as error:
                self.log.warning("%s stays as it was. %s", name, error)

    def _html(self) -> str:
        raise NotImplementedError

    def _summary(self) -> str:
        raise NotImplementedError

    def __repr__(self) -> str:
        return self._summary()

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """Give the stored page (``text/html``), a line about the state (``text/plain``) and the live view."""
        made = super()._repr_mimebundle_(**kwargs)
        bundle, metadata = made if isinstance(made, tuple) else (made, {})
        stored = {"text/plain": repr(self), "text/html": f'<div class="island" id="{self.key}">\n{self.html}\n</div>'}
        return {**bundle, **stored}, metadata
