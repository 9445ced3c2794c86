"""The package as a wheel, in an environment of its own, as somebody has it who never saw the repository."""

import os
import sys
import sysconfig
from pathlib import Path
from subprocess import CompletedProcess

from tests.conftest import ROOT
from tests.support.processes import run

from .server import MissServer

PIP = ("-m", "pip", "--disable-pip-version-check")


class Environment:
    """A virtual environment with the wheel.

    Its dependencies are those of this environment, or its own, which takes a package index. The repository is not
    on its path: this environment names it in a .pth file, and Python reads none in a folder that another one names.
    """

    def __init__(self, folder: Path, own_dependencies: bool) -> None:
        self.programs = folder / "venv" / "bin"
        self.python = str(self.programs / "python")
        (wheel,) = _build(folder / "wheel")
        _succeed([sys.executable, "-m", "venv", str(folder / "venv")])
        _succeed([self.python, *PIP, "install", *([] if own_dependencies else ["--no-deps"]), str(wheel)])
        self.variables = {name: text for name, text in os.environ.items() if not name.startswith(("MISS_", "PYTHON"))}
        if not own_dependencies:
            asked = _succeed([self.python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"])
            Path(asked.stdout.strip(), "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
            self.variables["JUPYTER_PATH"] = str(Path(sys.prefix, "share", "jupyter"))

    def miss(self, *arguments: str | Path, folder: Path) -> CompletedProcess[str]:
        """Run the wheel's command in a folder."""
        command = [str(self.programs / "miss"), *map(str, arguments)]
        return run(command, cwd=folder, env=self.variables)


class WheelServer(MissServer):
    """A course as the wheel's command serves it."""

    def __init__(self, folder: Path, installed: Environment, course: Path) -> None:
        super().__init__(folder, root=course)
        self.programs, self.variables = installed.programs, installed.variables


def _build(folder: Path) -> list[Path]:
    _succeed(
        [sys.executable, *PIP, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)]
    )
    return list(folder.glob("*.whl"))


def _succeed(command: list[str]) -> CompletedProcess[str]:
    ran = run(command, cwd="/")
    assert ran.returncode == 0, ran.stderr
    return ran
