"""The pages about rules: their list, and each one's explanation, written by hand in `docs/rules/`."""

from __future__ import annotations

from functools import partial

from jobboard.diagnostics.diagnostic import Severity
from jobboard.diagnostics.rules import RULES
from jobboard.site.pages.page import Page, PageText
from jobboard.site.pages.templates import Templates
from jobboard.wording.markdown import render_markdown


class RulePages:
    """Makes the pages below `/rules/`."""

    def __init__(self, templates: Templates) -> None:
        self._templates = templates

    def index(self) -> Page:
        """All rules, at `/rules/`."""
        return Page(address="rules/", render=self._list_all)

    def _list_all(self) -> PageText:
        groups = {
            "Errors stop publication": [rule for rule in RULES if rule.severity is Severity.ERROR],
            "Warnings do not": [rule for rule in RULES if rule.severity is Severity.WARNING],
        }
        lead = "What is checked in every posting, and what to type instead."
        content = self._templates.render("rules", heading="Rules", lead=lead, groups=groups)
        return PageText(title="Rules", description=lead, content=content)

    def explanation(self, name: str, text: str) -> Page:
        """One rule's page from its Markdown, whose first line is `# name`."""
        return Page(address=f"rules/{name}/", render=partial(self._explain, name, text))

    def _explain(self, name: str, text: str) -> PageText:
        meaning = next((rule.meaning for rule in RULES if rule.name == name), name)
        content = self._templates.render("text", heading=name, body=render_markdown(text.partition("\n")[2]))
        return PageText(title=f"Rule: {name}", description=meaning, content=content)
