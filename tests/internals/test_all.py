"""All dependencies on undocumented behaviour are in ``miss.internals``, with a test for each item."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import miss
import pytest

PACKAGE = Path(miss.__file__).parent
INTERNALS = PACKAGE / "internals"
FILES = sorted(PACKAGE.rglob("*.py"))
OTHER_FILES = [file for file in FILES if INTERNALS not in file.parents]
LIBRARY_MODULES = [file for file in sorted(INTERNALS.glob("*.py")) if file.stem != "__init__"]
# Documented names with an underscore: methods of named tuples, and a widget's script and style.
DOCUMENTED = {"_replace", "_asdict", "_esm", "_css"}
# Attributes of other libraries' objects whose names look public.
UNDOCUMENTED = {"app", "cli_config", "labextensions_path", "template_paths", "voila_configuration", "add_transform"}
UNDOCUMENTED |= {"host_name", "displayhook_class", "user_module"}
QUERY = "QUERY_STRING"  # the variable in which Voilà passes the request's query to `start_kernel`
# Modules without documentation, and the names that may be imported from them.
UNDOCUMENTED_MODULES = re.compile(r"voila\b|IPython\.core\b|ipywidgets\b|jupyter_server\.(services|extension)\b")
ALLOWED = {("voila.app", "Voila")}  # its `launch_instance` belongs to traitlets


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def defined_names(trees: list[ast.Module]) -> set[str]:
    """Return the names of all functions, classes, variables, and attributes of ``self`` and ``cls``."""
    names = set[str]()
    for node in (node for tree in trees for node in ast.walk(tree)):
        match node:
            case ast.FunctionDef(name) | ast.AsyncFunctionDef(name) | ast.ClassDef(name):
                names.add(name)
            case ast.Attribute(ast.Name("self" | "cls"), name, ast.Store()) | ast.Name(name, ast.Store()):
                names.add(name)
    return names - DOCUMENTED


def violations(tree: ast.Module, own_names: set[str]) -> Iterator[str]:
    """Yield each use of an undocumented part of another library."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(_, name):
                foreign = name.startswith("_") and not name.endswith("__") and name not in own_names | DOCUMENTED
                if foreign or name in UNDOCUMENTED:
                    yield f"{node.lineno}: {ast.unparse(node)}"
            case ast.Constant(str(text)) if text == QUERY:
                yield f"{node.lineno}: {text}"
            case ast.ImportFrom(str(module), names, 0) if UNDOCUMENTED_MODULES.match(module):
                yield from (
                    f"{node.lineno}: {module}.{alias.name}" for alias in names if (module, alias.name) not in ALLOWED
                )
            case ast.Import(names):
                yield from (f"{node.lineno}: {alias.name}" for alias in names if UNDOCUMENTED_MODULES.match(alias.name))


def test_no_other_module_uses_undocumented_behaviour() -> None:
    own_names = defined_names([tree(file) for file in FILES])
    assert len(OTHER_FILES) > 100
    found = {str(file.relative_to(PACKAGE)): list(violations(tree(file), own_names)) for file in OTHER_FILES}
    assert {file: lines for file, lines in found.items() if lines} == {}


VIOLATIONS = [
    "self._kernel_connections.get(kernel)",
    "shell._instances",
    "app.app.add_handlers('.*$', [])",
    "from voila.tornado.handler import TornadoVoilaHandler",
    "from IPython.core.displayhook import DisplayHook",
    "import ipywidgets",
    "env['QUERY_STRING']",
]


@pytest.mark.parametrize("source", VIOLATIONS)
def test_violations_are_found(source: str) -> None:
    own_names = defined_names([ast.parse("self._made = 1\ndef _pages(): pass")])
    assert len(list(violations(ast.parse(source), own_names))) == 1
    assert not list(violations(ast.parse("self._made\nmodule._pages()\nmade._replace(a=1)\nmade.__doc__"), own_names))


def items(library: Path) -> dict[str, str]:
    """Return a module's public items: the expected name of the test, and the docstring or comment."""
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


@pytest.mark.parametrize("library", LIBRARY_MODULES, ids=lambda file: file.stem)
def test_each_item_names_the_library_file_and_has_a_test(library: Path) -> None:
    files, found = Path(__file__).parent.glob(f"test_{library.stem}*.py"), items(library)
    tests = {node.name for file in files for node in tree(file).body if isinstance(node, ast.FunctionDef)}
    assert found.keys() - tests == set()
    assert [name for name, description in found.items() if not re.search(r"\w\.py\b", description)] == []
