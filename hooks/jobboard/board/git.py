"""What git answers about a folder; nothing where it cannot."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
from pathlib import Path

_SECONDS = 10
"""How long git may take for each answer; it reads 10,000 commits in a second."""


def ask_git(folder: Path, *arguments: str, asked: bytes = b"") -> bytes:
    """What git answers; nothing if it cannot."""
    program = shutil.which("git")
    if program is None:
        return b""
    # Variables of a hook that runs the build would lead git elsewhere; "none" keeps a partial clone from fetching.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        answer = subprocess.run(  # noqa: S603 - no shell, and every argument is ours or a checked file name
            [program, "-C", str(folder), "--no-pager", "--literal-pathspecs", "-c", "core.quotePath=false", *arguments],
            input=asked,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
            env=kept | {"TZ": "UTC0", "GIT_ALLOW_PROTOCOL": "none", "GIT_TERMINAL_PROMPT": "0"},
        )
    except (OSError, subprocess.SubprocessError):
        return b""
    return answer.stdout


def read_day(written: str) -> dt.date | None:
    """The day of a commit as git writes it with `--date=short`; None for one that no calendar has."""
    try:
        return dt.date.fromisoformat(written)
    except ValueError:  # a commit may claim any year
        return None
