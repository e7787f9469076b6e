"""The topics of all documents together: fine ones by their words, broad ones by a dictionary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import shorten

import pandas as pd

from analysis.summaries.answers import question_texts
from analysis.summaries.topic_names import with_given_broad_topics, with_given_names
from analysis.summaries.topics import document_row
from analysis.topics import MINIMUM_TEXTS, central_texts, topic_terms
from analysis.topics.dictionary import broad_topic, topic_label
from analysis.topics.division import count_texts, divide_table
from analysis.wording import Wording

Tables = Mapping[str, pd.DataFrame]

_TERMS = 8  # at most so many words of the dictionary are shown
_CENTRAL = 160  # characters of the most central text: a joint answer has many questions
_KEYWORDS = 5  # of a topic, with their scores


@dataclass(frozen=True, slots=True)
class Scope:
    """What a page about topics is about.

    Attributes
    ----------
    one
        Whether it is about one document: the only one, or the one that is named.
    several
        Whether it is about all documents together, and these have enough answers.
    sentence
        What it is about, and how to see the other.
    """

    one: bool
    several: bool
    sentence: str


def scope(tables: Tables, document_id: str | None, wording: Wording) -> Scope:
    """Return whether a page is about one document, the one that is named, or about all.

    Raises
    ------
    AnalysisError
        Where a document is named that there is not.
    """
    n = len(tables["documents"])
    if n <= 1:
        return Scope(True, False, wording.say("conclusions.single_document"))
    documents = wording.count(n, "common.document")
    if document_id is not None:
        row = document_row(tables, document_id)
        title = row["title"].fillna(row["document_id"]).iloc[0]
        values = {"title": title, "documents": documents}
        return Scope(True, False, wording.say("conclusions.one_of_documents", **values))
    texts = _texts_of_all(tables)
    n_texts = count_texts(texts) if len(texts) else 0
    if n_texts < MINIMUM_TEXTS:
        values = {"n": n_texts, "minimum": MINIMUM_TEXTS}
        return Scope(False, False, wording.say("conclusions.too_few_texts", **values))
    values = {"documents": documents, "example": tables["documents"]["document_id"].iloc[0]}
    return Scope(False, True, wording.say("conclusions.all_documents", **values))


def corpus_texts(tables: Tables, n_topics: int | None = None) -> pd.DataFrame:
    """Divide the questions and answers of all documents together into topics.

    Parameters
    ----------
    tables
        All tables; see `Scope`.
    n_topics
        How many topics; by default what the texts show.

    Returns
    -------
    DataFrame
        One row per answer (a joint answer once): ``answer_id``, ``document_id``, ``text`` (its
        questions), ``topic`` (from 1 up, the largest first), ``topic_name`` and ``corrected`` (see
        `with_given_names`), ``stability`` (share of the topic's pairs that stay together in
        subsamples; nan for one text).

    Raises
    ------
    TooFewTexts
        Where there are too few answers.
    """
    texts = _texts_of_all(tables)
    found = divide_table(texts, n_topics, ordered=False).rename(columns={"id": "answer_id"})
    found = found.assign(text=texts["text"].str.strip(), document_id=texts["document"])
    return with_given_names(found, tables)


def corpus_topics(divided: pd.DataFrame, wording: Wording) -> pd.DataFrame:
    """Return the topics of all documents together.

    Parameters
    ----------
    divided
        As `corpus_texts` returns it.
    wording
        The language of the numbers in ``terms``.

    Returns
    -------
    DataFrame
        The largest topic first: ``topic``, ``topic_name``, ``n_texts`` (answers with their
        questions; a joint answer once), ``n_documents``, ``stability``, ``terms`` (the words of its
        questions that set it apart, with their scores, see `analysis.topics.topic_terms`),
        ``central`` (the questions of its most central text, shortened).
    """
    central = central_texts(list(divided["text"]), list(divided["topic"]))
    table = divided.groupby("topic", as_index=False).agg(
        topic_name=("topic_name", "first"),
        n_texts=("answer_id", "size"),
        n_documents=("document_id", "nunique"),
        stability=("stability", "first"),
    )
    found = topic_terms(list(divided["text"]), list(divided["topic"]), _KEYWORDS)
    scores = [wording.number(score, 1) for score in found["score"]]
    found["with_score"] = [f"{term} ({n})" for term, n in zip(found["term"], scores, strict=True)]
    terms = found.groupby("topic")["with_score"].agg("; ".join)
    table["terms"] = table["topic"].map(terms).fillna("–")
    table["central"] = [
        shorten(divided["text"].iloc[central[topic]], _CENTRAL, placeholder=" …")
        for topic in table["topic"]
    ]
    return table


def topics_by_year(divided: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Count the answers about each topic by the year of their documents.

    Parameters
    ----------
    divided
        As `corpus_texts` returns it.
    tables
        All tables.

    Returns
    -------
    DataFrame
        The largest topic first: ``topic``, ``topic_name`` and a column per year from the first to
        the last, named by it: in how many answers of that year the topic is. The year is that of
        the answer, else that of the questions; answers of documents without a day are not counted.
        Empty where all are of one year.
    """
    documents = tables["documents"].set_index("document_id")
    day = pd.to_datetime(documents["answered_on"].fillna(documents["asked_on"]))
    year = divided["document_id"].map(day.dt.year).dropna().astype(int)
    if year.nunique() < 2:
        return pd.DataFrame(columns=["topic", "topic_name"])
    known = divided.loc[year.index]
    counts = pd.crosstab([known["topic"], known["topic_name"]], year)
    years = range(year.min(), year.max() + 1)
    counts = counts.reindex(columns=years, fill_value=0).rename(columns=str)
    return counts.rename_axis(columns=None).reset_index()


