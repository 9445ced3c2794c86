"""The texts of the interface in the comparison; a part of ``content/<language>/interface.yaml``."""

from ...schema.text import Record, Text


class ComparisonWords(Record):
    """The comparison of two states."""

    drag: Text
    drag_value: Text
