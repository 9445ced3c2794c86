"""Open a state of a drawing, with the ids of its source."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from miss.render import figures
from playwright.sync_api import Browser

from tests.browser.gallery import still
from tests.conftest import COURSE

from .shapes import Drawn

Open = Callable[[str, str], Drawn]


@contextmanager
def with_ids() -> Iterator[None]:
    """Render drawings as their sources are, with the ids that pages do without."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(figures, "read_svg", lambda file: Path(file).read_text(encoding="utf-8"))
        yield


@pytest.fixture(scope="session")
def drawn(chromium: Browser) -> Iterator[Open]:
    """Return what opens a state, ``drawn("side", "healthy")``; each is measured once."""
    content = COURSE.content
    opened: dict[tuple[str, str], Drawn] = {}
    with chromium.new_page(viewport={"width": 960, "height": 960}, reduced_motion="reduce") as page:

        def open_state(drawing: str, id: str) -> Drawn:
            if (drawing, id) not in opened:
                shown = [figure for figure in content.pictures.figures if figure.drawing == drawing]
                figure, state = next((figure, each) for figure in shown for each in figure.states if each.id == id)
                with with_ids():
                    opened[drawing, id] = Drawn(page, str(still(content, figure, state)))
            return opened[drawing, id]

        yield open_state
