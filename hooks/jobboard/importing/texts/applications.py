"""How to apply, and whom to ask: each address is weighed by what the words around it say."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from jobboard.importing.candidates import Candidate, cut_around, decide, is_labelled, weigh
from jobboard.importing.draft import Draft
from jobboard.importing.texts.address_signs import NO_ONE, signs_of_email, signs_of_link
from jobboard.importing.texts.contacts import name_before
from jobboard.importing.texts.links import Address, find_emails, locate_emails, locate_links
from jobboard.importing.texts.materials import find_materials
from jobboard.importing.texts.passages import Passage, Sentence
from jobboard.importing.texts.references import reference_in

_SPELLED_AT = re.compile(r"[\[({<]\s?at\s?[\])}>]|\sat\s[\w-]+(?:\.|\sdot\s)[a-z]")
_STRONG = 5
"""The weight with which an e-mail address is a way to apply beside a web address, or the other way round."""
_NO_EMAILS = re.compile(r"\b(?:by|via|per|through|par|por|tramite)\s(?:e-?mail|mail|correo|courriel|e-post)")
_THIS_ADDRESS = re.compile(
    r"\b(?:this|that|the above|diese|cette|esta|questa|este|dit|denna)\b.{0,20}\b(?:e-?mail|address|adress\w*|adresse|correo|indirizzo|mailadres)"
)


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
            signs, asks = signs_of_email(address, sentence, before, field, passage)
            found.append(_seen(address, sentence, signs, asks=asks, is_email=True))
        for address in locate_links(sentence.text):
            signs, asks = signs_of_link(address, sentence, before, field, passage)
            found.append(_seen(address, sentence, signs, asks=asks, is_email=False))
    return found


def _is_in_value(value: str, text: str) -> bool:
    return value[:40] in text or text[:40] in value


def _seen(address: Address, sentence: Sentence, signs: list[str], *, asks: bool, is_email: bool) -> _Seen:
    candidate = Candidate(
        address.value, tuple(signs), cut_around(sentence.text, address.start, address.end, 190), sentence.place
    )
    return _Seen(address, is_email, sentence, candidate, asks)


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
            or NO_ONE.match(each.address.value)
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
