"""The `jobboard import` command as people use it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from building import NOW, Project, make_project
from jobboard.cli import main
from jobboard.importing.draft import Draft
from jobboard.importing.sources import read_source

JOBBOARD = Path(sys.executable).parent / "jobboard"
SOURCE = "---\ntitle: Postdoc in imaging\nauthor: Jane Doe\ndate: 2026-11-01\ntags: [imaging]\nemployer: Example University\n---\nTwo years.\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project without postings."""
    return make_project(tmp_path_factory.mktemp("import"))


def pdf_of(text: str) -> bytes:
    """A PDF file of one page that shows *text*."""
    shown = f"BT /F1 12 Tf 20 200 Td ({text}) Tj ET"
    objects = (
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>>",
        f"<</Length {len(shown)}>>\nstream\n{shown}\nendstream",
        "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
    )
    file, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(file))
        file += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<</Size 6 /Root 1 0 R>>\nstartxref\n{len(file)}\n%%EOF\n"
    return (file + end).encode()


def run(project: Project, *arguments: str) -> subprocess.CompletedProcess[str]:
    return project.jobboard("import", *arguments, "--now", NOW)


def test_a_file_becomes_a_posting_and_a_table(project: Project) -> None:
    """The posting is in the folder of its year; what was found is on standard error."""
    project.write("old/one.md", SOURCE)
    result = run(project, "old/one.md")
    assert result.returncode == 0, result.stderr
    assert result.stdout == "postings/2026/example-university-postdoc-in-imaging.md\n"
    assert "title         found     Postdoc in imaging" in result.stderr
    assert "deadline      missing" in result.stderr
    assert result.stderr.endswith("1 posting written in postings\n")


def test_a_posting_names_no_folder_of_its_source(project: Project) -> None:
    """Where the file lay is nobody's business: a posting is public, and a home folder has its owner's name."""
    path = project.write("home/ada/adverts/one.md", SOURCE)
    for named in ("home/ada/adverts/one.md", str(path)):
        posting = run(project, named, "--stdout").stdout
        assert "\n# imported from: one.md\n" in posting
        assert "ada" not in posting


def test_nothing_is_overwritten(project: Project) -> None:
    """A taken name gets a number, and that is said."""
    project.write("old/two.md", SOURCE.replace("imaging", "radiology"))
    paths = [run(project, "old/two.md", "-o", "out") for _ in range(3)]
    assert [path.stdout.strip() for path in paths] == [
        f"out/2026/example-university-postdoc-in-radiology{number}.md" for number in ("", "-2", "-3")
    ]
    assert "`example-university-postdoc-in-radiology` is taken" in paths[1].stderr


def test_standard_output_gets_the_posting_alone(project: Project) -> None:
    """`--stdout` writes no file."""
    project.write("old/three.txt", "PhD position in sound\nLocation: Bern, Switzerland\n")
    result = run(project, "old/three.txt", "--stdout")
    assert result.stdout.startswith("---\ntitle: PhD position in sound")
    assert "location: Bern, Switzerland" in result.stdout
    assert not (project.root / "postings/2026/phd-position-in-sound.md").exists()


