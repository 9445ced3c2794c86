"""`make validate`: the Nu checker and IBM's engine on every page of site and app, Lighthouse on every section."""

import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from miss.checks.build import load_content
from miss.errors import CommandError
from miss.schema.content import Content
from playwright.sync_api import Browser

from tests.browser.a11y.states import page_names
from tests.browser.chromium import open_chromium
from tests.browser.deliveries import ServedSite
from tests.browser.server import VoilaServer
from tests.conftest import WORDS
from tests.support.web import ask
from tests.validators import ibm, lighthouse, nu
from tests.validators.finding import Finding, judge, table
from tests.validators.tools import install

Served = ServedSite | VoilaServer


def fetched(served: Served, content: Content, folder: Path) -> list[Path]:
    """Write the pages of a delivery to files, as they come over the network; and the page that is not there."""
    folder.mkdir()
    for name in (*page_names(content), "not-there"):
        try:
            body = ask(f"{served.address}{name}.html").body
        except urllib.error.HTTPError as missing:
            if not served.has_kernel:
                continue  # any web server's own page
            body = missing.read()
        (folder / f"{name}.html").write_bytes(body)
    return sorted(folder.iterdir())


def findings(packages: Path, browser: Browser, name: str, served: Served, folder: Path) -> Iterator[Finding]:
    """Run every validator on one delivery."""
    content = load_content(WORDS)
    pages = fetched(served, content, folder)
    print(f"{name}: {len(pages)} pages", flush=True)
    yield from nu.check(packages, name, pages)
    yield from ibm.check(packages, browser, served, name, content)
    for section in content.sections:
        yield from lighthouse.check(packages, name, served.address, f"{section.notebook}.html")


def said_of_all(packages: Path, folder: Path) -> list[Finding]:
    """Serve the course in both ways, and gather what is said of it."""
    with ExitStack() as open_ends:
        browser = open_ends.enter_context(open_chromium())
        said: list[Finding] = []
        for name, serve in (("site", ServedSite), ("app", VoilaServer)):
            (folder / name).mkdir()
            served: Served = open_ends.enter_context(serve(folder / name))
            said += findings(packages, browser, name, served, folder / f"{name}-pages")
    return said


def main() -> int:
    """Say what is said, and count it; 1 where something is said that may not be."""
    try:
        packages = install()
    except CommandError as refused:
        print(refused)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        verdict = judge(said_of_all(packages, Path(folder)), table())
    for row, count in verdict.allowed.most_common():
        print(f"allowed {count:5} times, {row.validator}: {row.says}: {row.why}")
    for row in verdict.idle:
        print(f"nobody says this any more, take it out of may_say.yaml: {row.validator}: {row.says}")
    for finding in verdict.faults:
        print(finding)
    print(f"{len(verdict.faults)} faults; {verdict.allowed.total()} things said that may be, of {len(table())} kinds.")
    return 1 if verdict.faults else 0


if __name__ == "__main__":
    sys.exit(main())
