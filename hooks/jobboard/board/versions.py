"""What a posting said before: its earlier versions, wherever they are kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from jobboard.posting import Posting


class Version(NamedTuple):
    """A posting as it stood from a day on."""

    day: dt.date
    """Day of the commit, in UTC."""
    posting: Posting


History = Callable[[Sequence[Posting]], Mapping[str, Sequence[Version]]]
"""The versions of postings by slug, oldest first; no entry where nothing is known."""


class Memory(NamedTuple):
    """What is known of earlier times; each part is asked for when it is needed."""

    versions: History
    arrivals: Callable[[], Mapping[str, dt.date]]
    """The days on which postings came, by slug; no entry where nothing is known."""
