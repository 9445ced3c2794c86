"""Find or install Chromium, which prints the handouts; the browser tests drive it, too."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import sync_playwright

# The headless shell takes less time and storage than the whole browser.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
INSTALL_TIMEOUT_S = 600  # for one installation command
INSTALL_COMMANDS = (
    [sys.executable, "-m", "playwright", "install", "chromium"],
    ["apt-get", "install", "-y", "-qq", "chromium-headless-shell"],
    ["apt-get", "install", "-y", "-qq", "chromium"],
)


def find_chromium() -> str | None:
    """Return the path of the system's Chromium, else of Playwright's; None if there is neither."""
    if system := next(filter(None, map(shutil.which, NAMES)), None):
        return system
    with sync_playwright() as playwright:
        downloaded = playwright.chromium.executable_path
    return downloaded if Path(downloaded).exists() else None


def find_or_install() -> str:
    """Return the path of Chromium; without one, try Playwright's download, then Debian's package.

    Raises:
        SystemExit: no Chromium could be installed; the message says how to install one.
    """
    commands = (
        [*INSTALL_COMMANDS, ["apt-get", "update", "-qq"], *INSTALL_COMMANDS[1:]]
        if os.access("/usr/bin", os.W_OK)
        else [INSTALL_COMMANDS[0]]
    )
    for command in commands:
        if path := find_chromium():
            return path
        print("Chromium is not installed; trying:", " ".join(command[-3:]))
        with suppress(OSError, subprocess.TimeoutExpired):  # the program is missing, or hangs
            subprocess.run(command, check=False, timeout=INSTALL_TIMEOUT_S)  # noqa: S603 - constants, above
    if path := find_chromium():
        return path
    raise SystemExit("Chromium is required. Install it (Debian: apt-get install chromium), then run this again.")


if __name__ == "__main__":
    print("Chromium:", find_or_install())
