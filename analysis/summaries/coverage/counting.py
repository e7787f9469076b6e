"""How a question of several fracties is counted: the rule that a reader chooses."""

from __future__ import annotations

import pandas as pd

from analysis.errors import AnalysisError

RULES = ("full", "fractional", "first")
"""``full``: once for each fractie that asked; ``fractional``: shared out equally among them;
``first``: for the fractie that is named first."""


def asked_by(askers: pd.DataFrame, rule: str) -> pd.DataFrame:
    """Return which fractie each question counts for, and for how much.

    Parameters
    ----------
    askers
        The table of that name; within a question its rows stand in the order of the document.
    rule
        One of `RULES`.

    Returns
    -------
    DataFrame
        ``question_id``, ``fractie``, ``role`` and ``weight``. Several members of a fractie count
        once. What a fractie joined is in rows of its own (``role`` joined) and always counts
        once: the rule is about asking. What is asked by a member whose fractie is not known has no
        row. Empty where no asker is known.

    Raises
    ------
    AnalysisError
        For a rule that does not exist.
    """
    if rule not in RULES:
        raise AnalysisError(f"There is no counting rule {rule!r}: use {', '.join(RULES)}.")
    known = askers.dropna(subset="fractie")
    counted = known.drop_duplicates(["question_id", "fractie", "role"])
    counted = counted[["question_id", "fractie", "role"]].reset_index(drop=True)
    asked = counted["role"] == "asked"
    if rule == "first":
        counted = counted[~asked | ~counted.duplicated(["question_id", "role"])]
    shared = counted.groupby(["question_id", "role"])["fractie"].transform("size")
    divide = (counted["role"] == "asked") & (rule == "fractional")
    return counted.assign(weight=(1 / shared).where(divide, 1.0)).reset_index(drop=True)


def with_roles(questions: pd.DataFrame, askers: pd.DataFrame, rule: str) -> pd.DataFrame:
    """Return a row for each question and each fractie that it counts for; see `asked_by`.

    Parameters
    ----------
    questions
        As `question_overview` returns them; its ``fractie`` makes way for that of the row.
    askers, rule
        As in `asked_by`.
    """
    own = questions.drop(columns="fractie", errors="ignore")
    return asked_by(askers, rule).merge(own, on="question_id", validate="many_to_one")
