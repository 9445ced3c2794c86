"""Signs: each one of the table is shown by a record."""

from collections.abc import Iterator

from ..loading.walk import walk
from ..schema.placed import Records
from ..schema.records import Section
from ..schema.signs import Sign
from .rule import Finding, Rule


def _unnamed_signs(signs: list[Sign], sections: list[Section], records: Records) -> Iterator[Finding]:
    values = [sections, *records.values()]
    named = {part.id for value in values for _, part in walk(value) if isinstance(part, Sign)}
    for index, sign in enumerate(signs):
        if sign.id not in named:
            what = f"no record names the sign '{sign.id}'; add it to the 'signs' of a record, or remove it"
            yield "signs", (index,), what


SHOWN = Rule("sign-is-shown", "Nobody would see what to watch for.", _unnamed_signs)
