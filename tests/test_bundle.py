"""Modules become one script: every line of code of them, each once and after its imports, and no comment line."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from miss.presenter.script import trainer_js
from miss.render.bundle import bundle
from miss.web.assets import course_js
from miss.widgets.base import element_js

from .conftest import COURSE, ROOT

MISS = ROOT / "notebooks" / "miss"
SOURCES = sorted(MISS.rglob("*.js"))
ELEMENTS = sorted((MISS / "interactions").glob("*/element.js"))
WIDGETS = [file for file in ELEMENTS if (file.parent / "widget.py").exists()]
PAGE_SOURCES = [
    *(MISS / "widgets" / f"{name}.js" for name in ("objects", "lesson", "figure")),
    *(MISS / "interactions").rglob("*.js"),
    *(file for file in (MISS / "web" / "scripts").iterdir() if file.name not in ("offline.js", "watch.js")),
]


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
        elif stripped and not stripped.startswith(("//", "import ")):
            yield line if stripped.startswith("export default") else line.removeprefix("export ")


def code(file: Path) -> str:
    return "\n".join(code_lines(file.read_text(encoding="utf-8")))


def squeezed(script: str) -> str:
    return re.sub(r"\n\s*\n+", "\n", script)


def write(folder: Path, **modules: str) -> dict[str, Path]:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.js" for name in modules}


@pytest.mark.parametrize("source", SOURCES, ids=lambda file: file.stem)
def test_all_code_and_no_comment_line_is_in_the_script(source: Path) -> None:
    assert len(SOURCES) > 25
    bundled = [line for line in bundle(source).splitlines() if line.strip()]
    expected = code(source).splitlines()
    assert bundled[-len(expected) :] == expected  # after all that it imports
    assert not any(line.strip().startswith(("//", "* ", "/**\n")) for line in bundled)


def test_a_page_has_every_module_once() -> None:
    script = squeezed(course_js())
    assert len(PAGE_SOURCES) > 22
    assert {file.name: script.count(code(file)) for file in PAGE_SOURCES} == {file.name: 1 for file in PAGE_SOURCES}


def test_a_presenter_has_every_module_once() -> None:
    script = squeezed(trainer_js(COURSE.content))
    files = [*(MISS / "presenter").glob("*.js"), MISS / "web" / "scripts" / "storage.js"]
    assert {file.name: script.count(code(file)) for file in files} == {file.name: 1 for file in files}


@pytest.mark.parametrize("file", WIDGETS, ids=lambda file: file.parent.name)
def test_a_widget_has_its_own_modules_only(file: Path) -> None:
    own = file.parent
    script = squeezed(element_js(file))
    assert code(MISS / "widgets" / "lesson.js") in script
    assert script.index(code(file)) < script.index(code(MISS / "widgets" / "attach.js"))
    everywhere = MISS / "interactions" / "glossary"  # any text may mark a term
    others = [file for file in (MISS / "interactions").rglob("*.js") if file.parent not in (own, everywhere)]
    assert not [other for other in others if code(other) in script]


def test_each_module_comes_once_and_after_its_imports(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    files = write(
        tmp_path,
        first='import "./second.js";\nimport {\n  third,\n  other,\n} from "./shared/third.js";\nfirst();\n',
        second=f'import {{ third }} from "./../{tmp_path.name}/shared/third.js";\nsecond();\n',  # another path
        last='import { third } from "./shared/third.js";\nlast();\n',
    )
    (tmp_path / "shared" / "third.js").write_text('import { base } from "../base.js";\nthird();\n')
    write(tmp_path, base="base();\n")
    calls = bundle(files["last"], files["first"]).split()
    assert calls == ["base();", "third();", "last();", "second();", "first();"]


def test_an_import_in_a_comment_is_none(tmp_path: Path) -> None:
    comments = ('/*\nimport { a } from "./a.js";\n*/', '/** @type {import("./b.js").B} */', '// import "./c.js";')
    commented = "\n".join((*comments, "f();\n"))
    assert bundle(*write(tmp_path, entry=commented).values()).split() == ["f();"]


@pytest.mark.parametrize(
    ("modules", "error"),
    [
        (['import x from "./x.js";\n'], "Unsupported import in m0.js: import x from"),
        (['import { a as b } from "./m1.js";\n', ""], "Unsupported import in m0.js: import { a as b }"),
        (['import{ a } from "./m1.js";\n', ""], "Unsupported import in m0.js: import{ a }"),
        (["const a = 1;\n", "function a() {}\n"], "Two modules declare the same name: a"),
        (['import "./m1.js";\n', 'import "./gone.js";\n'], "A module is missing: .*/m0.js → .*/m1.js → .*/gone.js"),
        (
            ['import "./m1.js";\n', 'import "./m2.js";\n', 'import "./m1.js";\n'],
            r"in a circle: [^/]*/m1.js → [^/]*/m2.js → [^/]*/m1.js\.",
        ),
    ],
)
def test_what_cannot_be_bundled_is_refused(modules: list[str], error: str, tmp_path: Path) -> None:
    files = write(tmp_path, **{f"m{number}": text for number, text in enumerate(modules)})
    with pytest.raises(ValueError, match=error):
        bundle(*files.values())
