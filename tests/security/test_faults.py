"""What happens around a build: signals, odd machines, files that change under it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from building import ROOT, Project, make_project, posting, snapshot
from jobboard.board.collection import find_postings, read_collection
from jobboard.policy import Policy
from security.running import PATIENCE, Preview, Running

POSTINGS = 60
"""Enough for two processes."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with a site, in a folder whose name has a space and letters of other scripts."""
    project = make_project(tmp_path_factory.mktemp("odd place") / "Stellen für 研究")
    for number in range(POSTINGS):
        day = f"{2026 + number % 3}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        project.write(f"postings/2026/job-{number}.md", posting(f"Title {number}", date="2025-11-01", deadline=day))
    project.write("postings/leap.md", posting("Leap", deadline="2028-02-29 23:59 America/St_Johns"))
    result = project.build()
    assert result.returncode == 0, result.stdout
    return project


ENDINGS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
HELD = """
import signal

def on_post_page(output, **_):
    print("held", flush=True)
    signal.pause()
"""
"""A hook that stops a build while both processes write, until a signal comes."""


@pytest.fixture(scope="module")
def held(built: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of that project with its site, whose builds do not go on when the first pages of the new site are written."""
    root = tmp_path_factory.mktemp("held") / "project"
    shutil.copytree(built.root, root, symlinks=True)
    project = Project(root)
    project.write("held.py", HELD)
    project.write("mkdocs.yml", (root / "mkdocs.yml").read_text("utf-8") + "\nhooks: [hooks/publish.py, held.py]\n")
    return project


@pytest.mark.parametrize("is_for_all", [False, True], ids=["to the first process", "to both, as a terminal does"])
@pytest.mark.parametrize("number", ENDINGS)
def test_a_signal_ends_a_build_whole(held: Project, number: signal.Signals, is_for_all: bool) -> None:
    """Both processes end without a word too many, the old site stays, and nothing is left beside it."""
    before = snapshot(held.site)
    build = Running(held, "mkdocs", "build", "--strict", "-q", JOBBOARD_NOW="2026-12-24T00:00:00Z")
    build.read_until("held")
    assert (held.root / ".site.new").exists()
    if is_for_all:
        os.killpg(build.process.pid, number)
    said = build.rest() if is_for_all else build.end(number)
    assert build.process.returncode == (1 if number == signal.SIGINT else 128 + number)
    assert said.split() == (["Aborted!"] if number == signal.SIGINT else [])
    assert snapshot(held.site) == before
    assert not [path.name for path in held.root.iterdir() if path.name.startswith(".site")]


@pytest.mark.parametrize("number", ENDINGS)
def test_a_signal_ends_a_preview(built: Project, number: signal.Signals, tmp_path: Path) -> None:
    """Nothing goes on behind it, and its site is removed."""
    preview = Preview(built, TMPDIR=str(tmp_path))
    preview.read_until("Serving on")
    assert "Title 1" in preview.get("")
    assert "Traceback" not in preview.end(number)
    assert not list(tmp_path.iterdir())


def test_a_preview_lives_through_everything(tmp_path: Path) -> None:
    """A broken posting, a folder that goes and comes, a renamed board.yml, a thousand changes at once."""
    project = make_project(tmp_path)
    project.write("postings/one.md", posting("First title"))
    preview = Preview(project)
    preview.read_until("Serving on")

    project.write("postings/two.md", b"\xff\xfe\0")
    assert "error[not-utf-8]" in preview.read_until("Reloading browsers")
    assert "First title" in preview.get("")

    shutil.rmtree(project.root / "postings")
    preview.read_until("there is no folder of postings")
    project.write("postings/three.md", posting("Third title"))
    preview.read_until("Reloading browsers")
    assert "Third title" in preview.get("")

    board = project.root / "board.yml"
    board.rename(tmp_path / "board.yaml")
    preview.read_until("board.yml")
    (tmp_path / "board.yaml").rename(board)
    project.write("postings/three.md", posting("Fourth title"))
    preview.read_until("Reloading browsers")
    assert "Fourth title" in preview.get("jobs/three/")

    text = board.read_text("utf-8")
    board.write_bytes(b"\xff\xfe\0")
    preview.read_until("Nothing was published")
    board.write_text(text, "utf-8")
    preview.read_until("Reloading browsers")

    for number in range(1000):
        project.write(f"postings/many/job-{number}.md", posting(f"Many {number}"))
    while "Many 999" not in preview.get("jobs/job-999/"):
        preview.read_until("Reloading browsers")
    shutil.rmtree(project.root / "postings" / "many")
    while "Many 999" in preview.get("jobs/job-999/"):
        preview.read_until("Reloading browsers")
    assert "Traceback" not in preview.end(signal.SIGTERM)


def test_a_preview_answers_odd_requests(tmp_path: Path) -> None:
    """With a page or with 404, and never with a file from elsewhere."""
    project = make_project(tmp_path)
    project.write("postings/one.md", posting("First title"))
    preview = Preview(project)
    preview.read_until("Serving on")
    for address in ("%00", "a%00b/", "jobs/%ff/", "../../board.yml", "%2e%2e/board.yml", "..%2fboard.yml", "x" * 5000):
        assert preview.get(address).startswith("404"), address
    assert "First title" in preview.get("jobs/one/")
    assert "Traceback" not in preview.end(signal.SIGTERM)


SWALLOWED = """
import contextlib, os, signal, sys
from jobboard.preview.session import Session

session = Session(is_preview=False)
with contextlib.suppress(SystemExit):  # as a library does that calls Python back
    os.kill(os.getpid(), signal.SIGTERM)
session.break_off(TypeError("what the library makes of it"))
"""


def test_a_signal_that_a_library_swallows_ends_a_build() -> None:
    """And is no fault of the build."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "hooks")}
    result = subprocess.run([sys.executable, "-c", SWALLOWED], env=environment, timeout=PATIENCE, check=False)
    assert result.returncode == 128 + signal.SIGTERM


ODD = {
    "no home": {"HOME": ""},
    "locale C": {"LC_ALL": "C"},
    "file names in ASCII": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "another locale": {"LANG": "tr_TR.UTF-8", "LC_ALL": "", "LANGUAGE": "tr"},
    "no git": {"PATH": "/nowhere"},
    "far east": {"TZ": "Pacific/Kiritimati"},
    "far west": {"TZ": "Etc/GMT+12"},
    "no zone": {"TZ": "Nowhere/Nothing"},
    "hash seed": {"PYTHONHASHSEED": "4711"},
    "one process": {"JOBBOARD_PROCESSES": "1"},
    "console of Windows": {"PYTHONIOENCODING": "cp1252"},
}
"""Machines on which the same files give the same site."""


@pytest.mark.parametrize("environment", ODD.values(), ids=ODD)
def test_a_site_is_the_same_on_any_machine(built: Project, environment: dict[str, str], tmp_path: Path) -> None:
    """Byte for byte, whatever surrounds the build."""
    result = Running(built, "mkdocs", "build", "--strict", "-q", "-d", str(tmp_path / "site"), **environment)
    said = result.rest()
    assert result.process.returncode == 0, said
    assert snapshot(tmp_path / "site") == snapshot(built.site)


def test_a_site_is_the_same_in_any_order_of_files(built: Project, tmp_path: Path) -> None:
    """A copy whose files were made in another order, at another time, gives the same bytes."""
    copy = make_project(tmp_path / "copy")
    for name, content in reversed(snapshot(built.root / "postings").items()):
        os.utime(copy.write(f"postings/{name}", content), (0, 0))
    assert copy.build().returncode == 0
    assert snapshot(copy.site) == snapshot(built.site)


@pytest.mark.parametrize(
    "now", ["1970-01-01T00:00:00Z", "2026-02-28T23:59:59Z", "2028-02-29T12:00:00Z", "2999-12-31T23:59:59Z"]
)
def test_any_clock_gives_a_site(built: Project, tmp_path: Path, now: str) -> None:
    """One that was set back, a leap day, the end of time."""
    result = built.build("-q", "-d", str(tmp_path / "site"), JOBBOARD_NOW=now)
    assert (result.returncode, result.stdout) == (0, result.stdout)
    assert "Traceback" not in result.stdout


def test_a_checkout_that_cannot_be_written_can_be_built(built: Project, tmp_path: Path) -> None:
    """With the output elsewhere."""
    build = f"'{Path(sys.executable).parent}/mkdocs' build --strict -q -d '{tmp_path}/site'"
    root, environment = str(built.root), os.environ | built.environment | {"NO_MKDOCS_2_WARNING": "1"}
    if os.geteuid() == 0:
        if not shutil.which("unshare") or subprocess.run(["unshare", "-m", "true"], check=False).returncode:
            pytest.skip("root can write everywhere, and here no file system can be made read-only")
        mounted = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && cd "$0" && ! touch x 2>/dev/null &&'
        command = ["unshare", "-m", "sh", "-c", f"{mounted} {build}", root]
    else:
        for path in (built.root, *built.root.rglob("*")):
            path.chmod(path.stat().st_mode & ~0o222)
        command = ["sh", "-c", f'cd "$0" && {build}', root]
    try:
        result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False)
    finally:
        for path in (built.root, *built.root.rglob("*")):
            path.chmod(path.stat().st_mode | 0o200)
    assert result.returncode == 0, result.stdout + result.stderr
    assert snapshot(tmp_path / "site") == snapshot(built.site)


