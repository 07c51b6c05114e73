"""`mkdocs serve` follows every kind of source, over a real HTTP server."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from building import Project, make_project, posting


class Server:
    """A running `mkdocs serve`."""

    def __init__(self, project: Project) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.url = f"http://127.0.0.1:{probe.getsockname()[1]}/"
        self.process = subprocess.Popen(
            [Path(sys.executable).parent / "mkdocs", "serve", "-a", self.url.removeprefix("http://").rstrip("/")],
            cwd=project.root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **project.environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def read_until(self, phrase: str) -> str:
        """What the server prints until it says *phrase*."""
        assert self.process.stdout is not None
        lines = []
        for line in self.process.stdout:
            lines.append(line)
            if phrase in line:
                return "".join(lines)
        raise AssertionError("".join(lines))

    def get(self, address: str) -> str:
        """The page at *address*."""
        with urllib.request.urlopen(self.url + address, timeout=20) as answer:
            content: bytes = answer.read()
        return content.decode()


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with one posting."""
    project = make_project(tmp_path)
    project.write("postings/one.md", posting("First title"))
    return project


@pytest.fixture
def server(project: Project) -> Iterator[Server]:
    """A server that shows the project."""
    server = Server(project)
    server.read_until("Serving on")
    yield server
    server.process.terminate()
    server.process.wait()
    assert server.process.stdout is not None
    server.process.stdout.close()


def test_saved_sources_are_shown(project: Project, server: Server) -> None:
    """A saved posting, policy or page is shown; a broken posting is reported and the rest goes on."""
    assert "First title" in server.get("")
    project.write("postings/one.md", posting("Second title"))
    server.read_until("Reloading browsers")
    assert "Second title" in server.get("")
    assert "Content-Security-Policy" not in server.get(""), "live reload is an inline script"

    project.write("postings/two.md", posting(more="draft: fasle\n"))
    assert "error[invalid-draft]" in server.read_until("Reloading browsers")
    assert "Second title" in server.get("")

    policy = (project.root / "board.yml").read_text("utf-8")
    title = next(line for line in policy.splitlines() if line.startswith("title:"))
    project.write("board.yml", policy.replace(title, "title: Another name"))
    server.read_until("Reloading browsers")
    assert "<title>Another name</title>" in server.get("")

    project.write("docs/subscribe.md", "# Subscribe\n\nA new sentence.\n")
    server.read_until("Reloading browsers")
    assert "A new sentence." in server.get("subscribe/")
