"""Every condition, step, card and question in a real browser: the page shows the texts of the content.

The kernel's traits follow each time; test_kernel.py covers the time before a kernel is connected.
"""

import pytest
from miss.interactions.questions.items.order import OrderItem
from miss.schema.content import Content
from miss.schema.text import plain
from playwright.sync_api import Locator, Page, expect

from tests.support.answers import right_answer, verdict, wrong_answer
from tests.support.waiting import wait_until

from .asking import ROUND
from .choosing import choose, reasons, say_first
from .deliveries import FileSite, ServedSite
from .moment_bar import press_in
from .server import VoilaServer

Course = VoilaServer | FileSite
KERNEL_TIMEOUT_MS = 180_000  # includes a retry after a lost kernel


def open_page(page: Page, course: Course, name: str, widgets: int | None = None) -> None:
    """Open a page, and wait until its widgets are attached to a kernel: all that it has, or a known number."""
    page.goto(f"{course.address}{name}.html")
    if course.has_kernel:
        attached(page, course, widgets)


def attached(page: Page, course: VoilaServer, widgets: int | None = None) -> None:
    """Wait until a page's widgets are attached to a kernel; `run` then executes code in it."""
    if widgets is None:
        widgets = page.locator("main .island").count()
        assert widgets
    expect(page.locator("[data-attached]")).to_have_count(widgets, timeout=KERNEL_TIMEOUT_MS)
    course.page = page


def condition_choice(page: Page, number: int) -> Locator:
    """The radio button of a condition, counted from 0; a page's questions have radio buttons, too."""
    return page.locator("condition-selector").get_by_role("radio").nth(number)


def texts(entry: object) -> list[str]:
    """Return every statement of an entry, as the page shows it."""
    return [plain(entry.leaflet.text), *(plain(s.text) for s in (*entry.patient, *entry.nursing))]  # type: ignore[attr-defined]


def in_pairs(always: set[tuple[str, object]], name: str, values: list[object]) -> pytest.MarkDecorator:
    """Mark a test to run with each value in each delivery: some pairs always, all of them in `make sweep`."""
    pairs = [(delivery, value) for delivery in ("voila", "site", "files") for value in values]
    marked = [pytest.param(*pair, marks=() if pair in always else pytest.mark.full) for pair in pairs]
    return pytest.mark.parametrize(("course", name), marked, indirect=["course"])


def test_every_condition(page: Page, course: Course, content: Content) -> None:
    open_page(page, course, "2-why-it-is-done")
    for condition in content.records["conditions"]:
        page.get_by_role("radio", name=condition.name, exact=True).check()
        shown = page.locator("condition-selector .entry:visible")
        expect(shown).to_have_count(1)
        for text in [*texts(condition), plain(condition.not_claimed.text)]:
            expect(shown).to_contain_text(text)
        if condition.look_alike:
            expect(shown).to_contain_text(condition.look_alike.name)
        expect(page.locator("condition-selector .status")).to_have_text(f"{condition.name} is shown.")
        assert follows(course, "selector.selected", condition.id)
    assert follows(course, "len(selector.seen)", "8")


def follows(course: Course, expression: str, value: str) -> bool:
    """Poll until the kernel has processed the message, and the trait has the expected value."""
    if not course.has_kernel:
        return True
    return wait_until(lambda: course.run(f"print({expression})") == value, f"{expression} is {value}", seconds=60)


def test_python_moves_the_page(page: Page, voila: VoilaServer, content: Content) -> None:
    open_page(page, voila, "2-why-it-is-done")
    for condition in content.records["conditions"][::3]:
        voila.run(f"selector.select('{condition.id}')")
        expect(page.get_by_role("radio", name=condition.name, exact=True)).to_be_checked()
        expect(page.locator("condition-selector .entry:visible h3").first).to_have_text(condition.name)


@in_pairs(
    {("voila", "scrubber"), ("site", "buttons"), ("files", "keyboard")}, "by", ["buttons", "scrubber", "keyboard"]
)
def test_every_step(page: Page, course: Course, content: Content, by: str) -> None:
    open_page(page, course, "3-how-it-is-done")
    steps = content.records["procedure"].steps
    slider = page.get_by_role("slider")
    for number, step in enumerate(steps, 1):
        if by == "scrubber":
            point_at_stop(page, number)
        elif number > 1 and by == "buttons":
            press_in(page, "procedure-slider")
        elif number > 1:
            slider.focus()
            page.keyboard.press("ArrowRight")
        expect(slider).to_have_attribute("aria-valuetext", f"Step {number} of {len(steps)}: {step.name}")
        shown = page.locator("procedure-slider .steps > .entry:visible")
        expect(shown).to_have_count(1)
        for text in texts(step):
            expect(shown).to_contain_text(text)
        expect(page.locator(".to-alongside")).to_be_visible()
        assert follows(course, "slider.step", str(number))
    press_in(page, "procedure-slider")  # on the last step, it leads to the next moment
    assert follows(course, "slider.step", str(len(steps)))


