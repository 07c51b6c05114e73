"""`board.yml` to a `Policy`, or diagnostics in the same form as for postings."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from jobboard.diagnostics.diagnostic import Diagnostic, has_errors
from jobboard.diagnostics.rules import INVALID_BOARD, MISSING_FIELD, UNKNOWN_FIELD
from jobboard.fields.links import read_web_address
from jobboard.fields.reading import Reading
from jobboard.fields.words import STAGES, read_language
from jobboard.fields.zones import read_zone
from jobboard.policy import (
    ALLOWED,
    FACET_KINDS,
    FORBIDDEN,
    OPTIONAL,
    QUARANTINE,
    RECOMMENDED,
    REQUIRED,
    STOP,
    Policy,
)
from jobboard.source.characters import decode_text, report_unreadable
from jobboard.source.nodes import Entry, Mapping, Node, Scalar, Sequence, name_of_kind
from jobboard.source.source_text import SourceText, show
from jobboard.source.yaml_reader import read_mapping
from jobboard.standards.tables import countries
from jobboard.vocabulary import Term, Vocabulary, fold, nearest

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


BOARD_FILE = "board.yml"


class _Setting(NamedTuple):
    read: Callable[[Node, str, Reading], Any]
    is_required: bool = False


def load_policy(path: Path) -> tuple[Policy | None, list[Diagnostic]]:
    """The policy in a `board.yml`."""
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):  # which might never end, or never begin
            raise OSError(errno.EINVAL, "it is a pipe or a device")
        data = path.read_bytes()
    except OSError as error:
        return None, [report_unreadable(show(path), error)]
    source, diagnostics = decode_text(show(path), data)
    if source is None:
        return None, diagnostics
    policy, problems = read_policy(source)
    return policy, diagnostics + problems


def read_policy(source: SourceText) -> tuple[Policy | None, list[Diagnostic]]:
    """The policy in *source*; None when it has errors, all of which are reported."""
    reading = Reading(source)
    entries = read_mapping(source, source.text, 1, reading.diagnostics)
    if entries is None:
        return None, reading.diagnostics
    _report_unknown(entries, reading)
    values: dict[str, Any] = {}
    for name, setting in _SETTINGS.items():
        entry = entries.get(name)
        if entry is None or (isinstance(entry.value, Scalar) and entry.value.is_empty):
            if setting.is_required:
                mark = source.mark_node(entry.key) if entry else source.mark(1, 1)
                reading.report(MISSING_FIELD, f"`{name}` is missing", mark, help=(f"add `{name}: …`",))
            continue
        value = setting.read(entry.value, name, reading)
        if value is not None:
            values[name] = value
    if has_errors(reading.diagnostics):
        return None, reading.diagnostics
    return Policy(source=source.text, **values), reading.diagnostics


def _report_unknown(entries: dict[str, Entry], reading: Reading) -> None:
    for name, entry in entries.items():
        if name not in _SETTINGS:
            close = nearest(name, _SETTINGS)
            help = ("settings are " + ", ".join(f"`{setting}`" for setting in _SETTINGS),)
            label = f"did you mean `{close}`?" if close else ""
            reading.report(UNKNOWN_FIELD, f"unknown setting `{name}`", entry.key, label, help)


def _read_text(node: Node, name: str, reading: Reading) -> str | None:
    return reading.text(node, name, INVALID_BOARD)


def _read_url(node: Node, name: str, reading: Reading) -> str | None:
    url = read_web_address(node, name, reading)
    return url and url.rstrip("/") + "/"


def _read_repository(node: Node, name: str, reading: Reading) -> str | None:
    url = read_web_address(node, name, reading)
    return url and url.rstrip("/")


def _read_number(node: Node, name: str, reading: Reading) -> int | None:
    written = reading.text(node, name, INVALID_BOARD)
    if written is None:
        return None
    if written.isascii() and written.isdigit() and 0 < int(written[:7]) <= 100_000:
        return int(written)
    message = f"`{name}` must be a whole number above 0, found `{written}`"
    reading.report(INVALID_BOARD, message, node, help=(f"write digits alone, such as `{name}: 50`",))
    return None


def _choice(*choices: str) -> Callable[[Node, str, Reading], str | None]:
    return lambda node, name, reading: reading.choice(node, name, choices)


def _read_languages(node: Node, name: str, reading: Reading) -> tuple[str, ...]:
    return reading.several(node, name, lambda n, f: read_language(n, f, reading))


def _read_group(node: Node, name: str, reading: Reading, example: str = "") -> Mapping | None:
    if isinstance(node, Mapping):
        return node
    found = name_of_kind(node)
    help = (f"write `{name}: {example}`",) if example else ()
    reading.report(INVALID_BOARD, f"`{name}` takes a group of fields, found {found}", node, f"found {found}", help)
    return None


def _read_pages(node: Node, name: str, reading: Reading) -> dict[str, int] | None:
    group = _read_group(node, name, reading, "{tags: 1, organizations: 2}")
    entries = reading.group(group, name, FACET_KINDS) if group else {}
    least = {key: _read_number(entry.value, f"{name}.{key}", reading) for key, entry in entries.items()}
    return dict.fromkeys(FACET_KINDS, 1) | {key: number for key, number in least.items() if number is not None}


def _read_regions(node: Node, name: str, reading: Reading) -> dict[str, tuple[str, ...]] | None:
    group = _read_group(node, name, reading)
    regions: dict[str, tuple[str, ...]] = {}
    for region, entry in (group.entries if group else {}).items():
        if isinstance(entry.value, Sequence) and not entry.value.items:
            help = ("list codes such as `[CH, DE]`, or leave the region out",)
            reading.report(INVALID_BOARD, f"`{name}.{region}` names no country", entry.value, help=help)
        regions[region] = reading.several(entry.value, f"{name}.{region}", lambda n, f: _read_code(n, f, reading))
    return regions


def _read_code(node: Node, name: str, reading: Reading) -> str | None:
    code = reading.text(node, name, INVALID_BOARD)
    if code is None or code in countries():
        return code
    help = ('use codes of two capital letters, such as `CH`; Norway\'s needs quotes in other tools: `"NO"`',)
    reading.report(INVALID_BOARD, f"`{code}` is not an ISO 3166 country code", node, help=help)
    return None


def _read_positions(node: Node, name: str, reading: Reading) -> Vocabulary | None:
    group = _read_group(node, name, reading)
    return _read_vocabulary({"": group}, ("label", "stage", "synonyms"), reading) if group else None


def _read_tags(node: Node, name: str, reading: Reading) -> Vocabulary | None:
    group = _read_group(node, name, reading)
    headings = group.entries if group else {}
    groups = {heading: _read_group(entry.value, heading, reading) for heading, entry in headings.items()}
    return _read_vocabulary(groups, ("label", "synonyms"), reading) if group else None


def _read_vocabulary(groups: dict[str, Mapping | None], keys: tuple[str, ...], reading: Reading) -> Vocabulary:
    listed = [(heading, *item) for heading, group in groups.items() if group for item in group.entries.items()]
    _report_clashes([entry for *_, entry in listed], reading)
    terms = [_read_term(name, entry, heading, reading, keys) for heading, name, entry in listed]
    return Vocabulary(term for term in terms if term is not None)


def _report_clashes(entries: list[Entry], reading: Reading) -> None:
    """Words that stand for two terms: only the first one would ever be found by them."""
    owners: dict[str, tuple[Entry, Scalar]] = {}
    for entry in entries:
        for spelling, word in _words_for(entry).items():
            owner, first = owners.setdefault(spelling, (entry, word))
            if owner is entry:
                continue
            one, other = owner.key.text, entry.key.text
            message, labels = f"`{word.text}` stands for `{one}` and for `{other}`", (f"for `{other}`", f"for `{one}`")
            if one == other:
                message, labels = f"`{one}` is listed twice", ("second time", "first time")
            marks = map(reading.source.mark_node, (word, first), labels)
            found = reading.source.report(INVALID_BOARD, message, *marks, help=("keep one of the two",))
            reading.diagnostics.append(found)
            if one == other:  # all that follows would only say it again
                break


def _words_for(entry: Entry) -> dict[str, Scalar]:
    """Under what a posting may name a term, by its folded spelling: the term's name, label and synonyms."""
    fields = entry.value.entries if isinstance(entry.value, Mapping) else {}
    values = [fields[key].value for key in ("label", "synonyms") if key in fields]
    words = [item for value in values for item in (value.items if isinstance(value, Sequence) else [value])]
    spelled: dict[str, Scalar] = {}
    for word in (entry.key, *words):
        if isinstance(word, Scalar) and not word.is_empty:
            spelled.setdefault(fold(word.text), word)
    return spelled


