"""The map of the answers of a document: those of like words lie near each other."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from analysis.figures.style import GREY, HIGHLIGHT, NO_AXIS, PALE, TEXT, new_figure
from analysis.publishing import Chart
from analysis.wording import Wording

_HEIGHT = 5.2  # inches


def map_chart(places: pd.DataFrame, share: float, source: str, wording: Wording) -> Chart:
    """Return the map of the answers of one document, each tied to the middle of its topic.

    Parameters
    ----------
    places, share
        As `analysis.summaries.topic_views.topic_map` returns them.
    source, wording
        The source line and the language.
    """
    shown = wording.percent(share)
    apart = places.groupby("topic")[["x", "y"]].mean()
    n = len(places)
    title = wording.say("figures.topic_map.title", n=n, share=shown)
    subtitle = wording.say("figures.topic_map.subtitle", share=shown)
    credit = wording.say("publishing.source", source=source)
    figure, axes = new_figure(title, subtitle, credit, _HEIGHT, left=0.3, foot=NO_AXIS)
    _draw(axes, places, apart)
    names = places.drop_duplicates("topic")
    listed = [f"{topic.topic}. {topic.topic_name}" for topic in names.itertuples()]
    return Chart(
        name="topics-map",
        figure=figure,
        data=places,
        title=title,
        subtitle=subtitle,
        caption=wording.say("figures.topic_map.caption", share=shown, topics="; ".join(listed)),
        source=source,
        alt=wording.say(
            "figures.topic_map.alt", n=n, topics_n=len(apart), topics=_where(places, wording)
        ),
        order=44,
        language=wording.language,
    )


def _draw(axes: Axes, places: pd.DataFrame, middles: pd.DataFrame) -> None:
    for row in places.itertuples():
        middle = middles.loc[row.topic]
        axes.plot([row.x, middle["x"]], [row.y, middle["y"]], color=PALE, linewidth=0.9, zorder=1)
    axes.scatter(places["x"], places["y"], s=14, color=GREY, zorder=2)
    for row in places.itertuples():
        axes.annotate(
            row.questions,
            (row.x, row.y),
            xytext=(6, 4),
            textcoords="offset points",
            size=7.5,
            color=TEXT,
            zorder=5,
        )
    badge = {"boxstyle": "circle,pad=0.15", "facecolor": HIGHLIGHT, "edgecolor": "white"}
    for topic, middle in middles.iterrows():
        words = {"ha": "center", "va": "center", "size": 8, "weight": "bold", "color": "white"}
        axes.text(middle["x"], middle["y"], str(topic), bbox=badge, zorder=4, **words)
    axes.margins(0.06)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.spines["bottom"].set_visible(False)


def _where(places: pd.DataFrame, wording: Wording) -> str:
    """Say for each topic which questions it has, and its place."""
    said = []
    for topic, group in places.groupby("topic"):
        x, y = (wording.number(group[axis].mean(), 2) for axis in ("x", "y"))
        said.append(f"{topic}. {group['topic_name'].iloc[0]} ({x}; {y})")
    return "; ".join(said)
