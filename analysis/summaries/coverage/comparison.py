"""Whether fracties differ: compared within the same letter, or for the same bewindspersoon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from analysis.summaries.coverage.counting import asked_by
from analysis.summaries.coverage.shares import outcome_of
from analysis.summaries.intervals import (
    FEWEST_DOCUMENTS,
    LEVEL,
    difference_interval,
    document_draws,
    widened_percentiles,
)

PERMUTATIONS = 1999
_CHUNK = 250  # permutations at a time, to keep memory small
_NAN = float("nan")


def compare_fracties(
    questions: pd.DataFrame,
    askers: pd.DataFrame,
    rule: str,
    minimum: int,
    outcome: str,
    permutations: int = PERMUTATIONS,
) -> pd.DataFrame:
    """Compare the questions of each fractie with other questions that can be compared with them.

    Questions are compared within a stratum: the same letter, where it holds questions of the
    fractie and of others; and else the documents of the same bewindspersoon. What has nothing to
    be compared with does not count. The units are whole documents, and within a letter its
    answers: a joint answer is one.

    Parameters
    ----------
    questions
        As `question_overview` returns them.
    askers, rule
        The table, and how a question of several fracties counts: under ``first`` it is the first
        one's, else it is of all that asked it.
    minimum
        Fewest questions, of the fractie and of others, for which they are compared.
    outcome
        One of `OUTCOMES`.
    permutations
        How many times the fracties are dealt out again.

    Returns
    -------
    DataFrame
        ``fractie``, ``n_questions`` and ``n_others`` that can be compared, ``n_documents`` of the
        fractie among them, ``share``, ``difference`` with others in percentage points (nan where
        they are too few) with ``low`` and ``high``, ``p``, ``p_holm``, ``method`` (``newcombe``
        for one letter, ``bootstrap`` for several documents) and ``verdict``: ``lower``,
        ``higher``, ``none`` (no difference shown) or ``too_few``. Lowest difference first.

    Notes
    -----
    Difference: Mantel and Haenszel's, over strata (Greenland and Robins, 1985). Interval: whole
    documents drawn again; for a single letter Newcombe's. Verdict: permutation of fracties over
    the units within strata, corrected for the number of fracties after Holm; a difference is
    claimed where that gives 5% or less.
    """
    dealt = asked_by(askers, rule)
    dealt = dealt[dealt["role"] == "asked"]
    frame = questions[questions["question_id"].isin(dealt["question_id"])]
    frame = frame.assign(hit=outcome_of(frame, outcome).astype("Float64").astype(float))
    frame = frame[frame["hit"].notna()]  # what could not be judged cannot be compared
    rows = []
    for fractie, own in dealt.groupby("fractie"):
        marked = frame.assign(own=frame["question_id"].isin(own["question_id"]))
        rows.append({"fractie": fractie, **_compare(marked, minimum, permutations)})
    columns = ["fractie", "n_questions", "n_others", "n_documents", "share", "difference"]
    table = pd.DataFrame(rows, columns=[*columns, "low", "high", "p", "method"])
    table.insert(9, "p_holm", holm(table["p"].to_numpy(float)))
    table["verdict"] = [_verdict(row) for row in table.itertuples()]
    return table.sort_values(["difference", "fractie"], ignore_index=True)


def holm(p: np.ndarray) -> np.ndarray:
    """Return p-values corrected for their number after Holm (1979); nan stays and counts not."""
    corrected = np.full(len(p), np.nan)
    known = np.flatnonzero(~np.isnan(p))
    order = known[np.argsort(p[known], kind="stable")]
    steps = p[order] * (len(order) - np.arange(len(order)))
    corrected[order] = np.minimum(np.maximum.accumulate(steps), 1.0)
    return corrected


def _verdict(row: Any) -> str:
    if np.isnan(row.p):
        return "too_few"
    if row.p_holm > 1 - LEVEL:
        return "none"
    return "lower" if row.difference < 0 else "higher"


@dataclass(frozen=True, slots=True)
class _Units:
    """What is dealt out and drawn again, sorted by stratum.

    Attributes
    ----------
    stratum, own
        Number of the stratum, and whether the unit is the fractie's.
    total, hit
        Numbers of questions, and of those that count as answered.
    document
        Number of the document it is in.
    """

    stratum: np.ndarray
    own: np.ndarray
    total: np.ndarray
    hit: np.ndarray
    document: np.ndarray

    def cells(self, own: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """Return questions and hits, of the fractie and of others, by stratum (last axis)."""
        starts = np.flatnonzero(np.diff(self.stratum, prepend=-1))
        total = np.add.reduceat(self.total, starts)
        hit = np.add.reduceat(self.hit, starts)
        own_total = np.add.reduceat(own * self.total, starts, axis=-1)
        own_hit = np.add.reduceat(own * self.hit, starts, axis=-1)
        return own_total, own_hit, total - own_total, hit - own_hit


def _compare(frame: pd.DataFrame, minimum: int, permutations: int) -> dict[str, Any]:
    frame = frame.assign(stratum=_strata(frame))
    both = frame.groupby("stratum")["own"].transform("nunique") == 2
    frame = frame[both]
    n, n_others = int(frame["own"].sum()), int((~frame["own"]).sum())
    documents = frame.loc[frame["own"], "document_id"].nunique()
    row = {"n_questions": n, "n_others": n_others, "n_documents": documents}
    one = frame["document_id"].nunique() == 1
    enough_documents = one or documents >= FEWEST_DOCUMENTS
    if min(n, n_others) < max(minimum, 1) or not enough_documents:
        names = ("share", "difference", "low", "high", "p")
        return row | dict.fromkeys(names, _NAN) | {"method": None}
    units = _units(frame)
    difference = float(_difference(*units.cells(units.own)))
    if one:
        own, other = frame[frame["own"]]["hit"], frame[~frame["own"]]["hit"]
        interval = difference_interval(int(own.sum()), n, int(other.sum()), n_others)
    else:
        interval = widened_percentiles(_drawn_again(units), documents)
    return row | {
        "share": float(frame.loc[frame["own"], "hit"].mean()),
        "difference": 100 * difference,
        "low": 100 * interval[0],
        "high": 100 * interval[1],
        "p": _permutation_p(units, difference, permutations),
        "method": "newcombe" if one else "bootstrap",
    }


def _strata(frame: pd.DataFrame) -> pd.Series:
    """Return the letter where it holds both kinds of questions, else the bewindspersoon.

    Null where there is no bewindspersoon to compare within.
    """
    mixed = frame.groupby("document_id")["own"].transform("nunique") == 2
    letter = "letter " + frame["document_id"].astype(str)
    person = ("person " + frame["respondent"].astype(str)).where(frame["respondent"].notna())
    return letter.where(mixed, person)


def _units(frame: pd.DataFrame) -> _Units:
    """Return the documents, or within a letter the answers, with their counts."""
    letters = frame["stratum"].str.startswith("letter ")
    answer = frame["answer_id"].fillna(frame["question_id"])
    key = answer.where(letters, frame["document_id"])
    # A joint answer to questions of both is a unit of each: it is dealt out in two parts.
    grouped = frame.groupby(["stratum", key.rename("key"), "own"], sort=True)
    table = grouped.agg(
        total=("hit", "size"), hit=("hit", "sum"), document=("document_id", "first")
    ).reset_index()
    return _Units(
        stratum=pd.factorize(table["stratum"])[0],
        own=table["own"].to_numpy(float),
        total=table["total"].to_numpy(float),
        hit=table["hit"].to_numpy(float),
        document=pd.factorize(table["document"])[0],
    )


def _difference(
    n: np.ndarray, hits: np.ndarray, n_others: np.ndarray, hits_others: np.ndarray
) -> np.ndarray:
    """Return Mantel and Haenszel's difference of shares over the strata (the last axis)."""
    total = np.where(n + n_others > 0, n + n_others, 1.0)
    weight = (n * n_others / total).sum(axis=-1)
    with np.errstate(invalid="ignore"):  # nan where no stratum has both
        return ((hits * n_others - hits_others * n) / total).sum(axis=-1) / weight


def _drawn_again(units: _Units) -> np.ndarray:
    """Return the difference in each of the bootstrap's draws of whole documents."""
    draws = document_draws(int(units.document.max()) + 1)[:, units.document]
    starts = np.flatnonzero(np.diff(units.stratum, prepend=-1))
    parts = (
        np.add.reduceat(draws * (side * counts), starts, axis=-1)
        for side in (units.own, 1 - units.own)
        for counts in (units.total, units.hit)
    )
    return _difference(*parts)


def _permutation_p(units: _Units, observed: float, permutations: int) -> float:
    """Return how often chance gives a difference as large, with the units dealt out again."""
    rng = np.random.default_rng(0)
    as_large = 0
    for start in range(0, permutations, _CHUNK):
        n = min(_CHUNK, permutations - start)
        # Sorting by stratum and then at random deals the units out within their stratum.
        order = np.argsort(units.stratum + rng.random((n, len(units.stratum))), axis=1)
        dealt = _difference(*units.cells(units.own[order]))
        as_large += int((np.abs(dealt) >= abs(observed) - 1e-12).sum())
    return (as_large + 1) / (permutations + 1)
