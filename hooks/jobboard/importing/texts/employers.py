"""Who employs; a recruiter or a job site that writes about itself is told apart."""

from __future__ import annotations

import re
from typing import Any

from jobboard.importing.candidates import Candidate, cut_around, weigh
from jobboard.importing.draft import Draft
from jobboard.importing.texts.employer_names import NO_NAME, find_other_names, is_name, organization_of
from jobboard.importing.texts.institutions import (
    Institution,
    find_institutions,
    is_institution,
    is_part,
    is_top,
)
from jobboard.importing.texts.passages import Passage, Sentence
from jobboard.importing.weights import ENOUGH
from jobboard.standards.languages.words import any_kind

_AT = re.compile(
    r"(?:\b(?:at|in|with|within|from|by|join|of|hosted by|offered by|based at|an der|am|an dem|bei|beim|der|dem|in der|à l['’]|à la|à|au|au sein de l['’]|au sein du|au sein de la|dans le|de l['’]|du|en el|en la|del|de la|en|presso|presso l['’]|presso il|dell['’]|dello|della|all['’]|alla|na|no|da|do|pela|pelo"
    r"|aan de|aan het|bij|bij de|bij het|van de|van het|vid|på|inom|hos)\s(?:the |our |die |der |das |la |le |l['’]|el |il |lo |de |het |o |a )?|(?:à|de|d|l|dell|all)['’])$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^(?:the |la |le |l['’]|die |das |der |el |il |lo |de |het |o |a |(?:our|we at|here at) )?$")
_BRACKET = r"(?:\sin\s[A-ZÀ-Þ][\w-]+(?:\s[A-ZÀ-Þ][\w-]+)?)?(?:\s?\([^()]{1,60}\))?(?:,[^,.]{3,80},)?\s?"
_PARTNER = re.compile(
    r"\b(?P<name>[A-ZÀ-Þ][\w&'’.-]{1,40}(?:\s(?:(?:of|for|and|the|de)\s)?[A-ZÀ-Þ][\w&'’.-]{1,40}){0,5})\s(?:has partnered with|(?:is|are) (?:partnering|partnered|working) with|(?:is|are) recruiting (?:on behalf of|for)|(?:is|are) supporting|on behalf of)\b"
)
_NOT_HIRING = re.compile(
    r"\b(?P<name>[A-ZÀ-Þ][\w&'’.-]{1,40}(?:\s[A-ZÀ-Þ][\w&'’.-]{1,40}){0,5})(?:\s\((?P<short>[A-Z]{2,10})\))?\sis not the (?:hiring|recruiting)? ?(?:organi[sz]ation|employer|company)"
)
_ANONYMOUS = re.compile(
    r"\b(?:our client|a leading (?:\w+ ){0,4}(?:programme|program|institution|university|hospital|institute|company|employer|client|team|group|laboratory|organi[sz]ation|centre|center))\b",
    re.IGNORECASE,
)
_VALUES = re.compile(
    r"\b(?:equal opportunit\w+|committed to|commitment|diversity|affirmative action|does not discriminate|inclusi\w+|équité|chancengleichheit|gleichstellung|gelijke kansen|igualdad)\b",
    re.IGNORECASE,
)
_PORTAL = re.compile(
    r"^\W{0,3}(?:\w+\s){0,2}(?:application portal|portal|careers?|jobs?|vacanc|recruitment|website|application system|hr\b|online)",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"\b(?:ph\.?d\.? (?:degree )?(?:from|at)|degree|graduated|formerly|previously|moved from|after having led|alum|worked at|trained at|award|obtained|studied|experience at|visiting|lecture at|author)\b",
    re.IGNORECASE,
)
_MAX_NAME = 160
_NEAR_TOP = 5


def fill_employer(draft: Draft, passage: Passage) -> None:
    """Note the employer, or the recruiter in `via` where the employer is not named."""
    for stated in passage.stated("via"):
        draft.find("via", stated.value[:_MAX_NAME], stated.line)
    not_hiring = {name for match in _NOT_HIRING.finditer(passage.text) for name in match.groups() if name}
    if "organization" in draft.findings:
        return
    for sentence in passage.sentences:
        match = _PARTNER.search(sentence.text)
        if match and not NO_NAME.match(match["name"]) and not is_institution(match["name"]):
            draft.infer("via", match["name"], sentence.text)
            not_hiring.add(match["name"])
            break
    via = draft.findings.get("via")
    if via and any(_ANONYMOUS.search(sentence.text) for sentence in passage.sentences):
        draft.problems.append(f"the text does not name the employer: {via.value} recruits for one that stays anonymous")
        return
    found = [c for c in find_employers(passage) if _name_of(c.value) not in not_hiring]
    draft.weigh("organization", _prefer_whole([*draft.proposals.pop("organization", ()), *found]))


def find_employers(passage: Passage) -> list[Candidate]:
    """The institutions that may employ, with how the text speaks of them."""
    unit = _unit(passage)
    found = [
        Candidate(organization_of(stated.value, unit), ("label",), stated.line, stated.place)
        for stated in passage.stated("organization")
        if is_name(stated.value)
    ]
    for number, sentence in enumerate(passage.sentences[:80]):
        if sentence.section == "profile" and number > _NEAR_TOP:
            continue
        found += _find_in(sentence, number, passage, unit)
    return found


