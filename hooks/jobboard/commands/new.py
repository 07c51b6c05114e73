"""`jobboard new`."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from jobboard.board.collection import find_postings, read_collection
from jobboard.commands import WORDS, print_file, read_instant, stop
from jobboard.commands.asking import Dialogue
from jobboard.commands.board import postings_folder, require_board, require_policy
from jobboard.commands.kept_answers import KeptAnswers
from jobboard.diagnostics.diagnostic import Diagnostic, has_errors
from jobboard.diagnostics.reports.terminal import render_terminal
from jobboard.diagnostics.rules import EMPTY_BODY
from jobboard.fields.table import FIELDS
from jobboard.policy import Policy
from jobboard.postings.answers import find_missing, find_problems, read_answers
from jobboard.postings.writer import TO_BE_WRITTEN, write_posting, write_template, write_value
from jobboard.program import spell_call
from jobboard.source.addresses import propose_slug, slug_of_file
from jobboard.source.source_text import show
from jobboard.standards.files import create_file

_Command = TypeVar("_Command", bound=Callable[..., Any])

_REPEATABLE = {"location", "remote_from", "employment", "career_stage", "tags", "aliases", "not_duplicate_of"}
"""Fields that may be lists."""
_KEPT = "Your answers are kept: run the command again to go on."


def _option_of(name: str) -> str:
    return {"tags": "--tag", "aliases": "--alias"}.get(name, f"--{name.replace('_', '-')}")


def _with_an_option_for_each_field(command: _Command) -> _Command:
    for field in reversed(FIELDS):
        more = " Can be given several times." if field.name in _REPEATABLE else ""
        option = click.option(
            _option_of(field.name), field.name, type=WORDS, multiple=field.name in _REPEATABLE, metavar="VALUE", help=field.meaning + more
        )  # fmt: skip
        command = option(command)
    return command


@click.command()
@_with_an_option_for_each_field
@click.option("--text", "text", type=click.File("r", encoding="utf-8"), metavar="FILE",
              help="The text of the posting in Markdown; `-` reads it from standard input.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write this file.  [default: postings/YEAR/ORGANIZATION-TITLE.md]")  # fmt: skip
@click.option("--stdout", is_flag=True, help="Print the posting instead of writing a file.")
@click.option("--no-input", is_flag=True, help="Ask nothing: what is not given as an option is missing.")
@click.option("--template", is_flag=True, help="Print the board's template with every field explained, and end.")
@click.option("--now", callback=read_instant, metavar="INSTANT", help="Take this instant's day (UTC) as today.  [default: now]")  # fmt: skip
def new(
    *,
    text: Any,
    output: Path | None,
    stdout: bool,
    no_input: bool,
    template: bool,
    now: dt.datetime,
    **given: str | tuple[str, ...] | None,
) -> None:
    """Write a new posting: answer questions, or give everything as options.

    Every answer is checked as `jobboard check` would. An existing file is never overwritten.
    Exits with 0 when a posting was written, 1 when a value is wrong or you left, 2 when it was called wrongly.
    """
    policy = require_policy()
    if template:
        if output is None:
            print_file(write_template(policy))
            return
        _refuse_to_overwrite(output)
        _create(output, write_template(policy))
        click.echo(f"Written: {show(output)}")
        return
    values = {
        name: write_value(name, [answer] if isinstance(answer, str) else answer, policy)
        for name, answer in given.items()
        if answer and (not isinstance(answer, str) or answer.strip())
    }
    folder = postings_folder()
    if output is not None:
        _refuse_to_overwrite(output)
    proposals = {"author": _ask_git_for_a_name(), "date": now.date().isoformat()}
    kept = KeptAnswers(require_board())
    is_dialogue = not no_input and sys.stdin.isatty()
    dialogue = Dialogue(values, policy, proposals, kept) if is_dialogue else None
    path = None if stdout else output
    try:
        if dialogue is None:
            _settle_without_asking(values, policy, proposals)
        else:
            dialogue.ask_fields()
        while path is None and not stdout:
            path = _find_path(values, policy, folder, dialogue)
            if path is None and dialogue is not None:
                dialogue.ask_fields()
        body = text.read() if text else TO_BE_WRITTEN
    except click.Abort:
        is_kept = dialogue is not None and kept.answers
        click.echo("\nNothing was written." + (f" {_KEPT}" if is_kept else ""), err=True)
        sys.exit(1)
    except UnicodeDecodeError:
        stop("the file given with `--text` is not UTF-8 text")
    posting = write_posting(values, policy, body)
    if path is None:
        print_file(posting)
    else:
        _create(path, posting)
    if is_dialogue:
        kept.forget()
    if path is not None:
        _say_what_is_next(path, folder, policy)


def _settle_without_asking(values: dict[str, str], policy: Policy, proposals: dict[str, str]) -> None:
    """Add what needs no question; end when something is missing or wrong, and say all of it."""
    for name, proposal in proposals.items():
        if proposal:
            values.setdefault(name, write_value(name, [proposal], policy))
    problems: dict[Diagnostic, None] = {}
    for name in values:
        problems |= dict.fromkeys(find_problems(name, values, policy))
    if problems:
        click.echo(render_terminal(list(problems), policy.url), err=True)
    if missing := find_missing(values, policy):
        options = ", ".join(f"`{_option_of(name)}`" for name in missing)
        stop(f"not given: {options}{_hint_at_remote(missing)}")
    if problems:
        raise click.Abort


def _hint_at_remote(missing: list[str]) -> str:
    return " (or `--work-mode remote` instead of `--location`)" if "location" in missing else ""


def _find_path(values: dict[str, str], policy: Policy, folder: Path, dialogue: Dialogue | None) -> Path | None:
    """Where a posting of these values belongs: `postings/YEAR/ORGANIZATION-TITLE.md`; None to go back in a dialogue."""
    posting, problems = read_answers(values, policy)
    if posting is None:  # although each value alone was accepted
        click.echo(render_terminal(problems, policy.url), err=True)
        raise click.Abort
    proposal = propose_slug(posting.organization.name, posting.title)
    proposal = proposal or f"{posting.position}-{posting.date.isoformat()}"
    year = folder / str(posting.date.year)
    taken = {slug_of_file(Path(name).name): name for name in (find_postings(folder) if folder.is_dir() else ())}
    if dialogue is not None:
        used = [slug for slug in taken if slug]
        numbered = (proposal, *(f"{proposal}-{number}" for number in range(2, len(used) + 3)))
        proposal = dialogue.ask_address(next(slug for slug in numbered if slug not in taken), used)
        if not proposal:
            return None
    elif proposal in taken:
        stop(
            f"`{show(Path(taken[proposal]))}` has the address `/jobs/{proposal}/` already; name another file with `-o`"
        )
    _refuse_to_overwrite(year / f"{proposal}.md")
    return year / f"{proposal}.md"


def _refuse_to_overwrite(path: Path) -> None:
    if path.exists() or path.is_symlink():
        stop(f"`{show(path)}` exists already, and is not overwritten")


def _create(path: Path, posting: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        create_file(str(path), posting.encode("utf-8", "surrogateescape"))
    except FileExistsError:
        _refuse_to_overwrite(path)
        stop(f"`{show(path)}` cannot be written: a file stands where its folder would be")
    except OSError as error:
        stop(f"`{show(path)}` cannot be written: {(error.strerror or str(error)).lower()}")


def _say_what_is_next(path: Path, folder: Path, policy: Policy) -> None:
    """Name the file, whether it passes, and the next steps."""
    neighbours = find_postings(folder) if folder.is_dir() else ()
    found = read_collection([os.path.abspath(path)], folder, policy, neighbours).diagnostics
    is_text_missing = any(problem.rule == EMPTY_BODY.name for problem in found)
    others = [problem for problem in found if problem.rule != EMPTY_BODY.name]
    shown = show(path)
    click.echo(f"\nWritten: {shown}\n")
    if others:
        click.echo(render_terminal(others, policy.url))
    if is_text_missing and not has_errors(others):
        click.echo("The fields pass the check; the text is still to be written.\n")
    elif not has_errors(found):
        click.echo("It passes the check.\n")
    steps = [f"write the text below the second `---` of {shown}"] if is_text_missing else []
    steps.append(spell_call("check", shown))
    if not Path(os.path.abspath(path)).is_relative_to(os.path.abspath(folder)):
        steps.append(f"move it into {show(folder)}, to publish it")
    steps.append("make serve, to see it on http://127.0.0.1:8000/")
    click.echo("Next:\n" + "\n".join(f"  {number}. {step}" for number, step in enumerate(steps, 1)))


def _ask_git_for_a_name() -> str:
    """Git's `user.name`; empty when there is none."""
    program = shutil.which("git")
    if program is None:
        return ""
    try:
        answer = subprocess.run(  # noqa: S603 - no shell, and every argument is ours
            [program, "config", "user.name"], capture_output=True, timeout=5, check=True, text=True
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""
    return " ".join(answer.stdout.split())
