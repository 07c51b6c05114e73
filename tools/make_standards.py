#!/usr/bin/env python3
"""Makes the tables of countries, cities and currencies from Unicode's CLDR, as Babel has it.

    make_standards.py FOLDER

Written into FOLDER are

- `countries.tsv`: ISO 3166-1 alpha-2 and alpha-3 code, address, English name;
- `country_names.tsv`: another way to write a country, folded, and its code;
- `cities.tsv`: a city after which a time zone is named, folded in several languages, and its country's code;
- `city_names.tsv`: a country's code, and all names of one of its cities, folded;
- `currencies.tsv`: ISO 4217 code, name, symbol, decimal places.

What people write and CLDR does not say stands in `other_names.py`. A spelling that means two countries stands in no table.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import get_timezone_location
from babel.languages import get_official_languages
from babel.numbers import get_currency_precision, get_territory_currencies

import other_names
from jobboard.source.addresses import slugify
from jobboard.standards.tables import fold_name

TODAY = dt.date(2026, 11, 1)
"""As of which a currency is in use."""
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "sv")
"""In which postings are read; a country is also known by its names in its own languages."""
NO_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
"""Codes of CLDR that are regions, or parts of a country."""
WITHDRAWN = {"ANT", "BUR", "DDR", "FXX", "NTZ", "SCG", "SUN", "TMP", "YMD", "YUG", "ZAR"}
"""Codes of three letters for what is another country today, or several."""
NAMES = {
    "AG": "Antigua and Barbuda", "BA": "Bosnia and Herzegovina", "BL": "Saint Barthélemy", "CD": "DR Congo",
    "CG": "Republic of the Congo", "CI": "Ivory Coast", "GS": "South Georgia and the South Sandwich Islands",
    "HK": "Hong Kong", "HM": "Heard Island and McDonald Islands", "KN": "Saint Kitts and Nevis", "LC": "Saint Lucia",
    "MF": "Saint Martin", "MM": "Myanmar", "MO": "Macau", "PM": "Saint Pierre and Miquelon", "PS": "Palestine",
    "SH": "Saint Helena", "SJ": "Svalbard and Jan Mayen", "ST": "São Tomé and Príncipe", "TC": "Turks and Caicos Islands",
    "TF": "French Southern Territories",
    "TT": "Trinidad and Tobago", "UM": "United States Minor Outlying Islands",
    "VC": "Saint Vincent and the Grenadines", "VI": "US Virgin Islands", "WF": "Wallis and Futuna",
}  # fmt: skip
"""Common English names that CLDR spells in another way; addresses come from them, and never change."""
ADDRESSES = {"CC": "cocos-islands"}
"""Parts of addresses that were given before their names changed."""
CITIES_FIRST = {
    "granada", "guadalupe", "maurice", "norfolk", "saint vincent", "salvador", "san martin", "santa elena", "santa helena", "santa lucia",
}  # fmt: skip
"""Names of countries in some language that elsewhere are those of well-known cities, or of people."""
ALSO_USED = {"SVC", "VED"}
"""Currencies of ISO 4217 that CLDR counts for no country today."""
SYMBOLS = {"USD": "US$", "SGD": "S$"}
"""Signs that are another currency's in another country."""