@pytest.mark.parametrize("kind", ["pipe", "socket", "folder", "device", "link", "link to nowhere", "link to itself"])
def test_what_is_no_file_is_no_posting(policy: Policy, tmp_path: Path, kind: str) -> None:
    """It is reported in its turn, and nobody waits for it."""
    path = tmp_path / "x.md"
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "socket":
            with socket.socket(socket.AF_UNIX) as end:
                end.bind(os.path.relpath(path))  # whose names must be short
        case "folder":
            path.mkdir()
            path.chmod(0)
        case "device":
            try:
                os.mknod(path, 0o644 | stat.S_IFCHR, os.makedev(1, 5))
            except PermissionError:
                path.symlink_to("/dev/zero")
        case "link":
            (tmp_path / "_real.md").write_text(posting())
            path.symlink_to("_real.md")
        case "link to nowhere":
            path.symlink_to("nowhere")
        case "link to itself":
            path.symlink_to("x.md")
    collection = read_collection([str(path)], tmp_path, policy)
    assert [diagnostic.rule for diagnostic in collection.diagnostics] == ["unreadable-file"]


def test_files_that_change_while_they_are_read(policy: Policy, tmp_path: Path) -> None:
    """Each is what it was before or after, or is said not to be there; nothing else."""
    folder = tmp_path / "postings"
    names = [f"year/job-{number}.md" for number in range(12)]
    texts = [posting("Old title", body="Old. " * 4000), posting("New title", body="New. " * 8000)]
    (folder / "year").mkdir(parents=True)
    has_ended = threading.Event()
    read = 0

    def change() -> None:
        for turn in range(600):
            path = folder / names[turn % len(names)]
            if turn % 17 == 0:
                shutil.rmtree(folder / "year", ignore_errors=True)
                (folder / "year").mkdir(exist_ok=True)
            new = folder / "_new"
            new.write_text(texts[turn % 2])
            new.replace(path)
        has_ended.set()

    changing = threading.Thread(target=change)
    changing.start()
    try:
        while not has_ended.is_set():
            collection = read_collection(find_postings(folder), folder, policy)
            read += len(collection.postings)
            for found in collection.postings:
                kind = found.title.split()[0]
                assert found.body.split() == [f"{kind}."] * (4000 if kind == "Old" else 8000)
            assert {diagnostic.rule for diagnostic in collection.diagnostics} <= {"unreadable-file"}
    finally:
        changing.join()
    assert read
