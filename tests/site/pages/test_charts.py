"""Pictures of figures, which say the same as their tables."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree

from jobboard.board.trends import Figure
from jobboard.posting import Posting
from jobboard.site.pages.charts import draw_bars, draw_columns
from jobboard.site.pages.page import ROOT
from jobboard.site.pages.timeline import deadline_timeline
from reading import BoardOf, until


def test_the_timeline_is_small_and_says_its_numbers(base: Posting, board_of: BoardOf) -> None:
    """The timeline is well-formed, at most 4 kB, its bars lead to the positions of their week, and is empty without deadlines."""
    changes = [until(base, (dt.date(2026, 11, 20) + dt.timedelta(days=day % 80)).isoformat()) for day in range(4000)]
    timeline = deadline_timeline(board_of(*changes))
    assert len(timeline.encode()) <= 4000
    bars = ElementTree.fromstring(timeline.replace(ROOT, "./")).findall(".//a")
    assert [(bar.get("href"), bar.get("aria-label")) for bar in bars[:2]] == [
        ("./?deadline=2026-11-16", "150 deadlines in the week of 16 Nov"),
        ("./?deadline=2026-11-23", "350 deadlines in the week of 23 Nov"),
    ]
    assert deadline_timeline(board_of({"deadline": None})) == ""


def test_pictures_are_well_formed_whatever_they_say() -> None:
    """Labels are escaped, a picture of zeros is drawn, and a missing number leaves a gap."""
    bars = ElementTree.fromstring(draw_bars("x", "<T>", "a & b", [Figure("<b>&", 0)]))
    assert bars.findtext("title") == "<T>"
    assert bars.findtext("text") == "<b>&"
    columns = draw_columns("y", "T", "D", [("Jan", 50), ("Feb", None), ("Mar", 0)], top=100, unit=" %")
    assert columns.count("<rect") == 1
    assert ElementTree.fromstring(columns).get("role") == "img"
