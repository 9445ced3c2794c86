"""Pages of this course with two elements of one kind, which it does not have itself."""

import re

from playwright.sync_api import Page, Route

ELEMENT = re.compile(r"<condition-selector .*?</condition-selector>", re.DOTALL)


def with_second_element(html: str) -> str:
    """Insert a copy of the page's condition selector after it, with the key "second"."""
    (element,) = ELEMENT.findall(html)
    second = element.replace('data-key="condition-selector"', 'data-key="second"')
    return html.replace(element, f"{element}\n{second}")


def add_second_element(page: Page, pattern: str, *replacements: tuple[str, str]) -> None:
    """Serve the pages of a pattern with a second element, in which some texts are replaced."""

    def change(route: Route) -> None:
        response = route.fetch()
        first, second, rest = with_second_element(response.text()).partition('data-key="second"')
        second += rest[: rest.index("</condition-selector>")]
        rest = rest[rest.index("</condition-selector>") :]
        for old, new in replacements:
            assert old in second
            second = second.replace(old, new)
        route.fulfill(response=response, body=first + second + rest)

    page.route(pattern, change)
