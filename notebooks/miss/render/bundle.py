"""Join ES modules into one script, since the places that run them can import no sibling.

A widget's module becomes a Blob in the browser, and a page opened from a USB stick may load no module
at all. The sources stay plain modules; only two forms are joined: ``import { a } from "./x.js";`` on a line of
its own, and ``export`` in front of a declaration.
"""

import re
from pathlib import Path

IMPORT = re.compile(r'^import \{[^}]*\} from "\./[\w-]+\.js";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:class|function|const|async)\b)", re.MULTILINE)
DECLARED = re.compile(r"^(?:async )?(?:function|class|const|let) (\w+)", re.MULTILINE)


def join_modules(*files: Path) -> str:
    """Put modules one after the other, in the order that their imports need.

    Raises:
        ValueError: a module imports in a form that cannot be joined, or declares another's name.
    """
    joined = "\n".join(EXPORT.sub("", IMPORT.sub("", file.read_text(encoding="utf-8"))) for file in files)
    names = DECLARED.findall(joined)
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"These names are declared in two modules: {', '.join(twice)}. Joined, they share one scope.")
    if left := re.search(r"^import .*", joined, re.MULTILINE):
        raise ValueError(f"This import cannot be joined: {left.group()} Write import {{ name }} from './file.js'.")
    return joined
