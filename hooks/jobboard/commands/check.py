"""`jobboard check`."""

from __future__ import annotations

import datetime as dt
import gc
import os
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import click

from jobboard.board.collection import find_postings, read_collection, report_left_behind
from jobboard.board.comparison import compare_postings
from jobboard.board.policy_reader import BOARD_FILE, load_policy
from jobboard.board.states import State, state_of
from jobboard.commands import print_file, read_instant, stop
from jobboard.commands.board import postings_folder, require_board
from jobboard.diagnostics.diagnostic import has_errors, in_reading_order
from jobboard.diagnostics.reports.formats import RENDERERS
from jobboard.diagnostics.reports.summary import summarize
from jobboard.policy import Policy
from jobboard.posting import Posting
from jobboard.postings.fixes import Repair, find_repairs, show_difference
from jobboard.program import replace_unknown_letters, spell_call
from jobboard.standards.dates import say_date
from jobboard.standards.english import say_count
from jobboard.standards.files import replace_file
from jobboard.standards.invisible import write_visibly

_WHERE_A_LETTER_IS_UNKNOWN = {"markdown": "xmlcharrefreplace", "github": "backslashreplace"}
"""How a format says what the output's encoding lacks; the others are ASCII, or hold their columns."""
_MOST_NAMED = 3
"""Files and folders that a command to type repeats."""


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("--format", "layout", type=click.Choice(list(RENDERERS)), default="text", show_default=True,
              help="For people, for GitHub's pull requests, or for programs.")  # fmt: skip
@click.option("--now", callback=read_instant, metavar="INSTANT",
              help="Tell what is open as of this instant, such as 2026-11-20T12:00:00Z.  [default: now]")  # fmt: skip
@click.option("--fix", "is_fixing", is_flag=True,
              help="Repair what can be repaired for certain, then report what is left.")  # fmt: skip
@click.option("--diff", "is_diff", is_flag=True,
              help="Show what --fix would change, and change nothing.")  # fmt: skip
@click.option("--first", multiple=True, type=click.Path(path_type=Path), metavar="PATH",
              help="Report what is wrong with this file before all others; may be given several times.")  # fmt: skip
def check(
    paths: tuple[Path, ...], layout: str, now: dt.datetime, *, is_fixing: bool, is_diff: bool, first: tuple[Path, ...]
) -> None:
    """Check postings and report everything that is wrong with them.

    PATH is a file or a folder; by default all postings of the board.
    Exits with 0 when there are no errors, 1 when there are (or when --diff shows a change), 2 when it was called wrongly.
    """
    replace_unknown_letters(_WHERE_A_LETTER_IS_UNKNOWN.get(layout, "replace"))
    root = require_board()
    folder = postings_folder()
    if missing := [path for path in paths or (folder,) if not path.exists()]:
        stop(f"there is no `{missing[0]}` here; name existing files and folders")
    gc.disable()  # thousands of postings make a million objects and hardly a cycle; the program ends soon
    policy, diagnostics = load_policy(root / BOARD_FILE)
    summary = summarize(diagnostics, 0)
    repairs: list[Repair] = []
    if policy is not None:
        stated, left_behind = paths or (folder,), list[str]()
        found = dict.fromkeys(
            chain.from_iterable(
                find_postings(path, left_behind) if path.is_dir() else [os.path.abspath(path)] for path in stated
            )
        )
        if is_fixing or is_diff:
            repairs = _repair(found, policy, is_diff=is_diff)
        neighbours = find_postings(folder) if folder.is_dir() else ()
        collection = compare_postings(read_collection(found, folder, policy, neighbours), folder, now)
        diagnostics += in_reading_order([*collection.diagnostics, *report_left_behind(left_behind)])
        preferred = set(map(os.path.abspath, first))
        diagnostics.sort(key=lambda diagnostic: os.path.abspath(diagnostic.path) not in preferred)
        summary = summarize(diagnostics, collection.files + len(left_behind))
        if repairs:
            summary = f"{_say_repairs(repairs, is_diff=is_diff)}; {summary}"
        elif layout == "text" and (fixable := sum(bool(diagnostic.fix) for diagnostic in diagnostics)):
            which = "it" if len(diagnostics) == 1 else f"{fixable:,} of them"
            summary += f", {which} can be repaired with `{_call_to_fix(paths)}`"
        if collection.postings:
            summary += f"; {_count_states(collection.postings, policy, now)}"
    if is_diff:
        print_file("".join(show_difference(repair) for repair in repairs))
        click.echo(summary, err=True)
        sys.exit(1 if repairs or has_errors(diagnostics) else 0)
    click.echo(RENDERERS[layout](diagnostics, policy.url if policy else None), nl=False)
    if layout == "text" and diagnostics:
        click.echo()
    click.echo(summary, err=layout != "text")
    sys.exit(1 if has_errors(diagnostics) else 0)


def _call_to_fix(paths: tuple[Path, ...]) -> str:
    """What repairs *paths*, and all postings of the board where they are none or too many to name."""
    named = paths if len(paths) <= _MOST_NAMED else ()
    return spell_call("check", "--fix", *(write_visibly(str(path)) for path in named))


def _repair(names: Iterable[str], policy: Policy, *, is_diff: bool) -> list[Repair]:
    """What repairs the files *names*; already done, unless only the difference is wanted."""
    repairs = find_repairs(names, policy)
    for repair in () if is_diff else repairs:
        try:
            replace_file(repair.file.path, repair.data)
        except OSError as error:
            stop(f"`{repair.file.shown}` cannot be written: {(error.strerror or str(error)).lower()}")
    return repairs


def _say_repairs(repairs: list[Repair], *, is_diff: bool) -> str:
    """Like "3 problems repaired in 2 files"."""
    counts = (
        (sum(repair.problems for repair in repairs), "problem"),
        (sum(repair.tidied for repair in repairs), "spelling"),
    )
    said = " and ".join(say_count(number, noun) for number, noun in counts if number)
    return f"{said} {'can be ' if is_diff else ''}repaired in {say_count(len(repairs), 'file')}"


def _count_states(postings: Iterable[Posting], policy: Policy, now: dt.datetime) -> str:
    """Like "2 open and 1 closed on 20 Nov 2026"."""
    counts = Counter(state_of(posting, policy, now) for posting in postings)
    said = [f"{counts[state]:,} {state.value.replace('-', ' ')}" for state in State if counts[state]]
    return f"{', '.join(said)} on {say_date(now.date())}"
