"""Where the work is done, and from where it may be done remotely."""

from __future__ import annotations

import re
from typing import NamedTuple

from jobboard.diagnostics.diagnostic import Edit
from jobboard.diagnostics.rules import INVALID_LOCATION
from jobboard.fields.reading import PostingReading, Reading
from jobboard.fields.several_places import Several, find_several
from jobboard.posting import Place
from jobboard.source.nodes import Mapping, Node, Scalar, Sequence
from jobboard.source.yaml_lines import quote
from jobboard.standards.regions import Region, find_region
from jobboard.standards.tables import Country, countries, country_names, country_of_city, find_country
from jobboard.vocabulary import fold, nearest

_REMOTE = re.compile(r"(?:fully |100 ?% )?remote\b[\s,:–-]*(?:\(?(?P<area>[^()]*)\)?)?", re.IGNORECASE)
_EXAMPLE = 'such as `location: "Cambridge, England, United Kingdom"`'


_NAMESAKES = {"congo": ("CG", "CD"), "korea": ("KR", "KP")}
"""Countries that share a name."""
_ASKED = ("congo",)
"""Of those names, the ones that do not nearly always mean the first."""


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
    is_remote, area, is_complete = False, None, True
    items = node.items if isinstance(node, Sequence) else [node]
    for item in items:
        if isinstance(item, Scalar) and (match := _REMOTE.fullmatch(" ".join(item.text.split()))):
            is_remote = True
            if match["area"]:
                area = _find_area(match["area"].strip(), item, reading)
                is_complete = is_complete and area is not None
            continue
        place = _read_group(item, name, reading) if isinstance(item, Mapping) else _read_text(item, name, reading)
        if place is None:
            is_complete = False
        else:
            places.append(place)
    if not is_complete:
        return None
    return Location(tuple(dict.fromkeys(places)), is_remote, area)


def read_remote_from(node: Node, name: str, reading: PostingReading) -> Area | None:
    """Countries (code or name) or regions of `board.yml`."""
    items = node.items if isinstance(node, Sequence) else [node]
    texts = ((item, reading.text(item, name, INVALID_LOCATION)) for item in items)
    areas = [area for item, text in texts if text and (area := _find_area(text, item, reading))]
    if len(areas) < len(items):
        return None
    codes = tuple(dict.fromkeys(code for area in areas for code in area.countries))
    return Area(", ".join(dict.fromkeys(area.name for area in areas)), codes) if codes else None


def _find_area(written: str, node: Node, reading: PostingReading) -> Area | None:
    for region, codes in reading.policy.regions.items():
        if fold(region) == fold(written):
            return Area(region, codes)
    if country := find_country(written):
        return Area(country.name, (country.code,))
    close = nearest(written, [*reading.policy.regions, *(c.name for c in countries().values())], is_name=True)
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
    entries = reading.group(node, name, ("city", "region", "country"))
    if "country" not in entries:
        reading.report(
            INVALID_LOCATION, f"`{name}` has no `country`", node, help=("add its ISO 3166 code, such as `country: CH`",)
        )
        return None
    read = ((key, reading.text(entry.value, f"{name}.{key}", INVALID_LOCATION)) for key, entry in entries.items())
    texts = {key: text for key, text in read if text}
    if len(texts) < len(entries):
        return None
    country = _find_country(texts["country"], entries["country"].value, name, reading, city=texts.get("city"))
    return Place(city=texts.get("city"), region=texts.get("region"), country=country.code) if country else None


def _read_text(node: Node, name: str, reading: Reading) -> Place | None:
    written = reading.text(node, name, INVALID_LOCATION)
    if written is None:
        return None
    *before, last = [part for part in map(str.strip, written.split(",")) if part] or [written]
    written = ", ".join([*before, last])
    if places := find_several(written):
        _report_several(places, node, name, reading)
        return None
    if (region := _find_region(before, last)) and (before or find_country(last) is None):
        _report_region(written, before, last, region, node, name, reading)
        return None
    country = _find_country(last, node, name, reading, written)
    if country is None:
        return None
    if not before:  # a city that is a country, such as Singapore; or a country alone
        return Place(city=None, region=None, country=country.code)
    city, *others = before
    return Place(city=city, region=", ".join(others) or None, country=country.code)


def _report_several(places: Several, node: Node, name: str, reading: Reading) -> None:
    fix: tuple[Edit, ...] = ()
    written = reading.source.written(node)
    complete = [place for place in places.complete if place]
    if len(complete) < len(places.complete):
        help: tuple[str, ...] = ("write each on a line of its own, as `- City, Country`",)
    elif _stands_alone(node, name, reading):
        listed = f"[{', '.join(map(quote, complete))}]"
        help = (f"write `{name}: {listed}`, if these are the places",)
        if places.is_certain and written:
            fix = (Edit(node.line, node.column, len(written), listed),)
            help = (f"write `{name}: {listed}`",)
    else:
        items = " and ".join(f"`- {place}`" for place in complete)
        help = (f"write each as an item of the list: {items}",)
    if places.may_be_one:
        city, country = places.may_be_one
        help = (*help, f"or `{name}: {{city: {quote(city)}, country: {country}}}`, if that is the name of one place")
    mark = reading.source.mark_node(node, "several places")
    reading.report(INVALID_LOCATION, f"`{name}` takes one place in a text", mark, help=help, fix=fix)


