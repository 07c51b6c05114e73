"""How to apply, from what a page states and links to; its text is weighed together with this."""

from __future__ import annotations

from typing import Any

from jobboard.importing.candidates import Candidate
from jobboard.importing.draft import Draft
from jobboard.importing.pages.job_posting import contact_of, reference_of
from jobboard.importing.pages.page_address import PageAddresses


def propose_application(draft: Draft, job: dict[str, Any] | None, link: tuple[str, str], places: PageAddresses) -> None:
    """Keep the page's button, the contact of its structured data and its own address for the decision."""
    address, words = link
    own, evidence = contact_of(job) if job is not None else ({}, "")
    if address:
        kind = "apply email" if address.startswith("mailto:") else "apply url"
        shown = f"{words}: {address}"
        draft.propose(kind, Candidate(address.removeprefix("mailto:"), ("button",), shown, -1))
    for kind, value in own.items():
        draft.propose(f"apply {kind}", Candidate(value, ("structure",), evidence, -2))
    if job is not None and places.posting and not address and not own:
        shown = f"the page's own address: {places.posting}"
        draft.propose("apply url", Candidate(places.posting, ("the page itself",), shown, -3))


def complete_application(draft: Draft, job: dict[str, Any] | None, places: PageAddresses) -> None:
    """Add the reference of the structured data, and the page's own address where nothing else says how to apply."""
    reference = reference_of(job) if job is not None else ""
    finding = draft.findings.get("apply")
    value: dict[str, Any] = dict(finding.value) if finding and isinstance(finding.value, dict) else {}
    evidence = finding.evidence if finding else ""
    has_way = bool(value.get("url") or value.get("email"))
    if not has_way and places.posting and "apply" not in draft.doubts:
        value = {"url": places.posting, **value}
        evidence = f"the page's own address: {places.posting}" + (f" … {evidence}" if evidence else "")
    elif not has_way and reference:
        draft.unknown["identifier"] = reference
    if reference and (value.get("url") or value.get("email")):
        value["reference"] = reference
        evidence = f"{evidence}; identifier: {reference}"
    if (finding and value == finding.value) or not value:
        return
    order = {key: value[key] for key in ("url", "email", "reference", "materials", "letters") if key in value}
    is_stated = (
        finding is not None and finding.certainty == "found"
        if has_way
        else job is not None and not set(value) - {"url", "reference"}
    )
    draft.findings.pop("apply", None)
    (draft.find if is_stated else draft.infer)("apply", order, evidence)
