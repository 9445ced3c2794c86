"""Counted words: each text that counts records names a list, as ``{count:risks}`` does."""

from collections.abc import Iterator

from ..errors import brief
from ..loading.counts import unfilled
from ..loading.raw_files import lists_of
from ..loading.yaml_file import YamlFile
from .rule import Finding, Rule, closest


def _find(files: dict[str, YamlFile]) -> Iterator[Finding]:
    known = {name for stem, file in files.items() for name in lists_of(stem, file.data)}
    for stem, file in files.items():
        for path, name in unfilled(file):
            counted = files.get(name.partition(".")[0])
            if counted is None or isinstance(counted.data, list | dict):  # else it cannot be read, which is told there
                how = closest(name, known, "name a file, as in risks, or a key of a file, as in procedure.steps")
                yield stem, path, f"unknown list '{brief(name)}' in {{count:…}}; {how}"


RULE = Rule("count-of-something", "Readers would see the braces in place of a number.", _find)
