"""Places as people write them: a state's or province's code is never taken for another country's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jobboard.fields.places import Area, Location, read_location, read_remote_from
from jobboard.fields.reading import PostingReading
from jobboard.policy import Policy
from jobboard.posting import Place
from jobboard.source.nodes import Node, Scalar
from jobboard.source.source_text import SourceText
from jobboard.source.yaml_reader import read_mapping
from jobboard.standards.regions import REGIONS, Region, find_region
from jobboard.standards.tables import countries, find_country

CODED = [region for region in REGIONS if region.code and region.country in ("US", "CA")]


def read(written: str, policy: Policy) -> tuple[Location | None, PostingReading]:
    """What `location: WRITTEN` says, and what is reported of it."""
    text = f"location: {written}"
    reading = PostingReading(SourceText("a.md", text), policy)
    node = Scalar(written, True, 1, 11, 1, 11 + len(written))
    return read_location(node, "location", reading), reading


def test_all_states_and_provinces_are_known() -> None:
    """Fifty states and the district, ten provinces and three territories."""
    assert [sum(region.country == code for region in CODED) for code in ("US", "CA")] == [51, 13]
    spellings = [spelling for region in REGIONS for spelling in (region.code, region.name) if spelling]
    assert len({find_region(spelling) for spelling in spellings}) == len(REGIONS), "each spelling is one region's"
    assert len({spelling.casefold() for spelling in spellings}) == len(spellings)


@pytest.mark.parametrize("region", CODED, ids=lambda region: region.code)
@pytest.mark.parametrize("spelling", ["code", "lower", "name"])
def test_a_region_is_told_apart_from_a_country_or_asked_about(region: Region, spelling: str, policy: Policy) -> None:
    """Nothing is published until the author has said which country it is, and what to type is one of the answers."""

    written = {"code": region.code, "lower": region.code.lower(), "name": region.name}[spelling]
    whole = f"Springfield, {written}, {countries()[region.country].name}"
    found, reading = read(f"Springfield, {written}", policy)
    assert found is None
    (problem,) = reading.diagnostics
    assert problem.rule == "invalid-location"
    assert any(f'write `location: "{whole}"`' == line for line in problem.help)
    is_country = find_country(written) is not None
    assert ("ambiguous" in problem.message) == is_country
    assert bool(problem.fix) == (not is_country), "only what can mean one place is repaired"
    place = Place(city="Springfield", region=written, country=region.country)
    assert read(whole, policy)[0] == Location((place,))


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("Berlin, DE", Place("Berlin", None, "DE")),
        ("Amsterdam, NL", Place("Amsterdam", None, "NL")),
        ("Lima, PE", Place("Lima", None, "PE")),
        ("Bratislava, SK", Place("Bratislava", None, "SK")),
        ("Tbilisi, Georgia", Place("Tbilisi", None, "GE")),
        ("Cambridge, England", Place("Cambridge", None, "GB")),
        ("Wien, Österreich", Place("Wien", None, "AT")),
        ("Lyon, FRA", Place("Lyon", None, "FR")),
        ("Singapore", Place(None, None, "SG")),
        ("Georgia", Place(None, None, "GE")),
    ],
)
def test_a_city_that_is_known_tells_the_country(written: str, place: Place, policy: Policy) -> None:
    """Where the only city of that name lies is no guess; names in other languages and codes of three letters are read."""
    found, reading = read(written, policy)
    assert (found, reading.diagnostics) == (Location((place,)), [])


@pytest.mark.parametrize("written", ["Granada", "Norwich, Norfolk", "Freiburg and", "Salvador"])
def test_a_city_is_no_country(written: str, policy: Policy) -> None:
    """Names that are a country's somewhere, but a city's or a word's for most, are asked about."""
    assert read(written, policy)[0] is None


def test_what_to_write_names_the_field_where_all_are_indented(policy: Policy) -> None:
    """As it stands in the first column."""
    source = SourceText("a.md", "  location: Springfield, TX")
    entries = read_mapping(source, source.text, 1, [])
    assert entries
    reading = PostingReading(source, policy)
    read_location(entries["location"].value, "location", reading)
    (problem,) = reading.diagnostics
    assert problem.help == ('write `location: "Springfield, TX, United States"`',)


REGIONS_OF_A_BOARD = {"Europe": ("DE", "FR"), "Nordic countries": ("NO", "SE")}


@pytest.mark.parametrize(
    ("regions", "help"),
    [
        ({}, "name a country"),
        (REGIONS_OF_A_BOARD, "name a country, or a region of this board: `Europe`, `Nordic countries`"),
    ],
)
def test_what_is_no_area_is_told_the_regions_of_the_board(
    regions: dict[str, tuple[str, ...]], help: str, policy: Policy
) -> None:
    """All of them, where there are any."""
    found, reading = read("Remote (Atlantis)", policy._replace(regions=regions))
    (problem,) = reading.diagnostics
    assert (found, problem.help) == (None, (help,))


@pytest.mark.parametrize("name", REGIONS_OF_A_BOARD)
def test_each_region_of_a_board_is_an_area(name: str, policy: Policy) -> None:
    """In any case, and under the name that the board gives it."""
    found, reading = read(f"Remote ({name.upper()})", policy._replace(regions=REGIONS_OF_A_BOARD))
    assert (found, reading.diagnostics) == (Location((), True, Area(name, REGIONS_OF_A_BOARD[name])), [])


def test_each_country_is_one_place(policy: Policy) -> None:
    """Also one whose name holds a comma, or a word that stands between places."""
    assert [country.name for country in countries().values() if read(country.name, policy)[1].diagnostics] == []


@pytest.mark.parametrize(
    ("read_field", "written"),
    [
        (read_location, "[Gotham, Remote (Europe)]"),
        (read_location, "[Remote (Atlantis), Remote (Europe)]"),
        (read_remote_from, "[Atlantis, DE]"),
        (read_remote_from, "[]"),
    ],
)
def test_a_list_with_an_item_that_cannot_be_read_says_nothing(
    read_field: Callable[[Node, str, PostingReading], object], written: str, policy: Policy
) -> None:
    """Half of it would be another place, or another limit."""
    source = SourceText("a.md", f"location: {written}")
    entries = read_mapping(source, source.text, 1, [])
    assert entries
    assert read_field(entries["location"].value, "location", PostingReading(source, policy)) is None
