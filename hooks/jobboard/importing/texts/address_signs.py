"""What the words around an address say of it: whether one applies there, or asks."""

from __future__ import annotations

import re

from jobboard.importing.texts.links import Address
from jobboard.importing.texts.passages import Passage, Sentence
from jobboard.postings.deadline_texts import DayKind, judge_days

NO_ONE = re.compile(
    r"^(?:no-?reply|donotreply|webmaster|privacy|data-?protection|datenschutz|dpo|accessib\w*|accommodat\w*|disab\w*|press|presse|media|unsubscribe|owner-|abuse|eeo|equal\w*|titleix|alumni|newsletter|helpdesk|support|it-?support|schwerbehind\w*|gleichstell\w*|.{0,60}-(?:request|owner|bounces))",
    re.I,
)
_SOMETHING_ELSE = re.compile(
    r"(?:facebook|twitter|instagram|linkedin|youtube|wikipedia|doi|t|x|bsky|vimeo|flickr|researchgate|mastodon|threads|tiktok|glassdoor|zoom|github|gitlab|orcid|goo|google|openstreetmap)\.(?:com|org|me|app|social|us|net|gl)(?:/|$)|\.(?:png|jpe?g|gif|svg|webp|mp4|zip)$|//(?:dx\.)?doi\.org|arxiv\.org|scholar\.google|/maps?[/?]|sciencedirect|nature\.com/articles|pubmed|ncbi\.nlm|hal\.science|biorxiv|privacy|cookie|datenschutz|equal-?opportunit|impressum|accessibility|eeo|youtu\.be|tripadvisor|gov/(?:crt|eeo)",
    re.I,
)
_VACANCY = re.compile(
    r"//[^/]*(?:jobs?\b|career|karriere|recruit|apply|vacanc|\bhr[.-]|stellen|workday|greenhouse|lever\.co|jobbnorge|varbi|interfolio|smartrecruiters|academicpositions|academicjobsonline|mathjobs|euraxess|taleo|icims|peopleadmin|emploi|empleo|lavor|werken|reachmee|mercor|successfactors|personio|softgarden|concursolutions|hrmos|oraclecloud|pageup|jobvite|usajobs|pica\.cineca|bewerb|ashbyhq|umantis|refline|ofertas|jobportal|ats\.|e-recruiting|erecruit|workable|teamtailor|bamboohr|adp\.com|dualoo|myworkdayjobs|selezioni|vacature|candidat)"
    r"|/[^?]*(?:jobs?\b|/job|career|karriere|vacanc|posting|positions?\b|recruit|stellen|opening|opportunit|apply|bewerb|emploi|empleo|bando|concors|vacature|jobb|requisition|candidat|ausschreib|advert|offre|oferta|convocatoria|edital|lediga|tjanst|jpf\d)", re.I)  # fmt: skip
