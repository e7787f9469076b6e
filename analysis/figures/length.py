"""Charts of the length of answers."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from analysis.figures.coverage import method_note
from analysis.figures.style import (
    COLOURS,
    GREY,
    HIGHLIGHT,
    SMALL,
    TEXT,
    label_rows,
    new_figure,
    vertical_grid,
)
from analysis.publishing import Chart, Notice, show_notice
from analysis.summaries.intervals import document_correlation, document_median
from analysis.wording import Wording

_MOST_BARS = 60
_MOST_GROUPS = 25  # rows; the table has all


def length_chart(overview: pd.DataFrame, source: str, wording: Wording) -> Chart | Notice:
    """Return a chart of the length of every answer: a bar each, or a histogram of many.

    Parameters
    ----------
    overview
        As `analysis.summaries.answers.answer_overview` returns it.
    source, wording
        The source line and the language.

    Returns
    -------
    Chart or Notice
        A notice where there are no answers.
    """
    if overview.empty:
        return show_notice(wording.say("conclusions.no_answers"))
    words = overview["n_words"]
    shortest, longest = overview.loc[words.idxmin()], overview.loc[words.idxmax()]
    (low, high), method = document_median(words.to_numpy(), overview["document_id"].to_numpy())
    one_document = overview["document_id"].nunique() == 1
    values = {
        "median": wording.number(words.median()),
        "shortest": wording.number(shortest["n_words"]),
        "longest": wording.number(longest["n_words"]),
    }
    title = wording.say("figures.length.title", **values)
    total = wording.number(words.sum())
    answers = wording.count(len(words), "common.answer")
    subtitle = wording.say("figures.length.subtitle", answers=answers, words=total)
    # Numbers of questions name an answer within one document only.
    many = len(overview) > _MOST_BARS or not one_document
    credit = wording.say("publishing.source", source=source)
    figure, axes = new_figure(
        title, subtitle, credit, 3.2 if many else 0.19 * len(overview), left=1.2
    )
    data = overview[["questions", "fractie", "n_words", "n_sentences", "n_questions"]]
    if many:
        _histogram(axes, words, wording)
    else:
        data = data.sort_values("n_words", ascending=False, kind="stable").reset_index(drop=True)
        _bars(axes, data, wording)
    axes.axvline(words.median(), color=COLOURS[3], linewidth=1.4)
    axes.set_xlabel(wording.say("figures.length.axis"))
    if np.isnan(low):
        interval = wording.say("figures.length.no_interval")
    else:
        shown = wording.interval(low, high)
        interval = wording.say(
            "figures.length.interval", interval=shown, method=method_note([method], wording)
        )
    where = {"short": shortest["questions"], "long": longest["questions"]} if one_document else {}
    key = "figures.length.alt_one" if one_document else "figures.length.alt_many"
    return Chart(
        name="answer-length",
        figure=figure,
        data=data,
        title=title,
        subtitle=subtitle,
        caption=wording.say("figures.length.caption", interval=interval),
        source=source,
        alt=wording.say(key, n=len(words), **values, **where),
        order=30,
        main=True,
        language=wording.language,
    )


def _bars(axes: Axes, data: pd.DataFrame, wording: Wording) -> None:
    joint = data["n_questions"] > 1
    colours = np.where(joint, HIGHLIGHT, GREY)
    axes.barh(range(len(data)), data["n_words"], color=colours, height=0.72)
    for row, bar in enumerate(data.itertuples()):
        axes.text(
            bar.n_words + 3,
            row,
            str(bar.n_words),
            va="center",
            size=7.5,
            color=TEXT,
            zorder=3,  # above the line of the median
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.4},
        )
    label_rows(axes, [wording.say("figures.question", numbers=n) for n in data["questions"]])
    axes.tick_params(axis="y", labelsize=7.5)
    axes.set_xlim(0, data["n_words"].max() * 1.08)
    vertical_grid(axes)
    labels = ("figures.length.own", GREY), ("figures.length.joint", HIGHLIGHT)
    handles = [
        Line2D([], [], color=colour, linewidth=7, label=wording.say(key)) for key, colour in labels
    ]
    median = wording.say("figures.length.median")
    handles.append(Line2D([], [], color=COLOURS[3], linewidth=1.4, label=median))
    axes.legend(handles=handles, loc="lower right", frameon=False, fontsize=SMALL)


def _histogram(axes: Axes, words: pd.Series, wording: Wording) -> None:
    axes.hist(words, bins=30, color=GREY)
    axes.set_xlim(0, None)
    axes.set_ylabel(wording.say("figures.length.count_axis"))
    axes.grid(axis="y", color="#D9D9D9", linewidth=0.8)


def length_fractie_chart(
    overview: pd.DataFrame, table: pd.DataFrame, minimum: int, source: str, wording: Wording
) -> Chart | Notice:
    """Return a dot for every answer by the fractie that asked, with medians of large groups.

    Parameters
    ----------
    overview, table
        As `answer_overview` and `length_by_fractie` of `analysis.summaries.answers` return them.
    minimum
        Fewest answers for which the table gives a median.
    source, wording
        The source line and the language.

    Returns
    -------
    Chart or Notice
        A notice where no asker is known.
    """
    if table.empty:
        return show_notice(wording.say("conclusions.no_askers"))
    table = table.head(_MOST_GROUPS)
    enough = table[table["enough"]]
    if len(enough):
        first = enough.iloc[0]
        values = {"fractie": first["fractie"], "median": wording.number(first["median"])}
        if pd.notna(first["low"]):
            values["interval"] = wording.interval(first["low"], first["high"])
        key = "title" if "interval" in values else "title_no_interval"
        title = wording.say(f"figures.length_fractie.{key}", **values)
    else:
        title = wording.say("figures.length_fractie.title_none")
    subtitle = wording.say("figures.length_fractie.subtitle")
    credit = wording.say("publishing.source", source=source)
    figure, axes = new_figure(title, subtitle, credit, max(0.62 * len(table), 1.0), left=2.3)
    for row, group in enumerate(table.itertuples()):
        _dots(axes, row, overview.loc[overview["fractie"] == group.fractie, "n_words"])
        if group.enough:
            axes.plot([group.low, group.high], [row, row], color=HIGHLIGHT, linewidth=2)
            axes.plot(group.median, row, "D", color=HIGHLIGHT, markersize=8)
        else:
            few = wording.say("figures.too_few_answers", n=group.n_answers)
            axes.text(group.longest, row, f"   {few}", va="center", size=SMALL, color=TEXT)
    label_rows(axes, [_group_label(group, wording) for group in table.itertuples()], 32)
    axes.set_xlim(0, overview["n_words"].max() * 1.05)
    axes.set_xlabel(wording.say("figures.length.axis"))
    vertical_grid(axes)
    return Chart(
        name="answer-length-fractie",
        figure=figure,
        data=table,
        title=title,
        subtitle=subtitle,
        caption=wording.say(
            "figures.length_fractie.caption",
            minimum=minimum,
            method=method_note(table["method"], wording),
        ),
        source=source,
        alt=wording.say(
            "figures.length_fractie.alt",
            groups=wording.join([_group_facts(group, wording) for group in table.itertuples()]),
        ),
        order=31,
        language=wording.language,
    )


def _dots(axes: Axes, row: int, words: pd.Series) -> None:
    # Equal lengths are set one above another, so that every answer is seen; nothing is random.
    nth = words.groupby(words).cumcount()
    step = min(0.09, 0.45 / max(nth.max(), 1))
    axes.plot(words, row - nth * step, "o", color=GREY, alpha=0.65, markersize=5, markeredgewidth=0)


def _group_label(group: object, wording: Wording) -> str:
    return f"{group.fractie} ({wording.count(group.n_answers, 'common.answer')})"


def _group_facts(group: object, wording: Wording) -> str:
    if not group.enough:
        return f"{group.fractie}: {wording.say('figures.too_few_answers', n=group.n_answers)}"
    return wording.say(
        "figures.length_fractie.group",
        fractie=group.fractie,
        n=group.n_answers,
        median=wording.number(group.median),
        interval=wording.interval(group.low, group.high),
    )


def question_length_chart(overview: pd.DataFrame, source: str, wording: Wording) -> Chart | Notice:
    """Return a scatter plot of the length of answers against that of their questions.

    Parameters
    ----------
    overview
        As `analysis.summaries.answers.answer_overview` returns it.
    source, wording
        The source line and the language.

    Returns
    -------
    Chart or Notice
        A notice where there are no answers.
    """
    if overview.empty:
        return show_notice(wording.say("conclusions.no_answers"))
    x, y = overview["question_words"].to_numpy(), overview["n_words"].to_numpy()
    documents = overview["document_id"].to_numpy()
    correlation, (low, high), method = document_correlation(x, y, documents)
    sure = "more" if low > 0 else "less" if high < 0 else "unsure"
    values = {
        "correlation": wording.number(correlation, 2),
        "interval": wording.interval(low, high, 2),
    }
    title = wording.say(f"figures.question_length.title_{sure}", **values)
    answers = wording.count(len(overview), "common.answer")
    subtitle = wording.say("figures.question_length.subtitle", answers=answers)
    credit = wording.say("publishing.source", source=source)
    figure, axes = new_figure(title, subtitle, credit, 3.4, left=0.9)
    for joint, marker, colour in ((False, "o", GREY), (True, "s", HIGHLIGHT)):
        part = overview[(overview["n_questions"] > 1) == joint]
        label = wording.say("figures.length.joint" if joint else "figures.length.own")
        axes.plot(
            part["question_words"],
            part["n_words"],
            marker,
            color=colour,
            markersize=6,
            alpha=0.85,
            label=label,
        )
    axes.set_xlim(0, None)
    axes.set_ylim(0, overview["n_words"].max() * 1.2)  # room for the legend above the marks
    axes.set_xlabel(wording.say("figures.question_length.x"))
    axes.set_ylabel(wording.say("figures.question_length.y"), rotation=0, ha="left")
    axes.yaxis.set_label_coords(-0.075, 1.02)
    axes.grid(color="#D9D9D9", linewidth=0.8)
    axes.legend(frameon=False, fontsize=SMALL, loc="upper right")
    return Chart(
        name="question-answer-length",
        figure=figure,
        data=overview[["questions", "question_words", "n_words", "n_questions"]],
        title=title,
        subtitle=subtitle,
        caption=wording.say(
            "figures.question_length.caption", method=method_note([method], wording)
        ),
        source=source,
        alt=wording.say("figures.question_length.alt", answers=answers, **values),
        order=32,
        language=wording.language,
    )
