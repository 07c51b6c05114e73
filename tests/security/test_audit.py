"""What the project is made of, and what it promises about that."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from building import ROOT
from check_licences import is_allowed


def test_every_package_and_script_has_an_allowed_licence() -> None:
    """Those of what is locked and installed, and of the scripts of others that stand in the repository."""
    result = subprocess.run(
        [sys.executable, ROOT / "tools" / "check_licences.py"], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert re.search(r"^\d{2,} packages and 2 scripts looked at, 0 not allowed$", result.stdout, re.MULTILINE)


@pytest.mark.parametrize(
    ("expression", "is_met"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("GPL-2.0-only OR MIT", True),
        ("MIT OR GPL-2.0-only", True),
        ("MIT AND GPL-2.0-only", False),
        ("MPL-2.0 AND (Apache-2.0 OR GPL-3.0-only)", True),
        ("MPL-2.0 AND (GPL-2.0-only AND MIT)", False),
        ("(GPL-2.0-only OR MIT) AND GPL-2.0-only", False),
        ("", False),
        ("Some own words", False),
    ],
)
def test_an_expression_of_licences_is_understood(expression: str, is_met: bool) -> None:
    """SPDX's OR lets one choose, its AND does not."""
    assert is_allowed(expression) is is_met


def test_locks_of_tools_hold_names_versions_and_hashes() -> None:
    """Like those of the site."""
    for path in ROOT.glob("requirements*.txt"):
        text = path.read_text("utf-8")
        assert not re.search(r"https?://", text), path
        assert text.count("==") - text.count(" == ") == len(
            re.findall(r"^\S+==.*\\\n    --hash=sha256:", text, re.MULTILINE)
        ), path


def test_what_npm_installs_is_locked_with_hashes() -> None:
    """And runs nothing of its own when it is installed; the Makefile knows no other way."""
    text = (ROOT / "tools/typescript/package-lock.json").read_text("utf-8")
    packages = {name: package for name, package in json.loads(text)["packages"].items() if name}
    assert packages
    assert not re.search(r"https?://", text)
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    calls = re.findall(r"^\s*npm (\w+)(.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert [verb for verb, _ in calls] == ["ci"]
    assert all("--ignore-scripts" in options for _, options in calls)


def test_every_proof_that_is_named_exists() -> None:
    """SECURITY.md and HOSTING.md name files and verbs that there are."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for name in ("SECURITY.md", "HOSTING.md"):
        text = (ROOT / name).read_text("utf-8")
        for path in re.findall(r"`((?:tests|tools|hooks|docs)/[\w./-]+)`", text):
            assert (ROOT / path).exists(), path
        for verb in re.findall(r"`make (\w+)`", text):
            assert re.search(rf"^{verb}:", makefile, re.MULTILINE), verb
