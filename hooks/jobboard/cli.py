"""The `jobboard` command: the terminal's and CI's door to the core."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import NoReturn

import click

from jobboard import __version__
from jobboard.clock import parse_instant, read_clock
from jobboard.dates import say_date
from jobboard.descriptions import IndexingError, index_descriptions
from jobboard.diagnostics import has_errors
from jobboard.folder import find_postings, load_policy, read_collection
from jobboard.policy import Policy
from jobboard.posting import Posting
from jobboard.publication import BOARD_FILE, POSTINGS_FOLDER
from jobboard.reports import RENDERERS, summarize
from jobboard.states import State, state_of

WRONG_USE = 2
"""Exit code for a command that cannot be carried out as given."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="jobboard")
def main() -> None:
    """Look after the postings of a research jobs board."""


def _instant(_context: click.Context, _parameter: click.Parameter, value: str | None) -> dt.datetime:
    try:
        return parse_instant(value) if value is not None else read_clock(os.environ)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("--format", "layout", type=click.Choice(list(RENDERERS)), default="text", show_default=True,
              help="For people, for GitHub's pull requests, or for programs.")  # fmt: skip
@click.option("--now", callback=_instant, metavar="INSTANT",
              help="Tell what is open as of this instant, such as 2026-11-20T12:00:00Z.  [default: now]")  # fmt: skip
def check(paths: tuple[Path, ...], layout: str, now: dt.datetime) -> None:
    """Check postings and report everything that is wrong with them.

    PATH is a file or a folder; by default all postings of the board.
    Exits with 0 when there are no errors, 1 when there are, 2 when it was called wrongly.
    """
    folder = Path(os.environ.get("JOBBOARD_POSTINGS") or POSTINGS_FOLDER)
    if missing := [path for path in (Path(BOARD_FILE), *(paths or (folder,))) if not path.exists()]:
        _stop(f"there is no `{missing[0]}` here; run jobboard where {BOARD_FILE} is, and name existing paths")
    policy, diagnostics = load_policy(Path(BOARD_FILE))
    summary = summarize(diagnostics, 0)
    if policy is not None:
        stated = paths or (folder,)
        found = chain.from_iterable(
            find_postings(path) if path.is_dir() else [os.path.abspath(path)] for path in stated
        )
        collection = read_collection(
            dict.fromkeys(found), folder, policy, find_postings(folder) if folder.is_dir() else ()
        )
        diagnostics += collection.diagnostics
        summary = summarize(diagnostics, collection.files)
        if collection.postings:
            summary += f"; {_count_states(collection.postings, policy, now)}"
    click.echo(RENDERERS[layout](diagnostics, policy.url if policy else None), nl=False)
    if layout == "text" and diagnostics:
        click.echo()
    click.echo(summary, err=layout != "text")
    sys.exit(1 if has_errors(diagnostics) else 0)


@main.command()
@click.argument("site", type=click.Path(path_type=Path), default=Path("site"))
def index(site: Path) -> None:
    """Make the descriptions of a built SITE searchable (by default of `site`)."""
    try:
        number = index_descriptions(site)
    except IndexingError as error:
        _stop(str(error))
    click.echo(f"{number:,} descriptions can be searched")


def _count_states(postings: Iterable[Posting], policy: Policy, now: dt.datetime) -> str:
    """Like "2 open and 1 closed on 20 Nov 2026"."""
    counts = Counter(state_of(posting, policy, now) for posting in postings)
    said = [f"{counts[state]:,} {state.value.replace('-', ' ')}" for state in State if counts[state]]
    return f"{', '.join(said)} on {say_date(now.date())}"


def _stop(sentence: str) -> NoReturn:
    click.echo(f"jobboard: {sentence}", err=True)
    sys.exit(WRONG_USE)
