"""Places as people write them, to "City, Region, Country"; no country is guessed."""

from __future__ import annotations

import re

from jobboard.importing.texts.institutions import INSTITUTION_WORD
from jobboard.standards.regions import ENGLISH_COUNTIES, country_of_region, find_region
from jobboard.standards.tables import Country, countries, country_of_city, find_country

_ADDRESS_PART = re.compile(
    r"\b(?:street|st\.|road|rd|avenue|ave|floor|room|box|building|gebäude|straße|strasse|str\.|platz|rue|via|viale|calle|avenida|bâtiment|lane|drive|weg|laan|gatan|vägen|bp|cs|allee|allée|chemin|piazza|plaza)\b"
    r"|\w(?:straße|strasse|str\.|weg|platz|straat|laan|gatan|vägen|allee)\b|^\d+\b|\d+$",
    re.I,
)
_POSTCODE = re.compile(
    r"\b(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3,4})?\b\s?|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\b|\b\d{3}\s\d{2}\b\s?|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b|\b\d{4}\s?[A-Z]{2}\b(?=\s)\s?"
)
_CEDEX = re.compile(r"\s?\bcedex\b(?:\s\d{1,2})?", re.I)
_ATTENDANCE = re.compile(r"\s?\((?=[^)]{0,100}(?:hybrid|remote|on[- ]?site|office|days?|home)\b)[^)]{0,160}\)?", re.I)
_MODE = re.compile(
    r"(?:^|[\s,;/–-]{1,3})(?:hybrid|(?:fully )?remote|on[- ]?site|in[- ]person)(?:$|[\s,;/–-]{1,3})", re.I
)
_LINK = re.compile(r"\[([^\]\n]{0,200})\]\([^)\n]{0,500}\)")
_BRACKET = re.compile(r"\s?\(([^()]{2,60})\)\s*$")
_SEVERAL = re.compile(r"\s?(?:;|\s/\s|/|\s\|\s|\s(?:or|and|und|oder|et|ou|y|o|e|en|och|eller|&)\s)\s?")
_SMALL = frozenset(
    ["en", "sur", "de", "la", "le", "les", "du", "des", "am", "an", "der", "upon", "of", "and", "lez", "aux"]
)
_WORD = r"[A-ZÀ-ÖØ-Þ][\w.'’-]{1,30}"
NAME = rf"{_WORD}(?:[ -](?:(?:am|an|der|de|la|le|les|of|upon|sur|and|i|w|do|da|del|den|en|aux|lez)[ -])?{_WORD}){{0,3}}"
"""What names of cities, regions and countries look like."""
_MAX_PART = 40


def place_in(written: str, hint: Country | None = None) -> str | None:
    """*written* as "City, Region, Country"; None unless its end names a country beyond doubt, or *hint* is the country."""
    parts = [part for part in (_clean_part(part) for part in re.split(r"[,;|/]", _bare(written)[:300])) if part]
    if not parts:
        return None
    if len(parts) == 1 and not find_country(parts[0]) and not find_region(parts[0]):
        parts = _split_last_words(parts[0])
    country, before = _country_of(parts, hint)
    if country is None and len(parts) == 2 and find_country(parts[0]) and is_place_name(parts[1]):
        country, before = _country_of(parts[::-1], hint)  # "Norway, Oslo"
    if country is None:
        return None
    kept = [part for part in before if not INSTITUTION_WORD.search(part) and not _ADDRESS_PART.search(part)]
    kept = [
        part
        for part, behind in zip(kept, [*kept[1:], ""], strict=False)
        if not (behind and part != behind and part.endswith(f" {behind}"))
    ]
    if len(kept) > 1 and re.fullmatch(r"[A-Z][A-Z-]{2,}", kept[0]) and not kept[-1].isupper():
        kept = kept[1:]  # "RECETOX, Brno, Czechia"
    kept = [_spell(part) for part in kept]
    if any(len(part) > _MAX_PART or not part[0].isupper() for part in kept):
        kept = kept[-1:] if kept and len(kept[-1]) <= _MAX_PART and kept[-1][0].isupper() else []
    return ", ".join((*dict.fromkeys(_spell_regions(kept[-3:], country)), country))