def point_at_stop(page: Page, number: int) -> None:
    """Press a stop of the scrubber, where it is drawn."""
    page.locator(".scrubber").scroll_into_view_if_needed()
    box = page.locator(".scrubber .dot").nth(number - 1).bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_every_card(page: Page, course: Course, content: Content) -> None:
    open_page(page, course, "4-risks")
    for number, risk in enumerate(content.records["risks"], 1):
        card = page.locator("article.card").nth(number - 1)
        card.get_by_role("button", name=f"Guess first: {risk.name}").click()
        wrong = next(guess for guess in risk.guesses if not guess.right)
        card.get_by_label(wrong.text).check()
        card.get_by_role("button", name="Show the card").click()
        for text in [*texts(risk), *(plain(s.text) for s in (*risk.signs, *risk.lower)), wrong.why]:
            expect(card).to_contain_text(text)
        expect(card.get_by_text("You chose this, but it is not a sign of this risk.")).to_be_visible()
        expect(card.get_by_role("button", name=risk.name, exact=True)).to_be_focused()
        expect(page.locator("risk-cards .count")).to_have_text(f"{number} of 9 opened")
        assert follows(
            course, "(cards.revealed[-1], cards.guesses[cards.revealed[-1]])", f"('{risk.id}', ['{wrong.id}'])"
        )
    page.get_by_role("button", name="Hide all").click()
    expect(page.locator("risk-cards .back:visible")).to_have_count(0)
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("risk-cards .back:visible")).to_have_count(9)
    assert follows(course, "len(cards.revealed)", "9")


@in_pairs({("voila", True), ("files", False)}, "correct", [True, False])
@pytest.mark.parametrize("each", ["kind", pytest.param("question", marks=pytest.mark.full)])
def test_every_question(page: Page, course: Course, content: Content, correct: bool, each: str) -> None:
    """One question of each kind; in `make sweep`, every one."""
    open_page(page, course, "5-check-yourself")
    items = {item.id: item for item in content.records["quiz"]}
    if each == "kind":
        items = {item.id: item for item in {item.kind: item for item in items.values()}.values()}
    page.locator(ROUND).evaluate("(check, ids) => check.startRound(1, ids)", list(items))
    for number in range(1, len(items) + 1):
        question = page.locator("article.item:visible")
        expect(question).to_contain_text(f"Question {number} of {len(items)}")
        item = items[question.get_attribute("data-id") or ""]
        say_first(question)
        if not isinstance(item, OrderItem):
            question.get_by_role("button", name="Check my answer").click()
            expect(question.get_by_role("alert")).to_have_text("Choose an answer first.")
        chosen = right_answer(item) if correct else wrong_answer(item)
        choose(question, item, chosen)
        question.get_by_role("button", name="Check my answer").click()
        expect(question.locator(".result")).to_be_focused()
        expect(question.locator(".result")).to_contain_text(verdict(item, chosen))
        expect(page.locator("knowledge-check .start")).to_be_hidden()
        for why in reasons(item, chosen):
            expect(question.get_by_text(plain(why), exact=False)).to_be_visible()
        if number % 5 == 1:
            assert follows(course, f"check.is_right('{item.id}')", str(correct))
        press_in(page, "knowledge-check")
    summary = page.locator(".summary")
    expect(summary).to_be_focused()
    if correct:
        expect(summary).to_contain_text("You answered every question of this round correctly.")
        return
    assert summary.locator(".reading a").count() > 3
    page.get_by_role("button", name="Try the wrong ones again").click()
    expect(page.locator("article.item:visible")).to_contain_text(f"Question 1 of {len(items)}")


def test_same_seed_gives_the_same_round_in_python_and_browser(page: Page, voila: VoilaServer) -> None:
    open_page(page, voila, "5-check-yourself")
    for seed in (1, 7, 4711):
        page.evaluate("seed => document.querySelector('knowledge-check').start(12, seed)", seed)
        drawn = page.evaluate("document.querySelector('knowledge-check').state.drawn")
        assert follows(voila, "check.drawn", str(drawn))
        assert voila.run(f"check.start(12, {seed}); print(check.drawn)") == str(drawn)


def test_not_everybody_starts_with_the_same_questions(page: Page, site: ServedSite) -> None:
    seeds = set()
    for _ in range(4):
        page.goto(f"{site.address}5-check-yourself.html")
        page.get_by_role("button", name="Start").click()
        seeds.add(page.evaluate("document.querySelector('knowledge-check').state.seed"))
        page.evaluate("localStorage.clear()")
    assert len(seeds) > 1


def test_glossary_word_opens_in_place(page: Page, course: Course) -> None:
    page.goto(f"{course.address}1-what-it-is.html")
    for term in page.locator("main .term:visible").all():
        term.click()
        expect(term).to_have_attribute("aria-expanded", "true")
        expect(page.locator(".meaning")).to_have_text(term.get_attribute("data-meaning") or "")
        term.click()
        expect(page.locator(".meaning")).to_have_count(0)
