"""Which day of a running text is the last one for applications, and how certain that is."""

from __future__ import annotations

import datetime as dt
import enum
import re
from typing import NamedTuple

from jobboard.standards.days import DayMention, find_days, find_month
from jobboard.standards.languages.words import ALL, cue, last_match, lower


class DayKind(enum.StrEnum):
    """What a day in a text is the day of."""

    LAST = "last day for applications"
    EARLY = "day until which applications are preferred"
    REVIEW = "day on which the review begins"
    START = "first day of work"
    EVENT = "day of something else"
    OPENING = "day from which one may apply"
    UNKNOWN = "day of which nothing is said"


CERTAIN = 3
"""The certainty of a day whose sentence names the deadline; one that only says "send … by" has less."""


class JudgedDay(NamedTuple):
    """A day in a sentence, with what it is the day of."""

    mention: DayMention
    kind: DayKind
    certainty: int
    """From 0 to 5."""


_PRIORITY = (DayKind.START, DayKind.LAST, DayKind.EVENT, DayKind.REVIEW)
"""Of two cues that end together, the later here is meant."""
_CUES = {"start": DayKind.START, "closing": DayKind.LAST, "event": DayKind.EVENT, "review": DayKind.REVIEW}
_NEAR = 60
"""Characters between a cue and its day within which nothing else is meant."""
_FAR = 240
_BEHIND = 90
_BETWEEN = re.compile(
    r"(?:[\s,(:–-]|\d{1,2}(?:[:.h]\d{2})?\s?(?:[ap]\.?m\.?|h|uhr|uur|hrs?)?|noon|midnight|midday|the|end|of|den|dem|am|le|el|il|day|on|at|\w{2,10}day|\w{3,10}tag|\w{2,3}\.,?|de|het|close|business"
    r"|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica"
    r"|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag){0,14}"
)
"""What may stand between "by" and the day."""
_RANGE = re.compile(
    r"[\s,.]{0,3}(?:to|till|until|–|—|-|through|bis|bis zum|au|al|a|até|a|t/m|tot|tot en met|och|and|e)[\s]{1,2}(?:the\s|den\s)?|\s?[-–—]\s?"
)


def judge_days(sentence: str, mentions: list[DayMention], codes: tuple[str, ...] = ALL) -> list[JudgedDay]:
    """What each of the days that *sentence* names is the day of."""
    low = lower(sentence)
    judged: list[JudgedDay] = []
    previous: DayMention | None = None
    begin = 0
    for number, mention in enumerate(mentions):
        following = mentions[number + 1].start if number + 1 < len(mentions) else len(low)
        is_range = previous is not None and _RANGE.fullmatch(low, previous.end, mention.start)
        if not is_range:
            begin = previous.end if previous else 0
        cut = previous.start if is_range and previous else mention.start
        before, after = low[max(begin, cut - _FAR) : cut], low[mention.end : min(following, mention.end + _BEHIND)]
        kind, certainty = _judge(before, after, codes)
        if (
            kind is DayKind.UNKNOWN
            and previous
            and mention.day in previous.days
            and mention.start - previous.end < _NEAR
        ):
            kind, certainty = judged[-1][1:]  # the same day, written once more
        if is_range and judged and kind in (DayKind.LAST, DayKind.UNKNOWN) and judged[-1].kind is kind:
            judged[-1] = judged[-1]._replace(kind=DayKind.OPENING)
        judged.append(JudgedDay(mention, kind, certainty))
        previous = mention
    return judged


