"""Several places that somebody wrote into one text: where one ends and the next begins."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from jobboard.standards.regions import country_of_region, find_region
from jobboard.standards.tables import Country, countries, country_of_city, find_country

_SEPARATORS = re.compile(r"\s*[;|•·]\s*|\s+/\s+|\s+\+\s+|\s+(?:or|oder|ou)\s+")
"""Hardly any name of a place holds one."""
_JOINING = re.compile(r"\s+(?:and|und|&)\s+|/")
"""Some names of places hold one: Brighton and Hove, Biel/Bienne."""
_MAY_JOIN = re.compile(r"[;|•·/+&]|\b(?:or|oder|ou|and|und)\b|,[^,]*,")
"""Without it a text is one place."""


_REMOTE = re.compile(r"(?i)\bremote\b")
_OWNERS = {
    "US": "PR GU VI AS MP UM", "CN": "HK MO TW", "DK": "GL FO", "FR": "RE GP MQ GF YT NC PF PM WF BL MF TF", "NL": "AW CW SX BQ", "NO": "SJ BV",
    "FI": "AX", "GB": "JE GG IM GI BM FK KY VG MS TC AI SH IO PN GS", "AU": "NF CX CC HM", "NZ": "CK NU TK",
}  # fmt: skip
"""Countries behind whose territories people write their name, too."""


class Several(NamedTuple):
    """Places found in one text."""

    complete: tuple[str | None, ...]
    """Each with its country, where that is known."""
    is_certain: bool
    """Whether every country was stated."""
    may_be_one: tuple[str, str] | None = None
    """City and country, if it may as well be the name of one place."""


@lru_cache(maxsize=1024)
def find_several(written: str) -> Several | None:
    """The places in *written*, with `, ` at each comma; None when it is one."""
    if not _MAY_JOIN.search(written):
        return _find_in_sequence(written)
    if _REMOTE.search(written):
        return None
    parts = [part for part in _SEPARATORS.split(written) if part]
    if len(parts) > 1:
        return _complete(parts)
    return _find_in_sequence(written) or _find_joined(written)


def _find_in_sequence(written: str) -> Several | None:
    """Places with nothing but commas between them: "Munich, Germany, Zurich, Switzerland"."""
    parts = written.split(", ")
    last = find_country(parts[-1])
    if len(parts) > 2 and len(parts) % 2 == 0:
        behind_cities = parts[1::2]
        if all(map(find_region, behind_cities)) or (last and len(set(behind_cities)) == 1):
            return _complete([", ".join(parts[at : at + 2]) for at in range(0, len(parts), 2)])
    if last is None:
        return None
    ends = [
        number
        for number, part in enumerate(parts[:-1])
        if _is_another_country(part, last) or (number and _is_region_elsewhere(parts[number - 1], part, last))
    ]
    if ends and (ends != [0] or len(parts) == 2):
        bounds = [0, *(end + 1 for end in ends), len(parts)]
        return _complete([", ".join(parts[a:b]) for a, b in pairwise(bounds)])
    cities = parts[:-1]
    are_cities = all(country_of_city(city) == last and not find_country(city) for city in cities)
    if len(cities) > 1 and len(set(cities)) == len(cities) and are_cities:
        return Several(tuple(f"{city}, {parts[-1]}" for city in cities), is_certain=False)
    return None


def _is_another_country(part: str, last: Country) -> bool:
    """Whether *part*, which stands before the country *last*, names one, too, and no region of it."""
    country = find_country(part) if len(part) > 3 else None
    return (
        country is not None
        and country != last
        and country.code not in _OWNERS.get(last.code, ())
        and country_of_region(part) != last.code
    )


def _is_region_elsewhere(city: str, part: str, last: Country) -> bool:
    """Whether *part* is a region of the country of *city*, and that is not *last*."""
    home = country_of_city(city)
    return home is not None and home != last and country_of_region(part) == home.code


def _find_joined(written: str) -> Several | None:
    """Places with a word or sign between them that may as well belong to a name."""
    pieces = [piece.strip() for piece in _split_joined(written)]
    if len(pieces) < 2:
        return None
    if "," in pieces[0] and all(find_country(piece.rpartition(", ")[2]) for piece in pieces):
        return _complete(pieces)
    cities, _, rest = written.partition(", ")
    names = [name.strip() for name in _JOINING.split(cities)]
    if len(names) < 2 or not all(name[:1].isupper() for name in names):
        return None
    homes = [country_of_city(name) for name in names]
    if not rest:
        return _complete(names) if all(homes) or all(map(find_country, names)) else None
    country = find_country(rest.rpartition(", ")[2])
    if country and all(home == country for home in homes):
        return Several(tuple(f"{name}, {rest}" for name in names), is_certain=True)
    if "/" in cities or country is None:
        return None
    return Several((None,) * len(names), is_certain=False, may_be_one=(cities, country.code))


def _split_joined(written: str) -> list[str]:
    """*written* at each word or sign that joins, but for the one in "Trinidad and Tobago"."""
    pieces, start = [], 0
    for joint in _JOINING.finditer(written):
        before = written[start : joint.start()].rpartition(",")[2]
        after = _JOINING.split(written[joint.end() :])[0].partition(",")[0]
        if not find_country(f"{before}{joint[0]}{after}"):
            pieces.append(written[start : joint.start()])
            start = joint.end()
    return [*pieces, written[start:]]


def _complete(parts: list[str]) -> Several:
    """Each of *parts* with its country: its own, that of its region, or that of its city."""
    found = [_with_country(part) for part in parts]
    return Several(tuple(found), is_certain=found == parts)


def _with_country(place: str) -> str | None:
    *before, last = place.split(", ")
    home = country_of_city(before[0] if before else last)
    owner = country_of_region(last) if before else None
    country = find_country(last)
    if country and (owner in (None, country.code) or home == country):
        return place
    if home and owner in (None, home.code):
        return f"{place}, {home.name}"
    if owner and country is None:
        return f"{place}, {countries()[owner].name}"
    return None
