"""`jobboard import`."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from jobboard.board.collection import find_postings
from jobboard.commands import read_instant, stop
from jobboard.commands.board import postings_folder, require_board, require_policy
from jobboard.importing.assessment import Assessed, assess
from jobboard.importing.draft import Draft
from jobboard.importing.posting_file import render_posting
from jobboard.importing.sources import STANDARD_INPUT, SourceError, find_sources, is_address, read_source
from jobboard.importing.table import describe_counts, describe_fields, describe_notes
from jobboard.policy import Policy
from jobboard.source.addresses import slug_of_file
from jobboard.source.source_text import show
from jobboard.standards.english import say_count


@click.command("import")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("-o", "--output", "folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="Where the postings are written.  [default: the folder of postings]")  # fmt: skip
@click.option("--stdout", "is_shown", is_flag=True, help="Write the postings to standard output instead.")
@click.option("--now", callback=read_instant, metavar="INSTANT",
              help="The day of announcement where a source gives none, such as 2026-11-20T12:00:00Z.  [default: now]")  # fmt: skip
def import_(sources: tuple[str, ...], folder: Path | None, *, is_shown: bool, now: dt.datetime) -> None:
    """Make postings of what you have: texts, saved pages, posts of another site, addresses.

    SOURCE is a file (.txt, .md, .markdown, .mdx, .html, .htm), a folder of these, an https address, or - for standard input.
    What a source does not say stands in the posting as a TODO; nothing is overwritten.
    Exits with 0 when every source became a posting, 1 when one could not, 2 when it was called wrongly.
    """
    if folder is not None and is_shown:
        stop("`-o` and `--stdout` exclude each other; give one of them")
    require_board()
    files = [source for source in sources if source != STANDARD_INPUT and not is_address(source)]
    if missing := [source for source in files if not Path(source).exists()]:
        stop(f"there is no `{missing[0]}` here; name existing files and folders, or https addresses")
    run = _Import(require_policy(), now, None if is_shown else folder or postings_folder())
    found = list(dict.fromkeys(find_sources(sources)))
    if not found:
        stop("there is no file to import in what you named; texts, Markdown and HTML count")
    hidden = len(found) == 1 or not sys.stderr.isatty()
    with click.progressbar(found, label="Importing", file=sys.stderr, hidden=hidden) as progress:
        for source in progress:
            run.take(source)
    run.report(is_batch=len(found) > 1)
    sys.exit(1 if run.failed else 0)


class _Import:
    """One run: what was written so far, and what is to be said at its end."""

    def __init__(self, policy: Policy, now: dt.datetime, folder: Path | None) -> None:
        self._policy = policy
        self._now = now
        self._folder = folder
        """Where to write; None for standard output."""
        self._taken = set(_addresses_in(folder))
        self._written: list[tuple[str, Draft, list[Assessed]]] = []
        self._notes: list[str] = []
        self.failed: list[str] = []

    def take(self, source: str) -> None:
        """Make a posting of *source*; what goes wrong is kept for the report and stops nothing else."""
        try:
            draft = read_source(source)
            fields = assess(draft, self._policy, self._now)
            name, text = render_posting(draft, fields, self._now)
            self._write(source, name, text)
        except SourceError as error:
            self.failed.append(f"{source}: {error}")
        except OSError as error:
            self.failed.append(f"{source}: the posting cannot be written: {(error.strerror or str(error)).lower()}")
        except Exception as error:  # noqa: BLE001 - a source that breaks the importer must not cost the others
            self.failed.append(
                f"{source}: it cannot be read ({type(error).__name__}: {error}); this is a bug of jobboard"
            )
        else:
            self._written.append((source, draft, fields))

    def report(self, *, is_batch: bool) -> None:
        """Say on standard error what was found, what was not, and which sources need a look."""
        for source, draft, fields in () if is_batch else self._written:
            click.echo(f"{source}\n{describe_fields(fields)}", err=True)
            if notes := describe_notes(draft):
                click.echo(notes, err=True)
        for source, draft, _ in self._written if is_batch else ():
            for problem in dict.fromkeys(draft.problems):
                click.echo(f"{source}: look at: {problem}", err=True)
        for note in (*self._notes, *(f"not imported: {reason}" for reason in self.failed)):
            click.echo(note, err=True)
        if is_batch:
            click.echo(describe_counts([fields for _, _, fields in self._written]), err=True)
        count = len(self._written)
        where = f" in {show(self._folder)}" if self._folder is not None and count else ""
        closing = f"{say_count(count, 'posting')} written{where}"
        click.echo(f"{closing}; {len(self.failed):,} not imported" if self.failed else closing, err=True)

    def _write(self, source: str, name: str, text: str) -> None:
        """Write one posting under a name whose address is free."""
        if self._folder is None:
            click.echo(text, nl=False)
            return
        year, _, file = name.rpartition("/")
        stem, number = file.removesuffix(".md"), 1
        slug = stem
        while slug in self._taken or (self._folder / year / f"{slug}.md").exists():
            number += 1
            slug = f"{stem}-{number}"
        if number > 1:
            self._notes.append(f"{source}: `{stem}` is taken; it was written as `{slug}`")
        self._taken.add(slug)
        path = self._folder / year / f"{slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as posting:
            posting.write(text)
        click.echo(show(path))


def _addresses_in(folder: Path | None) -> Iterator[str]:
    """The addresses that postings below *folder* have already."""
    if folder is not None and folder.is_dir():
        yield from (slug for path in find_postings(folder) if (slug := slug_of_file(Path(path).name)))
