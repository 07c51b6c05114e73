"""The `jobboard` command: the terminal's and CI's door to the core."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from jobboard import __version__
from jobboard.clock import parse_instant
from jobboard.diagnostics import Diagnostic, has_errors
from jobboard.folder import find_postings, load_policy, read_collection, show
from jobboard.policy import Policy
from jobboard.reports import RENDERERS, summarize

WRONG_USE = 2
"""Exit code for a command that cannot be carried out as given."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="jobboard")
def main() -> None:
    """Look after the postings of a research jobs board."""


def _instant(_context: click.Context, _parameter: click.Parameter, value: str | None) -> object:
    if value is None:
        return None
    try:
        return parse_instant(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("--format", "layout", type=click.Choice(list(RENDERERS)), default="text", show_default=True,
              help="For people, for GitHub's pull requests, or for programs.")  # fmt: skip
@click.option(
    "--board", type=click.Path(path_type=Path), default=None, help="The board's policy.  [default: board.yml]"
)
@click.option("--now", callback=_instant, expose_value=False, metavar="INSTANT",
              help="The instant to check as of, such as 2026-11-20T12:00:00Z; no rule depends on it yet.")  # fmt: skip
def check(paths: tuple[Path, ...], layout: str, board: Path | None) -> None:
    """Check postings and report everything that is wrong with them.

    PATH is a file or a folder; by default all postings of the board.
    Exits with 0 when there are no errors, 1 when there are, 2 when it was called wrongly.
    """
    folder = Path(os.environ.get("JOBBOARD_POSTINGS") or "postings")
    board = board or Path("board.yml")
    if missing := [path for path in (board, *(paths or (folder,))) if not path.exists()]:
        _stop(f"there is no `{missing[0]}` here; run jobboard where board.yml is, or name an existing path")
    policy, problems = load_policy(board)
    diagnostics: list[Diagnostic] = problems
    files = 0
    if policy is not None:
        found = [file for path in paths or (folder,) for file in (find_postings(path) if path.is_dir() else (path,))]
        collection = read_collection(dict.fromkeys(found), folder, policy)
        diagnostics, files = [*problems, *collection.diagnostics], collection.files
    click.echo(RENDERERS[layout](diagnostics, _site(policy)), nl=False)
    if layout == "text" and diagnostics:
        click.echo()
    click.echo(
        summarize(diagnostics, files) if files or problems else f"no postings in {show(paths[0] if paths else folder)}",
        err=layout != "text",
    )
    sys.exit(1 if has_errors(diagnostics) else 0)


def _site(policy: Policy | None) -> str | None:
    return policy.url if policy else None


def _stop(sentence: str) -> None:
    click.echo(f"jobboard: {sentence}", err=True)
    sys.exit(WRONG_USE)
