"""The low back from the side: relations from the anatomy that the drawing must keep in each state."""

from .conftest import Open


def test_the_sac_lies_in_the_canal(drawn: Open) -> None:
    healthy = drawn("side", "healthy")
    assert healthy["sac"].intersection(healthy["canal"]).area > 0.9 * healthy["sac"].area
