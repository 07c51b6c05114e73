"""Which kind of position a text names, in the languages' words; the board's own vocabulary is asked later."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise, zip_longest

from jobboard.importing.candidates import Candidate, cut_around
from jobboard.importing.draft import Draft
from jobboard.importing.texts.passages import Passage
from jobboard.standards.languages.words import ALL, any_kind, lower, terms

_NOT_THE_POSITION = re.compile(
    r"\b(?:mentor\w*|supervis\w+|co-?supervis\w+|advis\w+|guidance|led by|headed by|under the|work(?:ing)? (?:closely )?with|collaborat\w+|together with|submitted|have a|hold\w*|completed|defended|obtained|recent|experience|degree|required|working alongside|team of|alongside|consist\w+|including|hosted by|contact|interact\w*|support\w*|assist\w*|train\w*|teach\w*|with other|other|former|members?|our|several|staff|local|colleagues|leader of|directed by|by prof\w*|and prof\w*|promotion|holder|qualif\w+)\b[^.]{0,40}$"
)
_BEHIND = re.compile(
    r"^(?:['’]s?|\s(?:thesis|degree|mentors?|members?|experience|level|programme|program|school|network|students and|supervisor|advisor|research experience|in (?:computer|a|the field)|is required|or equivalent))\b"
)
_SOUGHT = re.compile(
    r"\b(?:positions?|stellen?|postes?|plazas?|puestos?|posizion[ei]|posto|vagas?|vacature|functie|tjänst\w*|anställning\w*|job|opening|vacancy|fellowship|role|post\b|appointment|bolsa|beca|contrat\w*|assegno)\b"
)
_NEAR_TOP = 700
_JOINED = re.compile(
    r"^(?:\s(?:students?|positions?|candidates?|researchers?|fellows?))?\s?(?:/|\bor\b|\band\b|&|\boder\b|\bund\b|\bou\b|\bo\b|\bof\b|\beller\b|\by\b|\be\b|\bet\b)\s?(?:an?\s|as\s|a\s|\d\s|one\s|two\s|three\s|several\s|eine?n?\s|zwei\s|une?\s|deux\s)?$"
)
"""Between two kinds that one may choose from."""


def kinds_in(written: str, codes: tuple[str, ...] = ALL) -> list[tuple[str, int, int]]:
    """The kinds of position that *written* names, in the order of their appearance; of two that overlap the longer."""
    low = lower(" ".join(written.split()))
    low = re.sub(r"\bph\.\s?d\.?|\bphds\b", lambda match: "phd".ljust(len(match[0])), low)
    kinds = [(_kind_of(match[0], codes), match.start(), match.end()) for match in any_kind(codes).finditer(low)]
    return [kind for kind, following in zip_longest(kinds, kinds[1:]) if not _is_made_exact(kind, following)]


def _is_made_exact(kind: tuple[str, int, int], following: tuple[str, int, int] | None) -> bool:
    """Whether the next word says which researcher is meant, as in "investigador postdoctoral"."""
    return following is not None and kind[0] == "research-scientist" and following[1] - kind[2] == 1


@lru_cache(maxsize=1024)
def _kind_of(word: str, codes: tuple[str, ...]) -> str:
    return next(kind for kind, pattern in terms("kinds", codes) if pattern.fullmatch(word))


def kind_of_title(title: str, codes: tuple[str, ...] = ALL) -> str | None:
    """The kind of position that a title names; None where it names two that one may choose from."""
    kinds = kinds_in(title, codes)
    if not kinds:
        return None
    low = lower(" ".join(title.split()))
    for (kind, _, end), (other, start, _) in pairwise(kinds):
        if kind != other and start - end < 22 and _JOINED.search(low[end:start]):
            return None
    heads = [
        kind
        for kind, start, _ in kinds
        if not re.search(r"\b(?:for|with|of|für|pour|voor|in|supporting)\s(?:\w+\s){0,3}$", low[:start])
    ]
    return (heads or [kinds[0][0]])[0]


def fill_position(draft: Draft, passage: Passage) -> None:
    """Keep what title and text say of the kind of position; the board's vocabulary decides later."""
    title = str(draft.value("title") or "")
    if title and (kind := kind_of_title(title, passage.codes)):
        draft.propose("position", Candidate(kind, ("in the title",), title, -1))
    for stated in passage.stated("position"):
        if kind := kind_of_title(stated.value, passage.codes):
            draft.propose("position", Candidate(kind, ("label",), stated.line, stated.place))
    if kinds_in(title, passage.codes) and kind_of_title(title, passage.codes) is None:
        return  # one may choose
    used = 0
    for sentence in passage.sentences:
        used += len(sentence.text)
        if used > 3 * _NEAR_TOP:
            break
        kinds = kinds_in(sentence.text, passage.codes)
        for kind, start, end in kinds[:1]:
            before, behind = sentence.low[:start], sentence.low[end : end + 25]
            if _NOT_THE_POSITION.search(before) or _BEHIND.match(behind) or sentence.section == "profile":
                continue
            if passage.cue("seek").search(before[-70:]) or (
                _SOUGHT.match(behind.lstrip(" -")) and not sentence.is_item
            ):
                signs = ("sought",)
            elif (
                used <= _NEAR_TOP
                and len(sentence.text) < 90
                and not sentence.is_item
                and len({other for other, *_ in kinds}) == 1
            ):
                signs = ("near the top",)
            else:
                continue
            others = {other for other, *_ in kinds}
            if len(others) > 1 and any(
                _JOINED.search(sentence.low[end:other_start]) for other, other_start, _ in kinds[1:2] if other != kind
            ):
                continue
            draft.propose("position", Candidate(kind, signs, cut_around(sentence.text, start, end), sentence.place))
