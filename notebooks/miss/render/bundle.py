"""Bundle ES modules into one script, for environments that cannot import a sibling module.

anywidget turns a widget's module into a Blob, and a page opened from a USB stick (``file:``) may load no module at
all. The sources stay plain modules. Two forms are supported: ``import { a } from "./x.js";`` on a line of its own,
and ``export`` in front of a declaration. Comments on lines of their own stay in the sources: readers would load them.
"""

import re
from pathlib import Path

IMPORT = re.compile(r'^import \{[^}]*\} from "\./[\w-]+\.js";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:class|function|const|async)\b)", re.MULTILINE)
COMMENT_LINES = re.compile(r"^[ \t]*(?://[^\n]*|/\*(?:(?!\*/)[\s\S])*\*/[ \t]*)\n", re.MULTILINE)
DECLARATION = re.compile(r"^(?:async )?(?:function|class|const|let) (\w+)", re.MULTILINE)


def join_modules(*files: Path) -> str:
    """Concatenate modules in the given order, which has to put each one after its imports.

    Raises:
        ValueError: a module has an import of another form, or two modules declare the same name.
    """
    script = "\n".join(EXPORT.sub("", IMPORT.sub("", file.read_text(encoding="utf-8"))) for file in files)
    script = COMMENT_LINES.sub("", script)
    names = DECLARATION.findall(script)
    if duplicates := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"Two modules declare the same name: {', '.join(duplicates)}. Bundled, they share one scope.")
    if unsupported := re.search(r"^import .*", script, re.MULTILINE):
        raise ValueError(f"Unsupported import: {unsupported.group()} Write import {{ name }} from './file.js'.")
    return script
