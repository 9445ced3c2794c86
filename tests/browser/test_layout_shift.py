"""Nothing moves under a reader by itself: every page's first visit, measured as Lighthouse does it for a phone."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from miss.schema.content import Content
from playwright.sync_api import Browser, Page, expect

from .a11y.states import page_names
from .a11y.test_read_aloud import SYNTHESIZER
from .deliveries import ServedSite
from .server import VoilaServer

GOOD = 0.02  # a fifth of what Web Vitals calls good; a page that shifts has ten times as much
# Lighthouse's phone: a Moto G Power on slow 4G, with a processor four times slower than this one.
PHONE = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75, "is_mobile": True, "has_touch": True}
SLOW_4G = {"offline": False, "latency": 150 * 3.75, "downloadThroughput": 1.6 * 1024 * 1024 / 8 * 0.9,
           "uploadThroughput": 750 * 1024 / 8 * 0.9}  # fmt: skip
OBSERVER = """
window.shifts = [];
const keep = (list) => shifts.push(...list.getEntries().filter((shift) => !shift.hadRecentInput));
window.shiftObserver = new PerformanceObserver(keep);
shiftObserver.observe({ type: "layout-shift", buffered: true });
window.shiftSum = () => {
  keep({ getEntries: () => shiftObserver.takeRecords() });
  return shifts.reduce((sum, shift) => sum + shift.value, 0);
};
"""
# The drawings stand, what was kept from the first look is laid out, and the buttons to read aloud have come.
AT_REST = "html:not(.first-words, .first-look):has(main .read-aloud)"
PAINTED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"


@contextmanager
def phone(chromium: Browser) -> Iterator[Page]:
    """Open Lighthouse's phone, with a voice, which headless Chromium has none of."""
    with chromium.new_context(**PHONE) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.add_init_script(path=SYNTHESIZER)
        page.add_init_script(OBSERVER)
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW_4G)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        yield page


def shifted(page: Page, address: str) -> float:
    """Visit a page for the first time, until it is at rest; give the sum of what moved."""
    page.goto(address)
    page.wait_for_selector(AT_REST, state="attached")
    page.evaluate(PAINTED)
    assert page.evaluate("performance.getEntriesByName('first-contentful-paint').length"), "nothing was painted"
    return float(page.evaluate("shiftSum()"))


def assert_still(chromium: Browser, site: ServedSite, addresses: list[str]) -> None:
    """Visit each of some addresses for the first time: nothing moves."""
    moved = {}
    for address in addresses:
        with phone(chromium) as page:
            moved[address] = shifted(page, site.address + address)
            expect(page.locator("main.course")).to_be_visible()
    assert not {address: value for address, value in moved.items() if value > GOOD}


def test_no_page_moves_under_its_reader(chromium: Browser, site: ServedSite) -> None:
    """One page of each sort: the sections share their frame, and each is visited at one of its places, too."""
    assert_still(chromium, site, ["index.html", "5-check-yourself.html", "keep.html", "glossary.html"])


@pytest.mark.full
def test_none_of_all_pages_moves_under_its_reader(chromium: Browser, site: ServedSite, content: Content) -> None:
    assert_still(chromium, site, [f"{name}.html" for name in page_names(content)])


def places(content: Content) -> list[str]:
    """Addresses of places on pages: parameters with an element's key, a record, a word, a fact, the trainer's view."""
    what, why, how, risks = (section.notebook for section in content.sections[:4])
    return [
        f"{what}.html?operation={content.records['operations'][-1].id}#operation-selector",
        f"{why}.html?condition={content.records['conditions'][-1].id}#condition-selector",
        f"{how}.html?step=4#procedure-slider",
        f"{risks}.html?risk={content.records['risks'][-1].id}",
        f"glossary.html#word-{content.glossary[-1].id}",
        f"sources.html#{content.facts[30].id}",
        f"{why}.html?view=trainer",
        f"{risks}.html?view=trainer",
    ]


def test_no_place_on_a_page_moves_under_its_reader(chromium: Browser, site: ServedSite, content: Content) -> None:
    """One of each sort: a record of three sections, a fact, the trainer's view."""
    _, condition, step, risk, _, fact, trainer, _ = places(content)
    assert_still(chromium, site, [condition, step, risk, fact, trainer])


@pytest.mark.full
def test_none_of_all_places_moves_under_its_reader(chromium: Browser, site: ServedSite, content: Content) -> None:
    assert_still(chromium, site, places(content))


@pytest.mark.parametrize("wait", ["broken", "late"])
def test_a_place_is_shown_without_the_script_that_leads_there(chromium: Browser, site: ServedSite, wait: str) -> None:
    with phone(chromium) as page:
        page.route("**/course.js*", lambda route: route.abort() if wait == "broken" else None)
        page.goto(f"{site.address}4-risks.html?risk=nerve-damage", wait_until="commit")
        expect(page.locator("main.course")).to_be_visible(timeout=30_000)


def test_the_app_moves_no_more(chromium: Browser, voila: VoilaServer, content: Content) -> None:
    with phone(chromium) as page:
        assert shifted(page, f"{voila.address}{content.sections[0].notebook}.html") <= GOOD


def test_a_shift_is_measured(chromium: Browser, site: ServedSite) -> None:
    with phone(chromium) as page:
        shifted(page, f"{site.address}index.html")
        page.evaluate("document.querySelector('main').style.marginTop = '300px'")
        page.evaluate(PAINTED)
        assert float(page.evaluate("shiftSum()")) > GOOD


@pytest.mark.parametrize("page_name", ["1-what-it-is", "sources"])
def test_folded_lists_and_hidden_drawings_come_without_a_script(
    chromium: Browser, site: ServedSite, page_name: str
) -> None:
    """What is kept back on a first visit waits for a script: where none runs, all of it stands there."""
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site.address}{page_name}.html")
        kept_back = page.locator(".page-sources li, .figure-view .stage > svg")
        assert kept_back.count() and not [each for each in kept_back.all() if not each.is_visible()]
