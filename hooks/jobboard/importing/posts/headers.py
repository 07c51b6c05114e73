"""Front matter of other sites, in YAML or TOML, read even where it is broken; what cannot be read stays text."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, field
from typing import Any

from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.source.nodes import Mapping, Node, Scalar
from jobboard.source.source_text import SourceText
from jobboard.source.yaml_reader import read_mapping
from jobboard.standards.quotation import words_between_printed_quotes

MAX_HEADER_CHARACTERS = 64 * 1024

_OPENING = re.compile(r"\s*(?:<!--[^>]{0,200}-->\s*)?(?P<mark>-{3,}|\+{3})[ \t]*\n")
_INDENTED_FIELD = re.compile(r"[ \t]+(?P<key>[a-z_]{2,30}):[ \t]+(?P<value>.*)")
_FIELD_LINE = re.compile(r"(?P<key>[A-Za-z_][\w .-]{0,40}?)(?P<colon>\s{0,2}:)(?P<gap>[ \t\xa0]*)(?P<value>.*)")


@dataclass(slots=True, kw_only=True)
class Header:
    """What stood above a text."""

    fields: dict[str, Any] = field(default_factory=dict)
    """Texts, lists and mappings of these; numbers and dates as they are written."""
    body: str = ""
    repairs: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def begins_with_header(text: str) -> bool:
    """Whether *text* begins with front matter."""
    match = _OPENING.match(text.lstrip("\ufeff"))
    if match is None:
        return False
    following = text[match.end() : match.end() + 4000].split("\n")
    return any(re.match(r"\s*[\w\"-]{1,40}\s?[:=]", line) for line in following[:5])


def read_header(text: str) -> Header:
    """The fields above *text* and the text itself; no line of either is lost."""
    text = text.lstrip("\ufeff")
    opening = _OPENING.match(text)
    if opening is None or not begins_with_header(text):
        return Header(body=text)
    is_toml = opening["mark"][0] == "+"
    closing = re.compile(r"^\+{3}[ \t]*$" if is_toml else r"^(?:-{3,}|\.{3})[ \t]*$", re.MULTILINE).search(
        text, opening.end()
    )
    header = Header()
    if closing is None:
        written, header.body = _split_unclosed(text[opening.end() :])
        header.repairs.append("the front matter was never closed; it ends where its fields end")
    else:
        written, header.body = text[opening.end() : closing.start()], text[closing.end() :]
    if len(written) > MAX_HEADER_CHARACTERS:
        header.body = f"{written}\n\n{header.body}"
        header.problems.append("the front matter is too long to be one; it was kept as text")
    elif is_toml:
        _read_toml(written, header)
    else:
        _read_yaml(written, header)
    return header


def _split_unclosed(text: str) -> tuple[str, str]:
    lines = text.split("\n")
    end = 0
    while end < len(lines) and (re.match(r"[\w.-]{1,40}:(?:\s|$)|\s+\S|-\s|#", lines[end])):
        end += 1
    return "\n".join(lines[:end]), "\n".join(lines[end:])


def _read_toml(written: str, header: Header) -> None:
    try:
        header.fields = _plain(tomllib.loads(written))
    except (tomllib.TOMLDecodeError, RecursionError):
        header.problems.append("the TOML front matter is broken; its lines were read one by one")
        _read_lines(re.sub(r"^(\s{0,4}[\w-]{1,40})\s{0,3}=\s{0,3}", r"\1: ", written, flags=re.MULTILINE), header)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _read_yaml(written: str, header: Header) -> None:
    if (fields := _parse(written)) is None:
        mended, notes = _mend(written)
        fields = _parse(mended) if mended != written else None
        header.repairs += notes if fields is not None else []
    if fields is None:
        header.problems.append("the YAML front matter is broken; its lines were read one by one")
        _read_lines(written, header)
        return
    header.fields = {name: _straighten(value, name, header) for name, value in fields.items()}


def _parse(written: str) -> dict[str, Any] | None:
    """The fields of valid YAML, each value as written; of a field given twice the first stands."""
    problems: list[Diagnostic] = []
    entries = read_mapping(SourceText("", written), written, 1, problems)
    return None if entries is None else {name: _value_of(entry.value) for name, entry in entries.items()}


def _value_of(node: Node) -> Any:
    if isinstance(node, Scalar):
        return "" if node.is_empty else node.text
    if isinstance(node, Mapping):
        return {name: _value_of(entry.value) for name, entry in node.entries.items()}
    return [_value_of(item) for item in node.items]


def _straighten(value: Any, name: str, header: Header) -> Any:
    """A value without the typographic quotes that an editor made of straight ones."""
    words = words_between_printed_quotes(value) if isinstance(value, str) else None
    if words is None:
        return value
    header.repairs.append(f"the typographic quotes around `{name}` were removed")
    return words


def _mend(written: str) -> tuple[str, list[str]]:
    """YAML with what is certain repaired line by line, and what was repaired."""
    notes: list[str] = []
    lines = written.expandtabs(2).split("\n")
    if "\t" in written:
        notes.append("tabs in the front matter were replaced by spaces")
    mended = []
    for line in lines:
        match = _FIELD_LINE.fullmatch(line)
        if (
            match is None
            or match["value"][:1] in ("[", "{", "|", ">", "")
            or (_parse(line) is not None and match["gap"].strip("\xa0") == match["gap"])
        ):
            item = re.fullmatch(r"(\s*-\s+)(.*\S.*)", line)
            if item and _parse(f"x:\n  - {item[2]}") is None:
                mended.append(f"{item[1]}{_quote(item[2])}")
                notes.append(f"a list's item was put in quotes: {item[2][:60]}")
            else:
                mended.append(line)
            continue
        key, value = match["key"].strip(), match["value"].strip()
        notes.append(f"`{key}` {_fault_of(value, match['gap'])}; it was put in quotes")
        mended.append(f"{key}: {_quote(value)}")
    return "\n".join(mended), notes


def _fault_of(value: str, gap: str) -> str:
    if not gap or "\xa0" in gap:
        return "had no space behind its colon"
    if value[:1] in "\"'":
        return "had quotes inside its quotes"
    return "had an unquoted colon" if ": " in value or value.endswith(":") else "began with a sign that YAML reserves"


def _quote(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    elif value[:1] in "\"'" and value.count(value[0]) % 2:
        value = value[1:]
    return json.dumps(value.replace('\\"', '"').replace("\xa0", " "), ensure_ascii=False)


def _read_lines(written: str, header: Header) -> None:
    """Each `field: value` line for itself; a line that is none goes to the text."""
    current, rest = "", []
    for line in written.split("\n"):
        match = _FIELD_LINE.fullmatch(line)
        if match is None and header.fields.get(current):  # nothing can be nested below a value: indented by mistake
            match = _INDENTED_FIELD.fullmatch(line)
        item = re.fullmatch(r"\s*-\s+(.+)", line)
        if match:
            current = match["key"].strip()
            listed = re.fullmatch(r"\[(.*)\]", match["value"].strip())
            value: Any = (
                [part.strip(" \"'") for part in listed[1].split(",")]
                if listed
                else match["value"].strip().strip("\"'“”")
            )
            header.fields.setdefault(current, value)
        elif (
            item
            and current
            and header.fields[current]
            in ("", *([header.fields[current]] if isinstance(header.fields[current], list) else []))
        ):
            known = header.fields[current]
            header.fields[current] = [*(known if isinstance(known, list) else []), item[1].strip(" \"'")]
        elif line[:1] in (" ", "\t") and line.strip() and current and isinstance(header.fields[current], str):
            header.fields[current] = f"{header.fields[current]} {line.strip()}".strip()
        elif line.strip() and not line.lstrip().startswith("#"):
            rest.append(line)
    if rest:
        header.body = "\n".join(rest) + "\n\n" + header.body
        header.problems.append("lines of the front matter that are no fields were moved into the text")
