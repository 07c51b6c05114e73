"""Time zones a deadline may be stated in."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache, lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, available_timezones

from jobboard.vocabulary import nearest

ANYWHERE_ON_EARTH = dt.timezone(dt.timedelta(hours=-12), "AoE")
"""The last zone in which a day ends: UTC-12, no summer time."""

END_OF_DAY = dt.time(23, 59, 59)

_MACHINES_OWN = re.compile("localtime|posixrules|Factory|(?:posix|right)/.*")
"""Names that not every machine knows, or that mean something else on another."""
_OFFSET = re.compile(r"(?:UTC\s*)?(?P<sign>[+-])\s*(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?", re.ASCII)
_NOT_BY_NAME = re.compile(r"[A-Z]{3,4}|[A-Z]{3}\d[A-Z]{3}|Etc/.*|SystemV/.*")
"""Zones that nobody means who names a place."""

_CITIES = {
    "ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles",
    "EST": "America/New_York", "EDT": "America/New_York", "CST": "America/Chicago Asia/Shanghai",
    "CDT": "America/Chicago", "MST": "America/Denver America/Phoenix", "MDT": "America/Denver", "PST": "America/Los_Angeles",
    "PDT": "America/Los_Angeles", "AKST": "America/Anchorage", "AKDT": "America/Anchorage", "HST": "Pacific/Honolulu",
    "AST": "America/Halifax Asia/Riyadh", "ADT": "America/Halifax", "NST": "America/St_Johns", "NDT": "America/St_Johns",
    "BRT": "America/Sao_Paulo", "ART": "America/Argentina/Buenos_Aires",
    "WET": "Europe/Lisbon", "WEST": "Europe/Lisbon", "BST": "Europe/London", "CET": "Europe/Berlin", "CEST": "Europe/Berlin",
    "MET": "Europe/Berlin", "MEST": "Europe/Berlin", "MEZ": "Europe/Berlin", "MESZ": "Europe/Berlin",
    "EET": "Europe/Helsinki", "EEST": "Europe/Helsinki", "MSK": "Europe/Moscow", "TRT": "Europe/Istanbul",
    "IST": "Asia/Kolkata Europe/Dublin Asia/Jerusalem", "IDT": "Asia/Jerusalem", "WAT": "Africa/Lagos", "CAT": "Africa/Harare",
    "EAT": "Africa/Nairobi", "SAST": "Africa/Johannesburg", "GST": "Asia/Dubai", "PKT": "Asia/Karachi", "SGT": "Asia/Singapore",
    "HKT": "Asia/Hong_Kong", "JST": "Asia/Tokyo", "KST": "Asia/Seoul", "AWST": "Australia/Perth", "ACST": "Australia/Adelaide Australia/Darwin",
    "ACDT": "Australia/Adelaide", "AEST": "Australia/Sydney Australia/Brisbane", "AEDT": "Australia/Sydney", "NZST": "Pacific/Auckland",
    "NZDT": "Pacific/Auckland",
}  # fmt: skip
"""By abbreviation, a city whose clocks go by it; the first is the one that is nearly always meant."""
_GENERIC = {"ET", "CT", "MT", "PT"}
"""Abbreviations that follow the city's clock, in summer, too."""
_GERMAN = {"MEZ": "CET", "MESZ": "CEST", "MET": "CET", "MEST": "CEST"}
_PAIR = re.compile(r"([A-Z]{2,4})\s*/\s*([A-Z]{2,4})|CE\(S\)T")


class Reading(NamedTuple):
    """What an abbreviation may mean at a time."""

    zone: str
    """To be written in its place: a city's zone, or an offset such as `+01:00`."""
    instant: dt.datetime
    """In UTC."""


@cache
def find_zone(name: str) -> dt.tzinfo | None:
    """The zone called *name*: an IANA name, `UTC`, an offset such as `UTC+01:00`, or `AoE` in any case."""
    if name.casefold() == "aoe":
        return ANYWHERE_ON_EARTH
    if name.startswith("UTC") and (offset := find_offset(name)):
        return offset
    if _MACHINES_OWN.fullmatch(name):
        return None
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # ZoneInfoNotFoundError is a KeyError; a directory's name raises OSError
        return None


def find_offset(written: str) -> dt.timezone | None:
    """The zone of an offset as people write it: `+01:00`, `UTC+1`, `UTC-12`."""
    match = _OFFSET.fullmatch(written)
    if match is None:
        return None
    hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
    if hours > 14 or minutes > 59:
        return None
    sign = -1 if match["sign"] == "-" else 1
    return dt.timezone(sign * dt.timedelta(hours=hours, minutes=minutes))


def city_of_abbreviation(written: str) -> str | None:
    """The zone of the city that *written*, an abbreviation or a pair of them, stands for; None for other words."""
    if pair := _PAIR.fullmatch(written):
        parts = (pair[1], pair[2]) if pair[1] else ("CET", "CEST")
        cities = {"Europe/London" if part == "GMT" else _CITIES.get(part, "").partition(" ")[0] for part in parts}
        return cities.pop() if len(cities) == 1 else None
    return _CITIES[written].partition(" ")[0] if written in _CITIES else None


