"""Real processes, and how to wait for what they do."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

from building import Project

PATIENCE = 120
"""Seconds after which a test gives up, on a machine that does much else."""


class Running:
    """A command that runs in a project, as the head of processes of its own."""

    def __init__(self, project: Project, *command: str, **environment: str) -> None:
        self.project = project
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("JOBBOARD_", "SOURCE_DATE"))}
        self.process = subprocess.Popen(
            [str(Path(sys.executable).parent / command[0]), *command[1:]],
            cwd=project.root,
            env=kept | {"NO_MKDOCS_2_WARNING": "1"} | project.environment | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )

    def read_until(self, phrase: str) -> str:
        """What it prints until it says *phrase*."""
        assert self.process.stdout
        said = ""
        for line in self.process.stdout:
            said += line
            if phrase in line:
                return said
        raise AssertionError(f"it never said {phrase!r}:\n{said}")

    def rest(self) -> str:
        """What it still prints; ends when neither it nor any process that it has started is left."""
        return self.process.communicate(timeout=PATIENCE)[0]

    def end(self, signal: int) -> str:
        """Send *signal* to it alone, and wait until nobody of its processes is left."""
        self.process.send_signal(signal)
        return self.rest()


class Preview(Running):
    """A running `mkdocs serve`."""

    def __init__(self, project: Project, **environment: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            place = f"127.0.0.1:{probe.getsockname()[1]}"
        super().__init__(project, "mkdocs", "serve", "-a", place, **environment)
        self._url = f"http://{place}/"

    def get(self, address: str) -> str:
        """The page at *address*, or what is said in its place."""
        try:
            with urllib.request.urlopen(self._url + address, timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            return f"{error.code}: {error.read().decode()}"
