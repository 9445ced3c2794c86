"""The `miss` command: begin a course, check its words, store its notebooks, serve it."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from . import commands
from .commands import BROKEN_CONTENT, PROGRAM
from .errors import ContentError, CourseError, explain

REFUSED = 1
INTERRUPTED = 130  # as shells have it for a program that Ctrl+C has ended
PORT = 8866
MOST_PORT = 65_535
GONE = "The folder that this command was typed in has been deleted. Go to another one (cd), then run it again."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 2 where the words cannot be read."""
    parser = _parser()
    asked, rest = parser.parse_known_args(arguments)
    if asked.command is None:
        parser.error("say what to do; `miss --help` lists what there is")
    if rest and asked.run is not commands.serve:
        what, command = "options" if rest[0].startswith("-") else "arguments", f"{PROGRAM} {asked.command}"
        parser.error(f"`{command}` takes no {what} {' '.join(rest)}; `{command} --help` lists what it takes")
    asked.rest = rest
    try:
        return asked.run(asked) or 0
    except OSError as error:
        print(GONE if _is_gone() else explain(error, f"{PROGRAM} {asked.command}"), file=sys.stderr)
        return REFUSED
    except ContentError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return BROKEN_CONTENT
    except CourseError as error:
        print(error, file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        print("Interrupted. Every file is whole, as it was or as it is to be.", file=sys.stderr)
        return INTERRUPTED


def _is_gone() -> bool:
    try:
        return not Path.cwd().exists()
    except FileNotFoundError:
        return True


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=PROGRAM, description=__doc__)
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    check = subparsers.add_parser(
        "check",
        help="read all the words of a course, and say what is wrong with them and with what the notebooks store",
    )
    check.add_argument("course", nargs="?", type=Path, help="a course, or the folder of one language in it")
    _add_language(check)
    check.add_argument("--format", choices=("text", "json", "github"), default="text", help="default: %(default)s")
    check.set_defaults(run=commands.check)
    schema = subparsers.add_parser("schema", help="write what an editor needs to complete and check the words")
    schema.add_argument("folder", nargs="?", type=Path, help="default: the schema folder beside the words")
    _add_course(schema, "--course")
    schema.set_defaults(run=commands.schema)
    new = subparsers.add_parser("new", help="begin a course for another leaflet")
    new.add_argument("folder", type=Path, help="a folder that is not there yet, or is empty")
    new.set_defaults(run=commands.new)
    notebooks = subparsers.add_parser("notebooks", help="run every notebook and store what it shows")
    _add_course(notebooks)
    notebooks.set_defaults(run=commands.notebooks)
    serve = subparsers.add_parser(
        "serve", help="serve the course through Voilà, which gets the options that are not named here"
    )
    _add_course(serve)
    _add_language(serve)
    serve.add_argument("--watch", action="store_true", help="let open pages follow the words as they are edited")
    serve.add_argument("--port", type=_port, default=PORT, help="default: %(default)s")
    serve.add_argument("--hosts", help="names under which the course is asked for, with commas, such as a proxy's")
    serve.set_defaults(run=commands.serve)
    site = subparsers.add_parser("site", help="write the course as plain files")
    site.add_argument("folder", nargs="?", type=Path, help="default: dist/site in the course's folder")
    _add_course(site, "--course")
    _add_language(site)
    site.add_argument("--address", help="where the site will stand, such as https://school.example/course/")
    site.add_argument("--students", action="store_true", help="leave out what only a trainer reads")
    site.set_defaults(run=commands.site)
    room = subparsers.add_parser("class", help="serve the course to the devices on this machine's network")
    _add_course(room)
    _add_language(room)
    room.add_argument("--port", type=_port, default=PORT, help="default: %(default)s")
    room.add_argument("--host", help="what students' devices call this machine; default: its address on the network")
    room.add_argument("--kernels", action="store_true", help="let their pages have kernels on this machine")
    room.set_defaults(run=commands.serve_to_class)
    handouts = subparsers.add_parser("handouts", help="write what can be handed out, and the session plan, as PDF")
    handouts.add_argument("folder", nargs="?", type=Path, help="default: dist/handouts in the course's folder")
    _add_course(handouts, "--course")
    _add_language(handouts)
    handouts.set_defaults(run=commands.handouts)
    icons = subparsers.add_parser("icons", help="draw the course's icon.svg as the pictures that browsers ask for")
    _add_course(icons)
    icons.set_defaults(run=commands.icons)
    return parser


def _add_course(command: argparse.ArgumentParser, name: str = "course") -> None:
    help = "the course's folder; default: the one around here"
    if name.startswith("-"):
        command.add_argument(name, type=Path, help=help)
    else:
        command.add_argument(name, type=Path, nargs="?", help=help)


def _add_language(command: argparse.ArgumentParser) -> None:
    command.add_argument("--language", help="a folder in its content; default: en, or the first one there is")


def _port(typed: str) -> int:
    if not typed.isdecimal() or not 1 <= int(typed) <= MOST_PORT:
        raise argparse.ArgumentTypeError(f"'{typed}' is no port. Accepted: 1 to {MOST_PORT}, such as {PORT}")
    return int(typed)
