"""Time zones of fields, under the names that people give them."""

from __future__ import annotations

import datetime as dt
import re

from jobboard.diagnostics.diagnostic import Severity
from jobboard.diagnostics.rules import INVALID_VALUE, ZONE_ABBREVIATION
from jobboard.fields.reading import Reading
from jobboard.source.nodes import Node
from jobboard.standards.zones import (
    cities_of_abbreviation,
    city_of_abbreviation,
    find_offset,
    find_zone,
    nearest_zone,
    read_abbreviation,
    zone_in_any_case,
)

_AOE = re.compile(r"(?i)aoe|anywhere on earth")
_FROM_GREENWICH = re.compile(r"(?i)GMT\s*([+-])\s*(\d{1,2})(?::?(\d{2}))?")
_EXAMPLES = "use a name such as `Europe/Berlin` or `America/New_York`, `UTC`, or `AoE` for anywhere on earth"


def read_zone(node: Node, name: str, reading: Reading) -> str | None:
    """An IANA time zone's name, an offset from UTC, or AoE."""
    written = reading.text(node, name)
    if written is None:
        return None
    zone, _ = find_known_zone(written)
    if zone is not None:
        return reading.settle(node, zone)
    if cities := cities_of_abbreviation(written):
        _report_zone_of_field(node, name, written, cities, reading)
        return cities[0] if _is_one_clock(written, cities) else None
    report_zone(node, name, written, reading)
    return None


def find_known_zone(written: str) -> tuple[str | None, dt.tzinfo | None]:
    """The name by which the board knows the zone that *written* can only mean, and the zone."""
    if _AOE.fullmatch(written):
        return "AoE", find_zone("AoE")
    if written.upper() in ("Z", "UTC", "GMT"):
        return "UTC", dt.UTC
    offset = find_offset(written.upper())
    if offset is not None:
        return str(offset), offset
    if city_of_abbreviation(written):  # `EST` and `CET` are names to IANA, and have readings
        return None, None
    name = written if find_zone(written) else zone_in_any_case(written)
    return (name, find_zone(name)) if name else (None, None)


def zone_misspelt(written: str) -> str | None:
    """The zone whose name *written* nearly is; None for abbreviations and offsets, of which each sign tells."""
    return None if re.fullmatch(r"[A-Z]{2,5}|\W.*|(?i:UTC|GMT).*", written) else nearest_zone(written)


def counts_from_greenwich(written: str) -> bool:
    """Whether *written* is an offset such as `GMT+1`, of which some know that `Etc/GMT+1` means the other side."""
    return bool(_FROM_GREENWICH.fullmatch(written))


def report_zone(node: Node, name: str, written: str, reading: Reading, before: str = "") -> None:
    """Report a zone that is none, or is read in two ways; *before* is what stands before it in its field."""
    greenwich = _FROM_GREENWICH.fullmatch(written)
    offset = f"{greenwich[1]}{greenwich[2]:0>2}:{greenwich[3] or '00'}" if greenwich else ""
    if greenwich and find_offset(offset):
        hours, minutes = int(greenwich[2]), greenwich[3] or "00"
        turned = "-" if greenwich[1] == "+" else "+"
        side = "ahead of" if greenwich[1] == "+" else "behind"
        help: tuple[str, ...] = (f"write `{name}: {before} {offset}`" if before else f"write `{name}: UTC{offset}`",)
        help = (f"{help[0]}, if it is {side} Greenwich",)
        if not int(minutes) and (turned == "-" or hours <= 12):
            help = (*help, f"`Etc/GMT{turned}{hours}` is the same: in such names the sign is turned around")
        message = f"`{name}` counts from Greenwich, and `{written}` is read in two ways"
        reading.report(INVALID_VALUE, message, reading.mark_part(node, written), help=help)
        return
    close = zone_misspelt(written)
    mark = reading.mark_part(node, written, f"did you mean `{close}`?" if close else "")
    message = f"`{name}` names a time zone that does not exist, found `{written}`"
    reading.report(INVALID_VALUE, message, mark, help=(_EXAMPLES,))


def _is_one_clock(written: str, cities: tuple[str, ...]) -> bool:
    """Whether an abbreviation stands for one city's clock all year."""
    dates = [dt.datetime(2027, month, 1, 12) for month in (1, 7)]
    return len(cities) == 1 and all(len(read_abbreviation(written, date)) == 1 for date in dates)


def _report_zone_of_field(node: Node, name: str, written: str, cities: tuple[str, ...], reading: Reading) -> None:
    is_certain = _is_one_clock(written, cities)
    help = tuple(f"{'or' if number else 'write'} `{name}: {city}`" for number, city in enumerate(cities))
    fix = reading.source.rewrite(node, cities[0]) if is_certain else ()
    doubt = "with summer time, or without?" if len(cities) == 1 else "in which city?"
    label = f"read as `{cities[0]}`" if is_certain else doubt
    mark = reading.mark_part(node, written, label)
    message = f"`{name}` names a zone by an abbreviation, `{written}`"
    found = reading.source.report(ZONE_ABBREVIATION, message, mark, help=help, fix=fix)
    reading.diagnostics.append(found._replace(severity=Severity.WARNING) if is_certain else found)
