"""Continents and their countries."""

from __future__ import annotations

from jobboard.standards.continents import CONTINENTS
from jobboard.standards.tables import countries


def test_every_country_is_in_one_continent() -> None:
    """None is forgotten, none stands twice, and none is unknown."""
    listed = [code for codes in CONTINENTS.values() for code in codes]
    assert sorted(listed) == sorted(countries())
