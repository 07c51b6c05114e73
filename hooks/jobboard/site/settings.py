"""What a build is told by its environment and by `board.yml`: as of when, of which postings, and for which addresses."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from jobboard.board.collection import POSTINGS_FOLDER
from jobboard.clock import read_clock
from jobboard.policy import QUARANTINE, STOP, Policy
from jobboard.site.address import Site, encode_address
from jobboard.source.source_text import show
from jobboard.standards.invisible import HIDDEN, show_hidden

_WEB_ADDRESS = re.compile(r"https?://[^\s/\"<>?#]+(?:/[^\s\"<>?#]*)?")


class SettingsError(Exception):
    """A variable of the environment holds what cannot be used; the message is a sentence for the user."""


class Settings(NamedTuple):
    """One build's."""

    now: dt.datetime
    """The instant to build as of, in UTC."""
    folder: Path
    """The folder of postings."""
    on_error: str
    """What happens to postings with errors: `STOP` or `QUARANTINE`."""
    site: Site


def read_settings(root: Path, environment: Mapping[str, str], policy: Policy, site_url: str | None) -> Settings:
    """The settings for the project in *root*; raises SettingsError.

    *environment*: `JOBBOARD_POSTINGS`, `JOBBOARD_NOW`, `SOURCE_DATE_EPOCH`, `JOBBOARD_ON_ERROR`, `JOBBOARD_SITE_URL`,
    `JOBBOARD_REPOSITORY_URL`. *site_url* is where a preview is served.
    """
    try:
        now = read_clock(environment)
    except ValueError as error:
        raise SettingsError(str(error)) from None
    on_error = environment.get("JOBBOARD_ON_ERROR") or policy.on_error
    if on_error not in (STOP, QUARANTINE):
        raise SettingsError(f"JOBBOARD_ON_ERROR must be `{STOP}` or `{QUARANTINE}`, found `{on_error}`")
    folder = root / (environment.get("JOBBOARD_POSTINGS") or POSTINGS_FOLDER)
    if not folder.is_dir():
        raise SettingsError(
            f"there is no folder of postings at `{show(folder)}`; create it, or name another one in JOBBOARD_POSTINGS"
        )
    url = site_url or _read_address("JOBBOARD_SITE_URL", environment) or policy.url
    repository = _read_address("JOBBOARD_REPOSITORY_URL", environment) or policy.repository
    site = Site(
        url=_encode(url.rstrip("/") + "/"),
        title=policy.title,
        description=policy.description,
        language=policy.language,
        repository=repository.rstrip("/") if repository else None,
        branch=policy.branch,
        postings_folder=_place_in_repository(folder, root),
    )
    return Settings(now=now, folder=folder, on_error=on_error, site=site)


def _read_address(variable: str, environment: Mapping[str, str]) -> str | None:
    stated = environment.get(variable)
    if not stated:
        return None
    if HIDDEN.search(stated):
        raise SettingsError(f"{variable} holds a character that nobody can see, found `{show_hidden(stated)}`")
    if " " in stated:
        stripped = stated.strip()
        proposal = f"; did you mean `{stripped}`?" if _WEB_ADDRESS.fullmatch(stripped) else ""
        raise SettingsError(f"{variable} holds a space, found `{stated}`{proposal}")
    if not _WEB_ADDRESS.fullmatch(stated):
        raise SettingsError(f"{variable} must begin with `https://` or `http://`, found `{stated}`")
    return stated


def _encode(url: str) -> str:
    try:
        urlsplit(url).port  # noqa: B018 - raises for a host or a port that cannot be one
        return encode_address(url)
    except ValueError:
        raise SettingsError(f"the site's address `{url}` has no host, or no port, that can exist") from None


def _place_in_repository(folder: Path, root: Path) -> str:
    """Where edit links look for the postings; the usual place for a folder outside the project."""
    inside, around = Path(os.path.abspath(folder)), Path(os.path.abspath(root))
    return inside.relative_to(around).as_posix() if inside.is_relative_to(around) else POSTINGS_FOLDER
