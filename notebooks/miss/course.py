"""The course whose words the notebooks show: ``content/en``, unless MISS_CONTENT names another folder."""

import os
from functools import cache
from pathlib import Path

from .content.load import Content, load_content

ROOT = Path(__file__).parents[2]


def content_folder() -> Path:
    """Find the folder that the words come from."""
    return Path(os.environ.get("MISS_CONTENT", ROOT / "content" / "en"))


@cache
def course() -> Content:
    """Load the course once for each kernel."""
    return load_content(content_folder())
