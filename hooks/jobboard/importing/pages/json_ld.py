"""JSON-LD in saved pages, also where it is not quite JSON."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup

from jobboard.importing.pages.html_tree import attribute

_WRAPPING = re.compile(
    r"^\s*(?:<!--|(?://\s*|/\*\s*)?<!\[CDATA\[(?:\s*\*/)?)|(?:(?://\s*)?-->|(?://\s*|/\*\s*)?\]\]>(?:\s*\*/)?)\s*$"
)
_STRING_ENDS = re.compile(r"\s*(?:[:}\]]|$|,\s*(?:[\"{\[}\]]|-?\d|true\b|false\b|null\b))")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_ESCAPE = re.compile(r'\\(u[0-9a-fA-F]{4}|.)|"', re.DOTALL)
_MAX_DEPTH = 30


def read_json_ld(soup: BeautifulSoup) -> tuple[list[Any], list[str]]:
    """The values of a page's JSON-LD scripts, and a sentence for each that is not JSON, as far as it was read."""
    values: list[Any] = []
    remarks: list[str] = []
    for script in soup.find_all("script"):
        if not attribute(script, "type").casefold().startswith("application/ld+json"):
            continue
        found, remark = read_json(script.get_text())
        values += found
        if remark and remark not in remarks and "JobPosting" in script.get_text():
            remarks.append(remark)
    return values, remarks


def read_json(text: str) -> tuple[list[Any], str]:
    """The JSON values in *text*, one or several; and what had to be read past, empty for good JSON."""
    text = text.strip().lstrip("\ufeff")
    while (bare := _WRAPPING.sub("", text).strip()) != text:
        text = bare
    text = text.removesuffix(";").strip()
    if re.match(r"[\[{]\s*&(?:quot|#34);", text):
        text = entities.unescape(text)
    if not text:
        return [], ""
    for repair in (str, _repair):
        try:
            return list(
                _decode(repair(text))
            ), "" if repair is str else "the page's JSON-LD is damaged; it was repaired"
        except (ValueError, RecursionError):
            continue
    return [], "the page's JSON-LD is too damaged to be read"


def find_typed(value: Any, kind: str, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects of type *kind* in *value*, in lists, `@graph` or any other place."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, dict):
        if kind in types_of(value):
            yield value
        else:
            for part in value.values():
                yield from find_typed(part, kind, depth + 1)
    elif isinstance(value, list):
        for part in value:
            yield from find_typed(part, kind, depth + 1)


def types_of(value: dict[str, Any]) -> set[str]:
    """The types of an object, without prefix or address."""
    stated = value.get("@type") or value.get("type") or []
    return {
        re.split(r"[/#:]", kind)[-1]
        for kind in (stated if isinstance(stated, list) else [stated])
        if isinstance(kind, str)
    }


def index_values(values: Any) -> dict[str, dict[str, Any]]:
    """The fullest object of each identity in *values*."""
    known: dict[str, dict[str, Any]] = {}
    _index(values, known)
    return known


def resolve(value: Any, known: dict[str, dict[str, Any]]) -> Any:
    """*value* with what is *known* about objects that it only refers to, and without JSON-LD's wrappers."""
    return _resolve(value, known, 0)


def _decode(text: str) -> Iterator[Any]:
    decoder = json.JSONDecoder(strict=False)  # raw line breaks in strings
    at = 0
    while at < len(text):
        value, at = decoder.raw_decode(text, at)
        yield value
        at = re.compile(r"[\s,;]*").match(text, at).end()  # type: ignore[union-attr]  # it matches nothing, too


def _repair(text: str) -> str:
    """*text* with its strings' quotes and backslashes escaped, and without commas before a closing bracket."""
    parts: list[str] = []
    at = 0
    while (start := text.find('"', at)) >= 0:
        end = text.find('"', start + 1)
        while end >= 0 and not _ends_string(text, end):
            end = text.find('"', end + 1)
        if end < 0:
            break
        parts.append(_TRAILING_COMMA.sub("", text[at:start]))
        parts.append(f'"{_ESCAPE.sub(_mend_escape, text[start + 1 : end])}"')
        at = end + 1
    return "".join(parts) + _TRAILING_COMMA.sub("", text[at:])


def _ends_string(text: str, at: int) -> bool:
    before = at
    while text[before - 1] == "\\":
        before -= 1
    return (at - before) % 2 == 0 and _STRING_ENDS.match(text, at + 1) is not None


def _mend_escape(match: re.Match[str]) -> str:
    if match[0] == '"':
        return r"\""
    if match[1] == "'":  # as PHP's addslashes leaves it
        return "'"
    return match[0] if match[1][0] in '"\\/bfnrt' or len(match[1]) == 5 else "\\" + match[0]


def _index(value: Any, known: dict[str, dict[str, Any]], depth: int = 0) -> None:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, dict):
        identity = value.get("@id")
        if isinstance(identity, str) and len(value) > len(known.get(identity, ())):
            known[identity] = value
        for part in value.values():
            _index(part, known, depth + 1)
    elif isinstance(value, list):
        for part in value:
            _index(part, known, depth + 1)


def _resolve(value: Any, known: dict[str, dict[str, Any]], depth: int) -> Any:
    if depth > _MAX_DEPTH // 3:
        return None
    if isinstance(value, list):
        return [_resolve(part, known, depth + 1) for part in value]
    if not isinstance(value, dict):
        return value
    if "@value" in value:
        return value["@value"]
    if set(value) <= {"@id", "@type"} and value.get("@id") in known:
        value = known[value["@id"]]
    return {
        name.rsplit(":", 1)[-1].rsplit("/", 1)[-1]: _resolve(part, known, depth + 1) for name, part in value.items()
    }
