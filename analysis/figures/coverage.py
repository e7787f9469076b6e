"""Charts of the share of questions answered: by fractie, by year, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from analysis.codebook.classes import STATUSES
from analysis.figures.dots import Dot, draw_dots, height
from analysis.figures.style import HIGHLIGHT, SMALL, label_rows, new_figure
from analysis.publishing import Chart, Notice, show_notice
from analysis.wording import Wording

_MOST_ROWS = 25
_HALF = 0.5  # shares below it are drawn on an axis that ends where they do
_PALEST = 0.06  # of the highlight, for a box with a count
_DARK = 0.7  # from this shade on white reads better than black


def shares_chart(
    table: pd.DataFrame, rule: str, outcome: str, minimum: int, source: str, wording: Wording
) -> Chart | Notice:
    """Return the share of each fractie's questions that was answered; those that joined apart.

    Parameters
    ----------
    table
        As `shares_by` returns it by fractie and role, those that asked first.
    rule, outcome, minimum
        As the table was made with.
    source, wording
        The source line and the language.

    Returns
    -------
    Chart or Notice
        A notice where no asker is known.
    """
    if table.empty:
        return show_notice(wording.say("conclusions.no_askers"))
    order = table.assign(_few=~table["enough"]).sort_values(
        ["role", "_few", "share", "n_questions"], ascending=[True, True, False, False]
    )
    shown = order.drop(columns="_few").head(_MOST_ROWS)
    asked = shown[shown["role"] == "asked"]
    title = _range_title(asked, "fractie", "coverage.figures.shares", wording)
    rows = [_dot(row, row.fractie, wording, row.role) for row in shown.itertuples()]
    caption = wording.say(
        "coverage.figures.shares.caption",
        outcome=wording.say(f"coverage.outcome.{outcome}"),
        rule=rule_note(rule, wording),
        interval=method_note(shown["method"], wording),
        minimum=minimum,
    )
    return _share_figure(
        shown, rows, "coverage-shares", title, caption, "shares", 21, source, wording
    )


def trend_chart(
    table: pd.DataFrame, outcome: str, minimum: int, source: str, wording: Wording
) -> Chart | Notice:
    """Return the share of questions answered by year, from `trend_table` by year."""
    if table.empty:
        return show_notice(wording.say("coverage.no_questions"))
    title = _range_title(table, "group", "coverage.figures.trend", wording)
    rows = [_dot(row, str(row.group), wording) for row in table.itertuples()]
    caption = wording.say(
        "coverage.figures.trend.caption",
        outcome=wording.say(f"coverage.outcome.{outcome}"),
        interval=method_note(table["method"], wording),
        minimum=minimum,
    )
    return _share_figure(
        table, rows, "coverage-trend", title, caption, "trend", 26, source, wording
    )


def demissionary_chart(rates: pd.DataFrame, source: str, wording: Wording) -> Chart | Notice:
    """Return how often answers appeal to the demissionary status, in and outside such periods.

    Parameters
    ----------
    rates
        As `analysis.summaries.coverage.demissionary_rates` returns it.
    source, wording
        The source line and the language.
    """
    enough = rates[rates["enough"]]
    if enough.empty:
        return show_notice(wording.say("coverage.figures.demissionary.title_none"))
    shares = [wording.percent(share) for share in enough["share"]]
    if len(enough) == 2:
        values = {"inside": shares[0], "outside": shares[1]}
        title = wording.say("coverage.figures.demissionary.title", **values)
    else:
        title = wording.say("coverage.figures.demissionary.title_one", share=shares[0])
    named = rates.assign(
        group=["inside" if inside else "outside" for inside in rates["cabinet_demissionary"]],
        n_questions=rates["n_answers"],
        n_judged=rates["n_answers"],
        n_answered=rates["n_with"],
    )
    few = wording.say("coverage.too_few_answers")
    rows = [
        Dot(_period_name(row, wording), row.share, row.share_low, row.share_high, few)
        for row in named.itertuples()
    ]
    caption = wording.say(
        "coverage.figures.demissionary.caption", interval=method_note(rates["method"], wording)
    )
    return _share_figure(
        named, rows, "demissionary-rates", title, caption, "demissionary", 27, source, wording
    )


def _share_figure(
    table: pd.DataFrame,
    rows: list[Dot],
    name: str,
    title: str,
    caption: str,
    key: str,
    order: int,
    source: str,
    wording: Wording,
) -> Chart:
    subtitle = wording.say(f"coverage.figures.{key}.subtitle")
    credit = wording.say("publishing.source", source=source)
    figure, axes = new_figure(title, subtitle, credit, height(rows), left=2.8)
    highest = max([row.high for row in rows if row.high > 0], default=1.0)
    draw_dots(axes, rows, (0, 1.02 if highest > _HALF else 1.2 * highest))
    axes.xaxis.set_major_formatter(PercentFormatter(1, 0))
    axis = "demissionary" if key == "demissionary" else "shares"
    axes.set_xlabel(wording.say(f"coverage.figures.{axis}.axis"))
    fact = "demissionary" if key == "demissionary" else "shares"
    facts = [
        _fact(row, dot, fact, wording) for row, dot in zip(table.itertuples(), rows, strict=True)
    ]
    return Chart(
        name=name,
        figure=figure,
        data=table,
        title=title,
        subtitle=subtitle,
        caption=caption,
        source=source,
        alt=wording.say(f"coverage.figures.{key}.alt", groups="; ".join(facts)),
        order=order,
        language=wording.language,
    )


def _range_title(table: pd.DataFrame, group: str, key: str, wording: Wording) -> str:
    enough = table[table["enough"]]
    if enough.empty:
        return wording.say(f"{key}.title_none")
    if len(enough) == 1:
        share = wording.percent(enough["share"].iloc[0])
        return wording.say(f"{key}.title_one", share=share, group=str(enough[group].iloc[0]))
    low, high = (wording.percent(share) for share in (enough["share"].min(), enough["share"].max()))
    if low == high:
        return wording.say(f"{key}.title_same", share=low)
    return wording.say(f"{key}.title", low=low, high=high)


def _dot(row: Any, name: str, wording: Wording, role: str = "asked") -> Dot:
    label = wording.say("coverage.figures.label", group=name, n=wording.amount(row.n_questions))
    if role == "joined":
        label = wording.say(
            "coverage.figures.joined", group=row.fractie, n=wording.amount(row.n_questions)
        )
    note = wording.say("coverage.too_few")
    mark = "open" if role == "joined" else "filled"
    return Dot(label, row.share, row.share_low, row.share_high, note, mark)


def _period_name(row: Any, wording: Wording) -> str:
    return wording.say(
        f"coverage.figures.demissionary.{row.group}",
        answers=wording.count(int(row.n_answers), "common.answer"),
        documents=wording.count(int(row.n_documents), "common.document"),
    )


def _fact(row: Any, dot: Dot, key: str, wording: Wording) -> str:
    if np.isnan(dot.value):
        return f"{dot.label}: {dot.note}"
    return wording.say(
        f"coverage.figures.{key}.fact",
        group=dot.label,
        hits=wording.amount(row.n_answered),
        n=wording.amount(row.n_judged),
        share=wording.percent(row.share),
        interval=wording.interval(row.share_low, row.share_high, percent=True),
    )


def rule_note(rule: str, wording: Wording) -> str:
    """Return in a sentence how a question of several fracties counts."""
    return wording.say("coverage.figures.rule_note", rule=wording.say(f"coverage.rule.{rule}"))


def method_note(methods: Iterable[object], wording: Wording) -> str:
    """Return in a sentence, or one for each, how the intervals were found; empty for none."""
    names = [str(method) for method in dict.fromkeys(methods) if isinstance(method, str)]
    return " ".join(
        wording.say("coverage.figures.interval_note", method=wording.say(f"coverage.method.{name}"))
        for name in sorted(names)
    )


def status_chart(
    table: pd.DataFrame, counts: pd.Series, rule: str, source: str, wording: Wording
) -> Chart | Notice:
    """Return a grid of what became of the questions of each fractie, with counts.

    Parameters
    ----------
    table
        As `analysis.summaries.coverage.status_table` returns it.
    counts
        Numbers of questions by status, each question once.
    rule
        As the table was made with.
    source, wording
        The source line and the language.
    """
    statuses = [status for status in STATUSES if status in table.columns]
    if table.empty or not statuses:
        return show_notice(wording.say("coverage.no_questions"))
    shown = table.head(_MOST_ROWS)
    words = [wording.value("status", status) for status in statuses]
    title = wording.say(
        "coverage.figures.status.title",
        status=wording.value("status", str(counts.idxmax())),
        n=int(counts.max()),
        total=int(counts.sum()),
    )
    subtitle = wording.say("coverage.figures.status.subtitle")
    credit = wording.say("publishing.source", source=source)
    figure, axes = new_figure(title, subtitle, credit, 0.34 * (len(shown) + 1), left=2.5, foot=0.2)
    labels = [
        wording.say(
            f"coverage.figures.{'joined' if row.role == 'joined' else 'label'}",
            group=row.fractie,
            n=wording.amount(row.n_questions),
        )
        for row in shown.itertuples()
    ]
    # A group that is too small gets counts without a shade, which would show a share after all.
    totals = shown["n_questions"].where(shown["enough"], np.inf).to_numpy(float)
    _grid(axes, shown[statuses].to_numpy(float), totals, wording)
    label_rows(axes, labels, 34)
    axes.set_ylim(len(shown) - 0.5, -1.2)  # room for the words above the boxes
    for column, word in enumerate(words):
        axes.text(column, -0.6, word.replace(" ", "\n", 1), ha="center", va="bottom", size=SMALL)
    axes.set_xticks([])
    facts = [
        wording.say(
            "coverage.figures.status.fact",
            group=label,
            counts=", ".join(
                f"{wording.amount(getattr(row, status))} {word}"
                for status, word in zip(statuses, words, strict=True)
                if getattr(row, status)
            ),
        )
        for label, row in zip(labels, shown.itertuples(), strict=True)
    ]
    return Chart(
        name="coverage-status",
        figure=figure,
        data=table,
        title=title,
        subtitle=subtitle,
        caption=wording.say("coverage.figures.status.caption", rule=rule_note(rule, wording)),
        source=source,
        alt=wording.say("coverage.figures.status.alt", groups="; ".join(facts)),
        order=22,
        language=wording.language,
    )


def _grid(axes: Axes, counts: np.ndarray, totals: np.ndarray, wording: Wording) -> None:
    from matplotlib.colors import to_rgb
    from matplotlib.patches import Rectangle

    dark = np.array(to_rgb(HIGHLIGHT))
    for (row, column), count in np.ndenumerate(counts):
        part = count / totals[row] if count else 0.0
        strength = _PALEST + (1 - _PALEST) * part if part else 0.0
        colour = tuple(1 - strength * (1 - dark))
        axes.add_patch(
            Rectangle((column - 0.48, row - 0.46), 0.96, 0.92, facecolor=colour, edgecolor="none")
        )
        axes.text(
            column,
            row,
            wording.amount(count),
            ha="center",
            va="center",
            size=SMALL,
            color="white" if strength > _DARK else "black",
        )
    axes.set_xlim(-0.5, counts.shape[1] - 0.5)
    axes.spines["bottom"].set_visible(False)
