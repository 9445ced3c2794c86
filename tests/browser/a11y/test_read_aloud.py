"""Reading aloud: any passage and card, with pause, following the text; not there where the browser has no voice."""

import re
from pathlib import Path

import pytest
from miss.interactions.case.records import items_of
from miss.schema.content import Content
from miss.schema.text import plain
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from tests.browser.deliveries import FileSite, ServedSite
from tests.browser.moment_bar import press_in
from tests.browser.server import VoilaServer
from tests.browser.walking import CASES, PAGES

SYNTHESIZER = Path(__file__).parent / "synthesizer.js"
MARKED = "[...(CSS.highlights.get('reading') ?? [])].map(String).join()"
# The page offers its buttons when it is at rest, which is then, or three seconds after it has loaded.
AT_REST = "new Promise((done) => setTimeout(() => requestIdleCallback(() => requestIdleCallback(done)), 3000))"
BLOCKS = "document.querySelector('[data-heard]')?.textContent ?? ''"


@pytest.fixture
def hearing(context: BrowserContext) -> Page:
    """A page in a browser that has a voice."""
    page = context.new_page()
    page.add_init_script(path=SYNTHESIZER)
    return page


def read(place: Locator) -> Locator:
    """The button that reads a place aloud, and pauses."""
    return place.locator(".read-aloud button").first


def hear_out(page: Page) -> list[str]:
    """Let every sentence come to its end; give what was said, and hold it against what was marked."""
    while page.evaluate("spoken.now !== null"):
        assert page.evaluate(MARKED).strip() == page.evaluate("spoken.said.at(-1)")
        page.evaluate("spoken.end()")
    return list(page.evaluate("spoken.said"))


def test_a_topic_is_read_sentence_by_sentence(hearing: Page, course: VoilaServer | FileSite, content: Content) -> None:
    hearing.goto(f"{course.address}1-what-it-is.html")
    topic = content.sections[0].topics[0]
    read(hearing.locator(f"#{topic.id}")).click()
    said = hear_out(hearing)
    assert said[0] == topic.title and len(said) > len(topic.body)
    assert all(plain(statement.text) in " ".join(said) for statement in topic.body)
    assert hearing.evaluate(MARKED) == ""


def test_a_card_is_read_by_its_name(hearing: Page, site: ServedSite, content: Content) -> None:
    risk = content.records["risks"][2]
    hearing.goto(f"{site.address}4-risks.html?risk={risk.id}")
    for row in hearing.locator(f".card[data-id='{risk.id}'] .back summary").all():
        row.click()
    button = hearing.get_by_role("button", name=f"Read aloud: {risk.name}")
    button.click()
    said = " ".join(hear_out(hearing))
    assert all(plain(statement.text) in said for statement in (risk.leaflet, *risk.patient, *risk.signs))
    assert "Source" not in said
    expect(button).to_be_visible()


def test_every_passage_card_and_question_has_its_button(hearing: Page, site: ServedSite, content: Content) -> None:
    counts = {
        "1-what-it-is": len(content.sections[0].topics) + len(content.records["operations"]),
        "2-why-it-is-done": len(content.sections[1].topics) + len(content.records["conditions"]),
        "3-how-it-is-done": len(content.sections[2].topics) + len(content.records["procedure"].steps),
        "4-risks": len(content.sections[3].topics) + len(content.records["risks"]),
        "5-check-yourself": len(content.sections[4].topics) + len(content.records["quiz"]),
    }
    for key, case in CASES.items():  # and each story, with who the patient is at the first one
        section = next(section for section in content.sections if section.notebook == PAGES[key])
        counts[PAGES[key]] = len(section.topics) + 1 + len(case.stops) + len(items_of(case.stops))
    for section in content.sections:
        placements = [topic.interaction for topic in section.topics if topic.interaction]
        counts[section.notebook] += sum(len(placement.items or []) for placement in placements)
    for page, passages in counts.items():
        hearing.goto(f"{site.address}{page}.html")
        # and the opening, and what is in short
        hearing.locator("p.read-aloud").nth(passages + 1).wait_for(state="attached")


