"""The commands: each takes the parsed options."""

import argparse
import sys
from datetime import date
from pathlib import Path

from . import author
from .course import Course, course_at, languages_of
from .errors import CommandError, CourseNotFound, counted
from .invocation import command

EXIT_INVALID_CONTENT = 2


def _course(options: argparse.Namespace) -> Course:
    """Return the course that was named, or the one around the working directory."""
    return course_at(options.course or _course_around(Path.cwd(), options.command), getattr(options, "language", None))


def _course_around(folder: Path, running: str) -> Path:
    course = next((path for path in (folder, *folder.parents) if languages_of(path)), None)
    if course is None:
        how = f"`{command(running, '--help')}` says how"
        raise CourseNotFound(f"There is no course in {folder}. Go to its folder, or name it; {how}.")
    return course


def _require_content(folder: Path, language: str | None) -> None:
    if not any(folder.glob("*.yaml")):
        missing = "there is no YAML file in it" if folder.is_dir() else "there is no such folder"
        raise CourseNotFound(f"{folder} has no content to check: {missing}. Name a course's folder.")
    if language:
        raise CommandError(
            f"{folder} is the folder of one language. Leave out --language, or name the course's folder."
        )


def check(options: argparse.Namespace) -> int:
    """Check a course's content and stored notebooks, and return the exit status."""
    from .checks import run
    from .checks.formats import FORMATS
    from .notebooks.check import add_notebook_problems

    if options.course and not languages_of(options.course):  # content without notebooks
        _require_content(options.course, options.language)
        report = run.check(options.course)
    else:
        course = _course(options)
        report = add_notebook_problems(run.check(course.content_folder), course)
    invalid = bool(report.errors)
    print(FORMATS[options.format](report), file=sys.stderr if invalid and options.format == "text" else sys.stdout)
    return EXIT_INVALID_CONTENT if invalid else 0


def review(options: argparse.Namespace) -> None:
    """List a course's records for review, or sign some of them."""
    from .review.listing import FORMATS

    if options.sign is not None:
        _sign(options)
        return
    if options.role is not None or options.date or options.only:
        how = command("review", "--sign", "risks", "--role", "Nurse educator")
        raise CommandError(f"Nothing was signed: name the records, as in `{how}`.")
    states = _course(options).content.review_states
    shown = [each for each in states if not options.open or each.state != "reviewed"]
    print(FORMATS[options.format or "text"](shown, states))


def _sign(options: argparse.Namespace) -> None:
    from .review.listing import as_line, summary
    from .review.sign import sign

    if options.open or options.format:
        raise CommandError("Nothing was signed: --open and --format belong to the list; leave them out with --sign.")
    course = _course(options)
    signed = sign(course, options.sign, options.role or "", options.date or date.today(), options.only)
    states = course.reloaded().content.review_states
    names = {each.record for each in signed}
    print("\n".join(as_line(each) for each in states if each.part.name in names))
    print(f"{counted(len(signed), 'record')} signed. {summary(states)}")
    print(f"The pages say so once their notebooks are stored anew: `{command('notebooks')}`.")


def schema(options: argparse.Namespace) -> None:
    """Write the JSON schemas of the content files."""
    from .loading.json_schema import write_schemas

    folder = options.folder
    if options.course or not folder:
        course = _course(options)
        folder = folder or course.folder / "content" / "schema"
    written = write_schemas(folder)
    print(f"{counted(len(written), 'schema')} in {folder}.")


def words(_options: argparse.Namespace) -> None:
    """Print the default words of the interface as a content file."""
    from .schema.default_words import default_words_yaml

    print(default_words_yaml(), end="")


def new(options: argparse.Namespace) -> None:
    """Create a course."""
    author.create_course(options.folder)
    print(f"{options.folder} is a course. Its content is in {options.folder / 'content'}; start with course.yaml.")
    print(f"View it with `{command('serve', '--watch', course=options.folder)}`.")


def notebooks(options: argparse.Namespace) -> None:
    """Execute a course's notebooks and store their outputs."""
    author.regenerate_notebooks(_course(options))


def serve(options: argparse.Namespace) -> None:
    """Serve a course through Voilà."""
    hosts = [host for host in (options.hosts or "").split(",") if host]
    author.serve(_course(options), options.port, options.watch, hosts, options.unknown)


def site(options: argparse.Namespace) -> None:
    """Write a course as plain files."""
    from .export.site import write_site

    course = _course(options)
    folder = options.folder or course.folder / "dist" / ("trainer-site" if options.trainer else "site")
    written = write_site(course, folder, options.address, options.trainer)
    print(f"{counted(len(written), 'file')} in {folder}. Open {written[0]}, or copy the folder to any web server.")
    if options.trainer:
        print("It has the trainer's notes and answer keys: keep it where your students cannot open it.")


def serve_to_class(options: argparse.Namespace) -> None:
    """Serve a course to the devices on this machine's network."""
    from .server.classroom import serve_class

    serve_class(_course(options), options.port, options.host, options.kernels)


def handouts(options: argparse.Namespace) -> None:
    """Write a course's handouts and session plan as PDF."""
    from .export.handouts import write_handouts
    from .export.layout import PAPERS, Layout

    course, layout = _course(options), Layout(options.paper, options.address)
    for file in write_handouts(course, options.folder or course.folder / "dist" / "handouts", layout):
        print(file)
    paper = layout.paper_for(course.language)
    [other] = PAPERS.keys() - {paper}
    print(f"They are for {PAPERS[paper]} paper; with --paper={other}, for {PAPERS[other]}.")
    if not layout.address:
        print(
            "They have no link and no QR code; with --address=https://…, where the course stands, each page has both."
        )


def questions(options: argparse.Namespace) -> None:
    """Write a course's questions as cards and for other learning systems."""
    from .export.questions.write import write_questions

    course = _course(options)
    for file in write_questions(course, options.folder or course.folder / "dist" / "questions", options.address):
        print(file)


def slides(options: argparse.Namespace) -> None:
    """Write the slides of a session, and the summary, as PDF and PowerPoint."""
    from .export.slides.write import write_slides

    course = _course(options)
    folder = options.folder or course.folder / "dist" / "slides"
    for file in write_slides(course, folder, options.minutes, options.address):
        print(file)
    if not course.content.trainer:
        print("The course has no trainer's notes, so no session is planned: only the summary was written.")


def icons(options: argparse.Namespace) -> None:
    """Render a course's icons."""
    from .export.icon_drawing import draw_icons

    for file in draw_icons(_course(options)):
        print(file)
