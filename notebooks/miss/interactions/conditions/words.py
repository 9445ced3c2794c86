"""The texts of the interface in the condition selector; a part of ``content/<language>/interface.yaml``."""

from ...schema.text import Record, Text


class ConditionWords(Record):
    """The condition selector."""

    legend: Text
    not_claimed: Text
    look_alike: Text
    seen: Text
    announce: Text
