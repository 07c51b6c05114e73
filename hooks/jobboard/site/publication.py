"""From a project's folder to a board that can be published, or to the one report that says why not."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from jobboard.board.board import Board
from jobboard.board.changes import History
from jobboard.board.collection import (
    Collection,
    Reading,
    compare_postings,
    find_postings,
    load_policy,
    read_collection,
    show,
)
from jobboard.board.history import read_history
from jobboard.board.readings import Readings
from jobboard.clock import read_clock
from jobboard.diagnostics.diagnostic import Severity, has_errors
from jobboard.diagnostics.reports.summary import summarize
from jobboard.diagnostics.reports.terminal import render_terminal
from jobboard.policy import QUARANTINE, STOP, Policy
from jobboard.site.address import Site
from jobboard.site.contents import Contents
from jobboard.site.pages.templates import Templates
from jobboard.source.characters import HIDDEN, show_hidden

BOARD_FILE = "board.yml"
POSTINGS_FOLDER = "postings"

_SHOWN_IN_PREVIEW = 20
"""Problems told after each change, errors first."""
_WEB_ADDRESS = re.compile(r"https?://[^\s/\"<>?#]+(?:/[^\s\"<>?#]*)?")


class PublicationError(Exception):
    """Nothing can be published; the message is the complete report."""


class Publication(NamedTuple):
    """A board ready to be published."""

    board: Board
    site: Site
    folder: Path
    """The folder of postings."""
    cache: Path
    """The folder of what a build keeps for the next one."""
    history: History
    """What the postings said before."""
    notes: Callable[[], str]
    """Warnings, and what was left out; empty when all is well. It takes a while to compare all postings."""

    def contents(self, templates: Templates) -> Contents:
        """Everything that is published of it."""
        return Contents(self.board, self.site, templates, self.history)


def prepare(
    root: Path,
    environment: Mapping[str, str],
    *,
    site_url: str | None = None,
    readings: Readings[Reading] | None = None,
) -> Publication:
    """Read the project in *root*; raises PublicationError when that must stop the build.

    *environment*: `JOBBOARD_POSTINGS`, `JOBBOARD_NOW`, `SOURCE_DATE_EPOCH`, `JOBBOARD_ON_ERROR`,
    `JOBBOARD_SITE_URL`, `JOBBOARD_REPOSITORY_URL`. *site_url* is where a preview is served, and *readings* what it has read before.
    """
    try:
        now = read_clock(environment)
    except ValueError as error:
        raise PublicationError(f"jobboard: {error}") from None
    policy = _read_policy(root / BOARD_FILE)
    on_error = environment.get("JOBBOARD_ON_ERROR") or policy.on_error
    if on_error not in (STOP, QUARANTINE):
        raise PublicationError(f"jobboard: JOBBOARD_ON_ERROR must be `{STOP}` or `{QUARANTINE}`, found `{on_error}`")
    folder = root / (environment.get("JOBBOARD_POSTINGS") or POSTINGS_FOLDER)
    site = _find_site(policy, environment, site_url, _place_in_repository(folder, root))
    if not folder.is_dir():
        raise PublicationError(
            f"jobboard: there is no folder of postings at `{show(folder)}`; create it, or name another one in JOBBOARD_POSTINGS"
        )
    if readings is not None:
        readings.begin(policy.source)
    collection = read_collection(find_postings(folder), folder, policy, readings=readings)
    board = Board(collection.postings, policy, now)

    @cache
    def notes() -> str:
        report = _report(compare_postings(collection, folder), on_error, site, is_preview=site_url is not None)
        return "\n".join(note for note in (report, _say_empty(board, folder)) if note)

    if has_errors(collection.diagnostics):
        notes()  # raises when that must stop the build
    return Publication(
        board=board,
        site=site,
        folder=folder,
        cache=root / ".cache",
        history=partial(read_history, folder, policy),
        notes=notes,
    )


def _report(collection: Collection, on_error: str, site: Site, *, is_preview: bool) -> str:
    """What is wrong with the postings; raises PublicationError when that must stop the build."""
    diagnostics = collection.diagnostics
    left_out = collection.files - len(collection.postings)
    closing = ""
    if has_errors(diagnostics) and is_preview:  # MkDocs would not answer until the mistake is mended
        closing = f"\n{left_out} left out of the preview"
    elif has_errors(diagnostics) and on_error == QUARANTINE:
        diagnostics = tuple(diagnostic._replace(severity=Severity.WARNING) for diagnostic in diagnostics)
        closing = f"\n{left_out} left out (`on_error: {QUARANTINE}`), the rest is published"
    elif has_errors(diagnostics):
        closing = "\nNothing was published: the last good site is still in place"
    if not diagnostics:
        return ""
    shown = sorted(diagnostics, key=lambda d: not d.is_error)[:_SHOWN_IN_PREVIEW] if is_preview else diagnostics
    if len(shown) < len(diagnostics):
        closing += f"\n{len(diagnostics) - len(shown):,} more are not shown: `jobboard check` shows them all"
    report = f"{render_terminal(shown, site.url)}\n{summarize(diagnostics, collection.files)}{closing}"
    if has_errors(diagnostics) and not is_preview:
        raise PublicationError(report)
    return report


def _read_policy(path: Path) -> Policy:
    policy, diagnostics = load_policy(path)
    if policy is None:
        raise PublicationError(
            f"{render_terminal(diagnostics)}\n{summarize(diagnostics, 0)}\nNothing was published: the last good site is still in place"
        )
    return policy


def _find_site(policy: Policy, environment: Mapping[str, str], site_url: str | None, postings_folder: str) -> Site:
    for variable in ("JOBBOARD_SITE_URL", "JOBBOARD_REPOSITORY_URL"):
        stated = environment.get(variable)
        if stated and HIDDEN.search(stated):
            raise PublicationError(
                f"jobboard: {variable} holds a character that nobody can see, found `{show_hidden(stated)}`"
            )
        if stated and not _WEB_ADDRESS.fullmatch(stated):
            raise PublicationError(f"jobboard: {variable} must begin with `https://` or `http://`, found `{stated}`")
    url = site_url or environment.get("JOBBOARD_SITE_URL") or policy.url
    repository = environment.get("JOBBOARD_REPOSITORY_URL") or policy.repository
    return Site(
        url=url.rstrip("/") + "/",
        title=policy.title,
        description=policy.description,
        language=policy.language,
        repository=repository.rstrip("/") if repository else None,
        branch=policy.branch,
        postings_folder=postings_folder,
    )


def _place_in_repository(folder: Path, root: Path) -> str:
    """Where edit links look for the postings; the usual place for a folder outside the project."""
    inside, around = Path(os.path.abspath(folder)), Path(os.path.abspath(root))
    return inside.relative_to(around).as_posix() if inside.is_relative_to(around) else POSTINGS_FOLDER


def _say_empty(board: Board, folder: Path) -> str:
    if board.open:
        return ""
    if not board.jobs and not board.waiting:
        return f"There are no postings in `{show(folder)}`: the site says that nothing has been published yet"
    return f"No position is open as of {board.now:%Y-%m-%d %H:%M} UTC: the site says so"
