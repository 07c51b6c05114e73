"""What a page may load and run: nothing from elsewhere, and no script but the site's own."""

from __future__ import annotations

import base64
import hashlib
import re

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_CONTENT = re.compile(r"<article\b.*</article>", re.DOTALL)
"""What a page says, which no script of the theme is in."""

CSP_MARK, CSP_MARK_WITH_SEARCH = "\x04csp", "\x05csp"
"""What the theme prints where the Content-Security-Policy goes; Material's own search writes HTML, which needs another one."""

BOARD_MARK = 'id="board-query"'
"""What only the page with the board's search holds."""


def secure(rendered: str) -> str:
    """*rendered* with a Content-Security-Policy in place of its mark.

    Inline scripts of the theme are allowed by their hashes, those in the page's own text are not. The board's page may run
    Pagefind's WebAssembly. Where browsers know Trusted Types, no text becomes HTML or a script.
    """
    mark = next((mark for mark in (CSP_MARK, CSP_MARK_WITH_SEARCH) if mark in rendered), None)
    if mark is None:
        return rendered
    scripts = dict.fromkeys(_INLINE_SCRIPT.findall(_CONTENT.sub("", rendered)))
    hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    wasm = ["'wasm-unsafe-eval'"] if BOARD_MARK in rendered else []
    allowed = " ".join(["'self'", *wasm, *(f"'sha256-{digest}'" for digest in hashes)])
    policy = (
        f"default-src 'self'; script-src {allowed}; style-src 'self'; img-src 'self' data:; object-src 'none'; "
        "base-uri 'self'; form-action 'self'"
    )
    if mark == CSP_MARK:
        policy += "; require-trusted-types-for 'script'; trusted-types default"
    return rendered.replace(mark, policy)
