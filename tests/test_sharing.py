"""Work that two processes share: nothing is lost, kept in order, and no failure leaves anything behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from jobboard.sharing import divide

SCRIPT = """
import atexit, os, signal, sys
from jobboard import sharing

sharing.can_fork = lambda: True  # also on a machine with one core
first = os.getpid()
items = list(range(3_000))

case = sys.argv[1]
heard, telling = os.pipe()
waiting = [True]

def double(part):
    if os.getpid() != first:
        os.write(telling, b"!")
        if case == "the second one is killed":
            os.kill(os.getpid(), signal.SIGKILL)
        if case == "the second one fails":
            raise ValueError("in the second one")
    elif case == "the first one fails":
        raise ValueError("in the first one")
    elif waiting:
        waiting.pop()
        os.read(heard, 1)  # else the first one might do all before the second one has begun
    return [2 * item for item in part]

try:
    made = sharing.map_in_two(double, items)
    print("made", made == double(items))
except Exception as error:
    print(type(error).__name__, error)
try:
    atexit._run_exitfuncs()
    os.waitpid(-1, os.WNOHANG)
    print("a process is left")
except ChildProcessError:
    print("no process is left")
"""


@pytest.mark.parametrize(
    ("case", "answer"),
    [
        ("all is well", "made True"),
        ("the second one is killed", "RuntimeError the second process, which does half of the work, was stopped"),
        ("the second one fails", "ValueError in the second one"),
        ("the first one fails", "ValueError in the first one"),
    ],
)
def test_what_two_processes_make_is_what_one_would_make(case: str, answer: str) -> None:
    """In order; a failure of either is the failure of both."""
    hooks = Path(__file__).parents[1] / "hooks"
    command = [sys.executable, "-c", SCRIPT, case]
    result = subprocess.run(
        command, env={"PYTHONPATH": str(hooks)}, capture_output=True, text=True, timeout=60, check=False
    )
    assert result.stdout.splitlines() == [answer, "no process is left"], result.stderr


@pytest.mark.parametrize("count", [0, 1, 15, 16, 17, 100, 1_000, 12_345, 10_000_000])
def test_parts_hold_everything_and_get_smaller_towards_the_middle(count: int) -> None:
    """And a pipe holds a byte for each."""
    parts = divide(range(count))
    assert sum(map(len, parts)) == count
    assert all(parts)
    assert [part[0] for part in parts[1:]] == [part[-1] + 1 for part in parts[:-1]]
    assert len(parts) <= 64 * 1024
    middle = [len(part) for part in parts if abs(part[0] - count / 2) < count / 50]
    assert all(size <= max(map(len, parts)) for size in middle)
    if 1_000 <= count < 100_000:
        assert max(middle) < 64 < max(map(len, parts))
