"""The course as plain files: for students without what only a trainer reads, and for trainers with it."""

import re
from pathlib import Path

import pytest
from miss.cli import main
from miss.loading.walk import walk
from miss.pages.appendix import Appendix
from miss.schema.content import Content
from miss.web.assets import TRAINER_FILES

from tests.conftest import COURSE, ROOT
from tests.support.processes import run

GUIDE = "trainer-guide.html"


def written(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file() and file.suffix not in (".png", ".ico"))
    return {file.name: file.read_text(encoding="utf-8") for file in files if file.suffix != ".woff2"}


def texts_of_trainers(content: Content) -> list[str]:
    """What only trainers read, as it stands in HTML: what is between the marked words, which are buttons there."""
    texts = [text for record in (content.trainer, content.guide) for _, text in walk(record) if isinstance(text, str)]
    parts = [part for text in texts for part in re.split(r"\[\[.*?\]\]", text) if len(part) > 50]
    return [part.replace('"', "&#34;").replace("'", "&#39;") for part in parts]


@pytest.mark.parametrize("typed", [[], ["--students"]])
def test_students_get_nothing_of_the_trainers(tmp_path: Path, content: Content, typed: list[str]) -> None:
    assert main(["site", *typed, str(tmp_path / "site")]) == 0
    files = written(tmp_path / "site")
    assert "1-what-it-is.html" in files and not files.keys() & {GUIDE, *TRAINER_FILES}
    everything = "\n".join(files.values())
    of_trainers = texts_of_trainers(content)
    assert of_trainers and not [text for text in of_trainers if text in everything]
    signs = (GUIDE, *TRAINER_FILES, 'class="for-trainers"', "data-trainer", "?view=", "Question set")
    assert not [sign for sign in signs if sign in everything]


def test_trainers_get_the_whole_course_in_a_folder_of_its_own(copy: Path, content: Content) -> None:
    for typed in ([], ["--trainer"]):
        assert main(["site", *typed, f"--course={copy}"]) == 0
    files = written(copy / "dist" / "trainer-site")
    assert GUIDE in files["offline.js"] and f'href="{GUIDE}"' in files["1-what-it-is.html"]
    assert "trainer.js?v=" in files["offline.js"] and "data-trainer" in files["1-what-it-is.html"]
    assert 'class="for-trainers">Question set' in files["5-check-yourself.html"]
    everything = "\n".join(files.values()).replace('\\"', '"')
    missing = [
        text for text in texts_of_trainers(content) if " ".join(text.split()) not in " ".join(everything.split())
    ]
    assert not missing
    assert not written(copy / "dist" / "site").keys() & {GUIDE, *TRAINER_FILES}


def test_a_site_is_for_students_or_for_trainers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["site", "--students", "--trainer", str(tmp_path / "site")])
    assert "argument --trainer: not allowed with argument --students" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(("variable", "option"), [("TRAINER=1", "--trainer"), ("STUDENTS=1", "--students")])
def test_make_passes_on_whom_the_site_is_for(variable: str, option: str) -> None:
    def typed(*variables: str) -> str:
        ran = run(["make", "-n", "site", *variables, "-o", ".venv/app"], cwd=ROOT)
        return next(line for line in ran.stdout.splitlines() if line.startswith("miss "))

    assert option in typed(variable).split() and option not in typed().split()


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
