"""Countries (ISO 3166-1) and currencies (ISO 4217), as people write them."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple


class Country(NamedTuple):
    """A country or territory."""

    code: str
    """ISO 3166-1 alpha-2."""
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


@cache
def countries() -> dict[str, Country]:
    """All countries by code."""
    return {code: Country(code, slug, name) for code, slug, name, _ in _rows("countries.tsv")}


@cache
def currencies() -> dict[str, Currency]:
    """All currencies by code."""
    return {code: Currency(code, name, symbol) for code, name, symbol in _rows("currencies.tsv")}


@lru_cache(maxsize=1024)
def find_country(written: str) -> Country | None:
    """The country called *written*: its code, its name in any case and spelling of accents, or another name."""
    return _country_spellings().get(_fold(written))


@cache
def country_names() -> dict[str, str]:
    """Every spelling of every country's name, in lower case without accents, with its common name."""
    return {spelling: country.name for spelling, country in _country_spellings().items() if len(spelling) > 2}


@cache
def _country_spellings() -> dict[str, Country]:
    spellings: dict[str, Country] = {}
    for code, slug, name, others in _rows("countries.tsv"):
        for spelling in (code, name, *filter(None, others.split("|"))):
            spellings[_fold(spelling)] = Country(code, slug, name)
    return spellings


def _fold(written: str) -> str:
    if not written.isascii():
        decomposed = unicodedata.normalize("NFKD", written)
        written = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(written.replace(".", "").casefold().split())


def _rows(name: str) -> list[list[str]]:
    text = Path(__file__).with_name(name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines()]
