"""Where the work is done: a labelled place, one in a sentence about the position, or one behind the employer's name."""

from __future__ import annotations

import re
from typing import Any

from jobboard.importing.candidates import Candidate, cut_around
from jobboard.importing.draft import Draft
from jobboard.importing.texts.institutions import INSTITUTION_WORD, find_institutions
from jobboard.importing.texts.passages import Passage, Sentence
from jobboard.importing.texts.places import NAME, is_place_name, place_in, places_in
from jobboard.standards.languages.words import last_match
from jobboard.standards.regions import find_region
from jobboard.standards.tables import Country, countries, country_of_city, find_country

_NAMED_BEHIND = re.compile(rf"\s(?:the\s)?(?P<place>{NAME}(?:,\s{NAME}){{0,3}})")
_SEQUENCE = re.compile(rf"(?<![\w-]){NAME}(?:(?:,\s{{1,2}}(?:the\s)?|\s\()(?:{NAME}|[A-Z]{{2,3}}\b)){{1,3}}")
_ADDRESS = re.compile(
    rf"\b(?:[A-Z]{{1,2}}-)?\d{{4,5}}\s(?P<city>{NAME})(?:\s(?:Cedex|CEDEX)(?:\s\d{{1,2}})?)?(?:,?\s{{1,2}}(?P<country>{NAME}))?"
)
_ONLY_A_MODE = re.compile(
    r"\W*(?:(?:fully|100 ?%) )?(?:remote|hybrid|on-?site|home ?office)(?: (?:work|position))?\W*", re.I
)
_NEAR_TOP = 5
_MAX_LABELLED = 6
_BASE_SUBJECT = re.compile(
    r"\b(?:position|post|role|job|you|candidate|fellow|researcher|appointee|work|group|lab|team|we|institute|university|department|centre|center|institution|project will|postdoc\S*|student|stelle|poste|plaza|puesto|sede|posto|vaga|functie|tjänst\w*|laboratoire|equipo|campus|holder|hospital|station|headquarters)\b",
    re.IGNORECASE,
)
_COUNTRY_CODES = re.compile(r"(?://|@)[\w.-]+?\.(?P<code>[a-z]{2})(?=[/\s>),.;:\]]|$)")
_NO_COUNTRY = frozenset(
    ["io", "ai", "me", "co", "tv", "fm", "eu", "to", "ly", "gl", "cc", "ws", "is", "it", "be", "am", "ac"]
)
"""Endings of addresses that are chosen for their sound, or are short words of links; `.it`, `.be`, `.is` count with a university's name only."""


def fill_place(draft: Draft, passage: Passage) -> None:
    """Note where the work is; a place without its country is left to the curator."""
    if "location" in draft.findings:
        return
    hint = country_hint(draft, passage)
    for candidate in find_places(passage, hint):
        draft.propose("location", candidate)
    draft.weigh("location", [])
    if "location" in draft.findings:
        return
    if lone := _lone_city(draft, passage, hint):
        draft.infer("location", *lone)
    elif stated := passage.stated("location"):
        words = " ".join(stated[0].value.split())
        if len(words) <= 120 and not _ONLY_A_MODE.fullmatch(words):
            draft.find("location", words, stated[0].line)


def find_places(passage: Passage, hint: Country | None) -> list[Candidate]:
    """The places that labels and sentences name, each with its country."""
    found: list[Candidate] = []
    cities, nations, regions = (passage.stated(name) for name in ("city", "country", "region"))
    if cities and nations:
        middle = (
            f", {regions[0].value}" if regions and regions[0].value not in (cities[0].value, nations[0].value) else ""
        )
        city = re.split(r"[,;(]", cities[0].value)[0].strip()
        for written in (f"{city}{middle}, {nations[0].value}", f"{city}, {nations[0].value}"):
            if place := place_in(written):
                evidence = f"{cities[0].line}; {nations[0].line}"
                found.append(Candidate(place, ("city and country labels",), evidence, cities[0].place))
                break
    elif nations and not passage.stated("location") and (place := place_in(nations[0].value)):
        found.append(Candidate(place, ("label", "country only"), nations[0].line, nations[0].place))
    for stated in passage.stated("location", "city")[:_MAX_LABELLED]:
        if places := places_in(stated.value, hint):
            found.append(Candidate(_one_or_list(places), ("label",), stated.line, stated.place))
        elif (
            stated.field == "location"
            and (below := _lines_below(passage, stated.place))
            and (places := places_in(below, hint))
        ):
            found.append(Candidate(_one_or_list(places), ("label",), f"{stated.line}, {below}", stated.place))
    for number, sentence in enumerate(passage.sentences[:120]):
        if sentence.place not in passage.labelled_lines or number < _NEAR_TOP:
            found += _find_in(sentence, number, passage)
    return found


def country_hint(draft: Draft, passage: Passage | None = None) -> Country | None:
    """The one country that a tag of the source or the endings of its addresses name."""
    if "country" in draft.hints:
        return find_country(draft.hints["country"])
    if passage is None:
        return None
    codes = {match["code"] for match in _COUNTRY_CODES.finditer(passage.text[:20000])} - _NO_COUNTRY
    known = {"gb" if code == "uk" else code for code in codes}
    return countries().get(known.pop().upper()) if len(known) == 1 else None


