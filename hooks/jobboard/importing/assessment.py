"""What of a draft the board would accept, field by field, and what its curator has to supply."""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml

from jobboard.fields.reading import PostingReading
from jobboard.fields.table import FIELDS, FIELDS_BY_NAME
from jobboard.importing.candidates import Candidate
from jobboard.importing.draft import Certainty, Draft, is_address
from jobboard.importing.tag_rules import NO_RULES, TagRules
from jobboard.importing.vocabularies import apply_vocabularies
from jobboard.policy import Policy
from jobboard.source.source_text import SourceText
from jobboard.source.yaml_reader import read_mapping
from jobboard.standards.dates import parse_date

_DAY_OR_INSTANT = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d(?: [+-]\d\d:\d\d)?)?")
"""What needs no quotes, because this board reads it as it is."""
DAY_OF_IMPORT = "the day of the import"
"""The evidence of a date that the source does not state."""
MAIN_FACTS = (
    "deadline", "location", "work_mode", "employment", "contract", "career_stage", "start", "salary", "eligibility", "funding", "apply",
    "summary",
)  # fmt: skip
"""What a curator is asked for although a posting is valid without most of it."""
EXPECTED = tuple(field.name for field in FIELDS if field.is_required or field.name in MAIN_FACTS)


class How(enum.StrEnum):
    """Where the value of a field came from."""

    FOUND = "found"
    INFERRED = "inferred"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """One field of the posting to be written."""

    name: str
    how: How
    value: Any = None
    """As front matter has it; None when missing."""
    evidence: str = ""
    refused: str = ""
    """What the source says and the board would not accept."""
    doubts: tuple[Candidate, ...] = ()
    """What the source may mean, where it does not say which."""


class Wishes(NamedTuple):
    """What whoever imports says about all sources at once."""

    author: str = ""
    """Who posts, where a source does not say it."""
    defaults: Mapping[str, Any] = MappingProxyType({})
    """Values of fields that a source does not state."""
    tag_rules: TagRules = NO_RULES


NO_WISHES = Wishes()


def assess(draft: Draft, policy: Policy, now: dt.datetime, wishes: Wishes = NO_WISHES) -> list[Assessed]:
    """The fields of *draft* in the field table's order: valid ones, and those that were expected or refused."""
    apply_vocabularies(draft, policy, wishes.tag_rules)
    _take_source(draft, now)
    if wishes.author:
        draft.find("author", wishes.author, f"--author {wishes.author}")
    for name, value in wishes.defaults.items():
        draft.infer(name, value, f"--default {name}")
    findings = {name: finding for name, finding in draft.findings.items() if name != "summary"}
    if "summary" in draft.findings:
        draft.unknown.setdefault("summary", draft.findings["summary"].value)
    assessed: dict[str, Assessed] = {}
    for field in FIELDS:
        finding = findings.get(field.name)
        if finding is None:
            continue
        value = _simplify(field.name, _without_line_breaks(finding.value))
        if is_accepted(field.name, value, policy):
            how = How.FOUND if finding.certainty is Certainty.FOUND else How.INFERRED
            assessed[field.name] = Assessed(name=field.name, how=how, value=value, evidence=finding.evidence)
        else:
            assessed[field.name] = _refuse(field.name, value)
    _settle_title(assessed)
    _settle_days(assessed, draft, now)
    _settle_place(assessed)
    for name in EXPECTED:
        assessed.setdefault(name, Assessed(name=name, how=How.MISSING))
    for name, doubts in draft.doubts.items():
        missing = assessed.get(name)
        if missing and missing.how is How.MISSING and not missing.refused:
            assessed[name] = replace(missing, doubts=tuple(doubts))
    return [assessed[field.name] for field in FIELDS if field.name in assessed]


def yaml_line(name: str, value: Any) -> str:
    """*value* as YAML behind its field's name, quoted where YAML needs it; may take several lines."""
    if isinstance(value, str) and _DAY_OR_INSTANT.fullmatch(value):
        return f"{name}: {value}"
    style = None if isinstance(value, dict | list) else False  # None writes `[a, b]`, and groups of these line by line
    written = {name: _bare_days(value)}
    return yaml.dump(
        written, Dumper=yaml.CSafeDumper, default_flow_style=style, width=10**6, allow_unicode=True, sort_keys=False
    ).rstrip("\n")


def _bare_days(value: Any) -> Any:
    """*value* with days as YAML's own, so that they need no quotes."""
    if isinstance(value, dict):
        return {key: parse_date(inner) or inner if isinstance(inner, str) else inner for key, inner in value.items()}
    return value


