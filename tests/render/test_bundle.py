"""Modules become one script: every token of their code, each once and after its imports, and no comment."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import tree_sitter_javascript
from miss.presenter.script import trainer_js
from miss.render.bundle import bundle
from miss.web.assets import course_js
from miss.widgets.base import element_js
from tree_sitter import Language, Node, Parser

from tests.conftest import COURSE, ROOT

MISS = ROOT / "notebooks" / "miss"
SOURCES = sorted(MISS.rglob("*.js"))
ELEMENTS = sorted((MISS / "interactions").glob("*/element.js"))
QUESTIONS = MISS / "interactions" / "questions"
WIDGETS = [file for file in ELEMENTS if (file.parent / "widget.py").exists()]
PAGE_SOURCES = [
    *(MISS / "widgets" / f"{name}.js" for name in ("find", "objects", "lesson", "figure")),
    *(MISS / "interactions").rglob("*.js"),
    *(file for file in (MISS / "web" / "scripts").glob("*.js") if file.name not in ("offline.js", "watch.js")),
]


LANGUAGE = Language(tree_sitter_javascript.language())


def tree(text: str) -> Node:
    return Parser(LANGUAGE).parse(text.encode()).root_node


def tokens(node: Node) -> Iterator[str]:
    if not node.children:
        yield (node.text or b"").decode()
    for child in node.children:
        if child.type != "comment":
            yield from tokens(child)


def squeezed(script: str) -> str:
    return " ".join(tokens(tree(script)))


def code(file: Path) -> str:
    """A module's tokens, without imports and the word export."""
    statements = [
        child for child in tree(file.read_text(encoding="utf-8")).children if child.type != "import_statement"
    ]
    exported = [" ".join(tokens(child)) for child in statements if child.type != "comment"]
    return " ".join(text if text.startswith("export default") else text.removeprefix("export ") for text in exported)


def comments(node: Node) -> list[str]:
    own = [(node.text or b"").decode()] if node.type == "comment" else []
    return own + [comment for child in node.children for comment in comments(child)]


def write(folder: Path, **modules: str) -> dict[str, Path]:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.js" for name in modules}


@pytest.mark.parametrize("source", SOURCES, ids=lambda file: file.stem)
def test_all_code_and_no_comment_is_in_the_script(source: Path) -> None:
    assert len(SOURCES) > 25
    script = bundle(source)
    assert squeezed(script).endswith(code(source))  # after all that it imports
    assert not comments(tree(script))


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
    asking = {*QUESTIONS.glob("*.js")} - {QUESTIONS / "element.js"} if own.name == "case" else set()  # but is no check
    mine = {*own.glob("*.js"), *everywhere.glob("*.js"), *asking}
    others = [other for other in (MISS / "interactions").rglob("*.js") if other not in mine]
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


def test_imports_run_in_the_order_in_which_they_stand(tmp_path: Path) -> None:
    names = [f"m{number}" for number in (7, 3, 9, 1, 8, 2, 6, 4, 5, 0)]
    write(tmp_path, **{name: f"{name}();" for name in names})
    entry = write(tmp_path, entry="".join(f'import "./{name}.js";\n' for name in names))["entry"]
    assert bundle(entry).split() == [f"{name}();" for name in names]


def test_an_import_in_a_comment_is_none(tmp_path: Path) -> None:
    comments = ('/*\nimport { a } from "./a.js";\n*/', '/** @type {import("./b.js").B} */', '// import "./c.js";')
    commented = "\n".join((*comments, "f();\n"))
    assert bundle(*write(tmp_path, entry=commented).values()).split() == ["f();"]


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("f(); // why\n// what for\ng();\n", "f();\ng();"),
        ("  /**\n   * doc\n   */\n  f();\n", "f();"),
        ("a = /** @type {X} */ (f(/* one */ 1, 2/**/));", "a = (f(1, 2 ));"),
        ("/* a */ /* b */\nf();", "f();"),
        ("function f() {\n  return /*\n  */ 1;\n}", "function f() {\nreturn \n1;\n}"),
        ("if (a) f();/**/else/**/g();", "if (a) f(); else g();"),
        ("f('// a', `/* ${b} */`, /[/*]//*c*/);", "f('// a', `/* ${b} */`, /[/*]/ );"),
        ("f(); // the end", "f();"),
        (
            "f(\n\n  `\n  a\n\n    ${ b(\n  ) }`,\n  'c\\\n  d',\n);\n",
            "f(\n`\n  a\n\n    ${ b(\n  ) }`,\n'c\\\n  d',\n);",
        ),
    ],
)
def test_comments_and_indentation_leave_and_the_code_stays_the_same(text: str, script: str, tmp_path: Path) -> None:
    """Also where a comment keeps tokens apart or ends a statement, and where only text looks like one."""
    assert bundle(*write(tmp_path, entry=text).values()) == f"{script}\n"


@pytest.mark.parametrize(
    "text",
    ['import{ a }from"./a.js"', "import { a, } from './a.js'; // why", 'import {\n  // why\n  a,\n} from "./a.js";'],
)
def test_an_import_may_be_written_in_any_way(text: str, tmp_path: Path) -> None:
    write(tmp_path, a="export const a = 1;\n")
    assert bundle(*write(tmp_path, entry=f"{text}\nf(a);\n").values()) == "const a = 1;\nf(a);\n"


def test_names_in_other_scopes_may_be_the_same(tmp_path: Path) -> None:
    first = "const { a: b = c } = { a: 1 };\nfunction f(a) { const c = a; }\n"
    assert bundle(*write(tmp_path, first=first, second="const a = 1, c = 2;\nclass A { f() {} }\n").values())


@pytest.mark.parametrize(
    ("modules", "error"),
    [
        (['import x from "./x.js";\n'], r"Unsupported import in [^/]*/m0\.js, line 1: import x from"),
        (['import { a as b } from "./m1.js";\n', ""], r"Unsupported import in [^/]*/m0\.js, line 1: import { a as b }"),
        (['import * as a from "./m1.js";\n', ""], r"Unsupported import in [^/]*/m0\.js, line 1: import \* as a"),
        (
            ['import a from "./m1.js" with { type: "json" };\n', ""],
            r"Unsupported import in [^/]*/m0\.js, line 1: import a",
        ),
        (['import "lit";\n'], r'Unsupported import in [^/]*/m0\.js, line 1: import "lit"; Write import { name }'),
        (['f(() => import("./m1.js"));\n', ""], r'Unsupported import in [^/]*/m0\.js, line 1: import\("./m1.js"\)'),
        (["f(import.meta.url);\n"], r"Unsupported import in [^/]*/m0\.js, line 1: import.meta"),
        (
            ["const a = 1;\nexport { a };\n"],
            r"Unsupported export in [^/]*/m0\.js, line 2: export { a };.* Write export",
        ),
        (['export * from "./m1.js";\n', ""], r"Unsupported export in [^/]*/m0\.js, line 1: export \*"),
        (["export default class A {}\n"], r"Unsupported export in [^/]*/m0\.js, line 1: export default class A"),
        (["f();\nconst a = (;\n"], r"Syntax error in [^/]*/m0.js, line 2\."),
        (["f();\n\ng(\n"], r"Syntax error in [^/]*/m0.js, line 3\."),
        (["const a = 1;\n", "function a() {}\n"], r"[^/]*/m0\.js and [^/]*/m1\.js both declare a\. Rename one"),
        (["export const { b: [a = 1] } = c;\n", "let c, a;\n"], r"both declare a\."),
        (["export class A {}\n", "export async function A() {}\n"], r"both declare A\."),
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
