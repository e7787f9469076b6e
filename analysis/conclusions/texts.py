"""What is in the documents, how long the answers are and their topics, in words."""

from __future__ import annotations

import math

import pandas as pd

from analysis.conclusions.base import Conclusion
from analysis.publishing import Notice, show_notice
from analysis.summaries.intervals import document_median
from analysis.wording import Wording


def state_of_data(counts: pd.DataFrame, wording: Wording) -> Conclusion:
    """Say whether the documents are complete, from `summaries.quality.document_counts`."""
    total = counts.sum(numeric_only=True)
    values = {
        "questions": wording.count(int(total["questions"]), "common.question"),
        "answers": wording.count(int(total["answers"]), "common.answer"),
    }
    if total["errors"] or total["warnings"]:
        errors = wording.count(int(total["errors"]), "findings.error")
        warnings = wording.count(int(total["warnings"]), "findings.warning")
        said = wording.say("conclusions.incomplete", errors=errors, warnings=warnings, **values)
    else:
        said = wording.say("conclusions.complete", **values)
    return Conclusion("state-of-data", said, 50)


def length(overview: pd.DataFrame, wording: Wording) -> Conclusion | Notice:
    """Say how long the answers are, from `summaries.answers.answer_overview`."""
    if overview.empty:
        return show_notice(wording.say("conclusions.no_answers"))
    words = overview["n_words"]
    short, long = overview.loc[words.idxmin()], overview.loc[words.idxmax()]
    (low, high), _ = document_median(words.to_numpy(), overview["document_id"].to_numpy())
    one = overview["document_id"].nunique() == 1
    where = {"short": short["questions"], "long": long["questions"]} if one else {}
    said = wording.say(
        "conclusions.length_one" if one else "conclusions.length",
        words=wording.number(words.sum()),
        median=wording.number(words.median()),
        interval=_interval(low, high, wording),
        shortest=wording.number(short["n_words"]),
        longest=wording.number(long["n_words"]),
        **where,
    )
    return Conclusion("answer-length", said, 30, (short["answer_id"], long["answer_id"]))


def _interval(low: float, high: float, wording: Wording) -> str:
    if math.isnan(low):
        return wording.say("conclusions.no_interval")
    return wording.say("conclusions.interval", interval=wording.interval(low, high))


def topics(units: pd.DataFrame, title: str, wording: Wording) -> Conclusion:
    """Say which heading of a document has most questions.

    Parameters
    ----------
    units
        As `analysis.summaries.topics.topic_units` returns them; at least one.
    title
        Name of the document.
    wording
        The language.
    """
    by_heading = units.groupby("section", sort=False)["n_questions"].sum()
    if units["section"].nunique() < 2:
        return Conclusion("topics", wording.say("conclusions.topics_none", title=title), 40)
    said = wording.say(
        "conclusions.topics",
        title=title,
        topics=units["section"].nunique(),
        n=int(by_heading.max()),
        total=int(units["n_questions"].sum()),
        heading=by_heading.idxmax(),
    )
    return Conclusion("topics", said, 40)


def corpus_topics(table: pd.DataFrame, n_documents: int, wording: Wording) -> Conclusion:
    """Say how many topics all documents have together, and which is the largest.

    Parameters
    ----------
    table
        As `analysis.summaries.topic_corpus.corpus_topics` returns it; at least one topic.
    n_documents
        In how many documents the answers are.
    wording
        The language.
    """
    largest = table.iloc[0]
    values = {
        "answers": wording.count(int(table["n_texts"].sum()), "common.answer"),
        "documents": wording.count(n_documents, "common.document"),
        "topics": len(table),
        "name": largest["topic_name"],
        "own_answers": wording.count(int(largest["n_texts"]), "common.answer"),
        "own_documents": wording.count(int(largest["n_documents"]), "common.document"),
    }
    if pd.isna(largest["stability"]):
        said = wording.say("conclusions.corpus_topics_one_text", **values)
    else:
        share = wording.percent(largest["stability"])
        said = wording.say("conclusions.corpus_topics", stability=share, **values)
    return Conclusion("topics", said, 40)
