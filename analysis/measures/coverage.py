"""Which way a question was answered."""

from __future__ import annotations

import pandas as pd

from analysis.parsing.references import is_pointer_only

ROUTES = ("own", "joint", "reference", "none")
"""Ways, in the order in which they are shown: an answer of its own, a joint answer, an answer that
only points elsewhere, no answer in the document."""


def direct_links(question_answers: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that link a question to an answer of its own, alone or joint.

    Left out is what an answer that only points elsewhere leads to (``referred``).
    """
    return question_answers[question_answers["relation"] != "referred"]


def answer_routes(
    questions: pd.DataFrame, question_answers: pd.DataFrame, answers: pd.DataFrame
) -> pd.Series:
    """Return for each question which way it was answered.

    A question goes by ``reference`` where its answer, own or joint, does nothing but point
    elsewhere: to another answer or to another document. That says nothing about what stands
    there.

    Parameters
    ----------
    questions, question_answers, answers
        The tables of those names.

    Returns
    -------
    pandas.Series of str
        One of `ROUTES` per row of ``questions``, with its index.
    """
    direct = direct_links(question_answers)
    text = answers.set_index("answer_id")["text"]
    pointer = {answer_id for answer_id, words in text.items() if is_pointer_only(words)}
    route = direct["relation"].where(~direct["answer_id"].isin(pointer), "reference")
    # A question with several answers goes by the best of them.
    best = route.map(ROUTES.index).groupby(direct["question_id"]).min()
    none = ROUTES.index("none")
    routes = [ROUTES[best.get(question_id, none)] for question_id in questions["question_id"]]
    return pd.Series(routes, index=questions.index, name="route", dtype="str")
