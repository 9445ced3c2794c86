"""The mark of a section is the course's own, or the package's."""

from pathlib import Path

import pytest
from miss import Course
from miss.errors import ContentError
from miss.web.progress_mark import DEFAULT, progress_mark

from tests.conftest import COURSE

SHAPE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path class="{}" d="M0 0h9v9z"/></svg>'


def test_a_course_has_its_own_mark_or_the_packages(words: Path) -> None:
    own = Course(words.parents[1])
    assert progress_mark(own) == progress_mark(COURSE)
    assets = words.parents[1] / "assets"
    assets.unlink()
    default = progress_mark(own)
    assert default != progress_mark(COURSE) and 'class="full"' in default and DEFAULT.exists()
    assets.mkdir()
    (assets / "progress.svg").write_text(SHAPE.format("shape"), encoding="utf-8")
    mark = progress_mark(own)
    assert mark.count('d="M0 0h9v9z"') == 2
    assert mark.index('class="outline"') < mark.index('class="level"')


def test_a_mark_without_a_shape_is_refused(words: Path) -> None:
    assets = words.parents[1] / "assets"
    assets.unlink()
    assets.mkdir()
    (assets / "progress.svg").write_text(SHAPE.format("other"), encoding="utf-8")
    with pytest.raises(ContentError, match=r'progress\.svg:1: no element has class="shape"; add it to the one that is'):
        progress_mark(Course(words.parents[1]))
