"""Charts of topics."""

from __future__ import annotations

import pandas as pd

from analysis.figures.matrix import ROW_HEIGHT, draw_boxes
from analysis.figures.style import NO_AXIS, new_figure
from analysis.publishing import Chart
from analysis.wording import Wording


def headings_chart(
    units: pd.DataFrame, terms: pd.DataFrame, source: str, wording: Wording
) -> Chart:
    """Return the headings of a document as its topics, with the words that set each apart.

    Parameters
    ----------
    units
        As `analysis.summaries.topics.topic_units` returns them; at least one has a section.
    terms
        ``heading`` and ``terms``, as `analysis.summaries.topics.heading_terms` returns them.
    source, wording
        The source line and the language.
    """
    n_questions = units.groupby("heading", sort=False)["n_questions"].sum()
    largest = units.groupby("section", sort=False)["n_questions"].sum().idxmax()
    title = wording.say(
        "figures.headings.title",
        heading=largest,
        n=int(n_questions[largest]),
        total=int(n_questions.sum()),
    )
    subtitle = wording.say("figures.headings.subtitle")
    rows = {heading: row for row, heading in enumerate(n_questions.index)}
    boxes = units[["questions", "n_questions"]].assign(
        row=units["heading"].map(rows), marked=units["heading"] == largest
    )
    credit = wording.say("publishing.source", source=source)
    figure, axes = new_figure(
        title, subtitle, credit, ROW_HEIGHT * len(rows), left=2.75, foot=NO_AXIS
    )
    draw_boxes(axes, boxes, list(rows))
    words = terms.set_index("heading")["terms"]
    data = pd.DataFrame({"heading": list(rows), "n_questions": n_questions.to_numpy()})
    data["terms"] = data["heading"].map(words)
    listed = wording.join([f"{name} {n}" for name, n in n_questions.items()])
    return Chart(
        name="topics-headings",
        figure=figure,
        data=data,
        title=title,
        subtitle=subtitle,
        caption=wording.say("figures.headings.caption"),
        source=source,
        alt=wording.say("figures.headings.alt", topics=listed),
        order=40,
        main=True,
        language=wording.language,
    )


def topics_chart(
    topics: pd.DataFrame, agreement: pd.Series, source: str, wording: Wording
) -> Chart:
    """Return the topics that words and order give, each with its terms.

    Parameters
    ----------
    topics, agreement
        As `found_topics` and `agreement_with_headings` of `analysis.summaries.topics` return
        them.
    source, wording
        The source line and the language.
    """
    n_topics = int(topics["topic"].nunique())
    ami = wording.number(agreement["ami"], 2)
    floor = wording.number(agreement["floor_mean"], 2)
    high = wording.number(agreement["floor_high"], 2)
    if pd.isna(agreement["ami"]):
        title = wording.say("figures.topics.title_no_headings", n=n_topics)
    elif agreement["ami"] > agreement["floor_high"]:
        title = wording.say("figures.topics.title_better", ami=ami, floor=floor)
    else:
        title = wording.say("figures.topics.title_not_better", ami=ami, floor=floor, high=high)
    answers = wording.count(len(topics), "common.answer")
    subtitle = wording.say("figures.topics.subtitle", answers=answers, topics=n_topics)
    first = topics.drop_duplicates("topic")
    boxes = topics[["questions", "n_questions"]].assign(row=topics["topic"] - 1, marked=False)
    labels = [f"{topic.topic}. {topic.topic_name}" for topic in first.itertuples()]
    credit = wording.say("publishing.source", source=source)
    figure, axes = new_figure(title, subtitle, credit, 0.48 * n_topics, left=3.4, foot=NO_AXIS)
    draw_boxes(axes, boxes, labels)
    axes.set_yticks(range(n_topics), labels=[_two_lines(label) for label in labels], size=8)
    return Chart(
        name="topics-found",
        figure=figure,
        data=topics[["questions", "topic", "topic_name", "heading"]],
        title=title,
        subtitle=subtitle,
        caption=wording.say("figures.topics.caption"),
        source=source,
        alt=wording.say("figures.topics.alt", topics="; ".join(labels)),
        order=41,
        language=wording.language,
    )


def _two_lines(label: str) -> str:
    """Break a list of terms behind the comma nearest to its middle."""
    commas = [i for i, character in enumerate(label) if character == ","]
    if not commas:
        return label
    at = min(commas, key=lambda i: abs(i - len(label) / 2)) + 1
    return label[:at] + "\n" + label[at:].strip()
