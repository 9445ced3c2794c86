"""Open a state of a drawing, with the ids of its source."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from miss.render import figures
from miss.schema.content import Content
from playwright.sync_api import Browser

from tests.browser.gallery import still

from .shapes import Drawn

Open = Callable[[str, str], Drawn]


@pytest.fixture
def drawn(chromium: Browser, content: Content, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Return what opens a state: ``drawn("side", "healthy")``."""
    monkeypatch.setattr(figures, "read_svg", lambda file: Path(file).read_text(encoding="utf-8"))
    with chromium.new_page(viewport={"width": 960, "height": 960}, reduced_motion="reduce") as page:

        def open_state(drawing: str, id: str) -> Drawn:
            shown = [figure for figure in content.pictures.figures if figure.drawing == drawing]
            figure, state = next((figure, each) for figure in shown for each in figure.states if each.id == id)
            return Drawn(page, str(still(content, figure, state)))

        yield open_state
