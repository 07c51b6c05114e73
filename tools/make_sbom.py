#!/usr/bin/env python3
"""Adds to a bill of materials what no package manager knows of: the scripts of others that a site carries.

    make_sbom.py BILL

BILL is CycloneDX as JSON, as `make sbom` has it made of the environment that builds a site; it is rewritten in place.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
VENDORED = ROOT / "theme" / "assets" / "vendor"


def main(bill: Path) -> None:
    """Add each vendored script, as its README describes it."""
    content = json.loads(bill.read_bytes())
    components = content.setdefault("components", [])
    components += [_describe(folder) for folder in sorted(VENDORED.iterdir())]
    bill.write_text(json.dumps(content, indent=2) + "\n", "utf-8")


def _describe(folder: Path) -> dict[str, Any]:
    package = re.search(r"npm package `([^@`]+)@([^`]+)`", (folder / "README.md").read_text("utf-8"))
    assert package, f"{folder}: its README does not name the npm package"
    name, version = package.groups()
    return {
        "bom-ref": f"vendored-{name}",
        "type": "library",
        "name": name,
        "version": version,
        "purl": f"pkg:npm/{name}@{version}",
        "licenses": [
            {"license": {"name": "see LICENSE.txt", "text": {"content": (folder / "LICENSE.txt").read_text("utf-8")}}}
        ],
        "properties": [
            {
                "name": f"sha256:{path.relative_to(ROOT).as_posix()}",
                "value": hashlib.sha256(path.read_bytes()).hexdigest(),
            }
            for path in sorted(folder.glob("*.js"))
        ],
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
