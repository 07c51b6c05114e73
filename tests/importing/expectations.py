"""What a source is expected to become: fields of the posting compared with labels, the same for cases and for measuring."""

from __future__ import annotations

import re
from typing import Any

import yaml

from drafts import draft_document, write_draft
from jobboard.clock import parse_instant
from jobboard.policy import Policy

NOW = parse_instant("2026-11-20T12:00:00Z")


def import_text(source: str | bytes, name: str, policy: Policy) -> str:
    """The posting that *source*, a file called *name*, becomes."""
    data = source.encode() if isinstance(source, str) else source
    return write_draft(draft_document(data, name, name), policy, NOW)[1]


def header_of(posting: str) -> dict[str, Any]:
    """The fields of a posting, texts and numbers as YAML has them, days as texts."""
    lines = [re.sub(r"  # from: .*$", "", line) for line in posting.split("\n---\n", 1)[0].split("\n")[1:]]
    loaded: Any = yaml.load("\n".join(lines), Loader=yaml.BaseLoader)
    return loaded or {}


def body_of(posting: str) -> str:
    """The text of a posting, without the note of the importer."""
    return re.sub(r"^<!-- not curated.*\n", "", posting.split("\n---\n", 1)[1], flags=re.MULTILINE).strip()


def is_as_expected(found: Any, expected: Any, *, is_place: bool = False) -> bool:
    """Whether a value fits its label: `~x` is a regular expression, a list means any of these, None means absent.

    Of a place, a list means all of these. Of a group, only the labelled parts count.
    """
    if expected is None:
        return found in (None, "", [], {})
    if isinstance(expected, dict):
        if not isinstance(found, dict):
            found = _group_of(found, expected)
        return all(is_as_expected(found.get(key) if found else None, part) for key, part in expected.items())
    if found in (None, "", [], {}):
        return False
    if isinstance(expected, list):
        if is_place:
            places = found if isinstance(found, list) else [found]
            return len(places) == len(expected) and all(
                any(is_as_expected(p, part) for p in places) for part in expected
            )
        return any(is_as_expected(found, part) for part in expected)
    texts = [str(item) for item in found] if isinstance(found, list) else [_text_of(found)]
    return any(_fits(text, str(expected)) for text in texts)


def _group_of(found: Any, expected: dict[str, Any]) -> dict[str, Any] | None:
    """A bare value as the group that the label speaks of."""
    if found in (None, ""):
        return None
    text = str(found)
    if "url" in expected or "email" in expected:
        return {"email": text.removeprefix("mailto:")} if "@" in text else {"url": text}
    return {next(iter(expected)): text}


def _text_of(found: Any) -> str:
    if isinstance(found, dict):
        return str(found["name"]) if "name" in found else ", ".join(map(str, found.values()))
    return str(found)


def _fits(text: str, expected: str) -> bool:
    if expected.startswith("~"):
        return re.search(expected[1:], text, re.IGNORECASE) is not None
    return " ".join(text.split()).casefold().rstrip(".") == expected.casefold().rstrip(".")
