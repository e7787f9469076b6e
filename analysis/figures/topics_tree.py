"""The chart of how neighbouring questions join into topics, in the order of the document."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.figures.style import GREY, HIGHLIGHT, PALE, TEXT, new_figure, vertical_grid
from analysis.publishing import Chart
from analysis.wording import Wording

_ROW = 0.165  # inches per answer
_HIGHEST = 11.0  # inches
_LEFT, _NAMES = 3.4, -0.755  # inches; in widths of the plot, where names begin
_LABEL = 42  # characters of a name beside the tree


def tree_chart(topics: pd.DataFrame, joins: pd.DataFrame, source: str, wording: Wording) -> Chart:
    """Return the tree of neighbouring answers, cut where the topics are.

    Parameters
    ----------
    topics
        As `analysis.summaries.topics.found_topics` returns them.
    joins
        As `analysis.summaries.topic_views.joins` returns them for the same answers.
    source, wording
        The source line and the language.
    """
    n, n_topics = len(topics), topics["topic"].nunique()
    below = joins[joins["n_topics"] >= n_topics]["together"]
    weakest = wording.percent(below.min() if len(below) else 1.0)
    above = joins[joins["n_topics"] < n_topics]["together"]
    next_one = wording.percent(above.iloc[0] if len(above) else 0.0)
    values = {"topics": n_topics, "weakest": weakest, "next": next_one}
    title = wording.say("figures.tree.title", **values)
    subtitle = wording.say("figures.tree.subtitle", answers=wording.count(n, "common.answer"))
    credit = wording.say("publishing.source", source=source)
    figure, axes = new_figure(title, subtitle, credit, min(_HIGHEST, n * _ROW), left=_LEFT)
    _draw_tree(axes, joins, n, n_topics)
    _draw_cuts(axes, topics)
    axes.set_xlim(1.02, -0.02)
    axes.set_ylim(n - 0.4, -0.6)
    axes.set_xlabel(wording.say("figures.tree.axis"))
    axes.set_xticks(np.linspace(0, 1, 6), [wording.percent(x) for x in np.linspace(0, 1, 6)])
    vertical_grid(axes)
    blocks = topics.groupby("topic", sort=True)
    listed = [f"{name['topic_name'].iloc[0]} ({len(name)})" for _, name in blocks]
    return Chart(
        name="topics-tree",
        figure=figure,
        data=_with_questions(joins, topics),
        title=title,
        subtitle=subtitle,
        caption=wording.say("figures.tree.caption"),
        source=source,
        alt=wording.say("figures.tree.alt", topics_listed="; ".join(listed), **values),
        order=42,
        language=wording.language,
    )


def _draw_tree(axes: Axes, joins: pd.DataFrame, n: int, n_topics: int) -> None:
    """Draw each join as a bracket; those that the cut undoes in grey.

    A join may be a little stronger than one before it; it is drawn no further right than these.
    """
    middle = {(at, at): float(at) for at in range(n)}
    strength = {(at, at): 1.0 for at in range(n)}
    for join in joins.itertuples():
        one, other = (join.first, join.second - 1), (join.second, join.last)
        at = min(join.together, strength[one], strength[other])
        colour = HIGHLIGHT if join.n_topics >= n_topics else GREY
        places = [strength[one], at, at, strength[other]]
        heights = [middle[one], middle[one], middle[other], middle[other]]
        axes.plot(places, heights, color=colour, linewidth=1.4, solid_joinstyle="miter")
        strength[join.first, join.last] = at
        middle[join.first, join.last] = (middle[one] + middle[other]) / 2


def _draw_cuts(axes: Axes, topics: pd.DataFrame) -> None:
    """Draw a line where one topic ends and the next begins, and name the topics."""
    numbers = topics["topic"].to_numpy()
    for edge in np.flatnonzero(np.diff(numbers)) + 0.5:
        axes.axhline(edge, color=PALE, linewidth=0.8, zorder=0)
    n = len(topics)
    axes.set_yticks([])
    room = n * _ROW <= _HIGHEST
    for topic, block in topics.reset_index(drop=True).groupby("topic"):
        name = f"{topic}. {block['topic_name'].iloc[0]}"
        name = name if len(name) <= _LABEL else name[: _LABEL - 1].rstrip(" ,") + "…"
        words = {"transform": axes.get_yaxis_transform(), "va": "center", "size": 8, "color": TEXT}
        axes.text(_NAMES, block.index[0], name, ha="left", **words)
        for at, questions in block["questions"].items():
            if room or at == block.index[0]:
                axes.text(-0.02, at, questions, ha="right", **{**words, "size": 7.5})


def _with_questions(joins: pd.DataFrame, topics: pd.DataFrame) -> pd.DataFrame:
    """Return the joins with the numbers of the questions in place of those of the rows."""
    questions = list(topics["questions"])
    return joins.assign(
        **{name: [questions[at] for at in joins[name]] for name in ("first", "second", "last")}
    )
