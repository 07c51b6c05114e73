"""How to apply, and whom to ask: each address is weighed by what the words around it say."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from jobboard.importing.candidates import Candidate, cut_around, decide, is_labelled, weigh
from jobboard.importing.draft import Draft
from jobboard.importing.texts.contacts import name_before
from jobboard.importing.texts.links import Address, find_emails, locate_emails, locate_links
from jobboard.importing.texts.materials import find_materials
from jobboard.importing.texts.passages import Passage, Sentence

_SPELLED_AT = re.compile(r"[\[({<]\s?at\s?[\])}>]|\sat\s[\w-]+(?:\.|\sdot\s)[a-z]")
_STRONG = 5
"""The weight with which an e-mail address is a way to apply beside a web address, or the other way round."""
_NO_ONE = re.compile(
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
_NO_EMAILS = re.compile(r"\b(?:by|via|per|through|par|por|tramite)\s(?:e-?mail|mail|correo|courriel|e-post)")
_THIS_ADDRESS = re.compile(
    r"\b(?:this|that|the above|diese|cette|esta|questa|este|dit|denna)\b.{0,20}\b(?:e-?mail|address|adress\w*|adresse|correo|indirizzo|mailadres)"
)


_OF_REFEREES = re.compile(
    r"\b(?:contact (?:information|details|data|addresses)|names? and (?:e-?mail|contact)\w*|information)(?: (?:and|of|for|about|from))*(?: \S+){0,3} (?:referees?|references?|recommend\w*|supervisors?)"
)
"""Whom applicants name, and not whom they ask."""


class _Seen(NamedTuple):
    """An address with the words around it."""

    address: Address
    is_email: bool
    sentence: Sentence
    candidate: Candidate
    asks: bool
    """Whether it is the one for questions."""


def fill_application(draft: Draft, passage: Passage) -> None:
    """Note where to apply with what is asked for, and whom to ask; an address for questions is no way to apply."""
    seen = _find_addresses(passage)
    _drop_forbidden(seen, passage)
    urls = [*draft.proposals.get("apply url", ()), *(each.candidate for each in seen if not each.is_email)]
    emails = [*draft.proposals.get("apply email", ()), *(each.candidate for each in seen if each.is_email)]
    if "apply" not in draft.findings:
        _decide(draft, passage, _count_alone(urls), _count_alone(emails))
    if "contact" not in draft.findings:
        _fill_contact(draft, passage, seen)


def reference_in(passage: Passage) -> tuple[str | None, str]:
    """What applicants quote, and the words that say so."""
    for stated in passage.stated("reference"):
        value = stated.value.strip(" .*#")
        if (
            re.search(r"\d", value)
            and len(value) <= 60
            and "http" not in value
            and not re.fullmatch(r"\d{1,2}\W\d{1,2}\W\d{4}", value)
        ):
            return value, stated.line
    for sentence in passage.sentences:
        if match := _QUOTED.search(sentence.text) or _SUBJECT.search(sentence.text):
            return (match["quoted"] or match["code"]).strip(" .,"), cut_around(sentence.text, *match.span())
    return None, ""


_SUBJECT = re.compile(
    r"\b(?:subject(?: line)?|quot\w+(?: the)? (?:reference|ref\.?)(?: number| no\.?)?|reference(?: number| no\.?| code)?|ref\.? (?:no\.?|number)|kennziffer|betreff|référence|referencia|riferimento|referência|vacaturenummer|referensnummer|diarienummer|asunto|oggetto|assunto|objet|onderwerp)(?:\s(?:of|is|as|the|line|your|email|e-mail|del|du)){0,3}\s{0,2}[:#]?\s{0,2}"
    r"(?:[“\"„'‘«](?P<quoted>[^”\"“'’»\n]{2,100})[”\"“'’»]|(?P<code>(?:[A-Z][A-Z-]{1,9}\s)?[A-Z0-9][\w./-]{0,24}\d[\w./-]{0,12}))", re.I)  # fmt: skip
_QUOTED = re.compile(
    r"\b(?:with|quot\w+|put|includ\w+|mention\w*|stat\w+|using|indicat\w+)\s(?:the\s)?(?:reference\s|code\s)?(?:[“\"„'‘«](?P<quoted>[^”\"“'’»\n]{2,100})[”\"“'’»]|(?P<code>[A-Z0-9][\w./-]{2,30}))\sin (?:the|your) (?:e-?mail )?subject",
    re.I,
)


def _find_addresses(passage: Passage) -> list[_Seen]:
    found: list[_Seen] = []
    labels = {stated.place: stated for stated in passage.stated("apply", "apply by", "email", "contact", "more")}
    for number, sentence in enumerate(passage.sentences):
        if not (
            "@" in sentence.text
            or "http" in sentence.text
            or "www." in sentence.text
            or _SPELLED_AT.search(sentence.low)
        ):
            continue
        before = passage.sentences[number - 1] if number else None
        label = labels.get(sentence.place) or (
            labels.get(before.place) if before and before.text.endswith(":") else None
        )
        field = (
            label.field if label and (label.place != sentence.place or _is_in_value(label.value, sentence.text)) else ""
        )
        for address in locate_emails(sentence.text):
            signs, asks = _signs_of_email(address, sentence, before, field, passage)
            found.append(_seen(address, sentence, signs, asks=asks, is_email=True))
        for address in locate_links(sentence.text):
            signs, asks = _signs_of_link(address, sentence, before, field, passage)
            found.append(_seen(address, sentence, signs, asks=asks, is_email=False))
    return found


def _is_in_value(value: str, text: str) -> bool:
    return value[:40] in text or text[:40] in value


def _seen(address: Address, sentence: Sentence, signs: list[str], *, asks: bool, is_email: bool) -> _Seen:
    candidate = Candidate(
        address.value, tuple(signs), cut_around(sentence.text, address.start, address.end, 190), sentence.place
    )
    return _Seen(address, is_email, sentence, candidate, asks)


def _signs_of_email(
    address: Address, sentence: Sentence, before: Sentence | None, field: str, passage: Passage
) -> tuple[list[str], bool]:
    low = _OF_REFEREES.sub(lambda match: " " * len(match[0]), sentence.low)
    lead, behind = low[max(0, address.start - 260) : address.start], low[address.end : address.end + 90]
    apply_at, ask_at = _last(passage.cue("apply"), lead), _last(passage.cue("ask"), lead)
    is_else = _NO_ONE.match(address.value) or _ELSE_ASKED.search(lead[-140:])
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


def _signs_of_link(
    address: Address, sentence: Sentence, before: Sentence | None, field: str, passage: Passage
) -> tuple[list[str], bool]:
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


def _drop_forbidden(seen: list[_Seen], passage: Passage) -> None:
    """Mark the addresses that the next sentence says are not for applications."""
    places = {id(sentence): number for number, sentence in enumerate(passage.sentences)}
    is_refused = any(
        _NO_EMAILS.search(sentence.low) and passage.cue("not apply").search(sentence.low)
        for sentence in passage.sentences
    )
    for number, each in enumerate(seen):
        following = passage.sentences[places[id(each.sentence)] + 1 : places[id(each.sentence)] + 3]
        if (
            each.is_email
            and is_refused
            and not {"not for applications", "of something else"} & set(each.candidate.signs)
        ):
            seen[number] = each._replace(candidate=each.candidate._replace(signs=("about questions",)), asks=True)
        if each.is_email and any(
            passage.cue("not apply").search(after.low) and _THIS_ADDRESS.search(after.low) for after in following
        ):
            seen[number] = each._replace(candidate=each.candidate._replace(signs=("not for applications",)), asks=True)


def _count_alone(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates; one that has no rival says so, and a specific page goes before the portal that it belongs to."""
    field = "apply url" if any("://" in str(candidate.value) for candidate in candidates) else "apply email"
    usable = [candidate for candidate in candidates if weigh(field, candidate) >= 0]
    if len({candidate.value for candidate in usable}) == 1:
        return [c._replace(signs=(*c.signs, "alone")) if c in usable else c for c in candidates]
    if field == "apply url":
        roots = {c.value.split("/")[2]: c for c in usable if c.value.count("/") <= 3}
        deeper = {
            c.value.split("/")[2]: c.value
            for c in usable
            if c.value.count("/") > 3 and "address of a vacancy" in c.signs
        }
        return [
            c._replace(value=deeper[host])
            if (host := c.value.split("/")[2]) in roots and c is roots[host] and host in deeper
            else c
            for c in candidates
        ]
    return candidates


