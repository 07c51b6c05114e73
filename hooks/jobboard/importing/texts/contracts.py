"""The terms of employment: kind, length and share of the contract, and how much of the time is worked."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from jobboard.importing.candidates import Candidate, cut_around, decide
from jobboard.importing.draft import Draft
from jobboard.importing.texts.passages import Passage, Sentence
from jobboard.importing.texts.several import find_parts, says_several
from jobboard.importing.texts.titles import names_position
from jobboard.standards.english import cut
from jobboard.standards.languages.words import (
    ALL,
    LANGUAGES,
    alternatives,
    cue,
    find_any,
    last_match,
    lower,
    numbers,
    terms,
)

_MAX_MONTHS = 120
_NOUN = (
    r"(?:contracts?|positions?|posts?|roles?|appointments?|basis|employment|jobs?|fellowships?|studentships?|openings?|vacanc(?:y|ies)|internships?|post-?docs?|postdoctoral\w*|ph\.?d\.?s?|doctoral|scholarships?|traineeship|assistantship|placement"
    r"|vertrag\w*|arbeitsvertrag|stellen?|anstellung|beschäftigung\w*|arbeitsverhältnis\w*|promotions?stelle\w*|doktorand\w*|postdoktorand\w*|contrats?|postes?|emplois?|thèse|contratos?|puestos?|plazas?|becas?|contratt[oi]|posizion[ei]|posto|assegn[oi]|borsa|borse|bolsas?|vagas?|cargo|posição|aanstelling|functie|dienstverband|arbeidsovereenkomst|contracten|baan|anställning\w*|tjänst\w*|stipendi\w*|doktorandtjänst|cdd)"
)
_WORDS_BETWEEN = r"(?:(?:fixed|term|full|part|time|academic|funded|fully|fully-funded|renewable|initial|limited|temporary|research|paid|long|non-renewable|extendable|postdoctoral|doctoral|postgraduate|new|full-time|part-time|fixed-term|\(\w+\)|open|externally|befristete\w*|employment)[\s,-]{1,2}){0,5}"
_OTHER_WORD = (
    r"(?!(?:in|of|for|as|with|at|the|and|or|to|on|from|after|since|experience|by|a|an)\b)[a-zà-ÿ-]{2,20}[\s,]{1,2}"
)
_AMBIGUOUS_TYPES = frozenset(
    [
        "regular",
        "continuing",
        "limited",
        "unlimited",
        "temp",
        "indefinite",
        "fast",
        "fijo",
        "completa",
        "parcial",
        "determinado",
        "indeterminado",
        "efetivo",
        "vast",
        "på",
        "bolsa",
        "beca",
        "borsa",
        "bourse",
        "beurs",
        "stipendium",
        "stipendie",
        "eventual",
        "casual",
        "titulaire",
        "integral",
    ]
)
"""Words that say what kind a contract is only behind a label."""
_MAY = re.compile(
    r"\b(?:not|no|possib\w+|potential\w*|may|might|could|prospects?|towards?|becom\w+|lead to|leading to|option\w*|convert\w*|transition|opportunity|aussicht|entfrist\w*|perspektive|möglich\w*|éventuel\w*|posibilidad|possibilità|possibilidade|uitzicht|kans op|mogelijk\w*|möjlighet|eventuell\w*|staff|members?|residents?|residency|then|later|after|upon|followed by|subsequent|residence|faculty members|colleagues|collection|exhibition)\b"
)
_SHARES = (
    re.compile(r"(?<![\d.,])(?P<share>0[.,]\d{1,2}|1[.,]0{1,2}|1)\s?FTE\b", re.I),
    re.compile(r"\bFTE\s?(?:of|:|=|is)?\s?(?P<share>0[.,]\d{1,2}|1[.,]0{1,2}|1)(?![\d.,])", re.I),
    re.compile(
        r"(?<![\d.,–-])(?P<percent>\d{2,3})\s?(?:%|percent\b|prozent\b|procent\b|pour cent\b|por ciento\b|per cent\b)\s{0,2}\)?\s{0,2}(?:FTE|positions?\b|part[- ]time|full[- ]time|of (?:a )?full|TV|E\s?1|EG|stelle\w*|employment|pensum|workload|appointment|der (?:regelm|wöchentlichen|vollen)|einer (?:vollzeit|vollen|vollbesch)|d['’]un temps|temps plein|heltid|tjänst|post\b|contract|job|research time|effort|arbeitszeit|beschäftigung|teilzeit|vollzeit|of regular|of the regular|del tempo|jornada|working time|regular working|time\b(?! off))",
        re.I,
    ),
    re.compile(r"(?:part[- ]time|full[- ]time|teilzeit\w*|vollzeit\w*|temps partiel|temps plein|temps complet|deeltijd|voltijd|deltid|heltid|tempo parziale|tiempo parcial|tempo parcial|workload|pensum|umfang|employment level|omfattning\w*|sysselsättningsgrad|stellenumfang|arbeitszeit|quotité|omvang)[\s:,(–-]{1,4}(?:of |von |auf |à |van |på |ist |är |is |\w+ )?(?P<percent>\d{2,3})\s?(?:%|percent|prozent|procent)", re.I),
    re.compile(r"(?:TV-?L|TVöD|E\s?1\d[aü]?|EG\s?1\d)[\s,/()-]{1,4}(?P<percent>\d{2,3})\s?%", re.I),
    re.compile(r"(?P<percent>\d{2,3})\s?%[\s,;)/]{1,3}(?:TV-?\s?L|TVöD|E\s?1\d|EG\s?1\d|Entgeltgruppe)", re.I),
    re.compile(r"\((?P<percent>\d{2,3})\s?%\)\s*$"),
)  # fmt: skip
_NO_SHARE = re.compile(
    r"\b(?:financ\w+|funded|fund\w*|finanzier\w+|gefördert|state|federal|teaching|travel|discount|success|sick|bonus|of (?:the )?(?:students|staff|employees|people|patients|our|all|women|applicants|participants|salary|gdp|co)|overhead|co-?funded|women|frauen|cases|salary increase|holiday|pension|remote|reduction|charge d['’]enseignement|renewable|energy)\b",
    re.I,
)
_TENURE_TRACK = re.compile(r"\btenure[- ]track\b", re.I)
_LAST_SHARE = re.compile(r"[,;/]\s?(?P<percent>\d{2,3})\s?%$")
"""A share of full time at the end of a labelled list: "temporary, 12 months, 80 %"."""
_POSSIBLE = re.compile(
    r"\b(?:can be|may be|could be|possib\w+|in principle|grundsätzlich|suitable|teilzeitgeeignet|teilzeitfähig|geeignet|also|option\w*|negotiable|considered|consider|available on|flexible|upon request|if desired|on request|auf wunsch|möglich\w*|besetzt werden|teilbar|posible|possibile|possível|mogelijk|möjlig\w*|requests|study|students?|job-?share|preferred|would be|arrangements?)\b"
)
_ONE_OF_SEVERAL = re.compile(
    r"^(?:one|1|a|an|eine?|un[ea]?|een|ett|en|two|2)\b.{0,90}\b(?:jobs?|positions?|posts?|stelle|poste|plaza|posto|vaga|functie|tjänst|postdoc\w*|ph\.?d\w*)\b",
    re.I,
)


def fill_terms(draft: Draft, passage: Passage) -> None:
    """Note `contract` and `employment`."""
    parts = [] if "part" in draft.hints else find_parts(passage)
    if parts:
        draft.problems.append(say_several([part.title for part in parts]))
    counted = says_several(str(draft.value("title") or "")) or says_several(passage.text[:1500])
    is_several = "part" not in draft.hints and (bool(parts) or counted)
    contract = _fill_contract(draft, passage, is_several=is_several)
    if not (contract and is_several):
        _fill_employment(draft, passage, is_several=is_several)


def say_several(titles: list[str]) -> str:
    """That a source is about several positions, and what to type to have one posting of each."""
    shown = ", ".join(f"`{cut(title, 60)}`" for title in titles[:4])
    return f"the source is about {len(titles)} positions: {shown}; `--split` makes a posting of each"


def contract_in(written: str, codes: tuple[str, ...] = ALL) -> dict[str, Any]:
    """What the words behind "Contract:" say: type, duration_months, fte."""
    low = lower(" ".join(written.split()))
    found: dict[str, Any] = {}
    if kind := _type_in_label(low, codes):
        found["type"] = kind
    lengths = [] if cue("experience", codes).search(low) else _lengths_in(low, codes)
    main = [length for length in lengths if not _is_extension(low, length, codes)]
    if main and main[0][0] is not None:
        found.setdefault("type", "fixed-term")
        if found["type"] in ("fixed-term", "stipend", "casual"):
            found["duration_months"] = main[0][0]
    if share := share_in(written):
        found["fte"] = share
    elif found and (last := _LAST_SHARE.search(low)) and 5 < int(last["percent"]) <= 100:
        found["fte"] = 1 if last["percent"] == "100" else int(last["percent"]) / 100
    return found


def employment_in(written: str, codes: tuple[str, ...] = ALL) -> list[str]:
    """The kinds of employment *written* names."""
    low = lower(" ".join(written.split()))
    found = [
        kind
        for kind, pattern in terms("employment", codes)
        if kind in ("full-time", "part-time", "intern") and pattern.search(low)
    ]
    share = share_in(written)
    if (
        share is not None
        and share < 1
        and "full-time" in found
        and "part-time" not in found
        and re.search(r"\d\s?%|\d[.,]\d\s?fte", low)
    ):
        found = ["part-time", *(kind for kind in found if kind not in ("full-time", "part-time"))]
    return found


def share_in(written: str) -> float | int | None:
    """The share of full time that *written* names; None for a range, and for shares of other things."""
    if re.search(
        r"\d{2,3}\s?%\s(?:for|für|pour|para|per|voor|för)\s[^.;]{1,60}?\d{2,3}\s?%|\d{2,3}\s?%?\s?(?:-|–|to|bis|tot|à|a|och|or|oder)\s?\d{2,3}\s?%|\d[.,]\d{1,2}\s?(?:-|–|to|bis|tot|or)\s?\d[.,]\d{1,2}\s?fte",
        written,
        re.I,
    ):
        return None
    shares: set[float] = set()
    for pattern in _SHARES:
        for match in pattern.finditer(written):
            around = written[max(0, match.start() - 45) : match.end() + 20]
            if _NO_SHARE.search(around):
                continue
            groups = match.groupdict()
            share = float(groups["share"].replace(",", ".")) if groups.get("share") else int(groups["percent"]) / 100
            if 0.05 < share <= 1:
                shares.add(round(share, 2))
    if len(shares) != 1:  # "65 % for PhD students, 100 % for postdocs"
        return None
    return 1 if shares == {1} else shares.pop()


def _fill_contract(draft: Draft, passage: Passage, *, is_several: bool) -> bool:
    """Whether the text contradicts itself about the contract; else it is noted."""
    if "contract" in draft.findings:
        return False
    kinds: list[Candidate] = []
    lengths: list[Candidate] = []
    shares: list[Candidate] = []
    for stated in passage.stated("contract", "duration", "employment"):
        found = contract_in(stated.value, passage.codes)
        if stated.field == "duration" and "duration_months" not in found:
            found.pop("type", None)
        if stated.field == "employment" and not re.search(
            r"year|month|jahr|monat|mois|an\b|año|mes|ann|maand|jaar|år|månad", lower(stated.value)
        ):
            found.pop("duration_months", None)
        for key, group in (("type", kinds), ("duration_months", lengths), ("fte", shares)):
            if key in found:
                group.append(Candidate(found[key], ("label",), stated.line, stated.place))
        if (
            stated.field == "employment"
            and "fte" not in found
            and (
                bare := re.fullmatch(
                    r"\W{0,2}(\d{2,3})\s?%.{0,40}|\W{0,2}(0[.,]\d{1,2}|1[.,]0+)(?:\s?fte)?", lower(stated.value)
                )
            )
        ):
            written = int(bare[1]) / 100 if bare[1] else float(bare[2].replace(",", "."))
            if 0.05 < written <= 1:
                shares.append(
                    Candidate(1 if written == 1 else round(written, 2), ("label",), stated.line, stated.place)
                )
    title = str(draft.value("title") or "")
    for months in [months for months, *_ in _lengths_in(lower(title), passage.codes) if months]:
        lengths.append(Candidate(months, ("in the title",), title, -1))
    if _TENURE_TRACK.search(title):
        kinds.append(Candidate("tenure-track", ("of the position",), title, -1))
    for sentence in passage.sentences:
        kinds += _types_in(sentence, passage.codes)
        lengths += _candidates_of_length(sentence, passage)
        if ("%" in sentence.text or "fte" in sentence.low or "percent" in sentence.low or "proz" in sentence.low) and (
            share := share_in(sentence.text)
        ):
            shares.append(Candidate(share, ("of the position",), sentence.text, sentence.place))
    if is_several:
        implied = {
            *(c.value for c in kinds if len(c.signs) == 1),
            *(["fixed-term"] if any(len(c.signs) == 1 for c in lengths) else []),
        }
        differ = len({c.value for c in lengths if len(c.signs) == 1}) > 1 or len({c.value for c in shares}) > 1
        if len(implied) > 1 or differ:
            draft.doubts["contract"] = [*kinds, *lengths]
            return True
    value: dict[str, Any] = {}
    evidence: list[str] = []
    best_of: dict[str, Candidate] = {}
    for key, field, group in (
        ("type", "contract type", kinds),
        ("duration_months", "contract length", lengths),
        ("fte", "contract share", shares),
    ):
        best, doubts = decide(field, group)
        if best is not None:
            value[key], best_of[key] = best.value, best
            evidence.append(best.evidence)
        elif len(doubts) > 1:
            draft.doubts.setdefault("contract", doubts)
    if "duration_months" in value:
        if value.get("type") in ("permanent", "tenure-track") and "label" not in best_of["duration_months"].signs:
            del value["duration_months"]
        else:
            value.setdefault("type", "fixed-term")
    if not value:
        return False
    order = [key for key in ("type", "duration_months", "fte") if key in value]
    note = draft.find if all("label" in best.signs for best in best_of.values()) else draft.infer
    note("contract", {key: value[key] for key in order}, " … ".join(dict.fromkeys(evidence)))
    return False


def _fill_employment(draft: Draft, passage: Passage, *, is_several: bool) -> None:
    if "employment" in draft.findings:
        return
    found: list[Candidate] = []
    for stated in passage.stated("employment", "contract", "duration"):
        kinds = employment_in(stated.value, passage.codes)
        is_possible = _POSSIBLE.search(lower(stated.value)) and kinds == ["part-time"]
        if kinds and not (is_possible and stated.field != "employment"):
            found.append(Candidate(kinds, ("label",), stated.line, stated.place))
    contract = draft.value("contract")
    share = contract.get("fte") if isinstance(contract, dict) else None
    if share is not None:
        evidence = draft.findings["contract"].evidence
        found.append(
            Candidate(["full-time" if share == 1 else "part-time"], ("of the position", "named"), evidence, -1)
        )
    for sentence in passage.sentences:
        found += _employment_of(sentence, passage, is_several=is_several)
    if is_several and len({str(c.value) for c in found}) > 1:
        draft.doubts["employment"] = found
        return
    draft.weigh("employment", found)


def _employment_of(sentence: Sentence, passage: Passage, *, is_several: bool) -> list[Candidate]:
    found = []
    seen: dict[str, re.Match[str]] = {}
    for kind, pattern in terms("employment", passage.codes):
        if kind in ("full-time", "part-time") and (match := pattern.search(sentence.low)):
            seen[kind] = match
    if not seen or sentence.section == "profile":
        return []
    first = min(match.start() for match in seen.values())
    last = max(match.end() for match in seen.values())
    near = sentence.low[max(0, first - 70) : last + 45]
    signs = ["of the position"] if re.search(rf"\b{_NOUN}\b", near) or len(sentence.low) < 50 else ["named"]
    if _POSSIBLE.search(sentence.low[max(0, first - 60) : last + 70]) and "full-time" not in seen:
        signs.append("possible only")
    elif "part-time" in seen and len(seen) == 2 and (possible := _POSSIBLE.search(sentence.low)) and possible:
        del seen["part-time"]
    if is_several and _ONE_OF_SEVERAL.match(sentence.text) and sentence.is_item:
        signs.append("possible only")
    share = share_in(sentence.text)
    if share is not None and share < 1 and "full-time" in seen and "part-time" not in seen:
        return []  # "65 % of a full-time position"
    found.append(Candidate(list(seen), tuple(signs), cut_around(sentence.text, first, last), sentence.place))
    return found


def _type_in_label(low: str, codes: tuple[str, ...]) -> str | None:
    found = [
        (match.start(), kind)
        for kind, pattern in terms("contracts", codes)
        if (match := pattern.search(low)) and not _MAY.search(low[max(0, match.start() - 40) : match.start()])
    ]
    if not found:
        return None
    kinds = dict(sorted(found))
    if "tenure-track" in kinds.values():
        return "tenure-track"
    return kinds[min(kinds)]


def _types_in(sentence: Sentence, codes: tuple[str, ...]) -> list[Candidate]:
    found = []
    for kind, pattern in _sentence_types(codes):
        for match in pattern.finditer(sentence.low):
            before, behind = (
                sentence.low[max(0, match.start() - 35) : match.start()],
                sentence.low[match.end() : match.end() + 50],
            )
            if not re.search(rf"\b{_NOUN}\b", f"{before} {behind}") and match[0] not in (
                "cdd",
                "cdi",
                "tenure-track",
                "tenure track",
                "unbefristet",
                "befristet",
            ):
                continue
            signs = ["of the position"]
            if re.search(r"\bnon-?\s?$|\bnot (?:a )?$", before):
                continue
            if _MAY.search(sentence.low[max(0, match.start() - 60) : match.start()]) or _MAY.search(behind[:14]):
                signs.append("may become")
            if sentence.section == "profile":
                signs.append("may become")
            found.append(Candidate(kind, tuple(signs), cut_around(sentence.text, *match.span()), sentence.place))
            break
    if any(c.value == "tenure-track" and len(c.signs) == 1 for c in found):
        found = [c for c in found if c.value == "tenure-track"]
    return found


@cache
def _sentence_types(codes: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Kinds of contract by the words that say them in a sentence, too."""
    wordings: dict[str, set[str]] = {}
    for code in codes:
        for kind, words in LANGUAGES[code].contracts.items():
            wordings.setdefault(kind, set()).update(set(words.split("|")) - _AMBIGUOUS_TYPES)
    return tuple((kind, find_any("|".join(words))) for kind, words in wordings.items() if kind != "stipend" and words)


