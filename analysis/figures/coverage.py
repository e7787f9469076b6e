"""Charts of how questions were answered, and when."""

from __future__ import annotations

import textwrap

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes

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
from analysis.measures.coverage import ROUTES
from analysis.publishing import Chart
from analysis.wording import Wording

_ROUTE_COLOURS = dict(zip(ROUTES, (HIGHLIGHT, COLOURS[1], COLOURS[3], "#FFFFFF"), strict=True))
_MOST_DOCUMENTS = 30


def routes_chart(
    routes: pd.DataFrame, counts: pd.Series, minimum: int, source: str, wording: Wording
) -> Chart:
    """Return how the questions of each fractie were answered; joined fracties apart.

    Parameters
    ----------
    routes
        As `analysis.summaries.coverage.routes_by_fractie` returns it; at least one row.
    counts
        As `analysis.summaries.coverage.route_counts` returns them: all questions, each once, also
        those whose asker is not known.
    minimum
        Fewest questions for which the table gives a share.
    source, wording
        The source line and the language.
    """
    title = _routes_title(counts, wording)
    subtitle = wording.say("figures.routes.subtitle")
    credit = wording.say("publishing.source", source=source)
    figure, axes = new_figure(title, subtitle, credit, 0.46 * len(routes) + 0.75, left=2.4)
    places = _rows_with_gap(routes)
    for row, group in zip(places, routes.itertuples(), strict=True):
        _stack(axes, row, group)
        if not group.enough:
            few = wording.say("figures.routes.too_few")
            axes.text(group.n_questions + 0.4, row, few, va="center", size=SMALL, color=TEXT)
    labels = [_label(group, wording) for group in routes.itertuples()]
    axes.set_yticks(places, [textwrap.fill(label, 32) for label in labels])
    axes.set_ylim(max(places) + 0.6, -1.7)
    axes.set_xlim(0, routes["n_questions"].max() * 1.04)
    axes.set_xlabel(wording.say("figures.routes.axis"))
    _legend(axes, routes, wording)
    facts = wording.join([_facts(group, wording) for group in routes.itertuples()])
    return Chart(
        name="coverage-fractie",
        figure=figure,
        data=routes,
        title=title,
        subtitle=subtitle,
        caption=wording.say("figures.routes.caption", minimum=minimum),
        source=source,
        alt=wording.say("figures.routes.alt", groups=facts),
        order=20,
        main=True,
        language=wording.language,
    )


def _routes_title(counts: pd.Series, wording: Wording) -> str:
    total, answered = int(counts.sum()), int(counts.drop("none").sum())
    listed = [
        wording.say("figures.routes.count", n=int(n), route=_route(str(route), wording))
        for route, n in counts.items()
        if n
    ]
    if answered == total:
        return wording.say("figures.routes.title_all", total=total, counts=wording.join(listed))
    values = {"answered": answered, "total": total, "counts": wording.join(listed)}
    return wording.say("figures.routes.title", **values)


def _rows_with_gap(routes: pd.DataFrame) -> list[float]:
    """Return the height of each row: a gap sets those that only joined apart."""
    joined = (routes["role"] == "joined").to_numpy()
    return [row + 0.5 * bool(only) for row, only in enumerate(joined)]


def _stack(axes: Axes, row: float, group: object) -> None:
    start = 0
    for route in ROUTES:
        n = getattr(group, route)
        if not n:
            continue
        joined = group.role == "joined"
        axes.barh(
            row,
            n,
            left=start,
            height=0.62,
            color="white" if joined else _ROUTE_COLOURS[route],
            edgecolor=_ROUTE_COLOURS[route] if joined and route != "none" else TEXT,
            linewidth=1.2 if joined or route == "none" else 0,
            hatch="///" if joined else None,
        )
        colour = "white" if not joined and route in ("own",) else "black"
        box = {"facecolor": "white", "edgecolor": "none", "pad": 1.0} if joined else None
        axes.text(
            start + n / 2, row, str(n), ha="center", va="center", size=SMALL, color=colour, bbox=box
        )
        start += n


def _legend(axes: Axes, routes: pd.DataFrame, wording: Wording) -> None:
    from matplotlib.patches import Patch

    handles = [
        Patch(
            facecolor=_ROUTE_COLOURS[route],
            edgecolor=TEXT if route == "none" else "none",
            label=_route(route, wording),
        )
        for route in ROUTES
        if routes[route].sum()
    ]
    if (routes["role"] == "joined").any():
        label = wording.say("figures.routes.joined")
        handles.append(Patch(facecolor="white", edgecolor=TEXT, hatch="///", label=label))
    axes.legend(
        handles=handles,
        loc="upper left",
        bbox_to_anchor=(0, 1.02),
        ncols=2,
        frameon=False,
        fontsize=SMALL,
        handlelength=1.3,
        columnspacing=1.2,
    )


def _label(group: object, wording: Wording) -> str:
    questions = wording.count(group.n_questions, "common.question")
    if group.role == "joined":
        return wording.say("figures.routes.joined_label", fractie=group.fractie)
    return f"{group.fractie} ({questions})"


def _route(route: str, wording: Wording) -> str:
    return wording.say(f"figures.routes.{route}")


def _facts(group: object, wording: Wording) -> str:
    counts = [
        f"{getattr(group, route)} {_route(route, wording)}"
        for route in ROUTES
        if getattr(group, route)
    ]
    return f"{_label(group, wording)}: {', '.join(counts)}"


def response_chart(times: pd.DataFrame, source: str, wording: Wording) -> Chart:
    """Return how long each document took to answer, against the term that was asked for.

    One document is drawn on the calendar; several are drawn as numbers of days, side by side.

    Parameters
    ----------
    times
        As `analysis.summaries.coverage.response_times` returns it; at least one row. Of more than
        thirty documents the latest are drawn.
    source, wording
        The source line and the language.
    """
    shown = times.tail(_MOST_DOCUMENTS).reset_index(drop=True)
    title = _response_title(times, wording)
    documents = wording.count(len(times), "common.document")
    subtitle = wording.say("figures.response.subtitle", documents=documents)
    height = 0.75 if len(shown) == 1 else 0.4 * len(shown)
    credit = wording.say("publishing.source", source=source)
    figure, axes = new_figure(title, subtitle, credit, height, left=2.6)
    if len(shown) == 1:
        _draw_calendar(axes, shown.iloc[0], wording)
    else:
        _draw_days(axes, shown, wording)
    label_rows(axes, list(shown["title"].fillna(shown["document_id"])), 38)
    if len(shown) == 1:
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
