"""The chart of which way the questions of each fractie were answered."""

from __future__ import annotations

import textwrap

import pandas as pd
from matplotlib.axes import Axes

from analysis.figures.coverage import rule_note
from analysis.figures.style import (
    COLOURS,
    HIGHLIGHT,
    SMALL,
    TEXT,
    new_figure,
)
from analysis.measures.coverage import ROUTES
from analysis.publishing import Chart, Notice, show_notice
from analysis.wording import Wording

_MOST_ROWS = 25  # of those that asked, and of those that joined
_NARROW = 0.021  # of the longest bar: the room that a digit takes
_ROUTE_COLOURS = dict(zip(ROUTES, (HIGHLIGHT, COLOURS[1], COLOURS[3], "#FFFFFF"), strict=True))


def routes_chart(
    routes: pd.DataFrame,
    counts: pd.Series,
    rule: str,
    minimum: int,
    source: str,
    wording: Wording,
) -> Chart | Notice:
    """Return how the questions of each fractie were answered; joined fracties apart.

    Parameters
    ----------
    routes
        As `analysis.summaries.coverage.shares_by` returns it by fractie and role, those that
        asked first.
    counts
        As `analysis.summaries.coverage.route_counts` returns them: all questions, each once, also
        those whose asker is not known.
    rule, minimum
        As the table was made with.
    source, wording
        The source line and the language.

    Returns
    -------
    Chart or Notice
        A notice where no asker is known.
    """
    if routes.empty:
        return show_notice(wording.say("conclusions.no_askers"))
    data, routes = routes, routes.groupby("role", sort=False).head(_MOST_ROWS)
    title = _routes_title(counts, wording)
    subtitle = wording.say("figures.routes.subtitle")
    credit = wording.say("publishing.source", source=source)
    figure, axes = new_figure(title, subtitle, credit, 0.46 * len(routes) + 0.75, left=2.4)
    places = _rows_with_gap(routes)
    widest, beside = float(routes["n_questions"].max()), []
    for row, group in zip(places, routes.itertuples(), strict=True):
        beside.append(_stack(axes, row, group, widest, wording))
        if not group.enough:
            few = wording.say("figures.routes.too_few")
            axes.text(group.n_questions, row, f"  {few}", va="center", size=SMALL, color=TEXT)
    labels = [_label(group, wording) for group in routes.itertuples()]
    axes.set_yticks(places, [textwrap.fill(label, 32) for label in labels])
    axes.set_ylim(max(places) + 0.6, -1.7)
    axes.set_xlim(0, widest * (1.4 if any(beside) else 1.04))
    axes.set_xlabel(wording.say("figures.routes.axis"))
    _legend(axes, routes, wording)
    facts = wording.join([_facts(group, wording) for group in routes.itertuples()])
    return Chart(
        name="coverage-fractie",
        figure=figure,
        data=data,
        title=title,
        subtitle=subtitle,
        caption=wording.say(
            "figures.routes.caption", minimum=minimum, rule=rule_note(rule, wording)
        ),
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


def _stack(axes: Axes, row: float, group: object, widest: float, wording: Wording) -> bool:
    """Draw the bar of a group; tell whether counts that have no room in it stand beside it."""
    start = 0.0
    narrow = []
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
        shown = wording.amount(n)
        if n < widest * _NARROW * len(shown):
            narrow.append(f"{shown} {wording.value('route', route)}")
            shown = ""
        box = {"facecolor": "white", "edgecolor": "none", "pad": 1.0} if joined else None
        axes.text(
            start + n / 2, row, shown, ha="center", va="center", size=SMALL, color=colour, bbox=box
        )
        start += n
    if narrow and group.enough:
        axes.text(start, row, "  " + ", ".join(narrow), va="center", size=SMALL, color=TEXT)
    return bool(narrow and group.enough)


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
    n = group.n_questions
    questions = f"{wording.amount(n)} {wording.say('common.question', n=n)}"
    if group.role == "joined":
        return wording.say("figures.routes.joined_label", fractie=group.fractie)
    return f"{group.fractie} ({questions})"


def _route(route: str, wording: Wording) -> str:
    return wording.say(f"figures.routes.{route}")


def _facts(group: object, wording: Wording) -> str:
    counts = [
        f"{wording.amount(getattr(group, route))} {_route(route, wording)}"
        for route in ROUTES
        if getattr(group, route)
    ]
    return f"{_label(group, wording)}: {', '.join(counts)}"
