"""Where no Chromium can be had, a sentence says what to do, however the tries to install one end."""

import sys

import pytest
from miss.export import chromium

FAILING = {
    "no such program": ["/no/such/program"],
    "one that fails": [sys.executable, "-c", "raise SystemExit(1)"],
    "one that stands still": [sys.executable, "-c", "import time; time.sleep(600)"],
}


@pytest.mark.parametrize("way", FAILING)
def test_no_chromium_is_told_in_a_sentence(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "find_chromium", lambda: None)
    monkeypatch.setattr(chromium, "INSTALL_TIMEOUT_S", 1)
    monkeypatch.setattr(chromium, "INSTALL_COMMANDS", (FAILING[way], FAILING[way]))
    monkeypatch.setattr(chromium.os, "access", lambda *_: False)  # or it would ask this machine's own package manager
    with pytest.raises(SystemExit, match="Install it"):
        chromium.find_or_install()
