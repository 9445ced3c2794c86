"""A presentation in two windows: keys that always move it, one tally, notes, time and place."""

import re
from collections.abc import Callable, Iterator

import pytest
from miss.presenter.deck import deck
from miss.presenter.slides import course_slides
from miss.schema.content import Content
from miss.schema.text import plain
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .deliveries import FileSite, ServedFolder, ServedSite
from .server import VoilaServer
from .slides import STAGE, all_slides, present, shown, stored, use_deck

QUESTION = "q01"


@pytest.fixture
def projector_context(chromium: Browser) -> Iterator[BrowserContext]:
    """The projector's browser context, in which the notes can be opened, too."""
    with chromium.new_context(
        viewport={"width": 1280, "height": 720}, reduced_motion="reduce", has_touch=True, service_workers="block"
    ) as opened:
        opened.set_default_timeout(30_000)
        yield opened


@pytest.fixture
def window(projector_context: BrowserContext) -> Callable[..., Page]:
    """Open a window on a view; with a deck of some slides, if they are named."""

    def open_window(
        course: FileSite | ServedFolder | VoilaServer, view: str = "present", slides: list[str] | None = None
    ) -> Page:
        page = projector_context.new_page()
        if slides:
            use_deck(page, slides)
        page.goto(f"{course.address}index.html?view={view}")
        expect(page.locator(f"{STAGE} .slide").first).to_be_visible()
        return page

    return open_window


def place(page: Page) -> tuple[int, int]:
    """The place in the deck, and the press."""
    state = stored(page)
    return state.get("at", 0), state.get("build", 0)


def one_of_each_kind(content: Content) -> list[str]:
    """The ids of slides: one of each layout, and in it of each kind of question."""
    first: dict[str, str] = {}
    for id, slide in course_slides(content).items():
        layout = re.search(r'class="layout ([^"]*)"', slide.html)
        assert layout
        kind = next((item.kind for item in content.records["quiz"] if item.id == id), "")
        first.setdefault(f"{layout[1]} {kind}", id)
    return list(first.values())


def assert_keys_move(page: Page, what: str) -> None:
    """Press each key that moves the talk, and come back to the same place."""
    before = place(page)
    for forward, back in (("ArrowRight", "ArrowLeft"), ("PageDown", "PageUp"), ("ArrowDown", "ArrowUp")):
        page.keyboard.press(forward)
        assert place(page) > before, (what, forward)
        page.keyboard.press(back)
        assert place(page) == before, (what, back)
    page.keyboard.press("b")
    assert stored(page)["black"] is True, what
    page.keyboard.press("b")
    assert stored(page)["black"] is False, what


def test_keys_move_the_talk_after_a_click_on_any_slide(
    window: Callable[..., Page], site: ServedSite, content: Content
) -> None:
    """On the projector: on the slide itself, and on whatever stands on it."""
    slides = [id for id in one_of_each_kind(content) if id != "course-join"]  # nobody could join at this address
    assert len(slides) > 15
    page = window(site, slides=[*slides, slides[0]])
    for number, id in enumerate(slides, start=1):
        page.keyboard.press("g")
        page.keyboard.type(str(number))
        page.keyboard.press("Enter")
        assert shown(page)[0] == id
        page.locator(STAGE).click()
        assert_keys_move(page, id)
        for part in page.locator(f"{STAGE} :is(.answers > li, .pic, .thumb, .label):visible").all()[:6]:
            part.click(force=True)
            assert_keys_move(page, id)


CONTROLS = ".desk :is(button, input, summary, a, .notes, .now .slide-stage)"


