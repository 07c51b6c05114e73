"""Days, deadlines and starts."""

from __future__ import annotations

import datetime as dt
import re

from jobboard.diagnostics.diagnostic import Edit
from jobboard.diagnostics.rules import INVALID_DATE, INVALID_VALUE
from jobboard.fields.reading import Reading
from jobboard.posting import Deadline
from jobboard.source.nodes import Node
from jobboard.standards.dates import explain_date, parse_date
from jobboard.standards.zones import END_OF_DAY, end_of, find_zone, nearest_zone
from jobboard.vocabulary import fold, nearest

ROLLING = "rolling"
_ROLLING_SPELLINGS = (
    "rolling", "rolling basis", "open", "open until filled", "until filled", "until the position is filled",
    "ongoing", "none", "no deadline", "asap", "as soon as possible", "tbd", "n/a",
)  # fmt: skip
_DATE_TIME = re.compile(
    r"(?i)(?P<date>\S{8,10})[T ]"
    r"(?P<time>(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?(?:\s*(?P<half>[ap]\.?m\.?)(?!\S))?)"
    r"(?P<rest>\s*(?P<zone>[+-]\d{2}:?\d{2}|[A-Za-z]\S*)?)"
)
_ABBREVIATION = re.compile(r"[A-Z]{2,5}")
_CERTAINLY_ROLLING = ("rolling basis", "open until filled", "until filled", "until the position is filled")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def read_date(node: Node, name: str, reading: Reading) -> dt.date | None:
    """A day, written YYYY-MM-DD with or without quotes."""
    written = reading.text(node, name, INVALID_DATE)
    if written is None:
        return None
    day = parse_date(written)
    if day is None:
        instant = _DATE_TIME.fullmatch(written)
        _report_date(node, name, written, reading, likely=instant["date"] if instant else "")
    return day


def read_zone(node: Node, name: str, reading: Reading) -> str | None:
    """An IANA time zone's name, or AoE."""
    written = reading.text(node, name)
    if written is None:
        return None
    if find_zone(written) is None:
        _report_zone(node, name, written, reading)
        return None
    return reading.settle(node, "AoE") if written.casefold() == "aoe" else written


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
    if match := _DATE_TIME.fullmatch(written):
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
    _report_date(node, name, written, reading, otherwise=f", or `{name}: {ROLLING}` if there is none")
    return None


def read_start(node: Node, name: str, reading: Reading) -> dt.date | str | None:
    """A day, or words such as "as soon as possible"."""
    written = reading.text(node, name)
    return (parse_date(written) or written) if written else None


def _read_date_time(match: re.Match[str], node: Node, name: str, zone: str, reading: Reading) -> Deadline | None:
    day = parse_date(match["date"])
    if day is None:
        _report_date(node, name, match["date"], reading, f" {match['time']}{match['rest']}")
        return None
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    if hour > 23 or minute > 59 or second > 59 or match["half"]:
        _report_time(match, node, name, reading)
        return None
    tzinfo, zone = _stated_zone(match["zone"], zone)
    if tzinfo is None:
        _report_zone(node, name, zone, reading)
        return None
    time = dt.time(hour, minute, second)
    instant = dt.datetime.combine(day, time, tzinfo).astimezone(dt.UTC)
    return Deadline(instant=instant, day=day, time=time, zone=zone)


def _stated_zone(stated: str | None, zone: str) -> tuple[dt.tzinfo | None, str]:
    if stated is None:
        return find_zone(zone), zone
    if stated.upper() in ("Z", "UTC", "GMT"):
        return dt.UTC, "UTC"
    if stated[0] in "+-":
        sign = -1 if stated[0] == "-" else 1
        hours, minutes = int(stated[1:3]), int(stated[-2:])
        if hours > 14 or minutes > 59:
            return None, stated
        offset = dt.timezone(sign * dt.timedelta(hours=hours, minutes=minutes))
        return offset, str(offset)
    return find_zone(stated), "AoE" if stated.casefold() == "aoe" else stated


def _report_date(
    node: Node, name: str, written: str, reading: Reading, rest: str = "", *, likely: str = "", otherwise: str = ""
) -> None:
    """Report *written*, behind which *rest* is a good time of day; *likely* is what in it may be the date."""
    fault, days = explain_date(likely or written)
    message = f"`{name}` must be a date written YYYY-MM-DD, found `{written}`"
    fix: tuple[Edit, ...] = ()
    match days:
        case (day,):
            if not likely:  # else a time of day would be lost
                fix = _rewrite_date(node, written, day, reading)
            label = f"did you mean `{day}`?"
            help = f"write `{name}: {day}{rest}`"
        case (first, second):
            label = f"`{first}` or `{second}`?"
            help = f"write `{name}: {first}{rest}` or `{name}: {second}{rest}`, whichever is meant"
        case _:
            label = "expected YYYY-MM-DD"
            help = f"write a date such as `{name}: 2026-12-01{rest}`{otherwise}"
            if fault not in ("not a date", "not written as YYYY-MM-DD"):
                label = fault
                message = f"`{name}` is a day that does not exist, `{written}`"
    reading.report(INVALID_DATE, message, reading.mark_part(node, written, label), help=(help,), fix=fix)


def _rewrite_date(node: Node, written: str, day: dt.date, reading: Reading) -> tuple[Edit, ...]:
    """What writes *day* as the board does, unless the weekday in *written* is another one."""
    word = re.match(r"\W*([A-Za-z]{3})", written)
    weekday = word[1].casefold() if word else ""
    if weekday in _WEEKDAYS and _WEEKDAYS[day.weekday()] != weekday:
        return ()
    return reading.source.rewrite(node, day.isoformat(), written)


def _report_time(match: re.Match[str], node: Node, name: str, reading: Reading) -> None:
    hour, label = int(match["hour"]), ""
    if match["half"] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
        label = f"did you mean `{hour:02}:{match['minute']}`?"
    elif hour == 24:
        label = "a day ends at `23:59`"
    message = f"`{name}` needs a time from `00:00` to `23:59`, found `{match['time']}`"
    help = (f"write a date and time such as `{name}: {match['date']} 17:00`",)
    reading.report(INVALID_DATE, message, reading.mark_part(node, match["time"], label), help=help)


def _report_zone(node: Node, name: str, written: str, reading: Reading) -> None:
    is_abbreviation = _ABBREVIATION.fullmatch(written)  # EST is in America and in Australia
    close = None if is_abbreviation else nearest_zone(written)
    reading.report(
        INVALID_VALUE,
        f"`{name}` names a time zone that does not exist, found `{written}`",
        reading.mark_part(node, written, f"did you mean `{close}`?" if close else ""),
        help=("use a name such as `Europe/Berlin` or `America/New_York`, `UTC`, or `AoE` for anywhere on earth",),
    )
