"""Days, and starts."""

from __future__ import annotations

import datetime as dt
import re

from jobboard.diagnostics.diagnostic import Edit
from jobboard.diagnostics.rules import INVALID_DATE
from jobboard.fields.reading import Reading
from jobboard.source.nodes import Node
from jobboard.standards.dates import explain_date, has_whole_year, parse_date, plain_digits

_INSTANT = re.compile(r"(?i)(\S{8,10})[T ]\d{1,2}:\d{2}.*")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def read_date(node: Node, name: str, reading: Reading) -> dt.date | None:
    """A day, written YYYY-MM-DD with or without quotes."""
    written = reading.text(node, name, INVALID_DATE)
    if written is None:
        return None
    day = parse_date(written)
    if day is None and not report_digits(node, name, written, reading):
        instant = _INSTANT.fullmatch(written)
        report_date(node, name, written, reading, likely=instant[1] if instant else "")
    return day


def read_start(node: Node, name: str, reading: Reading) -> dt.date | str | None:
    """A day, or words such as "as soon as possible"."""
    written = reading.text(node, name)
    return (parse_date(written) or written) if written else None


def report_digits(node: Node, name: str, written: str, reading: Reading) -> bool:
    """Report digits of another script in *written*, and say whether there are any."""
    plain = plain_digits(written)
    if plain == written:
        return False
    days = explain_date(plain)[1]
    meant = [day.isoformat() for day in days] or [plain]
    help = (f"write {' or '.join(f'`{_key_of(name)}: {text}`' for text in meant)}",)
    label = f"did you mean {' or '.join(f'`{text}`' for text in meant)}?"
    message = f"`{name}` is written in digits of another script, found `{written}`"
    fix = reading.source.rewrite(node, meant[0]) if len(meant) == 1 and has_whole_year(plain) else ()
    reading.report(INVALID_DATE, message, node, label, help, fix)
    return True


def report_date(
    node: Node, name: str, written: str, reading: Reading, rest: str = "", *, likely: str = "", otherwise: str = ""
) -> None:
    """Report *written*, behind which *rest* is a good time of day; *likely* is what in it may be the date."""
    fault, days = explain_date(likely or written)
    key = _key_of(name)
    message = f"`{name}` must be a date written YYYY-MM-DD, found `{written}`"
    fix: tuple[Edit, ...] = ()
    match days:
        case (day,):
            if not likely:  # else a time of day would be lost
                fix = _rewrite_date(node, written, day, reading)
            label = f"did you mean `{day}`?"
            help = f"write `{key}: {day}{rest}`"
        case (first, second):
            label = f"`{first}` or `{second}`?"
            help = f"write `{key}: {first}{rest}` or `{key}: {second}{rest}`, whichever is meant"
        case _:
            label = "expected YYYY-MM-DD"
            help = f"write a date such as `{key}: 2026-12-01{rest}`{otherwise}"
            if fault not in ("not a date", "not written as YYYY-MM-DD"):
                label = fault
                message = f"`{name}` is a day that does not exist, `{written}`"
    reading.report(INVALID_DATE, message, reading.mark_part(node, written, label), help=(help,), fix=fix)


def _key_of(name: str) -> str:
    """What stands before the colon: of `source.retrieved` the last part."""
    return name.rpartition(".")[2]


def _rewrite_date(node: Node, written: str, day: dt.date, reading: Reading) -> tuple[Edit, ...]:
    """What writes *day* as the board does, unless the weekday in *written* is another one, or its year is short."""
    if not has_whole_year(written):
        return ()
    word = re.match(r"\W*([A-Za-z]{3})", written)
    weekday = word[1].casefold() if word else ""
    if weekday in _WEEKDAYS and _WEEKDAYS[day.weekday()] != weekday:
        return ()
    return reading.source.rewrite(node, day.isoformat(), written)
