"""What a layout may not do: go sideways, cut words off, or put two targets in one place."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

LAYOUT = (Path(__file__).parent / "layout.js").read_text(encoding="utf-8").rstrip().removesuffix(";")


def faults(page: Page, target: int = 24, real_words: bool = True) -> list[str]:
    """Say what is wrong with the layout of what a page shows now.

    Args:
        page: the page.
        target: the least size of what is pressed, in CSS pixels.
        real_words: whether its words have their own length, and so must not be broken.
    """
    found: list[Any] = page.evaluate(LAYOUT, [target, real_words])
    return [str(fault) for fault in found]


def stretch(page: Page, by: float) -> None:
    """Make every text of the page longer, as a translation would, in words as long as its own."""
    page.evaluate(
        """(by) => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const text = node.data.trim();
            if (!text || node.parentElement.closest("script, style, template")) continue;
            const more = [...text].slice(0, Math.ceil(text.length * by)).join("").trim();
            node.data = node.data.replace(text, () => /\\s/.test(text) ? `${text} ${more}` : text + more);
          }
        }""",
        by,
    )