def test_keys_move_the_talk_after_a_click_on_any_control_of_the_notes(
    window: Callable[..., Page], site: ServedSite
) -> None:
    slides = ["herniated-disk", QUESTION, "infection", "conditions"]
    page = window(site, "notes", slides=[*slides, slides[0]])
    for number, id in enumerate(slides, start=1):
        clicked = 0
        for index in range(page.locator(CONTROLS).count()):
            page.keyboard.press("Home")
            page.keyboard.press("g")
            page.keyboard.type(str(number))
            page.keyboard.press("Enter")
            control = page.locator(CONTROLS).nth(index)
            if index >= page.locator(CONTROLS).count() or not control.is_visible():
                continue
            what = f"{id}: {control.evaluate('each => each.outerHTML.slice(0, 90)')}"
            with_popup = control.get_attribute("target") == "_blank" and "term" not in (
                control.get_attribute("class") or ""
            )
            if with_popup:
                with page.context.expect_page() as popup:
                    control.click()
                popup.value.close()
                page.bring_to_front()
            else:
                control.click()
            if stored(page).get("black"):
                page.keyboard.press("b")
            assert_keys_move(page, what)
            clicked += 1
        assert clicked >= 6


def test_a_field_keeps_its_digits_and_gives_the_rest_to_the_talk(window: Callable[..., Page], site: ServedSite) -> None:
    page = window(site, "notes", slides=[QUESTION, "infection"])
    field = page.get_by_label("Hands for A")
    field.fill("")
    page.keyboard.type("17")
    assert field.input_value() == "17" and stored(page)["hands"][QUESTION][0] == 17
    page.keyboard.press("Backspace")
    assert field.input_value() == "1" and place(page) == (0, 0)
    assert_keys_move(page, "a number field")


def test_a_button_that_was_reached_by_tab_keeps_enter_and_space(window: Callable[..., Page], site: ServedSite) -> None:
    """After a click, they are the talk's, as a clicker may send them."""
    page = window(site, "notes")
    page.locator(".desk-controls").get_by_role("button", name="Black").click()
    page.keyboard.press("Space")
    assert stored(page)["black"] is False
    page.keyboard.press("Space")
    before = place(page)
    assert before > (0, 0)
    page.reload()
    while page.evaluate("document.activeElement.textContent") != "Black":
        page.keyboard.press("Tab")
    for key, black in (("Enter", True), ("Space", False)):
        page.keyboard.press(key)
        assert stored(page)["black"] is black and place(page) == before


def test_both_windows_have_one_tally(window: Callable[..., Page], course: FileSite | VoilaServer) -> None:
    slides = [QUESTION, "infection"]
    projector, notes = window(course, slides=slides), window(course, "notes", slides=slides)
    notes.get_by_label("Hands for A").fill("7")
    notes.get_by_role("button", name="One more for B").click()
    hands = projector.locator(f"{STAGE} .hands")
    expect(hands.nth(0)).to_have_text("7")
    expect(hands.nth(1)).to_have_text("1")
    projector.bring_to_front()
    projector.keyboard.press("1")
    projector.locator(f"{STAGE} .answers > li").nth(1).click()
    expect(hands.nth(0)).to_have_text("8")
    expect(notes.get_by_label("Hands for A")).to_have_value("8")
    expect(notes.get_by_label("Hands for B")).to_have_value("2")
    expect(notes.locator(".total")).to_have_text("10 hands")
    for page in (projector, notes):
        page.reload()
    expect(projector.locator(f"{STAGE} .hands").nth(0)).to_have_text("8")
    expect(notes.get_by_label("Hands for A")).to_have_value("8")


def test_an_answer_is_told_by_its_press(window: Callable[..., Page], site: ServedSite, content: Content) -> None:
    page = window(site, slides=[QUESTION])
    options = next(item for item in content.records["quiz"] if item.id == QUESTION).options
    expect(page.locator(f"{STAGE} :is(.verdict, .why):visible")).to_have_count(0)
    for number, option in enumerate(options, start=1):
        page.keyboard.press("PageDown")
        expect(page.locator(f"{STAGE} .why:visible")).to_contain_text(plain(option.why))
        verdict = page.locator(f"{STAGE} .answers > li").nth(number - 1).locator(".verdict")
        expect(verdict).to_have_text("right" if option.right else "not this")
        expect(page.locator(f"{STAGE} .verdict:visible")).to_have_count(number)


