"""How to apply: addresses, what to send, what to quote."""

from __future__ import annotations

import re
from typing import Any

from jobboard.importing.draft import Draft
from jobboard.importing.texts.links import find_emails, find_links
from jobboard.importing.texts.passages import Passage

_ABOUT_APPLYING = re.compile(
    r"\b(?:appl(?:y|ications?|ying|icants?)|submit\w*|bewerb\w*|candidates? should|interested|vacanc\w+|advert\w*|posting|job portal)\b",
    re.I,
)
_ABOUT_DETAILS = re.compile(
    r"\b(?:details|information|description|see|contact|enquir\w+|inquir\w+|questions?|e-?mail|job|position|informationen)\b",
    re.I,
)
_SEND = re.compile(
    r"\b(?:send|sent|e-?mail|submit\w*|apply|applications?|forward|bewerb\w*|contact|write|reach)\b", re.I
)
_NO_ONE = re.compile(
    r"^(?:no-?reply|webmaster|privacy|dataprotection|accessibility|press|unsubscribe|owner-|.{0,60}-(?:request|owner|bounces))",
    re.I,
)
_NO_APPLICATION = re.compile(
    r"(?:facebook|twitter|instagram|linkedin|youtube|wikipedia|doi|t)\.(?:com|org|me)(?:/|$)|\.(?:png|jpe?g|gif|svg)$|//(?:dx\.)?doi\.org|arxiv\.org|scholar\.google",
    re.I,
)
_JOB_HOST = re.compile(
    r"//[^/]*(?:jobs?|career|karriere|recruit|apply|vacanc|hr|stellen|workday|greenhouse|lever\.co|jobbnorge|varbi|interfolio|smartrecruiters|academicpositions|euraxess|taleo|icims|peopleadmin)"
    r"|/[^?]*(?:jobs?|career|karriere|vacanc|posting|position|recruit|stellen|opening|opportunit|apply)", re.I)  # fmt: skip
_SUBJECT = re.compile(r"\b(?:subject(?: line)?|quot\w+(?: the)? (?:reference|ref\.?)(?: number| no\.?)?|reference(?: number| no\.?| code)?|kennziffer|betreff)(?:\s(?:of|is|as|the|line|your|email|e-mail)){0,3}\s{0,2}[:#]?\s{0,2}"
                      r"(?:[“\"„'‘](?P<quoted>[^”\"“'’\n]{2,100})[”\"“'’]|(?P<code>[A-Z0-9][\w./-]{0,24}\d[\w./-]{0,12}))", re.I)  # fmt: skip
_ASKS = re.compile(
    r"\b(?:includ\w+|submit|send|consist\w* of|contain\w*|should (?:also )?(?:provide|enclose|attach|upload)|following|attach\w*|enclos\w*|together with|upload|provide|with (?:a |your |an )?(?:cv|curriculum|cover|motivation)|documents|materials)\b",
    re.I,
)
_MATERIALS = (
    ("CV", r"\bCVs?\b|\bcurriculum vitae\b|\bresum[eé]\b|\blebenslauf\b"),
    ("cover letter", r"\bcover(?:ing)? letter\b|\bletter of (?:application|motivation|interest)\b|\bmotivation(?:al)? (?:letter|statement)\b|\bmotivationsschreiben\b|\banschreiben\b"),
    ("research statement", r"\bresearch (?:statement|plan|proposal)\b|\bstatements? of (?:research|interests?|purpose)\b"),
    ("list of publications", r"\blist of (?:\w+ )?publications\b|\bpublications? list\b"),
    ("links to publications", r"\b(?:links? to|copies of|reprints of)\s(?:\S+\s){0,4}publications\b"),
    ("transcripts", r"\btranscripts?\b|\b(?:degree )?certificates\b|\bzeugnisse\b|\bdiplomas?\b"),
    ("names of referees", r"\b(?:names?|contact\w*|list|e-?mails?|details)\b.{0,60}\b(?:references|referees|recommend\w*)\b|\breferees\b|\breferences that\b|\b(?:two|three|2|3)\b.{0,20}\breferences\b"),
    ("writing sample", r"\bwriting samples?\b|\bwork samples?\b"),
)  # fmt: skip
_LETTERS = re.compile(
    r"\b(?P<count>one|two|three|four|1|2|3|4)(?:\s(?:or more|to three|-\s?3))?\s(?:\w+\s){0,2}(?:letters? of (?:recommendation|reference)|recommendation letters?|reference letters?|letters of support)",
    re.I,
)


