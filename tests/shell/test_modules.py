"""Scripts that are asked for early: all that a page's scripts import, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobboard.shell.modules import Modules


def test_all_imports_are_found(tmp_path: Path) -> None:
    """Over several lines, in other folders, in a circle; each once, and not what is imported when it is needed."""
    texts = {
        "main.js": 'import { a } from "./part/a.js";\nimport {\n  b,\n} from "./b.js";\nconst late = () => import("./late.js");',
        "part/a.js": 'import { b } from "../b.js";\n/** @typedef {import("./types.js").T} T */\nexport { c } from "./c.js";',
        "b.js": 'import { main } from "./main.js";',
        "part/c.js": "",
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    assert Modules(tmp_path).imported_by(["main.js"]) == ["part/a.js", "b.js", "part/c.js"]
    with pytest.raises(FileNotFoundError):
        Modules(tmp_path).imported_by(["gone.js"])
