"""The chart of differences between fracties, within the same letter or bewindspersoon."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from analysis.figures.coverage import method_note, rule_note
from analysis.figures.dots import Dot, draw_dots, height
from analysis.figures.style import TEXT, new_figure
from analysis.publishing import Chart, Notice, show_notice
from analysis.wording import Wording


def differences_chart(
    table: pd.DataFrame, rule: str, outcome: str, minimum: int, source: str, wording: Wording
) -> Chart | Notice:
    """Return the difference of each fractie with comparable questions of others.

    Parameters
    ----------
    table
        As `analysis.summaries.coverage.compare_fracties` returns it.
    rule, outcome, minimum
        As the table was made with.
    source, wording
        The source line and the language.

    Returns
    -------
    Chart or Notice
        A notice where no fractie can be compared.
    """
    tested = table[table["verdict"] != "too_few"]
    if tested.empty:
        return show_notice(wording.say("coverage.figures.differences.nothing"))
    shown = tested[tested["verdict"] != "none"]
    title = wording.say("coverage.figures.differences.title_none")
    if len(shown):
        fracties = wording.join(list(shown["fractie"]))
        values = {"n": len(shown), "fracties": fracties}
        title = wording.say("coverage.figures.differences.title_some", **values)
    rows = [_dot(row, wording) for row in table.itertuples()]
    subtitle = wording.say("coverage.figures.differences.subtitle")
    credit = wording.say("publishing.source", source=source)
    figure, axes = new_figure(title, subtitle, credit, height(rows), left=2.8)
    furthest = float(np.nanmax(np.abs(table[["low", "high", "difference"]].to_numpy())))
    draw_dots(axes, rows, (-1.08 * furthest - 1, 1.08 * furthest + 1))
    axes.axvline(0, color=TEXT, linewidth=1)
    axes.set_xlabel(wording.say("coverage.figures.differences.axis"))
    facts = [_fact(row, dot, wording) for row, dot in zip(table.itertuples(), rows, strict=True)]
    return Chart(
        name="coverage-differences",
        figure=figure,
        data=table,
        title=title,
        subtitle=subtitle,
        caption=wording.say(
            "coverage.figures.differences.caption",
            outcome=wording.say(f"coverage.outcome.{outcome}"),
            rule=rule_note(rule, wording),
            interval=method_note(table["method"], wording),
            minimum=minimum,
        ),
        source=source,
        alt=wording.say("coverage.figures.differences.alt", groups="; ".join(facts)),
        order=23,
        main=True,
        language=wording.language,
    )


def _dot(row: Any, wording: Wording) -> Dot:
    n = wording.number(row.n_questions)
    return Dot(
        wording.say("coverage.figures.label", group=row.fractie, n=n),
        row.difference,
        row.low,
        row.high,
        wording.say("coverage.too_few"),
        "grey" if row.verdict == "none" else "filled",
    )


def _fact(row: Any, dot: Dot, wording: Wording) -> str:
    if np.isnan(dot.value):
        return f"{dot.label}: {dot.note}"
    return wording.say(
        "coverage.figures.differences.fact",
        group=row.fractie,
        points=wording.number(dot.value),
        interval=wording.interval(dot.low, dot.high),
        n=int(row.n_questions),
        others=int(row.n_others),
    )
