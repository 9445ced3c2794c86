"""Where the sections of a course have interactions."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from .entry import Entry
from .interaction import Interaction, interactions
from .records import Section, Topic

Records = Mapping[str, Any]  # the records of interactions, by the stem of their file


class Placed(NamedTuple):
    """An interaction at a topic: ``key`` names it in the page and the progress store, ``stem`` the file it shows.

    ``items`` are the ids of the records that it shows, if these are not all of the file.
    """

    section: Section
    topic: Topic
    interaction: Interaction
    key: str
    stem: str
    items: Sequence[str] = ()

    def records(self, records: Records) -> Any:
        """Return the records that it shows; None if it has no file."""
        all_records = records.get(self.stem)
        if not self.items or not isinstance(all_records, list):
            return all_records
        by_id = {record.id: record for record in all_records}
        return [by_id[id] for id in self.items if id in by_id]

    @property
    def initial(self) -> Mapping[str, Any]:
        """The state of its element before anything was done, as far as ``items`` set it."""
        initial = self.interaction.initial
        return initial(self.items) if initial and self.items else {}

    @property
    def tests_section(self) -> bool:
        """Whether it asks what the course teaches, and is not a check between its topics."""
        return self.interaction.tests and not self.items

    def entries(self, records: Records) -> dict[str, Sequence[Entry]]:
        """Return its entries, by kind."""
        return {kind: entries(self.records(records)) for kind, entries in self.interaction.entries.items()}

    def main_entries(self, records: Records) -> Sequence[Entry]:
        """Return the entries that it shows one by one."""
        return next(iter(self.entries(records).values()), ())

    @property
    def selector(self) -> str:
        """The selector of its element in the page."""
        return f'[data-key="{self.key}"]'

    def entry_selector(self, id: str) -> str:
        """Return the selector of one of its entries in the page."""
        return f"{self.selector} {self.interaction.entry_at.format(id=id)}"


def placed_in(sections: Iterable[Section]) -> list[Placed]:
    """Return the interactions of some sections, in order."""
    return [placed for section in sections for topic in section.topics for placed in placed_at(section, topic)]


def placed_at(section: Section, topic: Topic) -> list[Placed]:
    """Return the interaction of a topic; none, if it has none."""
    if topic.interaction is None:
        return []
    interaction = interactions()[topic.interaction.kind]
    key = topic.interaction.key or interaction.tag
    stem = topic.interaction.records or interaction.file
    return [Placed(section, topic, interaction, key, stem, topic.interaction.items or ())]


def has_widget(section: Section, topic: Topic) -> bool:
    """Return whether there is a widget at a topic."""
    return any(placed.interaction.widget for placed in placed_at(section, topic))


def only_asks(section: Section) -> bool:
    """Return whether all that there is to do in a section asks what the others teach."""
    placed = placed_in([section])
    return bool(placed) and all(each.tests_section for each in placed)
