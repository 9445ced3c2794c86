"""Every state of every page in the other engines, and each widget by pointer and by keys."""

import json
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from miss.schema.content import Content

from tests.browser.a11y.axe import HANDS
from tests.browser.a11y.figures import keep_engine
from tests.browser.a11y.layout import LAYOUT
from tests.browser.a11y.states import page_names, walk
from tests.browser.deliveries import ServedSite
from tests.browser.engines.engine import Engine, Missing
from tests.browser.engines.firefox import Firefox
from tests.browser.engines.webkit import WebKit
from tests.browser.moment_bar import NEXT

pytestmark = pytest.mark.engines

# What goes wrong in a page is kept, for a walk to ask for; the page's own first script has run by then.
WATCH = "(() => { window.wrong = []; addEventListener('error', (e) => wrong.push(e.message)); })()"
# What is below the window is laid out when the page is at rest.
AT_REST = """new Promise((done) => {
  const look = () => document.documentElement.classList.contains("first-look") ? setTimeout(look, 50) : done();
  look();
})"""


@pytest.fixture(scope="module", params=[WebKit, Firefox], ids=["webkit", "firefox"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with ExitStack() as opened:
        try:
            started: Engine = opened.enter_context(request.param())
        except Missing as missing:
            pytest.skip(str(missing))
        yield started


def open_page(engine: Engine, site: ServedSite, name: str) -> None:
    engine.go_to(f"{site.address}{name}.html")
    engine.tell("localStorage.clear()")
    engine.go_to(f"{site.address}{name}.html")
    engine.tell(WATCH)
    engine.tell(AT_REST)
    engine.tell(f"new Function({json.dumps(HANDS.read_text(encoding='utf-8'))})()")


def shown(engine: Engine, selector: str) -> int:
    """Count what is seen."""
    script = f"[...document.querySelectorAll({json.dumps(selector)})].filter((e) => e.checkVisibility()).length"
    return int(engine.tell(script))


def test_every_state(engine: Engine, site: ServedSite, content: Content) -> None:
    states = 0
    found: dict[str, str] = {}
    for name in page_names(content):
        open_page(engine, site, name)
        for state in walk(content, name):
            engine.tell(f"(() => {{ {state.do} }})()")
            states += 1
            for fault in [*engine.tell("wrong.splice(0)"), *engine.tell(f"({LAYOUT})([24, true])")]:
                found.setdefault(f"{name}: {fault}", state.name)
    assert states > 300 and not found
    keep_engine(engine.name, engine.version, states)


def test_conditions_by_pointer_and_keys(engine: Engine, site: ServedSite, content: Content) -> None:
    open_page(engine, site, "2-why-it-is-done")
    engine.click(".choices label:nth-of-type(3)")
    assert shown(engine, "condition-selector .entry") == 1
    opened = "document.querySelector('condition-selector .entry[data-open]').dataset.id"
    assert engine.tell(opened) == content.records["conditions"][2].id
    engine.press("ArrowDown")
    assert engine.tell(opened) == content.records["conditions"][3].id
    assert engine.tell("document.querySelector('condition-selector .status').textContent") == (
        f"{content.records['conditions'][3].name} is shown."
    )


def test_steps_by_pointer_and_keys(engine: Engine, site: ServedSite, content: Content) -> None:
    open_page(engine, site, "3-how-it-is-done")
    engine.tell("document.querySelector('procedure-slider').forward()")
    value = "document.querySelector('procedure-slider [type=range]').getAttribute('aria-valuetext')"
    assert (
        engine.tell(value)
        == f"Step 2 of {len(content.records['procedure'].steps)}: {content.records['procedure'].steps[1].name}"
    )
    engine.tell("document.querySelector('procedure-slider [type=range]').focus()")
    engine.press("ArrowRight")
    assert (
        engine.tell(value)
        == f"Step 3 of {len(content.records['procedure'].steps)}: {content.records['procedure'].steps[2].name}"
    )
    assert shown(engine, "procedure-slider .steps > .entry") == 1


def test_cards_by_pointer_and_keys(engine: Engine, site: ServedSite) -> None:
    open_page(engine, site, "4-risks")
    engine.click(".card .reveal")
    assert shown(engine, ".card .back > .bubble") == 1
    engine.press("Enter")
    assert shown(engine, ".card .back > .bubble") == 0
    engine.click(".card .guess")
    engine.click(".card .guesses label")
    engine.click(".card .show")
    assert shown(engine, ".card .back > .bubble") == 1 and shown(engine, ".card .guess-option .verdict") > 0


def test_questions_by_pointer_and_keys(engine: Engine, site: ServedSite) -> None:
    open_page(engine, site, "5-check-yourself")
    engine.click("form.start button")
    assert shown(engine, "knowledge-check .item") == 1
    assert engine.tell("document.activeElement.tagName") == "LEGEND"
    single = "document.querySelector('.item[data-open]').dataset.kind !== 'order'"
    while not engine.tell(single):
        engine.click(NEXT)
    engine.click(".item[data-open] .option label")
    engine.click(".item[data-open] .check")
    assert engine.tell("document.activeElement.className").startswith("result")
    engine.press("Tab")
    assert engine.tell("getComputedStyle(document.activeElement).outlineStyle") in ("solid", "auto")


def test_what_was_done_is_there_again(engine: Engine, site: ServedSite) -> None:
    open_page(engine, site, "4-risks")
    engine.click(".card .reveal")
    engine.go_to(f"{site.address}4-risks.html")
    assert shown(engine, ".card .back > .bubble") == 1
