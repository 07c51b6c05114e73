"""The fields of other sites' front matter: which of this board's each means, and whether its value fits."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from jobboard.fields.links import web_address_fault
from jobboard.importing.candidates import Candidate
from jobboard.importing.draft import Draft
from jobboard.importing.posts.foreign_names import field_of
from jobboard.importing.texts.contracts import contract_in
from jobboard.importing.texts.deadlines import deadline_in, known_date
from jobboard.importing.texts.employer_names import organization_of, split_address
from jobboard.importing.texts.employment import employment_in
from jobboard.importing.texts.institutions import is_institution
from jobboard.importing.texts.links import clean_link, find_emails
from jobboard.importing.texts.pay import pay_in
from jobboard.importing.texts.places import place_in, places_in
from jobboard.importing.texts.starts import start_in
from jobboard.importing.texts.title_parts import is_name_only, names_position
from jobboard.importing.texts.titles import take_title
from jobboard.importing.texts.work_modes import work_mode_in
from jobboard.importing.texts.workplaces import country_hint, country_of
from jobboard.standards.days import find_days
from jobboard.standards.tables import find_country

_WEAK = ("type", "kind", "role", "level", "name", "description", "abstract", "excerpt", "summary", "subtitle")
"""Fields that mean what they say only where their value fits."""
_HAS_INSTITUTION = re.compile(
    r"\b(?:universit\w*|universität\w*|institut\w*|college|hochschule|hospital)\b", re.IGNORECASE
)
"""In whatever spelling: a weak field with one of these names an employer."""
_LINKS = ("link", "url", "href", "external_url", "externalurl")
"""Addresses of which a post does not say what for; one that is called after applying goes before them."""
_NO_AUTHORS = ("admin", "site", "webmaster", "default", "editor", "editors", "webteam")


def take_field(draft: Draft, field: str, written: str, value: Any) -> bool:
    """Whether *value* was understood as *field*; if not, it stays what the source called it."""
    if not field:
        return False
    if isinstance(value, list) and len(value) == 1 and field not in ("tags", "author"):
        value = value[0]
    if field == "apply" and "email" in written.casefold().replace("_", "").replace("-", ""):
        return _take_email(draft, written, value)
    read = _READERS.get(field, _take_as_it_is)
    return read(draft, written, value)


def note_tags(draft: Draft, fields: dict[str, Any]) -> None:
    """Keep the one country among a post's tags, which completes a city that stands without its country."""
    tags = [tag for written, value in fields.items() if field_of(written) == "tags" for tag in _parts_of(value)]
    countries = {country.name for tag in tags if len(tag) > 2 or tag in ("UK", "US") if (country := find_country(tag))}
    if len(countries) == 1:
        draft.hints["country"] = countries.pop()


def _parts_of(value: Any) -> list[str]:
    parts = value if isinstance(value, list) else re.split(r"[,;]", str(value))
    return [part.strip().lstrip("#") for part in parts if isinstance(part, str) and part.strip()]


def _take_title(draft: Draft, written: str, value: Any) -> bool:
    if not isinstance(value, str) or (written.casefold() == "name" and not names_position(value)):
        return False
    take_title(draft, value, value, country_hint(draft))
    return True


def _take_author(draft: Draft, _written: str, value: Any) -> bool:
    names = [str(name).strip() for name in (value if isinstance(value, list) else [value]) if isinstance(name, str)]
    names = [name for name in names if name.casefold() not in _NO_AUTHORS]
    draft.find("author", ", ".join(names))
    return bool(names)


def _take_organization(draft: Draft, written: str, value: Any) -> bool:
    if isinstance(value, dict) and isinstance(value.get("name"), str):
        draft.find(
            "organization",
            {key: value[key] for key in ("name", "unit", "url", "ror") if isinstance(value.get(key), str)},
        )
        return True
    if not isinstance(value, str):
        return False
    if written.casefold() in _WEAK and not (
        is_institution(value) or _HAS_INSTITUTION.search(value) or is_name_only(value)
    ):
        is_name = (
            re.fullmatch(r"[A-ZÀ-Þ][^.!?:]{1,80}", value) and not names_position(value) and len(value.split()) <= 8
        )
        if is_name:
            draft.propose(
                "organization", Candidate(organization_of(value), ("where one works",), f"{written}: {value}", -1)
            )
        return bool(is_name)
    name, place = split_address(value)
    if place:
        draft.propose("location", Candidate(place, ("behind the employer",), value, -1))
    draft.find("organization", organization_of(name), value)
    return True


