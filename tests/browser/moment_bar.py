"""The bar of a section's page, as a test uses it."""

import re

from playwright.sync_api import Page, expect

NEXT = ".moment-bar .next"
BACK = ".moment-bar .back"
# The id of the moment that covers the middle of the window.
MOMENT = """() => {
  const moments = [...document.querySelectorAll(".moment")]
  const covers = (moment) => moment.getBoundingClientRect().top <= innerHeight / 2
  return moments.findLast(covers)?.dataset.moment
}"""
LAST = "document.querySelector('.moment:last-of-type').scrollIntoView({ behavior: 'instant' })"
# Bring the moment of an element to the middle of the window, and give the address that Next has there.
TO_MOMENT = f"""(element) => {{
  const moment = element.closest(".moment")
  if (({MOMENT})() !== moment.dataset.moment) moment.scrollIntoView({{ behavior: "instant" }})
  const next = moment.nextElementSibling
  return next ? `#${{next.dataset.moment}}` : document.querySelector(".moment-bar .next").dataset.page
}}"""


def press_in(page: Page, element: str, button: str = NEXT) -> None:
    """Press Next, or Back, in the moment of an element."""
    following = page.locator(element).first.evaluate(TO_MOMENT)
    expect(page.locator(NEXT)).to_have_attribute("href", following)
    page.locator(button).click()


def leave_section(page: Page) -> None:
    """Go to the end of a section, and on to the page after it."""
    page.evaluate(LAST)
    expect(page.locator(NEXT)).to_have_attribute("href", re.compile(r"\.html$"))
    page.locator(NEXT).click()


def expect_moment(page: Page, id: str) -> None:
    """Wait until a moment is in the middle of the window."""
    page.wait_for_function(f"id => ({MOMENT})() === id", arg=id)
