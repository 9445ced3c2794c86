"""What a screen reader says by itself: the changes of live regions, one after the other."""

from playwright.sync_api import Page

LISTEN = """() => {
  window.heard = [];
  const live = "[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off])";
  new MutationObserver((changes) => {
    const regions = new Set(changes.map(({ target }) =>
      (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest(live)));
    for (const region of regions) {
      const text = region?.textContent.trim();
      if (text && region.checkVisibility()) window.heard.push(text);
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}"""


def listen(page: Page) -> None:
    """Begin to listen."""
    page.evaluate(LISTEN)


def heard(page: Page) -> list[str]:
    """Give what was said since it was last asked."""
    said = page.evaluate("new Promise((done) => setTimeout(() => done(window.heard.splice(0))))")
    return [str(text) for text in said]
