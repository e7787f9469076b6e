"""What was answered, by group: counts, and shares with their denominator and interval."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.codebook.classes import STATUSES
from analysis.errors import AnalysisError
from analysis.measures.coverage import ROUTES
from analysis.summaries.coverage.counting import with_roles
from analysis.summaries.coverage.questions import question_overview
from analysis.summaries.intervals import document_share

Tables = Mapping[str, pd.DataFrame]

OUTCOMES = ("text", "answered", "full")
"""What counts as answered: ``text``: there is an answer, whatever it says; ``answered``: what is
asked is answered at least in part; ``full``: every ask that needs an answer is answered in full."""
_ASKS = ("asks_due", "asks_full", "asks_partial", "asks_none")
_NAN = float("nan")


def outcome_of(questions: pd.DataFrame, outcome: str) -> pd.Series:
    """Tell of each question whether it counts as answered.

    A question that has an answer but could not be judged, such as one whose own text is not
    printed, counts neither way: it is null.

    Parameters
    ----------
    questions
        With ``route``, ``status`` and ``coverage``.
    outcome
        One of `OUTCOMES`.

    Returns
    -------
    Series of boolean
        With the index of ``questions``. A question without any answer never counts.

    Raises
    ------
    AnalysisError
        For an outcome that does not exist.
    """
    if outcome == "text":
        return (questions["route"] != "none").astype("boolean")
    known = questions["status"].notna() | (questions["route"] == "none")
    if outcome == "answered":
        return questions["status"].isin(["answered", "partly"]).astype("boolean").where(known)
    if outcome == "full":
        full = questions["coverage"].eq("full").astype("boolean").fillna(False)
        return full.where(known)
    raise AnalysisError(f"There is no outcome {outcome!r}: use {', '.join(OUTCOMES)}.")


def shares_by(
    questions: pd.DataFrame, by: str | Sequence[str], minimum: int, outcome: str
) -> pd.DataFrame:
    """Return for each group what was answered, with the share that counts as answered.

    Parameters
    ----------
    questions
        As `question_overview` or, for groups of fracties, `with_roles` returns them; a column
        ``weight`` says for how much a row counts.
    by
        Column, or columns, of the groups; rows without a value are in no group.
    minimum
        Fewest questions of a group, of those that could be judged, for which a share is given.
    outcome
        One of `OUTCOMES`.

    Returns
    -------
    DataFrame
        The columns of ``by``, ``n_documents``, ``n_questions`` (weighted), ``n_judged`` (of
        these, the denominator), ``n_answered`` (weighted), ``share``, ``share_low``,
        ``share_high``, ``method`` (of `document_share`; all nan and null below ``minimum``),
        ``enough``; a column for each of ROUTES and
        STATUSES with numbers of questions (weighted); ``asks_due``, ``asks_full``,
        ``asks_partial``, ``asks_none``, and
        ``share_asks`` answered in full with ``share_asks_low`` and ``share_asks_high``. Largest
        group first.
    """
    names = [by] if isinstance(by, str) else list(by)
    frame = questions.assign(_hit=outcome_of(questions, outcome))
    if "weight" not in frame.columns:
        frame = frame.assign(weight=1.0)
    rows = [
        dict(zip(names, key, strict=True)) | _group(group, minimum)
        for key, group in frame.groupby(names, sort=True)
    ]
    columns = [*names, "n_documents", "n_questions", "n_judged", "n_answered", "share"]
    columns += [
        "share_low",
        "share_high",
        "method",
        "enough",
        *ROUTES,
        *STATUSES,
        *_ASKS,
        "share_asks",
    ]
    table = pd.DataFrame(rows, columns=[*columns, "share_asks_low", "share_asks_high"])
    order = ["n_questions", *names]
    return table.sort_values(order, ascending=[False, *[True] * len(names)], ignore_index=True)


def _group(group: pd.DataFrame, minimum: int) -> dict[str, Any]:
    weight = group["weight"]
    known = weight.where(group["_hit"].notna(), 0.0)
    hits = known.where(group["_hit"].fillna(False).astype(bool), 0.0)
    enough = float(known.sum()) >= minimum
    row: dict[str, Any] = {
        "n_documents": group["document_id"].nunique(),
        "n_questions": float(weight.sum()),
        "n_judged": float(known.sum()),
        "n_answered": float(hits.sum()),
        "enough": enough,
        **_estimate(group, hits, known, ("share", "share_low", "share_high"), enough),
    }
    for column, values in (("route", ROUTES), ("status", STATUSES)):
        counts = weight.groupby(group[column]).sum()
        row |= {value: float(counts.get(value, 0.0)) for value in values}
    if not group["asks_due"].notna().any():
        return row | dict.fromkeys(_ASKS, _NAN)
    asks = {name: weight * group[name].fillna(0).astype(float) for name in _ASKS}
    row |= {name: float(values.sum()) for name, values in asks.items()}
    ends = ("share_asks", "share_asks_low", "share_asks_high")
    row |= _estimate(group, asks["asks_full"], asks["asks_due"], ends, enough)
    row.pop("method_asks", None)
    return row


def _estimate(
    group: pd.DataFrame,
    hits: pd.Series,
    totals: pd.Series,
    names: tuple[str, str, str],
    enough: bool,
) -> dict[str, Any]:
    """Return a share with its interval under the names given; nan for too small a group."""
    method = "method" if names[0] == "share" else "method_asks"
    if not enough or totals.sum() == 0:
        return dict.fromkeys(names, _NAN) | {method: None}
    # Asks of one question count as asks; what a question weighs is squared for each of them.
    sums = pd.DataFrame({"hits": hits, "totals": totals, "squares": totals * group["weight"]})
    by_document = sums.groupby(group["document_id"]).sum()
    found = document_share(*(by_document[name].to_numpy(float) for name in sums.columns))
    return dict(zip(names, (found.share, found.low, found.high), strict=True)) | {
        method: found.method
    }


def routes_by_fractie(
    tables: Tables, minimum: int, rule: str = "full", outcome: str = "text"
) -> pd.DataFrame:
    """Return how the questions of each fractie were answered.

    Parameters
    ----------
    tables
        All tables.
    minimum, outcome
        As in `shares_by`; only the outcome ``text`` needs no judgement.
    rule
        How a question of several fracties counts: see `counting.asked_by`.

    Returns
    -------
    DataFrame
        As `shares_by`, by ``fractie`` and ``role``: asked before joined, largest first.
    """
    questions = with_roles(question_overview(tables), tables["askers"], rule)
    return by_role(shares_by(questions, ["fractie", "role"], minimum, outcome))


def by_role(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table by fractie and role with those that asked before those that joined."""
    order = ["role", "n_questions", "fractie"]
    return table.sort_values(order, ascending=[True, False, True], ignore_index=True)


def status_table(table: pd.DataFrame) -> pd.DataFrame:
    """Return of a table of `shares_by` the group and its numbers of questions by status.

    Returns
    -------
    DataFrame
        ``fractie``, ``role``, ``n_questions``, ``enough`` and a column for each of STATUSES that
        occurs.
    """
    occurring = [status for status in STATUSES if table[status].sum()]
    return table[["fractie", "role", "n_questions", "enough", *occurring]]
