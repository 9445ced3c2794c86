"""What leads from state to state: calls in ``hands.js``."""

import json
from typing import NamedTuple


class State(NamedTuple):
    """A state by name, and the call in ``hands.js`` that leads to it from the state before."""

    name: str
    do: str = ""


def press(selector: str, index: int = 0) -> str:
    return f"hands.press({json.dumps(selector)}, {index})"


def press_all(selector: str) -> str:
    return f"hands.pressAll({json.dumps(selector)})"


def go_on(selector: str) -> str:
    return f"hands.goOn({json.dumps(selector)})"


def answer(check: str, ids: list[str]) -> str:
    return f"hands.answer({json.dumps(check)}, {json.dumps(ids)})"
