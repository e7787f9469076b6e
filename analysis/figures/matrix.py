"""A row of boxes per group: every answer is there, as wide as the number of its questions."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from analysis.figures.style import HIGHLIGHT, PALE, TEXT, label_rows

ROW_HEIGHT = 0.36  # inches


def draw_boxes(axes: Axes, boxes: pd.DataFrame, labels: list[str]) -> None:
    """Draw a box for each answer in the row of its group.

    Parameters
    ----------
    axes
        An empty plot.
    boxes
        ``row`` (from 0), ``questions`` (text in the box), ``n_questions`` (its width) and
        ``marked`` (whether it is highlighted), in the order to draw.
    labels
        A label for each row.
    """
    filled: dict[int, int] = {}
    for box in boxes.itertuples():
        at = filled.get(box.row, 0)
        axes.add_patch(
            Rectangle(
                (at + 0.05, box.row - 0.38),
                box.n_questions - 0.1,
                0.76,
                facecolor=HIGHLIGHT if box.marked else PALE,
                edgecolor="none",
            )
        )
        axes.text(
            at + box.n_questions / 2,
            box.row,
            box.questions,
            ha="center",
            va="center",
            size=8,
            weight="bold" if box.marked else "normal",
            color="white" if box.marked else TEXT,
        )
        filled[box.row] = at + box.n_questions
    axes.set_xlim(0, max([*filled.values(), 10]))
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    label_rows(axes, labels)
