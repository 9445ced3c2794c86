"""The texts of the interface in the procedure slider; a part of ``content/<language>/interface.yaml``."""

from ...schema.text import Record, Text


class ProcedureWords(Record):
    """The procedure slider."""

    slider: Text
    value: Text
    previous: Text
    next: Text
    play: Text
    pause: Text
    steps: Text
    alongside: Text
    people: Text
    counter: Text
