"""schema.org's JobPosting, however it was marked up, to the fields of a posting."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from jobboard.fields.links import email_fault
from jobboard.importing.draft import Draft
from jobboard.importing.pages.html_text import complete_link, decode_entities, to_markdown
from jobboard.importing.pages.html_tree import plain_text
from jobboard.importing.pages.job_places import place_stated, read_country
from jobboard.importing.pages.job_terms import as_list, employment_stated, pay_stated, read_day, text_in
from jobboard.vocabulary import fold

_SECTIONS = {
    "responsibilities": "Responsibilities", "qualifications": "Qualifications", "skills": "Skills",
    "educationRequirements": "Education", "experienceRequirements": "Experience", "jobBenefits": "Benefits",
    "benefits": "Benefits", "incentives": "Benefits", "incentiveCompensation": "Incentives",
    "employerOverview": "About the employer",
}  # fmt: skip
"""Texts beside the description, and what their headings are called."""
_OTHERS = (
    "industry",
    "skills",
    "occupationalCategory",
    "keywords",
    "workHours",
    "totalJobOpenings",
    "relevantOccupation",
)
_SOCIAL = re.compile(
    r"://(?:[\w-]+\.)*(?:linkedin|facebook|twitter|x|instagram|youtube|xing|glassdoor|wikipedia)\.", re.IGNORECASE
)
_REMOTE = re.compile(r"(?:fully |100 ?% )?remote\b", re.IGNORECASE)
_FAR_AHEAD = re.compile(r"(?:209|2[1-9]\d|[3-9]\d\d)\d-")
_UNNAMED = re.compile(r"confidential|anonymous|undisclosed|n/?a|null|undefined|-+", re.IGNORECASE)
_REFERENCE = re.compile(r"(?=[^\d]*\d)[A-Za-z0-9][\w ./#:-]{1,38}", re.ASCII)
_NO_REFERENCE = re.compile(
    r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}|[0-9a-f]{20,}|[a-z]+(?:-[a-z0-9]+){2,}|\w+://.*",
    re.IGNORECASE,
)
"""Keys of databases and parts of addresses, which nobody quotes."""


def fill_from_job_posting(draft: Draft, job: dict[str, Any], url: str | None) -> None:
    """Fill *draft* with what *job* states; its own address is left to the caller, who knows the page's."""
    title = plain_text(text_in(job.get("title")) or text_in(job.get("name")))
    draft.find("title", title, f"title: {title}")
    _note_employer(draft, job, url)
    _note_days(draft, job)
    _note_places(draft, job)
    _note_employment(draft, job)
    pay, words = pay_stated(job.get("baseSalary"), job.get("salaryCurrency"))
    draft.find("salary", pay, f"baseSalary: {words}")
    if words and pay is None:
        draft.unknown["baseSalary"] = words
    language = text_in(job.get("inLanguage"))
    if re.fullmatch(r"[a-z]{2}(?:[-_][A-Za-z]{2})?", language):
        draft.find("language", language[:2], f"inLanguage: {language}")
    for name in _OTHERS:
        texts = [plain_text(text_in(value)) for value in as_list(job.get(name))]
        if texts := [text for text in texts if text]:
            draft.unknown.setdefault(name, texts[0] if len(texts) == 1 else texts)
    draft.body = _write_body(job, url)


def reference_of(job: dict[str, Any]) -> str:
    """What applicants may quote, if the posting's identifier looks like it; else empty."""
    for identifier in as_list(job.get("identifier")):
        value = identifier.get("value") if isinstance(identifier, dict) else identifier
        text = plain_text(text_in(value))
        if _REFERENCE.fullmatch(text) and not _NO_REFERENCE.fullmatch(text) and " " not in text.strip("# "):
            return text
    return ""


def contact_of(job: dict[str, Any]) -> tuple[dict[str, str], str]:
    """The address for applications that the posting itself names, and the words of the source."""
    contacts = [contact for contact in as_list(job.get("applicationContact")) if isinstance(contact, dict)]
    for contact in contacts:
        email = text_in(contact.get("email")).removeprefix("mailto:")
        if email and email_fault(email) is None:
            return {"email": email}, f"applicationContact: {email}"
        if link := complete_link(text_in(contact.get("url")), None):
            return {"url": link}, f"applicationContact: {link}"
    return {}, ""


def _note_employer(draft: Draft, job: dict[str, Any], url: str | None) -> None:
    stated = next(iter(as_list(job.get("hiringOrganization"))), None)
    name = plain_text(text_in(stated))
    if not name or _UNNAMED.fullmatch(name):
        return
    unit = plain_text(text_in(job.get("employmentUnit")))
    home = None
    if isinstance(stated, dict):
        unit = plain_text(text_in(stated.get("department"))) or unit
        parent = plain_text(text_in(stated.get("parentOrganization")))
        if parent and fold(parent) != fold(name):
            name, unit = parent, name if not unit else f"{name}, {unit}"
        addresses = [text_in(value) for key in ("sameAs", "url") for value in as_list(stated.get(key))]
        complete = (complete_link(address, url) for address in addresses if "://" in address)
        home = next(
            (link for link in complete if link and link.startswith("https://") and not _SOCIAL.search(link)), None
        )
    group = {"name": name, "unit": unit, "url": home}
    value = {key: part for key, part in group.items() if part}
    draft.find("organization", value if len(value) > 1 else name, f"hiringOrganization: {name}")


