"""A part of the sweep, for every run of the tests; `make a11y` looks at all of it. And faults that it must find."""

import pytest
from miss.schema.content import Content
from playwright.sync_api import Browser, Page

from tests.browser.a11y.axe import judge, prepare
from tests.browser.a11y.places import VIEWS, sweep_view
from tests.browser.a11y.states import page_names, walk
from tests.browser.a11y.sweep import Setting, Tally, sweep, window
from tests.browser.deliveries import ServedSite

PARTS = 3  # a walk goes through all its states; axe looks at the first, the last, and two between
SETTINGS = [Setting("site", theme, width) for theme, width in (("light", 320), ("dark", 1280), ("dark", 320))]
SETTINGS.append(Setting("site", "light", 1280))


def test_no_rule_is_broken(chromium: Browser, site: ServedSite, content: Content) -> None:
    """Each page in its states in turn in each setting; the next page begins with the next setting."""
    tally = Tally(SETTINGS[0])
    for number, name in enumerate(page_names(content)):
        states, first = list(walk(content, name)), number % len(SETTINGS)
        with window(chromium, SETTINGS[first]) as page:
            page.goto(f"{site.address}{name}.html")
            page.locator("p.read-aloud").first.wait_for(state="attached")
            turns = [*SETTINGS[first:], *SETTINGS[:first]]
            sweep(page, tally, states, every=(len(states) - 1) // PARTS or 1, settings=turns)
    assert tally.states >= 3 * tally.pages and len(tally.applied) > 25
    assert not tally.violations


@pytest.mark.parametrize("view", VIEWS)
def test_the_trainers_views_break_no_rule(chromium: Browser, site: ServedSite, content: Content, view: str) -> None:
    tally = Tally(Setting("site", "light", 320))
    every = 1 if view == "trainer" else 2  # the others show one slide, or a desk that is the same for all
    sweep_view(chromium, content, site, tally, view, VIEWS[view], every)
    assert tally.states == len(content.sections[::every]) > 2 and not tally.violations


def test_every_record_has_its_states(content: Content) -> None:
    names = [state.name for page in page_names(content) for state in walk(content, page)]
    records = [
        *content.records["conditions"],
        *content.records["operations"],
        *content.records["procedure"].steps,
        *content.records["risks"],
    ]
    assert not [record.name for record in records if not any(record.name in name for name in names)]
    for item in content.records["quiz"]:
        assert {"right", "wrong"} <= {name.rsplit(": ", 1)[-1] for name in names if f"({item.id})" in name}
    for placed in content.placed:
        for id in placed.items:
            assert any(name.endswith(f"{placed.key} ({id}): answered") for name in names), placed.key
    for risk in content.records["risks"]:
        assert any(name.startswith(f"{risk.name}: sorted") for name in names), risk.name


# What is done to the page, and the rule that has to notice.
FAULTS = {
    "a label removed": ("3-how-it-is-done", "document.querySelector('.scrubber .unseen').remove()", "label"),
    "a contrast lowered": (
        "4-risks",
        "document.documentElement.style.setProperty('--soft', '#a0a8aa')",
        "color-contrast",
    ),
    "a target too small": (
        "5-check-yourself",
        "document.head.append(Object.assign(document.createElement('style'), {textContent:"
        " 'footer.site .appendices { display: block; line-height: 8px }"
        " footer.site .appendices a { padding: 0; font-size: 8px }'}))",
        "target-size",
    ),
    "a name taken from a button": (
        "index",
        "document.querySelector('button.theme').removeAttribute('aria-label')",
        "button-name",
    ),
    "the language removed": ("index", "document.documentElement.removeAttribute('lang')", "html-has-lang"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found(page: Page, site: ServedSite, fault: str) -> None:
    name, seed, rule = FAULTS[fault]
    page.goto(f"{site.address}{name}.html")
    prepare(page)
    assert rule not in {finding.rule for finding in judge(page).violations}
    page.evaluate(seed)
    assert rule in {finding.rule for finding in judge(page).violations}
