"""The chart of which fractie asked about which topic."""

from __future__ import annotations

import re
import textwrap

import pandas as pd
from matplotlib.axes import Axes

from analysis.figures.style import HIGHLIGHT, NO_AXIS, PALE, TEXT, label_rows, new_figure
from analysis.publishing import Chart
from analysis.wording import Wording

_ROW = 0.42  # inches
UNKNOWN = "–"  # as `topic_by_fractie` gives it
_LARGEST = 27.0  # points: the side of the largest square
_NAME = 7.2  # points: seven names of twelve letters fit beside each other
_NUMBERED = r"^\d+\. "  # what the label of a topic of its own begins with
_MOST_TOPICS, _MOST_FRACTIES = 20, 7  # more are shown together as others


def topic_fractie_chart(
    counts: pd.DataFrame,
    name: str,
    order: int,
    source: str,
    wording: Wording,
    *,
    main: bool = False,
) -> Chart:
    """Return the number of questions by topic and fractie.

    Parameters
    ----------
    counts
        As `analysis.summaries.topic_views.topic_by_fractie` returns them, with a row at least.
    name, order
        Name of the chart, since there is one for a document and one for all, and its place.
    source, wording
        The source line and the language.
    main
        Whether the index of the report shows it.
    """
    shown = _with_others(counts, wording)
    table = shown.pivot_table("n_questions", "label", "fractie", "sum", 0, sort=False)
    table = table[_columns(table, _known(counts))]
    # The largest number of a topic and a fractie that are shown by themselves, where there is one.
    single = shown["label"].str.match(_NUMBERED), shown["fractie"].isin(_known(counts))
    apart = shown[single[0] & single[1]]
    apart = apart if len(apart) else shown
    most = apart.sort_values("n_questions", ascending=False, kind="stable").iloc[0]
    n = wording.count(int(most["n_questions"]), "common.question")
    n_fracties = wording.say("tables.fracties", n=counts["fractie"].nunique())
    about = re.sub(_NUMBERED, "", most["label"])
    values = {"n": n, "fractie": most["fractie"], "topic": about}
    title = wording.say("figures.topic_fractie.title", **values)
    subtitle = wording.say("figures.topic_fractie.subtitle", topics=counts["topic"].nunique())
    credit = wording.say("publishing.source", source=source)
    height = _ROW * (len(table) + 1.2)
    figure, axes = new_figure(title, subtitle, credit, height, left=3.2, foot=NO_AXIS)
    _draw(axes, table, _known(counts))
    facts = [
        wording.say("figures.topic_fractie.fact", fractie=fractie, n=int(column.sum()))
        for fractie, column in table.items()
    ]
    return Chart(
        name=name,
        figure=figure,
        data=counts,
        title=title,
        subtitle=subtitle,
        caption=wording.say("figures.topic_fractie.caption"),
        source=source,
        alt=wording.say(
            "figures.topic_fractie.alt", groups="; ".join(facts), fracties=n_fracties, **values
        ),
        order=order,
        main=main,
        language=wording.language,
    )


def _with_others(counts: pd.DataFrame, wording: Wording) -> pd.DataFrame:
    """Return the counts with a label per topic, small topics and fracties taken together."""
    shown = counts.assign(label=counts["topic"].astype(str) + ". " + counts["topic_name"])
    unknown = wording.say("figures.topic_fractie.unknown")
    for column, most, key in (
        ("label", _MOST_TOPICS, "figures.topic_fractie.other_topics"),
        ("fractie", _MOST_FRACTIES, "figures.topic_fractie.other_fracties"),
    ):
        totals = shown.groupby(column, sort=False)["n_questions"].sum()
        order = totals.sort_values(ascending=False, kind="stable").index
        if len(order) > most:
            rest = wording.say(key, n=len(order) - most + 1)
            shown[column] = shown[column].where(shown[column].isin(order[: most - 1]), rest)
    shown["fractie"] = shown["fractie"].replace(UNKNOWN, unknown)
    shown["last"] = ~shown["label"].str.match(_NUMBERED)
    shown = shown.sort_values(["last", "topic"], kind="stable")
    both = ["label", "fractie"]
    return shown.groupby(both, as_index=False, sort=False)["n_questions"].sum()


def _known(counts: pd.DataFrame) -> set[str]:
    """Return the names of the fracties; of those, some may be shown together."""
    return set(counts["fractie"]) - {UNKNOWN}


def _columns(table: pd.DataFrame, known: set[str]) -> list[str]:
    """Return the fracties, the largest first, and after them what is no single fractie."""
    totals = table.sum()
    return sorted(table.columns, key=lambda name: (name not in known, -totals[name], name))


def _draw(axes: Axes, table: pd.DataFrame, known: set[str]) -> None:
    """Draw each count, those of one topic and one fractie in a square of that area.

    What is taken together is many times larger, and would leave the others no room to differ.
    """
    own_rows = table.index.str.match(_NUMBERED)
    own = own_rows[:, None] & table.columns.isin(known)[None, :]
    largest = max(float(table.to_numpy()[own].max(initial=0)), 1.0)
    for row, counts in enumerate(table.to_numpy()):
        for column, count in enumerate(counts):
            if count and own[row, column]:
                area = _LARGEST**2 * count / largest
                axes.scatter(column, row, area, color=PALE, marker="s", linewidths=0)
            if count:
                axes.text(column, row, int(count), ha="center", va="center", size=8.5, color=TEXT)
    names = [textwrap.shorten(label, 80, placeholder="…") for label in table.index]
    label_rows(axes, names, 40)
    axes.set_ylim(len(table) - 0.5, -1.2)
    for column, (fractie, counts) in enumerate(table.items()):
        name = f"{fractie} ({int(counts.sum())})"
        words = "\n".join(textwrap.wrap(name, 12, break_long_words=False))
        axes.text(column, -0.55, words, ha="center", va="bottom", size=_NAME, color=HIGHLIGHT)
    axes.set_xlim(-0.6, max(len(table.columns), 4) - 0.4)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
