"""Charts of how questions were answered, and when."""

from __future__ import annotations

import matplotlib.dates as mdates
import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.figures.style import COLOURS, GREY, HIGHLIGHT, SMALL, TEXT, label_rows, new_figure
from analysis.measures.coverage import ROUTES
from analysis.publishing import Chart
from analysis.wording import Wording

_ROUTE_COLOURS = dict(zip(ROUTES, (HIGHLIGHT, COLOURS[1], COLOURS[3], "#FFFFFF"), strict=True))
_MOST_DOCUMENTS = 30


def routes_chart(routes: pd.DataFrame, minimum: int, source: str, wording: Wording) -> Chart:
    """Return how the questions of each fractie were answered; joined fracties apart.

    Parameters
    ----------
    routes
        As `analysis.summaries.coverage.routes_by_fractie` returns it; at least one row.
    minimum
        Fewest questions for which the table gives a share.
    source, wording
        The source line and the language.
    """
    asked = routes[routes["role"] == "asked"]
    answered, total = int(asked["n_answered"].sum()), int(asked["n_questions"].sum())
    counts = [
        wording.say("figures.routes.count", n=int(asked[route].sum()), route=_route(route, wording))
        for route in ROUTES
        if asked[route].sum()
    ]
    key = "figures.routes.title_all" if answered == total else "figures.routes.title"
    listed = {"counts": wording.join(counts), "total": total}
    if answered < total:
        listed["answered"] = answered
    title = wording.say(key, **listed)
    subtitle = wording.say("figures.routes.subtitle")
    figure, axes = new_figure(title, subtitle, 0.46 * len(routes) + 0.75, left=2.4)
    places = _rows_with_gap(routes)
    for row, group in zip(places, routes.itertuples(), strict=True):
        _stack(axes, row, group)
        if not group.enough:
            few = wording.say("figures.routes.too_few")
            axes.text(group.n_questions + 0.4, row, few, va="center", size=SMALL, color=TEXT)
    labels = [_label(group, wording) for group in routes.itertuples()]
    axes.set_yticks(places, labels)
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
    figure, axes = new_figure(title, subtitle, 0.5 * len(shown) + 0.55, left=2.4)
    for row, document in enumerate(shown.itertuples()):
        _span(axes, row, document, wording)
    titles = shown["title"].fillna(shown["document_id"])
    label_rows(axes, list(titles))
    axes.set_ylim(len(shown) - 0.4, -1.0)
    days = shown[["asked_on", "due_on", "answered_on"]].to_numpy()
    first, last = np.nanmin(days), np.nanmax(days)
    if len(shown) == 1:
        axes.set_xticks(np.unique(days[~np.isnat(days)]))
    else:
        axes.xaxis.set_major_locator(mdates.AutoDateLocator(minticks=3, maxticks=6))
    axes.xaxis.set_major_formatter(lambda day, _: wording.date(mdates.num2date(day).date()))
    margin = max((last - first) * 0.15, np.timedelta64(1, "D"))
    axes.set_xlim(first - margin, last + margin)
    axes.set_xlabel(wording.say("figures.response.axis"))
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


def _span(axes: Axes, row: int, document: object, wording: Wording) -> None:
    asked, answered = document.asked_on, document.answered_on
    due = document.due_on if pd.notna(document.due_on) else answered
    in_time = min(due, answered)
    axes.plot([asked, in_time], [row, row], color=GREY, linewidth=7, solid_capstyle="butt")
    if answered > due:
        axes.plot([due, answered], [row, row], color=COLOURS[3], linewidth=7, solid_capstyle="butt")
        late = wording.say("figures.response.late", n=(answered - due).days)
        middle = due + (answered - due) / 2
        axes.text(middle, row - 0.28, late, ha="center", va="bottom", size=SMALL, color=TEXT)
    within = wording.say("figures.response.within", n=(in_time - asked).days)
    middle = asked + (in_time - asked) / 2
    axes.text(middle, row - 0.28, within, ha="center", va="bottom", size=SMALL, color=TEXT)
    axes.plot([asked, answered], [row, row], "o", color=HIGHLIGHT, markersize=7)
