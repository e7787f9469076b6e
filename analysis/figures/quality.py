"""Charts of the state of the data."""

from __future__ import annotations

import pandas as pd
from matplotlib.ticker import PercentFormatter

from analysis.figures.style import (
    GREY,
    HIGHLIGHT,
    SMALL,
    TEXT,
    label_rows,
    new_figure,
    vertical_grid,
)
from analysis.publishing import Chart
from analysis.wording import Wording


def text_use_chart(use: pd.DataFrame, source: str, wording: Wording) -> Chart:
    """Return a bar chart of where the text of the documents went.

    Parameters
    ----------
    use
        As `analysis.summaries.quality.text_use` returns it.
    source, wording
        The source line and the language.
    """
    share = use.set_index("part")["share"]
    title = wording.say("figures.text_use.title", answers=wording.percent(share["answers"]))
    total = wording.number(use["characters"].sum())
    subtitle = wording.say("figures.text_use.subtitle", characters=total)
    credit = wording.say("publishing.source", source=source)
    figure, axes = new_figure(title, subtitle, credit, 0.36 * len(use), left=2.5)
    colours = [HIGHLIGHT if part == "answers" else GREY for part in use["part"]]
    axes.barh(range(len(use)), use["share"], color=colours, height=0.7)
    for row, bar in enumerate(use.itertuples()):
        label = f"{wording.percent(bar.share)} ({wording.number(bar.characters)})"
        axes.text(bar.share + 0.01, row, label, va="center", size=SMALL, color=TEXT)
    parts = [wording.say(f"figures.text_use.{part}") for part in use["part"]]
    label_rows(axes, parts)
    axes.set_xlim(0, min(1.0, use["share"].max() * 1.35))
    axes.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    axes.set_xlabel(wording.say("figures.text_use.axis"))
    vertical_grid(axes)
    pairs = zip(parts, use["share"], strict=True)
    listed = wording.join([f"{part} {wording.percent(value)}" for part, value in pairs])
    return Chart(
        name="text-use",
        figure=figure,
        data=use,
        title=title,
        subtitle=subtitle,
        caption=wording.say("figures.text_use.caption"),
        source=source,
        alt=wording.say("figures.text_use.alt", shares=listed),
        order=50,
        language=wording.language,
    )
