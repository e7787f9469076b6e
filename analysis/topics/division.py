"""From a table of texts to topics with a name and a stability: what the command does."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
import pandas as pd

from analysis.errors import AnalysisError
from analysis.topics.chain import consensus_of, cut, usual_number
from analysis.topics.corpus import divided, loose_topics
from analysis.topics.names import topic_names
from analysis.topics.stability import stability
from analysis.topics.texts import require_enough

_SHARED_FROM = 12  # words: two questions may each be answered by `Ja.` without sharing an answer
_NAMED_BY = 200  # at most so many texts of a topic give it its name


def divide_table(
    frame: pd.DataFrame,
    n_topics: int | None = None,
    ordered: bool | None = None,
    embeddings: bool = False,
) -> pd.DataFrame:
    """Divide a table of texts into topics.

    Parameters
    ----------
    frame
        ``id`` (each once) and ``text``; optionally ``answer``, ``document`` and ``order`` (a
        number, the place of a text in its document). Rows that share an answer of some length in
        a document are one text.
    n_topics
        How many topics; by default what the texts themselves show.
    ordered
        Whether neighbours make the topics. By default they do for one document with ``order``.
        Without ``order`` the order is that of the rows.
    embeddings
        Whether to use the optional multilingual model as well.

    Returns
    -------
    DataFrame
        In the order of ``frame``: ``id``, ``topic`` (from 1 up), ``topic_name``, ``stability``
        (of the topic; nan for a topic of one text).

    Raises
    ------
    TooFewTexts
        For fewer than `analysis.topics.MINIMUM_TEXTS` texts.
    AnalysisError
        Where an id is there twice, a text is missing, an order is no number, or ``n_topics`` is out
        of range.
    """
    rows = _checked(frame, ordered)
    one = rows["document"].nunique() <= 1
    if ordered is None:
        ordered = "order" in frame.columns and one
    rows, units = _units(rows, ordered)
    require_enough(len(units))
    if ordered and not one:
        raise AnalysisError("--ordered is for one document: this file has several")
    if ordered:
        labels, sure = _in_order(units, n_topics, embeddings)
    else:
        labels, sure = _loose(units, n_topics, embeddings)
    names = _names(list(units["text"]), labels)
    by_unit = pd.DataFrame(
        {
            "topic": labels + 1,
            "topic_name": [names[label] for label in labels.tolist()],
            "stability": [sure[label] for label in labels.tolist()],
        },
        index=units.index,
    )
    found = by_unit.loc[rows["unit"]].reset_index(drop=True)
    found.insert(0, "id", rows["id"].to_numpy())
    place = pd.Series(range(len(found)), index=found["id"])
    return found.iloc[place[list(frame["id"])]].reset_index(drop=True)


def count_texts(frame: pd.DataFrame) -> int:
    """Return how many texts loose rows are, as `divide_table` counts them: a shared answer once.

    Raises
    ------
    AnalysisError
        As `divide_table` does, for rows that are not as they should be.
    """
    return len(_units(_checked(frame, False), False)[1])


def _checked(frame: pd.DataFrame, ordered: bool | None) -> pd.DataFrame:
    """Return the rows with all columns; the place in the file counts only for an ordered one."""
    rows = pd.DataFrame({"id": frame["id"], "text": _strings(frame["text"])})
    twice = rows["id"][rows["id"].duplicated()]
    if len(twice):
        raise AnalysisError(f"the id '{twice.iloc[0]}' is there more than once")
    empty = rows["id"][[not text.strip() for text in rows["text"]]]
    if len(empty):
        raise AnalysisError(f"the text of '{empty.iloc[0]}' is empty")
    for column in ("answer", "document"):
        given = frame[column] if column in frame.columns else pd.Series("", index=frame.index)
        rows[column] = _strings(given)
    rows["order"] = range(len(rows)) if ordered else 0
    if "order" in frame.columns:
        rows["order"] = pd.to_numeric(frame["order"], errors="coerce")
        if rows["order"].isna().any():
            bad = rows["id"][rows["order"].isna()].iloc[0]
            raise AnalysisError(f"the order of '{bad}' is no number")
    return rows


def _strings(column: pd.Series) -> pd.Series:
    """Return a column as Python's own strings: sorting and choosing then copies no text."""
    missing = column.isna()
    values = ["" if none else str(value) for value, none in zip(column, missing, strict=True)]
    return pd.Series(values, index=column.index, dtype=object)


