"""The policy of a page allows the theme's own scripts, and whatever a page says is not the theme's."""

from __future__ import annotations

import base64
import hashlib
import re

from jobboard.shell.content_security import CSP_MARK, CSP_MARK_WITH_SEARCH, secure
from security.conftest import Twins


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_a_script_in_the_text_is_not_allowed() -> None:
    """Were a posting's script to survive, by a fault elsewhere, no browser would run it."""
    page = f"{CSP_MARK}<script>theme()</script><article><p>x</article><script>ran()</script></article><script>end()</script>"
    policy = secure(page)
    assert _hash("theme()") in policy
    assert _hash("end()") in policy
    assert _hash("ran()") not in policy


def test_the_policy_of_every_page_is_strict(twins: Twins) -> None:
    """Nothing from elsewhere, nothing inline but by its hash, no plug-ins; Trusted Types but with Material's own search."""
    policies = set()
    for path in twins.hostile.site.rglob("*.html"):
        found = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', path.read_text("utf-8"))
        if not found:  # an old address, a page without scripts
            assert "<script" not in path.read_text("utf-8"), path
            continue
        [policy] = found
        policies.add(re.sub(r" 'sha256-[^']+'", "", policy))
    strict = (
        "default-src 'self'; script-src 'self'{}; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
        "form-action 'self'; require-trusted-types-for 'script'; trusted-types default"
    )
    assert policies == {strict.format(""), strict.format(" 'wasm-unsafe-eval'")}
    assert "require-trusted-types-for" not in secure(CSP_MARK_WITH_SEARCH)
