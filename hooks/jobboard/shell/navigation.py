"""The site's navigation as written in `mkdocs.yml`."""

from __future__ import annotations

from typing import Any


def titles_in(navigation: Any) -> dict[str, str]:
    """The title of every source file that *navigation* names, at any depth."""
    titles: dict[str, str] = {}
    for item in navigation or ():
        for title, target in item.items() if isinstance(item, dict) else ():
            titles |= {target: title} if isinstance(target, str) else titles_in(target)
    return titles
