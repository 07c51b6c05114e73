"""What a build does when something is wrong: one complete report, and nothing lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from building import Project, make_project, posting, snapshot


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with one good posting, already built."""
    project = make_project(tmp_path)
    project.write("postings/good.md", posting("Good one"))
    result = project.build()
    assert result.returncode == 0, result.stdout
    return project


def test_a_bad_posting_leaves_the_last_good_site(project: Project) -> None:
    """All problems of all files are reported, the build fails, and the site stays byte for byte."""
    before = snapshot(project.site)
    project.write("postings/bad.md", posting(more="draft: fasle\n").replace("author:", "authors:"))
    project.write("postings/worse.txt", "no front matter")
    result = project.build()
    assert result.returncode == 1
    assert "error[invalid-draft]" in result.stdout
    assert "postings/bad.md:11:8" in result.stdout
    assert "error[unknown-field]" in result.stdout
    assert "error[invalid-file-name]" in result.stdout
    assert "\nNothing was published: the last good site is still in place\n" in result.stdout
    assert "Traceback" not in result.stdout
    assert snapshot(project.site) == before


@pytest.mark.parametrize("file", ["postings/bad.md", "board.yml"])
def test_no_site_is_promised_where_none_was(tmp_path: Path, file: str) -> None:
    """A folder that a build has not filled is no site, and a first build that fails leaves none."""
    project = make_project(tmp_path)
    project.write(file, "title: [")
    project.write("site/notes.txt", "kept for later")
    result = project.build()
    assert result.returncode == 1
    assert "\nNothing was published\n" in result.stdout
    assert "last good site" not in result.stdout


@pytest.mark.parametrize("how", ["policy", "environment"])
def test_quarantine_publishes_the_others(project: Project, how: str) -> None:
    """With `on_error: quarantine` the bad files are left out and reported, and a strict build succeeds."""
    project.write("postings/bad.md", posting("Bad one", more="draft: fasle\n"))
    environment = {"JOBBOARD_ON_ERROR": "quarantine"} if how == "environment" else {}
    if how == "policy":
        policy = project.root / "board.yml"
        policy.write_text(policy.read_text("utf-8").replace("on_error: stop", "on_error: quarantine"), "utf-8")
    result = project.build(**environment)
    assert result.returncode == 0, result.stdout
    assert "warning[invalid-draft]" in result.stdout
    assert "1 warning in 1 of 2 postings\n1 left out (`on_error: quarantine`)" in result.stdout
    assert {path.name for path in (project.site / "jobs").iterdir()} == {"good"}


def test_warnings_never_fail_a_strict_build(project: Project) -> None:
    """A warning is reported and the posting published."""
    project.write(
        "postings/remote.md", posting(more="work_mode: remote\n").replace('location: "Edinburgh, United Kingdom"\n', "")
    )
    result = project.build()
    assert result.returncode == 0, result.stdout
    assert "warning[remote-without-country]" in result.stdout
    assert (project.site / "jobs/remote/index.html").is_file()


def test_a_broken_policy_is_reported_with_its_line(project: Project) -> None:
    """A mistake in board.yml is reported like one in a posting, and the site stays."""
    before = snapshot(project.site)
    project.write("board.yml", (project.root / "board.yml").read_text("utf-8") + "\nlive: 60\n")
    result = project.build()
    assert result.returncode == 1
    assert "error[unknown-field]: unknown setting `live`" in result.stdout
    assert "did you mean `life`?" in result.stdout
    assert "board.yml:" in result.stdout
    assert snapshot(project.site) == before


def test_a_missing_folder_is_a_sentence(project: Project) -> None:
    """A folder of postings that does not exist stops the build with one sentence."""
    result = project.build(JOBBOARD_POSTINGS="elsewhere")
    assert result.returncode == 1
    assert "there is no folder of postings at `elsewhere`" in result.stdout
    assert "Traceback" not in result.stdout


def test_an_empty_folder_gives_a_site_that_says_so(project: Project) -> None:
    """Without postings there is a site, and it says that nothing has been published."""
    (project.root / "postings/good.md").unlink()
    result = project.build()
    assert result.returncode == 0, result.stdout
    assert "There are no postings in `postings`" in result.stdout
    assert "Nothing has been published yet." in project.page("")


def test_a_folder_of_broken_postings_is_not_called_empty(project: Project) -> None:
    """What is broken was found: a stopped build says nothing of a site, and without it the site is empty for a reason."""
    (project.root / "postings/good.md").unlink()
    project.write("postings/2026/bad.md", "---\ntitle: Alone\n---\n\nNo fields.\n")
    stopped = project.build().stdout
    assert "Nothing was published" in stopped
    assert "the site says" not in stopped
    left_out = project.build(JOBBOARD_ON_ERROR="quarantine").stdout
    assert "None of the postings in `postings` is published: the site says that nothing has been" in left_out


