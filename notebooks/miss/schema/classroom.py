"""The texts of the interface about the link for a class; the others are in ``interface.py``."""

from .text import Record, Text


class ClassroomWords(Record):
    """The link and the QR code for a class: on the page, and where the course is served from."""

    code: Text
    code_page: Text
    code_course: Text
    picture: Text
    point: Text
    page_only: Text
    only_here: Text
    not_made: Text
    not_come: Text
    open: Text
    others: Text
    unreached: Text
    cures: list[Text]
    end: Text
    notes: Text
