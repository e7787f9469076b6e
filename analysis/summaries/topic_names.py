"""Names that readers gave to topics, in place of those that the words give."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.measures.coverage import direct_links
from analysis.tables.corrections import corrected

Tables = Mapping[str, pd.DataFrame]


def with_given_names(found: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Give topics the names that the corrections say.

    A correction of ``topic_name`` is about a question or an answer, since numbers of topics may
    change when a document is added: it names the topic that this one is in.

    Parameters
    ----------
    found
        One row per answer: ``answer_id``, ``topic`` and ``topic_name``.
    tables
        All tables.

    Returns
    -------
    DataFrame
        A copy with ``topic_name`` replaced, and ``corrected``: whether the name of the topic was.
        Of several names for one topic that of most corrections counts, and of equals the first.
    """
    links = direct_links(tables["question_answers"])
    answer = pd.Series(found["answer_id"].to_numpy(), index=found["answer_id"].to_numpy())
    of_question = links.set_index("question_id")["answer_id"]
    item = pd.concat([answer, of_question[of_question.isin(answer)]])
    items = pd.DataFrame({"item_id": item.index, "answer_id": item.to_numpy(), "topic_name": None})
    items["topic"] = items["answer_id"].map(found.set_index("answer_id")["topic"])
    changed = corrected(items, tables["corrections"], "item_id")
    given = changed[changed["corrected"] & changed["topic_name"].notna()]
    names = {topic: _most_frequent(group) for topic, group in given.groupby("topic")["topic_name"]}
    by_hand = found["topic"].map(names).astype("object")
    return found.assign(
        topic_name=by_hand.where(by_hand.notna(), found["topic_name"]),
        corrected=by_hand.notna().to_numpy(),
    )


def with_given_broad_topics(found: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Give documents the broad topic that the corrections say.

    Parameters
    ----------
    found
        One row per document: ``document_id`` and ``broad_topic``.
    tables
        All tables; a correction of ``topic_name`` without a question or answer is about the
        document.

    Returns
    -------
    DataFrame
        A copy with ``broad_topic`` replaced, and ``corrected``: whether it was.
    """
    corrections = tables["corrections"]
    of_documents = corrections[corrections["item_id"].isna()]
    of_documents = of_documents.assign(item_id=of_documents["document_id"])
    named = found.rename(columns={"broad_topic": "topic_name"}).astype({"topic_name": "object"})
    named = corrected(named, of_documents, "document_id")
    return named.rename(columns={"topic_name": "broad_topic"})


def _most_frequent(names: pd.Series) -> str:
    counts = names.value_counts(sort=False)  # in the order in which the names come
    return str(counts.index[counts.to_numpy().argmax()])
