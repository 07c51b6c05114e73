"""Until when one may apply, and when the work begins."""

from __future__ import annotations

import datetime as dt
import re

from jobboard.importing.draft import Draft
from jobboard.importing.texts.days import Mention, find_days, find_month
from jobboard.importing.texts.passages import Passage
from jobboard.standards.dates import parse_date

_CUE = re.compile(
    r"\b(?:dead-?line|closing date|closes|close on|expires?|last (?:date|day)|due (?:by|on|date)|no later than|not later than"
    r"|appl(?:y|ications?|ying)\b.{0,120}?\b(?:by|before|until|till|up to|due|received|submitted|close)"
    r"|(?:write|submit|send|sent|received|submitted|accepted|e-?mail)\b.{0,120}?\b(?:by|before|until|till|up to)"
    r"|(?:open|accepted) until|bewerbungsfrist|bewerbungsschluss|bewerb\w*\b.{0,120}?\bbis(?: zum)?|bis zum)\b",
    re.IGNORECASE,
)
_NOT_HARD = re.compile(
    r"\b(?:full consideration|first consideration|priority|review (?:of|will)|reviewed|screening|interviews?"
    r"|starting date|start date|notif\w+|decision)\b",
    re.IGNORECASE,
)
"""A day in such a sentence is not the last one for applications, unless a word of `_HARD` stands there, too."""
_HARD = re.compile(
    r"\b(?:deadline|closing date|closes|bewerbungsfrist|no later than|last (?:day|date))\b", re.IGNORECASE
)
_ROLLING = re.compile(
    r"\b(?:until (?:the )?(?:positions?|posts?|vacanc\w+|roles?|jobs?|they|it|all \w+|suitable \w+)? ?(?:is|are|has been|have been)? ?(?:\w+ )?(?:filled|found)"
    r"|until filled|until a suitable candidate|(?:on a )?rolling basis|rolling (?:applications?|deadline)|considered as they arrive"
    r"|no (?:fixed |application )?deadline|bis zur besetzung|open-?until-?filled|reviewed as they (?:are received|arrive))\b",
    re.IGNORECASE,
)
_ROLLING_VALUE = re.compile(
    r"(?:open|rolling|ongoing|continuous\w*|asap|as soon as possible|none|no deadline|open ?until ?filled|until filled)\b",
    re.IGNORECASE,
)
_START = re.compile(
    r"\b(?:start(?:s|ing)?|begin(?:s|ning)?|commenc\w+|available|filled|besetzen|beginn\w*)\b.{0,60}?"
    r"(?P<when>as soon as possible|immediately|asap|sofort|nächstmöglichen zeitpunkt|(?:\d|jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz]).{0,30})",
    re.IGNORECASE,
)
_NOT_A_START = re.compile(
    r"\b(?:applications?|review\w*|interviews?|evaluat\w+|screening|consider\w+|selection|deadline|bewerbung\w*|assessment|your|project (?:started|began))\b",
    re.IGNORECASE,
)
_SOON = re.compile(r"\b(?:as soon as possible|immediately|asap|sofort|nächstmöglichen?)\b", re.IGNORECASE)


def fill_deadline(draft: Draft, passage: Passage) -> None:
    """Note the last day for applications, or that there is none; ambiguous days are reported and not taken."""
    after = known_date(draft)
    for stated in passage.stated("deadline"):
        value, problem = read_deadline(stated.value, after)
        if value:
            draft.find("deadline", value, stated.line)
        elif problem:
            draft.problems.append(problem)
    _infer_deadline(draft, passage, after)
    if "deadline" not in draft.findings:
        for sentence in passage.sentences:
            if _ROLLING.search(sentence):
                draft.infer("deadline", "rolling", sentence)
                return


def read_deadline(written: str, after: dt.date | None = None) -> tuple[str | None, str | None]:
    """The deadline *written* in a field or behind a label; or None, and a sentence that says why."""
    mentions = find_days(written, after)
    certain = [mention for mention in mentions if len(mention.days) == 1]
    if certain:
        return certain[0].days[0].isoformat(), None
    if mentions:
        return None, _say_doubt(mentions[0])
    if _ROLLING.search(written) or _ROLLING_VALUE.match(written.strip()):
        return "rolling", None
    return None, f"the deadline `{written[:80]}` is not a day" if re.search(r"\d", written) else None


def fill_start(draft: Draft, passage: Passage) -> None:
    """Note when the work begins, as a day or in the text's words."""
    for stated in passage.stated("start"):
        draft.find("start", read_start(stated.value), stated.line)
    if "start" in draft.findings:
        return
    for sentence in passage.sentences:
        match = _START.search(sentence)
        if match is None or _NOT_A_START.search(sentence):
            continue
        when = match["when"]
        day = next((mention.days[0].isoformat() for mention in find_days(when) if len(mention.days) == 1), None)
        soon = _SOON.match(when)
        if value := day or find_month(when) or (soon[0].lower() if soon else None):
            draft.infer("start", value, sentence)
            return


def read_start(written: str) -> str:
    """A start as a posting has it: a day where one is named and nothing else, the words otherwise."""
    written = " ".join(written.split()).rstrip(" .")
    mentions = find_days(written)
    if len(mentions) == 1 and len(mentions[0].days) == 1 and len(written) - len(mentions[0].written) <= 6:
        return mentions[0].days[0].isoformat()
    return written[:120]


def known_date(draft: Draft) -> dt.date | None:
    """The day of the announcement, if the source gave it."""
    finding = draft.findings.get("date")
    return parse_date(str(finding.value)) if finding else None


def _infer_deadline(draft: Draft, passage: Passage, after: dt.date | None) -> None:
    found: dict[str, str] = {}
    doubts: list[str] = []
    for sentence in passage.sentences:
        cue = _CUE.search(sentence)
        if cue is None or (_NOT_HARD.search(sentence) and not _HARD.search(sentence)):
            continue
        mentions = find_days(sentence, after)
        behind = [mention for mention in mentions if mention.start >= cue.start()] or mentions
        if behind and len(behind[0].days) == 1:
            found.setdefault(behind[0].days[0].isoformat(), sentence)
        elif behind and len(behind[0].days) == 2:
            doubts.append(_say_doubt(behind[0]))
    if "deadline" in draft.findings:
        stated = str(draft.findings["deadline"].value)
        others = [day for day in found if day != stated]
        if stated == "rolling" and others:
            draft.problems.append(f"the deadline is `rolling`, but the text names {' and '.join(others)}")
        return
    if found:
        day, sentence = next(iter(found.items()))
        draft.infer("deadline", day, sentence)
        if len(found) > 1:
            draft.problems.append(f"the text names several days for applications: {', '.join(found)}")
    draft.problems += [doubt for doubt in doubts if not found and doubt not in draft.problems]


def _say_doubt(mention: Mention) -> str:
    if len(mention.days) == 2:
        return f"`{mention.written}` is {mention.days[0]} or {mention.days[1]}: it was not taken as the deadline"
    return f"`{mention.written}` has no year or does not exist: it was not taken as the deadline"
