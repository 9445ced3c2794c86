"""The `miss` command: create a course, check its content, store its notebooks, serve it."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from . import commands
from .commands import EXIT_INVALID_CONTENT
from .course import languages_of
from .errors import ContentError, CourseError, explain
from .invocation import PROGRAM, command, naming
from .schema.content import course_folder
from .schema.trainer import SESSIONS

EXIT_FAILURE = 1
EXIT_INTERRUPTED = 130  # the shells' convention for SIGINT
PORT = 8866
MINUTES = 45  # as in the presentation
MAX_PORT = 65_535
DELETED_FOLDER = "The working directory has been deleted. Change to another one (cd), then run this again."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 1 for a failure, 2 for invalid content or arguments."""
    parser = _parser()
    options, unknown = parser.parse_known_args(arguments)
    if options.command is None:
        parser.error(f"missing command; `{command('--help')}` lists the commands")
    if unknown and options.run is not commands.serve:
        what, how = "options" if unknown[0].startswith("-") else "arguments", command(options.command, "--help")
        parser.error(f"`{PROGRAM} {options.command}` has no {what} {' '.join(unknown)}; `{how}` lists them")
    options.unknown = unknown  # passed on to Voilà
    with naming(_named_course(options), getattr(options, "language", None)):
        return _run(options)


def _named_course(options: argparse.Namespace) -> Path | None:
    """Return the folder of the course that was named, be it by the folder of one language in it."""
    given: Path | None = getattr(options, "course", None)
    return given if not given or languages_of(given) else course_folder(given)


def _run(options: argparse.Namespace) -> int:
    try:
        return options.run(options) or 0
    except OSError as error:
        print(DELETED_FOLDER if _is_deleted() else explain(error, f"{PROGRAM} {options.command}"), file=sys.stderr)
        return EXIT_FAILURE
    except ContentError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return EXIT_INVALID_CONTENT
    except CourseError as error:
        print(error, file=sys.stderr)
        return EXIT_FAILURE
    except KeyboardInterrupt:
        print("Interrupted. No file was left half-written.", file=sys.stderr)
        return EXIT_INTERRUPTED


