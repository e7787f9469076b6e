"""The texts of one document that topics are found in, and the topics found."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.errors import AnalysisError
from analysis.summaries.answers import answer_overview, headings, question_texts
from analysis.summaries.topic_names import with_given_names
from analysis.topics import (
    MINIMUM_TEXTS,
    agreement,
    chain_topics,
    neighbour_floor,
    topic_terms,
)
from analysis.wording import Wording

Tables = Mapping[str, pd.DataFrame]

_QUESTIONS_PER_TOPIC = 4  # where a document has no headings to count


def topic_units(tables: Tables, document_id: str | None = None) -> pd.DataFrame:
    """Return the texts of one document that can have a topic: each answer with its questions.

    A joint answer is one text, since its words repeated would pass for likeness. Introductions
    are left out, since they hold the words of the heading.

    Parameters
    ----------
    tables
        All tables.
    document_id
        Which document; by default the first.

    Returns
    -------
    DataFrame
        In the order of the document: ``answer_id``, ``questions``, ``n_questions``, ``fractie``,
        ``section`` (null where there is none), ``heading`` (the section, or the fractie where
        there is none), ``question``, ``answer``, and ``text``, the two together.
        Questions without an answer are not in it.

    Raises
    ------
    AnalysisError
        Where there is no such document.
    """
    chosen = document_row(tables, document_id)["document_id"].iloc[0]
    overview = answer_overview(tables)
    units = overview[overview["document_id"] == chosen]
    said = tables["answers"].set_index("answer_id")["text"]
    question = units["answer_id"].map(question_texts(tables)).fillna("")
    answer = units["answer_id"].map(said).fillna("")
    columns = ["answer_id", "questions", "n_questions", "fractie", "section"]
    return (
        units[columns]
        .assign(heading=headings(units), question=question, answer=answer)
        .assign(text=question + "\n" + answer)
        .reset_index(drop=True)
    )


def document_row(tables: Tables, document_id: str | None = None) -> pd.DataFrame:
    """Return the row of one document; by default the first.

    Raises
    ------
    AnalysisError
        Where there is no such document.
    """
    documents = tables["documents"]
    row = (
        documents.head(1) if document_id is None else documents.query("document_id == @document_id")
    )
    if row.empty:
        raise AnalysisError(f"there is no document '{document_id}' in these tables")
    return row


def heading_terms(units: pd.DataFrame, n_terms: int = 5) -> pd.DataFrame:
    """Return the words that set each heading apart: ``heading`` and ``terms``, joined."""
    terms = topic_terms(list(units["text"]), list(units["heading"]), n_terms)
    words = terms.groupby("topic", sort=False)["term"].agg(", ".join)
    return words.rename("terms").rename_axis("heading").reset_index()


def enough_texts(units: pd.DataFrame) -> bool:
    """Tell whether there are enough texts to find topics in."""
    return len(units) >= MINIMUM_TEXTS


def too_few_sentence(units: pd.DataFrame, wording: Wording) -> str:
    """Say that there are too few texts."""
    return wording.say("conclusions.too_few_texts", n=len(units), minimum=MINIMUM_TEXTS)


def usual_number_of_topics(units: pd.DataFrame) -> int:
    """Return how many topics to look for: one per heading and per block without one.

    Where nothing divides the texts, one per four texts.
    """
    n_blocks = units["heading"].nunique()
    return n_blocks if n_blocks > 1 else max(2, round(len(units) / _QUESTIONS_PER_TOPIC))


def found_topics(
    units: pd.DataFrame, n_topics: int, tables: Tables, n_terms: int = 5
) -> pd.DataFrame:
    """Return the topics that the words and the order of the texts give, headings set aside.

    Returns
    -------
    DataFrame
        The units with ``topic`` (from 1 up, in the order of the document), ``terms``, the words
        that set the topic apart, and ``topic_name``: these words or the name that the corrections
        give it, see `with_given_names`.

    Raises
    ------
    TooFewTexts
        Where there are too few texts.
    """
    labels = chain_topics(list(units["question"]), n_topics, list(units["answer"])) + 1
    terms = topic_terms(list(units["text"]), list(labels), n_terms)
    words = terms.groupby("topic")["term"].agg(", ".join)
    said = pd.Series(labels).map(words).fillna("–")
    return with_given_names(units.assign(topic=labels, terms=said, topic_name=said), tables)


def agreement_with_headings(topics: pd.DataFrame) -> pd.Series:
    """Return how well the topics found agree with the headings of the document.

    Returns
    -------
    Series
        ``ami``: adjusted mutual information, 1 for equal and 0 for chance; ``floor_mean`` and
        ``floor_high``: what as many blocks of neighbours score that are cut at random (mean and
        95th percentile of 500); ``n`` texts, ``n_topics``, ``n_blocks`` (headings, and blocks of
        questions without one). The scores are nan
        where the document has one heading or none.
    """
    heading, n_topics = list(topics["heading"]), topics["topic"].nunique()
    facts = {"n": len(topics), "n_topics": n_topics, "n_blocks": len(set(heading))}
    if facts["n_blocks"] < 2:
        return pd.Series(
            {"ami": float("nan"), "floor_mean": float("nan"), "floor_high": float("nan"), **facts}
        )
    mean, high = neighbour_floor(heading, n_topics)
    ami = agreement(list(topics["topic"]), heading)
    return pd.Series({"ami": ami, "floor_mean": mean, "floor_high": high, **facts})