def _units(rows: pd.DataFrame, ordered: bool) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Join rows with one answer into a unit; return the ids with their ``unit``, and the units.

    Neighbours only where the order counts; loose texts are sorted by what they say.
    """
    # By Python itself: pandas would copy every text to sort or group them.
    documents = [""] * len(rows) if ordered else rows["document"]
    ranks = [*zip(documents, rows["order"], rows["text"], map(str, rows["id"]), strict=True)]
    rows = rows.iloc[sorted(range(len(rows)), key=ranks.__getitem__)].reset_index(drop=True)
    keys: dict[tuple[object, ...], int] = {}
    given = zip(rows["document"], rows["answer"], strict=True)
    shared = [
        pair if len(pair[1].split()) >= _SHARED_FROM else (at,) for at, pair in enumerate(given)
    ]
    key = pd.Series([keys.setdefault(pair, len(keys)) for pair in shared])
    rows["unit"] = (key != key.shift()).cumsum() - 1 if ordered else key
    if rows["unit"].is_unique:  # nothing to join, which for many texts would double the memory
        return rows[["id", "unit"]], rows.set_index("unit")[["text", "answer"]]
    grouped = rows.groupby("unit", sort=True)
    units = grouped.agg(text=("text", "\n".join), answer=("answer", "first"))
    return rows[["id", "unit"]], units


def _in_order(
    units: pd.DataFrame, n_topics: int | None, embeddings: bool
) -> tuple[np.ndarray, dict[int, float]]:
    consensus = consensus_of(list(units["text"]), list(units["answer"]), embeddings)
    n = len(consensus)
    if n_topics is not None and not 1 <= n_topics <= n:
        raise AnalysisError(f"{n_topics} topics cannot be made of {n} texts: 1 to {n}")
    labels = cut(consensus, usual_number(consensus) if n_topics is None else n_topics)

    def again(kept: np.ndarray, number: int) -> np.ndarray:
        return cut(consensus[np.ix_(kept, kept)], number)

    return labels, stability(labels, again)


def _loose(
    units: pd.DataFrame, n_topics: int | None, embeddings: bool
) -> tuple[np.ndarray, dict[int, float]]:
    texts = _with_answers(units)
    found = loose_topics(texts, n_topics, embeddings)
    items, first = np.unique(found.items, return_index=True)
    labels = found.labels[first]

    def again(kept: np.ndarray, number: int) -> np.ndarray:
        some = items[kept]
        return divided(found.ties[np.ix_(some, some)], np.ones(len(some)), number)

    return found.labels, stability(labels, again)


def _with_answers(units: pd.DataFrame) -> list[str]:
    return [
        f"{text}\n{answer}".strip() if answer else text.strip()
        for text, answer in zip(units["text"], units["answer"], strict=True)
    ]


def _names(texts: Sequence[str], labels: np.ndarray) -> dict[int, str]:
    """Name topics; a large one by a sample of its texts, which the texts themselves determine."""
    order = sorted(range(len(texts)), key=lambda at: _digest(texts[at]))
    taken: dict[int, int] = {}
    chosen = []
    for at in order:
        topic = int(labels[at])
        taken[topic] = taken.get(topic, 0) + 1
        if taken[topic] <= _NAMED_BY:
            chosen.append(at)
    chosen.sort(key=lambda at: (int(labels[at]), _digest(texts[at])))
    return topic_names([texts[at] for at in chosen], [int(labels[at]) for at in chosen])


def _digest(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=8).digest()
