"""What the figures of topics show: how blocks join, who asked about what, where texts lie."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.measures.coverage import direct_links
from analysis.topics.chain import consensus_of, cut, merges, usual_number
from analysis.topics.places import places

Tables = Mapping[str, pd.DataFrame]

UNKNOWN = "–"


def joins(units: pd.DataFrame) -> pd.DataFrame:
    """Return how neighbouring answers join into ever larger blocks, up to the whole document.

    Parameters
    ----------
    units
        As `analysis.summaries.topics.topic_units` returns them; enough of them.

    Returns
    -------
    DataFrame
        A row per join, in the order in which they are made: ``first``, ``second`` and ``last``
        (places of the answers from 0: where the block begins, where its second half begins, where
        it ends), ``together`` (in what share of the divisions the halves are in one block, on
        average; 0 to 1), and ``n_topics`` that are left after it.
    """
    consensus = consensus_of(list(units["question"]), list(units["answer"]))
    edges, rows = list(range(len(units) + 1)), []
    for edge, mean in merges(consensus):
        at = edges.index(edge)
        rows.append((edges[at - 1], edge, edges[at + 1] - 1, mean, len(edges) - 2))
        del edges[at]
    return pd.DataFrame(rows, columns=["first", "second", "last", "together", "n_topics"])


def other_numbers(units: pd.DataFrame, chosen: int) -> pd.DataFrame:
    """Return what other numbers of topics would give.

    Parameters
    ----------
    units
        As for `joins`.
    chosen
        The number of topics that is shown.

    Returns
    -------
    DataFrame
        From 2 up to half as many again as the largest of ``chosen`` and the usual number:
        ``n_topics``, ``choice`` (``chosen``, ``usual``: where the consensus is cut of itself,
        ``both``, or ``other``) and ``blocks``, the questions of each topic.
    """
    consensus = consensus_of(list(units["question"]), list(units["answer"]))
    usual = usual_number(consensus)
    most = min(len(units), round(1.5 * max(chosen, usual)))
    rows = []
    for number in range(2, most + 1):
        labels = cut(consensus, number)
        blocks = units.groupby(labels)["questions"].agg(_from_to)
        choices = {(True, True): "both", (True, False): "chosen", (False, True): "usual"}
        choice = choices.get((number == chosen, number == usual), "other")
        rows.append((number, choice, " | ".join(blocks)))
    return pd.DataFrame(rows, columns=["n_topics", "choice", "blocks"])


def topic_by_fractie(topics: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Count the questions of each fractie about each topic.

    Parameters
    ----------
    topics
        One row per answer: ``answer_id``, ``topic``, ``topic_name``.
    tables
        All tables.

    Returns
    -------
    DataFrame
        ``topic``, ``topic_name``, ``fractie`` and ``n_questions``, without the pairs that do not
        occur. A question of several fracties counts once for each; one of which it is not known who
        asked has a dash for its fractie. Fracties that joined a question are not counted.
    """
    links = direct_links(tables["question_answers"])[["question_id", "answer_id"]]
    links = links.drop_duplicates().merge(topics[["answer_id", "topic", "topic_name"]])
    askers = tables["askers"].query("role == 'asked'")[["question_id", "fractie"]]
    asked = links.merge(askers.drop_duplicates(), on="question_id", how="left")
    asked["fractie"] = asked["fractie"].fillna(UNKNOWN)
    asked = asked.drop_duplicates(["question_id", "topic", "fractie"])
    counts = asked.groupby(["topic", "topic_name", "fractie"]).size()
    return counts.rename("n_questions").reset_index()


def topic_map(topics: pd.DataFrame) -> tuple[pd.DataFrame, float]:
    """Place the answers of one document by what they and their questions say.

    Parameters
    ----------
    topics
        As `analysis.summaries.topics.found_topics` returns them.

    Returns
    -------
    DataFrame, float
        Per answer ``questions``, ``topic``, ``topic_name``, ``x`` and ``y``; and the share of what
        sets the answers apart that the map shows.
    """
    found, share = places(list(topics["text"]))
    table = topics[["questions", "topic", "topic_name"]]
    return table.assign(x=found[:, 0], y=found[:, 1]), share


def _from_to(questions: pd.Series) -> str:
    """Return the first and the last number of a block of answers."""
    first = questions.iloc[0].replace(",", "–").split("–")[0].strip()
    last = questions.iloc[-1].replace(",", "–").split("–")[-1].strip()
    return first if first == last else f"{first}–{last}"