def places_in(written: str, hint: Country | None = None) -> list[str]:
    """The places that *written* names, one or several; empty unless each has its country."""
    whole = place_in(written, hint)
    chunks = [chunk.strip(" ,") for chunk in _SEVERAL.split(_bare(written)[:300])]
    chunks = [chunk for chunk in chunks if chunk]
    if (
        len(chunks) < 2
        or find_country(_bare(written))
        or (whole and find_country(_bare(written).rsplit(",", 1)[-1].strip()) and len(chunks) < 2)
    ):
        return [whole] if whole else []
    found: list[str] = []
    last: str | None = None
    for chunk in reversed(chunks):
        place = place_in(chunk)
        if place is None and last and _is_city(chunk):
            place = place_in(f"{chunk}, {last.rsplit(', ', 1)[-1]}")
        place = place or place_in(chunk, hint)
        if place is None:
            return [whole] if whole and not re.search(r"[/;|]", written) else []
        last = place if "," in place else last
        found.insert(0, place)
    return list(dict.fromkeys(found))


def is_place_name(written: str) -> bool:
    """Whether *written* looks like the name of one city."""
    return bool(re.fullmatch(NAME, written)) and len(written) <= _MAX_PART and not INSTITUTION_WORD.search(written)


def _is_city(chunk: str) -> bool:
    return bool(re.fullmatch(NAME, chunk)) and not INSTITUTION_WORD.search(chunk) and len(chunk) <= _MAX_PART


def _bare(written: str) -> str:
    """*written* without how often one has to be there, links and marks."""
    written = _LINK.sub(r"\1", written)
    written = _MODE.sub(", ", _CEDEX.sub("", _ATTENDANCE.sub("", written)))
    return _BRACKET.sub(r", \1", written.strip(" .*_–-,"))


def _clean_part(part: str) -> str:
    part = _POSTCODE.sub("", part).strip(" .*_()–-\t“”\"'")
    part = re.sub(r"^(?i:standort|dienstort|arbeitsort|sitz|ort|site de|sede de|sede di)\s(?=[A-ZÀ-Þ])", "", part)
    return re.sub(r"^(?:in|at|the city of|city of|à|en|a|te|i|der|die|the)\s(?=[A-ZÀ-Þ])", "", part)


def _spell(part: str) -> str:
    """A name in capitals as others write it: "RENNES" is Rennes."""
    if not (part.isupper() and len(part) > 3):
        return part
    words = re.split(r"([ -])", part.lower())
    return "".join(word if word in _SMALL and number else word.capitalize() for number, word in enumerate(words))


def _split_last_words(written: str) -> list[str]:
    """The parts of "Freiburg Germany"; a single one that names no country stays as it is."""
    words = written.split()
    for count in (3, 2, 1):
        last = " ".join(words[-count:])
        if len(words) > count and len(last) > 2 and (find_country(last) or (count > 1 and find_region(last))):
            return [" ".join(words[:-count]), last]
    return [written]


def _country_of(parts: list[str], hint: Country | None) -> tuple[str | None, list[str]]:
    """The country's common name and what stands before it; the region stays where it implied the country."""
    *before, last = parts
    country = find_country(last)
    owner = country_of_region(last) if before or country is None or country.code == "GB" else None
    if country and owner and owner != country.code:  # also a country: Morocco, Georgia, Germany …
        home = country_of_city(before[0]) or hint
        if home is None or home.code not in (country.code, owner):
            return None, parts
        owner = owner if home.code == owner else None
    if owner:
        return countries()[owner].name, parts
    if country is None and hint is not None and all(_is_city(part) for part in parts[-1:]):
        return hint.name, parts
    return (country.name, before) if country else (None, parts)


def _spell_regions(parts: list[str], country: str) -> list[str]:
    spelled = [
        region.name
        if (number or len(parts) == 1) and (region := find_region(part)) and countries()[region.country].name == country
        else part
        for number, part in enumerate(parts)
    ]
    if country == "United Kingdom":
        spelled = ["England" if number and part in ENGLISH_COUNTIES else part for number, part in enumerate(spelled)]
    return spelled
