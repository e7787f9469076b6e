"""Charts of how long questions waited for their answer."""

from __future__ import annotations

from typing import Any

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from analysis.figures.style import (
    COLOURS,
    GREY,
    HIGHLIGHT,
    PALE,
    SMALL,
    TEXT,
    label_rows,
    new_figure,
    vertical_grid,
)
from analysis.publishing import Chart, Notice, show_notice
from analysis.summaries.coverage import median_wait
from analysis.wording import Wording

_MOST_DOCUMENTS = 30
_AFTER_LAST = 1.25  # how far the axis goes on after the last answer


def response_chart(times: pd.DataFrame, source: str, wording: Wording) -> Chart | Notice:
    """Return how long each document took to answer, against the term that was asked for.

    One document is drawn on the calendar, several as numbers of days, many as a histogram.

    Parameters
    ----------
    times
        As `analysis.summaries.coverage.response_times` returns it. More than thirty are drawn as
        a histogram.
    source, wording
        The source line and the language.

    Returns
    -------
    Chart or Notice
        A notice where no document has both dates.
    """
    if times.empty:
        return show_notice(wording.say("conclusions.no_times"))
    many = len(times) > _MOST_DOCUMENTS
    title = _response_title(times, wording)
    documents = wording.count(len(times), "common.document")
    subtitle = wording.say("figures.response.subtitle", documents=documents)
    height = 3.0 if many else max(0.4 * len(times), 0.75)
    credit = wording.say("publishing.source", source=source)
    figure, axes = new_figure(title, subtitle, credit, height, left=0.9 if many else 2.6)
    if many:
        _draw_histogram(axes, times, wording)
    elif len(times) > 1:
        _draw_days(axes, times, wording)
    else:
        _draw_calendar(axes, times.iloc[0], wording)
    if not many:
        label_rows(axes, list(times["title"].fillna(times["document_id"])), 38)
    if len(times) == 1:
        axes.set_ylim(0.6, -1.0)
    return Chart(
        name="response-time",
        figure=figure,
        data=times,
        title=title,
        subtitle=subtitle,
        caption=wording.say("figures.response.caption"),
        source=source,
        alt=wording.say("figures.response.alt", finding=title),
        order=25,
        main=True,
        language=wording.language,
    )


def _response_title(times: pd.DataFrame, wording: Wording) -> str:
    if len(times) > 1:
        median = wording.number(times["days"].median())
        return wording.say("figures.response.title_many", median=median)
    only = times.iloc[0]
    days = int(only["days"])
    if pd.isna(only["days_past_due"]):
        return wording.say("figures.response.title_no_term", n=days)
    past = int(only["days_past_due"])
    if past > 0:
        return wording.say("figures.response.title_late", days=days, n=past)
    return wording.say("figures.response.title_in_time", n=days)


def _draw_calendar(axes: Axes, document: pd.Series, wording: Wording) -> None:
    asked, due, answered = document["asked_on"], document["due_on"], document["answered_on"]
    in_time = answered if pd.isna(due) else min(due, answered)
    days = (in_time - asked).days
    _draw_span(axes, asked, in_time, GREY, wording.say("figures.response.within", n=days))
    if answered > in_time:
        late = wording.say("figures.response.late", n=(answered - in_time).days)
        _draw_span(axes, in_time, answered, COLOURS[3], late)
    axes.plot([asked, answered], [0, 0], "o", color=HIGHLIGHT, markersize=7)
    axes.set_xticks(sorted({asked, in_time, answered}))
    axes.xaxis.set_major_formatter(lambda day, _: wording.date(mdates.num2date(day).date()))
    margin = max((answered - asked) * 0.15, pd.Timedelta(days=1))
    axes.set_xlim(asked - margin, answered + margin)
    axes.set_xlabel(wording.say("figures.response.date_axis"))


def _draw_span(
    axes: Axes, first: pd.Timestamp, last: pd.Timestamp, colour: str, label: str
) -> None:
    axes.plot([first, last], [0, 0], color=colour, linewidth=7, solid_capstyle="butt")
    middle = first + (last - first) / 2
    axes.text(middle, -0.28, label, ha="center", va="bottom", size=SMALL, color=TEXT)


def _draw_histogram(axes: Axes, times: pd.DataFrame, wording: Wording) -> None:
    days = times["days"].astype(int)
    width = max(7, 7 * round(days.max() / 7 / 40))  # whole weeks, some forty bars at most
    axes.hist(days, bins=range(0, int(days.max()) + width + 1, width), color=GREY)
    axes.axvline(days.median(), color=COLOURS[3], linewidth=1.4)
    axes.set_xlim(0, None)
    axes.set_xlabel(wording.say("figures.response.days_axis"))
    _label_above(axes, wording.say("figures.response.count_axis"))
    axes.grid(axis="y", color=PALE, linewidth=0.8)


