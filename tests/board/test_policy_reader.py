"""The words of `board.yml`: each stands for one tag, or one kind of position, and whatever is said twice is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobboard.board.policy_reader import load_policy

START = "title: T\ndescription: D\nurl: https://e.org/\npositions:\n  phd: {label: PhD}\n"


@pytest.mark.parametrize(
    ("vocabulary", "messages"),
    [
        ("tags:\n  A:\n    a: {label: A, synonyms: [A, a]}\n    b:\n    c: {label: ~}\n    d: {synonyms: []}\n", []),
        ("tags:\n  A:\n    phd: {label: PhD}\n", []),  # a position may be called as a tag is
        ("tags:\n  A:\n    a: {label: L}\n  B:\n    a: {label: L}\n", ["`a` is listed twice"]),
        ("tags:\n  A:\n    a: {synonyms: b}\n    b:\n", ["`b` stands for `a` and for `b`"]),
        ("tags:\n  A:\n    a: {synonyms: [b c]}\n    b-c: {label: B C}\n", ["`b-c` stands for `a` and for `b-c`"]),
        ("tags:\n  A:\n    a-b: {}\n    c: {label: A B}\n", ["`A B` stands for `a-b` and for `c`"]),
        (
            "tags:\n  A:\n    a: {synonyms: [x]}\n    b: {synonyms: [y]}\n    c: {label: X, synonyms: [Y]}\n",
            ["`X` stands for `a` and for `c`", "`Y` stands for `b` and for `c`"],
        ),
        ("  postdoc: {synonyms: [PhD]}\ntags: {}\n", ["`PhD` stands for `phd` and for `postdoc`"]),
    ],
)
def test_a_word_stands_for_one_term(tmp_path: Path, vocabulary: str, messages: list[str]) -> None:
    """In whatever case it is written, with spaces or hyphens."""
    board = tmp_path / "board.yml"
    board.write_text(START + vocabulary)
    policy, problems = load_policy(board)
    assert [problem.message for problem in problems] == messages
    assert (policy is None) == bool(messages)


def test_a_policy_that_is_not_there_is_a_report(tmp_path: Path) -> None:
    """Like a file that cannot be read, or holds no text."""
    policy, problems = load_policy(tmp_path / "board.yml")
    assert policy is None
    assert [problem.rule for problem in problems] == ["unreadable-file"]
    (tmp_path / "board.yml").write_bytes(b"\xff")
    policy, problems = load_policy(tmp_path / "board.yml")
    assert policy is None
    assert [problem.rule for problem in problems] == ["not-utf-8"]
