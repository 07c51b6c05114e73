"""The kit of hostile values, put into every field and every text of postings."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jobboard.policy import Policy
from jobboard.posting import Posting
from jobboard.postings.reader import PostingFile, read_posting
from jobboard.source.addresses import slugify

TEXTS = (
    "title", "author", "organization.name", "organization.unit", "via.name", "location.city", "location.region", "start",
    "salary.scale", "salary.text", "eligibility.nationality", "eligibility.note", "funding.funder", "funding.programme",
    "funding.grant", "apply.reference", "apply.materials", "apply.letters", "summary",
)  # fmt: skip
"""Fields that take words, as the path of their keys."""
LINKS = ("organization.url", "organization.ror", "via.url", "apply.url", "apply.email", "source.url")
"""Fields that take an address."""
CLOSED = (
    "position", "date", "updated", "timezone", "deadline", "listed_until", "location.country", "work_mode", "remote_from",
    "employment", "contract.type", "contract.duration_months", "contract.fte", "career_stage", "salary.min", "salary.max",
    "salary.currency", "salary.period", "eligibility.visa", "tags", "source.retrieved", "draft", "status", "aliases",
    "language", "not_a_field",
)  # fmt: skip
"""Fields that take a word of a list, a date or a number; and one that does not exist."""

PLAIN: dict[str, Any] = {
    "title": "Postdoc in medical imaging",
    "author": "Ada Lovelace",
    "organization": {"name": "Northbridge University"},
    "position": "postdoc",
    "date": "2026-11-01",
    "deadline": "2026-12-31",
    "location": {"city": "Edinburgh", "country": "GB"},
    "tags": ["imaging"],
    "apply": {"url": "https://example.org/jobs/42"},
    "language": "en",
}
"""A posting without a fault."""
BODY = "Two years on models that read scans of the heart."


class Value(NamedTuple):
    """A hostile value."""

    kind: str
    """What it attacks."""
    text: str
    slug: str
    """Of the posting that carries it."""


@cache
def values(where: str) -> tuple[Value, ...]:
    """All values for *where*: `fields`, `hidden`, `links` or `bodies`."""
    kinds = tomllib.loads(Path(__file__).with_name("hostile.toml").read_text("utf-8"))[where]
    return tuple(
        Value(kind, text, f"{where}-{kind.replace('_', '-')}-{number}")
        for kind, texts in kinds.items()
        for number, text in enumerate(texts, 1)
    )


def write(changes: Mapping[str, object], body: str = BODY, *, as_escapes: bool = True) -> str:
    """A posting with *changes*, a value for each path; *as_escapes* writes what is not ASCII as YAML's escapes."""
    fields = json.loads(json.dumps(PLAIN))
    for path, value in changes.items():
        *above, last = path.split(".")
        group = fields
        for key in above:
            if not isinstance(group.get(key), dict):
                group[key] = {"source": {"url": "https://example.org/jobs/42"}, "via": {"name": "BioTalent"}}.get(
                    key, {}
                )
            group = group[key]
        group[last] = value
    lines = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items())
    if as_escapes:
        lines = "".join(sign if sign.isascii() else f"\\U{ord(sign):08x}" for sign in lines)
    return f"---\n{lines}---\n\n{body}\n"


def read(text: str, policy: Policy, slug: str = "a") -> tuple[Posting | None, list[Any]]:
    """What the board makes of a posting."""
    file = PostingFile(path=f"{slug}.md", shown=f"{slug}.md", data=text.encode("utf-8", "surrogatepass"))
    return read_posting(file, policy)


class Carrier(NamedTuple):
    """A posting that carries one hostile value in every field that takes it, or as its text."""

    value: Value
    places: tuple[str, ...]
    """The fields; none for a text."""

    @property
    def hostile(self) -> str:
        """The posting itself."""
        return write_together([self])

    @property
    def harmless(self) -> str:
        """The same posting with plain words where the value is; organizations that share an address still do."""
        if not self.places:
            return write({})
        words: dict[str, str] = dict.fromkeys(self.places, "Plain words")
        if "organization.name" in words:
            words["organization.name"] = f"Plain {slugify(self.value.text) or self.value.slug}"
        words |= {place: "https://example.org/" for place in self.places if place.endswith((".url", ".ror"))}
        words |= {place: "jane.doe@example.org" for place in self.places if place.endswith(".email")}
        return write(words)


def write_together(carriers: Collection[Carrier]) -> str:
    """One posting that carries the values of several, none of which stands where another does."""
    changes = {place: carrier.value.text for carrier in carriers for place in carrier.places}
    bodies = [carrier.value.text for carrier in carriers if not carrier.places]
    return write(changes, *bodies, as_escapes=False)


def find_carriers(policy: Policy) -> Iterator[Carrier]:
    """A carrier for each value that any field takes, and for each text that is taken."""
    for where, places in (("fields", TEXTS), ("links", LINKS)):
        for value in values(where):
            taking = tuple(place for place in places if read(write({place: value.text}), policy)[0] is not None)
            if taking:
                yield Carrier(value, taking)
    for value in values("bodies"):
        if read(write({}, value.text), policy)[0] is not None:
            yield Carrier(value, ())