def test_a_board_without_open_positions_says_so(project: Project) -> None:
    """When everything is closed, the board says so and shows what closed last."""
    result = project.build(JOBBOARD_NOW="2027-06-01T00:00:00Z")
    assert result.returncode == 0, result.stdout
    assert "No position is open as of 2027-06-01 00:00 UTC" in result.stdout
    assert "No position is open at the moment." in project.page("")
    assert "Good one" in project.page("")


@pytest.mark.parametrize("value", ["yesterday", "2026-13-01"])
def test_an_unreadable_instant_is_a_sentence(project: Project, value: str) -> None:
    """A JOBBOARD_NOW that is no instant stops the build with one sentence."""
    result = project.build(JOBBOARD_NOW=value)
    assert result.returncode == 1
    assert f"`{value}` is not an ISO 8601 instant" in result.stdout


def test_an_unknown_way_with_errors_is_a_sentence(project: Project) -> None:
    """A misspelt JOBBOARD_ON_ERROR decides nothing."""
    result = project.build(JOBBOARD_ON_ERROR="quarantaine")
    assert result.returncode == 1
    assert "JOBBOARD_ON_ERROR must be `stop` or `quarantine`, found `quarantaine`" in result.stdout


@pytest.mark.parametrize("variable", ["JOBBOARD_SITE_URL", "JOBBOARD_REPOSITORY_URL"])
@pytest.mark.parametrize("value", ["/", "jobs.example.org", "https://"])
def test_an_unusable_address_is_a_sentence(project: Project, variable: str, value: str) -> None:
    """An address that is none stops the build with one sentence, instead of spoiling every feed."""
    before = snapshot(project.site)
    result = project.build(**{variable: value})
    assert result.returncode == 1
    assert f"{variable} must begin with `https://` or `http://`, found `{value}`" in result.stdout
    assert snapshot(project.site) == before


@pytest.mark.parametrize("variable", ["JOBBOARD_SITE_URL", "JOBBOARD_REPOSITORY_URL"])
def test_an_address_with_a_hidden_character_is_a_sentence(project: Project, variable: str) -> None:
    """XML has no way to write some of them, so that every feed would be spoiled."""
    result = project.build(**{variable: "https://e.org/\x01a"})
    assert result.returncode == 1
    assert f"{variable} holds a character that nobody can see, found `https://e.org/\ufffda`" in result.stdout


def test_no_name_is_too_long_for_a_folder(project: Project) -> None:
    """A very long employer gets a page under a shortened address, and a very long alias is refused."""
    for number in range(2):
        project.write(f"postings/long-{number}.md", posting(organization="Northbridge " * 40))
    result = project.build()
    assert result.returncode == 0, result.stdout
    assert all(len(path.name) <= 150 for path in (project.site / "organizations").iterdir())
    before = snapshot(project.site)
    project.write("postings/alias.md", posting(more=f"aliases: [{'old' * 90}]\n"))
    result = project.build()
    assert result.returncode == 1
    assert "error[invalid-value]" in result.stdout
    assert snapshot(project.site) == before


def test_only_a_readme_is_not_a_posting(project: Project) -> None:
    """A README beside the postings is left alone, and a posting whose name begins like one is published."""
    project.write("postings/README.md", "# How we curate")
    another = posting("Engineer for scanners").replace("jobs/42", "jobs/43")
    project.write("postings/2026/readme-postdoc.md", another)
    project.write("postings/READMEs.md", posting())
    result = project.build()
    assert result.returncode == 1
    assert "error[invalid-file-name]: `READMEs.md` cannot become an address" in result.stdout
    assert "1 error in 1 of 3 postings" in result.stdout


def test_a_large_board_with_a_mistake_in_a_page_fails_with_a_sentence(project: Project) -> None:
    """A strict build that ends after the second process has ended says what is wrong, without a traceback."""
    for number in range(200):
        project.write(f"postings/job-{number}.md", posting(f"Title {number}"))
    project.write("docs/subscribe.md", "# Subscribe\n\n[broken](nowhere.md)\n")
    result = project.build()
    assert result.returncode == 1
    assert "nowhere.md" in result.stdout
    assert "Traceback" not in result.stdout


def test_symbolic_links_are_refused(project: Project) -> None:
    """A posting cannot be a link to a file elsewhere."""
    (project.root / "postings/link.md").symlink_to("/etc/hostname")
    result = project.build()
    assert result.returncode == 1
    assert "error[unreadable-file]: a posting cannot be a symbolic link" in result.stdout


def test_a_policy_that_never_ends_is_refused(tmp_path: Path) -> None:
    """A pipe or a device in the place of board.yml is told, and waited for by nobody."""
    project = make_project(tmp_path)
    project.write("postings/one.md", posting())
    (project.root / "board.yml").unlink()
    os.mkfifo(project.root / "board.yml")
    result = project.build("-q")
    assert result.returncode == 1
    assert "the file cannot be read: it is a pipe or a device" in result.stdout