def _show_value(value: str, node: Node, name: str, reading: Reading) -> str:
    """What to write for *value*: behind its field's name, or as it stands in a list."""
    return f"{name}: {value}" if _stands_alone(node, name, reading) else value


def _stands_alone(node: Node, name: str, reading: Reading) -> bool:
    """Whether a value stands behind its field's name, and not in a list."""
    return reading.source.line(node.line)[: node.column - 1].strip() == f"{name}:"


def _find_region(before: list[str], last: str) -> Region | None:
    """The part of another country that *last* may mean behind a city; None where the city lies in the country *last*."""
    country, region = find_country(last), find_region(last)
    home = country_of_city(before[0]) if before else None
    if region and country and country in (home, countries()[region.country]):
        return None
    return region


def _report_region(
    written: str, before: list[str], last: str, region: Region, node: Node, name: str, reading: Reading
) -> None:
    """Ask for the country behind *last*, which is a part of one, and perhaps the code of another one."""
    whole = f"{written}, {countries()[region.country].name}"
    country = find_country(last)
    home = country_of_city(before[0]) if before else None
    if country and home is None:
        city, *others = before
        parts = [
            f"city: {city}",
            *(f"region: {quote(', '.join(others))}" for _ in others[:1]),
            f"country: {country.code}",
        ]
        group = f"{{{', '.join(parts)}}}"
        help: tuple[str, ...] = (
            f"write `{_show_value(quote(whole), node, name, reading)}`",
            f"or `{_show_value(group, node, name, reading)}` for {country.name}",
        )
        owner = {"US": "the US state", "CA": "the Canadian province"}.get(region.country, region.name)
        mark = reading.mark_part(node, last, f"{owner}, or {country.name}?")
        message = f"`{name}` must end with a country, and `{last}` is ambiguous"
        reading.report(INVALID_LOCATION, message, mark, help=help)
        return
    places, label, fix = [whole], f"did you mean `{whole}`?", reading.source.rewrite(node, whole)
    if len(last) == 2 and home and home.code != region.country:  # a code that parts of other countries may have, too
        places, label, fix = [whole, f"{before[0]}, {home.name}"], "in which country?", ()
    mark = reading.mark_part(node, last, label)
    help = tuple(f"write `{_show_value(quote(place), node, name, reading)}`" for place in places)
    reading.report(INVALID_LOCATION, f"`{name}` must end with a country, found `{last}`", mark, help=help, fix=fix)


def _find_country(
    written: str, node: Node, name: str, reading: Reading, whole: str = "", city: str | None = None
) -> Country | None:
    """The country *written*: at the end of *whole*, or in a group with *city*."""
    city = city or whole.partition(",")[0]
    if country := find_country(written):
        return _told_apart(country, written, city, node, name, reading, whole)
    home = country_of_city(city)
    close = nearest(written.casefold(), country_names(), is_name=True)
    label, help = "not a country", f"end the place with its country, {_EXAMPLE}"
    if re.search(r"\bremote\b", whole, re.IGNORECASE):
        help = "say that with `work_mode: remote` (or `hybrid`), and leave only the place here"
    elif close:
        label = f"did you mean `{country_names()[close]}`?"
        if whole:
            place = quote(whole.removesuffix(written) + country_names()[close])
            help = f"write `{_show_value(place, node, name, reading)}`"
    elif home and whole:
        label = f"in {home.name}?"
        place = quote(f"{whole}, {home.name}")
        help = f"write `{_show_value(place, node, name, reading)}`, if it is there"
    mark = reading.mark_part(node, written, label)
    reading.report(INVALID_LOCATION, f"`{name}` must end with a country, found `{written}`", mark, help=(help,))
    return None


def _told_apart(
    country: Country, written: str, city: str, node: Node, name: str, reading: Reading, whole: str
) -> Country | None:
    """The one of several countries of a name in which *city* lies; it is asked for where that is not known."""
    shared = written.casefold().removeprefix("the ")
    codes = _NAMESAKES.get(shared, ())
    home = country_of_city(city)
    if home and home.code in codes:
        return home
    if shared not in _ASKED:
        return country
    named = [countries()[code].name for code in codes]
    before = whole.removesuffix(written)
    values = [
        _show_value(quote(before + other), node, name, reading) if whole else f"country: {other}" for other in named
    ]
    help = tuple(f"write `{value}`" for value in values)
    mark = reading.mark_part(node, written, " or ".join(f"`{other}`" for other in named) + "?")
    reading.report(INVALID_LOCATION, f"`{name}` must end with a country, and `{written}` is ambiguous", mark, help=help)
    return None