def _decide(draft: Draft, passage: Passage, urls: list[Candidate], emails: list[Candidate]) -> None:
    url, url_doubts = decide("apply url", urls)
    email, email_doubts = decide("apply email", emails)
    if url and email:
        url_weight, email_weight = weigh("apply url", url), weigh("apply email", email)
        is_own = "the page itself" in url.signs
        if email_weight >= _STRONG and (url_weight < _STRONG or is_own):
            url = None
        elif email_weight < _STRONG and url_weight >= email_weight:
            email = None
        elif url_weight < _STRONG:
            url = None
    reference, reference_from = reference_in(passage)
    materials, letters, asked_from = find_materials(passage)
    parts: dict[str, Any] = {
        "url": url and url.value, "email": email and email.value, "reference": reference, "materials": materials, "letters": letters,
    }  # fmt: skip
    value = {key: part for key, part in parts.items() if part}
    if not url and not email:
        if url_doubts or email_doubts:
            draft.doubts["apply"] = [*url_doubts, *email_doubts]
        if not (materials or letters or reference):
            return
    ways = [way for way in (url, email) if way]
    evidence = " … ".join(dict.fromkeys(filter(None, (*(way.evidence for way in ways), reference_from, asked_from))))
    is_stated = (
        bool(ways) and all(is_labelled(way) or "button" in way.signs for way in ways) and not materials and not letters
    )
    (draft.find if is_stated else draft.infer)("apply", value, evidence)


def _fill_contact(draft: Draft, passage: Passage, seen: list[_Seen]) -> None:
    """Note whom to ask: the first address for questions, with the name before it."""
    apply = draft.value("apply")
    ways = (
        set(apply.values() if isinstance(apply, dict) and not isinstance(apply.get("materials"), str) else ())
        if isinstance(apply, dict) and not any(isinstance(v, list) for v in apply.values())
        else {apply.get("email"), apply.get("url")}
        if isinstance(apply, dict)
        else set()
    )
    for each in seen:
        if (
            not (each.is_email and each.asks)
            or "of something else" in each.candidate.signs
            or each.candidate.signs == ("not for applications",)
            or _NO_ONE.match(each.address.value)
        ):
            continue
        if each.address.value in ways:
            continue
        name = name_before(each.sentence.text, each.address.start)
        value = {"name": name, "email": each.address.value} if name else {"email": each.address.value}
        note = draft.find if "label of contact" in each.candidate.signs else draft.infer
        note("contact", value, each.candidate.evidence)
        return
    for stated in passage.stated("contact"):
        if (
            not find_emails(stated.value)
            and (name := name_before(stated.value + " ", len(stated.value) + 1))
            and name == stated.value.strip(" .")
        ):
            draft.infer("contact", {"name": name}, stated.line)
            return
