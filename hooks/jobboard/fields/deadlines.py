"""Deadlines: a day or an instant, in a zone."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from jobboard.diagnostics.diagnostic import Severity
from jobboard.diagnostics.rules import CLOCK_CHANGE, INVALID_DATE, ZONE_ABBREVIATION
from jobboard.fields.dates import report_date, report_digits
from jobboard.fields.reading import Reading
from jobboard.fields.zones import counts_from_greenwich, find_known_zone, report_zone, zone_misspelt
from jobboard.posting import Deadline
from jobboard.source.nodes import Node
from jobboard.standards.dates import explain_date, has_whole_year, parse_date
from jobboard.standards.days import find_days
from jobboard.standards.times import START_OF_DAY, TIME, read_time, write_time
from jobboard.standards.zones import (
    END_OF_DAY,
    cities_of_abbreviation,
    end_of,
    find_zone,
    instants_of,
    is_skipped,
    read_abbreviation,
)
from jobboard.vocabulary import fold, nearest

ROLLING = "rolling"
_ROLLING_SPELLINGS = (
    "rolling", "rolling basis", "open", "open until filled", "until filled", "until the position is filled",
    "ongoing", "none", "no deadline", "asap", "as soon as possible", "tbd", "n/a",
)  # fmt: skip
_CERTAINLY_ROLLING = ("rolling basis", "open until filled", "until filled", "until the position is filled")
_ZONE = r"(?!(?:COB|COP|EOB)\b)(?:(?:UTC|GMT)?\s*[+-]\s*\d{1,2}(?::?\d{2})?|anywhere on earth|[A-Z]{2,4}\s*/\s*[A-Z]{2,4}|CE\(S\)T|[a-z][a-z0-9_+-]*(?:/[a-z0-9_+-]+){0,2})"


@cache
def _date_time() -> re.Pattern[str]:
    """A date with what stands behind it; made when it is first needed."""
    return re.compile(
        rf"(?i)(?P<date>\d{{4}}-\d{{2}}-\d{{2}}|\S.{{5,30}}?)(?:T|[\s,;]+(?:(?:at|by|um)\s+)?\(?)"
        rf"(?:(?P<time>{TIME})\s*)?(?:,?\s*\(?(?P<zone>{_ZONE})\)?)?",
        re.ASCII,
    )


@cache
def _time_first() -> re.Pattern[str]:
    """A date behind its time; made when it is first needed."""
    return re.compile(
        rf"(?i)(?P<time>{TIME})(?:\s*\(?(?P<zone>UTC|GMT|AoE|(?-i:[A-Z]{{2,4}})|[a-z]+/[a-z_/]+)\)?)?(?:,\s*|\s+)(?:on\s+)?(?P<date>\S.{{5,30}})",
        re.ASCII,
    )


_LAST_DAY = re.compile(r"(?i)\W*(?:(?:by|until|till|bis|bis zum|mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\W+)*")
"""What may stand before the last day for applications; behind other words, a day may be another one."""
_WEEKDAY = re.compile(r"(?i)mon|tue|wed|thu|fri|sat|sun")


def read_deadline(node: Node, name: str, zone: str, reading: Reading) -> Deadline | str | None:
    """A day or an instant; `ROLLING` when there is none."""
    written = reading.text(node, name, INVALID_DATE)
    if written is None:
        return None
    if day := parse_date(written):
        tzinfo = find_zone(zone)
        assert tzinfo is not None, zone  # read_zone or read_policy has checked it
        return Deadline(instant=end_of(day, tzinfo), day=day, time=END_OF_DAY, zone=zone)
    if fold(written) == ROLLING:
        return reading.settle(node, ROLLING)
    if report_digits(node, name, written, reading):
        return None
    match = _date_time().fullmatch(written) or _turn_around(written)
    if match and (match["time"] or match["zone"]) and _holds_date(match):
        return _read_date_time(written, match, node, name, zone, reading)
    if nearest(fold(written), _ROLLING_SPELLINGS):
        reading.report(
            INVALID_DATE,
            f"`{name}` is not a date, found `{written}`",
            node,
            f"did you mean `{ROLLING}`?",
            (f"`{name}: {ROLLING}` lists the position until it is filled, or until `listed_until`",),
            reading.source.rewrite(node, ROLLING) if fold(written) in _CERTAINLY_ROLLING else (),
        )
        return None
    day, rest = _find_day(written)
    if day:
        mark = reading.mark_part(node, rest, "not understood as a time or zone")
        help = (f"write `{name}: {day}`, or with a time and zone such as `{name}: {day} 17:00 Europe/Berlin`",)
        reading.report(INVALID_DATE, f"`{name}` is a date with more behind it, found `{written}`", mark, help=help)
        return None
    report_date(node, name, written, reading, otherwise=f", or `{name}: {ROLLING}` if there is none")
    return None


def _find_day(written: str) -> tuple[dt.date | None, str]:
    """The only day in *written*, and what stands behind it that is not understood."""
    mentions = find_days(written)
    if len(mentions) != 1 or not _LAST_DAY.fullmatch(written[: mentions[0].start]):
        return None, ""
    rest = written[mentions[0].end :].strip(" ,;")
    return (mentions[0].day if re.search(r"\w", rest) else None), rest


def _turn_around(written: str) -> re.Match[str] | None:
    """*written* with the time, which stands first, behind the date."""
    turned = _time_first().fullmatch(written)
    return (
        _date_time().fullmatch(f"{turned['date']} {turned['time']} {turned['zone'] or ''}".rstrip()) if turned else None
    )


def _holds_date(match: re.Match[str]) -> bool:
    """Whether what stands before time and zone is meant to be a date."""
    zone = match["zone"]
    is_behind_date = match["time"] or find_known_zone(zone)[0] or counts_from_greenwich(zone)
    return bool(re.search(r"\d", match["date"])) and bool(is_behind_date or parse_date(match["date"]))


def _read_date_time(
    written: str, match: re.Match[str], node: Node, name: str, zone: str, reading: Reading
) -> Deadline | None:
    day = parse_date(match["date"])
    times = read_time(match["time"]) if match["time"] else (END_OF_DAY,)
    stated = match["zone"]
    if day is None or match.string != written:
        _report_other_date(written, match, times, node, name, reading)
        return None
    if len(times) != 1:
        _report_time(match, day, times, node, name, reading)
        return None
    (time,) = times
    if stated is None:
        return _settle(day, time, zone, find_zone(zone), match, node, name, reading)
    known, tzinfo = find_known_zone(stated)
    if known is not None:
        return _settle(day, time, known, tzinfo, match, node, name, reading)
    if cities_of_abbreviation(stated):
        return _read_abbreviated(day, time, stated, match, node, name, reading)
    report_zone(node, name, stated, reading, f"{day}{_write_rest(time, None)}")
    return None


def _report_other_date(
    written: str, match: re.Match[str], times: tuple[dt.time, ...], node: Node, name: str, reading: Reading
) -> None:
    """Report a date in another form; time and zone behind it are proposed as the board writes them."""
    date, stated = match["date"], match["zone"]
    days = explain_date(date)[1]
    if len(days) != 1:
        rest = _write_rest(*times, stated) if len(times) == 1 else match.string[match.end("date") :]
        report_date(node, name, date, reading, rest)
        return
    (day,) = days
    if len(times) != 1:
        _report_time(match, day, times, node, name, reading)
        return
    (time,) = times
    known = zone = None
    if stated:
        readings = read_abbreviation(stated, dt.datetime.combine(day, time))
        if len(readings) > 1:
            _read_abbreviated(day, time, stated, match, node, name, reading)
            return
        known = next((one.zone for one in readings), find_known_zone(stated)[0])
        zone = known or zone_misspelt(stated)
        if zone is None:
            report_zone(node, name, stated, reading, f"{day}{_write_rest(time, None)}")
            return
    meant = f"{day}{_write_rest(time, zone)}"
    mark = reading.mark_part(node, written, f"did you mean `{meant}`?")
    message = f"`{name}` must begin with a date written YYYY-MM-DD, found `{written}`"
    is_certain = written == match.string and zone == known and has_whole_year(date) and not _WEEKDAY.search(date)
    fix = reading.source.rewrite(node, meant, written) if is_certain else ()
    reading.report(INVALID_DATE, message, mark, help=(f"write `{name}: {meant}`",), fix=fix)


def _settle(
    day: dt.date, time: dt.time, zone: str, tzinfo: dt.tzinfo | None, match: re.Match[str], node: Node, name: str,
    reading: Reading,
) -> Deadline:  # fmt: skip
    """The deadline; its spelling is settled, and an hour that the zone's clocks skip or repeat is told."""
    assert tzinfo is not None, zone
    if time == END_OF_DAY:
        return Deadline(instant=end_of(day, tzinfo), day=day, time=time, zone=zone)
    local = dt.datetime.combine(day, time)
    stated = f" {zone}" if match["zone"] else ""
    if len(instants_of(local, tzinfo)) > 1:
        _report_clock_change(local, tzinfo, stated, node, name, reading)
    is_iso = re.fullmatch(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?", match.string[: match.end("time")])
    if not is_iso:
        shown = match["zone"] if match["zone"] and find_zone(match["zone"]) else stated.strip()
        reading.settle(node, f"{day} {write_time(time)} {shown}".rstrip())
    instant = local.replace(tzinfo=tzinfo).astimezone(dt.UTC)
    return Deadline(instant=instant, day=day, time=time, zone=zone)


def _read_abbreviated(
    day: dt.date, time: dt.time, stated: str, match: re.Match[str], node: Node, name: str, reading: Reading
) -> Deadline | None:
    """The deadline in the zone of an abbreviation, if it can mean one hour only; else its readings are told."""
    local = dt.datetime.combine(day, time)
    readings = read_abbreviation(stated, local)
    if len(readings) == 1:
        (one,) = readings
        meant = f"{day} {write_time(time)} {one.zone}"
        mark = reading.mark_part(node, stated, f"read as `{one.zone}`")
        fix = reading.source.rewrite(node, meant, match.string)
        found = reading.source.report(
            ZONE_ABBREVIATION,
            f"`{name}` names its zone by an abbreviation",
            mark,
            help=(f"write `{name}: {meant}`",),
            fix=fix,
        )
        reading.diagnostics.append(found._replace(severity=Severity.WARNING))
        return Deadline(instant=one.instant, day=day, time=time, zone=one.zone)
    help = tuple(
        f"{'or' if number else 'write'} `{name}: {day} {write_time(time)} {one.zone}`, "
        f"which is {one.instant:%Y-%m-%d %H:%M} UTC"
        for number, one in enumerate(readings)
    )
    mark = reading.mark_part(node, stated, f"{len(readings)} readings")
    reading.report(
        ZONE_ABBREVIATION, f"`{name}` names its zone by an abbreviation that leaves the hour open", mark, help=help
    )
    return None


def _write_rest(time: dt.time, stated: str | None) -> str:
    """What stands behind a date."""
    zone = f" {stated}" if stated else ""
    return f" 23:59{zone}" * bool(zone) if time == END_OF_DAY else f" {write_time(time)}{zone}"


def _report_time(
    match: re.Match[str], day: dt.date, times: tuple[dt.time, ...], node: Node, name: str, reading: Reading
) -> None:
    zone = f" {match['zone']}" if match["zone"] else ""
    if times == (START_OF_DAY, END_OF_DAY):
        message = f"`{name}` ends at midnight, and a day has two"
        end = f"{day} 23:59{zone}" if zone else f"{day}"
        help: tuple[str, ...] = (
            f"write `{name}: {end}`, if all of that day still counts",
            f"or `{name}: {day} 00:00{zone}`, if the day before is the last one",
        )
        label = "at its beginning, or at its end?"
    else:
        message = f"`{name}` needs a time from `00:00` to `23:59`, found `{match['time']}`"
        help, label = (f"write a date and time such as `{name}: {day} 17:00{zone}`",), ""
    reading.report(INVALID_DATE, message, reading.mark_part(node, match["time"], label), help=help)


def _report_clock_change(
    local: dt.datetime, zone: dt.tzinfo, stated: str, node: Node, name: str, reading: Reading
) -> None:
    late, early = (local.replace(tzinfo=zone, fold=fold).astimezone(dt.UTC) for fold in (0, 1))
    if is_skipped(local, zone):
        message = f"`{name}` is an hour that does not exist: the clocks are set forward"
        label = "no clock shows this"
        options = [(f"{instant.astimezone(zone):%Y-%m-%d %H:%M}{stated}", instant) for instant in (late, early)]
    else:
        message = f"`{name}` is an hour that comes twice: the clocks are set back"
        label = "the first time, or the second?"
        options = []
        for fold, instant in enumerate((late, early)):
            offset = str(dt.timezone(local.replace(tzinfo=zone, fold=fold).utcoffset() or dt.timedelta()))
            options.append((f"{local:%Y-%m-%d %H:%M} {offset.removeprefix('UTC') or '+00:00'}", instant))
    help = tuple(
        f"{'or' if number else 'write'} `{name}: {text}`, which is {instant:%Y-%m-%d %H:%M} UTC{'' if number else ', as it is read now'}"
        for number, (text, instant) in enumerate(options)
    )
    reading.report(CLOCK_CHANGE, message, node, label, help)