def _judge(before: str, after: str, codes: tuple[str, ...]) -> tuple[DayKind, int]:
    by = last_match(cue("by", codes), before)
    is_by = by is not None and bool(_BETWEEN.fullmatch(before, by.end()))
    subject = before[: by.start()] if by and is_by else before
    places = {
        kind: match
        for name, kind in _CUES.items()
        if (match := last_match(cue(name, codes), before if kind in (DayKind.LAST, DayKind.REVIEW) else subject))
    }
    start = places.get(DayKind.START)
    if start and DayKind.LAST in places and find_month(before[start.end() :], codes):
        del places[DayKind.START]  # "the deadline for the position starting in September 2027 is …"
    nearest = max(places, key=lambda kind: (places[kind].end() // 4, _PRIORITY.index(kind)), default=DayKind.UNKNOWN)
    closing = places.get(DayKind.LAST)
    letters = cue("letters", codes).search(before)
    if (
        letters
        and not cue("apply", codes).search(before[: letters.start()])
        and nearest in (DayKind.LAST, DayKind.UNKNOWN)
    ):
        return DayKind.EVENT, 3
    is_early = cue("early", codes).search(before) or cue("early", codes).search(after)
    if is_early and nearest in (DayKind.LAST, DayKind.UNKNOWN, DayKind.REVIEW):
        return DayKind.EARLY, 3
    behind_letters = cue("letters", codes).search(after)
    if (
        behind_letters
        and behind_letters.start() < _NEAR
        and not re.search(r"[.;]|\bapplications?\b", after[: behind_letters.start()])
    ):
        return DayKind.EVENT, 3
    if nearest is DayKind.LAST and closing:
        if cue("ask", codes).search(closing[0]) and not cue("apply", codes).search(before):
            return DayKind.EVENT, 3  # "write to Jane with questions before …"
        return DayKind.LAST, 3 + (len(before) - closing.end() <= _NEAR) + is_by
    if is_by and nearest in (DayKind.UNKNOWN, DayKind.START):
        apply = last_match(cue("apply", codes), subject)
        if apply and (nearest is DayKind.UNKNOWN or apply.start() >= places[nearest].end()):
            return DayKind.LAST, 3 if len(before) - apply.end() <= 2 * _NEAR else 2
    if nearest is not DayKind.UNKNOWN:
        return nearest, 2 + (len(before) - places[nearest].end() <= _NEAR)
    behind = cue("closing behind", codes).search(after)
    if behind and behind.start() <= 14:
        return DayKind.LAST, 3
    return DayKind.UNKNOWN, 0


_WORDS = (
    "eadline", "EADLINE", "losing date", "pplication", "pply ", "ewerb", "andidatur", "imite", "lazo ", "cadenza",
    "rescri", "ollicit", "luitingsdat", "nsök", "solicit",
)  # fmt: skip
"""Parts of the words with which every sentence about a deadline speaks; their search costs next to nothing."""
_REACH = 160
"""Characters between such a word and the date it speaks of, at most."""
_MOST_SENTENCES = 200
"""That are judged; a text about one position has a few."""
_YEAR = re.compile(r"20\d\d(?!\d)")
"""Only near one is a deadline looked for, which most texts hold once or never."""
_STOP = re.compile(r"(?:[a-zäöüß)*]|\d{4})\.\s+(?=[A-ZÄÖÜ*-])|; |\n(?:[-*#]|\d\.) ")
_OTHER = re.compile(
    r"\b(?:review|start|begin|interview|shortlist|consider|priority|full consideration|abstract|grant|extended from"
    r"|was|previous|original|conference|workshop|paper|project)"
)
"""In such a sentence a date is another one than the deadline, or may be."""


def contradict_deadline(text: str, stated: dt.date | None) -> tuple[dt.date, int, int] | None:
    """The first day (with its place in *text*) that a sentence clearly names as the last one for applications.

    None where no sentence does, or one of them names *stated*, give or take a day: midnight is a matter of taste.
    """
    sentences = [(start, *_days_of(text[start:end])) for start, end in _find_sentences(text)]

    def is_stated(days: list[DayMention]) -> bool:
        return all(stated and day.day and abs((day.day - stated).days) <= 1 for day in days)

    # What the others say decides nearly always, and costs nothing where there is none.
    others = [_last_days(*sentence) for sentence in sentences if not is_stated(sentence[2])]
    found = [deadline for deadlines in others for deadline in deadlines]
    if not found or any(stated and abs((day - stated).days) <= 1 for day, _, _ in found):
        return None
    if any(_last_days(*sentence) for sentence in sentences if is_stated(sentence[2])):
        return None
    return min(found, key=lambda deadline: deadline[1])


def _find_sentences(text: str) -> list[tuple[int, int]]:
    """Begin and end of each sentence that may speak of a deadline."""
    found: dict[tuple[int, int], None] = {}
    seen = dict.fromkeys(_WORDS, 0)  # how far each word was looked for
    for year in _YEAR.finditer(text):
        last = year.start()
        for word in _WORDS:
            at = text.find(word, max(seen[word], last - 2 * _REACH), last)
            while at >= 0:
                start, end = _sentence_around(text, at)
                found[start, end] = None
                seen[word] = max(end, at + 1)
                at = text.find(word, seen[word], last)
    return list(found)[:_MOST_SENTENCES]


def _sentence_around(text: str, at: int) -> tuple[int, int]:
    """Begin and end of the sentence, as far as it is near."""
    first = max(0, at - _REACH)
    start = max(
        first, text.rfind("\n\n", first, at) + 1, text.rfind(". ", first, at) + 1, text.rfind(".\n", first, at) + 1
    )
    end = min(len(text), at + 2 * _REACH)
    paragraph = text.find("\n\n", at, end)
    end = paragraph if paragraph >= 0 else end
    stop = _STOP.search(text, at, end)
    return start, stop.end() if stop else end


def _days_of(text: str) -> tuple[str, list[DayMention]]:
    """The sentence to judge, and its days; none where it speaks of another day than the deadline, or may."""
    sentence = lower(text.replace("*", " ").replace("_", " ").replace("\n", " "))
    return sentence, [] if _OTHER.search(sentence) else find_days(sentence)


def _last_days(start: int, sentence: str, mentions: list[DayMention]) -> list[tuple[dt.date, int, int]]:
    """The first day that a sentence, which begins at *start*, clearly names as the last one."""
    certain = (day for day in judge_days(sentence, mentions) if day.kind is DayKind.LAST and day.certainty >= CERTAIN)
    return [
        (day.mention.day, start + day.mention.start, start + day.mention.end)
        for day in certain
        if day.mention.day and day.mention.has_year
    ][:1]
