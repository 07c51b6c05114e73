"""A text that would become a page too large to show is refused before anything is rendered, in time and memory that its file's size bounds."""

from __future__ import annotations

import subprocess
import sys

import pytest

from building import ROOT, posting
from jobboard.policy import Policy
from jobboard.postings import body_limits
from jobboard.postings.reader import PostingFile, read_posting
from jobboard.wording.markdown import render_markdown

BOMBS = {
    "wide table": "|a" * 12_000 + "\n" + "|-" * 12_000 + "\n" + "a\n" * 60_000,
    "table": "|a" * 500 + "\n" + "|-" * 500 + "\n" + "a\n" * 100_000,
    "table in a quote": "> " + "|a" * 500 + "\n> " + "|-" * 500 + "\n" + "> a\n" * 60_000,
    "many tables": "|a|b|c|\n|-|-|-|\n|1|2|3|\n\n" * 9_000,
    "notes": "[^1]" * 50_000 + "\n\n[^1]: x",
    "quotes": ">" * 200_000 + " x",
    "quotes line by line": "\n".join(">" * 200 + " x" for _ in range(1_200)),
    "addresses": "a@b.c " * 40_000,
    "links": "www.a.b " * 30_000,
    "less-than": "a" + "<" * 250_000,
    "headings": "# a\n" * 60_000,
    "one column": "|a|\n|-|\n" + "a\n" * 100_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_what_would_become_too_large_is_refused(name: str, policy: Policy) -> None:
    """With a sentence that says what to shorten, and nothing else about the text."""
    data = posting(body=BOMBS[name][: 250 * 1024]).encode()
    found, problems = read_posting(PostingFile(path="a.md", shown="a.md", data=data), policy)
    assert found is None
    assert [problem.rule for problem in problems] == ["oversized-text"], name
    assert problems[0].help


def test_what_fits_is_published(policy: Policy) -> None:
    """Each limit is far above what a posting needs, and itself allowed."""
    body = "\n\n".join(
        [
            "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * (body_limits.MAX_CELLS // 2 - 1),
            ">" * body_limits.MAX_QUOTES + " quoted",
            "x[^1]" * (body_limits.MAX_NOTES - 1) + "\n\n[^1]: Note.",
            "a@example.org " * body_limits.MAX_ADDRESSES,
        ]
    )
    data = posting(body=body).encode()
    found, problems = read_posting(PostingFile(path="a.md", shown="a.md", data=data), policy)
    assert found is not None, problems
    assert len(render_markdown(found.body).encode()) < body_limits.MAX_RENDERED


SCRIPT = """
import resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from jobboard.board.policy_reader import load_policy
from jobboard.postings.reader import PostingFile, read_posting
policy, _ = load_policy(Path(sys.argv[2]))
print([problem.rule for problem in read_posting(PostingFile("a.md", "a.md", sys.stdin.buffer.read()), policy)[1]])
"""


@pytest.mark.parametrize("name", BOMBS)
def test_nothing_a_text_holds_ends_the_process(name: str) -> None:
    """A gigabyte of memory is enough for whatever stands in a file of 256 KiB."""
    command = [sys.executable, "-c", SCRIPT, str(ROOT / "hooks"), str(ROOT / "tests" / "board.yml")]
    data = posting(body=BOMBS[name][: 250 * 1024]).encode()
    done = subprocess.run(command, input=data, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (0, b"['oversized-text']\n"), done.stderr[-500:]
