"""A dot with its interval per group: the one way in which shares and differences are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from matplotlib.axes import Axes

from analysis.figures.style import GREY, HIGHLIGHT, SMALL, TEXT, label_rows, vertical_grid

ROW_HEIGHT = 0.36  # inches

Mark = Literal["filled", "open", "grey"]


@dataclass(frozen=True, slots=True)
class Dot:
    """A row: its label, value with interval, and how it is drawn.

    Attributes
    ----------
    label
        With the number that the value rests on.
    value, low, high
        On the axis; nan where there is none.
    note
        What is written in place of a value that is not there.
    mark
        ``filled`` by default; ``open`` and ``grey`` set a row apart in shape and in shade.
    """

    label: str
    value: float
    low: float
    high: float
    note: str = ""
    mark: Mark = "filled"


def draw_dots(axes: Axes, rows: Sequence[Dot], limits: tuple[float, float]) -> None:
    """Draw rows of dots with their intervals, the first on top.

    Parameters
    ----------
    axes
        An empty plot.
    rows
        At least one.
    limits
        Ends of the axis.
    """
    for at, row in enumerate(rows):
        if np.isnan(row.value):
            axes.text(
                limits[0], at, f"  {row.note}", va="center", size=SMALL, color=TEXT, style="italic"
            )
            continue
        colour = GREY if row.mark == "grey" else HIGHLIGHT
        axes.plot([row.low, row.high], [at, at], color=colour, linewidth=2, clip_on=False)
        face = colour if row.mark == "filled" else "white"
        # Not cut off at an end of the axis, where a share of 0 or 1 lies.
        axes.plot(
            row.value, at, "o", color=colour, markerfacecolor=face, markersize=8, clip_on=False
        )
    label_rows(axes, [row.label for row in rows], 36)
    axes.set_xlim(*limits)
    vertical_grid(axes)


def height(rows: Sequence[Dot]) -> float:
    """Return the height of the plot in inches."""
    return max(ROW_HEIGHT * len(rows), 0.7)
