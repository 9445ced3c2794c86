"""Characters in texts that look like a space or like nothing: they come with a pasted text, and nobody means them."""

from collections.abc import Iterator

from ..loading.characters import NO_BREAK, invisible, invisible_in
from ..loading.yaml_file import YamlFile
from ..schema.records import CourseRecord
from .rule import Finding, Rule

WITHOUT_NO_BREAK = "en"  # a language that sets no space that holds words together; French and German do


def _find(course: CourseRecord, files: dict[str, YamlFile]) -> Iterator[Finding]:
    """Find the first such character of each line."""
    for stem, file in files.items():
        if invisible_in(file.text) is None:
            continue
        for number, line in file.numbered_lines():
            at = invisible_in(line)
            if at is not None and not (line[at] in NO_BREAK and not course.language.startswith(WITHOUT_NO_BREAK)):
                path = file.path_at(number)
                yield stem, path, invisible(line, at, number if number != file.line_of(path) else None)


RULE = Rule(
    "character-is-seen",
    "A line would break where nobody expects it, and a search would not find the word.",
    _find,
    level="warning",
)