def country_of(draft: Draft) -> str | None:
    """The country of the one place that is known so far, as a name; None where there is none."""
    place = draft.value("location")
    if isinstance(place, list) and place and all(isinstance(item, str) for item in place):
        names = {item.rsplit(", ", 1)[-1] for item in place}
        return names.pop() if len(names) == 1 else None
    if isinstance(place, dict) and (country := find_country(str(place.get("country", "")))):
        return country.name
    return place.rsplit(", ", 1)[-1] if isinstance(place, str) else None


def _find_in(sentence: Sentence, number: int, passage: Passage) -> list[Candidate]:
    found: list[Candidate] = []
    institutions = find_institutions(sentence.text) if "," in sentence.text or "(" in sentence.text else []
    for match in _SEQUENCE.finditer(sentence.text):
        place, start, end = _place_of_sequence(match)
        if place is None or INSTITUTION_WORD.search(place):
            continue
        signs = _signs_of(sentence, start, number, passage)
        if (
            any(
                re.fullmatch(r"\s?(?:\([^()]{1,30}\))?[,(]?\s?(?:in\s)?(?:the\s)?", sentence.text[i.end : start])
                for i in institutions
                if i.end <= start
            )
            and "of something else" not in signs
        ):
            signs = ["behind the employer"]
        if "," not in place:
            signs.append("country only")
        found.append(Candidate(place, tuple(signs), cut_around(sentence.text, start, end), sentence.place))
    if address := _ADDRESS.search(sentence.text):
        country = find_country(address["country"]) if address["country"] else None
        if country and (whole := place_in(f"{address['city']}, {country.name}")):
            found.append(Candidate(whole, ("address",), cut_around(sentence.text, *address.span()), sentence.place))
    return found or _based_in(sentence, passage)


def _based_in(sentence: Sentence, passage: Passage) -> list[Candidate]:
    """The place behind words such as "you will work in"."""
    based = passage.cue("based in").search(sentence.low)
    named = based and _NAMED_BEHIND.match(sentence.text, based.end())
    place = place_in(named["place"]) if named else None
    if not based or not named or not place or passage.cue("elsewhere").search(sentence.low[: based.start()]):
        return []
    signs = ("where the work is",) if "," in place else ("where the work is", "country only")
    return [Candidate(place, signs, cut_around(sentence.text, based.start(), named.end()), sentence.place)]


def _place_of_sequence(match: re.Match[str]) -> tuple[str | None, int, int]:
    """The place in a row of capitalised names: up to the first that is a country or region, from two before it."""
    names = [(part[0].strip(), part.start()) for part in re.finditer(r"[^,(]+", match[0])]
    for at in range(1, len(names)):
        name = re.sub(r"^the\s", "", names[at][0])
        if len(name) == 2 and name not in ("UK", "US") and not re.fullmatch(r"[A-Z]{2}", name):
            continue
        first = at - 1
        written = f"{names[first][0]}, {name}"
        if (
            at > 1
            and find_region(names[first][0])
            and (find_country(name) or len(name) > 3)
            and (place := place_in(f"{names[at - 2][0]}, {written}"))
        ):
            start = match.start() + names[at - 2][1]
            return place, start, match.start() + names[at][1] + len(names[at][0])
        if (place := place_in(written)) and "," in place:
            if (
                at + 1 < len(names)
                and (longer := place_in(f"{written}, {names[at + 1][0]}"))
                and find_country(names[at + 1][0])
            ):
                place, at = longer, at + 1
            start = match.start() + names[first][1]
            return place, start, match.start() + names[at][1] + len(names[at][0])
        if len(name) > 2 and find_country(name) and (place := place_in(name)):
            start = match.start() + names[at][1]
            return place, start, start + len(names[at][0])
    return None, 0, 0


def _signs_of(sentence: Sentence, start: int, number: int, passage: Passage) -> list[str]:
    before = sentence.low[:start]
    if passage.cue("elsewhere").search(before[-100:]) or sentence.section == "profile":
        return ["named", "of something else"]
    based = last_match(passage.cue("based in"), before)
    if based and start - based.end() <= 60 and _BASE_SUBJECT.search(sentence.text):
        return ["where the work is"]
    signs = ["named"]
    if (
        re.search(r"\b(?:off|between|from|across|of|over|along|and|or|like|e\.g\.)\s(?:the\s)?$", before)
        or before.count(",") > 3
    ):
        signs.append("of something else")
    elif number < _NEAR_TOP:
        signs.append("near the top")
    return signs


def _lone_city(draft: Draft, passage: Passage, hint: Country | None) -> tuple[str, str] | None:
    """A labelled or bracketed city whose country only one reading gives."""
    stated = [(stated.value, stated.line) for stated in passage.stated("location", "city")]
    stated += [(draft.hints["city"], f"the title: {draft.hints['city']}")] if "city" in draft.hints else []
    for value, line in stated:
        city = re.split(r"[,;(/]", value)[0].strip()
        if not is_place_name(city) or len(value) > 60 or place_in(value):
            continue
        country = hint or (country_of_city(city) if city != draft.hints.get("city") else None)
        if country and (place := place_in(city, country)):
            return place, line
    return None


def _lines_below(passage: Passage, number: int) -> str:
    """An address that goes on for up to four lines behind its label."""
    lines: list[str] = []
    for at in range(number + 1, min(number + 6, len(passage.lines))):
        line = passage.lines[at]
        if not line and lines:
            break
        if line and len(line) < 70:
            lines.append(line)
    return ", ".join(lines[:4])


def _one_or_list(places: list[str]) -> Any:
    return places[0] if len(places) == 1 else places
