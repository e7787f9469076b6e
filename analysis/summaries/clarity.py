"""The questions by how clearly they were answered."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.measures.judgement.questions import judge_questions

Tables = Mapping[str, pd.DataFrame]

_ORDER = ("clear_non_reply", "ambivalent", "clear_reply")
_COLUMNS = ["question_id", "clarity", "status", "evidence", "corrected"]


def questions_by_clarity(tables: Tables, language: str) -> pd.DataFrame:
    """Return the judgement of each answered question, the least clear reply first.

    Parameters
    ----------
    tables
        All tables.
    language
        Of the evidence.

    Returns
    -------
    DataFrame
        ``question_id``, ``clarity``, ``status``, ``evidence`` (what led to the judgement, in
        words) and ``corrected`` (whether a correction by hand changed it); within the same
        clarity in the order of the documents.
    """
    judged = judge_questions(tables, language)
    judged = judged[judged["clarity"].notna()]
    order = judged["clarity"].map(_ORDER.index).sort_values(kind="stable").index
    return judged.loc[order, _COLUMNS].reset_index(drop=True)
