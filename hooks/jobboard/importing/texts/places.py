"""Where the work is done, and whether one has to be there."""

from __future__ import annotations

import re

from jobboard.importing.draft import Draft
from jobboard.importing.texts.passages import Passage
from jobboard.importing.texts.regions import ENGLISH_COUNTIES
from jobboard.standards.regions import find_regions
from jobboard.standards.tables import countries, country_of_city, find_country

INSTITUTION = re.compile(
    r"\b(?:universit\w*|hochschule|institut\w*|college|school|hospital|klinik\w*|laborator\w+|cent(?:er|re)|department|dept|faculty"
    r"|academy|campus|council|agency|company|foundation|société|école|uni|inc|ltd|gmbh|museum|observatory|survey|research|group"
    r"|society|association|team|lab|eth|epfl|mit|inria|cnrs|csic|cern|nasa|noaa|usgs|programme|program)\b",
    re.IGNORECASE,
)
_ADDRESS_PART = re.compile(
    r"\b(?:street|st\.|road|rd|avenue|ave|floor|room|box|building|straße|strasse|str\.|platz|rue|via)\b|^\d+\b", re.I
)
_POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{4})?\b\s?|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\b")
_COUNTRY = (
    "|".join(sorted((re.escape(country.name) for country in countries().values()), key=len, reverse=True))
    + "|UK|USA|U\\.S\\.A\\.|U\\.K\\.|Czech Republic|The Netherlands|the Netherlands|England|Scotland|Wales"
)
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’-]{1,30}"
_CITY = rf"{_NAME}(?:[ -](?:(?:am|an|der|de|la|le|les|du|of|upon|sur|and|i|w)[ -])?{_NAME}){{0,3}}"
_CITY_COUNTRY = re.compile(rf"(?<![\w-])(?P<place>{_CITY}(?:,\s{_CITY}){{0,2}},?\s\(?(?:{_COUNTRY})\b)")
_BASED = re.compile(
    rf"\b(?:based|located|situated|location is|place of work is|employed|offices?) (?:in|at)\s(?:the )?(?P<place>{_CITY}(?:,\s{_CITY}){{0,4}})"
)

_MODES = (
    ("hybrid", re.compile(r"\bhybrid\b(?!\s(?:model(?!s? of work)|approach|method|algorithm|cloud|imaging|simulation|system|machine|quantum|modell|event|or remote env))"
                          r"|\b\d(?:\s?[-–]\s?\d)?\s(?:or more )?days?\b.{0,30}\b(?:in[- ](?:the )?office|on[- ]?site|in[- ]person|on campus|from home|remote)"
                          r"|\bpartly remote\b|\bpartial(?:ly)? remote\b|\bmobile working\b|\bremote/hybrid\b|\bhome[- ]?office\b", re.I)),
    ("remote", re.compile(r"\b(?:fully|100\s?%|completely|entirely) remote(?:ly)?\b|\bremote[- ](?:first|only|position|role|job|work(?:ing)?(?: is)? possible)\b"
                          r"|\bwork(?:ing)? remotely from\b|\b(?:position|role|job) is (?:\w+ )?remote\b", re.I)),
    ("on-site", re.compile(r"\bon[- ]?site (?:only|position|role|job|work|presence)\b|\bnot (?:a )?remote\b|\bno remote work|\bin[- ]person (?:only|position|role|job)\b"
                           r"|\bfully on[- ]?site\b|\brequires (?:physical|on-?site) presence\b", re.I)),
)  # fmt: skip
_STATED_MODES = (
    ("hybrid", re.compile(r"\bhybrid\b|\bpart(?:ly|ial\w*) (?:remote|home)|\b\d.{0,6}days?\b.{0,20}(?:office|on[- ]?site|home|remote)", re.I)),
    ("on-site", re.compile(r"\bon[- ]?site\b|\bin[- ]?(?:person|office)\b|\bnot remote\b|\bno\b", re.I)),
    ("remote", re.compile(r"\bremote\b(?! sensing)|\bhome[- ]?office\b", re.I)),
)  # fmt: skip


def fill_place(draft: Draft, passage: Passage) -> None:
    """Note where the work is; a place without its country is left to the curator."""
    for stated in passage.stated("location"):
        if place := read_place(stated.value):
            draft.find("location", place, stated.line)
    if "location" in draft.findings:
        return
    for sentence in passage.sentences:
        match = _BASED.search(sentence)
        if match and (place := read_place(match["place"])):
            draft.infer("location", place, sentence)
            return
    found: dict[str, str] = {}
    for line in passage.lines:
        for match in _CITY_COUNTRY.finditer(line[:4000]):
            if place := read_place(match["place"].replace("(", "")):
                found.setdefault(place, line[max(0, match.start() - 60) : match.end() + 40])
    if len({place.rsplit(", ", 1)[-1] for place in found}) == 1 and len(found) <= 2:
        place, evidence = next(iter(found.items()))
        draft.infer("location", place, evidence)
    elif stated_places := passage.stated("location"):
        draft.find("location", " ".join(_bare(stated_places[0].value).split())[:120], stated_places[0].line)


