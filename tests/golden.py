"""Cases as files: beside each input stands what becomes of it, and `--update` writes that anew."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from building import NOW, ROOT, posting
from drafts import draft_document, write_draft
from jobboard.board.policy_reader import read_policy
from jobboard.clock import parse_instant
from jobboard.diagnostics.reports.terminal import render_terminal
from jobboard.importing.pages.web_page import read_page
from jobboard.policy import Policy
from jobboard.posting import Posting
from jobboard.postings.fixes import repair_posting
from jobboard.postings.reader import examine_posting, read_posting
from jobboard.site.address import Site
from jobboard.site.guide import fill_guide
from jobboard.source.characters import decode_text
from jobboard.wording.markdown import render_markdown
from reading import file_of


class Kind(NamedTuple):
    """A folder of cases that are made in one way."""

    folder: str
    """Below `tests/cases`."""
    inputs: tuple[str, ...]
    """How the names of inputs end."""
    ending: str
    """In its place, the end of the expected file's name."""
    make: Callable[[Path, Policy], bytes]
    """What becomes of an input under the tests' policy."""


class Case(NamedTuple):
    """One input, and the file beside it."""

    kind: Kind
    path: Path

    @property
    def expected(self) -> Path:
        """What should become of it."""
        return self.path.with_name(self.path.stem + self.kind.ending)


def cases_of(folder: str) -> list[Case]:
    """The cases of one kind, by name."""
    return list(_find(next(kind for kind in KINDS if kind.folder == folder)))


def all_cases() -> list[Case]:
    """The cases of every kind."""
    return [case for kind in KINDS for case in _find(kind)]


def _find(kind: Kind) -> Iterator[Case]:
    for path in files_in(kind):
        if path.name.endswith(kind.inputs) and not path.name.endswith(kind.ending):
            yield Case(kind, path)


def files_in(kind: Kind) -> list[Path]:
    """Every file in the folder of *kind*."""
    return sorted((ROOT / "tests" / "cases" / kind.folder).iterdir())


def _report(path: Path, policy: Policy) -> bytes:
    """What `jobboard check` says of a posting; nothing when all is well."""
    return render_terminal(read_posting(file_of(path.read_bytes(), path.name), policy)[1], None).encode()


def _report_board(path: Path, policy: Policy) -> bytes:
    """What is said of a `board.yml`; nothing when all is well."""
    source, problems = decode_text(path.name, path.read_bytes())
    return render_terminal(problems + (read_policy(source)[1] if source else []), None).encode()


def _repair(path: Path, policy: Policy) -> bytes:
    """The posting as `jobboard check --fix` leaves it."""
    return repair_posting(file_of(path.read_bytes()), policy).data


def _read_values(path: Path, policy: Policy) -> bytes:
    """For each block of fields: what a posting with them says, what is wrong, and how the board would write them."""
    usual = examine_posting(file_of(posting()), policy).posting
    assert usual is not None
    blocks = path.read_text("utf-8").strip("\n").split("\n\n")
    return "\n".join(f"{block}\n{''.join(_say_of(block, usual, policy))}" for block in blocks).encode()


def with_fields(block: str) -> str:
    """The usual posting with the fields of *block* in place of its own."""
    replaced = tuple(f"{name}:" for name in re.findall(r"(?m)^(\w+):", block))
    kept = [line for line in posting(more="MORE\n").split("\n") if not line.startswith(replaced)]
    return "\n".join(kept).replace("MORE", block)


def _say_of(block: str, usual: Posting, policy: Policy) -> Iterator[str]:
    text = with_fields(block)
    found = examine_posting(file_of(text), policy)
    for name, value in (found.posting or usual)._asdict().items():
        if value != getattr(usual, name):
            yield f"    {name} = {value}\n"
    for problem in found.diagnostics:
        yield f"    {problem.severity}[{problem.rule}]: {problem.message}\n"
        for mark in problem.marks:
            assert mark.column - 1 + mark.length <= len(mark.text), "a mark stays on its line"
            yield f"        {mark.text[mark.column - 1 :][: mark.length]!r} {mark.label}".rstrip() + "\n"
        for help in problem.help:
            yield f"        = {help}\n"
    repaired = repair_posting(file_of(text), policy).data.decode()
    for line in difflib.unified_diff(text.split("\n"), repaired.split("\n"), n=0, lineterm=""):
        if not line.startswith(("---", "+++", "@@")):
            yield f"    {line[0]} {line[1:]}\n"


def _import(path: Path, policy: Policy) -> bytes:
    """The posting that an import makes of a source, below the name of its file."""
    name, text = write_draft(draft_document(path.read_bytes(), path.name, path.name), policy, parse_instant(NOW))
    return f"{name}\n{text}".encode()


def _draft(path: Path, policy: Policy) -> bytes:
    """What is found on a saved page: each value above its origin and evidence, and below a line the text."""
    draft = read_page(path.read_bytes(), path.name)
    lines = []
    for name, finding in draft.findings.items():
        lines += [f"{name}: {_show(finding.value)}", f"    {finding.certainty.value}: {finding.evidence}"]
    lines += [f"unknown {name}: {_show(value)}" for name, value in draft.unknown.items()]
    lines += [f"repair: {sentence}" for sentence in draft.repairs]
    lines += [f"problem: {sentence}" for sentence in draft.problems]
    return "\n".join([*lines, "---", draft.body, ""]).encode()


def _render(path: Path, policy: Policy) -> bytes:
    """The text of a posting as it is published."""
    return render_markdown(path.read_text("utf-8")).encode()


def _fill_guide(path: Path, policy: Policy) -> bytes:
    """The guide as the board fills it in."""
    site = Site("https://jobs.example.org/", "Board", "", "en", "https://github.com/a/b", "main")
    return fill_guide(path.read_text("utf-8"), policy, site, parse_instant(NOW).date()).encode()


def _show(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


KINDS = (
    Kind("check", (".md",), ".errors.txt", _report),
    Kind("boards", (".yml",), ".errors.txt", _report_board),
    Kind("fix", (".md",), ".fixed.md", _repair),
    Kind("values", (".yml",), ".read.txt", _read_values),
    Kind("imports", (".md", ".txt"), ".expected.md", _import),
    Kind("texts", (".md",), ".expected.html", _render),
    Kind("guides", (".html",), ".filled.html", _fill_guide),
    Kind("pages", (".html",), ".expected.md", _draft),
)