def _read_term(name: str, entry: Entry, group: str, reading: Reading, keys: tuple[str, ...]) -> Term | None:
    if not _NAME.fullmatch(name):
        proposal = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
        reading.report(
            INVALID_BOARD,
            f"`{name}` cannot be part of an address",
            entry.key,
            f"did you mean `{proposal}`?" if proposal else "",
            ("use lower-case letters a-z, digits and hyphens, and put the name people read into `label`",),
        )
        return None
    empty = isinstance(entry.value, Scalar) and entry.value.is_empty
    parts = None if empty else _read_group(entry.value, name, reading, "{label: …, synonyms: [… , …]}")
    entries = reading.group(parts, name, keys) if parts else {}
    values = {key: item.value for key, item in entries.items()}
    label = reading.text(values["label"], f"{name}.label") if "label" in values else None

    def several(key: str, read: Callable[[Node, str], str | None]) -> tuple[str, ...]:
        return reading.several(values[key], f"{name}.{key}", read) if key in values else ()

    return Term(
        name=name,
        label=label or name.replace("-", " ").capitalize(),
        group=group,
        synonyms=several("synonyms", reading.text),
        stage=several("stage", lambda n, f: reading.choice(n, f, STAGES)),
    )


_SETTINGS: dict[str, _Setting] = {
    "title": _Setting(_read_text, is_required=True),
    "description": _Setting(_read_text, is_required=True),
    "url": _Setting(_read_url, is_required=True),
    "repository": _Setting(_read_repository),
    "branch": _Setting(_read_text),
    "language": _Setting(read_language),
    "timezone": _Setting(read_zone),
    "life": _Setting(_read_number),
    "closing_soon": _Setting(_read_number),
    "feed_items": _Setting(_read_number),
    "page_items": _Setting(_read_number),
    "pages": _Setting(_read_pages),
    "on_error": _Setting(_choice(STOP, QUARANTINE)),
    "salary": _Setting(_choice(OPTIONAL, RECOMMENDED, REQUIRED)),
    "unpaid": _Setting(_choice(ALLOWED, FORBIDDEN)),
    "languages": _Setting(_read_languages),
    "positions": _Setting(_read_positions, is_required=True),
    "tags": _Setting(_read_tags, is_required=True),
    "regions": _Setting(_read_regions),
}
