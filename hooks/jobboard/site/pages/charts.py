"""Pictures of figures as inline SVG, made at build time: no script, no colour of their own, sharp at any width.

Widths are percentages and heights pixels, so that a picture fills its place from 320 px on and its text keeps its
size. A picture has a name and a description for those who cannot see it; how it is coloured is the style sheet's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import escape

from jobboard.board.trends import Figure

_ROW, _BAR = 30, 6
"""Heights of a line of `draw_bars`, and of the bar in it."""
_COLUMNS_TOP, _COLUMNS_HEIGHT = 18, 104
LINE = 16
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
            f'<rect class="jb-bar" x="0" y="{y + 5}" width="{say_share(figure.number, longest)}" height="{_BAR}"/>'
        )
    return draw_svg(name, title, description, len(figures) * _ROW, parts)


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
            parts.append(draw_column(index, len(columns), bottom, number * _COLUMNS_HEIGHT / top))
        if index % 6 == 0:
            x = say_share(index, len(columns))
            parts.append(f'<text class="jb-scale" x="{x}" y="{bottom + LINE}">{escape(label)}</text>')
    return draw_svg(name, title, description, bottom + LINE + 6, parts)


def draw_column(index: int, count: int, bottom: int, height: float) -> str:
    """Column *index* of *count* side by side, *height* pixels above *bottom*."""
    return (
        f'<rect class="jb-bar" x="{say_share(index, count)}" y="{bottom - height:.1f}" '
        f'width="{0.72 / count:.2%}" height="{height:.1f}"/>'
    )


def say_share(part: int, whole: int) -> str:
    """Like "12.50%", as SVG takes a width."""
    return f"{part / whole:.2%}"


def draw_svg(name: str, title: str, description: str, height: int, parts: Iterable[str], role: str = "img") -> str:
    """The picture of *parts* with its *title* and *description*; *name* makes its ids unique.

    One whose parts are links has the *role* of a group: nobody finds what is in a picture.
    """
    return (
        f'<svg class="jb-chart" role="{role}" width="100%" height="{height}" '
        f'aria-labelledby="{name}-title" aria-describedby="{name}-text">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-text">{escape(description)}</desc>'
        f"{''.join(parts)}</svg>"
    )
