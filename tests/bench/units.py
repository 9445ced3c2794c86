"""How a measured value is written: short, with its unit."""

Value = float | None


def ms(value: float) -> str:
    return f"{value:,.0f} ms" if value >= 20 else f"{value:.1f} ms"


def seconds(value: float) -> str:
    return f"{value:.2f} s"


def kilobytes(value: float) -> str:
    return f"{value / 1000:,.0f} kB"


def megabytes(value: float) -> str:
    return f"{value / 1e6:,.0f} MB"


def count(value: float) -> str:
    return f"{value:.0f}"


def shift(value: float) -> str:
    return f"{value:.3f}"


def times(value: Value) -> str:
    """Write a ratio: two digits say enough."""
    if value is None:
        return ""
    return f"{value:.0f} x" if value >= 9.5 else f"{value:.2g} x"
