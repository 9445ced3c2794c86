"""Do everything that there is to do in a section, by its own controls, as fast as a test likes."""

from playwright.sync_api import Locator, Page

from .choosing import CONTROL, say_first

# By the kind's element: what a learner does, one action after the other.
FINISH = """(chosen) => {
  const all = (selector) => [...document.querySelectorAll(selector)]
  const slide = (range, value) => {
    range.value = value
    range.dispatchEvent(new Event('input', { bubbles: true }))
  }
  for (const range of all('picture-comparison .handle input')) slide(range, 80)
  for (const range of all('.scrubber input[type=range]')) {
    for (let stop = Number(range.min); stop <= range.max; stop++) slide(range, stop)
  }
  for (const sort of all('risk-cards .sort')) {
    while (!sort.querySelector('.deck').hidden) {
      sort.querySelector('.bin').click()
      sort.querySelector('.next-sign').click()
    }
  }
  for (const control of all('.choices input, .card .reveal[aria-expanded=false]')) control.click()
  for (const check of all('knowledge-check')) {
    check.querySelector('form.start [type=submit]')?.click()
    for (let left = check.state.drawn.length; left; left--) {
      const open = check.querySelector('.item[data-open]')
      for (const list of open.querySelectorAll('.options')) {
        const select = list.dataset.gap && open.querySelector(`.gap[data-gap=${list.dataset.gap}] select`)
        if (select) select.value = list.querySelector(`.option${chosen}`).dataset.id
        for (const input of list.querySelectorAll(`.option${chosen} input`)) input.click()
        for (const input of list.querySelectorAll('input:not(:checked)')) {
          if (list.querySelectorAll(':checked').length < list.dataset.least) input.click()
        }
      }
      for (const _ of open.querySelectorAll('.pick')) {
        for (const pick of open.querySelectorAll('.pick[aria-pressed=false]')) pick.click()
      }
      if (!open.hasAttribute('data-answered')) open.querySelector('.check').click()
      check.querySelector('.controls .next').click()
    }
  }
}"""


def finish(page: Page, chosen: str = "[data-right=yes]") -> None:
    """Do everything on a page, and read to its end; ``chosen`` are the options that answer its questions."""
    page.wait_for_selector("html.js .section-end")
    page.evaluate(FINISH, chosen)
    page.locator(".section-end").scroll_into_view_if_needed()


def choose_any(question: Locator) -> None:
    """Choose something in a question of any kind; of an order, everything as it is shown."""
    say_first(question)
    for control in question.locator(CONTROL).all():
        if control.evaluate("control => control.tagName") == "SELECT":
            control.select_option(index=1)
        else:
            control.click()
