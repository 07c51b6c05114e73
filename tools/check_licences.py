"""Says whether every locked package, and every script of others in this repository, has a licence that is allowed here.

`python tools/check_licences.py`, in the environment that `make test` sets up: what a package says of itself is read from there.
Locked packages that this system does not need are named and passed over.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.txt", "requirements-dev.txt")
NPM_LOCK = "tools/typescript/package-lock.json"
VENDORED = {"theme/assets/vendor/minisearch/LICENSE.txt": "MIT", "tests/browser/vendor/axe-LICENSE.txt": "MPL-2.0"}

ALLOWED = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CNRI-Python", "ISC", "MIT", "MIT-0", "MPL-1.1", "MPL-2.0",
    "PSF-2.0", "Unlicense", "W3C", "Zlib",
}  # fmt: skip
"""They let everybody use, change and pass on a board, and ask at most to name them and to publish changes of their own files."""

_CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "ISC License (ISCL)": "ISC",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "W3C License": "W3C",
}
_CHOICES = {"feedgen": "BSD-2-Clause OR LGPL-3.0-or-later", "trustme": "MIT OR Apache-2.0"}
"""Packages whose classifiers name several licences of which one may choose; each says so in its README."""


def main() -> int:
    """Print what is not allowed, and the counts; 1 when there is anything."""
    packages = dict(_find_packages())
    absent = sorted(name for name, licence in packages.items() if licence is None)
    refused = {name: licence for name, licence in packages.items() if licence is not None and not is_allowed(licence)}
    refused |= {path: "no such file" for path in VENDORED if not (ROOT / path).is_file()}
    refused |= {path: licence for path, licence in VENDORED.items() if not is_allowed(licence)}
    known = {path.split("/vendor/")[0] + "/vendor" for path in VENDORED}
    for folder in (path for top in ("theme", "tests") for path in (ROOT / top).rglob("vendor")):
        if (name := folder.relative_to(ROOT).as_posix()) not in known:
            refused[name] = "not listed"
    for name, licence in sorted(refused.items()):
        print(f"{name}: {licence or 'says nothing of its licence'}")
    if absent:
        print(f"not needed on this system: {', '.join(absent)}")
    print(f"{len(packages) - len(absent)} packages and {len(VENDORED)} scripts looked at, {len(refused)} not allowed")
    return 1 if refused else 0


def is_allowed(expression: str) -> bool:
    """Whether an SPDX *expression* can be met by licences in `ALLOWED`."""
    words = iter(re.findall(r"[()]|[^\s()]+", expression))
    found = _meet_any(words)
    return found and next(words, None) is None


def _meet_any(words: Iterator[str]) -> bool:
    """Several licences joined by OR, each of them perhaps by AND; ends behind `)`."""
    options, is_met = [], True
    has_any = False
    for word in words:
        if word == ")":
            break
        if word == "OR":
            options.append(is_met)
            is_met = True
        elif word != "AND":
            has_any = True
            is_met &= _meet_any(words) if word == "(" else word in ALLOWED
    return has_any and any([*options, is_met])


def _find_packages() -> Iterator[tuple[str, str | None]]:
    """Each locked package with its licence; None where it is not installed."""
    for lock in LOCKS:
        for name in re.findall(r"^([A-Za-z0-9._-]+)==", (ROOT / lock).read_text("utf-8"), re.MULTILINE):
            try:
                yield name, _read_licence(name)
            except metadata.PackageNotFoundError:
                yield name, None
    for path, package in json.loads((ROOT / NPM_LOCK).read_text("utf-8"))["packages"].items():
        if path:
            yield path.removeprefix("node_modules/"), package.get("license", "")


def _read_licence(name: str) -> str:
    if name in _CHOICES:
        return _CHOICES[name]
    said = metadata.metadata(name)
    if "License-Expression" in said:
        return said["License-Expression"]
    classifiers = [line.split(" :: ")[-1] for line in said.get_all("Classifier", []) if line.startswith("License ::")]
    named = " AND ".join(_CLASSIFIERS.get(word, word.replace(" ", "-")) for word in classifiers)
    return named or next(iter(said.get_all("License", [])), "")


if __name__ == "__main__":
    sys.exit(main())
