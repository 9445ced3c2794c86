"""What `make validate` makes of what it is told: the table, the verdict, and what it needs to run."""

import pytest
from miss.errors import CommandError

from tests.conftest import ROOT
from tests.validators import tools
from tests.validators.finding import Allowed, Finding, judge, table

ROW = Allowed("ibm", r"^style_focus_visible \(VIOLATION POTENTIAL\)", "confirmed elsewhere")


def test_every_row_has_its_reason_and_stands_for_itself() -> None:
    rows = table()
    assert rows and all(len(row.why) > 15 for row in rows)
    assert len({(row.validator, row.says) for row in rows}) == len(rows)
    for row in rows:
        assert not row.covers(Finding(row.validator, "", "")), "it would let everything pass"


def test_what_is_not_in_the_table_is_a_fault() -> None:
    allowed = Finding("ibm", "style_focus_visible (VIOLATION POTENTIAL)", "site/index")
    worse = Finding("ibm", "style_focus_visible (VIOLATION FAIL)", "site/index")
    elsewhere = allowed._replace(validator="nu")
    verdict = judge([allowed, worse, allowed, elsewhere], [ROW])
    assert verdict.faults == [worse, elsewhere] and verdict.allowed[ROW] == 2 and not verdict.idle
    assert judge([allowed], [ROW._replace(of='class="skip"')]).faults == [allowed]


def test_a_row_that_nobody_needs_is_told() -> None:
    assert judge([], [ROW]).idle == [ROW]


def test_a_machine_without_java_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    there = {"npm": "/usr/bin/npm", "node": "/usr/bin/node"}
    monkeypatch.setattr("shutil.which", there.get)
    with pytest.raises(CommandError, match=r"needs java\. Install it \(Debian: apt-get install default-jre-headless\)"):
        tools.install()


def test_versions_are_pinned_and_nothing_is_kept() -> None:
    assert all(version[0].isdigit() for version in tools.PACKAGES.values())
    assert {"--no-save", "--no-package-lock"} < set(tools.INSTALL)
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert f"{tools.FOLDER.relative_to(ROOT).parts[0]}/" in ignored
