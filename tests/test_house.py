"""The house's own rules: what is promised is complete, and what must not be committed is not."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

import jobboard
from building import ROOT
from jobboard.fields.table import FIELDS, FOREIGN_NAMES
from jobboard.posting import Posting
from jobboard.site.address import Site
from jobboard.site.dataset import POSTING_FIELDS, make_schema

LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-properdocs.txt")
PACKAGE = ROOT / "hooks" / "jobboard"
SITE = Site(
    url="https://e.org/", title="T", description="D", language="en", repository="https://e.org/r", branch="main"
)


def tracked_files() -> list[Path]:
    """Every text file of the repository."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [path for name in listed.split() if (path := ROOT / name).is_file()]


def test_every_field_fills_a_part_of_a_posting() -> None:
    """The field table, the posting and the dataset's schema know the same fields."""
    fields = {field.name for field in FIELDS}
    parts = set(Posting._fields)
    assert fields - {"location"} <= parts
    left_out = {"path", "body", "draft", "timezone", "deadline", "listed_until", "not_duplicate_of"}
    assert set(POSTING_FIELDS) == parts - left_out, "a new part is published, or left out on purpose"
    properties = set(json.loads(make_schema(SITE))["properties"]["jobs"]["items"]["properties"])
    assert fields - properties == {"location", "draft", "timezone", "listed_until", "not_duplicate_of"}
    assert set(FOREIGN_NAMES.values()) <= fields
    assert not set(FOREIGN_NAMES) & fields


def test_imports_go_down_only() -> None:
    """From the doors to the nouns, as the map in `jobboard/__init__.py` has it, which names every room."""
    lines = re.findall(r"^ {4}(\w+(?:, \w+)*) {4}", jobboard.__doc__ or "", re.MULTILINE)
    rooms = [room for line in lines for room in line.split(", ")]
    assert sorted(rooms) == sorted(path.stem for path in PACKAGE.iterdir() if not path.stem.startswith("_"))
    for path in PACKAGE.rglob("*.py"):
        own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for line in re.findall(r"^ *(?:from|import) jobboard\b.*", path.read_text("utf-8"), re.MULTILINE):
            named = re.match(r" *(?:from jobboard import |from jobboard\.|import jobboard\.)(\w+)", line)
            if own in rooms and named and named[1] in rooms:
                assert rooms.index(own) <= rooms.index(named[1]), f"{path}: {line.strip()}"


def test_what_is_private_is_used_in_its_module() -> None:
    """What nothing calls any more is not kept."""
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text("utf-8")
        for name in re.findall(r"^(?:def |class |async def )?(_[a-zA-Z]\w*)\b(?=[(:]| = )", text, re.MULTILINE):
            assert len(re.findall(rf"\b{name}\b", text)) > 1, f"{path}: {name}"


def test_a_wheel_holds_the_whole_package(tmp_path: Path) -> None:
    """Each of its files, tables included, and nothing else."""
    script = "import sys; from pdm.backend import build_wheel; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", script, tmp_path], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    package = {str(path.relative_to(ROOT / "hooks")) for path in tracked_files() if path.is_relative_to(PACKAGE)}
    with zipfile.ZipFile(wheel) as archive:
        assert {name for name in archive.namelist() if ".dist-info/" not in name} == package


def test_no_committed_file_names_a_registry() -> None:
    """Locks hold names, versions and hashes; where packages come from is the machine's business."""
    for name in (*LOCKS, "pyproject.toml", "Makefile", ".ci/run"):
        text = (ROOT / name).read_text("utf-8")
        assert not re.search(r"https?://(?!127\.0\.0\.1)|--(extra-)?index-url|--find-links", text), name


def test_no_committed_file_says_where_packages_come_from() -> None:
    """Not one file of the repository tells an installer where to look."""
    for path in tracked_files():
        if path != Path(__file__):
            text = path.read_text("utf-8", errors="replace")
            assert not re.search(r"--(extra-)?index-url|--find-links", text), path


def test_every_locked_package_has_a_hash() -> None:
    """Nothing can be installed that was not locked."""
    for name in LOCKS:
        text = (ROOT / name).read_text("utf-8")
        assert text.count("==") == len(re.findall(r"==.*\\\n    --hash=sha256:", text)), name


WORKFLOWS = sorted((ROOT / ".github" / "workflows").iterdir())
_TRIGGERS = {"pull_request", "push", "schedule", "workflow_dispatch"}
"""None of them gives a stranger's proposal, comment or earlier run the rights of this repository."""


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_hold_to_the_rules(path: Path) -> None:
    """No rights by default, actions pinned by hash, nothing interpolated into a shell, no token left for what runs later."""
    workflow = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    assert workflow["permissions"] == {}
    assert set(workflow["on"]) <= _TRIGGERS
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
            if "uses" in step:
                assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step["uses"])
                assert "script" not in step.get("with", {})
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_job_runs_code_and_has_rights(path: Path) -> None:
    """What checks out a stranger's proposal, or this repository, may read and no more; nothing there is a secret, or cached."""
    text = path.read_text("utf-8")
    workflow = yaml.load(text, Loader=yaml.BaseLoader)
    assert "secrets" not in re.sub(r"#.*", "", text)
    for job in workflow["jobs"].values():
        steps = [step.get("uses", "") for step in job["steps"]]
        if any(uses.startswith("actions/checkout@") for uses in steps) or "pull_request" in workflow["on"]:
            assert set(job["permissions"].values()) == {"read"}
        assert not any(uses.startswith("actions/cache") for uses in steps)
        assert not any("cache" in step.get("with", {}) for step in job["steps"])
