"""`jobboard check`."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import click

from jobboard.commands import read_instant, stop
from jobboard.dates import say_date
from jobboard.diagnostics import has_errors
from jobboard.folder import find_postings, load_policy, read_collection
from jobboard.policy import Policy
from jobboard.posting import Posting
from jobboard.publication import BOARD_FILE, POSTINGS_FOLDER
from jobboard.reports import RENDERERS, summarize
from jobboard.states import State, state_of


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("--format", "layout", type=click.Choice(list(RENDERERS)), default="text", show_default=True,
              help="For people, for GitHub's pull requests, or for programs.")  # fmt: skip
@click.option("--now", callback=read_instant, metavar="INSTANT",
              help="Tell what is open as of this instant, such as 2026-11-20T12:00:00Z.  [default: now]")  # fmt: skip
def check(paths: tuple[Path, ...], layout: str, now: dt.datetime) -> None:
    """Check postings and report everything that is wrong with them.

    PATH is a file or a folder; by default all postings of the board.
    Exits with 0 when there are no errors, 1 when there are, 2 when it was called wrongly.
    """
    folder = Path(os.environ.get("JOBBOARD_POSTINGS") or POSTINGS_FOLDER)
    if missing := [path for path in (Path(BOARD_FILE), *(paths or (folder,))) if not path.exists()]:
        stop(f"there is no `{missing[0]}` here; run jobboard where {BOARD_FILE} is, and name existing paths")
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


def _count_states(postings: Iterable[Posting], policy: Policy, now: dt.datetime) -> str:
    """Like "2 open and 1 closed on 20 Nov 2026"."""
    counts = Counter(state_of(posting, policy, now) for posting in postings)
    said = [f"{counts[state]:,} {state.value.replace('-', ' ')}" for state in State if counts[state]]
    return f"{', '.join(said)} on {say_date(now.date())}"
