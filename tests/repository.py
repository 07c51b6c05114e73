"""Postings under git."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from building import posting


class Repository:
    """A folder under git, whose commits have days of their own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.postings = root / "postings"
        self.postings.mkdir(exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, day: str = "2026-11-01") -> None:
        """Run git as nobody in particular, on *day*."""
        identity = {f"GIT_{who}_{what}": "a@e.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        dates = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"{day}T08:00:00+00:00")
        alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        subprocess.run(["git", *arguments], cwd=self.root, env=os.environ | identity | dates | alone, check=True)

    def commit(self, day: str, **texts: str) -> None:
        """Write postings and commit them."""
        for slug, text in texts.items():
            (self.postings / f"{slug}.md").write_text(text, "utf-8")
        self.git("add", "postings", day=day)
        self.git("commit", "-q", "-m", "-", day=day)


def updated(day: str, *, deadline: str = "2026-12-31", **more: str) -> str:
    """A posting that was updated on *day*; *more* are other fields."""
    lines = "".join(f"{name}: {value}\n" for name, value in {"updated": day, **more}.items())
    return posting("Heart & soul", deadline=deadline, more=lines)
