"""Splicing: what is put together from a shell and values is what the theme's template would print."""

from __future__ import annotations

import subprocess
from pathlib import Path

from building import make_project, posting, snapshot

COMPARE = '''
"""Renders every spliced page through the theme's full template, too, and compares."""
import sys

contexts = {}
compared = []


def on_page_context(context, *, page, config, nav):
    contexts[page.url] = context
    return context


def on_post_page(output, *, page, config):
    publish = sys.modules["hooks/publish.py"]  # as MkDocs has loaded it
    if isinstance(page, publish.BoardPage) and page.is_spliced:
        page.take(page.make_values())
        full = publish.build.environment.get_template("main.html").render(contexts[page.url])
        difference = [(a, b) for a, b in zip(publish.shell.secure(full).splitlines(), output.splitlines()) if a != b]
        assert publish.shell.secure(full) == output, (page.url, difference[:3])
        compared.append(page.url)
    return output


def on_post_build(*, config):
    print("compared", len(compared), *sorted(compared))
'''


def test_a_spliced_page_is_what_the_full_template_prints(tmp_path: Path) -> None:
    """Every job, facet, archive and rule page equals, byte for byte, the same page rendered in full."""
    project = make_project(tmp_path)
    for number in range(3):
        more = "status: closed\n" if number == 2 else "work_mode: hybrid\n"
        project.write(f"postings/job-{number}.md", posting(f'Title {number} & "<b>"'.replace('"', "'"), more=more))
    project.write("hooks/compare.py", COMPARE)
    configuration = project.root / "mkdocs.yml"
    text = configuration.read_text("utf-8").replace(
        "  - hooks/publish.py", "  - hooks/publish.py\n  - hooks/compare.py"
    )
    configuration.write_text(text, "utf-8")
    result = project.build()
    assert result.returncode == 0, result.stdout
    compared = result.stdout.split("compared ")[1].split()
    assert {"jobs/job-0/", "jobs/job-2/", "tags/imaging/", "archive/2026/", "modes/hybrid/"} <= set(compared)
    assert any(address.startswith("rules/") for address in compared)


def test_one_and_two_processes_write_the_same_site(tmp_path: Path) -> None:
    """A board that is large enough for a second process comes out the same with one."""
    project = make_project(tmp_path)
    for number in range(200):
        project.write(f"postings/job-{number}.md", posting(f"Title {number}", deadline=f"2026-12-{number % 28 + 1:02}"))
    two = project.build("-d", str(tmp_path / "two"))
    assert two.returncode == 0, two.stdout
    one = project.build("-d", str(tmp_path / "one"), JOBBOARD_PROCESSES="1")
    assert one.returncode == 0, one.stdout
    assert snapshot(tmp_path / "one") == snapshot(tmp_path / "two")
    assert isinstance(one, subprocess.CompletedProcess)
