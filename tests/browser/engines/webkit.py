"""WebKitGTK, driven by its own WebDriver on a screen that nobody sees."""

import json
import os
import shutil
import subprocess
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.support.processes import running
from tests.support.waiting import wait_until

from .engine import HEIGHT, KEYS, WIDTH, Engine, Missing

BROWSERS = "/usr/lib/*/webkit2gtk-4*/MiniBrowser"
INSTALL = "WebKit is not here. On Debian: apt-get install webkit2gtk-driver xvfb"
# In a container there is no second sandbox, and no graphics card.
ALONE = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}


class WebKit(Engine):
    """One window of the engine that Safari has, too."""

    name = "WebKitGTK"

    def open(self, parts: ExitStack) -> None:
        driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
        browser = next(Path("/").glob(BROWSERS[1:]), None)
        if not (driver and screen and browser):
            raise Missing(INSTALL)
        options = Options()
        options.binary_location = str(browser)
        options.add_argument("--automation")
        service = Service(executable_path=driver, env=os.environ | ALONE | {"DISPLAY": self._show(screen, parts)})
        parts.callback(service.stop)
        self.driver = parts.enter_context(webdriver.WebKitGTK(options=options, service=service))
        self.driver.set_window_size(WIDTH, HEIGHT)
        self.driver.set_script_timeout(30)
        self.version = str(self.driver.capabilities["browserVersion"])

    def _show(self, screen: str, parts: ExitStack) -> str:
        """Start a screen and give its name; it tells the number that it has chosen."""
        told = Path(parts.enter_context(tempfile.TemporaryDirectory())) / "number"
        with told.open("w") as file:
            number = file.fileno()
            command = [screen, "-displayfd", str(number), "-screen", "0", "2000x1200x24", "-nolisten", "tcp"]
            parts.enter_context(running(command, pass_fds=[number], stderr=subprocess.DEVNULL))
        wait_until(lambda: told.read_text().endswith("\n"), "a screen tells its number")
        return f":{told.read_text().strip()}"

    def go_to(self, address: str) -> None:
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