def _prefer_whole(found: list[Candidate]) -> list[Candidate]:
    """Candidates in which an institute gives way to the university that is named as plainly."""
    whole = [c for c in found if is_top(_name_of(c.value)) and weigh("organization", c) >= ENOUGH]
    if not whole:
        return found
    return [
        c._replace(signs=(*c.signs, "a unit"))
        if c.signs[0] != "label"
        and "structure" not in c.signs
        and not is_top(_name_of(c.value))
        and "a unit" not in c.signs
        and is_institution(_name_of(c.value))
        else c
        for c in found
    ]


def _find_in(sentence: Sentence, number: int, passage: Passage, unit: str | None) -> list[Candidate]:
    found: list[Candidate] = []
    names = find_institutions(sentence.text)
    for at, name in enumerate(names):
        first = at
        while first and not names[first - 1].is_top and _is_within(names[first - 1], [names[first]], sentence.text):
            first -= 1  # "at the Institute of X, University of Y": what leads to the one leads to the other
        signs = _signs_of(name, sentence, passage, names[first].start)
        if number < _NEAR_TOP:
            signs.append("near the top")
            if (
                len(sentence.text) - len(name.name) < 60
                and signs[0] == "named"
                and not sentence.text.endswith(".")
                and "a partner" not in signs
            ):
                signs.append("a line of its own")
        if not name.is_top and _is_within(name, names[at + 1 :], sentence.text):
            signs.append("a unit")
        own_unit = _unit_before(name, names[:at], sentence.text) or unit
        value = organization_of(name.name, own_unit if own_unit != name.name else None)
        found.append(Candidate(value, tuple(signs), cut_around(sentence.text, name.start, name.end), sentence.place))
    known = {name.name for name in names}
    return found + [
        other
        for other in find_other_names(sentence, number)
        if _name_of(other.value) in known or not any(_name_of(other.value) in name for name in known)
    ]


def _signs_of(name: Institution, sentence: Sentence, passage: Passage, start: int) -> list[str]:
    """What the words around *name* say of it; those before it end at *start*."""
    before, after = sentence.text[:start], sentence.text[name.end :]
    low_before, low_after = sentence.low[:start], sentence.low[name.end :]
    signs = ["named"] if name.is_top else ["named", "a unit"] if is_part(name.name) else ["named"]
    elsewhere = passage.cue("elsewhere").search(low_before[-90:]) or passage.cue("funded by").search(low_before[-25:])
    behind = re.match(_BRACKET, after)
    offset = behind.end() if behind else 0
    seek = passage.cue("seek").search(low_after[offset : offset + 45])
    if seek and (seek.start() <= 22) and not elsewhere:
        return ["hires", *(["a unit"] if "a unit" in signs else [])]
    if (
        elsewhere
        or _FORMER.search(low_before[-70:])
        or re.match(r"\s?(?:\([^()]{1,30}\)\s?)?(?:and|und|et|y|e|en|och)\s(?:our|other|its)?\s?partner", low_after)
    ):
        return [*signs, "a partner"]
    if _VALUES.search(sentence.low):
        return [*signs, "near the top"] if _SUBJECT.match(low_before) else [*signs, "about the employer's values"]
    if _PORTAL.match(after):
        signs.append("in the portal's name")
    if _AT.search(before[-30:]) and (_is_about_position(sentence, passage) or _SUBJECT.match(low_before)):
        return ["where one works", *(["a unit"] if "a unit" in signs else [])]
    return signs


def _is_about_position(sentence: Sentence, passage: Passage) -> bool:
    """Whether a sentence speaks of the position or of those who offer it."""
    if re.search(
        r"\b(?:we|our|join|you|position|post|role|job|stelle|poste|plaza|posto|vaga|functie|tjänst|anställning|group|lab|team|based|hosted|opening|vacancy|fellowship|applications?|sich)\b",
        sentence.low,
    ):
        return True
    return bool(any_kind(passage.codes).search(sentence.low))


def _is_within(name: Institution, following: list[Institution], text: str) -> bool:
    """Whether the institution behind *name* is what it belongs to."""
    return any(
        other.is_top
        and re.fullmatch(
            r"\s?(?:\([^()]{1,40}\))?\s?(?:,|of|at|at the|of the|in the|der|an der|de l['’]|de la|da|do|dell['’]|della|van de|vid|within|,? part of)?\s{0,2}(?:the\s)?",
            text[name.end : other.start],
        )
        for other in following[:1]
    )


def _unit_before(name: Institution, before: list[Institution], text: str) -> str | None:
    """The part of the institution *name* that stands right before it."""
    if not before or not name.is_top or before[-1].is_top:
        return None
    return before[-1].name if _is_within(before[-1], [name], text) else None


def _unit(passage: Passage) -> str | None:
    units = [stated.value for stated in passage.stated("unit") if 3 < len(stated.value) <= 120]
    return units[0] if units else None


def _name_of(value: Any) -> str:
    return value["name"] if isinstance(value, dict) else str(value)
