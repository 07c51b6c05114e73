"""SARIF, the report that code scanning reads."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from building import Project
from diagnostics.reports.by_hand import diagnostic
from jobboard.diagnostics.diagnostic import Edit, Mark
from jobboard.diagnostics.reports.formats import RENDERERS
from jobboard.diagnostics.reports.sarif import render_sarif
from jobboard.diagnostics.rules import RULES

SITE = "https://jobs.example.org/"
_POSITIVE = {"type": "integer", "minimum": 1}
_MESSAGE = {
    "type": "object",
    "properties": {"text": {"type": "string", "minLength": 1}},
    "required": ["text"],
    "additionalProperties": False,
}
_REGION = {
    "type": "object",
    "properties": dict.fromkeys(("startLine", "startColumn", "endLine", "endColumn"), _POSITIVE),
    "required": ["startLine"],
    "additionalProperties": False,
}
_ARTIFACT = {
    "type": "object",
    "properties": {"uri": {"type": "string", "pattern": r"^[!-~]+$"}, "uriBaseId": {"const": "%SRCROOT%"}},
    "required": ["uri"],
    "additionalProperties": False,
}
_LOCATION = {
    "type": "object",
    "properties": {
        "id": _POSITIVE,
        "message": _MESSAGE,
        "physicalLocation": {
            "type": "object",
            "properties": {"artifactLocation": _ARTIFACT, "region": _REGION},
            "required": ["artifactLocation", "region"],
            "additionalProperties": False,
        },
    },
    "required": ["physicalLocation"],
    "additionalProperties": False,
}
_REPLACEMENT = {
    "type": "object",
    "properties": {"deletedRegion": _REGION, "insertedContent": {"type": "object", "required": ["text"]}},
    "required": ["deletedRegion"],
    "additionalProperties": False,
}
_CHANGE = {
    "type": "object",
    "properties": {
        "artifactLocation": _ARTIFACT,
        "replacements": {"type": "array", "items": _REPLACEMENT, "minItems": 1},
    },
    "required": ["artifactLocation", "replacements"],
    "additionalProperties": False,
}
_FIX = {
    "type": "object",
    "properties": {"description": _MESSAGE, "artifactChanges": {"type": "array", "items": _CHANGE, "minItems": 1}},
    "required": ["artifactChanges"],
    "additionalProperties": False,
}
_LEVEL = {"enum": ["error", "warning"]}
_RULE = {
    "type": "object",
    "properties": {
        "id": {"type": "string", "pattern": "^[a-z0-9-]+$"},
        "shortDescription": _MESSAGE,
        "helpUri": {"type": "string", "format": "uri"},
        "defaultConfiguration": {"type": "object", "properties": {"level": _LEVEL}, "required": ["level"]},
    },
    "required": ["id", "shortDescription", "defaultConfiguration"],
    "additionalProperties": False,
}
_RESULT = {
    "type": "object",
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": _LEVEL,
        "message": _MESSAGE,
        "locations": {"type": "array", "items": _LOCATION, "minItems": 1, "maxItems": 1},
        "relatedLocations": {"type": "array", "items": _LOCATION, "minItems": 1},
        "fixes": {"type": "array", "items": _FIX, "minItems": 1, "maxItems": 1},
    },
    "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
    "additionalProperties": False,
}
SARIF = {
    "type": "object",
    "properties": {
        "$schema": {"const": "https://json.schemastore.org/sarif-2.1.0.json"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "maxItems": 1,
            "items": {
                "type": "object",
                "properties": {
                    "tool": {
                        "type": "object",
                        "properties": {
                            "driver": {
                                "type": "object",
                                "properties": {
                                    "name": {"const": "jobboard"},
                                    "version": {"type": "string"},
                                    "informationUri": {"type": "string", "format": "uri"},
                                    "rules": {"type": "array", "items": _RULE, "minItems": 1, "uniqueItems": True},
                                },
                                "required": ["name", "rules"],
                                "additionalProperties": False,
                            }
                        },
                        "required": ["driver"],
                        "additionalProperties": False,
                    },
                    "columnKind": {"const": "unicodeCodePoints"},
                    "results": {"type": "array", "items": _RESULT},
                },
                "required": ["tool", "columnKind", "results"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["$schema", "version", "runs"],
    "additionalProperties": False,
}
"""The part of SARIF 2.1.0 (OASIS, sections 3.13 to 3.30) that is written here, stricter than the standard's own schema."""


