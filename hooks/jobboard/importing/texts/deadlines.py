"""Until when one may apply, with hour and zone; or that there is no last day."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import NamedTuple

from jobboard.importing.candidates import Candidate, cut_around
from jobboard.importing.draft import Draft
from jobboard.importing.texts.passages import Passage, Sentence
from jobboard.importing.texts.workplaces import country_of
from jobboard.postings.deadline_texts import CERTAIN, DayKind, judge_days
from jobboard.standards.country_zones import zone_of_country
from jobboard.standards.dates import parse_date
from jobboard.standards.days import DayMention, find_days
from jobboard.standards.hours import Hour, find_hour, find_zone_behind
from jobboard.standards.languages.words import ALL, cue, lower
from jobboard.standards.zones import read_abbreviation, read_greenwich

_ROLLING_VALUE = re.compile(
    r"(?:open|rolling|ongoing|continuous\w*|asap|as soon as possible|none|no deadline|open ?until ?filled|until filled|laufend|fortlaufend|en continu|abierto|aperto|doorlopend|löpande|n/a)\b(?!\s(?:until|from)\s\d)",
    re.IGNORECASE,
)
_BETWEEN_DAY_AND_HOUR = 45
_DIGIT = re.compile(r"\d")


class LastDay(NamedTuple):
    """A deadline as a posting has it."""

    value: str
    """A day, or a day and time with an offset where one is told."""
    zone: str = ""
    """The zone the hour is told in, by name or abbreviation; empty where none is told."""


def fill_deadline(draft: Draft, passage: Passage) -> None:
    """Note the last day for applications, or that there is none; ambiguous days are reported and not taken.

    The text tells the hour of a day that structured data states alone.
    """
    after = known_date(draft)
    found: list[Candidate] = []
    zones: dict[str, str] = {}
    reviews: list[str] = []
    for stated in passage.stated("deadline"):
        last, problem = deadline_in(stated.value, after, passage.codes, is_day_first=passage.is_day_first)
        if last:
            zones[last.value] = zones.get(last.value) or last.zone
            signs = ("until filled, in a label",) if last.value == "rolling" else ("label",)
            found.append(Candidate(last.value, signs, stated.line, stated.place))
        elif problem and problem not in draft.problems:
            draft.problems.append(problem)
        reviews += _days_of_kind(stated.value, DayKind.REVIEW, after, passage)
    doubts: list[str] = []
    for sentence in passage.sentences:
        found += _find_in(sentence, after, passage, zones, reviews, doubts)
    rolling = [candidate for candidate in found if candidate.value == "rolling"]
    days = [
        candidate for candidate in found if candidate.value != "rolling" and "not a last day" not in candidate.signs
    ]
    if rolling and days:
        found = [
            c._replace(signs=(*c.signs, "with a day as well"))
            if c.value == "rolling" and c.signs == ("until filled",)
            else c
            for c in found
        ]
    _add_hour(draft, found)
    draft.weigh("deadline", _merge_hours(found))
    _say_others(draft, days, doubts, reviews)
    note_zone(draft, zones)


def deadline_in(
    written: str, after: dt.date | None = None, codes: tuple[str, ...] = ALL, *, is_day_first: bool | None = None
) -> tuple[LastDay | None, str | None]:
    """The deadline *written* in a field or behind a label; or None, and a sentence that says why."""
    text = " ".join(written.split())
    mentions = find_days(text, after, codes, is_day_first=is_day_first)
    low = lower(text)
    is_rolling = bool(cue("rolling", codes).search(low) or _ROLLING_VALUE.match(text))
    judged = judge_days(text, mentions, codes)
    usable = [
        day
        for day in judged
        if day.kind in (DayKind.LAST, DayKind.UNKNOWN)
        or (day.kind is DayKind.START and len(judged) == 1 and not cue("soon", codes).search(low) and len(text) < 40)
    ]
    last = [day for day in usable if day.kind is DayKind.LAST] or usable
    if (
        len(mentions) == 2
        and not is_rolling
        and all(day.kind in (DayKind.UNKNOWN, DayKind.LAST, DayKind.OPENING) for day in judged)
        and re.match(r"\s?(?:to|until|–|-|—|bis|au|al|a|até|t/m|till)\s", low[mentions[0].end :])
    ):
        last = judged[-1:]
    certain = [day.mention for day in last if day.mention.day]
    if certain:
        return _with_hour(certain[0], text), None
    if is_rolling:
        return LastDay("rolling"), None
    doubtful = [day.mention for day in last]
    if doubtful:
        return None, _say_doubt(doubtful[0])
    if mentions:
        return None, f"the deadline `{text[:80]}` names another day than the last one for applications"
    return None, f"the deadline `{text[:80]}` is not a day" if re.search(r"\d", text) else None


def known_date(draft: Draft) -> dt.date | None:
    """The day of the announcement, if the source gave it."""
    finding = draft.findings.get("date")
    return parse_date(str(finding.value)[:10]) if finding else None


def _find_in(
    sentence: Sentence,
    after: dt.date | None,
    passage: Passage,
    zones: dict[str, str],
    reviews: list[str],
    doubts: list[str],
) -> list[Candidate]:
    found: list[Candidate] = []
    if match := passage.cue("rolling").search(sentence.low):
        found.append(Candidate("rolling", ("until filled",), cut_around(sentence.text, *match.span()), sentence.place))
    if not _DIGIT.search(sentence.low):
        return found
    mentions = passage.days(sentence.text, after)
    for judged in judge_days(sentence.text, mentions, passage.codes):
        mention = judged.mention
        if judged.kind is DayKind.REVIEW and mention.day:
            reviews.append(mention.day.isoformat())
        if judged.kind is DayKind.EARLY and mention.day:
            reviews.append(mention.day.isoformat())
        if judged.kind is not DayKind.LAST:
            continue
        if mention.day is None:
            if len(mention.days) == 2 or not mention.has_year:
                doubts.append(_say_doubt(mention))
            continue
        last = _with_hour(mention, sentence.text)
        zones[last.value] = zones.get(last.value) or last.zone
        signs = ["sentence"]
        if judged.certainty >= CERTAIN:
            signs.append("certain")
        found.append(
            Candidate(last.value, tuple(signs), cut_around(sentence.text, mention.start, mention.end), sentence.place)
        )
    return found


def _with_hour(mention: DayMention, text: str) -> LastDay:
    """A day with the hour that stands behind it, or right before it."""
    day = mention.days[0].isoformat()
    behind = text[mention.end : mention.end + 4 * _BETWEEN_DAY_AND_HOUR]
    stop = re.search(r"[.;](?:\s|$)|\b\d{4}-\d\d|\b(?:and|und|starting|position)\b", behind)
    hour = (
        find_hour(behind[: stop.start()] if stop else behind)
        if not re.match(r"\s?[-–]\s?\d{1,2}\s\w+\s\d{4}", behind)
        else None
    )
    if hour and behind.find(hour.time[:2].lstrip("0") or "0") > _BETWEEN_DAY_AND_HOUR:
        hour = None
    if hour is None:
        hour = _hour_before(text[max(0, mention.start - 70) : mention.start])
        if hour and not hour.zone and (zone := find_zone_behind(behind)):
            hour = hour._replace(zone=zone)
    return LastDay(day) if hour is None else _combine(day, hour)


def _hour_before(before: str) -> Hour | None:
    """The hour right before a day: "12 noon, 8 January", "5 pm Irish time on Friday, 16 April"."""
    for at in range(max(0, len(before) - 60), len(before)):
        if at and before[at - 1].isalnum():
            continue
        hour = find_hour(before[at:])
        if hour is None:
            return None
        if re.fullmatch(r"[^\d]{0,12}[\d:.]{0,5}[^\d.;]{0,45}", before[at:]):
            return hour
    return None


def _combine(day: str, hour: Hour) -> LastDay:
    if hour.time == "00:00" or (hour.is_midnight and not hour.zone):  # programs write the day alone so
        return LastDay(day)
    time = hour.time
    if hour.zone[:1] in ("+", "-"):
        return LastDay(f"{day} {time} {hour.zone}")
    return LastDay(f"{day} {time}", hour.zone)


def _merge_hours(found: list[Candidate]) -> list[Candidate]:
    """Candidates in which a day has its hour wherever another candidate of the same day tells it."""
    exact = {candidate.value[:10]: candidate.value for candidate in found[::-1] if len(candidate.value) > 10}
    return [candidate._replace(value=exact.get(candidate.value, candidate.value)) for candidate in found]


def _add_hour(draft: Draft, found: list[Candidate]) -> None:
    finding = draft.findings.get("deadline")
    exact = [
        c
        for c in found
        if finding and len(c.value) > 10 and c.value[:10] == finding.value and "not a last day" not in c.signs
    ]
    if finding and exact:
        evidence = f"{finding.evidence}; {exact[0].evidence}" if finding.evidence else exact[0].evidence
        draft.findings["deadline"] = replace(finding, value=exact[0].value, evidence=evidence)


def note_zone(draft: Draft, zones: dict[str, str]) -> None:
    """Note the zone of a deadline with an hour: the one told, else the place's where its country has one only.

    A zone that front matter tells is the draft's hint `zone`.
    """
    finding = draft.findings.get("deadline")
    if finding is None or not re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", str(finding.value)):
        return
    if "timezone" in draft.findings:
        return
    if told := zones.get(str(finding.value)) or draft.hints.get("zone"):
        _note_told_zone(draft, told, finding.evidence)
    elif zone := zone_of_country(country_of(draft) or ""):
        draft.infer(
            "timezone", zone, f"the deadline's hour is told without a zone; the place is in {country_of(draft)}"
        )
    else:
        draft.problems.append(
            f"the deadline's hour, {str(finding.value)[11:]}, is told without a zone; state it in `timezone`"
        )


def _note_told_zone(draft: Draft, told: str, evidence: str) -> None:
    """Note the zone that a deadline's hour is *told* in; where that leaves the hour open, the deadline is a doubt."""
    hour = str(draft.value("deadline"))
    local, near = dt.datetime.fromisoformat(hour), zone_of_country(country_of(draft) or "")
    readings = read_greenwich(local, near) if told == "GMT" else read_abbreviation(told, local, near)
    if len(readings) < 2:
        draft.find("timezone", readings[0].zone if readings else told, evidence)
        return
    del draft.findings["deadline"]
    draft.doubts["deadline"] = [Candidate(f"{hour} {one.zone}", (), evidence) for one in readings]
    meant = " or ".join(f"{one.instant:%Y-%m-%d %H:%M} UTC ({one.zone})" for one in readings)
    draft.problems.append(f"the deadline, {hour} {told}, is {meant}")


