"""Broken words give one clear sentence each, with file, line and reason, and nothing is overwritten."""

import re
from pathlib import Path

import pytest
from miss.checks.registry import all_rules
from miss.cli import main
from miss.errors import Problem

from tests.loading.broken_content import BROKEN

WHY = {"form": (Problem.why, "error")} | {rule.name: (rule.why, rule.level) for rule in all_rules()}


def test_every_rule_has_a_case() -> None:
    assert BROKEN.keys() == WHY.keys() and all(BROKEN.values())


@pytest.mark.parametrize(("rule", "case"), [(rule, case) for rule, cases in BROKEN.items() for case in cases])
def test_says_what_to_mend_and_why(rule: str, case: str, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    breaking, message = BROKEN[rule][case]
    why, level = WHY[rule]
    breaking(course)
    before = {file: file.read_bytes() for file in course.glob("*")}

    status = main(["check", str(course)])

    out, err = capsys.readouterr()
    assert re.search(rf"(?:{message}).*\n(?: +Line \d+: .*\n)? +Why: {re.escape(why)}", out + err), out + err
    assert status == (2 if level == "error" else 0)
    assert not (out and err) and "Traceback" not in err
    assert {file: file.read_bytes() for file in course.glob("*")} == before


def test_tells_all_files_at_once(words: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for case in ("an empty file", "an unknown key", "a missing file"):
        BROKEN["form"][case][0](words)
    main(["check", str(words)])
    err = capsys.readouterr().err
    assert all(stem in err for stem in ("risks.yaml", "conditions.yaml", "glossary.yaml"))


def test_accepts_the_course(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert "files checked: no errors" in capsys.readouterr().out
