"""The pages of the rules execute: each shows a bad posting and the report it gets."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from building import NOW, ROOT
from jobboard.board.collection import find_postings, read_collection, report_left_behind
from jobboard.board.comparison import compare_postings
from jobboard.board.policy_reader import load_policy
from jobboard.clock import parse_instant
from jobboard.diagnostics.diagnostic import Diagnostic, in_reading_order
from jobboard.diagnostics.reports.terminal import render_terminal
from jobboard.diagnostics.rules import RULES
from jobboard.policy import Policy

PAGES = sorted((ROOT / "docs" / "rules").glob("*.md"))

_FENCE = re.compile(r"^```(?P<language>\w+)(?P<options>.*)\n(?P<text>[\s\S]*?)^```$", re.MULTILINE)
_OPTION = re.compile(r' (\w+)="([^"]*)"')
_ESCAPE = re.compile(r"\\x[0-9a-f]{2}|\\u[0-9a-f]{4}")


@dataclass(frozen=True, slots=True)
class Example:
    """One file on a rule's page, as the fence around it describes it.

    `markdown` and `yaml` hold the text itself, `bytes` has `\\xe9` for a byte and `\\u202e` for a character,
    and `symlink` is what git keeps of a symbolic link: its target. With `times="9"` the last line stands 9 times.
    """

    language: str
    path: str
    text: str
    times: int

    def write(self, root: Path) -> Path:
        """The file below *root*."""
        path = root / self.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.language == "symlink":
            path.symlink_to(self.text.strip())
        elif self.language == "bytes":
            path.write_bytes(_unescape(self.text))
        else:
            last = self.text.splitlines(keepends=True)[-1]
            path.write_text(self.text + last * (self.times - 1), encoding="utf-8")
        return path


def test_every_rule_has_a_page() -> None:
    """Each rule is explained on a page of its own, and there is no page about anything else."""
    assert [page.stem for page in PAGES] == sorted(rule.name for rule in RULES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_has_the_form_of_all(page: Path) -> None:
    """A reader who knows one rule's page finds the same headings on every other."""
    prose = _FENCE.sub("", page.read_text("utf-8"))
    assert re.findall(r"^#.*$", prose, re.MULTILINE) == [f"# {page.stem}", "## Example", "## What to type instead"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_example_gets_exactly_the_report_shown(
    page: Path, policy: Policy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_update: bool
) -> None:
    """The example on a rule's page breaks this rule alone, and `jobboard check` says so in these words."""
    monkeypatch.chdir(tmp_path)
    text = page.read_text("utf-8")
    if "before the file is committed" in text:
        _begin_repository()
    diagnostics = _check([example.write(tmp_path) for example in _examples(text)], policy)
    report = render_terminal(diagnostics, None)
    shown = next(fence for fence in _FENCE.finditer(text) if fence["language"] == "text")
    if is_update:
        page.write_text(text[: shown.start("text")] + report + text[shown.end("text") :], encoding="utf-8")
    else:
        assert report == shown["text"]
    assert {diagnostic.rule for diagnostic in diagnostics} == {page.stem}


def _examples(page: str) -> list[Example]:
    """The files on a page: its fences with a `title`."""
    examples = []
    for fence in _FENCE.finditer(page):
        options = dict(_OPTION.findall(fence["options"]))
        if path := options.get("title"):
            examples.append(Example(fence["language"], path, fence["text"], int(options.get("times", "1"))))
    return examples


def _check(paths: list[Path], policy: Policy) -> list[Diagnostic]:
    """What `jobboard check` finds in a repository that holds these files.

    A `board.yml` beside postings holds only what it sets in another way than the board of all tests.
    """
    board = Path("board.yml")
    if board.exists():
        paths = [path for path in paths if path.name != board.name]
        if paths:
            board.write_text(f"{policy.source}\n{board.read_text('utf-8')}", encoding="utf-8")
        found, problems = load_policy(board)
        if not paths:
            return problems
        assert found is not None, problems
        policy = found
    folder = Path("postings").absolute()
    left_behind: list[str] = []
    names = find_postings(folder, left_behind)
    found_there = compare_postings(read_collection(names, folder, policy), folder, parse_instant(NOW)).diagnostics
    return in_reading_order([*found_there, *report_left_behind(left_behind)])


def _begin_repository() -> None:
    """Make the folder a git repository with a first commit."""
    names = {f"GIT_{role}_{what}": "a@e.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    for command in (["init", "-q"], ["commit", "-q", "--allow-empty", "-m", "begin"]):
        subprocess.run(["git", *command], check=True, env=os.environ | names)


def _unescape(text: str) -> bytes:
    """Bytes in which only `\\x..` and `\\u....` are not themselves."""
    parts = []
    end = 0
    for escape in _ESCAPE.finditer(text):
        number = int(escape[0][2:], 16)
        parts += [text[end : escape.start()].encode(), bytes([number]) if escape[0][1] == "x" else chr(number).encode()]
        end = escape.end()
    return b"".join([*parts, text[end:].encode()])
