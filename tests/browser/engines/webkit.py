"""WebKitGTK, driven by its own WebDriver on a screen that nobody sees."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from .engine import HEIGHT, KEYS, WIDTH, Missing

BROWSERS = "/usr/lib/*/webkit2gtk-4*/MiniBrowser"
INSTALL = "WebKit is not here. On Debian: apt-get install webkit2gtk-driver xvfb"
# In a container there is no second sandbox, and no graphics card.
ALONE = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}


class WebKit:
    """One window of the engine that Safari has, too."""

    name = "WebKitGTK"

    def __init__(self) -> None:
        driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
        browser = next(Path("/").glob(BROWSERS[1:]), None)
        if not (driver and screen and browser):
            raise Missing(INSTALL)
        self._show(screen)
        options = Options()
        options.binary_location = str(browser)
        options.add_argument("--automation")
        self.driver = webdriver.WebKitGTK(options=options, service=Service(executable_path=driver))
        self.driver.set_window_size(WIDTH, HEIGHT)
        self.driver.set_script_timeout(30)
        self.version = str(self.driver.capabilities["browserVersion"])

    def _show(self, screen: str) -> None:
        """Start a screen; it tells the number that it has chosen."""
        read, write = os.pipe()
        command = [screen, "-displayfd", str(write), "-screen", "0", "2000x1200x24", "-nolisten", "tcp"]
        self.screen = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            os.environ.update(ALONE, DISPLAY=f":{told.readline().strip()}")

    def open(self, address: str) -> None:
        self.driver.get(address)

    def tell(self, script: str) -> Any:
        answer = "(value) => done(JSON.stringify(value ?? null))"
        whole = f"const done = arguments[0]; Promise.resolve(({script})).then({answer})"
        return json.loads(self.driver.execute_async_script(whole))

    def click(self, selector: str) -> None:
        found = self.driver.find_element(By.CSS_SELECTOR, selector)
        self.driver.execute_script("arguments[0].scrollIntoView({ block: 'center' })", found)  # not under the header
        found.click()

    def press(self, key: str) -> None:
        self.driver.switch_to.active_element.send_keys(KEYS[key])

    def quit(self) -> None:
        self.driver.quit()
        self.screen.terminate()
        self.screen.wait(timeout=30)
