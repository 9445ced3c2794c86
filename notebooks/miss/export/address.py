"""The address at which a course stands, as an author types it."""

from urllib.parse import urlsplit

from ..errors import CommandError


def base_url(address: str | None) -> str | None:
    """Return the address of a folder on the web, with a slash at its end; None if there is none.

    Raises:
        CommandError: it is not the full address of a folder.
    """
    if not address:
        return None
    url = urlsplit(address)
    if url.scheme not in ("http", "https") or not url.netloc or url.query or url.fragment:
        raise CommandError(
            f"'{address}' is not the web address of a folder. Write it in full, such as https://school.example/course/."
        )
    return f"{address.rstrip('/')}/"
