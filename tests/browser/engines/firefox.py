"""Firefox itself, with no driver between: it speaks WebDriver BiDi, and Selenium has the connection for it."""

import json
import re
import shutil
import subprocess
import tempfile
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

from selenium.webdriver.common.bidi.common import command_builder
from selenium.webdriver.remote.websocket_connection import WebSocketConnection

from tests.support.processes import running
from tests.support.waiting import wait_until

from .engine import HEIGHT, KEYS, WIDTH, Engine, Missing

NAMES = ("firefox-esr", "firefox")
INSTALL = "Firefox is not here. On Debian: apt-get install firefox-esr"
LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
SECONDS = 60


class Firefox(Engine):
    """One window of Firefox, and a profile that is thrown away."""

    name = "Firefox"

    def open(self, parts: ExitStack) -> None:
        found = next(filter(None, map(shutil.which, NAMES)), None)
        if not found:
            raise Missing(INSTALL)
        profile = parts.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        self.told = Path(profile) / "stderr"
        command = [found, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"]
        log = parts.enter_context(self.told.open("w"))
        self.process = parts.enter_context(running(command, stderr=log, stdout=subprocess.DEVNULL))
        address = wait_until(self._address, "Firefox says where it listens")
        self.line = parts.enter_context(closing(WebSocketConnection(f"{address}/session", SECONDS, 0.02)))
        self.version = str(self._send("session.new", capabilities={})["capabilities"]["browserVersion"])
        # a tab of its own: in the one that is there, the address bar has the focus, and the keys
        self.window = self._send("browsingContext.create", type="tab")["context"]
        self._here("browsingContext.setViewport", viewport={"width": WIDTH, "height": HEIGHT})

    def _address(self) -> str | None:
        """Read where it listens: it says so when it is ready."""
        assert self.process.poll() is None, self.told.read_text()
        found = LISTENING.search(self.told.read_text())
        return found and found[1]

    def _send(self, method: str, **parameters: Any) -> Any:
        return self.line.execute(command_builder(method, parameters))

    def _here(self, method: str, **parameters: Any) -> Any:
        return self._send(method, context=self.window, **parameters)

    def go_to(self, address: str) -> None:
        self._here("browsingContext.navigate", url=address, wait="complete")

    def tell(self, script: str) -> Any:
        whole = f"Promise.resolve(({script})).then((value) => JSON.stringify(value ?? null))"
        answer = self._send("script.evaluate", expression=whole, target={"context": self.window}, awaitPromise=True)
        if answer["type"] != "success":
            raise AssertionError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def click(self, selector: str) -> None:
        x, y = self.tell(f"""(() => {{
          const found = document.querySelector({json.dumps(selector)});
          found.scrollIntoView({{ block: "center" }});
          const {{ x, y, width, height }} = found.getBoundingClientRect();
          return [Math.round(x + width / 2), Math.round(y + height / 2)];
        }})()""")
        steps = [{"type": "pointerMove", "x": x, "y": y}, {"type": "pointerDown", "button": 0}]
        steps += [{"type": "pointerUp", "button": 0}]
        self._here("input.performActions", actions=[{"type": "pointer", "id": "mouse", "actions": steps}])

    def press(self, key: str) -> None:
        steps = [{"type": "keyDown", "value": KEYS[key]}, {"type": "keyUp", "value": KEYS[key]}]
        self._here("input.performActions", actions=[{"type": "key", "id": "keys", "actions": steps}])
