"""Diagnostics as SARIF 2.1.0, which GitHub code scanning and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from jobboard import __version__
from jobboard.diagnostics.diagnostic import Diagnostic, Edit, Mark, made_visible
from jobboard.diagnostics.rules import RULES, Rule

_INDEX = {rule.name: index for index, rule in enumerate(RULES)}


def render_sarif(diagnostics: Sequence[Diagnostic], site_url: str | None = None) -> str:
    """One run with all rules and a result for each diagnostic; paths are relative to the repository's root."""
    driver: dict[str, Any] = {
        "name": "jobboard",
        "version": __version__,
        "rules": [_describe_rule(rule, site_url) for rule in RULES],
    }
    if site_url:
        driver["informationUri"] = f"{site_url}rules/"
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_describe_result(diagnostic) for diagnostic in made_visible(diagnostics)],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2) + "\n"


def _describe_rule(rule: Rule, site_url: str | None) -> dict[str, Any]:
    described: dict[str, Any] = {
        "id": rule.name,
        "shortDescription": {"text": rule.meaning},
        "defaultConfiguration": {"level": rule.severity.value},
    }
    if site_url:
        described["helpUri"] = f"{site_url}rules/{rule.name}/"
    return described


def _describe_result(diagnostic: Diagnostic) -> dict[str, Any]:
    primary, *others = diagnostic.marks or (None,)
    label = f" – {primary.label}" if primary and primary.label else ""
    text = "\n".join([diagnostic.message + label, *(f"help: {proposal}" for proposal in diagnostic.help)])
    result: dict[str, Any] = {
        "ruleId": diagnostic.rule,
        "ruleIndex": _INDEX[diagnostic.rule],
        "level": diagnostic.severity.value,
        "message": {"text": text},
        "locations": [_describe_place(diagnostic.path, primary)],
    }
    related = [_describe_place(diagnostic.path, mark) for mark in others if mark]
    if related:
        result["relatedLocations"] = [{"id": number, **place} for number, place in enumerate(related, 1)]
    replacements = [_describe_edit(edit, diagnostic.marks) for edit in diagnostic.fix]
    if replacements and all(replacements):  # all of them together, or nothing
        change = {"artifactLocation": _locate(diagnostic.path), "replacements": replacements}
        result["fixes"] = [{"description": {"text": "what `jobboard check --fix` does"}, "artifactChanges": [change]}]
    return result


def _describe_edit(edit: Edit, marks: Sequence[Mark]) -> dict[str, Any] | None:
    """A replacement; None when it cannot be told whether it goes beyond the end of its line."""
    text = next((mark.text for mark in marks if mark.line == edit.line), None)
    if text is None and edit.length:
        return None
    end = edit.column + edit.length
    region = {"startLine": edit.line, "startColumn": edit.column, "endColumn": end}
    if text is not None and edit.length and end > len(text) + 1:
        if end > len(text) + 2:
            return None
        region |= {"endLine": edit.line + 1, "endColumn": 1}
    return {"deletedRegion": region, "insertedContent": {"text": edit.replacement}}


def _describe_place(path: str, mark: Mark | None) -> dict[str, Any]:
    """The *mark*; the first line where the file as a whole is meant."""
    region: dict[str, Any] = {"startLine": 1}
    if mark:
        region = {"startLine": mark.line, "startColumn": mark.column, "endColumn": mark.column + mark.length}
    place: dict[str, Any] = {"physicalLocation": {"artifactLocation": _locate(path), "region": region}}
    if mark and mark.label:
        place["message"] = {"text": mark.label}
    return place


def _locate(path: str) -> dict[str, str]:
    for kind in (PurePosixPath, PureWindowsPath):
        if (absolute := kind(path)).is_absolute():
            return {"uri": absolute.as_uri()}
    return {"uri": quote(path), "uriBaseId": "%SRCROOT%"}
