"""Places and work modes, in the words of advertisements."""

from __future__ import annotations

import pytest

from jobboard.importing.texts.places import place_in
from jobboard.importing.texts.text import read_text
from jobboard.importing.texts.work_modes import work_mode_in


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("Cambridge, Cambridgeshire, UK", "Cambridge, England, United Kingdom"),
        ("Cambridge, Middle County, UK", "Cambridge, Middle County, United Kingdom"),
        ("Edinburgh, Scotland", "Edinburgh, Scotland, United Kingdom"),
        ("Freiburg Germany", "Freiburg, Germany"),
        ("Ann Arbor, MI", "Ann Arbor, Michigan, United States"),
        ("Boston, MA, USA", "Boston, Massachusetts, United States"),
        ("Boston, MA", "Boston, Massachusetts, United States"),
        ("Tbilisi, Georgia", "Tbilisi, Georgia"),
        ("Atlanta, Georgia", "Atlanta, Georgia, United States"),
        ("Paris, Georgia", None),
        ("London Bridge", None),
        ("Cambridge", None),
        ("Remote", None),
        ("Norway, Oslo", "Oslo, Norway"),
        ("room on the second floor of the old building, Oslo, Norway", "Oslo, Norway"),
        ("Institute of Examples, Bern, Switzerland", "Bern, Switzerland"),
        ("[Bern, Switzerland](https://example.org)", "Bern, Switzerland"),
    ],
)
def test_no_country_is_guessed(written: str, place: str | None) -> None:
    """A place is one when its end, or its city where that end may be a region, names a country beyond doubt."""
    assert place_in(written) == place


def test_a_place_keeps_its_own_country() -> None:
    """The country that addresses end with completes a city alone, and replaces none."""
    text = "Postdoc in ice\n\nLocation: Ansan, South Korea\nWorkplace: Oslo, Norway\nApply: https://www.university.se/jobs/1\n"
    assert read_text(text, "ice.txt", "ice.txt").value("location") == "Ansan, South Korea"


@pytest.mark.parametrize(
    ("written", "mode"),
    [
        ("The role is fully remote.", "remote"), ("3-4 days in the office", "hybrid"), ("a hybrid position", "hybrid"),
        ("remote sensing of ice", None), ("remote monitoring of patients", None), ("hybrid models of glaciers", None),
        ("This is an on-site position", "on-site"),
    ],
)  # fmt: skip
def test_work_modes_are_not_confused_with_science(written: str, mode: str | None) -> None:
    """Remote sensing is no remote work."""
    assert work_mode_in(written) == mode
