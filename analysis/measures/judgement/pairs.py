"""The judgement of pairs of question and answer in a file of the user's own."""

from __future__ import annotations

import re

import pandas as pd

from analysis.errors import AnalysisError
from analysis.measures.judgement.questions import Given, judgement_of, judgement_row

PAIR_COLUMNS = ("id", "question", "answer")
JUDGED_COLUMNS = ("id", "coverage", "clarity", "status", "n_asks", "categories", "evidence")


def judge_pairs(pairs: pd.DataFrame, language: str = "nl") -> pd.DataFrame:
    """Judge each row of a table of questions and answers.

    Parameters
    ----------
    pairs
        ``id``, ``question``, ``answer``, and optionally ``numbers``: the numbers of the questions
        that the answer was given to, such as ``4, 5 en 6``.
    language
        Of the evidence.

    Returns
    -------
    DataFrame
        One row per id, in the order of ``pairs``, with the columns `JUDGED_COLUMNS`. Where the
        answer is empty the status is ``unanswered``; where the question is, there is none.

    Raises
    ------
    AnalysisError
        Where a column is missing, or an id is missing or stands twice.
    """
    _check(pairs)
    rows = []
    for row in pairs.to_dict("records"):
        numbers = tuple(int(n) for n in re.findall(r"\d+", _text(row.get("numbers"))))
        pair = Given(str(row["id"]), _text(row["question"]), _text(row["answer"]), numbers)
        judged = judgement_of(pair)
        found: dict[str, object] = {"id": row["id"]}
        if judged is not None:
            found |= judgement_row(judged, language)
        elif not pair.answer.strip():
            found["status"] = "unanswered"
        rows.append(found)
    return pd.DataFrame(rows, columns=list(JUDGED_COLUMNS)).astype({"n_asks": "Int64"})


def _check(pairs: pd.DataFrame) -> None:
    for column in PAIR_COLUMNS:
        if column not in pairs.columns:
            raise AnalysisError(
                f"the column '{column}' is missing; needed are id, question, answer"
            )
    if pairs["id"].isna().any():
        raise AnalysisError("a row has no id")
    double = pairs["id"][pairs["id"].duplicated()]
    if len(double):
        raise AnalysisError(f"the id '{double.iloc[0]}' stands on more than one row")


def _text(value: object) -> str:
    if value is None or value is pd.NA or (isinstance(value, float) and pd.isna(value)):
        return ""
    return (
        " ".join(map(str, value))
        if isinstance(value, (list, tuple)) or hasattr(value, "tolist")
        else str(value)
    )