def _days_of_kind(text: str, kind: DayKind, after: dt.date | None, passage: Passage) -> list[str]:
    judged = judge_days(text, passage.days(text, after), passage.codes)
    return [day.mention.day.isoformat() for day in judged if day.kind is kind and day.mention.day]


def _say_others(draft: Draft, days: list[Candidate], doubts: list[str], reviews: list[str]) -> None:
    """Keep for the curator what else the text says about days."""
    stated = str(draft.value("deadline") or "")
    named = list(dict.fromkeys(candidate.value[:10] for candidate in days))
    others = [day for day in named if day != stated[:10]]
    if stated == "rolling" and others:
        draft.problems.append(f"the deadline is `rolling`, but the text names {' and '.join(others)}")
    elif len(named) > 1:
        draft.problems.append(f"the text names several days for applications: {', '.join(named)}")
    if not named:
        draft.problems += [doubt for doubt in dict.fromkeys(doubts) if doubt not in draft.problems]
    if (seen := list(dict.fromkeys(reviews))) and (stated == "rolling" or not stated):
        draft.problems.append(
            f"applications are read from or preferred until {' and '.join(seen)}: that is no deadline"
        )


def _say_doubt(mention: DayMention) -> str:
    if len(mention.days) == 2:
        return f"`{mention.written}` is {mention.days[0]} or {mention.days[1]}: it was not taken as the deadline"
    return f"`{mention.written}` has no year or does not exist: it was not taken as the deadline"