def cities_of_abbreviation(written: str) -> tuple[str, ...]:
    """The zones of all cities that an abbreviation may stand for, the likeliest first."""
    if _PAIR.fullmatch(written):
        city = city_of_abbreviation(written)
        return (city,) if city else ()
    return tuple(_CITIES.get(written, "").split())


def read_abbreviation(written: str, local: dt.datetime, near: str = "") -> list[Reading]:
    """What *written* may mean at the time *local* (naive), the likeliest first; one when it can mean nothing else.

    *near* is the zone of the place it is written for, which decides between the cities that an abbreviation stands for.
    """
    cities = cities_of_abbreviation(written)
    if near in cities:
        cities = (near,)
    if not cities:
        return []
    follows_clock = written in _GENERIC or bool(_PAIR.fullmatch(written))
    first, matches = cities[0], [city for city in cities if follows_clock or _is_called(written, city, local)]
    if first in matches:
        readings = [_read_in(city, local) for city in matches]
    else:  # the city has summer time then, or none
        readings = [_read_in(city, local) for city in dict.fromkeys((first, *matches))]
        literal = _literal_offset(written, first, local)
        if literal is not None:
            offset = dt.timezone(literal)
            shown = f"{offset}".removeprefix("UTC") or "+00:00"
            readings.append(Reading(shown, local.replace(tzinfo=offset).astimezone(dt.UTC)))
    by_instant: dict[dt.datetime, Reading] = {}
    for reading in readings:
        by_instant.setdefault(reading.instant, reading)
    return list(by_instant.values())


def read_greenwich(local: dt.datetime, near: str) -> list[Reading]:
    """What `GMT` may mean at the time *local* (naive) to people whose zone is *near* (empty where it is not known).

    Where clocks show it in winter, many write it in summer, too.
    """
    readings = [_read_in("UTC", local)]
    if near and ZoneInfo(near).tzname(local.replace(month=1, day=1)) == "GMT":
        readings.insert(0, _read_in(near, local))
    return readings if len({one.instant for one in readings}) > 1 else readings[-1:]


def zone_in_any_case(name: str) -> str | None:
    """The name as IANA spells it of a zone that somebody spelled `europe/berlin` or `Europe/New York`."""
    folded = name.casefold().replace(" ", "_")
    return next((zone for zone in sorted(available_timezones()) if "/" in zone and zone.casefold() == folded), None)


def nearest_zone(name: str) -> str | None:
    """The zone's name closest to *name*; also found by its city alone."""
    zones = sorted(
        zone for zone in available_timezones() if not _MACHINES_OWN.fullmatch(zone) and not _NOT_BY_NAME.fullmatch(zone)
    )
    by_city = {zone.rsplit("/", 1)[-1].replace("_", " ").casefold(): zone for zone in zones if "/" in zone}
    return by_city.get(name.replace("_", " ").casefold()) or nearest(name, zones)


@lru_cache(maxsize=8192)
def end_of(day: dt.date, zone: dt.tzinfo) -> dt.datetime:
    """The last second of *day* in *zone*, in UTC; also where the clocks change at midnight."""
    next_day = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), zone)
    return next_day.astimezone(dt.UTC) - dt.timedelta(seconds=1)


def instants_of(local: dt.datetime, zone: dt.tzinfo) -> tuple[dt.datetime, ...]:
    """The instants in UTC at which clocks in *zone* show *local* (naive): one, or two where they are set back.

    Where they are set forward and skip it, two, too: as if they had been set late, and early.
    """
    found = {local.replace(tzinfo=zone, fold=fold).astimezone(dt.UTC) for fold in (0, 1)}
    return tuple(sorted(found))


def is_skipped(local: dt.datetime, zone: dt.tzinfo) -> bool:
    """Whether clocks in *zone* never show *local* (naive), because they are set forward then."""
    return local.replace(tzinfo=zone).astimezone(dt.UTC).astimezone(zone).replace(tzinfo=None) != local


def _read_in(city: str, local: dt.datetime) -> Reading:
    return Reading(city, local.replace(tzinfo=ZoneInfo(city)).astimezone(dt.UTC))


def _is_called(written: str, city: str, local: dt.datetime) -> bool:
    """Whether the clocks of *city* go by that abbreviation at the time; of some zones IANA gives no abbreviation."""
    called = ZoneInfo(city).tzname(local) or ""
    return called[:1] in "+-" or called == _GERMAN.get(written, written)


def _literal_offset(written: str, city: str, local: dt.datetime) -> dt.timedelta | None:
    """How far *written* is from UTC at the time of the year when *city* goes by it."""
    for month in (1, 7):
        then = local.replace(month=month, day=1, tzinfo=ZoneInfo(city))
        if then.tzname() == _GERMAN.get(written, written):
            return then.utcoffset()
    return None
