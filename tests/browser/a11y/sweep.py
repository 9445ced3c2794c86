"""Go through the states of the pages in one setting, and count."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from .axe import judge, prepare
from .hands import State

# What the page does after its next frame is done; then up: what is half under the header only needs scrolling.
SETTLE = """new Promise((done) => requestAnimationFrame(() => setTimeout(() => setTimeout(done))))
  .then(() => scrollTo(0, 0))"""
VOICE = Path(__file__).parent / "synthesizer.js"
Told = Callable[[str], Any]


@dataclass(frozen=True)
class Setting:
    """How the states are looked at."""

    delivery: str
    theme: str
    width: int


@dataclass
class Tally:
    """What was looked at in one setting, and what was found."""

    setting: Setting
    names: set[str] = field(default_factory=set)
    states: int = 0
    rules: set[str] = field(default_factory=set)
    applied: set[str] = field(default_factory=set)
    violations: list[str] = field(default_factory=list)
    unsure: Counter[str] = field(default_factory=Counter)

    @property
    def pages(self) -> int:
        """How many pages the states belong to."""
        return len(self.names)

    def __str__(self) -> str:
        s = self.setting
        counts = f"{self.pages} pages, {self.states} states, {len(self.violations)} violations"
        unsure = ", ".join(f"{rule} {count}" for rule, count in self.unsure.items())
        return f"{s.delivery:9} {s.theme:5} {s.width:4} px: {counts}; not for axe to tell: {unsure or 'nothing'}"

    def as_data(self) -> dict[str, Any]:
        counts = {"pages": self.pages, "states": self.states, "violations": len(self.violations)}
        return {**vars(self.setting), **counts, "unsure": sum(self.unsure.values())}


@contextmanager
def window(browser: Browser, setting: Setting) -> Iterator[Page]:
    """Open a window of the setting's theme and width, with nothing moving."""
    with browser.new_context(
        viewport={"width": setting.width, "height": 800},
        color_scheme=setting.theme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    ) as context:
        context.set_default_timeout(90_000)
        context.add_init_script(path=VOICE)  # a headless Chromium has none, and the page would leave out its buttons
        yield context.new_page()


def sweep(
    page: Page, tally: Tally, walk: Iterable[State], within: str | None = None, failed: Told = print, every: int = 1
) -> None:
    """Walk through the states of the page that is open, and hold each (or every so many) against the rules."""
    prepare(page)
    name = page.url.rsplit("/", 1)[-1].partition("?")[0]
    tally.names.add(name)
    for number, state in enumerate(walk):
        page.evaluate(state.do)
        if number % every:
            continue
        page.evaluate(SETTLE)
        verdict = judge(page, within)
        tally.states += 1
        tally.rules |= verdict.rules
        tally.applied |= verdict.applied
        tally.unsure.update(finding.rule for finding in verdict.unsure)
        for finding in verdict.violations:
            tally.violations.append(f"{name}, {state.name}, {tally.setting}: {finding}")
            failed(tally.violations[-1])
