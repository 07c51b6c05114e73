"""From a project's folder to a board that can be published, or to the one report that says why not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from jobboard.board.arrivals import read_days
from jobboard.board.board import Board
from jobboard.board.collection import Collection, Outcome, find_postings, read_collection, report_left_behind
from jobboard.board.comparison import compare_postings
from jobboard.board.history import read_history
from jobboard.board.known_outcomes import KnownOutcomes
from jobboard.board.policy_reader import BOARD_FILE, load_policy
from jobboard.board.versions import Memory
from jobboard.diagnostics.diagnostic import Severity, has_errors, in_reading_order
from jobboard.diagnostics.reports.summary import summarize
from jobboard.diagnostics.reports.terminal import render_terminal
from jobboard.parallel.processes import WORTH_A_PROCESS
from jobboard.policy import QUARANTINE, STOP, Policy
from jobboard.program import spell_call
from jobboard.site.address import Site
from jobboard.site.pages.broken import make_broken_pages
from jobboard.site.pages.templates import Templates
from jobboard.site.plan import MarkdownFile, Plan, make_plan
from jobboard.site.settings import Settings, SettingsError, read_settings
from jobboard.source.source_text import show
from jobboard.standards.invisible import write_visibly

_REMEMBERED = dt.timedelta(days=365)
"""Before the build, in which it matters for feeds when a posting came."""
_SHOWN_IN_PREVIEW = 20
"""Problems told after each change, errors first."""


class PublicationError(Exception):
    """Nothing can be published; the message is the complete report."""


class MachineError(PublicationError):
    """The machine does not let the site be written, which is no fault of the postings; the message is a sentence."""

    def __init__(self, sentence: str) -> None:
        super().__init__(f"jobboard: {write_visibly(sentence)}")

    @classmethod
    def of(cls, what: str, error: OSError) -> MachineError:
        """*what* cannot be done, for the reason that the system gives."""
        return cls(f"{what}: {(error.strerror or str(error)).lower()}")


class Publication(NamedTuple):
    """A board ready to be published."""

    board: Board
    settings: Settings
    collection: Collection
    """Its postings as they were read, each of them alone."""
    cache: Path
    """The folder of what a build keeps for the next one."""
    templates: Templates
    memory: Memory
    """What the postings said before, and when they came."""
    is_preview: bool

    @property
    def site(self) -> Site:
        """Where it is published."""
        return self.settings.site

    @property
    def folder(self) -> Path:
        """The folder of postings."""
        return self.settings.folder

    @property
    def is_large(self) -> bool:
        """Whether a second process would be worth its start."""
        return len(self.board.jobs) > WORTH_A_PROCESS

    @property
    def is_stopped(self) -> bool:
        """Whether an error in a posting forbids to publish the others."""
        is_strict = self.settings.on_error == STOP and not self.is_preview  # a preview would never answer
        return is_strict and has_errors(self.collection.diagnostics)

    def report(self) -> str:
        """What is wrong with the postings, and what was left out; empty when all is well.

        All postings are compared with each other, which takes a while.
        """
        collection = compare_postings(self.collection, self.folder, closed_by=self.board.now)
        said = (_report(collection, self), _say_empty(self))
        return "\n".join(part for part in said if part)

    def plan(self, titles: Mapping[str, str], sources: Iterable[MarkdownFile]) -> Plan:
        """Who writes what of its site, as `make_plan` has it."""
        broken = self.collection.diagnostics if self.is_preview else ()
        pages = make_broken_pages(broken, self.site.url, self.templates)
        return make_plan(self.board, self.site, self.templates, self.memory, titles, sources, pages)


def prepare(
    root: Path,
    environment: Mapping[str, str],
    target: Path,
    *,
    site_url: str | None = None,
    readings: KnownOutcomes[Outcome] | None = None,
) -> Publication:
    """Read the project in *root*; raises PublicationError when that must stop the build.

    *environment* is that of `read_settings`, *target* the folder that will hold the site; *site_url* is where a preview is served, and *readings* what it has read before.
    """
    policy = _read_policy(root / BOARD_FILE, target)
    try:
        settings = read_settings(root, environment, policy, site_url)
    except SettingsError as error:
        raise PublicationError(f"jobboard: {write_visibly(str(error))}") from None
    if readings is not None:
        readings.begin(policy.source)
    left_behind: list[str] = []
    found = find_postings(settings.folder, left_behind)
    collection = read_collection(found, settings.folder, policy, readings=readings)
    if left_behind and readings is None:  # in a preview an editor is at work
        told = in_reading_order([*collection.diagnostics, *report_left_behind(left_behind)])
        collection = collection._replace(diagnostics=tuple(told))
    cache = root / ".cache"
    publication = Publication(
        board=Board(collection.postings, policy, settings.now),
        settings=settings,
        collection=collection,
        cache=cache,
        templates=Templates(root, cache, closing_soon=policy.closing_soon),
        memory=Memory(
            versions=partial(read_history, settings.folder, policy),
            arrivals=partial(read_days, settings.folder, settings.now.date() - _REMEMBERED),
        ),
        is_preview=site_url is not None,
    )
    if publication.is_stopped:
        raise PublicationError(f"{publication.report()}\n{_say_unpublished(target)}")
    return publication


def _read_policy(path: Path, target: Path) -> Policy:
    policy, diagnostics = load_policy(path)
    if policy is None:
        raise PublicationError(
            f"{render_terminal(diagnostics)}\n{summarize(diagnostics, 0)}\n{_say_unpublished(target)}"
        )
    return policy


def _say_unpublished(target: Path) -> str:
    kept = ": the last good site is still in place" if (target / "index.html").is_file() else ""
    return f"Nothing was published{kept}"


def _report(collection: Collection, publication: Publication) -> str:
    diagnostics = collection.diagnostics
    if not diagnostics:
        return ""
    left_out = collection.files - len(collection.postings)
    closing = ""
    if has_errors(diagnostics) and publication.is_preview:
        closing = f"\n{left_out} left out of the preview"
    elif has_errors(diagnostics) and not publication.is_stopped:
        diagnostics = tuple(diagnostic._replace(severity=Severity.WARNING) for diagnostic in diagnostics)
        closing = f"\n{left_out} left out (`on_error: {QUARANTINE}`), the rest is published"
    shown = diagnostics
    if publication.is_preview:
        shown = tuple(sorted(diagnostics, key=lambda d: not d.is_error)[:_SHOWN_IN_PREVIEW])
    if len(shown) < len(diagnostics):
        closing += f"\n{len(diagnostics) - len(shown):,} more are not shown: `{spell_call('check')}` shows them all"
    return f"{render_terminal(shown, publication.site.url)}\n{summarize(diagnostics, collection.files)}{closing}"


def _say_empty(publication: Publication) -> str:
    board, folder = publication.board, show(publication.folder)
    if board.open or publication.is_stopped:
        return ""
    if not board.jobs and not board.waiting:
        is_any = publication.collection.files > 0
        found = f"None of the postings in `{folder}` is published" if is_any else f"There are no postings in `{folder}`"
        return f"{found}: the site says that nothing has been published yet"
    return f"No position is open as of {board.now:%Y-%m-%d %H:%M} UTC: the site says so"
