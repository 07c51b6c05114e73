"""Hours of the day and the zones they are told in, as running text has them."""

from __future__ import annotations

import re
from typing import NamedTuple

from jobboard.standards.times import MIDNIGHT, NOON, hour_of_half
from jobboard.standards.zones import cities_of_abbreviation

_CLOCK = re.compile(
    r"(?<![\d.,:/-])(?:"
    r"(?P<hour>[01]?\d|2[0-4])\s?(?P<mark>[:.h])\s?(?P<minute>[0-5]\d)(?::[0-5]\d)?(?:\s?(?P<half>[ap]\.?m\b\.?))?"
    r"|(?P<hour2>1[0-2]|0?[1-9])\s?(?P<half2>[ap]\.?m\b\.?)"
    r"|(?P<hour3>[01]?\d|2[0-4])\s?(?:h(?:rs?|eures?|oras?|ours?)?\b|uhr\b|uur\b|horas\b|o['’]clock)"
    rf"|(?P<word>(?:12\s)?(?:{'|'.join(NOON)})|{'|'.join(MIDNIGHT)}|midi|mittag))"
    r"(?!\d)",
    re.IGNORECASE,
)
_LEADS_TO_HOUR = (
    "at", "kl", "kl.", "om", "à", "um", "alle", "ore", "las", "às", ",", "–", "-", "klockan", "by", "bis", "(",
)  # fmt: skip
"""Before `17.00`, which is no hour elsewhere."""
_ZONES = {
    "aoe": "AoE", "anywhere on earth": "AoE", "utc-12": "AoE", "utc-12:00": "AoE",
    "utc": "UTC", "gmt": "GMT", "greenwich mean time": "GMT",
    "irish time": "Europe/Dublin", "ireland time": "Europe/Dublin", "dublin time": "Europe/Dublin", "irish standard time": "Europe/Dublin",
    "uk time": "Europe/London", "british time": "Europe/London", "london time": "Europe/London",
    "british summer time": "BST", "uk local time": "Europe/London", "gmt/bst": "Europe/London",
    "brussels time": "Europe/Brussels",
    "central european time": "CET", "central european summer time": "CEST",
    "heure de paris": "Europe/Paris", "paris time": "Europe/Paris", "heure de bruxelles": "Europe/Brussels", "french time": "Europe/Paris",
    "german time": "Europe/Berlin", "berlin time": "Europe/Berlin", "swiss time": "Europe/Zurich", "zurich time": "Europe/Zurich",
    "ortszeit berlin": "Europe/Berlin", "amsterdam time": "Europe/Amsterdam", "dutch time": "Europe/Amsterdam", "rome time": "Europe/Rome", "italian time": "Europe/Rome", "ora italiana": "Europe/Rome",
    "hora peninsular": "Europe/Madrid", "hora peninsular española": "Europe/Madrid", "madrid time": "Europe/Madrid", "spanish time": "Europe/Madrid", "hora de madrid": "Europe/Madrid",
    "lisbon time": "Europe/Lisbon", "hora de lisboa": "Europe/Lisbon", "portugal time": "Europe/Lisbon", "portuguese time": "Europe/Lisbon", "horário de brasília": "America/Sao_Paulo", "brasilia time": "America/Sao_Paulo",
    "vienna time": "Europe/Vienna", "prague time": "Europe/Prague",
    "stockholm time": "Europe/Stockholm", "swedish time": "Europe/Stockholm", "oslo time": "Europe/Oslo", "norwegian time": "Europe/Oslo", "danish time": "Europe/Copenhagen",
    "copenhagen time": "Europe/Copenhagen", "finnish time": "Europe/Helsinki", "helsinki time": "Europe/Helsinki", "eastern european time": "EET",
    "eastern time": "America/New_York", "eastern standard time": "EST", "eastern daylight time": "EDT", "us eastern time": "America/New_York", "new york time": "America/New_York",
    "pacific time": "America/Los_Angeles", "pacific standard time": "PST", "pacific daylight time": "PDT",
    "mountain time": "America/Denver", "mountain standard time": "MST", "mountain daylight time": "MDT",
    "central time": "America/Chicago", "central standard time": "America/Chicago", "central daylight time": "CDT",
    "sydney time": "Australia/Sydney", "melbourne time": "Australia/Melbourne", "new zealand time": "Pacific/Auckland",
    "japan time": "Asia/Tokyo", "japan standard time": "Asia/Tokyo", "singapore time": "Asia/Singapore", "hong kong time": "Asia/Hong_Kong",
    "beijing time": "Asia/Shanghai", "china standard time": "Asia/Shanghai",
}  # fmt: skip
"""What people call a zone, in any case; what is an abbreviation in full is one here, which `zones` reads by the day."""
_OFFSET = r"(?:1[0-4]|0?\d)(?::?(?:00|15|30|45))?"
_ZONE = re.compile(
    r"\(?\s{0,2}(?:(?P<iana>(?:Europe|America|Asia|Africa|Australia|Pacific|Atlantic|Indian)/[A-Z][\w+/-]{2,40})"
    rf"|(?P<offset>(?:(?:UTC|GMT)\s?[+−-]\s?|[+−-]){_OFFSET})(?![\d.])"
    rf"|(?P<name>{'|'.join(sorted(map(re.escape, _ZONES), key=len, reverse=True))})"
    r"|(?P<short>(?-i:Z|[A-Z]{2,4}(?:\s?/\s?[A-Z]{2,4})?)))(?!\w)",
    re.IGNORECASE,
)
"""Abbreviations count in capitals only: `et`, `est` and `west` are words."""