def _is_deleted() -> bool:
    try:
        return not Path.cwd().exists()
    except FileNotFoundError:
        return True


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=PROGRAM, description=__doc__)
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    check = subparsers.add_parser(
        "check",
        help="check the content of a course, and what its notebooks store",
    )
    check.add_argument("course", nargs="?", type=Path, help="a course, or the folder of one language in it")
    _add_language(check)
    check.add_argument("--format", choices=("text", "json", "github"), default="text", help="default: %(default)s")
    check.set_defaults(run=commands.check)
    _add_review(subparsers.add_parser("review", help="list the records for review with their hashes, or sign some"))
    schema = subparsers.add_parser("schema", help="write the JSON schemas that editors use to check the content")
    schema.add_argument("folder", nargs="?", type=Path, help="default: content/schema in the course's folder")
    _add_course(schema, "--course")
    schema.set_defaults(run=commands.schema)
    words = subparsers.add_parser(
        "words", help="print the default words of the interface, to translate or replace them"
    )
    words.set_defaults(run=commands.words)
    new = subparsers.add_parser("new", help="create a course for another leaflet")
    new.add_argument("folder", type=Path, help="a new or an empty folder")
    new.set_defaults(run=commands.new)
    notebooks = subparsers.add_parser("notebooks", help="execute every notebook and store its outputs")
    _add_course(notebooks)
    notebooks.set_defaults(run=commands.notebooks)
    serve = subparsers.add_parser("serve", help="serve the course through Voilà; other options are passed on to it")
    _add_course(serve)
    _add_language(serve)
    serve.add_argument("--watch", action="store_true", help="let open pages follow edits of the content")
    serve.add_argument("--port", type=_port, default=PORT, help="default: %(default)s")
    serve.add_argument("--hosts", help="other host names of this server, separated by commas, such as a proxy's")
    serve.set_defaults(run=commands.serve)
    site = subparsers.add_parser("site", help="write the course as plain files")
    site.add_argument("folder", nargs="?", type=Path, help="default: dist/site, or dist/trainer-site")
    _add_course(site, "--course")
    _add_language(site)
    site.add_argument("--address", help="the URL that the site will have, such as https://school.example/course/")
    readers = site.add_mutually_exclusive_group()
    readers.add_argument("--students", action="store_true", help="without what only trainers read: the default")
    readers.add_argument("--trainer", action="store_true", help="with what only trainers read, for trainers alone")
    site.set_defaults(run=commands.site)
    room = subparsers.add_parser("class", help="serve the course to the devices on this machine's network")
    _add_course(room)
    _add_language(room)
    room.add_argument("--port", type=_port, default=PORT, help="default: %(default)s")
    room.add_argument("--host", help="this machine's name for students' devices; default: its address on the network")
    room.add_argument("--kernels", action="store_true", help="let their pages use kernels on this machine")
    room.set_defaults(run=commands.serve_to_class)
    handouts = subparsers.add_parser("handouts", help="write the handouts and the session plan as PDF")
    handouts.add_argument("folder", nargs="?", type=Path, help="default: dist/handouts in the course's folder")
    _add_course(handouts, "--course")
    _add_language(handouts)
    usual = "default: what is usual where the course's language is spoken"
    handouts.add_argument("--paper", choices=("a4", "letter"), help=usual)
    handouts.add_argument("--address", help="the URL of the course, for the link and the QR code on each sheet")
    handouts.set_defaults(run=commands.handouts)
    questions = subparsers.add_parser("questions", help="write the questions as cards for Anki, and as GIFT for Moodle")
    questions.add_argument("folder", nargs="?", type=Path, help="default: dist/questions in the course's folder")
    _add_course(questions, "--course")
    _add_language(questions)
    questions.add_argument("--address", help="the URL of the course, for links to where a question is read again")
    questions.set_defaults(run=commands.questions)
    slides = subparsers.add_parser("slides", help="write the slides of a session and the summary as PDF and PowerPoint")
    slides.add_argument("folder", nargs="?", type=Path, help="default: dist/slides in the course's folder")
    _add_course(slides, "--course")
    _add_language(slides)
    lengths = "the length of the session; default: %(default)s"
    slides.add_argument("--minutes", type=int, choices=SESSIONS, default=MINUTES, help=lengths)
    slides.add_argument("--address", help="the URL of the course, which the slides show with its QR code")
    slides.set_defaults(run=commands.slides)
    icons = subparsers.add_parser("icons", help="render the course's icon.svg as PNG and ICO files")
    _add_course(icons)
    icons.set_defaults(run=commands.icons)
    return parser


def _add_review(review: argparse.ArgumentParser) -> None:
    _add_course(review)
    _add_language(review)
    review.add_argument("--open", action="store_true", help="list only what is not reviewed, or changed since")
    review.add_argument("--format", choices=("text", "csv"), help="of the list; default: text")
    names = "sign these, and all below them, such as risks or risks/infection"
    review.add_argument("--sign", nargs="+", metavar="NAME", help=names)
    review.add_argument("--only", action="store_true", help="sign each NAME alone, without what is below it")
    review.add_argument("--role", help='the reviewer\'s role, such as "Nurse educator"')
    review.add_argument("--date", type=_day, help="the day of the review, such as 2026-05-31; default: today")
    review.set_defaults(run=commands.review)


def _add_course(command: argparse.ArgumentParser, name: str = "course") -> None:
    help = "the course's folder; default: the working directory, or the nearest parent that is a course"
    if name.startswith("-"):
        command.add_argument(name, type=Path, help=help)
    else:
        command.add_argument(name, type=Path, nargs="?", help=help)


def _add_language(command: argparse.ArgumentParser) -> None:
    command.add_argument("--language", help="a folder in its content; default: en, else the first by name")


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no day. Write it as in 2026-05-31") from None
    if day > date.today():
        raise argparse.ArgumentTypeError(f"'{text}' is in the future. Name the day of the review, or leave it out")
    return day


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MAX_PORT:
        raise argparse.ArgumentTypeError(f"'{text}' is not a port. Accepted: 1 to {MAX_PORT}, such as {PORT}")
    return int(text)
