"""Find a Chromium on this machine, or install one: it prints the handouts, and the browser tests drive it."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SECONDS = 600  # for one try
INSTALL = ([sys.executable, "-m", "playwright", "install", "chromium"], ["apt-get", "install", "-y", "-qq", "chromium"])


def find() -> str | None:
    """Give the path of a Chromium: the machine's own, else the one that Playwright keeps."""
    if own := next(filter(None, map(shutil.which, NAMES)), None):
        return own
    with sync_playwright() as playwright:
        kept = playwright.chromium.executable_path
    return kept if Path(kept).exists() else None


def find_or_install() -> str:
    """Give the path of a Chromium; where there is none, try Playwright's download, then Debian's package."""
    tries = [*INSTALL, ["apt-get", "update", "-qq"], INSTALL[1]] if os.access("/usr/bin", os.W_OK) else [INSTALL[0]]
    for command in tries:
        if found := find():
            return found
        print("No Chromium here; trying:", " ".join(command[-3:]))
        with suppress(OSError, subprocess.TimeoutExpired):  # there is no such program, or it stands still
            subprocess.run(command, check=False, timeout=SECONDS)  # noqa: S603 - ours, above
    if found := find():
        return found
    raise SystemExit("Chromium is needed for this. Install it (Debian: apt-get install chromium), then run again.")


if __name__ == "__main__":
    print("Chromium:", find_or_install())
