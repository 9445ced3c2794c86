"""Sections with other interactions at their topics than the course has."""

from miss.schema.records import Placement, Section


def place(section: Section, *placements: Placement) -> Section:
    """Give the first topics of a section these interactions, and no other topic any."""
    topics = [topic.model_copy(update={"interaction": None}) for topic in section.topics]
    placed = [topic.model_copy(update={"interaction": each}) for topic, each in zip(topics, placements, strict=False)]
    return section.model_copy(update={"topics": [*placed, *topics[len(placed) :]]})