def test_pause_read_on_and_stop(hearing: Page, site: ServedSite) -> None:
    hearing.goto(f"{site.address}1-what-it-is.html")
    place = hearing.locator("main .opening")
    read(place).click()
    hearing.evaluate("spoken.end()")
    read(place).click()
    paused = hearing.evaluate("spoken.said.at(-1)")
    expect(place.get_by_role("button", name="Read on")).to_be_focused()
    assert hearing.evaluate("spoken.now") is None and hearing.evaluate(MARKED).strip() == paused
    read(place).click()
    assert hearing.evaluate("spoken.now.text") == paused
    place.get_by_role("button", name="Stop reading").click()
    assert hearing.evaluate("spoken.now") is None and hearing.evaluate(MARKED) == ""
    expect(place.get_by_role("button", name="Read aloud")).to_be_focused()


def test_one_passage_at_a_time_and_only_what_is_seen(hearing: Page, site: ServedSite) -> None:
    hearing.goto(f"{site.address}3-how-it-is-done.html")
    read(hearing.locator("main .opening")).click()
    read(hearing.locator("procedure-slider .steps > .entry[data-open]")).click()
    expect(hearing.locator("p.read-aloud[data-state=reading]")).to_have_count(1)
    press_in(hearing, "procedure-slider")
    expect(hearing.locator("p.read-aloud[data-state=reading]")).to_have_count(0)
    assert hearing.evaluate("spoken.now") is None


def test_a_browser_that_cannot_mark_a_sentence_marks_its_paragraph(hearing: Page, site: ServedSite) -> None:
    hearing.add_init_script("Object.defineProperty(CSS, 'highlights', { value: undefined })")
    hearing.goto(f"{site.address}1-what-it-is.html")
    read(hearing.locator("main .opening")).click()
    assert hearing.evaluate("spoken.now.text") in hearing.evaluate(BLOCKS)


@pytest.mark.parametrize("lack", ["delete window.speechSynthesis", "speechSynthesis.getVoices = () => []"])
def test_without_a_voice_there_is_no_button(page: Page, site: ServedSite, lack: str) -> None:
    page.add_init_script(f"{lack}; delete Window.prototype.speechSynthesis" if "delete" in lack else lack)
    page.goto(f"{site.address}1-what-it-is.html")
    page.evaluate(AT_REST)
    assert page.locator("p.read-aloud").count() == 0


def test_a_voice_that_comes_late_is_enough(chromium: Browser, site: ServedSite) -> None:
    with chromium.new_page() as page:
        page.add_init_script(path=SYNTHESIZER)
        page.add_init_script("window.late = speechSynthesis.getVoices; speechSynthesis.getVoices = () => []")
        page.goto(f"{site.address}1-what-it-is.html")
        page.evaluate(AT_REST)
        assert page.locator("p.read-aloud").count() == 0
        page.evaluate("speechSynthesis.getVoices = late; speechSynthesis.onvoiceschanged()")
        page.locator("p.read-aloud").nth(5).wait_for(state="attached")


def test_a_check_is_read_by_its_question(hearing: Page, site: ServedSite, content: Content) -> None:
    stems = {item.id: plain(item.stem) for item in content.records["quiz"]}
    for section in content.sections:
        hearing.goto(f"{site.address}{section.notebook}.html")
        for placement in [topic.interaction for topic in section.topics if topic.interaction]:
            for id in placement.items or []:
                check = hearing.locator(f'knowledge-check[data-key="{placement.key}"] .item[data-id="{id}"] fieldset')
                expect(read(check)).to_have_accessible_name(re.compile(f"^Read aloud: .*{re.escape(stems[id])}$"))


@pytest.mark.parametrize(
    ("name", "passage", "label"),
    [
        ("3-how-it-is-done", "procedure-slider .people [data-passage]", "In the room"),
        ("5-check-yourself", "knowledge-check [data-open] fieldset", "Question 1 of 6."),
        ("1-what-it-is", "main > div > [data-passage]", "Any kind"),
    ],
)
def test_any_element_marks_its_passages(hearing: Page, site: ServedSite, name: str, passage: str, label: str) -> None:
    marked = "<div data-passage><b data-passage-name>Any kind</b><p>Of passage.</p></div>"

    def change(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace("</main>", f"<div>{marked}</div></main>"))

    hearing.route(f"**/{name}.html*", change)
    hearing.goto(f"{site.address}{name}.html?round=1-6")
    hearing.evaluate("document.querySelectorAll('main details').forEach((each) => each.setAttribute('open', ''))")
    expect(read(hearing.locator(passage).first)).to_have_accessible_name(f"Read aloud: {label}")
