"""Time zones a deadline may be stated in."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from jobboard.vocabulary import nearest

ANYWHERE_ON_EARTH = dt.timezone(dt.timedelta(hours=-12), "AoE")
"""The last zone in which a day ends: UTC-12, no summer time."""

END_OF_DAY = dt.time(23, 59, 59)

_MACHINES_OWN = re.compile("localtime|posixrules|Factory|(?:posix|right)/.*")
"""Names that not every machine knows, or that mean something else on another."""


@cache
def find_zone(name: str) -> dt.tzinfo | None:
    """The zone called *name*: an IANA name, `UTC`, or `AoE` in any case."""
    if name.casefold() == "aoe":
        return ANYWHERE_ON_EARTH
    if _MACHINES_OWN.fullmatch(name):
        return None
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # ZoneInfoNotFoundError is a KeyError; a directory's name raises OSError
        return None


def nearest_zone(name: str) -> str | None:
    """The zone's name closest to *name*; also found by its city alone."""
    zones = sorted(zone for zone in available_timezones() if not _MACHINES_OWN.fullmatch(zone))
    by_city = {zone.rsplit("/", 1)[-1].replace("_", " ").casefold(): zone for zone in zones if "/" in zone}
    return by_city.get(name.replace("_", " ").casefold()) or nearest(name, zones)


def end_of(day: dt.date, zone: dt.tzinfo) -> dt.datetime:
    """The last second of *day* in *zone*, in UTC."""
    return dt.datetime.combine(day, END_OF_DAY, zone).astimezone(dt.UTC)
