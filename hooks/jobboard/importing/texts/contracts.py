"""The terms of employment: kind, length and share of the contract, and how much of the time is worked."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from jobboard.importing.candidates import Candidate, cut_around, decide
from jobboard.importing.draft import Draft
from jobboard.importing.texts.contract_lengths import CONTRACT_NOUN, candidates_of_length, is_extension, lengths_in
from jobboard.importing.texts.employment import fill_employment
from jobboard.importing.texts.passages import Passage, Sentence
from jobboard.importing.texts.several import find_parts, says_several
from jobboard.importing.texts.shares import share_in
from jobboard.standards.english import cut
from jobboard.standards.languages.words import (
    ALL,
    LANGUAGES,
    cue,
    find_any,
    lower,
    terms,
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
_LIMIT = re.compile(
    r"\b(?:limited|funded|runs|lasts|limitée?|limitad[oa]|limitat[oa]|beperkt)\s(?:in time\s)?"
    r"(?:to|until|till|through|up to|au|jusqu['’]au|hasta|até|fino|al|tot)(?!\w)"
)
_NEAR_LIMIT = 12
"""Characters that may stand between "limited to" and its day."""
_TENURE_TRACK = re.compile(r"\btenure[- ]track\b", re.I)
_ABOUT_SHARE = re.compile(r"\d\s?(?:%|percent|prozent|procent)|fte")
_LAST_SHARE = re.compile(r"[,;/]\s?(?P<percent>\d{2,3})\s?%$")
"""A share of full time at the end of a labelled list: "temporary, 12 months, 80 %"."""


def fill_terms(draft: Draft, passage: Passage) -> None:
    """Note `contract` and `employment`."""
    parts = [] if "part" in draft.hints else find_parts(passage)
    if parts:
        draft.problems.append(say_several([part.title for part in parts]))
    counted = says_several(str(draft.value("title") or "")) or says_several(passage.text[:1500])
    is_several = "part" not in draft.hints and (bool(parts) or counted)
    contract = _fill_contract(draft, passage, is_several=is_several)
    if not (contract and is_several):
        fill_employment(draft, passage, is_several=is_several)


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
    lengths = [] if cue("experience", codes).search(low) else lengths_in(low, codes)
    main = [length for length in lengths if not is_extension(low, length, codes)]
    if main and main[0][0] is not None:
        found.setdefault("type", "fixed-term")
        if found["type"] in ("fixed-term", "stipend", "casual"):
            found["duration_months"] = main[0][0]
    if share := share_in(written):
        found["fte"] = share
    elif found and (last := _LAST_SHARE.search(low)) and 5 < int(last["percent"]) <= 100:
        found["fte"] = 1 if last["percent"] == "100" else int(last["percent"]) / 100
    return found


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
        if stated.label.startswith("befrist") and passage.days(stated.value):
            found.setdefault("type", "fixed-term")
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
    for months in [months for months, *_ in lengths_in(lower(title), passage.codes) if months]:
        lengths.append(Candidate(months, ("in the title",), title, -1))
    if _TENURE_TRACK.search(title):
        kinds.append(Candidate("tenure-track", ("of the position",), title, -1))
    for sentence in passage.sentences:
        kinds += _types_in(sentence, passage.codes) or _limits_in(sentence, passage)
        lengths += candidates_of_length(sentence, passage)
        if ("%" in sentence.text or "fte" in sentence.low or "percent" in sentence.low or "proz" in sentence.low) and (
            share := share_in(sentence.text)
        ):
            at = next((match.span() for match in _ABOUT_SHARE.finditer(sentence.low)), (0, 0))
            shares.append(Candidate(share, ("of the position",), cut_around(sentence.text, *at), sentence.place))
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
            if not re.search(rf"\b{CONTRACT_NOUN}\b", f"{before} {behind}") and match[0] not in (
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


def _limits_in(sentence: Sentence, passage: Passage) -> list[Candidate]:
    """A fixed term that is told by its last day: "the position is limited to 30 June 2029"."""
    limit = _LIMIT.search(sentence.low)
    before = sentence.low[max(0, limit.start() - 60) : limit.start()] if limit else ""
    if limit is None or not re.search(rf"\b{CONTRACT_NOUN}\b", before):
        return []
    days = passage.days(sentence.text[limit.end() :])
    if not days or days[0].start > _NEAR_LIMIT:
        return []
    evidence = cut_around(sentence.text, limit.start(), limit.end() + days[0].end)
    return [Candidate("fixed-term", ("of the position",), evidence, sentence.place)]


@cache
def _sentence_types(codes: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Kinds of contract by the words that say them in a sentence, too."""
    wordings: dict[str, set[str]] = {}
    for code in codes:
        for kind, words in LANGUAGES[code].contracts.items():
            wordings.setdefault(kind, set()).update(set(words.split("|")) - _AMBIGUOUS_TYPES)
    return tuple((kind, find_any("|".join(words))) for kind, words in wordings.items() if kind != "stipend" and words)
