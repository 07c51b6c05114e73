"""Whether one has to be where the work is."""

from __future__ import annotations

import re

from jobboard.importing.candidates import Candidate, cut_around
from jobboard.importing.draft import Draft
from jobboard.importing.texts.passages import Passage
from jobboard.standards.languages.language import WORK_MODES
from jobboard.standards.languages.words import ALL, cue, lower, terms

_DAYS = re.compile(
    r"\b(?:\d(?:\s?[-–]\s?\d)?|one|two|three|four|ein|zwei|drei|un|deux|trois|dos|tres|due|tre|dois|twee|drie|två)\s(?:or more )?(?:days?|tage?n?|jours?|días?|giorni|dias?|dagen?|dagar)\b.{0,45}\b(?:in[- ](?:the )?office|on[- ]?site|in[- ]person|on campus|from home|remote(?:ly)?|homeoffice|home office|télétravail|teletrabajo|smart working|teletrabalho|thuis\w*|distans\w*|im büro|vor ort)"
    r"|\b(?:in[- ](?:the )?office|on[- ]?site|in[- ]person|on campus|from home|remote(?:ly)?|homeoffice|télétravail|teletrabajo)\b.{0,25}\b(?:\d(?:\s?[-–]\s?\d)?|one|two|three|four|un|deux|dos)\s(?:days?|tage?|jours?|días?)\b"
)
_TERMS = re.compile(
    r"(?:\b(?:full|part)[- ]time|\b(?:two|three|one|four|\d)[- ]year|\bpermanent|\bfixed[- ]term|\btemporary),?\s(?:and\s)?(?P<mode>(?:fully )?remote|hybrid|on[- ]?site|in[- ]person)\b(?!\s(?:sensing|environment|area|model))"
    r"|\b(?P<mode2>(?:fully )?remote|hybrid|on[- ]?site|in[- ]person),\s(?:(?:full|part)[- ]time|(?:two|three|one|four|\d)[- ]year|permanent|fixed[- ]term)"
    r"|^\W{0,3}(?P<mode3>(?:fully )?remote|hybrid|on[- ]?site)\W{0,3}$"
)
_NOT_THE_WORK = re.compile(
    r"\b(?:teaching|course\w*|lectures?|seminars?|meetings?|events?|conferences?|workshops?|environments?|models?|modell?ing|methods?|approach\w*|sensing|algorithms?|simulation\w*|imaging|monitoring|fieldwork|areas?|regions?|sites|interviews?|learning|quantum|zones?|devices|hybrid(?:i[sz]ation|s)|interview|participation|sessions?)\b"
)
_NEGATED = re.compile(r"\b(?:no|not|non|cannot|without|kein\w*|pas de|nicht|niet|non è|não|inte)\b[\s-](?:\w+\s){0,3}$")


def fill_work_mode(draft: Draft, passage: Passage) -> None:
    """Note whether the work is on site, hybrid or remote."""
    if "work_mode" in draft.findings:
        return
    found: list[Candidate] = []
    for stated in passage.stated("work_mode", "location", "employment"):
        if mode := work_mode_in(
            stated.value, is_about_it=stated.field == "work_mode" or "(" in stated.value or len(stated.value) < 40
        ):
            found.append(Candidate(mode, ("label",), stated.line, stated.place))
    for sentence in passage.sentences:
        found += _find_in(sentence.text, sentence.low, passage.codes, sentence.place)
    draft.weigh("work_mode", found)


def work_mode_in(written: str, *, is_about_it: bool = False, codes: tuple[str, ...] = ALL) -> str | None:
    """The work mode *written*; looser where the words stand in a field or line that *is about it*."""
    low = lower(" ".join(written.split()))
    if is_about_it:
        bare = re.sub(r"\bremote sensing\b", "", low)
        for mode, pattern in terms("work_modes", codes):
            if (match := pattern.search(bare)) and (len(match[0]) > 3 or match[0] == bare.strip(" .")):
                is_part = mode != "hybrid" and _DAYS.search(bare)
                return (
                    "hybrid"
                    if is_part
                    else "on-site"
                    if mode == "remote" and _NEGATED.search(bare[: match.start()])
                    else mode
                )
        return "hybrid" if _DAYS.search(bare) else None
    found = {candidate.value for candidate in _find_in(written, low, codes, 0) if len(candidate.signs) == 1}
    return found.pop() if len(found) == 1 else None


def _find_in(text: str, low: str, codes: tuple[str, ...], place: int) -> list[Candidate]:
    found = []
    for mode in ("on-site", "hybrid", "remote"):
        for match in cue(mode, codes).finditer(low):
            behind = low[match.end() : match.end() + 25]
            signs = ["of the position"]
            if re.match(r"[\s-](?:\w+[\s-])?", behind) and _NOT_THE_WORK.match(behind.strip(" -")):
                signs.append("of something else")
            is_negated = mode != "on-site" and _NEGATED.search(low[: match.start()])
            value = "on-site" if is_negated else mode
            found.append(Candidate(value, tuple(signs), cut_around(text, *match.span()), place))
    if (days := _DAYS.search(low)) and not _NOT_THE_WORK.search(days[0]):
        found.append(Candidate("hybrid", ("days at home",), cut_around(text, *days.span()), place))
    if term := _TERMS.search(low):
        word = next(filter(None, term.groups()))
        mode = "remote" if "remote" in word else "hybrid" if "hybrid" in word else "on-site"
        found.append(Candidate(mode, ("among the terms",), cut_around(text, *term.span()), place))
    modes = {candidate.value for candidate in found}
    if any("days at home" in candidate.signs for candidate in found):  # "not remote, but one day a week from home"
        found = [candidate for candidate in found if candidate.value == "hybrid"]
    elif "on-site" in modes and len(modes) > 1:  # "this is an in-person, non-remote position"
        found = [candidate for candidate in found if candidate.value == "on-site"]
    assert all(candidate.value in WORK_MODES for candidate in found)
    return found
