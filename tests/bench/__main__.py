"""Measure everything in one interleaved run: `python -m tests.bench [--rounds 5]`."""

import argparse
import asyncio
import datetime
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
from playwright.sync_api import Browser
from playwright.sync_api import TimeoutError as NotInTime

from tests.browser.chromium import open_chromium
from tests.conftest import ROOT

from .burst import AFTER, burst
from .chart import chart
from .report import document, table
from .results import NAMES, Results
from .servers import Server, all_servers
from .visit import arrive, look, use

# Nothing outside this machine is asked, whatever a page wants.
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
# One visit more or less tells nothing of pages that are there in the time that a busy machine may take away.
LIGHT, ARRIVALS = ("ours", "static", "bare"), 8
Visitor = Callable[[Browser, Server], dict[str, Any]]
BURSTS = ("ours", "stock", "preheated")


def say(text: str) -> None:
    """Show how far the run is."""
    print(f"[{datetime.datetime.now():%H:%M:%S}] {text}", flush=True)


def visit_all(browser: Browser, servers: list[Server], results: Results, rounds: int) -> None:
    """Visit everybody in each round, so that what else the machine does hits all alike."""
    for number in range(1, rounds + 1):
        for server in servers:
            for visitor in (look, use):
                results.add(server.name, _measure(visitor, browser, server))
            say(f"round {number}/{rounds}  {NAMES[server.name]}: {_latest(results, server.name)}")
        for server in [server for server in servers if server.name in LIGHT] * ARRIVALS:
            results.add(server.name, _measure(arrive, browser, server))
        results.visits = number


def _measure(visitor: Visitor, browser: Browser, server: Server) -> dict[str, Any]:
    """Make one visit when its server is at rest; a page that never becomes usable is a result, too."""
    server.wait_until_quiet()
    try:
        return {"unusable": 0, **visitor(browser, server)}
    except NotInTime as late:
        say(f"{NAMES[server.name]}: {late.message.splitlines()[0]}")
        return {"unusable": 1}


def _latest(results: Results, name: str) -> str:
    working = results.values[name].get("working", [])
    return f"a click works after {working[-1]:.0f} ms" if working else "no click works yet"


def visit(servers: list[Server], results: Results, rounds: int) -> None:
    """Visit with a browser, and count the kernels when it has gone."""
    with open_chromium(ALONE) as browser:
        visit_all(browser, servers, results, rounds)
    time.sleep(AFTER)
    results.left = {server.name: server.kernels() for server in servers if server.has_kernels}


def crowd(servers: list[Server], results: Results) -> None:
    """Have thirty visitors come at once, to one server after the other."""
    for server in servers:
        if server.name in BURSTS:
            server.wait_until_quiet()
            found = results.bursts[server.name] = asyncio.run(burst(server))
            say(f"burst of 30  {NAMES[server.name]}: {found.whole} whole, last after {max(found.times):.2f} s")


def machine() -> str:
    """Say what this was measured on, and when."""
    memory = psutil.virtual_memory().total / 2**30
    load = os.getloadavg()[2]
    today = datetime.date.today()
    return f"{os.cpu_count()} processors, {memory:.0f} GB memory, load average {load:.1f}, {today:%d %B %Y}"


def write(results: Results) -> None:
    """Write the report and the picture into build/."""
    folder = ROOT / "build"
    folder.mkdir(exist_ok=True)
    (folder / "bench.md").write_text(document(results, machine()), encoding="utf-8")
    (folder / "bench.svg").write_text(chart(results, machine()), encoding="utf-8")
    print(table(results))
    print("Written: build/bench.md, build/bench.svg")


def main() -> None:
    """Run it all."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how many times everybody is visited")
    rounds = parser.parse_args().rounds
    results = Results()
    with tempfile.TemporaryDirectory() as folder:
        say("starting five servers")
        with all_servers(Path(folder)) as servers:
            visit(servers, results, rounds)
            crowd(servers, results)
    write(results)


if __name__ == "__main__":
    main()
