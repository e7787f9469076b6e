"""The share of answers with each device of the codebook."""

from __future__ import annotations

import pandas as pd

from analysis.figures.dots import ROW_HEIGHT
from analysis.figures.style import (
    COLOURS,
    SMALL,
    TEXT,
    label_rows,
    new_figure,
    vertical_grid,
)
from analysis.publishing import Chart
from analysis.summaries.device_rates import GROUPS
from analysis.wording import Wording

# Told apart by shape as well as by colour.
_MARKS = dict(zip(GROUPS, "osD", strict=True))
_SHADES = dict(zip(GROUPS, COLOURS, strict=False))
_MOST_WHERE = 4  # questions named behind a dot


def devices_overview_chart(rates: pd.DataFrame, source: str, wording: Wording) -> Chart:
    """Return the share of answers with each device, with Wilson intervals, by tier.

    Parameters
    ----------
    rates
        As `analysis.summaries.device_rates.rates_by_category` returns it, of at least one answer.
    source, wording
        The source line and the language.
    """
    rows = _in_order(rates)
    total = int(rates["n_answers"].iloc[0])
    title, subtitle = _title(rates, total, wording), wording.say(f"{_KEY}.subtitle", total=total)
    credit = wording.say("publishing.source", source=source)
    figure, axes = new_figure(title, subtitle, credit, ROW_HEIGHT * len(rows), left=2.9)
    for at, row in enumerate(rows.itertuples()):
        if not pd.isna(row.category):
            _draw(axes, at, row, wording)
    label_rows(axes, [_label(row, wording) for row in rows.itertuples()], 36)
    for label, is_head in zip(axes.get_yticklabels(), rows["category"].isna(), strict=True):
        label.set_fontweight("bold" if is_head else "normal")
    shown = rows[rows["category"].notna()]
    longest = shown["share_high"].max()
    axes.set_xlim(0, min(2.1 * longest, 2.0))  # room for what is written behind
    ticks = [tick for tick in axes.get_xticks() if 0 <= tick <= 1]
    axes.set_xticks(
        [tick for tick, before in zip(ticks, [0, *ticks], strict=False) if before < longest]
    )
    axes.tick_params(axis="y", pad=9)  # a dot at zero reaches into the margin
    axes.xaxis.set_major_formatter(lambda share, _: wording.percent(share))
    axes.set_xlabel(wording.say("figures.device_rates.axis"))
    vertical_grid(axes)
    return Chart(
        name="devices-all",
        figure=figure,
        data=shown.drop(columns="where"),
        title=title,
        subtitle=subtitle,
        caption=wording.say(f"{_KEY}.caption"),
        source=source,
        alt=wording.say(f"{_KEY}.alt", devices=_facts(shown, wording)),
        order=9,
        language=wording.language,
    )


_KEY = "figures.devices_overview"


def _in_order(rates: pd.DataFrame) -> pd.DataFrame:
    """Return the rows as drawn: under the head of its group each device, the commonest first."""
    parts = []
    for group in GROUPS:
        part = rates[rates["tier"] == group]
        named = part[part["category"].notna()].sort_values("share", ascending=False, kind="stable")
        head = named.iloc[:1].assign(category=None)
        parts += [head, named]
    return pd.concat(parts, ignore_index=True)


def _draw(axes: object, at: int, row: object, wording: Wording) -> None:
    shade = _SHADES[row.tier]
    axes.plot([row.share_low, row.share_high], [at, at], color=shade, linewidth=2)
    axes.plot(row.share, at, _MARKS[row.tier], color=shade, markersize=7, clip_on=False)
    said = f"{row.n_with} ({wording.percent(row.share)})"
    if 0 < len(row.where) <= _MOST_WHERE:
        said = wording.say(f"{_KEY}.where", said=said, questions=", ".join(row.where))
    axes.text(row.share_high, at, f"   {said}", va="center", size=SMALL, color=TEXT)


def _label(row: object, wording: Wording) -> str:
    if pd.isna(row.category):
        return wording.say(f"{_KEY}.{row.tier}")
    return wording.value("category", row.category)


def _title(rates: pd.DataFrame, total: int, wording: Wording) -> str:
    any_of = rates[rates["category"].isna()].set_index("tier")["n_with"]
    values = {"strong": int(any_of["strong"]), "weak": int(any_of["weak"]), "total": total}
    return wording.say(f"{_KEY}.title", **values)


def _facts(shown: pd.DataFrame, wording: Wording) -> str:
    return wording.join(
        [
            wording.say(
                "figures.share_of_group",
                group=wording.value("category", row.category),
                counts=wording.say("figures.of", n=row.n_with, total=row.n_answers),
                interval=wording.interval(row.share_low, row.share_high, percent=True),
            )
            for row in shown.itertuples()
        ]
    )
