"""Kills a build, and the making of its index, at a hundred random moments, and says which site was left each time.

`python tests/security/kills.py [NUMBER]`; the suite has a smaller one. Exits with 1 when a site was left half.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT / "tests")]

from building import Project, make_project, posting, snapshot  # noqa: E402

BIN = Path(sys.executable).parent
POSTINGS = 300
OLD, NEW = "2026-11-20T12:00:00Z", "2026-11-21T12:00:00Z"


def main(number: int) -> int:
    """Print a table."""
    with tempfile.TemporaryDirectory() as folder:
        project = make_project(Path(folder) / "project")
        for position in range(POSTINGS):
            project.write(
                f"postings/job-{position}.md", posting(f"Title {position}", deadline=f"2026-12-{position % 28 + 1:02}")
            )
        half = 0
        for name, run, is_reset_by_build in (("build", _start_build, True), ("index", _start_index, False)):
            left = _kill(project, number, run, is_reset_by_build=is_reset_by_build)
            print(f"{name}: " + ", ".join(f"{left[kind]} {kind}" for kind in ("old", "new", "half", "stray")))
            half += left["half"] + left["stray"]
    return 1 if half else 0


def _kill(project: Project, number: int, start: object, *, is_reset_by_build: bool) -> Counter[str]:
    """How often each site was left by what *start* starts; `stray` counts what the next build left beside the site."""
    assert callable(start)
    chance = random.Random(17)
    sites = {}
    for name, now in (("old", OLD), ("new", NEW)):
        project.environment["JOBBOARD_NOW"] = now if is_reset_by_build else OLD
        assert project.build().returncode == 0
        if not is_reset_by_build and name == "new":
            assert project.jobboard("index", "site").returncode == 0
        sites[name] = _visible(project)
    project.environment["JOBBOARD_NOW"] = OLD
    begun = time.monotonic()
    start(project).wait()
    length = time.monotonic() - begun
    left: Counter[str] = Counter()
    found = sites["new"]
    while left.total() - left["stray"] < number:
        if found != sites["old"]:
            left["stray"] += _restore(project)
        process = start(project)
        begun, moment = time.monotonic(), chance.uniform(0.02, 1) * length
        try:
            process.wait(moment)
            length = 0.5 * (length + time.monotonic() - begun)  # it came to its end: this machine is faster now
            found = _visible(project)
            continue
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            length *= 1.01
        found = _visible(project)
        left[next((name for name, site in sites.items() if site == found), "half")] += 1
    left["stray"] += _restore(project)
    return left


def _restore(project: Project) -> bool:
    """Build the old site again; whether anything is left beside it."""
    assert project.build().returncode == 0
    return any(path.name.startswith(".site") for path in project.root.iterdir())


def _visible(project: Project) -> dict[str, bytes]:
    """What a reader of the site can see."""
    return {
        name: content for name, content in snapshot(project.site).items() if not name.startswith((".", "pagefind/."))
    }


def _start_build(project: Project) -> subprocess.Popen[bytes]:
    return _start(project, [str(BIN / "mkdocs"), "build", "-q", "--strict"])


def _start_index(project: Project) -> subprocess.Popen[bytes]:
    return _start(project, [str(BIN / "jobboard"), "index", "site"])


def _start(project: Project, command: list[str]) -> subprocess.Popen[bytes]:
    environment = os.environ | project.environment | {"JOBBOARD_NOW": NEW, "NO_MKDOCS_2_WARNING": "1"}
    silence = subprocess.DEVNULL
    return subprocess.Popen(
        command, cwd=project.root, env=environment, start_new_session=True, stdout=silence, stderr=silence
    )


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