def _take_place(draft: Draft, written: str, value: Any) -> bool:
    if isinstance(value, dict):
        parts = [str(value[key]) for key in ("name", "city", "region", "country") if value.get(key)]
        value = ", ".join(parts)
    if isinstance(value, list):
        each = [place_in(str(item), country_hint(draft)) for item in value]
        whole = ", ".join(map(str, value))
        place = each if all(each) else place_in(whole, country_hint(draft))  # several places, or the parts of one
        draft.find("location", place, whole)
        return bool(place)
    if (mode := work_mode_in(value, is_about_it=True)) and mode != "on-site":
        draft.propose(
            "work_mode", Candidate(mode, ("label",), f"{written}: {value}", -1)
        )  # a field of its own knows better
        if re.fullmatch(r"\W*(?:fully )?remote\W*", value, re.IGNORECASE):
            return True
    if written.casefold() in ("city", "country", "region"):
        known = draft.findings.pop("location", None)
        parts = [str(known.value), value] if known else [value]
        if written.casefold() != "country":
            parts.reverse()
        whole = ", ".join(parts)
        draft.find("location", place_in(whole) or whole, f"{known.evidence}, {value}" if known else value)
        return True
    employer = value.split(", ")[0]
    if is_institution(employer) and "," in value:
        draft.propose("organization", Candidate(organization_of(employer), ("label",), f"{written}: {value}", -1))
    found = places_in(value, country_hint(draft))
    draft.find("location", (found[0] if len(found) == 1 else found) or value, value)
    return True


def _take_work_mode(draft: Draft, written: str, value: Any) -> bool:
    if not isinstance(value, str):
        return False
    mode = "remote" if value.casefold() in ("true", "yes") else work_mode_in(value, is_about_it=True)
    if value.casefold() in ("false", "no") or mode is None:
        return False
    draft.find("work_mode", mode, f"{written}: {value}")
    return True


def _take_deadline(draft: Draft, written: str, value: Any) -> bool:
    if not isinstance(value, str):
        return False
    last, problem = deadline_in(value, known_date(draft))
    if last:
        draft.find("deadline", last.value, f"{written}: {value}")
        if last.zone and draft.value("deadline") == last.value:
            draft.hints["zone"] = last.zone
    if problem and "deadline" not in draft.findings:
        draft.problems.append(problem)
    return last is not None


def _take_day(field: str) -> Callable[[Draft, str, Any], bool]:
    def take(draft: Draft, written: str, value: Any) -> bool:
        if not isinstance(value, str):
            return False
        if written.casefold() == "published" and value.casefold() in ("true", "false"):
            draft.find("draft", value.casefold() == "false" or None, f"published: {value}")
            return value.casefold() == "false"
        days = find_days(re.sub(r"(?<=\d)[T ]\d{1,2}:.*", "", value))
        if days and (day := days[0].day):
            draft.find(field, day.isoformat(), f"{written}: {value}")
            return True
        draft.problems.append(f"the date `{value[:60]}` of `{written}` is not one day")
        return False

    return take


def _take_application(draft: Draft, written: str, value: Any) -> bool:
    if not isinstance(value, str):
        return False
    url, emails = clean_link(value), find_emails(value)
    url = f"https://{url}" if re.match(r"www\.[\w-]+\.", url) else url
    evidence = f"{written}: {value}"
    if web_address_fault(url) is None:
        signs = (
            ("about the position", "address of a vacancy")
            if written.casefold() in ("website", "homepage", "web")
            else ("label",)
            if written.casefold() in _LINKS
            else ("structure",)
        )
        draft.propose("apply url", Candidate(url, signs, evidence, -1))
    elif emails:
        draft.propose("apply email", Candidate(emails[0], ("structure",), evidence, -1))
    else:
        return False
    return True


