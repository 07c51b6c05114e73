"""Sources about one position, to drafts and to postings."""

from __future__ import annotations

import datetime as dt

from jobboard.importing.assessment import assess
from jobboard.importing.draft import Draft
from jobboard.importing.posting_file import render_posting
from jobboard.importing.sources import draft_documents
from jobboard.policy import Policy


def draft_document(data: bytes, source: str, name: str) -> Draft:
    """The draft of *data*, whose kind its content tells, or the ending of its *name*."""
    (draft,) = draft_documents(data, source, name)
    return draft


def write_draft(draft: Draft, policy: Policy, now: dt.datetime) -> tuple[str, str]:
    """The name and the text of the posting that *draft* becomes."""
    return render_posting(draft, assess(draft, policy, now), now)