def main() -> None:
    """Write the tables."""
    folder = Path(sys.argv[1])
    origin = f"# Unicode CLDR, by Babel {version('babel')}; made by tools/make_standards.py, which says what was added."
    english = Locale("en")
    territories = {str(code): str(name) for code, name in english.territories.items()}
    codes = sorted(code for code in territories if re.fullmatch("[A-Z]{2}", code) and code not in NO_COUNTRIES)
    names = {code: NAMES.get(code, territories[code]) for code in codes}
    alpha_3 = {
        new[0]: old
        for old, new in get_global("territory_aliases").items()
        if re.fullmatch("[A-Z]{3}", old) and old not in WITHDRAWN
    }
    rows = [(code, alpha_3[code], ADDRESSES.get(code) or slugify(names[code]), names[code]) for code in codes]
    _write(folder / "countries.tsv", origin, rows)
    spellings: dict[str, set[str]] = defaultdict(set)
    for code in codes:
        for spelling in {fold_name(name) for name in _other_names(code)} - {fold_name(names[code])} - CITIES_FIRST:
            if len(spelling) > 3 or not spelling.isascii():
                spellings[spelling].add(code)
    known = {fold_name(name): code for code, name in names.items()} | {
        fold_name(other): code for code, others in other_names.COUNTRIES.items() for other in others.split("|")
    }
    found = {spelling: codes for spelling, codes in spellings.items() if spelling not in known and len(codes) == 1}
    listed = {fold_name(other): code for code, others in other_names.COUNTRIES.items() for other in others.split("|")}
    listed = {spelling: code for spelling, code in listed.items() if spelling not in CITIES_FIRST}
    _write(
        folder / "country_names.tsv", origin, sorted((listed | {s: next(iter(c)) for s, c in found.items()}).items())
    )
    _write(folder / "cities.tsv", origin, _cities(set(codes)))
    _write(folder / "city_names.tsv", origin, _city_names(set(codes)))
    _write(folder / "currencies.tsv", origin, _currencies(english))


def _other_names(code: str) -> Iterable[str]:
    for language in _languages(code):
        try:
            name = Locale.parse(language).territories.get(code)
        except (UnknownLocaleError, ValueError):
            continue
        if name:
            yield name


def _languages(code: str) -> Iterable[str]:
    return dict.fromkeys((*LANGUAGES, *get_official_languages(code, regional=True, de_facto=True)))


def _cities(codes: set[str]) -> list[tuple[str, str]]:
    """Each city with the code of its country; a name that several countries have is left out."""
    cities: dict[str, set[str]] = defaultdict(set)
    for zone, code in get_global("zone_territories").items():
        if code not in codes or "/" not in zone:
            continue
        for language in LANGUAGES:
            if city := _city_of(zone, language):
                cities[city].add(code)
    return sorted((city, next(iter(found))) for city, found in cities.items() if len(found) == 1)


def _city_of(zone: str, language: str) -> str | None:
    """The folded name of the city after which a time zone is named."""
    city = get_timezone_location(zone, locale=language, return_city=True)
    return fold_name(city) if city and not re.search(r"[,(\[]|\bUnknown\b", city) else None  # "Center, North Dakota"


def _city_names(codes: set[str]) -> list[tuple[str, ...]]:
    """Each city that has several names, with the code of its country."""
    cities = [
        (code, {fold_name(name) for name in city.split("|")})
        for code, listed in other_names.CITIES.items()
        for city in listed.split("; ")
    ]
    for zone, code in get_global("zone_territories").items():
        if code in codes and "/" in zone:
            found = set(_names_of(zone, code))
            known = next((names for other, names in cities if other == code and names & found), None)
            if known:
                known |= found
            else:
                cities.append((code, found))
    return sorted((code, *sorted(names)) for code, names in cities if len(names) > 1)


def _names_of(zone: str, code: str) -> Iterable[str]:
    for language in _languages(code):
        try:
            if name := _city_of(zone, language):
                yield name
        except (UnknownLocaleError, ValueError):
            continue


def _currencies(english: Locale) -> list[tuple[str, ...]]:
    used = {
        code
        for territory in map(str, english.territories)
        for code in map(str, get_territory_currencies(territory, TODAY))
        if len(code) == 3
    }
    rows: list[tuple[str, ...]] = []
    for code in sorted(used | ALSO_USED):
        symbol = SYMBOLS.get(code) or english.currency_symbols.get(code, code)
        is_word = unicodedata.normalize("NFKC", symbol).replace(" ", "").replace(".", "").isalpha()
        rows.append((code, english.currencies[code], code if is_word else symbol, str(get_currency_precision(code))))
    return rows


def _write(path: Path, origin: str, rows: Iterable[tuple[str, ...]]) -> None:
    path.write_text("".join(f"{line}\n" for line in (origin, *map("\t".join, rows))), "utf-8")


if __name__ == "__main__":
    main()
