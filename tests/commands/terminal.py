"""`jobboard new` on a terminal, and who sits before it."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import time
from pathlib import Path

from building import Project, make_project
from listening import PATIENCE, Listener

OPTIONS = [
    "--no-input",
    *("--title", "Postdoc: imaging", "--organization", "Northbridge University", "--position", "Post-doc"),
    *("--deadline", "2026-12-31", "--location", "Edinburgh, United Kingdom", "--apply", "https://example.org/jobs/42"),
    *("--tag", "Medical imaging", "--tag", "deep-learning"),
]
"""A complete posting."""
_OWN_TERMINAL = "import os, sys; os.open(os.ttyname(0), os.O_RDWR); os.execv(sys.argv[1], sys.argv[1:])"
"""Opening a terminal as the leader of a session makes it the one whose Ctrl-C counts (`man 4 tty_ioctl`)."""


def make_project_of_ada(root: Path) -> Project:
    """A project whose git knows Ada Lovelace."""
    project = make_project(root)
    config = project.write(".gitconfig", "[user]\n\tname = Ada Lovelace\n")
    project.environment |= {"GIT_CONFIG_GLOBAL": str(config), "GIT_CONFIG_NOSYSTEM": "1"}
    return project


class Session(Listener):
    """`jobboard new` on a terminal of its own."""

    def __init__(self, project: Project, *arguments: str) -> None:
        self._terminal, inside = pty.openpty()
        super().__init__(self._terminal)
        kept = {name: value for name, value in os.environ.items() if not name.startswith("JOBBOARD_")}
        command = Path(sys.executable).parent / "jobboard"
        self.process = subprocess.Popen(
            [sys.executable, "-c", _OWN_TERMINAL, command, "new", *arguments],
            cwd=project.root,
            env=kept | project.environment | {"TERM": "dumb", "COLUMNS": "100"},
            stdin=inside,
            stdout=inside,
            stderr=inside,
            start_new_session=True,
        )
        os.close(inside)

    def answer(self, prompt: str, line: str) -> None:
        """Wait for *prompt* and type *line*."""
        self.expect(f"\n{prompt}: ")
        os.write(self._terminal, f"{line}\n".encode())

    def leave(self, key: str) -> None:
        """Press *key* when the process waits for one: Python misses a Ctrl-C in the instant before."""
        status = Path(f"/proc/{self.process.pid}/status")
        end = time.monotonic() + PATIENCE
        while status.is_file() and "State:\tS" not in status.read_text() and time.monotonic() < end:
            time.sleep(0.001)  # no event tells that a process has begun to wait; only Linux tells at all
        os.write(self._terminal, key.encode())
        self.expect("Nothing was written.")

    def finish(self) -> int:
        """Everything to the end; the exit code."""
        while self.hear():
            pass
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """Leave nothing running."""
        self.process.kill()
        self.process.wait()
        os.close(self._terminal)