def fill_application(draft: Draft, passage: Passage) -> None:
    """Note where to apply, with the reference and the documents that are asked for; also these alone."""
    url, url_from, url_stated = _find_url(passage)
    email, email_from, email_stated = _find_email(passage)
    reference, reference_from = _find_reference(passage)
    if "apply" in draft.findings:
        return
    materials, letters, asked_from = _find_materials(passage)
    parts: dict[str, Any] = {
        "url": url,
        "email": email,
        "reference": reference,
        "materials": materials,
        "letters": letters,
    }
    given = {key: value for key, value in parts.items() if value}
    value: Any = given
    if len(given) == 1 and (url or email):
        value = url or f"mailto:{email}"
    evidence = " … ".join(dict.fromkeys(filter(None, (url_from, email_from, reference_from, asked_from))))
    is_stated = (url_stated or not url) and (email_stated or not email) and not materials
    (draft.find if is_stated else draft.infer)("apply", value, evidence)


def _find_url(passage: Passage) -> tuple[str | None, str, bool]:
    for stated in passage.stated("apply"):
        if links := [link for link in find_links(stated.value) if not _NO_APPLICATION.search(link)]:
            return links[0], stated.line, True
    ranked: list[tuple[int, str, str]] = []
    for sentence in passage.sentences:
        if "http" not in sentence and "www." not in sentence:
            continue
        for link in find_links(sentence):
            if not _NO_APPLICATION.search(link):
                score = (
                    4 * bool(_ABOUT_APPLYING.search(sentence))
                    + 3 * bool(_JOB_HOST.search(link))
                    + bool(_ABOUT_DETAILS.search(sentence))
                )
                ranked.append((score, link, sentence))
    best = max(ranked, key=lambda entry: entry[0], default=None)
    if best and (best[0] >= 4 or (best[0] >= 1 and len(ranked) == 1)):
        return best[1], best[2], False
    return None, "", False


def _find_email(passage: Passage) -> tuple[str | None, str, bool]:
    for stated in passage.stated("email", "apply", "contact"):
        if emails := [email for email in find_emails(stated.value) if not _NO_ONE.match(email)]:
            return emails[0], stated.line, True
    others: dict[str, str] = {}
    for sentence in passage.sentences:
        for email in find_emails(sentence):
            if not _NO_ONE.match(email):
                if _SEND.search(sentence):
                    return email, sentence, False
                others.setdefault(email, sentence)
    return (*next(iter(others.items())), False) if len(others) == 1 else (None, "", False)


def _find_reference(passage: Passage) -> tuple[str | None, str]:
    for stated in passage.stated("reference"):
        if re.search(r"\d", stated.value) and len(stated.value) <= 60:
            return stated.value.strip(" .*"), stated.line
    for sentence in passage.sentences:
        if match := _SUBJECT.search(sentence):
            return (match["quoted"] or match["code"]).strip(" .,"), sentence
    return None, ""


def _find_materials(passage: Passage) -> tuple[list[str], str | None, str]:
    """What is asked for, from the sentences that ask and the list below each."""
    asked: dict[str, str] = {}
    letters, open_for = None, 0
    for sentence in passage.sentences:
        is_asking = bool(
            _ASKS.search(sentence)
            and re.search(r"\b(?:appl\w+|submit|send|candidates?|documents|bewerb\w*|include:?$)", sentence, re.I)
        )
        open_for = 12 if is_asking else open_for - 1
        if open_for <= 0:
            continue
        for name, pattern in _MATERIALS:
            if re.search(pattern, sentence, re.IGNORECASE):
                asked.setdefault(name, sentence)
        if match := _LETTERS.search(sentence):
            letters = match["count"].lower()
    return list(asked), letters, " … ".join(dict.fromkeys(asked.values()))
