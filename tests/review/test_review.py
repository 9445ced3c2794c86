"""`miss review`: every record with its hash and who reviewed it; signing writes what was asked, or nothing."""

import csv
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from miss.checks.run import check
from miss.cli import main
from miss.course import Course
from miss.loading.yaml_file import read_yaml

from tests.conftest import COURSE, WORDS, copy_course
from tests.support.changes import entry, replace, write

ROLE = "Nurse educator, spine ward"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the course."""
    return copy_course(tmp_path).folder


def review(folder: Path, *options: str) -> int:
    return main(["review", str(folder), *options])


def reviews(folder: Path) -> Path:
    return folder / "content" / "en" / "reviews.yaml"


def states(folder: Path) -> dict[str, str]:
    return {each.part.name: each.state for each in Course(folder).content.review_states}


def not_open(folder: Path) -> dict[str, str]:
    return {name: state for name, state in states(folder).items() if state != "open"}


def test_lists_every_record_with_its_hash(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(COURSE.folder)]) == 0
    *lines, summary = capsys.readouterr().out.splitlines()
    parts = [each.part for each in COURSE.content.review_states]
    assert [re.split(r" {2,}", line) for line in lines] == [[part.name, part.hash, "not reviewed"] for part in parts]
    assert summary == f"{len(parts)} records: 0 reviewed, 0 changed since, {len(parts)} not reviewed."


def test_signing_lists_what_was_signed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert review(folder, "--sign", "risks/infection", "glossary/spine", "--role", ROLE, "--date", "2026-01-02") == 0
    told = capsys.readouterr().out
    assert re.search(rf"^risks/infection  [0-9a-f]{{12}}  reviewed by {ROLE} on 2026-01-02$", told, re.MULTILINE)
    assert "2 records signed. " in told and "2 reviewed, 0 changed since" in told
    assert not_open(folder) == {"risks/infection": "reviewed", "glossary/spine": "reviewed"}
    [first, second] = read_yaml(reviews(folder)).data  # in the order of the list
    assert first["record"] == "glossary/spine"
    digest = next(each.part.hash for each in COURSE.content.review_states if each.part.name == "risks/infection")
    assert second == {"record": "risks/infection", "hash": digest, "date": date(2026, 1, 2), "role": ROLE}
    assert not check(folder / "content" / "en").errors


def test_a_changed_record_is_unreviewed_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    review(folder, "--sign", "risks", "--role", ROLE)
    replace("risks", "No surgery is free of risk.", "No surgery is without risk.")(folder / "content" / "en")
    capsys.readouterr()
    assert review(folder, "--open") == 0
    told = capsys.readouterr().out
    changed = rf"^risks/infection +[0-9a-f]{{12}}  changed since it was reviewed by {ROLE} on {date.today()}$"
    assert re.search(changed, told, re.MULTILINE)
    assert "risks/bleeding" not in told and "8 reviewed, 1 changed since" in told
    assert review(folder, "--sign", "risks/infection", "--role", "Surgeon") == 0
    assert set(not_open(folder).values()) == {"reviewed"}
    roles = {each["record"]: each["role"] for each in read_yaml(reviews(folder)).data}
    assert (roles["risks/infection"], roles["risks/bleeding"]) == ("Surgeon", ROLE)


@pytest.mark.parametrize(
    ("names", "options", "signed"),
    [
        (["risks"], [], r"risks/.*"),
        (["risks.yaml"], [], r"risks/.*"),
        (["case/ward-bell/"], [], r"case/ward-bell(/.*)?"),
        (["case/ward-bell"], ["--only"], r"case/ward-bell"),
        (["sections/why"], [], r"sections/why(/.*)?"),
        (["case/ward-bell/q122", "case/ward-bell"], [], r"case/ward-bell(/.*)?"),
        (["mrs-t"], [], r"mrs-t(/.*)?"),
    ],
)
def test_a_name_stands_for_all_below_it(names: list[str], options: list[str], signed: str, folder: Path) -> None:
    assert review(folder, *options, "--role", ROLE, "--sign", *names) == 0
    assert set(not_open(folder)) == {name for name in states(folder) if re.fullmatch(signed, name)}


def test_a_table_for_a_spreadsheet(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    review(folder, "--sign", "risks/infection", "--role", ROLE)
    capsys.readouterr()
    assert review(folder, "--format", "csv") == 0
    rows = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert [row["record"] for row in rows] == list(states(folder))
    [signed] = [row for row in rows if row["state"] != "open"]
    assert (signed["record"], signed["role"], signed["date"]) == ("risks/infection", ROLE, str(date.today()))
    assert not [row for row in rows if not re.fullmatch(r"[0-9a-f]{12}", row["hash"])]


REFUSED = {
    "an unknown name": (["--sign", "risks/infektion", "--role", ROLE], r"'risks/infektion'; did you mean risks/inf"),
    "an unknown file": (["--sign", "risk", "--role", ROLE], r"no record 'risk'; did you mean risks"),
    "a name of no record of its own": (["--only", "--sign", "risks", "--role", ROLE], r"there is no record 'risks'"),
    "a known name and an unknown one": (["--sign", "risks", "x9", "--role", ROLE], r"there is no record 'x9'"),
    "no role": (["--sign", "risks"], r"say in which role the words were reviewed, as in --role"),
    "an empty role": (["--sign", "risks", "--role", "  "], r"say in which role the words were reviewed"),
    "a role of two lines": (["--sign", "risks", "--role", "a\nb"], r"the role 'a.b' is no plain text"),
    "a role with HTML": (["--sign", "risks", "--role", "<b>Nurse"], r"the role '<b>Nurse' is no plain text"),
    "half a character": (["--sign", "risks", "--role", "\udc80"], r"is no plain text"),
    "a role without names": (["--role", ROLE], r"name the records, as in `miss review \S+ --sign"),
    "a list and signing": (["--open", "--sign", "risks", "--role", ROLE], r"--open and --format belong to the list"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_refuses(what: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options, message = REFUSED[what]
    before = reviews(folder).read_bytes()
    assert review(folder, *options) == 1
    told = capsys.readouterr()
    assert re.search(f"Nothing was signed: .*{message}", told.err) and not told.out
    assert reviews(folder).read_bytes() == before


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("tomorrow", "'tomorrow' is no day"),
        ("2026-13-45", "is no day"),
        (str(date.today() + timedelta(days=2)), "future"),
    ],
)
def test_refuses_a_day(day: str, message: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = reviews(folder).read_bytes()
    with pytest.raises(SystemExit):
        review(folder, "--sign", "risks", "--role", ROLE, "--date", day)
    assert message in capsys.readouterr().err and reviews(folder).read_bytes() == before


@pytest.mark.parametrize("raw", [b"- record: [", b"- record: risks/infection\n", b"\xff", b"x: 1\n"])
def test_what_cannot_be_read_is_not_overwritten(raw: bytes, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reviews(folder).write_bytes(raw)
    assert review(folder, "--sign", "risks", "--role", ROLE) == 2
    assert re.search(r"reviews\.yaml:\d+: ", capsys.readouterr().err)
    assert reviews(folder).read_bytes() == raw


def test_entries_of_others_are_kept(folder: Path) -> None:
    """Those of records that are no more, too: only somebody who knows can say what became of them."""
    write("reviews", entry("risks/infections") + entry("risks/bleeding"))(folder / "content" / "en")
    nurse = 'Nurse "N" \\ \N{LATIN SMALL LETTER U WITH DIAERESIS}'
    assert review(folder, "--sign", "risks/infection", "--role", nurse) == 0
    entries = {each["record"]: each["role"] for each in read_yaml(reviews(folder)).data}
    assert entries == {"risks/infection": nurse, "risks/bleeding": "Ward nurse", "risks/infections": "Ward nurse"}
    assert not_open(folder) == {"risks/infection": "reviewed", "risks/bleeding": "changed"}


def test_a_course_without_the_file_can_be_signed(folder: Path) -> None:
    reviews(folder).unlink()
    assert review(folder, "--sign", "quiz", "--role", ROLE) == 0
    header = (WORDS / "reviews.yaml").read_text(encoding="utf-8").removesuffix("[]\n")
    assert reviews(folder).read_text(encoding="utf-8").startswith(header)


def test_nobody_has_signed_this_course() -> None:
    """Until somebody has: then this test goes, and the file says who."""
    assert not COURSE.content.reviews