def test_the_notes_follow_and_lead(
    window: Callable[..., Page], course: FileSite | VoilaServer, content: Content
) -> None:
    projector, notes = window(course), window(course, "notes")
    slides = course_slides(content)
    planned = [
        each for each in deck(content, 45, slides) if each.slide != "course-join"
    ]  # nobody could join at this address
    entry = next(number for number, each in enumerate(planned) if slides[each.slide].kind == "risk")
    projector.keyboard.press("g")
    projector.keyboard.type(str(entry + 1))
    projector.keyboard.press("Enter")
    slide = slides[planned[entry].slide]
    expect(notes.locator(".desk-head h1")).to_have_text(f"Slide {entry + 1} of {len(planned)}: {slide.title}")
    expect(notes.locator(".now .slide")).to_have_attribute("data-slide", slide.id)
    said = content.note("risk", slide.id).say[0].text
    expect(notes.locator(".notes")).to_contain_text(plain(said))
    expect(notes.locator(".planned [aria-current]")).to_contain_text(
        next(item.name for item in content.records["risks"] if item.id == slide.id)
    )
    notes.get_by_role("button", name="Next", exact=True).click()
    expect(notes.locator(".now .slide")).to_have_attribute("data-at", "1")
    expect(projector.locator(f"{STAGE} .slide")).to_have_attribute("data-at", "1")
    expect(notes.locator(".next .slide")).to_have_attribute("data-at", "2")
    notes.reload()
    expect(notes.locator(".now .slide")).to_have_attribute("data-at", "1")
    for _ in range(12):
        if notes.locator(".next-title").inner_text():
            break
        notes.keyboard.press("PageDown")
    following = slides[planned[entry + 1].slide]
    expect(notes.locator(".next-title")).to_have_text(f"Next slide: {following.title}")
    expect(notes.locator(".next .slide")).to_have_attribute("data-slide", following.id)


def test_the_notes_say_that_the_projector_is_black(window: Callable[..., Page], site: ServedSite) -> None:
    projector, notes = window(site), window(site, "notes")
    expect(notes.locator(".blackened")).to_be_hidden()
    projector.keyboard.press("b")
    expect(projector.locator(".black-screen")).to_be_visible()
    expect(notes.locator(".blackened")).to_contain_text("The projector is black")
    notes.get_by_role("button", name="Show the slide").click()
    expect(projector.locator(".black-screen")).to_be_hidden()
    expect(notes.locator(".blackened")).to_be_hidden()


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (1280, 720)])
def test_the_buttons_of_the_notes_are_always_in_view(
    window: Callable[..., Page], site: ServedSite, size: tuple[int, int]
) -> None:
    page = window(site, "notes", slides=["herniated-disk", QUESTION])
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for _ in range(2):
        for name in ("Back", "Next", "Black"):
            expect(page.locator(".desk-controls").get_by_role("button", name=name, exact=True)).to_be_in_viewport(
                ratio=1
            )
        expect(page.locator(".now .slide-stage")).to_be_in_viewport(ratio=0.99)
        assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
        page.keyboard.press("End")


def test_the_notes_tell_minutes_planned_used_and_left(window: Callable[..., Page], site: ServedSite) -> None:
    page = window(site, "notes")
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    page.evaluate(
        "() => { const key = Object.keys(localStorage).find((name) => name.endsWith(' talk'));"
        " const state = JSON.parse(localStorage[key]); state.started = Date.now() - 7.5 * 60000;"
        " localStorage[key] = JSON.stringify(state); }"
    )
    page.reload()
    expect(page.locator(".time")).to_have_text(re.compile(r"7 minutes used · \d+ planned up to here · 38 left"))


def test_escape_and_coming_back_keep_place_time_and_hands(window: Callable[..., Page], site: ServedSite) -> None:
    page = window(site, slides=["course-title", "herniated-disk", QUESTION])
    for _ in range(2):
        page.keyboard.press("PageDown")
    page.keyboard.press("End")
    page.keyboard.press("2")
    page.keyboard.press("PageUp")
    before = stored(page)
    assert before["started"] > 0 and before["at"] == 1 and before["hands"][QUESTION][1] == 1
    page.keyboard.press("Escape")
    page.wait_for_url("**/2-why-it-is-done.html?view=trainer")
    page.get_by_role("button", name="Go on at slide 2").click()
    page.wait_for_url("**/index.html?view=present")
    expect(page.locator(f"{STAGE} .slide")).to_have_attribute("data-slide", "herniated-disk")
    assert stored(page) == before


