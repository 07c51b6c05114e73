"""Times of day as people write them."""

from __future__ import annotations

import datetime as dt
import re

from jobboard.standards.zones import END_OF_DAY

_HALF = r"(?:\s*(?P<half>[ap])\.?m\.?(?![a-z]))?"
_CLOCK = re.compile(
    rf"(?i)(?:(?P<hour>\d{{1,2}})[:.h](?P<minute>\d{{2}})(?::(?P<second>\d{{2}})(?:\.\d{{1,9}})?)?|(?P<whole>\d{{1,2}})){_HALF}"
    r"(?P<word>\s*(?:h|hrs?|hours?|uhr|o'?\s?clock)\.?)?",
    re.ASCII,
)
NOON = ("noon", "midday")
MIDNIGHT = ("midnight", "mitternacht", "minuit", "mezzanotte", "medianoche", "middernacht", "midnatt", "meia-noite")
"""In the languages of `standards.languages`."""
TIME = (
    r"(?:\d{1,2}[:.h]\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:\s*[ap]\.?m\.?(?![a-z]))?(?:\s*(?:h|hrs?|hours?|uhr|o'?\s?clock)\b\.?)?"
    r"|\d{1,2}\s*(?:[ap]\.?m\.?(?![a-z])|(?:h|hrs?|hours?|uhr|o'?\s?clock)\b\.?)"
    rf"|(?:12\s*)?(?:{'|'.join((*NOON, *MIDNIGHT))})|eod|(?:the\s+)?end\s+of\s+(?:the\s+)?day)"
)
"""A pattern for whatever `read_time` understands, and some that it does not."""

START_OF_DAY = dt.time()
_NOON = dt.time(12)


def read_time(written: str) -> tuple[dt.time, ...]:
    """The times of day that *written* may mean: one, two for midnight, none when it is no time.

    `END_OF_DAY` is the last second of the day.
    """
    folded = " ".join(written.casefold().split()).removeprefix("12 ")
    if folded in NOON:
        return (_NOON,)
    if folded in MIDNIGHT:
        return (START_OF_DAY, END_OF_DAY)
    if folded == "eod" or folded.endswith("day"):
        return (END_OF_DAY,)
    clock = _CLOCK.fullmatch(written)
    if clock is None or (clock["whole"] and not clock["half"] and not clock["word"]):
        return ()
    hour, minute, second = int(clock["hour"] or clock["whole"]), int(clock["minute"] or 0), int(clock["second"] or 0)
    if clock["half"]:
        if not 1 <= hour <= 12:
            return (dt.time(hour, minute, second),) if clock["half"] in "pP" and 12 < hour < 24 and minute < 60 else ()
        is_midnight = clock["half"] in "aA" and (hour, minute, second) == (12, 0, 0)
        if is_midnight:
            return (START_OF_DAY, END_OF_DAY)
        hour = hour_of_half(hour, clock["half"])
    if (hour, minute, second) == (24, 0, 0):
        return (END_OF_DAY,)
    return (dt.time(hour, minute, second),) if hour < 24 and minute < 60 and second < 60 else ()


def hour_of_half(hour: int, half: str) -> int:
    """The hour of the day of *hour*, 1 to 12, in its *half*, which begins with `a` or `p`."""
    return hour % 12 + (12 if half[0] in "pP" else 0)


def write_time(time: dt.time) -> str:
    """*time* as the board writes it: `17:00`."""
    return f"{time:%H:%M:%S}" if time.second and time != END_OF_DAY else f"{time:%H:%M}"
