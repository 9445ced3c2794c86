"""Where the sections of a course have interactions."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from .entry import Entry
from .interaction import Interaction, interactions
from .records import Section, Topic

Records = Mapping[str, Any]  # the records of interactions, by the stem of their file


class Placed(NamedTuple):
    """An interaction at a topic: ``key`` names it in the page and the progress store, ``stem`` the file it shows."""

    section: Section
    topic: Topic
    interaction: Interaction
    key: str
    stem: str

    def records(self, records: Records) -> Any:
        """Return its records; None if it has no file."""
        return records.get(self.stem)

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
    return [Placed(section, topic, interaction, key, topic.interaction.records or interaction.file)]
