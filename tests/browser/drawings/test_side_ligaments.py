"""The low back from the side: the long ligaments in front of the bodies and behind them, in every state."""

import pytest
import shapely

from .conftest import Open
from .side import DEPTH
from .test_side import CORAL

FRONT_STRETCHES = ["t12", "l1", "l2-l4", "l4-l5", "l5"]
BACK_STRETCHES = ["t12", "l1-l2", "l3", "l3-l4", "l4", "l4-l5", "l5"]
NARROWED = {"back-l3-l4", "back-l4-l5"}
MISSING = {  # what a lesion takes away, and what an operation does not give back
    "herniated-disk": {"back-l4-l5"},
    "spinal-stenosis": NARROWED,
    "broken-vertebra": {"front-l1"},
    "spinal-tumor": {"back-l3"},
    "spinal-infection": {"front-l4-l5", "back-l4-l5"},
    "lumbar-discectomy-before": {"back-l4-l5"},
    "lumbar-discectomy-after": {"back-l4-l5"},
    "laminectomy-before": NARROWED,
    "laminectomy-after": NARROWED,
}
LESIONS = {
    "herniated-disk": ["fragment"],
    "spinal-stenosis": [f"{part}-{disk}" for part in ("bulge", "spurs") for disk in ("l3-l4", "l4-l5")],
    "broken-vertebra": ["l1-squashed", "former-height"],
    "spinal-tumor": ["tumor-outline"],
    "spinal-infection": ["zone-front", "zone-back"],
}


@pytest.mark.parametrize("state", CORAL)
def test_a_long_ligament_is_missing_only_at_the_lesion(drawn: Open, state: str) -> None:
    shown = drawn("side", state)
    stretches = {f"front-{each}" for each in FRONT_STRETCHES} | {f"back-{each}" for each in BACK_STRETCHES}
    assert {each for each in stretches if each not in shown} == MISSING.get(state, set())


@pytest.mark.parametrize(("side", "stretches"), [("front", FRONT_STRETCHES), ("back", BACK_STRETCHES)])
def test_the_stretches_of_a_long_ligament_are_one_line(drawn: Open, side: str, stretches: list[str]) -> None:
    healthy = drawn("side", "healthy")
    lines = [healthy[f"{side}-{each}"] for each in stretches]
    assert shapely.union_all([line.buffer(0.2) for line in lines]).geom_type == "Polygon"


@pytest.mark.parametrize("state", LESIONS)
def test_what_is_missing_of_a_long_ligament_is_not_longer_than_the_lesion(drawn: Open, state: str) -> None:
    healthy, wrong = drawn("side", "healthy"), drawn("side", state)
    lesion = shapely.union_all([wrong[id] for id in LESIONS[state]]).buffer(0.2 * DEPTH)
    gaps = [healthy[id] for id in MISSING[state]]
    assert all(gap.difference(lesion).length < 0.05 * DEPTH for gap in gaps)
