"""Places, as structured data states them."""

from __future__ import annotations

from typing import Any

import pytest

from jobboard.importing.pages.job_places import place_stated


@pytest.mark.parametrize(
    ("stated", "place"),
    [
        ({"address": {"addressLocality": "Singapore", "addressCountry": "SG"}}, "Singapore"),
        ({"address": {"addressLocality": "London, England, United Kingdom"}}, "London, England, United Kingdom"),
        ({"address": {"addressLocality": "Tbilisi", "addressCountry": "GE"}}, {"city": "Tbilisi", "country": "GE"}),
        ({"address": {"addressLocality": "Atlanta", "addressRegion": "Georgia", "addressCountry": "US"}}, "Atlanta, Georgia, United States"),
        ({"address": {"addressLocality": "San Francisco, CA"}}, None),
        ({"address": {"addressLocality": "Remote", "addressCountry": "DEU"}}, "Germany"),
        ({"address": {"addressLocality": "Cardiff", "addressRegion": "GB-WLS", "addressCountry": "gb"}}, "Cardiff, Wales, United Kingdom"),
        ({"address": "Zürich, Schweiz"}, "Zürich, Switzerland"),
        ({"address": {"addressLocality": "null", "addressCountry": "-"}}, None),
        ("Oslo, Norway", "Oslo, Norway"),
        ({"name": "Paris, France"}, "Paris, France"),
    ],
)  # fmt: skip
def test_places_end_with_a_country_or_are_not_given(stated: Any, place: Any) -> None:
    """A place is what the page says, in the board's order; a country is never guessed."""
    assert place_stated(stated)[0] == place
