"""What a page may load and run: nothing from elsewhere, and no script but the site's own."""

from __future__ import annotations

import base64
import hashlib
import re

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)

CSP_MARK = "\x04csp"
"""What the theme prints where the Content-Security-Policy goes."""

SEARCH_MARK = 'id="board-query"'
"""What only the page with the search holds."""


def secure(rendered: str) -> str:
    """*rendered* with a Content-Security-Policy in place of `CSP_MARK`.

    Material's own inline scripts are allowed by their hashes; the board's page may run Pagefind's WebAssembly.
    """
    if CSP_MARK not in rendered:
        return rendered
    scripts = dict.fromkeys(_INLINE_SCRIPT.findall(rendered))
    hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    wasm = ["'wasm-unsafe-eval'"] if SEARCH_MARK in rendered else []
    allowed = " ".join(["'self'", *wasm, *(f"'sha256-{digest}'" for digest in hashes)])
    policy = (
        f"default-src 'self'; script-src {allowed}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "object-src 'none'; base-uri 'self'; form-action 'self'"
    )
    return rendered.replace(CSP_MARK, policy)
