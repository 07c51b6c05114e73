"""Whether the position is full time or part time."""

from __future__ import annotations

import re

from jobboard.importing.candidates import Candidate, cut_around
from jobboard.importing.draft import Draft
from jobboard.importing.texts.contract_lengths import CONTRACT_NOUN
from jobboard.importing.texts.passages import Passage, Sentence
from jobboard.importing.texts.shares import share_in
from jobboard.standards.languages.words import (
    ALL,
    lower,
    terms,
)

_POSSIBLE = re.compile(
    r"\b(?:can be|may be|could be|possib\w+|in principle|grundsätzlich|suitable|teilzeitgeeignet|teilzeitfähig|geeignet|also|option\w*|negotiable|considered|consider|available on|flexible|upon request|if desired|on request|auf wunsch|möglich\w*|besetzt werden|teilbar|posible|possibile|possível|mogelijk|möjlig\w*|requests|study|students?|job-?share|preferred|would be|arrangements?)\b"
)
_ONE_OF_SEVERAL = re.compile(
    r"^(?:one|1|a|an|eine?|un[ea]?|een|ett|en|two|2)\b.{0,90}\b(?:jobs?|positions?|posts?|stelle|poste|plaza|posto|vaga|functie|tjänst|postdoc\w*|ph\.?d\w*)\b",
    re.I,
)


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


def fill_employment(draft: Draft, passage: Passage, *, is_several: bool) -> None:
    """Note how much of the time is worked; of several positions, only what they share."""
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
    signs = ["of the position"] if re.search(rf"\b{CONTRACT_NOUN}\b", near) or len(sentence.low) < 50 else ["named"]
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
