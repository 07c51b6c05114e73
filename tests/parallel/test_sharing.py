"""Work that two processes share: nothing is lost, kept in order, and no failure leaves anything behind."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from building import ROOT
from jobboard.parallel.sharing import divide

SCRIPT = """
import os, signal, sys
from jobboard.parallel import sharing
from jobboard.parallel.processes import SecondProcess

sharing.can_fork = lambda: True  # also on a machine with one core
first = os.getpid()
items = list(range(3_000))

case = sys.argv[1]
heard, telling = os.pipe()
waiting = [True]

class Unsendable:
    def __reduce__(self):
        raise TypeError("this cannot be sent")

def double(part):
    if os.getpid() != first:
        os.write(telling, b"!")
        if case == "the second one is killed":
            os.kill(os.getpid(), signal.SIGKILL)
        if case == "the second one fails":
            raise ValueError("in the second one")
        if case == "the second one meets an end of file":
            raise EOFError("in the second one")
        if case == "the second one makes what cannot be sent":
            return [Unsendable()]
    elif case == "the first one fails":
        raise ValueError("in the first one")
    elif waiting:
        waiting.pop()
        os.read(heard, 1)  # else the first one might do all before the second one has begun
    return [2 * item for item in part]

def descriptors():
    return len(os.listdir("/dev/fd"))

before = descriptors()
try:
    made = sharing.map_in_two(double, items)
    print("made", made == double(items))
except Exception as error:
    print(type(error).__name__, error)
print("descriptors left:", descriptors() - before)
SecondProcess.wait_for_released()
try:
    os.waitpid(-1, os.WNOHANG)
    print("a process is left")
except ChildProcessError:
    print("no process is left")
"""


@pytest.mark.parametrize(
    ("case", "answer"),
    [
        ("all is well", "made True"),
        (
            "the second one is killed",
            "SecondProcessStoppedError the second process, which does half of the work, was stopped",
        ),
        ("the second one fails", "ValueError in the second one"),
        ("the second one meets an end of file", "EOFError in the second one"),
        ("the second one makes what cannot be sent", "TypeError this cannot be sent"),
        ("the first one fails", "ValueError in the first one"),
    ],
)
def test_what_two_processes_make_is_what_one_would_make(case: str, answer: str) -> None:
    """In order; a failure of either is the failure of both, and nothing is left behind."""
    assert _run(SCRIPT, case) == [answer, "descriptors left: 0", "no process is left"]


LEAVING = """
import os, sys
from jobboard.parallel import processes, sharing

done, telling = os.pipe()
tasks = [lambda number=number: os.write(telling, bytes([number])) for number in range(int(sys.argv[1]))]
work = sharing.SharedWork(tasks, is_shared=True)
if sys.argv[2] == "the second one alone":
    work._process.wait()
    print("left:", processes.bytes_in(work._shared._permits))
print("succeeded:", work.finish())
os.close(telling)
print("done once:", sorted(os.read(done, 100)) == list(range(len(tasks))))
"""


@pytest.mark.parametrize("who", ["both", "the second one alone"])
@pytest.mark.parametrize("tasks", [0, 1, 2, 3, 50])
def test_shared_tasks_are_done_once(tasks: int, who: str) -> None:
    """However many there are; the second process leaves the last one to the first."""
    lines = _run(LEAVING, str(tasks), who)
    assert lines == [*([f"left: {min(tasks, 1)}"] if who != "both" else []), "succeeded: True", "done once: True"]


def _run(script: str, *arguments: str) -> list[str]:
    command = [sys.executable, "-c", script, *arguments]
    result = subprocess.run(
        command,
        env=os.environ | {"PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return result.stdout.splitlines() or [result.stderr]


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


ALONE = """
import os, tempfile
from jobboard.parallel import processes, sharing

def refuse(*arguments, **options):
    raise BlockingIOError(11, "no more of them")

setattr(*{"a process": (os, "fork", refuse), "a temporary file": (tempfile, "TemporaryFile", refuse)}[os.sys.argv[1]])
sharing.can_fork = lambda: True
before = len(os.listdir("/dev/fd"))
print(sharing.map_in_two(lambda part: [2 * item for item in part], range(100)) == list(range(0, 200, 2)))
done = []
work = sharing.SharedWork([lambda: done.append(1)] * 5, is_shared=os.sys.argv[1] == "a process")
print(work.finish(), len(done), len(os.listdir("/dev/fd")) - before)
"""


@pytest.mark.parametrize("refused", ["a process", "a temporary file"])
def test_a_machine_without_room_for_two_lets_one_work(refused: str) -> None:
    """It does everything, and nothing stays open."""
    assert _run(ALONE, refused) == ["True", "True 5 0"]


FULL = """
import errno, sys
from jobboard.parallel import processes, sharing

sharing.can_fork = lambda: True

def refuse(self, value):
    raise {"disk": OSError(errno.ENOSPC, "full"), "memory": MemoryError()}[sys.argv[1]]

processes.ProcessQueue.put = refuse
try:
    sharing.map_in_two(lambda part: __import__("time").sleep(0.001) or list(part), range(5000))
except OSError as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("what", "said"),
    [("disk", "[Errno 28] No space left on device"), ("memory", "[Errno 12] Cannot allocate memory")],
)
def test_what_the_second_process_meets_is_told_by_the_first(what: str, said: str) -> None:
    """Once, with the reason of the system."""
    assert _run(FULL, what) == [said]
