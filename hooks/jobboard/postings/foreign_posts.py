"""Posts of other sites, which are not postings that somebody got wrong."""

from __future__ import annotations

from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.diagnostics.rules import FOREIGN_POST
from jobboard.fields.table import FOREIGN_NAMES
from jobboard.policy import Policy
from jobboard.postings.writer import needed_fields
from jobboard.program import spell_call
from jobboard.source.front_matter import Document
from jobboard.standards.invisible import write_visibly

_OF_OTHER_SITES = frozenset({
    "layout", "permalink", "subtitle", "comments", "comment", "categories", "category", "slug", "weight", "excerpt", "header", "toc",
    "image", "images", "img", "thumbnail", "cover", "featured", "math", "mathjax", "katex", "published", "redirect_from", "lastmod",
    "keywords", "external_link", "share", "profile", "show_date", "commentable", "reading_time", "authors", "editable", "output",
    "bibliography", "taxonomies", "extra", "template", "parent", "nav_order", "hide", "hidden", "robots", "teaser", "sidebar",
    "classes", "author_profile", "read_time", "related", "tagline", "description", "type", "lang", "id", "uid", "url", "sitemap", "menu",
    "publishdate", "expirydate", "hero", "banner", "icon", "gallery", "series", "lead", "sticky", "pinned", "search", "feed", "css", "js",
})  # fmt: skip
"""What Jekyll, Hugo and their like, and the themes made for them, know and a posting does not."""
_MISSING = 4
"""Fields without which something is no posting with mistakes any more."""


def find_foreign_post(document: Document, policy: Policy) -> Diagnostic | None:
    """That the file is a post of another site: it has that site's fields, and lacks most of a posting's."""
    entries = document.entries or {}
    foreign = next((entry.key for name, entry in entries.items() if name.casefold() in _OF_OTHER_SITES), None)
    if foreign is None:
        return None
    meant = {FOREIGN_NAMES.get(name.casefold()) for name in entries}
    if len(needed_fields(policy) - entries.keys() - meant - document.doubtful) < _MISSING:
        return None
    source = document.source
    mark = source.mark_node(foreign, "a posting has no such field")
    help = (
        f"run `{spell_call('import', write_visibly(source.path))}`, which makes a posting of it, and delete this file",
        "or copy the template, and fill in what this one says",
    )
    return source.report(FOREIGN_POST, "this is a post of another site, and not a posting", mark, help=help)