def _label_above(axes: Axes, label: str) -> None:
    """Set the name of the vertical axis above it, in horizontal text."""
    axes.set_ylabel(label, rotation=0, ha="left", va="bottom")
    axes.yaxis.set_label_coords(-0.06, 1.02)


def _draw_days(axes: Axes, times: pd.DataFrame, wording: Wording) -> None:
    late = times["days_past_due"].fillna(0).clip(lower=0).astype(int)
    rows = range(len(times))
    axes.barh(rows, times["days"] - late, color=GREY, height=0.62)
    axes.barh(rows, late, left=times["days"] - late, color=COLOURS[3], height=0.62)
    for row, (days, past) in enumerate(zip(times["days"], late, strict=True)):
        label = wording.say("figures.response.within", n=int(days))
        if past:
            label += f" ({wording.say('figures.response.late', n=int(past))})"
        axes.text(days, row, f"  {label}", va="center", size=SMALL, color=TEXT)
    axes.set_xlim(0, max(times["days"].max(), 1) * 2)
    axes.set_xlabel(wording.say("figures.response.days_axis"))
    vertical_grid(axes)


def waiting_chart(
    found: pd.DataFrame, curve: pd.DataFrame, rule_days: int, source: str, wording: Wording
) -> Chart | Notice:
    """Return which share of the sets of questions still waited, by the days since they were asked.

    Parameters
    ----------
    found, curve
        As `cases` and `waiting_curve` of `analysis.summaries.coverage` return them.
    rule_days
        The term, drawn as a line.
    source, wording
        The source line and the language.

    Returns
    -------
    Chart or Notice
        A notice where there are fewer than two sets with a date.
    """
    dated = found[found["state"] != "undated"]
    if len(dated) < 2:
        return show_notice(wording.say("coverage.figures.waiting.one"))
    title = _waiting_title(curve, wording)
    subtitle = wording.say(
        "coverage.figures.waiting.subtitle",
        sets=wording.count(len(dated), "coverage.set"),
        waiting=int((dated["state"] == "waiting").sum()),
    )
    credit = wording.say("publishing.source", source=source)
    figure, axes = new_figure(title, subtitle, credit, 3.0, left=0.9)
    _draw_curve(axes, dated, curve, wording)
    term = wording.say("coverage.figures.waiting.rule", days=rule_days)
    axes.axvline(rule_days, color=COLOURS[2], linewidth=1.4, linestyle="--")
    axes.text(rule_days, 0.97, f"  {term}", color=COLOURS[2], size=SMALL, va="top")
    axes.set_xlim(0, max(axes.get_xlim()[1], 1.1 * rule_days))
    still = float(curve.loc[curve["days"] <= rule_days, "share_waiting"].iloc[-1])
    past = wording.say(
        "coverage.figures.waiting.past", days=rule_days, share=wording.percent(still)
    )
    return Chart(
        name="waiting-time",
        figure=figure,
        data=curve,
        title=title,
        subtitle=subtitle,
        caption=wording.say(
            "coverage.figures.waiting.caption", undated=int((found["state"] == "undated").sum())
        ),
        source=source,
        alt=wording.say("coverage.figures.waiting.alt", finding=title, past=past),
        order=24,
        main=True,
        language=wording.language,
    )


def _waiting_title(curve: pd.DataFrame, wording: Wording) -> str:
    median = median_wait(curve)
    if pd.isna(median):
        return wording.say("coverage.figures.waiting.title_not")
    return wording.say("coverage.figures.waiting.title", median=wording.number(median))


def _draw_curve(axes: Axes, dated: pd.DataFrame, curve: pd.DataFrame, wording: Wording) -> None:
    last = float(dated[["days", "waiting_days"]].max().max())
    shown = min(last, _AFTER_LAST * max(float(curve["days"].max()), 1.0))
    days = [*curve["days"], max(last, float(curve["days"].max()))]
    steps: dict[str, list[Any]] = {
        name: [*curve[name], curve[name].iloc[-1]] for name in ("share_waiting", "low", "high")
    }
    axes.fill_between(
        days, steps["low"], steps["high"], step="post", color=GREY, alpha=0.3, linewidth=0
    )
    axes.step(days, steps["share_waiting"], where="post", color=HIGHLIGHT, linewidth=2)
    waits = dated.loc[dated["state"] == "waiting", "waiting_days"].astype(float)
    # A tick where a set of questions without an answer leaves the curve.
    at = [float(curve.loc[curve["days"] <= max(day, 0), "share_waiting"].iloc[-1]) for day in waits]
    axes.plot(waits, at, "|", color=HIGHLIGHT, markersize=8)
    axes.set_xlim(0, max(shown, 1) * 1.02)
    axes.set_ylim(0, 1.02)
    axes.yaxis.set_major_formatter(PercentFormatter(1, 0))
    axes.set_xlabel(wording.say("coverage.figures.waiting.x"))
    _label_above(axes, wording.say("coverage.figures.waiting.y"))
    axes.grid(axis="y", color=PALE, linewidth=0.8)
