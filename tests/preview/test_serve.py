"""`mkdocs serve` follows every kind of source, over a real HTTP server."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from building import SILENCE, Project, make_project, posting, snapshot
from listening import PATIENCE, Listener


class Server(Listener):
    """A running `mkdocs serve`."""

    def __init__(self, project: Project) -> None:
        # Bound and not listening, it keeps the port from everybody but the server, which may share it.
        self._reservation = socket.socket()
        self._reservation.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._reservation.bind(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._reservation.getsockname()[1]}/"
        self.process = subprocess.Popen(
            [Path(sys.executable).parent / "mkdocs", "serve", "-a", self.url.removeprefix("http://").rstrip("/")],
            cwd=project.root,
            env=os.environ | SILENCE | project.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        assert self.process.stdout is not None
        super().__init__(self.process.stdout.fileno())

    def close(self) -> None:
        """Leave nothing running."""
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        finally:
            self.process.kill()
            assert self.process.stdout is not None
            self.process.stdout.close()
            self._reservation.close()

    def get(self, address: str, *, allow_missing: bool = False) -> str:
        """The page at *address*."""
        try:
            with urllib.request.urlopen(self.url + address, timeout=PATIENCE) as answer:
                content: bytes = answer.read()
        except urllib.error.HTTPError as error:
            if not allow_missing:
                raise
            content = f"{error.code}: ".encode() + error.read()
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
    with closing(Server(project)) as server:
        server.expect("Serving on")
        yield server


def test_saved_sources_are_shown(project: Project, server: Server) -> None:
    """A saved posting, policy or page is shown; a broken posting is reported and the rest goes on."""
    assert "First title" in server.get("")
    project.write("postings/one.md", posting("Second title"))
    server.expect("Reloading browsers")
    assert "Second title" in server.get("")
    assert "Content-Security-Policy" not in server.get(""), "live reload is an inline script"

    project.write("postings/two.md", posting(more="draft: fasle\n"))
    assert "error[invalid-draft]" in server.expect("Reloading browsers")
    assert "Second title" in server.get("")
    page = server.get("jobs/two/")
    assert '<h1 id="top">postings/two.md is broken</h1>' in page
    assert "found `fasle`\n  --&gt; postings/two.md:11:8" in page
    assert "livereload(" in page, "it comes back by itself"
    project.write("postings/two.md", posting("Mended title"))
    server.expect("Reloading browsers")
    assert "Mended title" in server.get("jobs/two/")

    policy = (project.root / "board.yml").read_text("utf-8")
    title = next(line for line in policy.splitlines() if line.startswith("title:"))
    project.write("board.yml", policy.replace(title, "title: Another name"))
    server.expect("Reloading browsers")
    assert "<title>Another name</title>" in server.get("")

    project.write("docs/subscribe.md", "# Subscribe\n\nA new sentence.\n")
    server.expect("Reloading browsers")
    assert "A new sentence." in server.get("subscribe/")


def test_a_preview_shows_what_a_cold_build_writes(project: Project, server: Server, tmp_path: Path) -> None:
    """After random edits, deletions, renames and a new policy, every file is served as a cold build writes it."""
    random = Random(4)
    names = [f"postings/job-{number}.md" for number in range(12)]
    for name in names:
        project.write(name, posting(f"Title of {name}", more="work_mode: hybrid\n"))
    server.expect("Reloading browsers")
    for step in range(6):
        for address in ("jobs/job-1/", "tags/imaging/", "feed.xml", "jobs.json"):  # so that there is something stale
            server.get(address, allow_missing=True)
        name = random.choice(
            sorted(path.relative_to(project.root).as_posix() for path in project.root.glob("postings/*.md"))
        )
        path = project.root / name
        if step % 3 == 0:
            path.write_text(posting(f"Edited in step {step}", more=f"status: {random.choice(['open', 'closed'])}\n"))
        elif step % 3 == 1:
            path.unlink()
        else:
            path.rename(path.with_name(f"renamed-{step}.md"))
        server.expect("Reloading browsers")
    policy = (project.root / "board.yml").read_text("utf-8")
    project.write("board.yml", policy.replace("label: Medical imaging", "label: Pictures of the body"))
    while "Pictures of the body" not in server.get("tags/"):
        server.expect("Reloading browsers")

    cold = project.build("-d", str(tmp_path / "cold"), JOBBOARD_SITE_URL=server.url)
    assert cold.returncode == 0, cold.stdout
    written = snapshot(tmp_path / "cold")
    assert len([address for address in written if address.startswith("jobs/")]) > 20
    for address, content in written.items():
        if not address.startswith("assets/") and not address.endswith(".gz"):  # gzip notes the time
            assert _bare(server.get(address)) == _bare(content.decode()), address
    assert "404" in server.get("jobs/job-99/", allow_missing=True)


def _bare(text: str) -> str:
    """*text* without what only one of the two has: the content policy with its script, and the script that reloads."""
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    text = re.sub(r"<script>window.trustedTypes.*?</script>", "", text)
    text = re.sub(r"<script>(?:(?!</script>).)*livereload.*?</script>", "", text, flags=re.DOTALL)
    return re.sub(r">\s+", ">", text)


def test_a_preview_tells_the_first_problems(project: Project) -> None:
    """After each change a preview tells the errors and the first warnings, and counts the rest."""
    for number in range(30):
        project.write(
            f"postings/imported-{number}.md", posting(f"Title {number}", body="<!-- not curated: x -->\n\nText.")
        )
    project.write("postings/wrong.md", posting(more="draft: fasle\n"))
    with closing(Server(project)) as server:
        said = server.expect("Serving on")
    assert "error[invalid-draft]" in said
    assert len(re.findall(r"^warning\[", said, re.MULTILINE)) == 19
    assert re.search(r"^\d+ more are not shown: `\S*jobboard check` shows them all", said, re.MULTILINE)
