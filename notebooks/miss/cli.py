"""The `miss` command: begin a course, check its words, store its notebooks, serve it."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from . import author
from .course import Course, languages_of
from .errors import ContentError, CourseError, CourseNotFound, explain

REFUSED = 1
BROKEN_CONTENT = 2
INTERRUPTED = 130  # as shells have it for a program that Ctrl+C has ended
PORT = 8866
PROGRAM = "miss"
MOST_PORT = 65_535


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 2 where the words cannot be read."""
    parser = _parser()
    asked, rest = parser.parse_known_args(arguments)
    if asked.command is None:
        parser.error("say what to do; `miss --help` lists what there is")
    if rest and asked.run is not _serve:
        what, command = "options" if rest[0].startswith("-") else "arguments", f"{PROGRAM} {asked.command}"
        parser.error(f"`{command}` takes no {what} {' '.join(rest)}; `{command} --help` lists what it takes")
    asked.rest = rest
    try:
        return asked.run(asked) or 0
    except OSError as error:
        print(explain(error, f"{PROGRAM} {asked.command}"), file=sys.stderr)
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=PROGRAM, description=__doc__)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    check = commands.add_parser(
        "check",
        help="read all the words of a course, and say what is wrong with them and with what the notebooks store",
    )
    check.add_argument("course", nargs="?", type=Path, help="a course, or the folder of one language in it")
    _add_language(check)
    check.add_argument("--format", choices=("text", "json", "github"), default="text", help="default: %(default)s")
    check.set_defaults(run=_check)
    schema = commands.add_parser("schema", help="write what an editor needs to complete and check the words")
    schema.add_argument("folder", nargs="?", type=Path, help="default: the schema folder beside the words")
    _add_course(schema, "--course")
    schema.set_defaults(run=_schema)
    new = commands.add_parser("new", help="begin a course for another leaflet")
    new.add_argument("folder", type=Path, help="a folder that is not there yet, or is empty")
    new.set_defaults(run=_new)
    notebooks = commands.add_parser("notebooks", help="run every notebook and store what it shows")
    _add_course(notebooks)
    notebooks.set_defaults(run=lambda asked: author.store(_course(asked)))
    serve = commands.add_parser(
        "serve", help="serve the course through Voilà, which gets the options that are not named here"
    )
    _add_course(serve)
    serve.add_argument("--watch", action="store_true", help="let open pages follow the words as they are edited")
    serve.add_argument("--port", type=_port, default=PORT, help="default: %(default)s")
    serve.add_argument("--hosts", help="names under which the course is asked for, with commas, such as a proxy's")
    serve.set_defaults(run=_serve)
    site = commands.add_parser("site", help="write the course as plain files")
    site.add_argument("folder", nargs="?", type=Path, help="default: dist/site in the course's folder")
    _add_course(site, "--course")
    site.add_argument("--address", help="where the site will stand, such as https://school.example/course/")
    site.add_argument("--students", action="store_true", help="leave out what only a trainer reads")
    site.set_defaults(run=_site)
    room = commands.add_parser("class", help="serve the course to the devices on this machine's network")
    _add_course(room)
    room.add_argument("--port", type=_port, default=PORT, help="default: %(default)s")
    room.add_argument("--host", help="what students' devices call this machine; default: its address on the network")
    room.add_argument("--kernels", action="store_true", help="let their pages have kernels on this machine")
    room.set_defaults(run=_class)
    handouts = commands.add_parser("handouts", help="write what can be handed out, and the session plan, as PDF")
    handouts.add_argument("folder", nargs="?", type=Path, help="default: dist/handouts in the course's folder")
    _add_course(handouts, "--course")
    handouts.set_defaults(run=_handouts)
    icons = commands.add_parser("icons", help="draw the course's icon.svg as the pictures that browsers ask for")
    _add_course(icons)
    icons.set_defaults(run=_icons)
    return parser


def _add_course(command: argparse.ArgumentParser, name: str = "course") -> None:
    help = "the course's folder; default: the one around here"
    if name.startswith("-"):
        command.add_argument(name, type=Path, help=help)
    else:
        command.add_argument(name, type=Path, nargs="?", help=help)
    _add_language(command)


def _add_language(command: argparse.ArgumentParser) -> None:
    command.add_argument("--language", help="a folder in its content; default: en, or the first one there is")


def _port(typed: str) -> int:
    if not typed.isdecimal() or not 1 <= int(typed) <= MOST_PORT:
        raise argparse.ArgumentTypeError(f"'{typed}' is no port. Accepted: 1 to {MOST_PORT}, such as {PORT}")
    return int(typed)


def _course(asked: argparse.Namespace) -> Course:
    """Give the course that was named, or the one that this command was typed in."""
    return Course(asked.course or _course_around(Path.cwd(), asked.command), asked.language)


def _course_around(folder: Path, command: str) -> Path:
    found = next((near for near in (folder, folder.parent) if languages_of(near)), None)
    if found is None:
        how = f"`{PROGRAM} {command} --help` says how"
        raise CourseNotFound(f"There is no course in {folder}. Go to its folder, or name it; {how}.")
    return found


def _check(asked: argparse.Namespace) -> int:
    from .checks.formats import FORMATS
    from .checks.run import check
    from .notebooks.check import with_notebooks

    if asked.course and not languages_of(asked.course):  # the words alone, wherever their notebooks are
        if not any(asked.course.glob("*.yaml")):
            raise CourseError(
                f"{asked.course} holds no words to check: there is no YAML file in it. Name a course's folder."
            )
        report = check(asked.course)
    else:
        course = _course(asked)
        report = with_notebooks(check(course.content_folder), course)
    broken = bool(report.errors)
    print(FORMATS[asked.format](report), file=sys.stderr if broken and asked.format == "text" else sys.stdout)
    return BROKEN_CONTENT if broken else 0


def _schema(asked: argparse.Namespace) -> None:
    from .loading.json_schema import write_schemas

    folder = asked.folder or _course(asked).folder / "content" / "schema"
    written = write_schemas(folder)
    print(f"{len(written)} schemas in {folder}.")


def _new(asked: argparse.Namespace) -> None:
    author.begin(asked.folder)
    print(f"{asked.folder} is a course. Its words are in {asked.folder / 'content'}; begin with course.yaml.")
    print(f"See it with `miss serve {asked.folder} --watch`.")


def _serve(asked: argparse.Namespace) -> None:
    hosts = [host for host in (asked.hosts or "").split(",") if host]
    author.serve(_course(asked), asked.port, asked.watch, hosts, asked.rest)


def _site(asked: argparse.Namespace) -> None:
    from .export.site import write_site

    course = _course(asked)
    folder = asked.folder or course.folder / "dist" / "site"
    written = write_site(course, folder, asked.address, trainer=not asked.students)
    print(f"{len(written)} files in {folder}. Open {written[0]}, or copy the folder to any web server.")


def _class(asked: argparse.Namespace) -> None:
    from .server.classroom import serve_class

    serve_class(_course(asked), asked.port, asked.host, asked.kernels)


def _handouts(asked: argparse.Namespace) -> None:
    from .export.handouts import write_handouts

    course = _course(asked)
    for file in write_handouts(course, asked.folder or course.folder / "dist" / "handouts"):
        print(file)


def _icons(asked: argparse.Namespace) -> None:
    from .export.icon_drawing import draw_icons

    for file in draw_icons(_course(asked)):
        print(file)