def _take_email(draft: Draft, written: str, value: Any) -> bool:
    """An address of which the post does not say what for: to apply, unless there is a web address for that."""
    emails = find_emails(value) if isinstance(value, str) else []
    if emails:
        sign = "structure" if written.casefold().startswith("appl") else "label of an address"
        draft.propose("apply email", Candidate(emails[0], (sign,), f"{written}: {value}", -1))
    return bool(emails)


def _take_contact(draft: Draft, written: str, value: Any) -> bool:
    if isinstance(value, dict):
        group = {key: str(value[key]) for key in ("name", "email", "url") if value.get(key)}
    elif isinstance(value, str):
        emails = find_emails(value)
        name = (
            re.split(r"[,;(<]| and | und | et ", value)[0].strip() if not emails or "@" not in value.split()[0] else ""
        )
        is_name = bool(re.fullmatch(r"[^\d@:/]{4,60}", name)) and len(name.split()) > 1
        group = {**({"name": name} if is_name else {}), **({"email": emails[0]} if emails else {})}
    else:
        return False
    draft.find("contact", group, f"{written}: {value}")
    return bool(group)


def _take_tags(draft: Draft, written: str, value: Any) -> bool:
    tags = _parts_of(value)
    known = draft.findings.pop("tags", None)
    draft.find("tags", [*dict.fromkeys([*(known.value if known else []), *tags])], f"{written}: {', '.join(tags)}")
    return True


def _take_position(draft: Draft, written: str, value: Any) -> bool:
    if not isinstance(value, str) or not names_position(value):
        return bool(isinstance(value, str) and employment_in(value) and _take_employment(draft, written, value))
    draft.find("position", value)
    return True


def _take_employment(draft: Draft, written: str, value: Any) -> bool:
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    draft.find("employment", employment_in(text), f"{written}: {text}")
    return bool(employment_in(text))


def _take_contract(draft: Draft, written: str, value: Any) -> bool:
    found = value if isinstance(value, dict) else contract_in(str(value))
    draft.find("contract", found, f"{written}: {value}")
    return bool(found)


def _take_salary(draft: Draft, written: str, value: Any) -> bool:
    if isinstance(value, dict):
        draft.find("salary", value, f"{written}: {value}")
        return True
    hint = country_hint(draft)
    country = country_of(draft) or (hint.name if hint else "United States")
    draft.find("salary", pay_in(str(value), country), f"{written}: {value}")
    return True


def _take_draft(draft: Draft, _written: str, value: Any) -> bool:
    if str(value).casefold() in ("true", "false"):
        draft.find("draft", str(value).casefold() == "true" or None)
        return str(value).casefold() == "true"
    draft.problems.append(f"`draft: {value}` is neither true nor false: decide whether it is published")
    return False


def _take_language(draft: Draft, _written: str, value: Any) -> bool:
    is_code = isinstance(value, str) and bool(re.fullmatch(r"[A-Za-z]{2}(?:[-_][A-Za-z]{2})?", value))
    draft.find("language", str(value).replace("_", "-") if is_code else None)
    return is_code


def _take_as_it_is(draft: Draft, written: str, value: Any) -> bool:
    field = field_of(written)
    if field == "start":
        draft.find("start", start_in(str(value)), str(value))
        return True
    if field != written.casefold() and field not in ("funding", "eligibility", "via"):
        return False
    draft.find(field, value)
    return True


_READERS: dict[str, Callable[[Draft, str, Any], bool]] = {
    "title": _take_title, "author": _take_author, "organization": _take_organization, "location": _take_place,
    "work_mode": _take_work_mode, "deadline": _take_deadline, "date": _take_day("date"), "updated": _take_day("updated"),
    "apply": _take_application, "tags": _take_tags, "position": _take_position, "employment": _take_employment,
    "contact": _take_contact, "contract": _take_contract, "salary": _take_salary, "draft": _take_draft, "language": _take_language,
}  # fmt: skip
