"""The real app: `voila notebooks/` in a process of its own, with real kernels that a test may look into."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from jupyter_client import BlockingKernelClient

from tests.conftest import ROOT


def free_port() -> int:
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        return int(opened.getsockname()[1])


class VoilaServer:
    """Voilà as a trainer would start it; `address` ends with a slash."""

    has_kernel = True
    command: tuple[str, ...] = ("voila", "notebooks/", "--no-browser")

    def __init__(self, folder: Path, *options: str, root: Path = ROOT) -> None:
        self.folder, self.root, self.options = folder, root, options
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}/"
        self.start()

    def typed(self) -> list[str]:
        """The command that starts it."""
        program, *arguments = self.command
        named = [str(Path(sys.executable).parent / program), *arguments, f"--port={self.port}"]
        return [*named, "--Voila.ip=127.0.0.1", f"--Voila.connection_dir_root={self.folder}", *self.options]

    def start(self) -> None:
        environment = os.environ | {"JUPYTER_PREFER_ENV_PATH": "1"}
        self.log = (self.folder / "voila.log").open("a")
        self.process = subprocess.Popen(
            self.typed(), cwd=self.root, env=environment, stdout=self.log, stderr=subprocess.STDOUT
        )
        self._wait_until_it_answers()

    def _wait_until_it_answers(self) -> None:
        for _ in range(600):
            try:
                urllib.request.urlopen(self.address, timeout=5).read()  # noqa: S310
                return
            except OSError:
                assert self.process.poll() is None, (self.folder / "voila.log").read_text()
                time.sleep(0.1)
        raise AssertionError("Voilà did not answer")

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=60)
        self.log.close()

    def kernels(self) -> list[Path]:
        """The connection files of the kernels that live now, the newest last."""
        return sorted(self.folder.glob("voila_*/kernel-*.json"), key=lambda file: file.stat().st_mtime)

    def run(self, code: str) -> str:
        """Run a line in the newest kernel and give what it prints."""
        client = BlockingKernelClient(connection_file=str(self.kernels()[-1]))
        client.load_connection_file()
        client.start_channels(hb=False)  # whose thread a quick answer would overtake
        printed: list[str] = []

        def keep(message: dict) -> None:  # type: ignore[type-arg]
            if message["msg_type"] in ("stream", "error"):
                printed.append(message["content"].get("text") or message["content"]["evalue"])

        client.execute_interactive(code, output_hook=keep, timeout=60)
        client.stop_channels()
        return re.sub(r"\x1b\[[0-9;]*m", "", "".join(printed)).strip()


class MissServer(VoilaServer):
    """The course as its author serves it."""

    command = ("miss", "serve")


class WatchingServer(VoilaServer):
    """The course as its author serves it while editing the words."""

    command = ("miss", "serve", "--watch")
