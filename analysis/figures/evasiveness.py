"""Charts of the devices found in answers."""

from __future__ import annotations

import pandas as pd

from analysis.figures.matrix import ROW_HEIGHT, draw_boxes
from analysis.figures.style import (
    GREY,
    HIGHLIGHT,
    NO_AXIS,
    SMALL,
    TEXT,
    label_rows,
    new_figure,
    vertical_grid,
)
from analysis.publishing import Chart
from analysis.summaries.answers import headings
from analysis.wording import Wording

_MOST_ROWS = 25


def devices_chart(
    overview: pd.DataFrame,
    hits: pd.DataFrame,
    rates: pd.DataFrame,
    category: str,
    phrase: str,
    source: str,
    wording: Wording,
) -> Chart:
    """Return where in a document a device occurs: a box for every answer, by heading.

    Parameters
    ----------
    overview, hits
        The answers of one document and the devices found in them, as
        `analysis.summaries.answers.answer_overview` and
        `analysis.summaries.devices.device_hits` return them.
    rates
        The rate of the whole, as `analysis.summaries.devices.device_rates` returns it.
    category, phrase
        Code of the device, and its name within a sentence.
    source, wording
        The source line and the language.
    """
    rate = rates.iloc[0]
    marked = overview["answer_id"].isin(hits.loc[hits["category"] == category, "answer_id"])
    heading = headings(overview)
    rows = {label: row for row, label in enumerate(dict.fromkeys(heading))}
    boxes = overview[["questions", "n_questions"]].assign(
        heading=heading, row=heading.map(rows), marked=marked
    )
    found = list(overview.loc[marked, "questions"])
    values = {"n": int(rate["n_with"]), "total": int(rate["n_answers"]), "phrase": phrase}
    if found:
        title = wording.say("figures.devices.title", questions=wording.join(found), **values)
    else:
        title = wording.say("figures.devices.title_none", total=values["total"], phrase=phrase)
    subtitle = wording.say("figures.devices.subtitle")
    credit = wording.say("publishing.source", source=source)
    figure, axes = new_figure(
        title, subtitle, credit, ROW_HEIGHT * len(rows), left=2.75, foot=NO_AXIS
    )
    draw_boxes(axes, boxes, list(rows))
    interval = wording.interval(rate["share_low"], rate["share_high"], percent=True)
    share = wording.percent(rate["share"])
    return Chart(
        name=f"devices-{category}",
        figure=figure,
        data=boxes[["heading", "questions", "n_questions", "marked"]],
        title=title,
        subtitle=subtitle,
        caption=wording.say(
            "figures.devices.caption",
            share=share,
            interval=interval,
            n=values["n"],
            total=values["total"],
        ),
        source=source,
        alt=wording.say("figures.devices.alt", share=share, interval=interval, **values),
        order=10,
        main=True,
        language=wording.language,
    )


def device_rates_chart(
    rates: pd.DataFrame, category: str, phrase: str, minimum: int, source: str, wording: Wording
) -> Chart:
    """Return the share of answers with a device by group, with Wilson intervals.

    Parameters
    ----------
    rates
        By group, as `analysis.summaries.devices.device_rates` returns it; the 25 largest are
        drawn.
    category, phrase
        Code of the device, and its name within a sentence.
    minimum
        Fewest answers of a group for which a share is drawn; others are named with their counts.
    source, wording
        The source line and the language.
    """
    shown = rates.sort_values(["n_answers", "group"], ascending=[False, True]).head(_MOST_ROWS)
    title = _rates_title(shown[shown["n_answers"] >= minimum], phrase, wording)
    subtitle = wording.say("figures.device_rates.subtitle")
    credit = wording.say("publishing.source", source=source)
    figure, axes = new_figure(title, subtitle, credit, max(0.42 * len(shown), 0.9), left=2.3)
    for row, group in enumerate(shown.itertuples()):
        counts = wording.say("figures.of", n=group.n_with, total=group.n_answers)
        if group.n_answers < minimum:
            label = wording.say("figures.too_few", counts=counts)
            axes.text(0.005, row, label, va="center", size=SMALL, color=TEXT)
            continue
        axes.plot([group.share_low, group.share_high], [row, row], color=GREY, linewidth=2)
        axes.plot(group.share, row, "o", color=HIGHLIGHT, markersize=8)
        label = f"{wording.percent(group.share)} ({counts})"
        axes.text(group.share_high, row, f"   {label}", va="center", size=SMALL, color=TEXT)
    label_rows(axes, list(shown["group"]), 32)
    high = shown.loc[shown["n_answers"] >= minimum, "share_high"].max()
    widest = high if pd.notna(high) and high > 0 else 1.0
    axes.set_xlim(0, 1.4 * widest)  # room for the label behind the longest interval
    axes.set_xticks([tick for tick in axes.get_xticks() if 0 <= tick <= 1])
    axes.xaxis.set_major_formatter(lambda share, _: wording.percent(share))
    axes.set_xlabel(wording.say("figures.device_rates.axis"))
    vertical_grid(axes)
    groups = wording.join([_group_facts(group, minimum, wording) for group in shown.itertuples()])
    return Chart(
        name=f"device-rates-{category}",
        figure=figure,
        data=rates,
        title=title,
        subtitle=subtitle,
        caption=wording.say("figures.device_rates.caption", minimum=minimum),
        source=source,
        alt=wording.say("figures.device_rates.alt", groups=groups),
        order=11,
        language=wording.language,
    )


def _rates_title(enough: pd.DataFrame, phrase: str, wording: Wording) -> str:
    if enough.empty:
        return wording.say("figures.device_rates.title_none", phrase=phrase)
    if len(enough) == 1:
        only = enough.iloc[0]
        share = wording.percent(only["share"])
        values = {"group": only["group"], "share": share, "phrase": phrase}
        return wording.say("figures.device_rates.title_one", **values)
    low, high = wording.percent(enough["share"].min()), wording.percent(enough["share"].max())
    return wording.say("figures.device_rates.title", low=low, high=high, phrase=phrase)


def _group_facts(group: object, minimum: int, wording: Wording) -> str:
    counts = wording.say("figures.of", n=group.n_with, total=group.n_answers)
    if group.n_answers < minimum:
        return f"{group.group}: {wording.say('figures.too_few', counts=counts)}"
    interval = wording.interval(group.share_low, group.share_high, percent=True)
    return wording.say(
        "figures.share_of_group", group=group.group, counts=counts, interval=interval
    )
