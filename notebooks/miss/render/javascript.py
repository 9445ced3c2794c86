"""Parse one ES module: what it imports, what it declares, and its code as a part of a script."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser, Query, QueryCursor

LANGUAGE = Language(tree_sitter_javascript.language())
QUERY = Query(
    LANGUAGE,
    r"""
    (import_statement source: (string) @source) @removed
    (export_statement "export" @removed . declaration: (_))
    (comment) @removed
    [(string) (template_string)] @text

    (program [
      (_ name: (identifier) @declared)
      (_ (variable_declarator name: (_) @declared))
      (export_statement declaration: (_ name: (identifier) @declared))
      (export_statement declaration: (_ (variable_declarator name: (_) @declared)))
    ])

    ((import_statement source: (string) @path) @unsupported.import (#not-match? @path "^.[.][.]?/.*[.]js.$"))
    (import_statement (import_clause [(identifier) (namespace_import)])) @unsupported.import
    (import_statement (import_clause (named_imports (import_specifier alias: (_))))) @unsupported.import
    (import_statement (import_attribute)) @unsupported.import
    (call_expression function: (import)) @unsupported.import
    ((meta_property) @unsupported.import (#match? @unsupported.import "^import"))
    (export_statement !declaration !value) @unsupported.export
    (export_statement "default" declaration: (_)) @unsupported.export
    """,
)
TEXTS = ("string", "template_string")
LINE_BREAKS = re.compile(rb"\n\s+")
ADVICE = {
    "import": "Write import { name } from './file.js'.",
    "export": "Write export in front of a declaration.",
}


class Module(NamedTuple):
    """A module as a part of a script."""

    imports: list[str]  # paths, relative to its folder
    names: list[str]  # declared at its top level
    code: str  # without imports, comments, indentation and the word export


def parse_module(file: Path) -> Module:
    """Parse a module.

    Raises:
        ValueError: it has a syntax error, or an import or export of a form that is not supported.
    """
    source = file.read_text(encoding="utf-8").encode()
    root = Parser(LANGUAGE).parse(source).root_node
    if error := _first_error(root):
        raise ValueError(f"Syntax error in {_place(file, error)}.")
    captures = QueryCursor(QUERY).captures(root)  # in no order
    found = {name: sorted(nodes, key=lambda each: each.start_byte) for name, nodes in captures.items()}
    for form, advice in ADVICE.items():
        for node in found.get(f"unsupported.{form}", []):
            raise ValueError(f"Unsupported {form} in {_place(file, node)}: {_text(node)} {advice}")
    return Module(
        imports=[_text(source)[1:-1] for source in found.get("source", [])],
        names=[name for pattern in found.get("declared", []) for name in _bound_names(pattern)],
        code=_without(found.get("removed", []), found.get("text", []), source),
    )


def short_path(file: Path) -> str:
    """Return a module's name with its folder's: many are called element.js."""
    return f"{file.parent.name}/{file.name}"


def _place(file: Path, node: Node) -> str:
    return f"{short_path(file)}, line {node.start_point.row + 1}"


def _text(node: Node) -> str:
    return (node.text or b"").decode()


def _first_error(node: Node) -> Node | None:
    """Return the first node that the parser could not match, or has invented."""
    if node.is_error or node.is_missing:
        return node
    return next((error for child in node.children if (error := _first_error(child))), None) if node.has_error else None


def _bound_names(pattern: Node) -> Iterator[str]:
    """Yield the names that a declaration binds: x in ``x``, a and c in ``{ a = 1, b: [c] }``."""
    if pattern.type in ("identifier", "shorthand_property_identifier_pattern"):
        yield _text(pattern)
    part = pattern.child_by_field_name("left") or pattern.child_by_field_name("value")  # without the default, the key
    for child in [part] if part else pattern.named_children:
        yield from _bound_names(child)


def _without(nodes: list[Node], texts: list[Node], source: bytes) -> str:
    """Return the code without some nodes, empty lines and indentation; in texts, these stay."""
    code, end = b"", 0
    for node in sorted([*nodes, *texts], key=lambda each: each.start_byte):
        if node.start_byte < end:
            continue  # in the node before, such as a comment in an import
        code += LINE_BREAKS.sub(b"\n", source[end : node.start_byte])
        end = node.end_byte
        if node.type in TEXTS:
            code += source[node.start_byte : end]
        else:
            rest = source[end:].lstrip(b" \t")
            end = len(source) - len(rest)
            code = code.rstrip() if rest.startswith(b"\n") else code + _separator(node, code)
    return (code + LINE_BREAKS.sub(b"\n", source[end:])).decode().strip()


def _separator(node: Node, before: bytes) -> bytes:
    """Return what keeps apart the tokens around a comment; one of several lines also ends a statement."""
    if b"\n" in (node.text or b""):
        return b"\n"
    return b"" if not before or before[-1:] in b" \t\n([{" else b" "
