"""The texts of the interface in the risk cards; a part of ``content/<language>/interface.yaml``."""

from ...schema.text import Record, Text


class RiskWords(Record):
    """The risk cards."""

    prompt: Text
    guess: Text
    guess_about: Text
    reveal: Text
    reveal_all: Text
    hide_all: Text
    signs: Text
    lower: Text
    guess_right: Text
    guess_wrong: Text
    guess_missed: Text
    levels: Text
    emergency: Text
    emergency_means: Text
    report: Text
    report_means: Text
    record: Text
    record_means: Text
    seen: Text
    opened: Text
    closed: Text
    all_opened: Text
    all_closed: Text
