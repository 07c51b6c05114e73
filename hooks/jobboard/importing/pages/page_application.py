"""How to apply, from what a page states, links to and says."""

from __future__ import annotations

import re
from typing import Any

from jobboard.importing.draft import Draft, Finding, Origin
from jobboard.importing.pages.job_posting import contact_of, reference_of
from jobboard.importing.pages.page_address import PageAddresses

_ABOUT_APPLYING = re.compile(
    r"\b(?:send|submit|appl(?:y|ications?|ying)|bewerb\w*|candidatures?|postuler)\b", re.IGNORECASE
)


def complete_application(
    draft: Draft, job: dict[str, Any] | None, link: tuple[str, str], places: PageAddresses
) -> None:
    """Put the page's own way to apply before what its text seems to say, and keep what the text asks for.

    A button or a contact of the page comes first, then a labelled line of the text, then the address of a posting
    with structured data; what was merely recognised in sentences comes last.
    """
    said = draft.findings.pop("apply", None)
    parts = _parts_of(said)
    if said and said.origin is Origin.INFERRED and not _ABOUT_APPLYING.search(said.evidence.split(" … ")[0]):
        parts.pop("url", None)  # a link in passing
    address, words = link
    own, evidence = contact_of(job) if job is not None else ({}, "")
    if address:
        kind = "email" if address.startswith("mailto:") else "url"
        own, evidence = {kind: address.removeprefix("mailto:")}, f"{words}: {address}"
    is_said = said is not None and ("url" in parts or "email" in parts)
    if (
        not own
        and places.posting
        and (job is not None or not is_said)
        and not (is_said and said and said.origin is Origin.FOUND)
    ):
        own, evidence = {"url": places.posting}, f"the page's own address: {places.posting}"
        if said and job is not None and _ABOUT_APPLYING.search(said.evidence):
            own |= {"email": parts["email"]} if "email" in parts else {}
    reference = reference_of(job) if job is not None else ""
    if not own and not is_said and reference:
        draft.unknown["identifier"] = reference
    reference = reference or parts.get("reference", "")
    ways = own or {key: parts[key] for key in ("url", "email") if key in parts}
    asked = {key: parts[key] for key in ("materials", "letters") if key in parts}
    is_certain = (
        said.origin is Origin.FOUND if said and (asked or not own or ("email" in ways and "email" in parts)) else True
    )
    value = ways | ({"reference": reference} if reference else {}) | asked
    if not value or (not ways and not asked):
        return
    seen = [
        evidence,
        said.evidence if said and (asked or not own) else "",
        f"identifier: {reference}" if reference else "",
    ]
    is_certain = is_certain and (bool(address) or job is not None or not own)
    (draft.find if is_certain else draft.infer)("apply", value, "; ".join(filter(None, seen)))


def _parts_of(said: Finding | None) -> dict[str, Any]:
    if said is None:
        return {}
    if isinstance(said.value, dict):
        return dict(said.value)
    text = str(said.value)
    return {"url": text} if "://" in text else {"email": text.removeprefix("mailto:")}
