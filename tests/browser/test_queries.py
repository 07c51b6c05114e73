"""What people type, and what they must find: the board's engine in a browser, asked every query of a table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from browser.reader import Reader
from browser.server import serve
from building import ROOT, make_project

CASES = ROOT / "tests" / "cases" / "search"
COMMON = {
    "author": "Grace Hopper", "organization": "Northbridge University", "date": "2026-11-01", "deadline": "2026-12-31",
    "apply": "https://example.org/jobs/42",
}  # fmt: skip

ASK = """
async ({ queries }) => {
  const at = (name) => new URL(`assets/js/board/${name}.js`, document.baseURI).href;
  const [{ loadIndex }, { parseQuery }, { Search }] = await Promise.all(["index", "query", "search"].map((name) => import(at(name))));
  const index = await loadIndex("./");
  const answers = [];
  for (const typed of queries) {
    const query = parseQuery(typed);
    const matches = await new Promise((resolve) => {
      const search = new Search(index, new URL(document.baseURI), resolve);
      const known = search.find(query, 0);
      if (!query.clauses.length) resolve(known);
    });
    const found = index.jobs.slug.flatMap((slug, job) => (matches.scores === null || matches.scores[job] ? [[slug, job]] : []));
    const tags = (job) => [...index.has.tag[job]].map((_, place) => index.values.tag[index.has.tag[job].charCodeAt(place) - 48][1]);
    const shown = (job) => [...tags(job), index.jobs.title[job], index.words.organization[index.jobs.organization[job]], index.words.where[index.jobs.where[job]]];
    answers.push(Object.fromEntries(found.map(([slug, job]) => [slug, matches.explain(job, () => shown(job))])));
  }
  return answers;
}
"""

FOLD = """
async (texts) => {
  const { fold, otherSpellings } = await import(new URL("assets/js/board/text.js", document.baseURI).href);
  return texts.map((text) => [fold(text), otherSpellings(text)]);
}
"""


def rows(name: str) -> list[list[str]]:
    """The lines of a table, without its comments."""
    lines = (CASES / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("# ")]


@pytest.fixture(scope="module")
def board(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The board of the table."""
    project = make_project(tmp_path_factory.mktemp("queries"))
    project.write("board.yml", (CASES / "board.yml").read_text("utf-8"))
    positions: dict[str, dict[str, Any]] = yaml.safe_load((CASES / "positions.yml").read_text("utf-8"))
    for slug, position in positions.items():
        body = position.pop("body")
        header = yaml.safe_dump(COMMON | position, allow_unicode=True)
        project.write(f"postings/2026/{slug}.md", f"---\n{header}---\n\n{body}\n")
    result = project.build()
    assert result.returncode == 0, result.stdout
    indexed = project.jobboard("index", "site")
    assert indexed.returncode == 0, indexed.stderr
    with serve(project.site) as root:
        reader = Reader(chromium, root)
        yield reader.open("./")
        reader.close()
        assert reader.faults == []


def test_queries_find_what_they_must(board: Page) -> None:
    """Each query finds the positions that the table says, and no other; rows say why they are there."""
    table = rows("queries.tsv")
    assert len(table) >= 60
    positions = set(yaml.safe_load(Path(CASES, "positions.yml").read_text("utf-8")))
    answers = board.evaluate(ASK, {"queries": [query for query, *_ in table]})
    wrong = []
    for (query, expected, *notes), answer in zip(table, answers, strict=True):
        wanted = positions if expected == "*" else set() if expected == "-" else set(expected.split())
        if set(answer) != wanted:
            wrong.append(f"{query}: found {' '.join(sorted(answer))}, not {' '.join(sorted(wanted))}")
        for slug, _, note in [note.partition(": ") for note in notes]:
            if answer.get(slug) != note:
                wrong.append(f"{query}: {slug} says {answer.get(slug)!r}, not {note!r}")
    assert not wrong, "\n".join(wrong)


def test_the_browser_folds_as_descriptions_are_folded(board: Page) -> None:
    """The table that `fold` in Python is tested with holds in the browser, too."""
    table = rows("folding.tsv")
    assert board.evaluate(FOLD, [text for text, *_ in table]) == [expected for _, *expected in table]