def fill_work_mode(draft: Draft, passage: Passage) -> None:
    """Note whether the work is on site, hybrid or remote."""
    for stated in passage.stated("work_mode", "location", "employment"):
        if mode := read_work_mode(stated.value, is_about_it=stated.field != "employment"):
            draft.find("work_mode", mode, stated.line)
    for sentence in passage.sentences if "work_mode" not in draft.findings else ():
        if mode := read_work_mode(sentence):
            draft.infer("work_mode", mode, sentence)
            return


def read_work_mode(written: str, *, is_about_it: bool = False) -> str | None:
    """The work mode *written*; looser where the words stand in a field or line that *is about it*."""
    return next((m for m, pattern in (_STATED_MODES if is_about_it else _MODES) if pattern.search(written)), None)


def read_place(written: str) -> str | None:
    """*written* as "City, Region, Country"; None unless its end names a country beyond doubt."""
    parts = [part for part in (_clean_part(part) for part in re.split(r"[,;|/]", _bare(written)[:300])) if part]
    if not parts:
        return None
    if len(parts) == 1 and not find_country(parts[0]):
        parts = _split_last_word(parts[0])
    if len(parts) == 2 and find_country(parts[0]) and not find_country(parts[1]) and not find_regions(parts[1]):
        parts.reverse()
    country, before = _country_of(parts)
    if country is None:
        return None
    kept = [part for part in before if not INSTITUTION.search(part) and not _ADDRESS_PART.search(part)]
    if any(len(part) > 40 or not part[0].isupper() for part in kept):
        kept = kept[-1:] if kept and len(kept[-1]) <= 40 and kept[-1][0].isupper() else []
    return ", ".join((*dict.fromkeys(_spell_regions(kept[-3:], country)), country))


def _bare(written: str) -> str:
    """*written* without how often one has to be there, links and marks."""
    written = re.sub(r"\[([^\]\n]{0,200})\]\([^)\n]{0,500}\)", r"\1", written)
    written = re.sub(
        r"\s?\((?=[^)]{0,100}(?:hybrid|remote|on[- ]?site|office|days?)\b)[^)]{0,160}\)?", "", written, flags=re.I
    )
    written = re.sub(
        r"(?:^|[\s,;/–-]{1,3})(?:hybrid|(?:fully )?remote|on[- ]?site)(?:$|[\s,;/–-]{1,3})", ", ", written, flags=re.I
    )
    return re.sub(r"\s?\(([^()]{2,60})\)\s*$", r", \1", written.strip(" .*_–-,"))


def _clean_part(part: str) -> str:
    part = _POSTCODE.sub("", part).strip(" .*_()–-\t“”\"'")
    return re.sub(r"^(?:in|at|the city of)\s", "", part)


def _split_last_word(written: str) -> list[str]:
    """The parts of "Freiburg Germany"; a single one that names no country stays as it is."""
    words = written.split()
    for count in (3, 2, 1):
        if len(words) > count and len(last := " ".join(words[-count:])) > 2 and find_country(last):
            return [" ".join(words[:-count]), last]
    return [written]


def _country_of(parts: list[str]) -> tuple[str | None, list[str]]:
    """The country's common name and what stands before it; the region stays where it implied the country."""
    *before, last = parts
    country = find_country(last)
    owners = (
        {region.country for region in find_regions(last)}
        if before or country is None or country.code == "GB"
        else set()
    )
    if country is not None and owners - {country.code}:  # also a country: Morocco, Georgia, Germany …
        home = country_of_city(before[0])
        if home is None or home.code not in {country.code, *owners}:
            return None, parts
        owners, country = owners & {home.code}, country if home.code == country.code else None
    if owners:
        return (countries()[owners.pop()].name, parts) if len(owners) == 1 else (None, parts)
    return (country.name, before) if country else (None, parts)


def _spell_regions(parts: list[str], country: str) -> list[str]:
    spelled = [
        next((region.name for region in find_regions(part) if countries()[region.country].name == country), part)
        if number or len(parts) == 1
        else part
        for number, part in enumerate(parts)
    ]
    if country == "United Kingdom":
        spelled = ["England" if number and part in ENGLISH_COUNTIES else part for number, part in enumerate(spelled)]
    return spelled
