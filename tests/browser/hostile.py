"""The course about window boxes with every text made hostile, and with the rule switched off that refuses HTML.

That rule is the first wall (tests/loading/test_broken_content.py holds it up). Here it is gone, so that a page which
stays whole owes it to the templates and scripts alone.
"""

import re
from pathlib import Path
from typing import Any

import yaml
from miss.checks.build import load_content
from miss.schema.content import file_types
from pydantic import BaseModel

from tests.conftest import records_of

HOSTILE = " ".join(
    [
        "<script>window.ran = 1</script>",
        "<img src=x onerror='window.ran = 1'>",
        "</textarea></script></style></template><svg onload='window.ran = 1'>",
        "[a link](javascript:window.ran=1)",
        "**bold** `code` &lt;b&gt; &amp; &#39;",
        '"double" \'single\' \\ \\" ${window.ran=1} {{ 7 * 7 }} {% raw %} {total} $& $1',
        '"); window.ran = 1; ("',
        "' onmouseover='window.ran=1' x='",
        "\u202eשלום\u202c مرحبا",  # noqa: RUF001
        "👩🏽‍⚕️ 🪴 zero\u200bwidth\u200djoined\ufeff",
        "--> ] ] >",
    ]
)
LONG = "ab" * 4000  # a file of words has a size at most, and one of these for each kind of text
GATE = """import re
import miss.schema.text
miss.schema.text.MARKUP = re.compile("(?!)")
"""


def make_hostile(course: Path, gate: Path) -> None:
    """Change every text of a course, and write beside it what a Python process must load to accept them.

    Args:
        course: its folder; its texts are replaced.
        gate: where to write; has to be put on PYTHONPATH.
    """
    folder = course / "content" / "en"
    content, seen = load_content(folder), set[str]()
    for stem in file_types():
        if (file := folder / f"{stem}.yaml").exists():
            made = _hostile(records_of(content, stem), seen)
            file.write_text(yaml.safe_dump(made, allow_unicode=True, sort_keys=False), encoding="utf-8")
    gate.mkdir()
    (gate / "sitecustomize.py").write_text(GATE)


def _hostile(value: Any, seen: set[str]) -> Any:
    if isinstance(value, list):
        return [_hostile(one, seen) for one in value]
    if not isinstance(value, BaseModel):
        return value
    made = {}
    for name, field in type(value).model_fields.items():
        found, kind = getattr(value, name), f"{type(value).__name__}.{name}"
        if name == "signs" and isinstance(found, list):
            made[name] = [getattr(sign, "id", sign) for sign in found]  # other files name a sign of the table by its id
        elif found is not None:
            text = "_plain" in repr(field) or (isinstance(found, str) and "with_placeholders" in repr(field))
            made[name] = _changed(found, kind, seen) if text else _hostile(found, seen)
        elif field.is_required():
            made[name] = None
    return made


def _is_filled_in(kind: str) -> bool:
    """Whether a text is one whose placeholders are known: no file may add one."""
    return "Words." in kind or kind.startswith("Plural.")


def _changed(text: str | list[str], kind: str, seen: set[str]) -> Any:
    """Add all that is hostile to a text, and thousands of letters to one text of each kind."""
    if isinstance(text, list):
        return [_changed(one, kind, seen) for one in text]
    long = "" if kind in seen else f" {LONG}"
    seen.add(kind)
    marked = re.sub(r"\[\[([^|\]]+)\]\]", lambda mark: f"[[{mark[1]} <b>|{mark[1].replace(' ', '-')}]]", text)
    return f"{marked} {HOSTILE.replace('{total} ', '') if _is_filled_in(kind) else HOSTILE}{long}"
