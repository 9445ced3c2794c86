"""`miss questions`: write the questions of a course as files for other tools."""

from pathlib import Path

from ...course import Course
from ...errors import CommandError
from ...files.write import locked_folder, write_atomically
from ..address import base_url
from ..own_folder import require_own_folder
from .anki import as_package
from .gift import as_gift
from .pool import Pool

CARDS = "questions.apkg"
GIFT = "questions.gift.txt"


def write_questions(course: Course, folder: Path, address: str | None = None) -> list[Path]:
    """Write all questions of a course; the files of an earlier run are replaced.

    Args:
        course: the course.
        folder: the target folder; it is created if it is missing.
        address: the URL of the course; without it, where to read again is named and not linked.

    Raises:
        CommandError: the course has no questions, the address is invalid, or the folder holds other files.
        WriteError: a file could not be written and is unchanged.
    """
    require_own_folder(folder, [CARDS, GIFT])
    pool = Pool(course.content, base_url(address))
    if not pool.exercises:
        raise CommandError(f"{course.folder} has no questions, so nothing is written. Add some to quiz.yaml.")
    files: dict[Path, str | bytes] = {folder / CARDS: as_package(pool), folder / GIFT: as_gift(pool)}
    with locked_folder(folder):
        for file, data in files.items():
            write_atomically(file, data)
    return list(files)
