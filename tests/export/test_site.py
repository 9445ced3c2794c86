"""The course as plain files: whole, and without what only a trainer reads."""

from pathlib import Path

import pytest
from miss.cli import main
from miss.loading.walk import walk
from miss.pages.appendix import Appendix
from miss.schema.content import Content
from miss.schema.text import plain

from tests.conftest import COURSE

GUIDE = "trainer-guide.html"


def written(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file() and file.suffix not in (".png", ".ico"))
    return {file.name: file.read_text(encoding="utf-8") for file in files if file.suffix != ".woff2"}


def test_guide_stands_in_the_course(tmp_path: Path, content: Content) -> None:
    main(["site", str(tmp_path / "site")])
    files = written(tmp_path / "site")
    assert f'href="{GUIDE}"' in files["1-what-it-is.html"]
    assert GUIDE in files["offline.js"]
    shown = " ".join(Appendix(COURSE, "guide").guide().html.split())
    texts = [text for part in content.guide for text in part.do]
    assert texts and not [
        text for text in texts if plain(text).replace('"', "&#34;").replace("'", "&#39;") not in shown
    ]


def test_students_get_nothing_of_the_trainers(tmp_path: Path, content: Content) -> None:
    main(["site", "--students", str(tmp_path / "site")])
    files = written(tmp_path / "site")
    assert "1-what-it-is.html" in files
    assert GUIDE not in files and not [name for name, text in files.items() if GUIDE in text]
    of_trainers = [text for record in (content.trainer, content.guide) for _, text in walk(record)
                   if isinstance(text, str) and len(text) > 60]  # fmt: skip
    assert of_trainers
    everything = "\n".join(files.values())
    assert not [text for text in of_trainers if plain(text).replace('"', "&#34;").replace("'", "&#39;") in everything]


def test_an_appendix_that_is_not_there() -> None:
    with pytest.raises(ValueError, match=r"Accepted: .*guide"):
        Appendix(COURSE, "gide")


def test_a_page_carries_the_look_of_what_it_shows(tmp_path: Path) -> None:
    main(["site", str(tmp_path / "site")])
    pages = {name: text for name, text in written(tmp_path / "site").items() if name.endswith(".html")}
    looks = {each: (each,) for each in ("operation-selector", "procedure-slider", "risk-cards", "patient-case")}
    looks[".asked"] = ("knowledge-check", "patient-case")  # both ask questions
    for prefix, elements in looks.items():
        shown = {name for name, text in pages.items() if any(f"<{element} " in text for element in elements)}
        assert shown and len(shown) < len(pages)
        assert {name for name, text in pages.items() if f"\n{prefix} " in text.partition("</style>")[0]} == shown
