"""How long a contract lasts."""

from __future__ import annotations

import re
from functools import cache

from jobboard.importing.candidates import Candidate, cut_around
from jobboard.importing.texts.passages import Passage, Sentence
from jobboard.importing.texts.title_parts import names_position
from jobboard.standards.languages.words import (
    LANGUAGES,
    alternatives,
    cue,
    find_any,
    last_match,
    numbers,
)

_MAX_MONTHS = 120
CONTRACT_NOUN = (
    r"(?:contracts?|positions?|posts?|roles?|appointments?|basis|employment|jobs?|fellowships?|studentships?|openings?|vacanc(?:y|ies)|internships?|post-?docs?|postdoctoral\w*|ph\.?d\.?s?|doctoral|scholarships?|traineeship|assistantship|placement"
    r"|vertrag\w*|arbeitsvertrag|stellen?|anstellung|beschäftigung\w*|arbeitsverhältnis\w*|promotions?stelle\w*|doktorand\w*|postdoktorand\w*|contrats?|postes?|emplois?|thèse|contratos?|puestos?|plazas?|becas?|contratt[oi]|posizion[ei]|posto|assegn[oi]|borsa|borse|bolsas?|vagas?|cargo|posição|aanstelling|functie|dienstverband|arbeidsovereenkomst|contracten|baan|anställning\w*|tjänst\w*|stipendi\w*|doktorandtjänst|cdd)"
)
_WORDS_BETWEEN = r"(?:(?:fixed|term|full|part|time|academic|funded|fully|fully-funded|renewable|initial|limited|temporary|research|paid|long|non-renewable|extendable|postdoctoral|doctoral|postgraduate|new|full-time|part-time|fixed-term|\(\w+\)|open|externally|befristete\w*|employment)[\s,-]{1,2}){0,5}"
_OTHER_WORD = (
    r"(?!(?:in|of|for|as|with|at|the|and|or|to|on|from|after|since|experience|by|a|an)\b)[a-zà-ÿ-]{2,20}[\s,]{1,2}"
)


def candidates_of_length(sentence: Sentence, passage: Passage) -> list[Candidate]:
    """The lengths of a contract that a sentence names, in months."""
    found = []
    low = sentence.low
    for months, start, end in lengths_in(low, passage.codes):
        if months is None:
            continue
        before, behind = low[max(0, start - 70) : start], low[end : end + 70]
        signs: list[str] = []
        lead = last_match(passage.cue("lasts"), before)
        gap = before[lead.end() :] if lead else ""
        if lead and re.fullmatch(
            r"[\s:(,-]{0,3}(?:(?:up to|a|an|initially|initial|at least|about|maximum|max|of|period|the|another|fixed|total|approximately|jusqu['’]à|maximal|maximaal|de|d['’]|di|in|einer|un|une|una|um|for|is|be|will|total of|is for|to|tre|term|\d)[\s.]{1,2}){0,5}",
            gap,
        ):
            signs = ["of the contract"]
        elif (
            re.match(rf"[\s,)-]{{1,3}}{_WORDS_BETWEEN}(?:{_OTHER_WORD}){{0,2}}{CONTRACT_NOUN}\b", behind)
            or re.match(r"[\s,)-]{1,3}(?:fixed|befrist\w+|tijdelijk\w*|a tempo|funded)\b", behind)
            or re.search(rf"\b{CONTRACT_NOUN}[\s,(–-]{{1,3}}$", before)
            or re.search(
                rf"\b{CONTRACT_NOUN}\s(?:de|d['’]|di|da|van|von|över|på|of|for|für|pour|para|per|voor|för)\s?$", before
            )
            or re.search(
                r"\b(?:full[- ]time|part[- ]time|fixed[- ]term|temporary|remote|vollzeit|teilzeit|befristet|cdd)[\s,(–/|-]{1,4}(?:for\s)?$",
                before,
            )
            or (
                before.endswith("(")
                and re.match(r"\s?[,;)]", behind)
                and (re.search(rf"\b{CONTRACT_NOUN}\b", low[:start]) or names_position(sentence.text, passage.codes))
            )
        ):
            signs = ["of the position"]
        else:
            continue
        if is_extension(low, (months, start, end), passage.codes):
            signs.append("an extension")
        near = low[max(0, start - 45) : start] + " " + low[end : end + 30]
        is_academic_year = (
            9 <= months <= 12
            and re.search(r"\b(?:tenure|lecturer|professor\w*|faculty|academic[- ]year)\b", low)
            and re.search(r"month", low[start:end])
        )
        if is_academic_year or passage.cue("experience").search(near) or sentence.section == "profile":
            signs.append("of something else")
        found.append(Candidate(months, tuple(signs), cut_around(sentence.text, start, end), sentence.place))
    return found


def is_extension(low: str, length: tuple[int | None, int, int], codes: tuple[str, ...]) -> bool:
    """Whether a length is that by which a contract may grow."""
    _, start, end = length
    extension = cue("extension", codes)
    reach = 110 if re.search(r"\b(?:up to|maximum of|total of)\s(?:an? )?$", low[max(0, start - 20) : start]) else 38
    return bool(
        extension.search(low[max(0, start - reach) : start])
        or re.match(
            r"[\s-]{1,2}(?:extension|renewal|verlängerung|prolongation|prórroga|proroga|verlenging|förlängning)",
            low[end : end + 20],
        )
    )


def lengths_in(low: str, codes: tuple[str, ...]) -> list[tuple[int | None, int, int]]:
    """The lengths *low* names, in months with their places; None for a range of several."""
    found: list[tuple[int | None, int, int]] = []
    for match in _length_pattern(codes).finditer(low):
        number, unit = match["number"], _unit_of(match["unit"], codes)
        if match["more"]:
            found.append((None, match.start(), match.end()))
            continue
        amount = float(numbers(codes).get(number, 0) or number.replace(",", "."))
        months = round(amount * (12 if unit == "year" else 1))
        if unit != "week" and 0 < months <= _MAX_MONTHS:
            found.append((months, match.start(), match.end()))
    return found


@cache
def _length_pattern(codes: tuple[str, ...]) -> re.Pattern[str]:
    words = alternatives(numbers(codes))
    units = alternatives(
        {
            word
            for code in codes
            for unit, forms in LANGUAGES[code].units.items()
            if unit != "week"
            for word in forms.split("|")
        }
    )
    number = rf"(?:\d{{1,3}}(?:[.,]5)?|{words})"
    return re.compile(
        rf"(?<![\w.,/§%€$£–])(?P<more>{number}\s?(?:-|–|to|or|bis|oder|à|ou|a|o|tot|of|till|eller|\+|/)\s?(?=\d|{words}))?(?P<number>{number})\s?(?:\(\s?[\w-]{{1,12}}\s?\)\s?)?[\s-]{{0,2}}(?:full\s|volle\s|calendar\s)?(?P<unit>{units})(?!\w)"
    )


@cache
def _unit_of(written: str, codes: tuple[str, ...]) -> str:
    for code in codes:
        for unit, forms in LANGUAGES[code].units.items():
            if find_any(forms).fullmatch(written):
                return unit
    return "month"
