"""The pages about rules: their list, and each one's explanation, written by hand in `docs/rules/`."""

from __future__ import annotations

from jobboard.diagnostics import Severity
from jobboard.markdown import render_markdown
from jobboard.pages import Page, PageText, Templates
from jobboard.rules import RULES


class RulePages:
    """Makes the pages below `/rules/`."""

    def __init__(self, templates: Templates) -> None:
        self._text = templates.get("text.html")
        self._list = templates.get("rules.html")

    def index(self) -> Page:
        """All rules, at `/rules/`."""
        groups = {
            "Errors stop publication": [rule for rule in RULES if rule.severity is Severity.ERROR],
            "Warnings do not": [rule for rule in RULES if rule.severity is Severity.WARNING],
        }
        lead = "What is checked in every posting, and what to type instead."
        content = self._list.render(heading="Rules", lead=lead, groups=groups)
        text = PageText(title="Rules", description=lead, content=content)
        return Page(address="rules/", render=lambda: text)

    def explanation(self, name: str, text: str) -> Page:
        """One rule's page from its Markdown, whose first line is `# name`."""
        meaning = next((rule.meaning for rule in RULES if rule.name == name), name)
        body = render_markdown(text.partition("\n")[2])
        content = self._text.render(heading=name, body=body)
        page = PageText(title=f"Rule: {name}", description=meaning, content=content)
        return Page(address=f"rules/{name}/", render=lambda: page)
