"""`make attack`: send every input to a server that has just been started, and count what held."""

import sys
import tempfile
from pathlib import Path

from tests.browser.server import VoilaServer

from .inputs import attacks
from .send import failures

if __name__ == "__main__":
    inputs = list(attacks())
    with tempfile.TemporaryDirectory() as folder, VoilaServer(Path(folder)) as server:
        wrong = failures(server.address, inputs)
        kernels = len(server.kernels())
    for line in wrong:
        print(line)
    print(f"{len(inputs)} inputs sent: {len(wrong)} got what they should not have, {kernels} kernels were left.")
    sys.exit(bool(wrong or kernels))
