"""Running a program and measuring it, for all benchmarks of this folder."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INSTALLED = ROOT / ".cache" / "bench"
"""What the benchmarks install; can be removed at any time."""
_MEMORY = "/dev/shm"
"""A folder in memory, on Linux."""
WORK = Path(_MEMORY, f"jobboard-bench-{os.getuid()}") if os.access(_MEMORY, os.W_OK) else INSTALLED
"""What the benchmarks read and build; can be removed at any time. In memory, as disks differ in how fast they make files."""
MKDOCS = str(ROOT / ".venv" / "bin" / "mkdocs")
JOBBOARD = str(ROOT / ".venv" / "bin" / "jobboard")
NOW = "2026-11-20T12:00:00Z"
"""The instant everything is built as of: noon of `corpus.TODAY`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run of a program cost."""

    wall: float
    """Seconds from its start to its end."""
    cpu: float
    """Seconds of processor time, user and system, of it and all processes it waited for."""
    memory: float
    """Peak resident megabytes of its largest process. Linux counts from what this process (about 25 MB) had when it
    started the other, so nothing smaller can be seen, and no benchmark keeps its corpus in memory."""


def run(command: Sequence[str], folder: Path, environment: dict[str, str]) -> Run:
    """Run *command* in *folder* to its end; a failure ends the benchmark with what the command said."""
    with tempfile.TemporaryFile() as log:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=os.environ | environment, stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            log.seek(0)
            said = log.read().decode(errors="replace")[-2000:]
            sys.exit(f"{' '.join(command)} ended with {process.returncode}\n{said}")
    unit = 1e6 if sys.platform == "darwin" else 1e3  # bytes there, kilobytes elsewhere
    return Run(wall=wall, cpu=usage.ru_utime + usage.ru_stime, memory=usage.ru_maxrss / unit)


def board_environment(postings: Path) -> dict[str, str]:
    """What tells our own programs to work on the folder *postings*, as of `NOW`."""
    return {"JOBBOARD_POSTINGS": str(postings), "JOBBOARD_NOW": NOW, "NO_MKDOCS_2_WARNING": "1"}
