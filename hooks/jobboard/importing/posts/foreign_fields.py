"""The fields of other sites' front matter: which of this board's each means, and whether its value fits."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from jobboard.fields.links import web_address_fault
from jobboard.fields.table import FIELDS_BY_NAME, FOREIGN_NAMES
from jobboard.importing.draft import Draft, Origin
from jobboard.importing.texts.days import find_days
from jobboard.importing.texts.deadlines import read_deadline, read_start
from jobboard.importing.texts.employers import split_organization
from jobboard.importing.texts.links import clean_link, find_emails
from jobboard.importing.texts.money import country_of, read_salary
from jobboard.importing.texts.places import read_place, read_work_mode
from jobboard.importing.texts.terms import read_contract, read_employment
from jobboard.importing.texts.titles import POSITION_WORD, is_employer, note_title

_ALSO = {
    "subtitle": "organization", "hiring_organization": "organization", "application_deadline": "deadline", "apply_by": "deadline",
    "end_date": "deadline", "expire": "deadline", "expired_at": "deadline", "expiration": "deadline", "expiration_date": "deadline",
    "closing_at": "deadline", "closedate": "deadline", "close_date": "deadline", "applylink": "apply", "apply_link": "apply",
    "website": "apply", "job_url": "apply", "href": "apply", "application_url": "apply", "tag": "tags", "job_location": "location",
    "region": "location", "job_posted": "date", "last_modified_at": "updated", "title_en": "title", "salary_range": "salary",
    "position_type": "position", "contract_type": "contract", "correspondence_email": "apply", "apply_email": "apply",
}  # fmt: skip
"""More names than a wrong field in a posting of this board is likely to have."""
_WEAK = ("type", "kind", "role", "level", "name", "description", "abstract", "excerpt", "summary", "subtitle")
"""Fields that mean what they say only where their value fits."""
_NO_AUTHORS = ("admin", "site", "webmaster", "default", "editor", "editors", "webteam")


def field_of(written: str) -> str:
    """The field of the field table that another site calls *written*; empty for none."""
    folded = re.sub(r"[\s-]+", "_", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", written)).casefold()
    for name in (folded, folded.replace("_", "")):
        if found := name if name in FIELDS_BY_NAME else FOREIGN_NAMES.get(name) or _ALSO.get(name):
            return found
    return ""


def take_field(draft: Draft, field: str, written: str, value: Any) -> bool:
    """Whether *value* was understood as *field*; if not, it stays what the source called it."""
    if not field:
        return False
    if isinstance(value, list) and len(value) == 1 and field not in ("tags", "author"):
        value = value[0]
    read = _READERS.get(field, _take_as_it_is)
    return read(draft, written, value)


def _take_title(draft: Draft, written: str, value: Any) -> bool:
    if not isinstance(value, str) or (written.casefold() == "name" and not POSITION_WORD.search(value)):
        return False
    note_title(draft, value, value)
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
    if written.casefold() in _WEAK and not is_employer(value):
        is_name = (
            re.fullmatch(r"[A-ZÀ-Þ][^.!?:]{1,80}", value)
            and not POSITION_WORD.search(value)
            and len(value.split()) <= 8
        )
        draft.infer("organization", value if is_name else None, f"{written}: {value}")
        return bool(is_name)
    *before, last = value.split(", ")
    place = read_place(value) if before and not is_employer(last) else None
    if place:
        draft.find("location", place, value)
        value = ", ".join(part for part in before if part not in place) or value
    if "organization" in draft.findings and draft.findings["organization"].origin is Origin.INFERRED:
        del draft.findings["organization"]
    draft.find("organization", split_organization(value), value)
    return True


def _take_place(draft: Draft, written: str, value: Any) -> bool:
    if isinstance(value, dict):
        parts = [str(value[key]) for key in ("name", "city", "region", "country") if value.get(key)]
        value = ", ".join(parts)
    if isinstance(value, list):
        places = [read_place(str(item)) for item in value]
        draft.find("location", places if all(places) else None, ", ".join(map(str, value)))
        return all(places)
    if (mode := read_work_mode(value, is_about_it=True)) and mode != "on-site":
        draft.find("work_mode", mode, value)
        if re.fullmatch(r"\W*(?:fully )?remote\W*", value, re.IGNORECASE):
            return True
    if written.casefold() in ("city", "country", "region"):
        known = draft.findings.pop("location", None)
        parts = [str(known.value), value] if known else [value]
        if written.casefold() != "country":
            parts.reverse()
        whole = ", ".join(parts)
        draft.find("location", read_place(whole) or whole, f"{known.evidence}, {value}" if known else value)
        return True
    employer = value.split(", ")[0]
    if is_employer(employer) and "," in value:
        draft.infer("organization", employer, f"{written}: {value}")
    draft.find("location", read_place(value) or value, value)
    return True


def _take_work_mode(draft: Draft, written: str, value: Any) -> bool:
    if not isinstance(value, str):
        return False
    mode = "remote" if value.casefold() in ("true", "yes") else read_work_mode(value, is_about_it=True)
    if value.casefold() in ("false", "no") or mode is None:
        return False
    draft.find("work_mode", mode, f"{written}: {value}")
    return True


def _take_deadline(draft: Draft, written: str, value: Any) -> bool:
    if not isinstance(value, str):
        return False
    day, problem = read_deadline(value)
    draft.find("deadline", day, f"{written}: {value}")
    if problem and "deadline" not in draft.findings:
        draft.problems.append(problem)
    return day is not None


def _take_day(field: str) -> Callable[[Draft, str, Any], bool]:
    def take(draft: Draft, written: str, value: Any) -> bool:
        if not isinstance(value, str):
            return False
        if written.casefold() == "published" and value.casefold() in ("true", "false"):
            draft.find("draft", value.casefold() == "false" or None, f"published: {value}")
            return value.casefold() == "false"
        days = find_days(re.sub(r"(?<=\d)[T ]\d{1,2}:.*", "", value))
        if days and len(days[0].days) == 1:
            draft.find(field, days[0].days[0].isoformat(), f"{written}: {value}")
            return True
        draft.problems.append(f"the date `{value[:60]}` of `{written}` is not one day")
        return False

    return take


def _take_application(draft: Draft, written: str, value: Any) -> bool:
    known = draft.findings.get("apply")
    if not isinstance(value, str):
        return False
    url, emails = clean_link(value), find_emails(value)
    url = f"https://{url}" if re.match(r"www\.[\w-]+\.", url) else url
    if web_address_fault(url) is None:
        given = {"url": url}
    elif emails:
        given = {"email": emails[0]}
    else:
        return False
    if known and isinstance(known.value, dict) and not set(given) & set(known.value):
        given = {**known.value, **given}
        draft.findings.pop("apply")
    elif known:
        return False
    draft.find("apply", given, f"{known.evidence} … {written}: {value}" if known else f"{written}: {value}")
    return True


def _take_tags(draft: Draft, written: str, value: Any) -> bool:
    tags = value if isinstance(value, list) else re.split(r"[,;]", str(value))
    known = draft.findings.pop("tags", None)
    tags = [tag.strip().lstrip("#") for tag in tags if isinstance(tag, str) and tag.strip()]
    draft.find("tags", [*dict.fromkeys([*(known.value if known else []), *tags])], f"{written}: {', '.join(tags)}")
    return True


def _take_position(draft: Draft, written: str, value: Any) -> bool:
    if not isinstance(value, str) or not POSITION_WORD.search(value):
        return bool(isinstance(value, str) and read_employment(value) and _take_employment(draft, written, value))
    draft.find("position", value)
    return True


def _take_employment(draft: Draft, written: str, value: Any) -> bool:
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    draft.find("employment", read_employment(text), f"{written}: {text}")
    return bool(read_employment(text))


def _take_contract(draft: Draft, written: str, value: Any) -> bool:
    found = value if isinstance(value, dict) else read_contract(str(value))
    draft.find("contract", found, f"{written}: {value}")
    return bool(found)


def _take_salary(draft: Draft, written: str, value: Any) -> bool:
    draft.find(
        "salary",
        value if isinstance(value, dict) else read_salary(str(value), country_of(draft)),
        f"{written}: {value}",
    )
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
        draft.find("start", read_start(str(value)), str(value))
        return True
    if field != written.casefold() and field not in ("funding", "eligibility", "via"):
        return False
    draft.find(field, value)
    return True


_READERS: dict[str, Callable[[Draft, str, Any], bool]] = {
    "title": _take_title, "author": _take_author, "organization": _take_organization, "location": _take_place,
    "work_mode": _take_work_mode, "deadline": _take_deadline, "date": _take_day("date"), "updated": _take_day("updated"),
    "apply": _take_application, "tags": _take_tags, "position": _take_position, "employment": _take_employment,
    "contract": _take_contract, "salary": _take_salary, "draft": _take_draft, "language": _take_language,
}  # fmt: skip
