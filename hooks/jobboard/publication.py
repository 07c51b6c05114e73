"""From a project's folder to a board that can be published, or to the one report that says why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jobboard.board import Board
from jobboard.clock import read_clock
from jobboard.diagnostics import has_errors
from jobboard.folder import find_postings, load_policy, read_collection, show
from jobboard.policy import QUARANTINE, STOP, Policy
from jobboard.reports import summarize
from jobboard.reports.terminal import render_terminal
from jobboard.site import Site

BOARD_FILE = "board.yml"


class PublicationError(Exception):
    """Nothing can be published; the message is the complete report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A board ready to be published."""

    board: Board
    site: Site
    folder: Path
    """The folder of postings."""
    notes: str
    """Warnings, and what was left out; empty when all is well."""


def prepare(root: Path, environment: Mapping[str, str], *, site_url: str | None = None) -> Publication:
    """Read the project in *root*; raises PublicationError when that must stop the build.

    *environment*: `JOBBOARD_POSTINGS`, `JOBBOARD_NOW`, `SOURCE_DATE_EPOCH`, `JOBBOARD_ON_ERROR`,
    `JOBBOARD_SITE_URL`, `JOBBOARD_REPOSITORY_URL`. *site_url* is where a preview is served.
    """
    try:
        now = read_clock(environment)
    except ValueError as error:
        raise PublicationError(f"jobboard: {error}") from None
    policy = _read_policy(root / BOARD_FILE)
    on_error = environment.get("JOBBOARD_ON_ERROR") or policy.on_error
    if site_url:  # a preview goes on with the rest: MkDocs would not answer until the mistake is mended
        on_error = QUARANTINE
    if on_error not in (STOP, QUARANTINE):
        raise PublicationError(f"jobboard: JOBBOARD_ON_ERROR must be `{STOP}` or `{QUARANTINE}`, found `{on_error}`")
    site = _find_site(policy, environment, site_url)
    folder = root / (environment.get("JOBBOARD_POSTINGS") or "postings")
    if not folder.is_dir():
        raise PublicationError(
            f"jobboard: there is no folder of postings at `{show(folder)}`; create it, or name another one in JOBBOARD_POSTINGS"
        )
    collection = read_collection(find_postings(folder), folder, policy)
    report = render_terminal(collection.diagnostics, site.url)
    if collection.diagnostics:
        report += "\n" + summarize(collection.diagnostics, collection.files)
    if has_errors(collection.diagnostics):
        if on_error == STOP:
            raise PublicationError(f"{report}\nNothing was published: the last good site is still in place")
        report += f"\n{collection.files - len(collection.postings)} left out (`on_error: {QUARANTINE}`), the rest is published"
    board = Board(collection.postings, policy, now)
    notes = [report, _say_empty(board, folder)]
    return Publication(board=board, site=site, folder=folder, notes="\n".join(note for note in notes if note))


def _read_policy(path: Path) -> Policy:
    policy, diagnostics = load_policy(path)
    if policy is None:
        raise PublicationError(
            f"{render_terminal(diagnostics)}\n{summarize(diagnostics, 0)}\nNothing was published: the last good site is still in place"
        )
    return policy


def _find_site(policy: Policy, environment: Mapping[str, str], site_url: str | None) -> Site:
    url = site_url or environment.get("JOBBOARD_SITE_URL") or policy.url
    repository = environment.get("JOBBOARD_REPOSITORY_URL") or policy.repository
    return Site(
        url=url.rstrip("/") + "/",
        title=policy.title,
        description=policy.description,
        language=policy.language,
        repository=repository.rstrip("/") if repository else None,
        branch=policy.branch,
    )


def _say_empty(board: Board, folder: Path) -> str:
    if board.open:
        return ""
    if not board.jobs and not board.waiting:
        return f"There are no postings in `{show(folder)}`: the site says that nothing has been published yet"
    return f"No position is open as of {board.now:%Y-%m-%d %H:%M} UTC: the site says so"