def _simplify(name: str, value: Any) -> Any:
    """An application's address alone, where nothing else is known of it."""
    if name == "apply" and isinstance(value, dict) and len(value) == 1:
        return value.get("url") or (f"mailto:{value['email']}" if "email" in value else value)
    return value


def _take_source(draft: Draft, now: dt.datetime) -> None:
    if is_address(draft.source):
        draft.find("source", {"url": draft.source, "retrieved": now.date().isoformat()})


def is_accepted(name: str, value: Any, policy: Policy) -> bool:
    """Whether the board's own reader takes *value* without an error."""
    text = yaml_line(name, value)
    reading = PostingReading(SourceText("", text), policy)
    entries = read_mapping(reading.source, text, 1, reading.diagnostics)
    if not entries or name not in entries:
        return False
    read = FIELDS_BY_NAME[name].value_of(entries[name].value, reading)
    return read not in (None, (), "") and not any(diagnostic.is_error for diagnostic in reading.diagnostics)


def _settle_title(assessed: dict[str, Assessed]) -> None:
    """Take employer and city, which have fields of their own, from the title's end."""
    title, employer, place = (assessed.get(name) for name in ("title", "organization", "location"))
    if title is None or title.value is None:
        return
    name = employer.value.get("name") if employer and isinstance(employer.value, dict) else employer and employer.value
    city = str(place.value).split(", ")[0] if place and isinstance(place.value, str) and ", " in place.value else None
    shown = str(title.value)
    for part in filter(None, (city, name, city)):
        shown = re.sub(
            rf"[\s,@–—|-]{{1,4}}(?:(?:at|in) (?:the )?|\()?{re.escape(str(part))}\)?$", "", shown, flags=re.IGNORECASE
        )
    if shown != title.value and len(shown) > 5:
        evidence = title.evidence or str(title.value)
        assessed["title"] = replace(title, value=shown, evidence=evidence)


def _settle_days(assessed: dict[str, Assessed], draft: Draft, now: dt.datetime) -> None:
    """Let `date` be now's day where the source has none, unless the deadline was before; refuse what contradicts it."""
    deadline = _day(assessed.get("deadline"))
    if "date" not in assessed:
        today = now.date()
        if deadline and deadline < today:
            assessed["date"] = Assessed(name="date", how=How.MISSING)
        else:
            assessed["date"] = Assessed(name="date", how=How.INFERRED, value=today.isoformat(), evidence=DAY_OF_IMPORT)
    date = _day(assessed["date"])
    if date and deadline and deadline < date:
        draft.problems.append(f"the deadline {deadline} lies before the date {date}")
        assessed["deadline"] = _refuse("deadline", deadline)
    updated = _day(assessed.get("updated"))
    if updated and (date is None or updated < date):
        draft.unknown.setdefault("updated", updated.isoformat())
        del assessed["updated"]


def _settle_place(assessed: dict[str, Assessed]) -> None:
    """Ask from where one may work remotely; refuse a place that contradicts `work_mode`."""
    mode = assessed["work_mode"].value if "work_mode" in assessed else None
    place = assessed.get("location")
    is_nowhere = place is None or (
        isinstance(place.value, str) and re.match(r"(?:fully |100 ?% )?remote\b", place.value, re.IGNORECASE)
    )
    if place and place.value and is_nowhere and mode not in (None, "remote"):
        assessed["location"] = _refuse("location", place.value)
    if (
        is_nowhere
        and (mode == "remote" or (place and place.value and mode is None))
        and "remote_from" not in assessed
        and not (place and "(" in str(place.value))
    ):
        assessed["remote_from"] = Assessed(name="remote_from", how=How.MISSING)
        if place is None:
            assessed["location"] = Assessed(name="location", how=How.MISSING)


def _refuse(name: str, value: Any) -> Assessed:
    raw = value
    if not isinstance(value, str):
        raw = yaml.dump(
            value, Dumper=yaml.CSafeDumper, default_flow_style=True, width=10**6, allow_unicode=True, sort_keys=False
        )
    return Assessed(name=name, how=How.MISSING, refused=" ".join(raw.removesuffix("...\n").split())[:160])


def _day(field: Assessed | None) -> dt.date | None:
    return parse_date(str(field.value)[:10]) if field and field.value else None


def _without_line_breaks(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [_without_line_breaks(item) for item in value]
    return {key: _without_line_breaks(inner) for key, inner in value.items()} if isinstance(value, dict) else value
