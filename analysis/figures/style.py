"""The one style of all figures: sizes, colours, and how a figure carries its words."""

from __future__ import annotations

import textwrap

from matplotlib.axes import Axes
from matplotlib.figure import Figure

HIGHLIGHT = "#12436D"
GREY = "#8C8C8C"
PALE = "#D9D9D9"
TEXT = "#3D3D3D"
COLOURS = ("#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1")
"""Six colours, each at least 3:1 on white, in the order in which they are used."""

WIDTH = 8.0  # inches
_TITLE_CHARACTERS, _SUBTITLE_CHARACTERS = 66, 100
_CREDIT_CHARACTERS = 120
_TITLE_LINE, _SUBTITLE_LINE, _CREDIT_LINE = 0.235, 0.18, 0.15  # inches
_MARGIN = 0.12
_FOOT, NO_AXIS = 0.62, 0.15  # inches under a plot, with and without an axis
SMALL, NORMAL = 8.5, 9.5  # points


def new_figure(
    title: str, subtitle: str, credit: str, height: float, left: float = 1.0, foot: float = _FOOT
) -> tuple[Figure, Axes]:
    """Return a figure with its title, subtitle and source drawn, and an empty plot between.

    Parameters
    ----------
    title, subtitle
        The finding; and measure, unit, population and period. Broken over lines where needed.
    credit
        Where the numbers come from, so that a picture on its own says so too.
    height
        Height of the plot itself, in inches.
    left
        Room for labels left of the plot, in inches.
    foot
        Room for the axis under it, in inches.
    """
    titles = textwrap.wrap(title, _TITLE_CHARACTERS)
    subtitles = textwrap.wrap(subtitle, _SUBTITLE_CHARACTERS)
    head = len(titles) * _TITLE_LINE + len(subtitles) * _SUBTITLE_LINE + 0.42
    credits = textwrap.wrap(credit, _CREDIT_CHARACTERS)
    foot += len(credits) * _CREDIT_LINE
    total = head + height + foot
    figure = Figure(figsize=(WIDTH, total), facecolor="white")
    at = 1 - _MARGIN / total
    for lines, size, weight, colour, step in (
        (titles, 13, "bold", "black", _TITLE_LINE),
        (subtitles, NORMAL, "normal", TEXT, _SUBTITLE_LINE),
    ):
        for line in lines:
            figure.text(_MARGIN / WIDTH, at, line, size=size, weight=weight, color=colour, va="top")
            at -= step / total
    figure.text(
        _MARGIN / WIDTH, _MARGIN / total, "\n".join(credits), size=8, color=TEXT, va="bottom"
    )
    axes = figure.add_axes((left / WIDTH, foot / total, 1 - (left + 0.3) / WIDTH, height / total))
    _plain(axes)
    return figure, axes


def _plain(axes: Axes) -> None:
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(GREY)
    axes.tick_params(colors=TEXT, labelsize=SMALL, length=0)
    axes.xaxis.label.set(size=NORMAL, color=TEXT)
    axes.yaxis.label.set(size=NORMAL, color=TEXT)
    axes.set_axisbelow(True)


def label_rows(axes: Axes, labels: list[str], characters: int = 34) -> None:
    """Label the rows of a plot, the first on top; long labels are broken over lines."""
    wrapped = ["\n".join(textwrap.wrap(label, characters)) for label in labels]
    axes.set_yticks(range(len(labels)), wrapped)
    axes.set_ylim(len(labels) - 0.5, -0.5)


def vertical_grid(axes: Axes) -> None:
    """Draw pale lines at the ticks of the horizontal axis."""
    axes.grid(axis="x", color=PALE, linewidth=0.8)
