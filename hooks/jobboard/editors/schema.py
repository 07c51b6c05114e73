"""The JSON Schema of a posting's front matter, for editors and other programs; `jobboard check` knows more."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from jobboard.fields.conditions import CONTRACT_TYPES, VISA
from jobboard.fields.money import PERIODS
from jobboard.fields.reading import MAX_CHARACTERS, MAX_NAME_CHARACTERS
from jobboard.fields.table import FIELDS
from jobboard.fields.words import (
    EMPLOYMENT,
    MAX_SUMMARY_CHARACTERS,
    MAX_TAGS,
    MAX_TITLE_CHARACTERS,
    STAGES,
    STATUSES,
    WORK_MODES,
)
from jobboard.policy import Policy
from jobboard.postings.writer import example_of, needed_fields
from jobboard.vocabulary import Vocabulary

Shape = dict[str, Any]
"""A JSON Schema."""


def make_posting_schema(policy: Policy) -> str:
    """The JSON Schema (2020-12) of front matter on this board, as YAML 1.2 reads it."""
    properties = {}
    required = needed_fields(policy) - {"location"}
    for field in FIELDS:
        help = {"description": field.meaning, "examples": [f"{field.name}: {example_of(field, policy)}"]}
        properties[field.name] = {**help, **SHAPES[field.name](policy)}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Posting of {policy.title}",
        "description": (
            "The fields between the two `---` lines, in the board's own spelling. `jobboard check` decides: "
            "it also understands other spellings, and finds more. Made by `jobboard schema`."
        ),
        "type": "object",
        "properties": properties,
        "required": [field.name for field in FIELDS if field.name in required],
        "anyOf": [
            {"required": ["location"]},
            {"required": ["work_mode"], "properties": {"work_mode": {"const": "remote"}}},
        ],
        "additionalProperties": False,
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def choices_of(name: str, policy: Policy) -> list[str]:
    """The closed set of words a field takes, if it has one."""
    shape = SHAPES[name](policy)
    for candidate in (shape, *shape.get("anyOf", ())):
        if "enum" in candidate:
            return [choice if isinstance(choice, str) else json.dumps(choice) for choice in candidate["enum"]]
    return []


_TEXT: Shape = {"type": ["string", "number"], "pattern": r"\S", "maxLength": MAX_CHARACTERS}
_NAME: Shape = {**_TEXT, "maxLength": MAX_NAME_CHARACTERS}
_DAY: Shape = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_LINK: Shape = {"type": "string", "pattern": r"^https?://\S+$"}
_EMAIL: Shape = {"type": "string", "pattern": r"^(mailto:)?[^@\s]+@[^@\s]+\.[^@\s]+$"}
_AMOUNT: Shape = {"type": ["number", "string"], "exclusiveMinimum": 0, "pattern": r"^\d{1,9}(\.\d{1,3})?$"}


def _choice(*words: str) -> Shape:
    return {"enum": list(words)}


def _understood(vocabulary: Vocabulary) -> list[Shape]:
    """Names, which editors propose; then the labels and synonyms that are read, too."""
    others = {spelling for term in vocabulary.terms.values() for spelling in (term.label, *term.synonyms)}
    return [_choice(*vocabulary.terms), _choice(*sorted(others - set(vocabulary.terms)))]


def _group(required: tuple[str, ...] = (), **properties: Shape) -> Shape:
    needs = {"required": list(required)} if required else {}
    return {"type": "object", "properties": properties, **needs, "additionalProperties": False}


def _any_of(*shapes: Shape) -> Shape:
    return {"anyOf": list(shapes)}


def _one_or_several(*shapes: Shape) -> Shape:
    items = shapes[0] if len(shapes) == 1 else _any_of(*shapes)
    return _any_of(*shapes, {"type": "array", "items": items, "minItems": 1})


def _tags(policy: Policy) -> Shape:
    tag = _any_of(*_understood(policy.tags))
    several = {"type": "array", "items": tag, "minItems": 1, "maxItems": MAX_TAGS}
    return _any_of(several, *_understood(policy.tags), {"type": "string", "pattern": ","})


def _salary(_: Policy) -> Shape:
    group = _group(
        min=_AMOUNT,
        max=_AMOUNT,
        currency={"type": "string", "pattern": "^[A-Za-z]{3}$"},
        period=_choice(*PERIODS),
        scale=_TEXT,
        text=_TEXT,
    )
    needs = ["currency", "period"]
    return _any_of(
        {**group, "dependentRequired": {"min": needs, "max": needs}}, {"type": "string", "pattern": "[A-Za-z]"}
    )


def _always(shape: Shape) -> Callable[[Policy], Shape]:
    return lambda _: shape


_EMPLOYER = _any_of(_NAME, _group(("name",), name=_NAME, unit=_NAME, url=_LINK, ror=_LINK))

SHAPES: dict[str, Callable[[Policy], Shape]] = {
    "title": _always({**_TEXT, "maxLength": MAX_TITLE_CHARACTERS}),
    "author": _always(_NAME),
    "organization": _always(_EMPLOYER),
    "via": _always(_EMPLOYER),
    "position": lambda policy: _any_of(*_understood(policy.positions)),
    "date": _always(_DAY),
    "updated": _always(_DAY),
    "timezone": _always({"type": "string", "pattern": r"^[A-Za-z][\w+/:-]*$"}),
    "deadline": _always(_any_of(_choice("rolling"), {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}([T ].*)?$"})),
    "listed_until": _always(_DAY),
    "location": _always(
        _one_or_several(
            {"type": "string", "pattern": r"\S"}, _group(("country",), city=_NAME, region=_NAME, country=_NAME)
        )
    ),
    "work_mode": _always(_choice(*WORK_MODES)),
    "remote_from": _always(_one_or_several({"type": "string", "pattern": r"\S"})),
    "employment": _always(_one_or_several(_choice(*EMPLOYMENT))),
    "contract": _always(
        _any_of(
            _choice(*CONTRACT_TYPES),
            _group(
                type=_choice(*CONTRACT_TYPES),
                duration_months={"type": "integer", "minimum": 1, "maximum": 240},
                fte={"type": "number", "exclusiveMinimum": 0, "maximum": 1},
            ),
        )
    ),
    "career_stage": _always(_one_or_several(_choice(*STAGES))),
    "start": _always(_TEXT),
    "salary": _salary,
    "eligibility": _always(_any_of(_TEXT, _group(visa=_choice(*VISA), nationality=_TEXT, note=_TEXT))),
    "funding": _always(_any_of(_TEXT, _group(funder=_TEXT, programme=_TEXT, grant=_TEXT))),
    "tags": _tags,
    "apply": _always(
        _any_of(
            _LINK,
            _EMAIL,
            {
                **_group(url=_LINK, email=_EMAIL, reference=_TEXT, materials=_one_or_several(_TEXT), letters=_TEXT),
                "anyOf": [{"required": ["url"]}, {"required": ["email"]}],
            },
        )
    ),
    "contact": _always(_any_of(_TEXT, _group(name=_TEXT, email=_EMAIL, url=_LINK))),
    "source": _always(_any_of(_LINK, _group(("url",), url=_LINK, retrieved=_DAY, verified=_DAY))),
    "summary": _always({**_TEXT, "maxLength": MAX_SUMMARY_CHARACTERS}),
    "draft": _always({"enum": [True, False]}),
    "status": _always(_choice(*STATUSES)),
    "aliases": _always(_one_or_several({"type": "string", "pattern": r"^/?(jobs/)?[a-z0-9]+(-[a-z0-9]+)*/?$"})),
    "not_duplicate_of": _always(
        _one_or_several({"type": "string", "pattern": r"^/?(jobs/)?[a-z0-9]+(-[a-z0-9]+)*/?$"})
    ),
    "language": _always({"type": "string", "pattern": r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"}),
}
"""What each field holds, by the name it has in the field table."""
