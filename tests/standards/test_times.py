"""Times of day, as people write them."""

from __future__ import annotations

import datetime as dt

import pytest

from jobboard.standards.hours import find_hour
from jobboard.standards.times import MIDNIGHT, START_OF_DAY, read_time
from jobboard.standards.zones import END_OF_DAY


@pytest.mark.parametrize("word", MIDNIGHT)
def test_midnight_is_known_in_each_language(word: str) -> None:
    """A field has two of them, and running text means the end of the day."""
    assert read_time(word.title()) == (START_OF_DAY, END_OF_DAY)
    hour = find_hour(f"bis {word}")
    assert hour
    assert hour.is_midnight


@pytest.mark.parametrize(("written", "hour"), [("12 am", 0), ("1 a.m.", 1), ("12:30 pm", 12), ("11 PM", 23)])
def test_halves_of_a_day_are_the_same_everywhere(written: str, hour: int) -> None:
    """In a field, where 12 am has two readings, and in running text."""
    assert read_time(written)[0].hour == hour
    found = find_hour(written)
    assert found
    assert dt.time.fromisoformat(found.time).hour in (hour, 23 if hour == 0 else hour)


@pytest.mark.parametrize(
    ("text", "time", "is_midnight"),
    [
        ("by 17.00 CET", "17:00", False), ("until 17.00", None, False), ("closes at 17.00", "17:00", False), ("version 3.14", None, False),
        ("bis 17.00 Uhr", "17:00", False), ("13:30 pm", "13:30", False), ("24:00", "23:59", True), ("00:00", "00:00", True),
    ],
)  # fmt: skip
def test_hours_in_running_text(text: str, time: str | None, is_midnight: bool) -> None:
    """A number with a dot is one only where words around it say so; midnight is told apart."""
    hour = find_hour(text)
    assert (hour and (hour.time, hour.is_midnight)) == (time and (time, is_midnight))
