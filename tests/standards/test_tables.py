"""The tables of countries and currencies."""

from __future__ import annotations

import re

from jobboard.standards.tables import countries, currencies, find_country


def test_countries_and_currencies_are_unambiguous() -> None:
    """Codes and slugs are unique, and every country is found under its own name and code."""
    table = countries()
    assert len({country.slug for country in table.values()}) == len(table) >= 249
    for country in table.values():
        assert find_country(country.name) == country
        assert find_country(country.code) == country
    assert all(re.fullmatch("[A-Z]{3}", code) for code in currencies())
    assert {find_country(name).code for name in ("UK", "usa", "Turkiye", "Czech Republic")} == {"GB", "US", "TR", "CZ"}  # type: ignore[union-attr]  # a missing one fails here