_OTHER_FILE = re.compile(
    r"//(?!.*(?:job|position|postdoc|vacan|call|advert|stellen|ausschreib|offre|opening|phd|bando))[^?]*\.(?:pdf|docx?|pptx?)$",
    re.I,
)
"""A document whose name says nothing of a position."""
_HOME = re.compile(
    r"https?://(?:(?:www|lab|labs|group|groups)\.)?[^/]+/?(?:~\w+/?|index\.\w+|home/?|people/[\w.-]+/?|lab/?|group/?|research/?)?$",
    re.I,
)
_LAB = re.compile(
    r"(?:\blab(?:orator\w+)?|\bgroup|\bteam|\binstitute?|\bcent(?:er|re)|\bdepartment|\buniversit\w+|\bproject|\bschool|\bprogram\w*|\bwebsite of|\bhome ?page|\bpage of|\bfaculty|\bpublications?|\bpapers?|\bresearch|\bcity|\bregion|\bfoundation)\W{0,6}$",
    re.I,
)
_INFORMS = re.compile(
    r"info|detail|learn more|find out|know more|found|link|for more|further|mehr|weiteres|en savoir|más|maggiori|ulterior|mais|meer|läs|mer |veta|clarif|saber mais|weten|advice"
)
"""Of the words of asking those that tell of a page about the position; a page for questions is none."""
_ELSE_ASKED = re.compile(
    r"accommodation|accessib|disabilit|privacy|data protection|datenschutz|complaint|press\b|newsletter|equal opportunit|schwerbehind|gleichstell|technical|helpdesk|support|union|facklig|handicap|protection des données|protección de datos|visa\b"
)
_SEND_TO = re.compile(
    r"(?:\b(?:to|at|via|by e-?mail|by email|per e-?mail|via e-?mail|an|à|a|al|alla|all['’]|ao|para|naar|till|per mail|unter|under|through|with|address|adresse|dirección|indirizzo|endereço|adres|adress|e-?mail(?: address)?|to the|to:|go to|correo|courriel|posta|mejl)\s?(?:the\s)?(?:address\s)?[:<(\[]{0,2}\s?)$"
    r"|\b(?:to|an|à|a|al|aan|naar|till|para|alla|ao)\s(?:the\s)?[^.;:!?@]{2,70}$"
)
_SEND = re.compile(
    r"\b(?:send|submit|forward|e-?mail|mail|senden|schicken|richten|übersenden|envoyer|envoyez|adresser|enviar|envíe|remitir|inviare|inviate|trasmettere|envie|stuur|sturen|bezorg|skicka|sänd)\b[^.;!?]{1,140}\b(?:to|an|à|a|para|aan|naar|till|al|alla|ao)\b[^.;!?]{0,70}$"
)
_VERB = re.compile(
    r"\b(?:send|sent|submit\w*|e-?mail(?:ed|ing)?|forward\w*|apply|address(?:ed)?|mail(?:ed)?|directed|returned|applications?|senden|schicken|richten|einreichen|bewerb\w*|envoy\w*|adress\w*|transmettre|enviar\w*|envíe\w*|remitir\w*|invia\w*|inviat\w*|trasmet\w*|envie\w*|stuur\w*|sturen|mail\w*|skicka\w*|sänd\w*|candidatur\w*|solicitud\w*|sollicit\w*|ansök\w*|cv\b|curriculum|write|contact|reach)\b"
)
_OF_REFEREES = re.compile(
    r"\b(?:contact (?:information|details|data|addresses)|names? and (?:e-?mail|contact)\w*|information)(?: (?:and|of|for|about|from))*(?: \S+){0,3} (?:referees?|references?|recommend\w*|supervisors?)"
)
"""Whom applicants name, and not whom they ask."""


_CLAUSE = re.compile(r";\s|@[\w.-]+[)\s,;]")


def signs_of_email(
    address: Address, sentence: Sentence, before: Sentence | None, field: str, passage: Passage
) -> tuple[list[str], bool]:
    """What the words around an e-mail address say of it, and whether it is one for questions."""
    low = _OF_REFEREES.sub(lambda match: " " * len(match[0]), sentence.low)
    lead, behind = low[max(0, address.start - 260) : address.start], low[address.end : address.end + 90]
    clause = _CLAUSE.split(lead)[-1]
    if passage.cue("apply").search(clause) or passage.cue("ask").search(clause):
        lead = clause  # "questions to a@b.example; applications to …"
    apply_at, ask_at = _last(passage.cue("apply"), lead), _last(passage.cue("ask"), lead)
    is_else = NO_ONE.match(address.value) or _ELSE_ASKED.search(lead[-140:])
    if passage.cue("not apply").search(low) and not re.search(r"\bonly\b", low):
        return ["not for applications", *(["label of contact"] if field == "contact" else [])], True
    if is_else:
        return ["of something else"], not _ELSE_ASKED.search(lead[-140:]) and field == "contact"
    if field in ("apply", "apply by"):
        asks = ask_at >= 0 and ask_at > apply_at
        return (["about questions"], True) if asks else (["label"], False)
    if field == "contact":
        return (
            (["label of contact", "to send to"], False)
            if apply_at >= 0 and _VERB.search(lead) and apply_at > ask_at and ask_at < 0
            else (["label of contact"], True)
        )
    signs: list[str] = []
    behind_asks = passage.cue("ask").search(behind)
    behind_applies = passage.cue("apply").search(behind)
    asks = ask_at >= 0 or (bool(behind_asks) and apply_at < 0)
    if (
        apply_at >= 0
        and _VERB.search(lead)
        and (
            ask_at < 0
            or (
                apply_at > ask_at
                and not re.search(
                    r"\b(?:questions?|enquir\w*|inquir\w*|fragen|rückfragen|renseignements|dudas|consultas|vragen|frågor|dúvidas)\b",
                    lead[ask_at:],
                )
            )
        )
    ):
        signs.append(
            "to send to"
            if _SEND_TO.search(lead) or sentence.text[address.start - 1 : address.start] in ("<", "(", "[")
            else "about applying"
        )
        asks = False
    elif asks:
        if (
            behind_applies
            and not re.search(r"[.;]", behind[: behind_applies.start()])
            and behind_asks is None
            and ask_at < 0
        ):
            signs.append("about applying")
            asks = False
        else:
            signs.append("about questions")
    elif _SEND.search(lead):
        signs.append("to send to")
    elif behind_applies:
        signs.append("about applying")
    elif field == "email":
        signs.append("label of an address")
    elif _names_last_day(sentence, passage):
        signs.append("about applying")  # "Write to a@b.example before 1 May 2027"
    elif before is not None and sentence.place - before.place <= 3:
        if passage.cue("ask").search(before.low) and len(low) < 130 and not passage.cue("apply").search(before.low):
            signs.append("about questions")
            asks = True
        elif passage.cue("apply").search(before.low) and _VERB.search(before.low) and len(low) < 110:
            signs.append("about applying")
    if sentence.section == "ask" and "to send to" not in signs:
        signs, asks = ["about questions"], True
    elif sentence.section == "apply" and "about questions" not in signs:
        signs.append("in the section on applying")
    return signs, asks


