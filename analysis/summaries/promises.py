"""Promises in answers: who promises what, and by when."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.measures.promises import find_promises

Tables = Mapping[str, pd.DataFrame]


def promises(tables: Tables, overview: pd.DataFrame) -> pd.DataFrame:
    """Return the promises in the answers, by when they are due, and which cannot be held to.

    Returns
    -------
    DataFrame
        One row per promise in the order of the answers: ``answer_id``, ``document_id``,
        ``questions``, ``who``, ``what``, ``sentence``, ``when`` (the words), ``earliest``,
        ``latest``, ``flag`` (``past``, ``undated``, or none) and ``page``.
    """
    text = tables["answers"].set_index("answer_id")["text"]
    days = tables["documents"].set_index("document_id")["answered_on"]
    columns = "answer_id document_id questions who what sentence when earliest latest flag page"
    rows = []
    for answer in overview.itertuples():
        day = days[answer.document_id]
        day = None if pd.isna(day) else pd.Timestamp(day).date()
        words = text[answer.answer_id]
        for each in find_promises(words, day):
            sentence = words[each.start : each.end]
            due = (each.when, each.earliest, each.latest, each.flag)
            ids = (answer.answer_id, answer.document_id, answer.questions)
            rows.append((*ids, each.who, each.what, sentence, *due, answer.page))
    return pd.DataFrame(rows, columns=columns.split())
