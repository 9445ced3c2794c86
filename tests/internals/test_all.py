"""All that the course leans on in other libraries stands in one place, with a test for each item."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import miss
import pytest

PACKAGE = Path(miss.__file__).parent
PLACE = PACKAGE / "internals"
FILES = sorted(PACKAGE.rglob("*.py"))
OTHERS = [file for file in FILES if PLACE not in file.parents]
LIBRARIES = [file for file in sorted(PLACE.glob("*.py")) if file.stem != "__init__"]
# What other libraries document, with an underscore all the same: namedtuples', and a widget's script and style.
DOCUMENTED = {"_replace", "_asdict", "_esm", "_css"}
# Attributes of other libraries' objects that are public by their name alone.
UNDOCUMENTED = {"app", "cli_config", "labextensions_path", "template_paths", "voila_configuration", "add_transform"}
UNDOCUMENTED |= {"host_name", "displayhook_class", "user_module"}
QUERY = "QUERY_STRING"  # by which Voilà tells `start_kernel` what was asked
# Modules whose contents are not documented, and what may be had of them all the same.
MODULES = re.compile(r"voila\b|IPython\.core\b|ipywidgets\b|jupyter_server\.(services|extension)\b")
MAY_IMPORT = {("voila.app", "Voila")}  # whose `launch_instance` is traitlets'


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def defined(trees: list[ast.Module]) -> set[str]:
    """List what is defined, as a function or class, a variable, or an attribute of one's own."""
    found = set[str]()
    for node in (node for tree in trees for node in ast.walk(tree)):
        match node:
            case ast.FunctionDef(name) | ast.AsyncFunctionDef(name) | ast.ClassDef(name):
                found.add(name)
            case ast.Attribute(ast.Name("self" | "cls"), name, ast.Store()) | ast.Name(name, ast.Store()):
                found.add(name)
    return found - DOCUMENTED


def faults(tree: ast.Module, ours: set[str]) -> Iterator[str]:
    """Find where code reaches for what another library does not document."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(_, name):
                foreign = name.startswith("_") and not name.endswith("__") and name not in ours | DOCUMENTED
                if foreign or name in UNDOCUMENTED:
                    yield f"{node.lineno}: {ast.unparse(node)}"
            case ast.Constant(str(text)) if text == QUERY:
                yield f"{node.lineno}: {text}"
            case ast.ImportFrom(str(module), names, 0) if MODULES.match(module):
                yield from (
                    f"{node.lineno}: {module}.{one.name}" for one in names if (module, one.name) not in MAY_IMPORT
                )
            case ast.Import(names):
                yield from (f"{node.lineno}: {one.name}" for one in names if MODULES.match(one.name))


def test_nothing_else_reaches_for_what_is_not_documented() -> None:
    ours = defined([tree(file) for file in FILES])
    assert len(OTHERS) > 100
    found = {str(file.relative_to(PACKAGE)): list(faults(tree(file), ours)) for file in OTHERS}
    assert {file: lines for file, lines in found.items() if lines} == {}


REACHING = [
    "self._kernel_connections.get(kernel)",
    "shell._instances",
    "app.app.add_handlers('.*$', [])",
    "from voila.tornado.handler import TornadoVoilaHandler",
    "from IPython.core.displayhook import DisplayHook",
    "import ipywidgets",
    "env['QUERY_STRING']",
]


@pytest.mark.parametrize("source", REACHING)
def test_what_reaches_for_it_is_found(source: str) -> None:
    ours = defined([ast.parse("self._made = 1\ndef _pages(): pass")])
    assert len(list(faults(ast.parse(source), ours))) == 1
    assert not list(faults(ast.parse("self._made\nmodule._pages()\nmade._replace(a=1)\nmade.__doc__"), ours))


def items(library: Path) -> dict[str, str]:
    """List what a module has for others: the name that its test is to have, and what is said of it."""
    found: dict[str, str] = {}
    text = library.read_text(encoding="utf-8")
    for node in ast.parse(text).body:
        match node:
            case ast.FunctionDef(name) | ast.ClassDef(name):
                found["test_" + re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()] = ast.get_docstring(node) or ""
            case ast.Assign([ast.Name(name)]):
                [comment] = re.findall(rf"((?:^# .*\n)*)^{name} = ", text, re.MULTILINE)
                found["test_" + name.lower()] = comment
    return found


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda file: file.stem)
def test_each_item_names_the_file_that_it_leans_on_and_has_a_test(library: Path) -> None:
    files, found = Path(__file__).parent.glob(f"test_{library.stem}*.py"), items(library)
    tests = {node.name for file in files for node in tree(file).body if isinstance(node, ast.FunctionDef)}
    assert found.keys() - tests == set()
    assert [name for name, said in found.items() if not re.search(r"\w\.py\b", said)] == []
