"""Countries (ISO 3166-1), currencies (ISO 4217) and cities, as people write them.

The tables are made from Unicode's CLDR by `tools/make_standards.py`, but for one; their first lines say of which version.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple


class Country(NamedTuple):
    """A country or territory."""

    code: str
    """ISO 3166-1 alpha-2."""
    alpha_3: str
    """ISO 3166-1 alpha-3."""
    slug: str
    """Its part of an address."""
    name: str
    """Common English name."""


class Currency(NamedTuple):
    """A currency in use."""

    code: str
    """ISO 4217."""
    name: str
    symbol: str
    """What stands before an amount; the code where a symbol would be ambiguous."""
    digits: int
    """Behind the decimal point."""


_BRACKET = re.compile(r"\s*[()]\s*")
"""As in "Congo (Brazzaville)"."""


@cache
def countries() -> dict[str, Country]:
    """All countries by alpha-2 code."""
    return {row[0]: Country(*row) for row in _rows("countries.tsv")}


@cache
def currencies() -> dict[str, Currency]:
    """All currencies by code."""
    return {
        row[0]: Currency(code=row[0], name=row[1], symbol=row[2], digits=int(row[3])) for row in _rows("currencies.tsv")
    }


@lru_cache(maxsize=1024)
def find_country(written: str) -> Country | None:
    """The country called *written*: its code, its name in any case and spelling of accents, or another name.

    A code of three letters counts in capitals only: `and`, `per` and `can` are words.
    """
    if len(written) == 3 and written.isupper() and (found := _by_alpha_3().get(written)):
        return found
    folded = fold_name(written)
    code = _other_names().get(folded) or _other_names().get(_BRACKET.sub("-", folded).strip("-"), "")
    found = _by_name().get(folded) or countries().get(code)
    bare = folded.removeprefix("the ")
    return found or (find_country(bare) if bare != folded and len(bare) > 2 else None)


@cache
def country_names() -> dict[str, str]:
    """The common name of every country by its folded form, to propose when a name was misspelt."""
    return {fold_name(country.name): country.name for country in countries().values()}


@lru_cache(maxsize=1024)
def country_of_city(written: str) -> Country | None:
    """The country of note with a city called *written*: one that a time zone is named after, or a town of research."""
    return countries().get(_cities().get(fold_name(written), ""))


def country_aliases(code: str) -> list[str]:
    """What else people call a country, folded."""
    return _aliases().get(code, [])


def city_names(city: str, country: str) -> tuple[str, ...]:
    """All names of a *city* of which several are known, folded; *country* is a code."""
    return _names_of_cities().get((country, fold_name(city)), ())


def fold_name(written: str) -> str:
    """*written* in lower case, without accents, full stops and doubled spaces."""
    if not written.isascii():
        decomposed = unicodedata.normalize("NFKD", written)
        written = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(written.replace(".", "").casefold().split())


@cache
def _by_alpha_3() -> dict[str, Country]:
    return {country.alpha_3: country for country in countries().values()}


@cache
def _by_name() -> dict[str, Country]:
    """By folded name and alpha-2 code."""
    return {
        spelling: country
        for country in countries().values()
        for spelling in (fold_name(country.name), country.code.lower())
    }


@cache
def _other_names() -> dict[str, str]:
    return dict(_rows("country_names.tsv"))


@cache
def _aliases() -> dict[str, list[str]]:
    aliases: dict[str, list[str]] = {}
    for name, code in _other_names().items():
        aliases.setdefault(code, []).append(name)
    return aliases


@cache
def _names_of_cities() -> dict[tuple[str, str], tuple[str, ...]]:
    return {(code, name): tuple(names) for code, *names in _rows("city_names.tsv") for name in names}


@cache
def _cities() -> dict[str, str]:
    return dict([*_rows("towns.tsv"), *_rows("cities.tsv")])


def _rows(name: str) -> list[list[str]]:
    """Of the table in the file *name*, without its first line."""
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]
