"""What all tests share: a policy of their own, and the switch that rewrites expected reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobboard.board.policy_reader import load_policy
from jobboard.policy import Policy


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update`."""
    parser.addoption("--update", action="store_true", help="rewrite expected reports; read the diff before a commit")


@pytest.fixture(scope="session")
def policy() -> Policy:
    """The policy in `tests/board.yml`."""
    found, problems = load_policy(Path(__file__).with_name("board.yml"))
    assert found is not None, problems
    return found


@pytest.fixture
def is_update(request: pytest.FixtureRequest) -> bool:
    """Whether expected reports are rewritten in this run."""
    return bool(request.config.getoption("--update"))
