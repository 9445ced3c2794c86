"""Chromium's accessibility tree, as a screen reader gets it: roles, names and states."""

from typing import Any, NamedTuple

from playwright.sync_api import Page

# What a screen reader would not stop at.
SILENT = {"none", "generic", "InlineTextBox", "StaticText", "LabelText", "ListMarker", "LineBreak", "paragraph"}


class Node(NamedTuple):
    """One thing that a screen reader can tell of.

    A slider's words for its value are not here: DevTools gives the bare number for them, whatever the page says.
    """

    role: str
    name: str
    states: dict[str, Any]


def tree(page: Page, within: str = "body") -> list[Node]:
    """List what a screen reader finds in a part of the page, in its order."""
    page.locator(f"{within}:not(:defined)").wait_for(state="detached")  # its script has run
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")  # and it is drawn
    session = page.context.new_cdp_session(page)
    root = session.send("Runtime.evaluate", {"expression": f"document.querySelector({within!r})"})["result"]["objectId"]
    inside = session.send("DOM.describeNode", {"objectId": root, "depth": -1, "pierce": False})["node"]
    order = {id: place for place, id in enumerate(_backend_ids(inside))}
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    told = [each for each in nodes if each.get("backendDOMNodeId") in order and _told(each)]
    return [_node(each) for each in sorted(told, key=lambda each: order[each["backendDOMNodeId"]])]


def find(nodes: list[Node], role: str, name: str = "") -> list[Node]:
    return [node for node in nodes if node.role == role and name in node.name]


def _backend_ids(node: dict[str, Any]) -> list[int]:
    below = [id for child in node.get("children", []) for id in _backend_ids(child)]
    return [int(node["backendNodeId"]), *below]


def _told(node: dict[str, Any]) -> bool:
    return not node["ignored"] and node["role"]["value"] not in SILENT


def _node(node: dict[str, Any]) -> Node:
    states = {each["name"]: each["value"].get("value") for each in node.get("properties", [])}
    return Node(node["role"]["value"], str(node.get("name", {}).get("value", "")), states)
