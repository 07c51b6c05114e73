"""When the work begins."""

from __future__ import annotations

import re

from jobboard.importing.candidates import Candidate, cut_around
from jobboard.importing.draft import Draft
from jobboard.importing.texts.passages import Passage, Sentence
from jobboard.importing.texts.title_parts import names_position
from jobboard.postings.deadline_texts import DayKind, judge_days
from jobboard.standards.days import find_days, find_month
from jobboard.standards.languages.words import ALL, cue, lower

_NOT_A_START = re.compile(
    r"\b(?:applications?|review\w*|interviews?|evaluat\w+|screening|consider\w+|selection|deadline|bewerbung\w*|assessment|your|project (?:started|began|runs)|open until|candidatur\w*|solicitud\w*|sollicit\w*|ansökan|domand\w+|inscriç\w+)\b"
)
_POSITION = re.compile(
    r"\b(?:start date|starting date|position|appointment|contract|employment|job|post|role|work|project|fellowship|candidate|you|we|funding|stelle|poste|contrat|plaza|contrato|posizione|contratto|vaga|functie|aanstelling|tjänst\w*|anställning\w*|eintritt|beginn\w*|start\w*|prise|tillträd\w*|incorporación|inicio|inizio|início|besetz\w*|available|studentship|internship)\b"
)
_NEAR = 70
_ANOTHER_SENTENCE = re.compile(r"(?<!\b\d)(?<!\b\d\d)(?<![A-Z])\.\s(?=[A-ZÀ-Þ])")
_BETWEEN = re.compile(r"\b(?:between|zwischen|entre|tra il|tussen|mellan)\s(?:the\s|le\s|el\s|dem\s|den\s)?$")


def fill_start(draft: Draft, passage: Passage) -> None:
    """Note when the work begins, as a day or in the text's words."""
    if "start" in draft.findings:
        return
    found = [
        Candidate(
            start_in(
                _ANOTHER_SENTENCE.split(stated.value, maxsplit=1)[0], passage.codes, is_day_first=passage.is_day_first
            ),
            ("label",),
            stated.line,
            stated.place,
        )
        for stated in passage.stated("start")
        if _says_when(stated.value, passage.codes)
    ]
    for sentence in passage.sentences:
        found += _find_in(sentence, passage)
    draft.weigh("start", found)


def start_in(written: str, codes: tuple[str, ...] = ALL, *, is_day_first: bool | None = None) -> str:
    """A start as a posting has it: a day where one is named and nothing else, the words otherwise."""
    written = " ".join(written.split()).rstrip(" .;,")
    mentions = find_days(written, None, codes, is_day_first=is_day_first)
    if len(mentions) == 1 and mentions[0].day:
        rest = re.sub(r"[\s,.():]", "", written[: mentions[0].start] + written[mentions[0].end :])
        if len(rest) <= 3 or re.fullmatch(
            r"(?:from|ab|apartir(?:del?|du|dal?)|starting|vanaf|från|àpartirdu|dal|desde|dès|le|el|il|den|dem|prévue|on|at|\(?(?:or|oder)?)+|T?00:?00.*",
            lower(rest),
        ):
            return mentions[0].days[0].isoformat()
    return written[:120]


def _says_when(written: str, codes: tuple[str, ...]) -> bool:
    low = lower(written)
    return (
        bool(re.search(r"\d", written) or cue("soon", codes).search(low) or find_month(written, codes))
        and len(written) <= 160
    )


def _find_in(sentence: Sentence, passage: Passage) -> list[Candidate]:
    start = passage.cue("start").search(sentence.low)
    if start is None:
        return []
    if _NOT_A_START.search(sentence.low) and not re.search(
        r"\bstart(?:ing)? date\b|\beintritt|\bprise de (?:poste|fonction)", sentence.low
    ):
        return []
    found = []
    cues = list(passage.cue("start").finditer(sentence.low))
    mentions = passage.days(sentence.text)
    days = [
        judged.mention
        for judged in judge_days(sentence.text, mentions, passage.codes)
        if judged.kind is DayKind.START and judged.mention.day
    ]
    soon = _near(passage.cue("soon"), sentence.low, cues)
    is_about_it = (
        _POSITION.search(sentence.low)
        or passage.cue("seek").search(sentence.low)
        or names_position(sentence.text, passage.codes)
    )
    signs = ("sentence",) if is_about_it else ("sentence", "of something else")
    if days and soon and abs(days[0].start - soon.start()) < 80:
        first, last = min(days[0].start, soon.start()), max(days[0].end, soon.end())
        return [
            Candidate(sentence.text[first:last][:120], signs, cut_around(sentence.text, first, last), sentence.place)
        ]
    if days and len(mentions) > 1 and (between := _BETWEEN.search(sentence.low[: mentions[0].start])):
        first, last = between.start(), mentions[-1].end
        return [
            Candidate(sentence.text[first:last][:120], signs, cut_around(sentence.text, first, last), sentence.place)
        ]
    for day in days[:1]:
        found.append(
            Candidate(day.days[0].isoformat(), signs, cut_around(sentence.text, day.start, day.end), sentence.place)
        )
    if found:
        return found
    if month := _month_near(sentence, cues, passage.codes):
        value, at = month
        return [Candidate(value, signs, cut_around(sentence.text, at, at + len(value)), sentence.place)]
    if soon:
        words = sentence.text[soon.start() : soon.end()]
        return [Candidate(words, (*signs, "in words"), cut_around(sentence.text, *soon.span()), sentence.place)]
    return []


def _near(pattern: re.Pattern[str], low: str, cues: list[re.Match[str]]) -> re.Match[str] | None:
    """The first match close behind a cue, or right before one."""
    for match in pattern.finditer(low):
        if len(match[0]) < 10 and match[0] in ("flexible", "negotiable", "direct", "immediate"):
            continue
        if any(0 <= match.start() - cue.start() <= _NEAR or 0 <= cue.start() - match.end() <= 25 for cue in cues):
            return match
    return None


def _month_near(sentence: Sentence, cues: list[re.Match[str]], codes: tuple[str, ...]) -> tuple[str, int] | None:
    for cue_match in cues:
        segment = sentence.text[cue_match.end() : cue_match.end() + _NEAR]
        if month := find_month(segment, codes):
            at = cue_match.end() + segment.find(month)
            if not re.search(r"[.;]|\b(?:until|to|through|bis)\b", segment[: segment.find(month)]):
                return month, at
    return None