class Hour(NamedTuple):
    """A time of day as somebody wrote it."""

    time: str
    """`HH:MM`."""
    zone: str
    """A name of the IANA, `AoE`, an offset such as `+02:00`, or an abbreviation such as `CET` or `GMT`; empty where none is told."""
    is_midnight: bool = False


def find_hour(text: str) -> Hour | None:
    """The first hour in *text*, with the zone behind it."""
    match = _CLOCK.search(text)
    if match is None:
        return None
    hour, minute, is_midnight = (
        int(match["hour"] or match["hour2"] or match["hour3"] or 12),
        int(match["minute"] or 0),
        False,
    )
    half = (match["half"] or match["half2"] or "").lower()
    if (
        match["mark"] == "."
        and not half
        and not re.match(
            r"\s?(?:uhr|uur|h\b|hrs?\b|hours|horas|\(?(?:cet|cest|utc|gmt|aoe)\b)", text[match.end() :], re.IGNORECASE
        )
    ):
        before = text[: match.start()].lower().rstrip()
        if before and not before.endswith(_LEADS_TO_HOUR):
            return None
    if match["word"]:
        is_midnight = match["word"].lower() in MIDNIGHT
        hour, minute = (23, 59) if is_midnight else (12, 0)
    elif half:
        if hour > 12:
            half = ""
        else:
            hour = hour_of_half(hour, half)
    if hour == 24:
        hour, minute, is_midnight = 23, 59, True
    elif (hour, minute) == (0, 0) and match["hour"]:
        is_midnight = True
    return Hour(f"{hour:02}:{minute:02}", find_zone_behind(text[match.end() :]), is_midnight)


def find_zone_behind(text: str) -> str:
    """The zone that *text* begins with, as in `Hour`; empty where it begins with none."""
    lead = re.match(
        r"[\s,]{0,3}(?:(?:noon|midday|uhr|hours?|hrs?|h|uur|in|local time)\b[\s,]{0,2})?(?:\((?:12\s)?(?:noon|midday|mittags)\)\s?)?",
        text,
        re.IGNORECASE,
    )
    zone = _ZONE.match(text, lead.end() if lead else 0)
    if zone is None:
        return ""
    if zone["iana"]:
        return zone["iana"]
    if zone["offset"]:
        digits = re.findall(r"\d+", zone["offset"])
        hours = int(digits[0][:2])
        minutes = int(digits[1]) if len(digits) > 1 else int(digits[0][2:] or 0)
        sign = "-" if re.search("[-−]", zone["offset"]) else "+"
        return "AoE" if (sign, hours, minutes) == ("-", 12, 0) else f"{sign}{hours:02}:{minutes:02}"
    if zone["short"] == "Z":
        return "UTC"
    if zone["short"]:
        return zone["short"] if cities_of_abbreviation(zone["short"]) else ""
    return _ZONES[zone["name"].lower()]
