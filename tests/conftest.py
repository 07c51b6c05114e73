"""What all tests share: a policy of their own, postings and boards under it, and the switch that rewrites expected files."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings

from jobboard.board.policy_reader import load_policy
from jobboard.policy import Policy
from jobboard.posting import Posting
from reading import BoardOf, Read, maker_of_boards, reader_for

if (
    signal.getsignal(signal.SIGINT) is signal.SIG_IGN
):  # as in the background of a script; what tests start would inherit it
    signal.signal(signal.SIGINT, signal.default_int_handler)

# The same examples in every run, however slow the machine is; what is searched more widely says so itself.
settings.register_profile("house", derandomize=True, deadline=None, max_examples=300)
settings.load_profile("house")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """For `-n auto` one process more than there are cores, as tests wait for browsers and for other processes."""
    return (os.cpu_count() or 1) + 1


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update`."""
    parser.addoption("--update", action="store_true", help="rewrite expected files; read the diff before a commit")


@pytest.fixture
def is_update(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are rewritten in this run."""
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def policy() -> Policy:
    """The policy in `tests/board.yml`."""
    found, problems = load_policy(Path(__file__).with_name("board.yml"))
    assert found is not None, problems
    return found


@pytest.fixture(scope="session")
def read(policy: Policy) -> Read:
    """Reads a text as a posting under that policy."""
    return reader_for(policy)


@pytest.fixture(scope="session")
def base(read: Read) -> Posting:
    """A posting to vary."""
    return read()


@pytest.fixture(scope="session")
def board_of(policy: Policy, base: Posting) -> BoardOf:
    """Makes a board of variations of `base`, as of `building.NOW`."""
    return maker_of_boards(base, policy)
