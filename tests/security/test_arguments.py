"""What is typed behind a command, or stands in a variable, is repeated as text."""

from __future__ import annotations

from pathlib import Path

import pytest

from building import Project, make_project, posting

HOSTILE = "x\n::error::broken\r\x1b[31m\x9b31m\u202ey\udcff"
"""Ends a line, begins a command of GitHub's, controls a terminal, turns the text around; and bytes that are no text."""
ARGUMENTS = (
    "{}", "-{}", "--{}", "check {}", "check -{}", "check --{}", "check --now {}", "check --now={}", "check --format {}", "check --fix={}",
    "check --first {}", "check --diff {}", "new {}", "new --now {}", "new --text {}", "new --no-input -o {}", "new --no-input --title {}",
    "new --no-input --tag {}", "new --no-input --apply {}", "new --no-input --stdout={}", "new --template -o {}/x/", "import {}",
    "import --now {} postings", "import --default {} postings", "import --default title={} postings",
    "import --default position={} postings", "import --default salary={} postings", "import --tags-from {} postings",
    "import --tags-from postings postings", "import -o board.yml/{} postings", "import -o {} --stdout postings",
    "import --author {} --stdout postings", "import --split={} postings", "import https://{}/", "import https://user@{}", "explain {}",
    "explain invalid-draft {}", "rules {}", "rules --format {}", "schema {}", "schema --snippets={}", "index {}", "index site {}",
)  # fmt: skip
VARIABLES = (
    "JOBBOARD_NOW", "SOURCE_DATE_EPOCH", "JOBBOARD_POSTINGS", "JOBBOARD_ON_ERROR", "JOBBOARD_SITE_URL", "JOBBOARD_REPOSITORY_URL",
    "JOBBOARD_PROCESSES",
)  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with one posting."""
    project = make_project(tmp_path_factory.mktemp("project"))
    project.write("postings/good.md", posting())
    return project


def assert_text(said: str) -> None:
    """Nothing of the value but what can be seen, on the line where it belongs."""
    assert "Traceback" not in said
    assert not [line for line in said.splitlines() if line.startswith("::error::")]
    assert not set(said) & {"\x1b", "\x9b", "\r", "\u202e"}
    assert said == said.encode("utf-8", "replace").decode()


@pytest.mark.parametrize("arguments", ARGUMENTS)
def test_an_argument_is_repeated_as_text(project: Project, arguments: str) -> None:
    """Whichever option, file, address, rule or command it was meant to be; nothing ends with a traceback."""
    result = project.jobboard(*(part.format(HOSTILE) for part in arguments.split(" ")))
    assert result.returncode in (0, 1, 2)
    assert_text(result.stderr)
    assert_text(result.stdout)


@pytest.mark.parametrize("variable", VARIABLES)
@pytest.mark.parametrize(
    "value", [HOSTILE, "x\n::error::broken", "https://e.org/\n::error::broken", "\udcff", "٣", "9" * 11, "²"]
)
def test_a_variable_is_repeated_as_text(project: Project, variable: str, value: str) -> None:
    """By the check, and by a build."""
    for result in (project.jobboard("check", **{variable: value}), project.build("-q", **{variable: value})):
        assert result.returncode in (0, 1, 2)
        assert_text(result.stdout + (result.stderr or ""))


@pytest.mark.parametrize(
    "folder", [HOSTILE, "\udcff", "a\nb", '"><script>ran()</script>', "a b", "&", "%2e%2e", "{{ 707*707 }}", "'"]
)
def test_a_folder_may_be_called_anything(tmp_path: Path, folder: str) -> None:
    """A posting in it is checked and published, and so is one whose name is no text."""
    project = make_project(tmp_path)
    folder = folder.replace("/", "")
    for name in ("good.md", "bad\udcff.md"):
        path = project.root / "postings" / folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(posting(), "utf-8")
    check = project.jobboard("check")
    assert check.returncode == 1
    assert "error[invalid-file-name]" in check.stdout
    assert_text(check.stdout + check.stderr)
    (project.root / "postings" / folder / "bad\udcff.md").unlink()
    build = project.build()
    assert build.returncode == 0, build.stdout
    assert_text(build.stdout)
    page = project.page("jobs/good")
    assert "<script>ran" not in page
    assert "499849" not in page
