"""Where the work is done, and from where it may be done remotely."""

from __future__ import annotations

import re
from typing import NamedTuple

from jobboard.diagnostics.rules import INVALID_LOCATION
from jobboard.fields.reading import PostingReading, Reading
from jobboard.posting import Place
from jobboard.source.nodes import Mapping, Node, Scalar, Sequence
from jobboard.standards.tables import Country, countries, country_names, find_country
from jobboard.vocabulary import fold, nearest

_REMOTE = re.compile(r"(?:fully |100 ?% )?remote\b[\s,:–-]*(?:\(?(?P<area>[^()]*)\)?)?", re.IGNORECASE)
_EXAMPLE = 'such as `location: "Cambridge, England, United Kingdom"`'


class Area(NamedTuple):
    """Where somebody who works remotely may live."""

    name: str
    countries: tuple[str, ...]
    """ISO 3166-1 codes."""


class Location(NamedTuple):
    """What `location` says: places, or (for remote positions) an area, or both."""

    places: tuple[Place, ...] = ()
    is_remote: bool = False
    area: Area | None = None


def read_location(node: Node, name: str, reading: PostingReading) -> Location | None:
    """Places as "City, Region, Country" or `{city, region, country}`, one or several; or "Remote (Europe)"."""
    places: list[Place] = []
    is_remote, area = False, None
    items = node.items if isinstance(node, Sequence) else [node]
    for item in items:
        if isinstance(item, Scalar) and (match := _REMOTE.fullmatch(" ".join(item.text.split()))):
            is_remote = True
            if match["area"]:
                area = _find_area(match["area"].strip(), item, reading)
                if area is None:
                    return None
            continue
        place = _read_group(item, name, reading) if isinstance(item, Mapping) else _read_text(item, name, reading)
        if place is None:
            return None
        places.append(place)
    if not places and not is_remote:
        reading.report(
            INVALID_LOCATION, f"`{name}` names no place", node, help=(f"name the city and country, {_EXAMPLE}",)
        )
        return None
    return Location(tuple(dict.fromkeys(places)), is_remote, area)


def read_remote_from(node: Node, name: str, reading: PostingReading) -> Area | None:
    """Countries (code or name) or regions of `board.yml`."""
    items = node.items if isinstance(node, Sequence) else [node]
    areas: list[Area] = []
    for item in items:
        written = reading.text(item, name, INVALID_LOCATION)
        found = _find_area(written, item, reading) if written else None
        if found is None:
            return None
        areas.append(found)
    codes = tuple(dict.fromkeys(code for area in areas for code in area.countries))
    return Area(", ".join(dict.fromkeys(area.name for area in areas)), codes) if codes else None


def _find_area(written: str, node: Node, reading: PostingReading) -> Area | None:
    for region, codes in reading.policy.regions.items():
        if fold(region) == fold(written):
            return Area(region, codes)
    if country := find_country(written):
        return Area(country.name, (country.code,))
    close = nearest(written, [*reading.policy.regions, *(c.name for c in countries().values())])
    regions = ", ".join(f"`{region}`" for region in reading.policy.regions)
    help = "name a country" + (f", or a region of this board: {regions}" if regions else "")
    if fold(written) in ("anywhere", "global", "world", "worldwide"):
        help = "leave it out, if there is no limit"
    reading.report(
        INVALID_LOCATION,
        f"`{written}` is neither a country nor a region of this board",
        reading.mark_part(node, written, f"did you mean `{close}`?" if close else ""),
        help=(help,),
    )
    return None


def _read_group(node: Mapping, name: str, reading: Reading) -> Place | None:
    entries = reading.group(node, name, ("city", "region", "country"), "{city: …, country: …}") or {}
    if "country" not in entries:
        reading.report(
            INVALID_LOCATION, f"`{name}` has no `country`", node, help=("add its ISO 3166 code, such as `country: CH`",)
        )
        return None
    texts = {key: reading.text(entry.value, f"{name}.{key}", INVALID_LOCATION) for key, entry in entries.items()}
    if None in texts.values():
        return None
    country = _find_country(texts["country"] or "", entries["country"].value, name, reading)
    return Place(city=texts.get("city"), region=texts.get("region"), country=country.code) if country else None


_ALSO_US_STATES = frozenset(
    [
        "AL",
        "AR",
        "AZ",
        "CA",
        "CO",
        "DE",
        "GA",
        "ID",
        "IL",
        "IN",
        "LA",
        "MA",
        "MD",
        "ME",
        "MN",
        "MO",
        "MS",
        "MT",
        "NC",
        "ND",
        "NE",
        "PA",
        "SC",
        "SD",
        "TN",
        "VA",
    ]
)
"""Country codes that in "City, XX" more often mean a state of the United States."""


def _read_text(node: Node, name: str, reading: Reading) -> Place | None:
    written = reading.text(node, name, INVALID_LOCATION)
    if written is None:
        return None
    *before, last = [part.strip() for part in written.split(",")]
    if before and (last in _ALSO_US_STATES or last == "Georgia"):
        _report_ambiguous(before, last, node, name, reading)
        return None
    country = _find_country(last, node, name, reading, written)
    if country is None:
        return None
    if not before:  # a city that is a country, such as Singapore; or a country alone
        return Place(city=None, region=None, country=country.code)
    city, *regions = before
    return Place(city=city, region=", ".join(regions) or None, country=country.code)


def _report_ambiguous(before: list[str], last: str, node: Node, name: str, reading: Reading) -> None:
    country = find_country(last)
    assert country is not None, last
    city = ", ".join(before)
    help = (
        f'write `{name}: "{city}, {last}, United States"`',
        f"or `{name}: {{city: {city}, country: {country.code}}}` for {country.name}",
    )
    mark = reading.mark_part(node, last, f"the US state, or {country.name}?")
    reading.report(INVALID_LOCATION, f"`{name}` must end with a country, and `{last}` is ambiguous", mark, help=help)


def _find_country(written: str, node: Node, name: str, reading: Reading, whole: str = "") -> Country | None:
    if country := find_country(written):
        return country
    close = nearest(written.casefold(), country_names())
    if re.search(r"\bremote\b", whole, re.IGNORECASE):
        help = "say that with `work_mode: remote` (or `hybrid`), and leave only the place here"
    else:
        help = f"end the place with its country, {_EXAMPLE}"
    reading.report(
        INVALID_LOCATION,
        f"`{name}` must end with a country, found `{written}`",
        reading.mark_part(node, written, f"did you mean `{country_names()[close]}`?" if close else "not a country"),
        help=(help,),
    )
    return None
