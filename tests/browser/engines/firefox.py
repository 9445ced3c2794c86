"""Firefox itself, with no driver between: it speaks WebDriver BiDi, and Selenium has the connection for it."""

import json
import re
import shutil
import subprocess
import tempfile
from typing import Any

from selenium.webdriver.common.bidi.common import command_builder
from selenium.webdriver.remote.websocket_connection import WebSocketConnection

from .engine import HEIGHT, KEYS, WIDTH, Missing

NAMES = ("firefox-esr", "firefox")
INSTALL = "Firefox is not here. On Debian: apt-get install firefox-esr"
LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
SECONDS = 60


class Firefox:
    """One window of Firefox, and a profile that is thrown away."""

    name = "Firefox"

    def __init__(self) -> None:
        found = next(filter(None, map(shutil.which, NAMES)), None)
        if not found:
            raise Missing(INSTALL)
        self.profile = tempfile.mkdtemp()
        command = [found, "--headless", "--no-remote", "--profile", self.profile, "--remote-debugging-port=0"]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        self.line = WebSocketConnection(f"{self._address()}/session", SECONDS, 0.02)
        self.version = str(self._send("session.new", capabilities={})["capabilities"]["browserVersion"])
        # a tab of its own: in the one that is there, the address bar has the focus, and the keys
        self.window = self._send("browsingContext.create", type="tab")["context"]
        self._here("browsingContext.setViewport", viewport={"width": WIDTH, "height": HEIGHT})

    def _address(self) -> str:
        """Read where it listens: it says so when it is ready."""
        for line in self.process.stderr or []:
            if found := LISTENING.search(line):
                return found[1]
        raise Missing("Firefox ended before it listened.")

    def _send(self, method: str, **parameters: Any) -> Any:
        return self.line.execute(command_builder(method, parameters))

    def _here(self, method: str, **parameters: Any) -> Any:
        return self._send(method, context=self.window, **parameters)

    def open(self, address: str) -> None:
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

    def quit(self) -> None:
        self.line.close()
        self.process.terminate()
        self.process.wait(timeout=30)
        shutil.rmtree(self.profile, ignore_errors=True)
