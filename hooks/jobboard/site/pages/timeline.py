"""The slim picture of the coming deadlines above the board's list; its bars lead to the positions of their week."""

from __future__ import annotations

import datetime as dt

from jobboard.board.board import Board
from jobboard.board.trends import WEEKS, count_deadlines
from jobboard.site.pages.charts import LINE, draw_column, draw_svg, say_share
from jobboard.site.pages.page import ROOT
from jobboard.standards.dates import say_date
from jobboard.standards.english import say_count

_TOP, _HEIGHT = 12, 24


def deadline_timeline(board: Board) -> str:
    """A slim picture of how many deadlines each of the coming weeks has, as a figure; empty when there are none.

    The weeks are named by their Mondays, so that it stays true when the site is not rebuilt.
    """
    weeks = count_deadlines(board)
    most = max(week.deadlines for week in weeks)
    if not most:
        return ""
    total = sum(week.deadlines for week in weeks)
    last = weeks[-1].monday + dt.timedelta(days=6)
    title = f"Deadlines week by week: {total:,} until {say_date(last)}"
    days = [say_date(week.monday, with_year=False) for week in weeks]
    description = "A bar leads to the positions of its week."
    bottom = _TOP + _HEIGHT
    parts = [f'<line class="jb-grid" x1="0" x2="100%" y1="{bottom}" y2="{bottom}"/>']
    for index, (day, week) in enumerate(zip(days, weeks, strict=True)):
        if week.deadlines:
            height = max(2.0, week.deadlines * _HEIGHT / most)
            x = f"{(index + 0.36) / WEEKS:.2%}"
            label = f"{say_count(week.deadlines, 'deadline')} in the week of {day}"
            parts.append(
                f'<a href="{ROOT}?deadline={week.monday}" aria-label="{label}">'
                f'<rect class="jb-touch" x="{say_share(index, WEEKS)}" y="0" width="{1 / WEEKS:.2%}" height="{bottom}"/>'
                f"{draw_column(index, WEEKS, bottom, height)}"
                f'<text x="{x}" y="{bottom - height - 3:.0f}" text-anchor="middle">{week.deadlines}</text></a>'
            )
        if index % 3 == 0:
            parts.append(f'<text class="jb-scale" x="{say_share(index, WEEKS)}" y="{bottom + 13}">{day}</text>')
    picture = draw_svg("timeline", title, description, bottom + LINE, parts, role="group")
    return f'<figure class="jb-timeline"><figcaption>{title}</figcaption>{picture}</figure>\n'