def test_present_from_here_means_from_here(window: Callable[..., Page], site: ServedSite) -> None:
    """From what stands on the screen, with the time that is running."""
    page = window(site)
    page.keyboard.press("PageDown")
    started = stored(page)["started"]
    for name, slide in (("3-how-it-is-done", "procedure"), ("4-risks", "risks"), ("2-why-it-is-done", "conditions")):
        page.goto(f"{site.address}{name}.html?view=trainer")
        page.locator(f'.topic[id="{slide}"]').scroll_into_view_if_needed()
        page.locator(f'.topic[id="{slide}"]').evaluate("topic => topic.scrollIntoView()")
        page.keyboard.press("Alt+Shift+P")
        page.wait_for_url("**/index.html?view=present")
        expect(page.locator(f"{STAGE} .slide")).to_have_attribute("data-slide", slide)
        assert stored(page)["started"] == started


def test_without_storage_the_keys_move_the_talk_in_their_window(page: Page, site: ServedSite) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('blocked') };")
    present(page, site.address)
    first = shown(page)
    page.keyboard.press("PageDown")
    assert shown(page) != first


def test_dark_and_light(window: Callable[..., Page], site: ServedSite) -> None:
    """Light is the projector's default, whatever the system has."""
    page = window(site)
    page.emulate_media(color_scheme="dark")
    background = "getComputedStyle(document.querySelector('.slide-stage')).backgroundColor"
    light = page.evaluate(background)
    page.keyboard.press("d")
    assert page.evaluate(background) != light
    page.keyboard.press("d")
    assert page.evaluate(background) == light


def test_the_join_slide_has_the_courses_address_and_code(window: Callable[..., Page], addressed: ServedFolder) -> None:
    page = window(addressed)
    page.keyboard.press("PageDown")
    slide = page.locator(f"{STAGE} .slide")
    expect(slide).to_have_attribute("data-slide", "course-join")
    expect(slide.locator(".url")).to_have_text("school.example/course")
    expect(slide.locator("img.code")).to_have_attribute("alt", "QR code that opens https://school.example/course/")
    page.wait_for_function("document.querySelector('img.code').naturalWidth > 0")
    for _ in range(2):
        page.keyboard.press("PageDown")
    before = shown(page)
    page.keyboard.press("j")
    expect(slide).to_have_attribute("data-slide", "course-join")
    page.keyboard.press("PageDown")  # it gives way to the slide behind it
    assert shown(page) == before


def test_where_nobody_could_join_no_slide_asks_for_it(
    window: Callable[..., Page], site: ServedSite, content: Content
) -> None:
    page = window(site)
    page.keyboard.press("j")
    assert shown(page)[0] == "course-title"
    page.keyboard.press("End")
    expect(page.locator(f"{STAGE} .slide")).to_have_attribute("data-slide", "course-end")
    expect(page.locator(f"{STAGE} .address")).to_have_count(0)
    assert "course-join" in all_slides(content)


def test_a_swipe_moves_the_talk(window: Callable[..., Page], site: ServedSite) -> None:
    page = window(site)
    for start, end, expected in ((900, 300, True), (300, 900, False)):
        page.evaluate(SWIPE, [start, end])
        assert (place(page) > (0, 0)) == expected


SWIPE = """([from, to]) => {
  const touch = (type, x) => {
    const point = new Touch({ identifier: 1, target: document.body, clientX: x, clientY: 300 });
    const touches = type === "touchend" ? [] : [point];
    document.body.dispatchEvent(new TouchEvent(type, { bubbles: true, touches, changedTouches: [point] }));
  };
  touch("touchstart", from);
  touch("touchend", to);
}"""
