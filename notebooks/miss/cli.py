"""The `miss` command: check the words, run and store the notebooks, serve the course."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .content.load import load_content
from .content.problem import ContentError
from .course import ROOT, content_folder
from .refusal import Refusal

HANDOUTS = ROOT / "dist" / "handouts"
REFUSED = 1
BROKEN_CONTENT = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 2 where the words cannot be read."""
    asked = _parser().parse_args(arguments)
    try:
        asked.run(asked)
    except (FileExistsError, Refusal) as error:
        print(error, file=sys.stderr)
        return REFUSED
    except ContentError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return BROKEN_CONTENT
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="miss", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="read all the words of a course and say what is wrong with them")
    check.add_argument("folder", nargs="?", type=Path, default=content_folder(), help="default: %(default)s")
    check.set_defaults(run=_check)
    notebooks = commands.add_parser("notebooks", help="run every notebook and store what it shows")
    notebooks.set_defaults(run=_notebooks)
    site = commands.add_parser("site", help="write the course as plain files")
    site.add_argument("folder", nargs="?", type=Path, default=ROOT / "dist" / "site", help="default: %(default)s")
    site.add_argument("--students", action="store_true", help="leave out what only a trainer reads")
    site.set_defaults(run=_site)
    handouts = commands.add_parser("handouts", help="write what can be handed out, and the session plan, as PDF")
    handouts.add_argument(
        "folder", nargs="?", type=Path, default=ROOT / "dist" / "handouts", help="default: %(default)s"
    )
    handouts.set_defaults(run=_handouts)
    return parser


def _check(asked: argparse.Namespace) -> None:
    content = load_content(asked.folder)
    print(f"{asked.folder}: {len(content.sections)} sections, {len(content.quiz)} questions, nothing to mend.")


def _notebooks(_: argparse.Namespace) -> None:
    from .deliver.page import notebooks
    from .deliver.store import store

    load_content(content_folder())  # a typing error is told before anything is run
    for notebook in notebooks(ROOT / "notebooks"):
        print(f"Running {notebook.name}")
        store(notebook)


def _site(asked: argparse.Namespace) -> None:
    from .deliver.site import write_site

    written = write_site(asked.folder, trainer=not asked.students)
    print(f"{len(written)} files in {asked.folder}. Open {written[0]}, or copy the folder to any web server.")


def _handouts(asked: argparse.Namespace) -> None:
    from .deliver.paper import write_handouts

    for file in write_handouts(asked.folder):
        print(file)