def _candidates_of_length(sentence: Sentence, passage: Passage) -> list[Candidate]:
    found = []
    low = sentence.low
    for months, start, end in _lengths_in(low, passage.codes):
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
            re.match(rf"[\s,)-]{{1,3}}{_WORDS_BETWEEN}(?:{_OTHER_WORD}){{0,2}}{_NOUN}\b", behind)
            or re.match(r"[\s,)-]{1,3}(?:fixed|befrist\w+|tijdelijk\w*|a tempo|funded)\b", behind)
            or re.search(rf"\b{_NOUN}[\s,(–-]{{1,3}}$", before)
            or re.search(
                r"\b(?:full[- ]time|part[- ]time|fixed[- ]term|temporary|remote|vollzeit|teilzeit|befristet|cdd)[\s,(–/|-]{1,4}(?:for\s)?$",
                before,
            )
            or (
                before.endswith("(")
                and re.match(r"\s?[,;)]", behind)
                and (re.search(rf"\b{_NOUN}\b", low[:start]) or names_position(sentence.text, passage.codes))
            )
        ):
            signs = ["of the position"]
        else:
            continue
        if _is_extension(low, (months, start, end), passage.codes):
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


def _is_extension(low: str, length: tuple[int | None, int, int], codes: tuple[str, ...]) -> bool:
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


def _lengths_in(low: str, codes: tuple[str, ...]) -> list[tuple[int | None, int, int]]:
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
