"""`jobboard import`."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import yaml

from jobboard.board.collection import find_postings
from jobboard.commands import WORDS, read_instant, stop
from jobboard.commands.board import postings_folder, require_board, require_policy
from jobboard.fields.table import FIELDS_BY_NAME
from jobboard.importing.assessment import Assessed, Wishes, assess, is_accepted
from jobboard.importing.draft import Draft, is_address
from jobboard.importing.posting_file import render_posting
from jobboard.importing.sources import STANDARD_INPUT, SourceError, find_sources, read_source
from jobboard.importing.table import describe_counts, describe_fields, describe_notes
from jobboard.importing.tag_rules import NO_RULES, TagRulesError, load_tag_rules
from jobboard.policy import Policy
from jobboard.source.addresses import slug_of_file
from jobboard.source.source_text import show
from jobboard.standards.english import say_count
from jobboard.standards.files import create_file
from jobboard.standards.invisible import write_visibly

_MOST_NAMED = 30
"""Files left out that are named; more of them are counted."""


@click.command("import")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("-o", "--output", "folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="Where the postings are written.  [default: the folder of postings]")  # fmt: skip
@click.option("--stdout", "is_shown", is_flag=True, help="Write the postings to standard output instead.")
@click.option("--author", type=WORDS, default="", metavar="NAME", help="Who posts, where a source does not say it.")
@click.option("--default", "defaults", type=WORDS, multiple=True, metavar="FIELD=VALUE",
              help="A value for a field that a source does not state; may be given several times.")  # fmt: skip
@click.option("--tags-from", "tag_file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="A YAML file that says what the tags of another site mean, such as `USA: {location: United States}`.")  # fmt: skip
@click.option("--split", "is_split", is_flag=True, help="Make a posting of each position in a source about several.")
@click.option("--now", callback=read_instant, metavar="INSTANT",
              help="The day of announcement where a source gives none, such as 2026-11-20T12:00:00Z.  [default: now]")  # fmt: skip
def import_(
    sources: tuple[str, ...],
    folder: Path | None,
    *,
    is_shown: bool,
    author: str,
    defaults: tuple[str, ...],
    tag_file: Path | None,
    is_split: bool,
    now: dt.datetime,
) -> None:
    """Make postings of what you have: texts, saved pages, posts of another site, PDF and Word files, addresses.

    SOURCE is a file (.txt, .md, .markdown, .mdx, .html, .htm, .pdf, .docx), a folder of these, an https address, or - for standard input.
    What a source does not say stands in the posting as a TODO; nothing is overwritten.
    Exits with 0 when every source became a posting, 1 when one could not, 2 when it was called wrongly.
    """
    if folder is not None and is_shown:
        stop("`-o` and `--stdout` exclude each other; give one of them")
    require_board()
    files = [source for source in sources if source != STANDARD_INPUT and not is_address(source)]
    if missing := [source for source in files if not Path(source).exists()]:
        stop(f"there is no `{missing[0]}` here; name existing files and folders, or https addresses")
    policy = require_policy()
    wishes = _read_wishes(author, defaults, tag_file, policy)
    run = _Import(policy, now, wishes, None if is_shown else folder or postings_folder(), is_split=is_split)
    found, left_out = find_sources(sources)
    if not found:
        stop("there is no file to import in what you named; texts, Markdown, HTML, PDF and Word files count")
    hidden = len(found) == 1 or not sys.stderr.isatty()
    with click.progressbar(found, label="Importing", file=sys.stderr, hidden=hidden) as progress:
        for source in progress:
            run.take(source)
    run.report(left_out, is_batch=len(found) > 1)
    sys.exit(1 if run.failed else 0)


def _read_wishes(author: str, defaults: tuple[str, ...], tag_file: Path | None, policy: Policy) -> Wishes:
    """What is wished for all sources; ends the command where that cannot be."""
    values: dict[str, Any] = {}
    for stated in defaults:
        name, mark, written = stated.partition("=")
        name = name.strip()
        if not mark or name not in FIELDS_BY_NAME:
            stop(f"`--default {stated}` names no field of a posting; write it like `--default language=en`")
        try:
            value = yaml.load(written, Loader=yaml.CBaseLoader)  # noqa: S506 - texts only
        except yaml.YAMLError:
            value = written
        if not is_accepted(name, value, policy):
            stop(
                f"`{name}` cannot be `{written}`; write it as in a posting, such as `--default {name}={FIELDS_BY_NAME[name].example}`"
            )
        values[name] = value
    try:
        rules = load_tag_rules(tag_file, policy) if tag_file is not None else NO_RULES
    except TagRulesError as error:
        stop(str(error))
    return Wishes(author=author.strip(), defaults=values, tag_rules=rules)


class _Import:
    """One run: what was written so far, and what is to be said at its end."""

    def __init__(
        self, policy: Policy, now: dt.datetime, wishes: Wishes, folder: Path | None, *, is_split: bool
    ) -> None:
        self._policy = policy
        self._now = now
        self._wishes = wishes
        self._folder = folder
        """Where to write; None for standard output."""
        self._is_split = is_split
        self._taken = set(_addresses_in(folder))
        self._written: list[tuple[str, str, Draft, list[Assessed]]] = []
        """Source (as a report names it), path, draft and fields of each posting."""
        self._notes: list[str] = []
        self.failed: list[str] = []

    def take(self, source: str) -> None:
        """Make a posting of *source*, or several; what goes wrong is kept for the report and stops nothing else."""
        shown = write_visibly(source)
        try:
            for draft in read_source(source, is_split=self._is_split):
                fields = assess(draft, self._policy, self._now, self._wishes)
                name, text = render_posting(draft, fields, self._now)
                path = self._write(shown, name, text)
                self._written.append((shown, path, draft, fields))
        except SourceError as error:
            self.failed.append(f"{shown}: {error}")
        except OSError as error:
            self.failed.append(f"{shown}: the posting cannot be written: {(error.strerror or str(error)).lower()}")
        except Exception as error:  # noqa: BLE001 - a source that breaks the importer must not cost the others
            self.failed.append(
                f"{shown}: it cannot be read ({type(error).__name__}: {error}); this is a bug of jobboard"
            )

    def report(self, left_out: list[str], *, is_batch: bool) -> None:
        """Say on standard error what was found, what was not, and which sources need a look."""
        for source, path, draft, fields in self._written:
            if is_batch:
                if path:
                    _say(f"{source} -> {path}")
                for problem in dict.fromkeys(draft.problems):
                    _say(f"{source}: look at: {problem}")
                continue
            _say(f"{source}\n{describe_fields(fields)}")
            if notes := describe_notes(draft):
                _say(notes)
        for note in (*self._notes, *(f"not imported: {reason}" for reason in self.failed)):
            _say(note)
        if left_out:
            more = f" and {len(left_out) - _MOST_NAMED:,} more" if len(left_out) > _MOST_NAMED else ""
            named = ", ".join(map(write_visibly, left_out[:_MOST_NAMED]))
            _say(f"left out, by their names: {named}{more} (name them to import them)")
        if is_batch:
            _say(describe_counts([fields for *_, fields in self._written]))
        count = len(self._written)
        where = f" in {show(self._folder)}" if self._folder is not None and count else ""
        closing = f"{say_count(count, 'posting')} written{where}"
        closing += f"; {len(self.failed):,} not imported" if self.failed else ""
        _say(closing + (f"; {len(left_out):,} left out" if left_out else ""))

    def _write(self, source: str, name: str, text: str) -> str:
        """Write one posting under a name whose address is free; the path, empty for standard output."""
        if self._folder is None:
            click.echo(text, nl=False)
            return ""
        year, _, file = name.rpartition("/")
        stem, number = file.removesuffix(".md"), 1
        slug = stem
        while slug in self._taken or (self._folder / year / f"{slug}.md").exists():
            number += 1
            slug = f"{stem}-{number}"
        if number > 1:
            self._notes.append(f"{source}: `{stem}` is taken; it was written as `{slug}`")
        self._taken.add(slug)
        path, data = self._folder / year / f"{slug}.md", text.encode()  # what cannot be written leaves no file
        path.parent.mkdir(parents=True, exist_ok=True)
        create_file(str(path), data)
        click.echo(show(path))
        return show(path)


def _say(words: str) -> None:
    click.echo(words, err=True)


def _addresses_in(folder: Path | None) -> Iterator[str]:
    """The addresses that postings below *folder* have already."""
    if folder is not None and folder.is_dir():
        yield from (slug for path in find_postings(folder) if (slug := slug_of_file(Path(path).name)))
