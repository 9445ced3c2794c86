"""Modules become one script: every line of code of them, and no line that is only a comment."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from miss.render.bundle import join_modules

from .conftest import ROOT

SOURCES = sorted((ROOT / "notebooks" / "miss").rglob("*.js"))


def code_lines(text: str) -> Iterator[str]:
    """Drop comments line by line, the long way round."""
    in_block = False
    for line in text.splitlines():
        stripped = line.strip()
        starts = not in_block and stripped.startswith("/*")
        if (in_block or starts) and "*/" in stripped:
            in_block, after = False, stripped.partition("*/")[2]
            if after:  # a cast in front of an expression
                yield line
        elif in_block or starts:
            in_block = True
        elif not stripped.startswith(("//", "import {")):
            yield line.removeprefix("export ")


@pytest.mark.parametrize("source", SOURCES, ids=lambda file: file.stem)
def test_all_code_and_no_comment_line_is_in_the_script(source: Path) -> None:
    text = source.read_text(encoding="utf-8")
    if "export default" in text:  # which only a widget's module ends with
        text = text[: text.index("export default")]
    assert len(SOURCES) > 25
    bundled = [line for line in join_modules(source).splitlines() if line.strip()]
    expected = [line for line in code_lines(text) if line.strip()]
    assert bundled[: len(expected)] == expected
    assert not any(line.strip().startswith(("//", "* ", "/**\n")) for line in bundled)


@pytest.mark.parametrize(
    ("modules", "error"),
    [
        (['import x from "./x.js";\n'], "Unsupported import: import x from"),
        (["const a = 1;\n", "function a() {}\n"], "Two modules declare the same name: a"),
    ],
)
def test_what_cannot_be_bundled_is_refused(modules: list[str], error: str, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.js" for number in range(len(modules))]
    for file, text in zip(files, modules, strict=True):
        file.write_text(text)
    with pytest.raises(ValueError, match=error):
        join_modules(*files)
