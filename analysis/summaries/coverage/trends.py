"""The same figures side by side: by year, bewindspersoon, dossier, kind and cabinet."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.summaries.coverage.shares import shares_by
from analysis.summaries.intervals import document_share, median_interval

Tables = Mapping[str, pd.DataFrame]


def trend_table(
    questions: pd.DataFrame, found: pd.DataFrame, by: str, minimum: int, outcome: str
) -> pd.DataFrame:
    """Return share answered and days to the answer by group.

    Parameters
    ----------
    questions
        As `question_overview` returns them: each question once, whoever asked it.
    found
        As `cases` returns them.
    by
        Column of the questions that makes the groups: ``year``, ``respondent``, ``dossier``,
        ``kind``, ``cabinet``, ``cabinet_period``, ``section`` or ``cabinet_demissionary``.
    minimum, outcome
        As in `shares_by`.

    Returns
    -------
    DataFrame
        ``group`` and the columns of `shares_by`, with ``n_times`` (sets of questions with both
        dates), ``median_days`` and ``days_low`` and ``days_high`` (nan below ``minimum``). Years
        stand in their order, other groups with the largest first.
    """
    table = shares_by(questions, by, minimum, outcome).rename(columns={by: "group"})
    group_of = questions.drop_duplicates("document_id").set_index("document_id")[by]
    answered = found[found["state"] == "answered"]
    days = answered["days"].astype(float).groupby(answered["document_id"].map(group_of))
    times = {group: values.to_numpy() for group, values in days}
    rows = [_days(times.get(group, np.array([])), minimum) for group in table["group"]]
    columns = ["n_times", "median_days", "days_low", "days_high"]
    table[columns] = pd.DataFrame(rows, columns=columns, index=table.index)
    return table.sort_values("group", ignore_index=True) if by == "year" else table


def _days(days: np.ndarray, minimum: int) -> tuple[int, float, float, float]:
    if len(days) < minimum:
        return len(days), float("nan"), float("nan"), float("nan")
    return len(days), float(np.median(days)), *median_interval(days)


def demissionary_rates(tables: Tables, hits: pd.DataFrame, minimum: int) -> pd.DataFrame:
    """Return how often answers appeal to the demissionary status, inside and outside such periods.

    A check of the instrument too: outside these periods the marker should be rare.

    Parameters
    ----------
    tables
        All tables.
    hits
        Hits of the device, with ``answer_id``.
    minimum
        Fewest answers for which a share is given.

    Returns
    -------
    DataFrame
        ``cabinet_demissionary`` (True first), ``n_documents``, ``n_answers``, ``n_with``,
        ``share``, ``share_low``, ``share_high``, ``method``, ``enough``. Answers without
        a date are not in it.
    """
    answers = tables["answers"][["answer_id", "document_id"]].copy()
    status = tables["documents"].set_index("document_id")["cabinet_demissionary"]
    answers["inside"] = answers["document_id"].map(status)
    answers["hit"] = answers["answer_id"].isin(hits["answer_id"]).astype(float)
    rows = []
    for inside in (True, False):
        own = answers[answers["inside"].eq(inside).fillna(False).astype(bool)]
        sums = own.groupby("document_id")["hit"].agg(["sum", "size"])
        hit, total = sums["sum"].to_numpy(float), sums["size"].to_numpy(float)
        enough = len(own) >= minimum
        none = float("nan")
        estimate = document_share(hit, total, total) if enough else None
        ends = (estimate.share, estimate.low, estimate.high) if estimate else (none, none, none)
        method = estimate.method if estimate else None
        n_with = int(own["hit"].sum())
        rows.append((inside, len(sums), len(own), n_with, *ends, method, enough))
    columns = ["cabinet_demissionary", "n_documents", "n_answers", "n_with", "share", "share_low"]
    return pd.DataFrame(rows, columns=[*columns, "share_high", "method", "enough"])
