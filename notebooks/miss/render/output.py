"""The HTML of a cell's output: what a page shows, with what Jupyter needs to give it the look, to list and to link it.

A page takes that away again: it has its own frame, no table of contents, and links to pages instead of notebooks.
"""

import re

BEGIN, END = '<div class="lesson">\n', "\n</div>"
UNLISTED = "jp-toc-ignore"  # JupyterLab's table of contents leaves out a heading of this class
HEADING = re.compile(r"<h([1-6])([^>]*)>")
PAGE_LINK = re.compile(r' href="([^"#?/:]+)\.html(?=["#])')
NOTEBOOK_LINK = re.compile(r' href="([^"#?/:]+)\.ipynb(?=["#])')


def to_output(html: str) -> str:
    """Return the HTML that a cell outputs.

    The title of a page and those of its parts stay in the table of contents; what stands below them is left out.

    Args:
        html: the HTML that a page shows.
    """
    listed = 1 if "<h1" in html else 2
    html = HEADING.sub(lambda found: _heading(found, listed), html)
    return f"{BEGIN}{link_notebooks(html)}{END}"


def link_notebooks(html: str) -> str:
    """Return HTML with links to the notebooks of a course in place of those to its pages."""
    return PAGE_LINK.sub(r' href="\1.ipynb', html)


def from_output(output: str) -> str:
    """Return the HTML that a page shows of a cell's output; that of other code is returned as it is."""
    if not (output.startswith(BEGIN) and output.endswith(END)):
        return output
    html = output.removeprefix(BEGIN).removesuffix(END)
    html = html.replace(f' class="{UNLISTED}"', "").replace(f'"{UNLISTED} ', '"')
    return NOTEBOOK_LINK.sub(r' href="\1.html', html)


def _heading(found: re.Match[str], listed: int) -> str:
    level, attributes = found.groups()
    if int(level) <= listed:
        return found[0]
    if ' class="' in attributes:
        return found[0].replace(' class="', f' class="{UNLISTED} ', 1)
    return f'<h{level}{attributes} class="{UNLISTED}">'