def _note_days(draft: Draft, job: dict[str, Any]) -> None:
    for field, name in (("date", "datePosted"), ("deadline", "validThrough"), ("start", "jobStartDate")):
        written = text_in(job.get(name))
        if not written:
            continue
        day, time, zone = read_day(written)
        evidence = f"{name}: {written}"
        posted = draft.findings.get("date")
        if field == "deadline" and (
            _FAR_AHEAD.match(written) or (day and posted and day.year > int(posted.value[:4]) + 4)
        ):
            draft.problems.append(f"`{name}` lies so far ahead that it is no deadline: `{written[:60]}`")
            continue
        if day is None:
            draft.problems.append(f"`{name}` is not one certain day: `{written[:60]}`")
            draft.unknown[name] = written
            continue
        if field == "deadline":
            if time == "00:00":
                evidence += " (the moment at which that day begins)"
            elif time:
                draft.find(field, _instant(day, time, zone), evidence)
                continue
        draft.find(field, day.isoformat(), evidence)
    if job.get("jobImmediateStart") in (True, "true", "True"):
        draft.find("start", "as soon as possible", "jobImmediateStart: true")


def _instant(day: dt.date, time: str, zone: str) -> str:
    """A deadline's day and hour as a posting has them."""
    offset = {"": "", "Z": " +00:00", "UTC": " +00:00", "GMT": " +00:00"}.get(zone, f" {zone}")
    if re.fullmatch(r" [+-]\d{4}", offset):
        offset = f"{offset[:4]}:{offset[4:]}"
    return f"{day.isoformat()} {time}{offset}"


def _note_places(draft: Draft, job: dict[str, Any]) -> None:
    places: list[Any] = []
    words: list[str] = []
    for stated in as_list(job.get("jobLocation")):
        for address in (as_list(stated.get("address")) or [text_in(stated)]) if isinstance(stated, dict) else [stated]:
            place, evidence = place_stated({**stated, "address": address} if isinstance(stated, dict) else address)
            words += [evidence] if evidence else []
            if place and place not in places:
                places.append(place)
            elif evidence and not place and not _REMOTE.match(evidence):
                draft.problems.append(f"the place `{evidence[:80]}` names no country")
                draft.unknown.setdefault("jobLocation", []).append(evidence)
    specific = [
        p for p in places if not isinstance(p, str) or not any(q != p and str(q).endswith(f", {p}") for q in places)
    ]
    draft.find("location", specific[0] if len(specific) == 1 else specific, f"jobLocation: {'; '.join(words)}")
    kinds = [fold(text_in(kind)) for kind in as_list(job.get("jobLocationType"))]
    if any(kind in ("telecommute", "remote", "fully remote") for kind in kinds):
        draft.find("work_mode", "remote", f"jobLocationType: {text_in(job.get('jobLocationType'))}")
        _note_countries(draft, job)
    elif "hybrid" in kinds:
        draft.find("work_mode", "hybrid", "jobLocationType: hybrid")
    elif any(_REMOTE.match(word) for word in words):
        draft.infer("work_mode", "remote", f"jobLocation: {'; '.join(words)}")


def _note_countries(draft: Draft, job: dict[str, Any]) -> None:
    countries: list[str] = []
    for stated in as_list(job.get("applicantLocationRequirements")):
        name = plain_text(text_in(stated)) or plain_text(
            text_in(stated.get("address")) if isinstance(stated, dict) else ""
        )
        if country := read_country(name):
            countries += [country] if country not in countries else []
        elif name:
            draft.unknown.setdefault("applicantLocationRequirements", []).append(name)
    draft.find("remote_from", countries, f"applicantLocationRequirements: {', '.join(countries)}")


def _note_employment(draft: Draft, job: dict[str, Any]) -> None:
    stated = job.get("employmentType")
    words, contract, others = employment_stated(stated)
    evidence = f"employmentType: {', '.join(filter(None, map(text_in, as_list(stated))))}"
    draft.find("employment", words, evidence)
    if contract:
        draft.find("contract", {"type": contract}, evidence)
    if others:
        draft.unknown["employmentType"] = others[0] if len(others) == 1 else others


def _write_body(job: dict[str, Any], url: str | None) -> str:
    parts = [to_markdown("\n".join(filter(None, map(text_in, as_list(job.get("description"))))), url)]
    said = letters_of(parts[0])
    for name, heading in _SECTIONS.items():
        text = _write_section(name, job.get(name), url)
        beginning = letters_of(text)[:80]
        if beginning and beginning not in said:
            own = text if text.startswith("## ") else f"## {heading}\n\n{text}"
            said += letters_of(text)
            parts.append(own)
    return "\n\n".join(part for part in parts if part)


def _write_section(name: str, stated: Any, url: str | None) -> str:
    texts: list[str] = []
    for value in as_list(stated):
        if isinstance(value, dict) and (months := text_in(value.get("monthsOfExperience"))):
            texts.append(f"{months} months of experience" if months.isdigit() and months != "0" else "")
        elif isinstance(value, dict) and value.get("credentialCategory"):
            texts.append(text_in(value["credentialCategory"]))
        else:
            texts.append(text_in(value))
    texts = [text for text in texts if text and fold(text) not in ("no requirements", "none", "n/a")]
    if len(texts) == 1 and name == "skills" and "<" not in decode_entities(texts[0])[3:-4] and texts[0].count(",") > 1:
        texts = [text.strip() for text in texts[0].split(",")]
    if len(texts) > 1:
        return "\n".join(f"- {' '.join(to_markdown(text, url).split())}" for text in texts if text)
    return to_markdown(texts[0], url) if texts else ""


def letters_of(text: str) -> str:
    """*text* reduced to what tells texts apart: letters and digits in lower case."""
    return re.sub(r"[\W_]+", "", text).casefold()