def broad_topics(tables: Tables, language: str, document_id: str | None = None) -> pd.DataFrame:
    """Return the broad topic of each document by the dictionary of the codebook.

    Parameters
    ----------
    tables
        All tables.
    language
        Of the names of the topics, ``nl`` or ``en``.
    document_id
        Of this document only; by default of all.

    Returns
    -------
    DataFrame
        One row per document with questions: ``document_id``, ``broad_topic`` (or the word for
        unsure; as the corrections say where they do, which ``corrected`` tells), ``n_questions``,
        ``share_of_words`` (of the words of the dictionary, which part is of the first topic) and
        ``terms``, the words of that topic.
    """
    texts = tables["questions"].assign(text=tables["questions"]["text"].fillna(""))
    if document_id is not None:
        texts = texts[texts["document_id"] == document_id]
    whole = texts.groupby("document_id", sort=False)["text"].agg(n="size", text="\n".join)
    found = [(row.Index, row.n, broad_topic(row.text)) for row in whole.itertuples()]
    rows = [
        [document, topic_label(one.code, language), n, one.score, ", ".join(one.words[:_TERMS])]
        for document, n, one in found
    ]
    columns = ["document_id", "broad_topic", "n_questions", "share_of_words", "terms"]
    table = with_given_broad_topics(pd.DataFrame(rows, columns=columns), tables)
    unsure = Wording(language).say("common.unsure")
    return table.assign(broad_topic=table["broad_topic"].fillna(unsure))


def broad_counts(broad: pd.DataFrame) -> pd.DataFrame:
    """Count documents and questions by their broad topic, unsure as a topic like any other.

    Parameters
    ----------
    broad
        As `broad_topics` returns it.

    Returns
    -------
    DataFrame
        The most documents first: ``broad_topic``, ``n_documents``, ``share_of_documents`` and
        ``n_questions``, which inherit the topic of their document.
    """
    table = broad.groupby("broad_topic", as_index=False).agg(
        n_documents=("document_id", "size"), n_questions=("n_questions", "sum")
    )
    table.insert(2, "share_of_documents", table["n_documents"] / max(len(broad), 1))
    order = ["n_documents", "n_questions", "broad_topic"]
    return table.sort_values(order, ascending=[False, False, True], ignore_index=True)


def _texts_of_all(tables: Tables) -> pd.DataFrame:
    """Return the answers with their questions: ``id``, ``text``, ``answer``, ``document``."""
    said = tables["answers"].set_index("answer_id")
    texts = pd.DataFrame(
        {
            "id": said.index,
            "text": said.index.map(question_texts(tables)).fillna("") + "\n",
            "answer": said["text"].fillna("").to_numpy(),
            "document": said["document_id"].to_numpy(),
        }
    )
    texts["text"] = texts["text"].where(texts["text"].str.strip() != "", texts["answer"])
    return texts[texts["text"].str.strip() != ""].reset_index(drop=True)
