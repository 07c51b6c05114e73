"""A site with every hostile value that any field or text takes, and its harmless twin."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from building import Project, make_project
from jobboard.policy import Policy
from security.kit import Carrier, find_carriers

OLD_ADDRESS = "moved"
"""Of one more posting, which carries a value in its title and has an alias."""


class Twins(NamedTuple):
    """Two sites that differ in nothing but the values."""

    carriers: tuple[Carrier, ...]
    hostile: Project
    harmless: Project


@pytest.fixture(scope="session")
def twins(policy: Policy, tmp_path_factory: pytest.TempPathFactory) -> Twins:
    """Both sites, built for real."""
    carriers = tuple(find_carriers(policy))
    projects = []
    for name in ("hostile", "harmless"):
        project = make_project(tmp_path_factory.mktemp("twins") / name)
        for carrier in carriers:
            text: str = getattr(carrier, name)
            if carrier is carriers[0]:
                text = text.replace("\nlanguage:", f"\naliases: [{OLD_ADDRESS}]\nlanguage:")
            project.write(f"postings/{carrier.value.slug}.md", text)
        result = project.build()
        assert result.returncode == 0, result.stdout
        projects.append(project)
    return Twins(carriers, *projects)