def _names_last_day(sentence: Sentence, passage: Passage) -> bool:
    judged = judge_days(sentence.text, passage.days(sentence.text), passage.codes)
    return any(day.kind is DayKind.LAST for day in judged)


def signs_of_link(
    address: Address, sentence: Sentence, before: Sentence | None, field: str, passage: Passage
) -> tuple[list[str], bool]:
    """As `signs_of_email`, of a web address."""
    low = sentence.low
    lead, behind = low[max(0, address.start - 170) : address.start], low[address.end : address.end + 60]
    if _SOMETHING_ELSE.search(address.value) or _ELSE_ASKED.search(lead[-90:]):
        return ["of something else"], False
    signs: list[str] = []
    apply_at, ask_at = _last(passage.cue("apply"), lead), _last_question(passage, lead)
    informs = any(_INFORMS.search(match[0]) for match in passage.cue("ask").finditer(lead)) or any(
        _INFORMS.search(match[0]) for match in passage.cue("ask").finditer(behind[:30])
    )
    asks = ask_at > apply_at
    if field in ("apply", "apply by"):
        signs.append("label")
    elif asks and field != "more":
        signs.append("about questions")
    elif apply_at >= 0 or passage.cue("apply").search(behind[:40]):
        signs.append("about applying")
    elif field == "more" or informs:
        signs.append("about the position")
    bare = len(low) - len(address.value) < 25
    if not signs and before is not None and (bare or before.text.endswith(":")) and sentence.place - before.place <= 3:
        if passage.cue("apply").search(before.low) and _last_question(passage, before.low) < 0:
            signs.append("sentence before is about applying")
        elif passage.cue("ask").search(before.low):
            signs.append("about the position" if _last_question(passage, before.low) < 0 else "about questions")
    if re.search(r"how-?to-?apply|application-(?:process|procedure)", address.value, re.I):
        signs.append("a home page")  # of all positions, not of this one
    elif _VACANCY.search(address.value) and not _OTHER_FILE.search(address.value):
        signs.append("address of a vacancy")
    elif (
        _HOME.match(address.value)
        and field not in ("apply", "apply by")
        and (_LAB.search(lead) or "about applying" not in signs)
    ) or (_LAB.search(lead) and "label" not in signs and apply_at < len(lead) - 40):
        signs.append("a home page")
    if sentence.section == "apply" and "about questions" not in signs:
        signs.append("in the section on applying")
    return signs, False


def _last(pattern: re.Pattern[str], text: str) -> int:
    at = -1
    for match in pattern.finditer(text):
        at = match.start()
    return at


def _last_question(passage: Passage, text: str) -> int:
    """Where the last word of asking stands that does not merely tell of more information."""
    at = -1
    for match in passage.cue("ask").finditer(text):
        if not _INFORMS.search(match[0]):
            at = match.start()
    return at
