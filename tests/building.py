"""Whole sites, built for real by the command people use, and read back from the public files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import forking

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
"""Where the commands are."""
NOW = "2026-11-20T12:00:00Z"
SILENCE = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
"""Material and ProperDocs print a notice about MkDocs 2."""

POSTING = """\
---
title: {title}
author: Ada Lovelace
organization: {organization}
position: postdoc
date: {date}
deadline: {deadline}
location: "Edinburgh, United Kingdom"
tags: [imaging]
apply: https://example.org/jobs/42
{more}---

{body}
"""


def posting(
    title: str = "Postdoc in medical imaging",
    *,
    organization: str = "Northbridge University",
    date: str = "2026-11-01",
    deadline: str = "2026-12-31",
    more: str = "",
    body: str = "Two years on models that read scans of the heart.",
) -> str:
    """A valid posting with one thing changed; *more* holds whole lines."""
    return POSTING.format(title=title, organization=organization, date=date, deadline=deadline, more=more, body=body)


@dataclass
class Project:
    """A project with postings of its own."""

    root: Path
    environment: dict[str, str] = field(default_factory=lambda: {"JOBBOARD_NOW": NOW})

    @property
    def site(self) -> Path:
        """Where the site is built."""
        return self.root / "site"

    def write(self, name: str, text: str | bytes) -> Path:
        """Write one file, such as `postings/a.md` or `board.yml`."""
        path = self.root / name
        assert path.resolve().is_relative_to(self.root.resolve()), "hooks and theme are the product's own"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def build(
        self, *options: str, program: str | Path = "mkdocs", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run `mkdocs build --strict` in the project; by the path of *program* it is started anew."""
        return self._run(program, ["build", "--strict", *options], environment)

    def jobboard(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the `jobboard` command in the project."""
        return self._run("jobboard", list(arguments), environment)

    def page(self, address: str) -> str:
        """The published page at *address*."""
        return (self.site / address / "index.html").read_text("utf-8")

    def file(self, address: str) -> str:
        """The published file at *address*."""
        return (self.site / address).read_text("utf-8")

    def _run(
        self, command: str | Path, arguments: list[str], environment: dict[str, str]
    ) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("JOBBOARD_", "SOURCE_DATE"))}
        kept |= SILENCE | {"PATH": f"{BIN}{os.pathsep}{kept.get('PATH', '')}"}
        own = {"COLUMNS": "100"} | self.environment | environment
        is_mixed = command != "jobboard"
        if command in forking.MAINS and all(name.startswith(forking.HEEDED) for name in own):
            return forking.run(str(command), arguments, self.root, kept | own, is_mixed)
        return subprocess.run(
            [BIN / command, *arguments],
            cwd=self.root,
            env=kept | own,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT if is_mixed else subprocess.PIPE,
            text=True,
            check=False,
            timeout=120,
        )


def make_project(root: Path) -> Project:
    """An empty project in *root*: the product's code, theme and rules, and the tests' own policy, pages and site."""
    root.mkdir(exist_ok=True)
    for name in ("hooks", "theme"):
        (root / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "tests" / "docs", root / "docs")
    shutil.copytree(ROOT / "docs" / "rules", root / "docs" / "rules")
    for name in ("board.yml", "mkdocs.yml"):
        shutil.copy(ROOT / "tests" / name, root)
    shutil.copy(ROOT / "mkdocs.yml", root / "product.yml")
    (root / "postings").mkdir()
    return Project(root)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below *folder* with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