def read_sarif(text: str) -> dict[str, Any]:
    """The one run of a SARIF log that keeps to the standard."""
    log = json.loads(text)
    jsonschema.validate(log, SARIF, jsonschema.Draft202012Validator)
    run: dict[str, Any] = log["runs"][0]
    return run


def test_sarif_names_every_problem_with_its_place(project: Project) -> None:
    """The log holds all rules, and each problem with its rule, level, text and stretch of a line."""
    run = read_sarif(project.jobboard("check", "--format", "sarif").stdout)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.name for rule in RULES]
    assert rules[0]["helpUri"] == f"https://jobs.example.org/rules/{rules[0]['id']}/"
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    by_rule = {result["ruleId"]: result for result in run["results"]}
    assert by_rule.keys() >= {"invalid-draft", "duplicate-field", "remote-without-country"}
    assert by_rule["remote-without-country"]["level"] == "warning"
    draft = by_rule["invalid-draft"]
    assert draft["message"]["text"].startswith(
        "`draft` must be `true` or `false`, found `fasle` – did you mean `false`?"
    )
    assert "\nhelp: `draft: false` publishes" in draft["message"]["text"]
    assert draft["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "postings/bad.md", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 11, "startColumn": 8, "endColumn": 13},
    }
    related = by_rule["duplicate-field"]["relatedLocations"]
    assert [place["physicalLocation"]["region"]["startLine"] for place in related] == [2]


def test_sarif_holds_whatever_a_file_is_called() -> None:
    """Paths become addresses, with or without a place in the file, inside the repository and outside."""
    problems = [
        diagnostic("as a whole"),
        diagnostic("a gap", Mark(line=3, column=5, length=0, text="ü"), path="postings/a ü#?%.md"),
        diagnostic("outside", path="/elsewhere/b c.md"),
        diagnostic("outside, on Windows", path="D:\\elsewhere\\b c.md"),
    ]
    run = read_sarif(render_sarif(problems, SITE))
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert places[0]["region"] == {"startLine": 1}
    assert places[1] == {
        "artifactLocation": {"uri": "postings/a%20%C3%BC%23%3F%25.md", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 3, "startColumn": 5, "endColumn": 5},
    }
    assert places[2]["artifactLocation"] == {"uri": "file:///elsewhere/b%20c.md"}
    assert places[3]["artifactLocation"] == {"uri": "file:///D:/elsewhere/b%20c.md"}
    assert read_sarif(render_sarif([]))["results"] == []


@pytest.mark.parametrize(
    ("edit", "region"),
    [
        (Edit(3, 2, 2, "new"), {"startLine": 3, "startColumn": 2, "endColumn": 4}),
        (Edit(3, 1, 5, ""), {"startLine": 3, "startColumn": 1, "endLine": 4, "endColumn": 1}),
        (Edit(9, 1, 0, "draft: false\n"), {"startLine": 9, "startColumn": 1, "endColumn": 1}),
        (Edit(3, 1, 40, ""), None),
        (Edit(9, 1, 4, ""), None),
    ],
)
def test_sarif_offers_the_repair_that_check_would_make(edit: Edit, region: dict[str, int] | None) -> None:
    """A certain repair is in the log, unless where it ends cannot be told; one of two alone is never there."""
    mark = Mark(line=3, column=1, length=4, text="text")
    whole = Edit(3, 1, 1, "T")
    problem = diagnostic("a mistake", mark)._replace(fix=(whole, edit))
    result = read_sarif(render_sarif([problem]))["results"][0]
    if region is None:
        assert "fixes" not in result
    else:
        change = result["fixes"][0]["artifactChanges"][0]
        assert change["replacements"][1] == {"deletedRegion": region, "insertedContent": {"text": edit.replacement}}


@pytest.mark.parametrize("layout", RENDERERS)
def test_every_format_is_complete_without_problems(layout: str, project: Project) -> None:
    """A run without problems is a document of its format, too, and exits with 0."""
    result = project.jobboard("check", "postings/good.md", "--format", layout)
    assert result.returncode == 0, result.stderr
    if layout in ("json", "sarif"):
        json.loads(result.stdout)
