"""IBM's Equal Access engine, put into a page and run in some of its states."""

from collections.abc import Iterator
from pathlib import Path

from miss.schema.content import Content
from playwright.sync_api import Browser, expect

from tests.browser.a11y.axe import prepare
from tests.browser.a11y.states import page_names, walk
from tests.browser.a11y.sweep import SETTLE, Setting, window
from tests.browser.deliveries import FileSite
from tests.browser.server import VoilaServer
from tests.validators.finding import Finding

CHECK = """async () => {
  const report = await new ace.Checker().check(document, ["IBM_Accessibility", "WCAG_2_2"]);
  const said = report.results.filter(({ value }) => value[1] !== "PASS");
  return said.map(({ ruleId, value, message, snippet }) => [`${ruleId} (${value.join(" ")})`, `${message} ${snippet}`]);
}"""


def check(
    packages: Path, browser: Browser, delivery: FileSite | VoilaServer, name: str, content: Content
) -> Iterator[Finding]:
    """Check every page of a delivery."""
    engine = (packages / "accessibility-checker-engine" / "ace.js").read_text(encoding="utf-8")
    for page_name in page_names(content):
        states = list(walk(content, page_name))
        looked_at = {
            0,
            len(states) // 2,
            len(states) - 1,
        }  # as it opens, in the middle of all that can be done, after it
        with window(browser, Setting(name, "light", 1280)) as page:
            page.goto(f"{delivery.address}{page_name}.html")
            page.locator("p.read-aloud").first.wait_for(state="attached")
            if delivery.has_kernel:
                widgets = page.locator("main .island").count()
                expect(page.locator("main [data-attached]")).to_have_count(widgets, timeout=90_000)
            prepare(page)
            page.evaluate(f"{engine}; window.ace = ace")
            for number, state in enumerate(states):
                page.evaluate(state.do)
                if number in looked_at:
                    page.evaluate(SETTLE)
                    for says, of in page.evaluate(CHECK):
                        yield Finding("ibm", says, f"{name}/{page_name}, {state.name}", of)
