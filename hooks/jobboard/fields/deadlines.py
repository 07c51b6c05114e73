"""Deadlines: a day or an instant, in a zone."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from jobboard.diagnostics.diagnostic import Severity
from jobboard.diagnostics.rules import CLOCK_CHANGE, INVALID_DATE, INVALID_VALUE, ZONE_ABBREVIATION
from jobboard.fields.dates import report_date, report_digits
from jobboard.fields.reading import Reading
from jobboard.posting import Deadline
from jobboard.source.nodes import Node, Scalar
from jobboard.standards.dates import explain_date, parse_date
from jobboard.standards.times import START_OF_DAY, TIME, read_time, write_time
from jobboard.standards.zones import (
    END_OF_DAY,
    cities_of_abbreviation,
    city_of_abbreviation,
    end_of,
    find_offset,
    find_zone,
    instants_of,
    is_skipped,
    nearest_zone,
    read_abbreviation,
    zone_in_any_case,
)
from jobboard.vocabulary import fold, nearest

ROLLING = "rolling"
_ROLLING_SPELLINGS = (
    "rolling", "rolling basis", "open", "open until filled", "until filled", "until the position is filled",
    "ongoing", "none", "no deadline", "asap", "as soon as possible", "tbd", "n/a",
)  # fmt: skip
_CERTAINLY_ROLLING = ("rolling basis", "open until filled", "until filled", "until the position is filled")
_ZONE = r"(?:(?:UTC|GMT)?\s*[+-]\s*\d{1,2}(?::?\d{2})?|anywhere on earth|[A-Z]{2,4}\s*/\s*[A-Z]{2,4}|CE\(S\)T|[a-z][a-z0-9_+-]*(?:/[a-z0-9_+-]+){0,2})"


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


_WEEKDAY = re.compile(r"(?i)\W*(?:mon|tue|wed|thu|fri|sat|sun)")
_AOE = re.compile(r"(?i)aoe|anywhere on earth")
_FROM_GREENWICH = re.compile(r"(?i)GMT\s*([+-])\s*(\d{1,2})(?::?(\d{2}))?", re.ASCII)
_EXAMPLES = "use a name such as `Europe/Berlin` or `America/New_York`, `UTC`, or `AoE` for anywhere on earth"


def read_zone(node: Node, name: str, reading: Reading) -> str | None:
    """An IANA time zone's name, an offset from UTC, or AoE."""
    written = reading.text(node, name)
    if written is None:
        return None
    zone, _ = _find_zone(written)
    if zone is not None:
        return reading.settle(node, zone)
    if (cities := cities_of_abbreviation(written)) and written not in ("UTC", "GMT"):
        _report_zone_of_field(node, name, written, cities, reading)
        return cities[0] if _is_one_clock(written, cities) else None
    _report_zone(node, name, written, reading)
    return None


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
        return _read_date_time(match, node, name, zone, reading)
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
    day = parse_date(written[:10])
    if day and written[10:11].isspace():
        mark = reading.mark_part(node, written[10:].strip(), "neither a time nor a zone")
        help = (f"write `{name}: {day}`, or with a time and zone such as `{name}: {day} 17:00 Europe/Berlin`",)
        reading.report(INVALID_DATE, f"`{name}` is a date with more behind it, found `{written}`", mark, help=help)
        return None
    report_date(node, name, written, reading, otherwise=f", or `{name}: {ROLLING}` if there is none")
    return None


def _turn_around(written: str) -> re.Match[str] | None:
    """*written* with the time, which stands first, behind the date."""
    turned = _time_first().fullmatch(written)
    return (
        _date_time().fullmatch(f"{turned['date']} {turned['time']} {turned['zone'] or ''}".strip()) if turned else None
    )


def _holds_date(match: re.Match[str]) -> bool:
    """Whether what stands before time and zone is meant to be a date."""
    return bool(re.search(r"\d", match["date"])) and bool(
        match["time"] or _find_zone(match["zone"])[0] or parse_date(match["date"])
    )


def _read_date_time(match: re.Match[str], node: Node, name: str, zone: str, reading: Reading) -> Deadline | None:
    day = parse_date(match["date"])
    times = read_time(match["time"]) if match["time"] else (END_OF_DAY,)
    stated = match["zone"]
    if day is None or match.string != _words_of(node):
        _report_other_date(match, times, node, name, reading)
        return None
    if len(times) != 1:
        _report_time(match, day, times, node, name, reading)
        return None
    (time,) = times
    if stated is None:
        return _settle(day, time, zone, find_zone(zone), match, node, name, reading)
    known, tzinfo = _find_zone(stated)
    if known is not None:
        return _settle(day, time, known, tzinfo, match, node, name, reading)
    if cities_of_abbreviation(stated):
        return _read_abbreviated(day, time, stated, match, node, name, reading)
    _report_zone(node, name, stated, reading, f"{day}{_write_rest(times, None)}")
    return None


