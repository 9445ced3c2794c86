"""The suite itself: what its servers need not load is not loaded."""

import sys

from tests.support.processes import run


def test_no_grammar_is_compiled_when_a_server_starts() -> None:
    ran = run([sys.executable, "-c", "import jupyter_events.logger, sys; print('lark' in sys.modules)"])
    assert (ran.returncode, ran.stdout) == (0, "False\n"), ran.stderr
