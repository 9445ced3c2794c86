"""Go through the states of the pages in one setting, and count."""

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
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


# A theme that was chosen on the page would stand against the system's.
DRESS = "theme => { const { dataset } = document.documentElement; if (dataset.theme) dataset.theme = theme; }"


def dress(page: Page, setting: Setting) -> None:
    """Give an open window another theme and width."""
    page.emulate_media(color_scheme=setting.theme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": setting.width, "height": 800})
    page.evaluate(DRESS, setting.theme)


def sweep(
    page: Page,
    tally: Tally,
    walk: Iterable[State],
    within: str | None = None,
    failed: Told = print,
    every: int = 1,
    settings: Sequence[Setting] = (),
) -> None:
    """Walk through the states of the page that is open, and hold each (or every so many) against the rules.

    Args:
        page: the page.
        tally: what counts.
        walk: the states, each reached from the one before.
        within: what is looked at, if not the whole page.
        failed: is told of each violation.
        every: how many states it goes on by.
        settings: those that the states are looked at in by turns, if not in that of the tally alone.
    """
    prepare(page)
    name = page.url.rsplit("/", 1)[-1].partition("?")[0]
    tally.names.add(name)
    turns = itertools.cycle(settings)
    for number, state in enumerate(walk):
        page.evaluate(state.do)
        if number % every:
            continue
        if settings:
            tally.setting = next(turns)
            dress(page, tally.setting)
        page.evaluate(SETTLE)
        verdict = judge(page, within)
        tally.states += 1
        tally.rules |= verdict.rules
        tally.applied |= verdict.applied
        tally.unsure.update(finding.rule for finding in verdict.unsure)
        for finding in verdict.violations:
            tally.violations.append(f"{name}, {state.name}, {tally.setting}: {finding}")
            failed(tally.violations[-1])
