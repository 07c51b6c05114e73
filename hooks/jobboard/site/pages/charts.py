"""Pictures of figures as inline SVG, made at build time: no script, no colour of their own, sharp at any width.

Widths are percentages and heights pixels, so that a picture fills its place from 320 px on and its text keeps its
size. A picture has a name and a description for those who cannot see it; how it is coloured is the style sheet's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from markupsafe import escape

from jobboard.board.board import Board
from jobboard.board.trends import WEEKS, Figure, count_deadlines
from jobboard.standards.dates import say_date

_ROW, _BAR = 30, 6
"""Heights of a line of `draw_bars`, and of the bar in it."""
_COLUMNS_TOP, _COLUMNS_HEIGHT = 18, 104
_TIMELINE_TOP, _TIMELINE_HEIGHT = 14, 34
_LINE = 16
"""Height of a line of text."""


def draw_bars(name: str, title: str, description: str, figures: Sequence[Figure]) -> str:
    """One bar for each of *figures*, its label above it and its number at the right; *name* makes ids unique."""
    longest = max(1, *(figure.number for figure in figures))
    parts = []
    for index, figure in enumerate(figures):
        y = index * _ROW + 14
        parts.append(
            f'<text x="0" y="{y}">{escape(figure.label)}</text>'
            f'<text x="100%" y="{y}" text-anchor="end">{figure.number:,}</text>'
            f'<rect class="jb-bar" x="0" y="{y + 5}" width="{_percent(figure.number, longest)}" height="{_BAR}"/>'
        )
    return _svg(name, title, description, len(figures) * _ROW, parts)


def draw_columns(
    name: str, title: str, description: str, columns: Sequence[tuple[str, int | None]], *, top: int, unit: str = ""
) -> str:
    """One column for each (label, number), every sixth labelled; None leaves a gap. The full height is *top*."""
    bottom = _COLUMNS_TOP + _COLUMNS_HEIGHT
    parts = [
        f'<line class="jb-grid" x1="0" x2="100%" y1="{y}" y2="{y}"/>'
        for y in (_COLUMNS_TOP, _COLUMNS_TOP + _COLUMNS_HEIGHT // 2, bottom)
    ]
    parts.append(f'<text class="jb-scale" x="100%" y="{_COLUMNS_TOP - 5}" text-anchor="end">{top:,}{unit}</text>')
    for index, (label, number) in enumerate(columns):
        if number:
            parts.append(_column(index, len(columns), bottom, number * _COLUMNS_HEIGHT / top))
        if index % 6 == 0:
            x = _percent(index, len(columns))
            parts.append(f'<text class="jb-scale" x="{x}" y="{bottom + _LINE}">{escape(label)}</text>')
    return _svg(name, title, description, bottom + _LINE + 6, parts)


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
    description = "By week, named by its Monday: " + ", ".join(
        f"{day}: {week.deadlines}" for day, week in zip(days, weeks, strict=True)
    )
    bottom = _TIMELINE_TOP + _TIMELINE_HEIGHT
    parts = [f'<line class="jb-grid" x1="0" x2="100%" y1="{bottom}" y2="{bottom}"/>']
    for index, (day, week) in enumerate(zip(days, weeks, strict=True)):
        if week.deadlines:
            height = max(2.0, week.deadlines * _TIMELINE_HEIGHT / most)
            parts.append(_column(index, WEEKS, bottom, height))
            x = f"{(index + 0.36) / WEEKS:.2%}"
            parts.append(f'<text x="{x}" y="{bottom - height - 3:.0f}" text-anchor="middle">{week.deadlines}</text>')
        if index % 3 == 0:
            parts.append(f'<text class="jb-scale" x="{_percent(index, WEEKS)}" y="{bottom + 13}">{day}</text>')
    picture = _svg("timeline", title, description, bottom + _LINE, parts)
    return f'<figure class="jb-timeline"><figcaption>{title}</figcaption>{picture}</figure>\n'


def _column(index: int, count: int, bottom: int, height: float) -> str:
    return (
        f'<rect class="jb-bar" x="{_percent(index, count)}" y="{bottom - height:.1f}" '
        f'width="{0.72 / count:.2%}" height="{height:.1f}"/>'
    )


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.2%}"


def _svg(name: str, title: str, description: str, height: int, parts: Iterable[str]) -> str:
    return (
        f'<svg class="jb-chart" role="img" width="100%" height="{height}" '
        f'aria-labelledby="{name}-title" aria-describedby="{name}-text">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-text">{escape(description)}</desc>'
        f"{''.join(parts)}</svg>"
    )
