"""Placements: every file with records is shown, and every name on a page is one thing's."""

from collections.abc import Iterator
from pathlib import Path

from ..errors import brief
from ..loading.yaml_tree import Location
from ..schema.content import FILES
from ..schema.interaction import interactions_by_file
from ..schema.placed import Records, placed_at, placed_in
from ..schema.records import Section, Topic
from .rule import Finding, Rule


def _unplaced_files(folder: Path, sections: list[Section]) -> Iterator[Finding]:
    shown = {placed.stem for placed in placed_in(sections)}
    for stem, interaction in interactions_by_file().items():
        if stem not in shown and (folder / f"{stem}.yaml").exists():
            cure = f"write 'interaction: {{kind: {interaction.kind}}}' below a topic, or remove the file"
            yield "sections", (), f"{stem}.yaml is shown nowhere; {cure}"


def _unnamed_files(folder: Path, sections: list[Section]) -> Iterator[Finding]:
    known = FILES.keys() | interactions_by_file().keys() | {placed.stem for placed in placed_in(sections)}
    for file in sorted(folder.glob("*.yaml")):
        if file.stem not in known:
            cure = "name it under 'records', or remove the file"
            yield "sections", (), f"{brief(file.name)} is named by no topic; {cure}"


def _repeated_names(sections: list[Section], records: Records) -> Iterator[Finding]:
    """On a page, links lead to topics, keys and entries by these names."""
    for index, section in enumerate(sections):
        seen = {topic.id: "a topic" for topic in section.topics}
        for place, topic in enumerate(section.topics):
            for name, thing in _names(section, topic, records):
                if name in seen:
                    what = f"'{brief(name)}' names {seen[name]} and {thing} of this page; give one of them another name"
                    path: Location = (index, "topics", place, "interaction")
                    yield "sections", path, what
                seen[name] = thing


def _names(section: Section, topic: Topic, records: Records) -> Iterator[tuple[str, str]]:
    for placed in placed_at(section, topic):
        yield placed.key, "a key"
        for kind, entries in placed.entries(records).items():
            yield from ((entry.id, f"an entry ({kind})") for entry in entries)


SHOWN = Rule("file-is-shown", "Nobody would see what stands in it.", _unplaced_files)
NAMED = Rule("file-is-named", "Nobody would see what stands in it.", _unnamed_files, level="warning")
UNIQUE = Rule("name-once-on-page", "A link with this name could lead to either.", _repeated_names)
