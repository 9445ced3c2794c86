"""What cannot be done here and now, told to whoever asked for it."""

import errno
import shutil

# Why the system refuses a file or a folder, and how to mend it. Any other reason is told in the system's own words.
NO_RIGHT = "you may not read or write there. Name another folder, or give yourself the right to this one"
NO_FOLDER = "a folder is needed there, and a file stands in its place. Name another folder"
REASONS = {
    errno.EACCES: NO_RIGHT,
    errno.EPERM: NO_RIGHT,
    errno.EROFS: "nothing can be written there. Name a folder on another drive",
    errno.ENOENT: "there is no such file or folder, and none can be made there. Check the name for slips",
    errno.EEXIST: NO_FOLDER,
    errno.ENOTDIR: NO_FOLDER,
    errno.EISDIR: "a file is needed there, and a folder stands in its place. Rename the folder",
    errno.ENOSPC: "the drive is full. Make room on it, then run this again",
    errno.EDQUOT: "your share of the drive is full. Make room in it, then run this again",
    errno.EFBIG: "it would be larger than a file may be there. Make room for it, then run this again",
    errno.ENAMETOOLONG: "the name is too long. Choose a shorter one",
}


class Refusal(Exception):
    """A command stops; the message says what stands in the way and how to mend it."""


def told(error: OSError, command: str) -> str:
    """Say in a sentence why the system did not let a command go on, where, and how to mend it.

    Args:
        error: what the system said; one that was raised with a sentence of ours is told as it is.
        command: the command that stops, such as ``miss site``.
    """
    if isinstance(error, shutil.Error):  # which holds a list: from, to and why, for each file that was not copied
        _, place, why = error.args[0][0]
        return f"`{command}` stops at {place}: {why}."
    if error.errno is None:
        return str(error)
    if error.filename is None:
        return f"`{command}` stops: {_systems_words(error)}."
    return f"`{command}` stops at {error.filename}: {reason(error)}."


def reason(error: OSError) -> str:
    """Say why the system refused a file or a folder, and how to mend it where that is known; without a full stop."""
    return REASONS.get(error.errno or 0) or _systems_words(error)


def _systems_words(error: OSError) -> str:
    words = error.strerror or str(error) or "the system does not say why"
    return f"{words[:1].lower()}{words[1:]}"