def test_standard_input_is_a_source(project: Project) -> None:
    """`-` reads what a pipe brings."""
    result = subprocess.run(
        [JOBBOARD, "import", "-", "--stdout", "--now", NOW],
        cwd=project.root, input=SOURCE, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert "title: Postdoc in imaging" in result.stdout


def test_one_bad_source_stops_no_other(project: Project) -> None:
    """Each source that cannot be read is named with its reason and counted; the others are written."""
    project.write("mixed/a.md", SOURCE.replace("imaging", "one"))
    project.write("mixed/b.txt", "PhD position in two\nClosing date: 03/04/2027\n")
    project.write("mixed/c.txt", b"\x00\x01binary")
    project.write("mixed/d.txt", "")
    project.write("mixed/e.txt", "x" * 300_000)
    project.write("mixed/f.png", b"\x89PNG")
    project.write("mixed/README.md", "# Jobs")
    result = run(project, "mixed", "-o", "mixed-out")
    assert result.returncode == 1
    assert len(result.stdout.splitlines()) == 2
    assert "mixed/b.txt: look at: `03/04/2027` is 2027-03-04 or 2027-04-03" in result.stderr
    for name, reason in (("c", "it is not text"), ("d", "it is empty"), ("e", "it is larger than 256 KiB")):
        assert f"not imported: mixed/{name}.txt: {reason}" in result.stderr
    assert result.stderr.endswith("2 postings written in mixed-out; 3 not imported; 2 left out\n")
    assert "left out, by their names: mixed/README.md, mixed/f.png" in result.stderr
    counts = next(line for line in result.stderr.splitlines() if line.startswith("title "))
    assert counts.split() == ["title", "1", "1", "0"]


def test_a_place_that_cannot_be_written_is_named(project: Project) -> None:
    """As what was not imported, with the reason."""
    project.write("old/five.md", SOURCE)
    project.write("full/2026", "where a folder should be")
    result = run(project, "old/five.md", "-o", "full")
    assert result.returncode == 1
    assert "not imported: old/five.md: the posting cannot be written: " in result.stderr


def test_a_bug_costs_one_source(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named as ours, and the others are imported."""

    def read(source: str, *, is_split: bool) -> list[Draft]:
        if source == "bugs/a.md":
            raise RuntimeError("oops")
        return read_source(source, is_split=is_split)

    project.write("bugs/a.md", SOURCE)
    project.write("bugs/b.txt", "PhD position in two\nClosing date: 03/04/2027\n")
    monkeypatch.chdir(project.root)
    monkeypatch.setattr("jobboard.commands.import_.read_source", read)
    result = CliRunner().invoke(main, ["import", "bugs", "--stdout"])
    assert result.exit_code == 1
    assert "not imported: bugs/a.md: it cannot be read (RuntimeError: oops); this is a bug of jobboard" in result.stderr
    assert "title: PhD position in two" in result.stdout


def test_one_wish_fills_what_all_sources_lack(project: Project) -> None:
    """The author and other values, never in place of what a source states; a value that cannot be is refused."""
    project.write("wishes/a.md", SOURCE)
    project.write("wishes/b.txt", "PhD position in glaciers\nLocation: Bern, Switzerland\n")
    wished = run(project, "wishes", "--stdout", "--author", "Ada Lovelace", "--default", "work_mode=on-site")
    assert wished.returncode == 0, wished.stderr
    assert [wished.stdout.count(f"author: {name}\n") for name in ("Jane Doe", "Ada Lovelace")] == [1, 1]
    assert wished.stdout.count("work_mode: on-site") == 2
    for wish in ("colour=red", "work_mode=often", "language"):
        refused = run(project, "wishes", "--stdout", "--default", wish)
        assert refused.returncode == 2
        assert "such as `--default" in refused.stderr or "write it like `--default" in refused.stderr


def test_tags_of_another_site_mean_what_a_file_says(project: Project) -> None:
    """A place, a kind of position, a tag of this board, or nothing; a tag that this board lacks is refused."""
    project.write(
        "tagged.md", SOURCE.replace("[imaging]", "[Norge, Doktorgrad, trial work, misc]").replace("Postdoc in", "About")
    )
    project.write(
        "tags.yml",
        "Norge: {location: 'Oslo, Norway'}\nDoktorgrad: {position: phd}\ntrial work: clinical-trials\nmisc:\n",
    )
    posting = run(project, "tagged.md", "--stdout", "--tags-from", "tags.yml").stdout
    for line in ("location: Oslo, Norway  # from: ", "position: phd", "tags: [clinical-trials]"):
        assert f"\n{line}" in posting
    assert "not used here" not in posting
    project.write("tags.yml", "bread: baking\n")
    refused = run(project, "tagged.md", "--stdout", "--tags-from", "tags.yml")
    assert (refused.returncode, "`bread` stands for `baking`, which is not a tag of this board" in refused.stderr) == (
        2,
        True,
    )


def test_a_list_of_tags_that_never_ends_is_none(project: Project) -> None:
    """Nobody waits for it."""
    project.write("tagged.md", SOURCE)
    refused = run(project, "tagged.md", "--stdout", "--tags-from", "/dev/zero")
    assert refused.returncode == 2
    assert "`/dev/zero`" in refused.stderr


def test_a_source_may_be_called_anything(project: Project) -> None:
    """A name that is no text is told, and noted in the posting, by its bytes; nothing of it stands elsewhere."""
    path = project.root / "odd" / "\udcff\n::error::x\x1b[31m\u202e.txt"
    path.parent.mkdir()
    path.write_text("Postdoc in imaging\nDeadline: 31 December 2026\n", "utf-8")
    result = project.jobboard("import", "odd", "-o", "odd-postings")
    assert result.returncode == 0, result.stderr
    assert "odd/\\xff\\n::error::x\\x1b[31m\\u202e.txt" in result.stderr
    [written] = (project.root / "odd-postings").rglob("*.md")
    assert "\n# imported from: \\xff" in written.read_text("utf-8")


def test_names_with_line_breaks_are_told_on_one_line(project: Project) -> None:
    """Whatever is said of a file: that it was written, that its name was taken, that it was not, and that it was left out."""
    for name, text in (
        ("a\n::error::x.md", SOURCE),
        ("b\n::error::x.md", SOURCE),
        ("c\n::error::x.md", " "),
        ("d\n::error::x", "-"),
    ):
        project.write(f"broken/{name}", text)
    for sources in (("broken",), ("broken/a\n::error::x.md",), ("broken/c\n::error::x.md",)):
        said = run(project, *sources).stderr
        assert "\\n::error::x" in said
        assert [line for line in said.splitlines() if line.startswith("::")] == []


def test_a_source_about_several_positions_can_be_split(project: Project) -> None:
    """Without the option the report says that there are several."""
    source = "Two positions in sea ice\n\n## PhD student in ice physics\n\nThe contract is for 48 months.\n\n## Postdoc in ice chemistry\n\nThe contract is for 24 months.\n"
    project.write("several.md", source)
    alone = run(project, "several.md", "--stdout")
    assert "--split" in alone.stderr
    split = run(project, "several.md", "--stdout", "--split")
    assert split.stderr.endswith("2 postings written\n")
    for title, months in (("PhD student in ice physics", 48), ("Postdoc in ice chemistry", 24)):
        assert f"title: {title}" in split.stdout
        assert split.stdout.count(f"duration_months: {months}") == 1


def test_pdf_and_word_files_are_read(project: Project) -> None:
    """Their text, and tables as labelled lines; a damaged one is named."""
    document = docx.Document()
    document.add_heading("PhD position in sound")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Closing date", "31 May 2027"
    document.save(str(project.root / "job.docx"))
    project.write("job.pdf", pdf_of("Postdoc in optics"))
    project.write("bad.pdf", b"%PDF-1.4 and nothing more")
    result = run(project, "job.docx", "job.pdf", "bad.pdf", "--stdout")
    assert result.returncode == 1
    assert "title: PhD position in sound" in result.stdout
    assert "deadline: 2027-05-31" in result.stdout
    assert "title: Postdoc in optics" in result.stdout
    assert "not imported: bad.pdf: it is a PDF file" in result.stderr


def test_notes_stand_below_the_table(project: Project) -> None:
    """What was repaired and what to look at, for a single source."""
    project.write("old/six.txt", "PhD position in two\nClosing date: 03/04/2027\n")
    assert "`03/04/2027` is 2027-03-04 or 2027-04-03" in run(project, "old/six.txt", "--stdout").stderr


@pytest.mark.parametrize(
    "arguments", [[], ["nowhere.txt"], ["old", "-o", "x", "--stdout"], ["old", "--now", "tomorrow"], ["empty"]]
)
def test_wrong_use_exits_with_two(project: Project, arguments: list[str]) -> None:
    """A call that cannot be carried out says why and exits with 2."""
    project.write("old/one.md", SOURCE)
    (project.root / "empty").mkdir(exist_ok=True)
    result = project.jobboard("import", *arguments)
    assert result.returncode == 2
    assert result.stderr


def test_it_runs_where_the_board_is(tmp_path: Path) -> None:
    """Without `board.yml` there is no vocabulary to import for."""
    (tmp_path / "a.txt").write_text("PhD position", encoding="utf-8")
    result = Project(tmp_path).jobboard("import", "a.txt")
    assert result.returncode == 2
    assert "board.yml" in result.stderr


def test_an_imported_posting_is_reported_until_it_is_curated(project: Project) -> None:
    """A check names what is missing; nothing else is wrong with the file."""
    project.write("old/four.md", SOURCE.replace("imaging", "trials"))
    path = run(project, "old/four.md").stdout.strip()
    report = project.jobboard("check", path).stdout
    assert "`deadline` is missing" in report
    assert "`apply` is missing" in report
    assert "`location` is missing" in report
    assert "invalid" not in report