def _report_other_date(
    match: re.Match[str], times: tuple[dt.time, ...], node: Node, name: str, reading: Reading
) -> None:
    """Report a date in another form; time and zone behind it are proposed as the board writes them."""
    date = match["date"].strip(", ")
    day = parse_date(date)
    days = (day,) if day else explain_date(date)[1]
    if len(times) != 1 and len(days) == 1:
        _report_time(match, days[0], times, node, name, reading)
        return
    stated = match["zone"]
    if stated and len(days) == 1 and len(times) == 1:
        readings = read_abbreviation(stated, dt.datetime.combine(days[0], times[0]))
        if len(readings) > 1:
            _read_abbreviated(days[0], times[0], stated, match, node, name, reading)
            return
        stated = readings[0].zone if readings else _find_zone(stated)[0] or nearest_zone(stated) or stated
    rest = _write_rest(times, stated) if len(times) == 1 else match.string[match.end("date") :]
    whole = _words_of(node)
    is_alone = whole == match.string and len(days) == 1 and (not stated or _find_zone(stated)[0])
    if is_alone or (whole != match.string and len(days) == 1):
        meant = f"{days[0]}{rest}"
        mark = reading.mark_part(node, whole, f"did you mean `{meant}`?")
        message = f"`{name}` must begin with a date written YYYY-MM-DD, found `{whole}`"
        fix = reading.source.rewrite(node, meant, whole) if is_alone and not _WEEKDAY.match(date) else ()
        reading.report(INVALID_DATE, message, mark, help=(f"write `{name}: {meant}`",), fix=fix)
        return
    report_date(node, name, date, reading, rest)


def _words_of(node: Node) -> str:
    """The words of a value, white space collapsed."""
    return " ".join(node.text.split()) if isinstance(node, Scalar) else ""


def _find_zone(written: str) -> tuple[str | None, dt.tzinfo | None]:
    """The name by which the board knows the zone that *written* can only mean, and the zone."""
    if _AOE.fullmatch(written):
        return "AoE", find_zone("AoE")
    if written.upper() in ("Z", "UTC", "GMT"):
        return "UTC", dt.UTC
    offset = find_offset(written) or find_offset(written.upper())
    if offset is not None:
        return str(offset), offset
    if city_of_abbreviation(written):  # `EST` and `CET` are names to IANA, and have readings
        return None, None
    name = written if find_zone(written) else zone_in_any_case(written)
    return (name, find_zone(name)) if name else (None, None)


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
        reading.settle(node, f"{day} {write_time(time)} {shown}".strip())
    instant = local.replace(tzinfo=tzinfo).astimezone(dt.UTC)
    return Deadline(instant=instant, day=day, time=time, zone=zone)


def _read_abbreviated(
    day: dt.date, time: dt.time, stated: str, match: re.Match[str], node: Node, name: str, reading: Reading
) -> Deadline | None:
    """The deadline in the zone of an abbreviation, if it can mean one hour only; else its readings are told."""
    local = dt.datetime.combine(day, time)
    readings = read_abbreviation(stated, local)
    clock = f" {write_time(time)}" if match["time"] else " 23:59"
    meant = [f"{name}: {day}{clock} {one.zone}" for one in readings]
    if len(readings) == 1:
        zone = readings[0].zone
        mark = reading.mark_part(node, stated, f"read as `{zone}`")
        fix = reading.source.rewrite(node, meant[0].partition(": ")[2], match.string)
        found = reading.source.report(
            ZONE_ABBREVIATION,
            f"`{name}` names its zone by an abbreviation",
            mark,
            help=(f"write `{meant[0]}`",),
            fix=fix,
        )
        reading.diagnostics.append(found._replace(severity=Severity.WARNING))
        tzinfo = find_zone(zone)
        assert tzinfo is not None, zone
        instant = end_of(day, tzinfo) if time == END_OF_DAY else readings[0].instant
        return Deadline(instant=instant, day=day, time=time, zone=zone)
    help = tuple(
        f"{'or' if number else 'write'} `{text}`, which is {one.instant:%Y-%m-%d %H:%M} UTC"
        for number, (text, one) in enumerate(zip(meant, readings, strict=True))
    )
    mark = reading.mark_part(node, stated, f"{len(readings)} readings")
    reading.report(
        ZONE_ABBREVIATION, f"`{name}` names its zone by an abbreviation that leaves the hour open", mark, help=help
    )
    return None


def _write_rest(times: tuple[dt.time, ...], stated: str | None) -> str:
    """What stands behind a date, when there is one reading of it."""
    if len(times) != 1:
        return ""
    (time,) = times
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


def _report_zone(node: Node, name: str, written: str, reading: Reading, before: str = "") -> None:
    if greenwich := _FROM_GREENWICH.fullmatch(written):
        hours, minutes = int(greenwich[2]), greenwich[3] or "00"
        turned = "-" if greenwich[1] == "+" else "+"
        side = "ahead of" if greenwich[1] == "+" else "behind"
        offset = f"{greenwich[1]}{hours:02}:{minutes}"
        help: tuple[str, ...] = (f"write `{name}: {before} {offset}`" if before else f"write `{name}: UTC{offset}`",)
        help = (f"{help[0]}, if it is {side} Greenwich",)
        if not int(minutes) and hours <= (14 if turned == "-" else 12):
            help = (*help, f"`Etc/GMT{turned}{hours}` is the same: in such names the sign is turned around")
        message = f"`{name}` counts from Greenwich, and `{written}` is read in two ways"
        reading.report(INVALID_VALUE, message, reading.mark_part(node, written), help=help)
        return
    close = None if re.fullmatch(r"[A-Z]{2,5}|\W.*|(?i:UTC|GMT).*", written) else nearest_zone(written)
    mark = reading.mark_part(node, written, f"did you mean `{close}`?" if close else "")
    message = f"`{name}` names a time zone that does not exist, found `{written}`"
    reading.report(INVALID_VALUE, message, mark, help=(_EXAMPLES,))
