"""How many answers and questions have a device, and how often the instrument is wrong in it."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.codebook.devices import Category, all_categories
from analysis.summaries.intervals import share_interval

Tables = Mapping[str, pd.DataFrame]

GROUPS = ("strong", "weak", "structure")
"""What is found by words alone, by words in their context, and by comparing asks and answer."""

_FIGURES = ("precision", "recall")


def group_of(device: Category) -> str:
    """Return the group of `GROUPS` that a device belongs to: its tier, if words make it."""
    return device.tier if device.patterns else "structure"


def device_rates(
    hits: pd.DataFrame,
    overview: pd.DataFrame,
    category: str,
    by: str | None = None,
    minimum: int = 0,
) -> pd.DataFrame:
    """Return how many answers use a device at least once.

    Parameters
    ----------
    hits, overview
        As `device_hits` and `analysis.summaries.answers.answer_overview` return them.
    category
        Code of the device.
    by
        Column of ``overview`` to group by, where nothing is shown as a dash; ``None`` for all
        answers together.

    minimum
        Fewest answers of a group for which shares and rates are given.

    Returns
    -------
    DataFrame
        ``group``, ``n_answers``, ``n_with``, ``share`` with Wilson's ``share_low`` and
        ``share_high``, ``words``, ``hits`` and ``per_1000_words``; in the order of the document.
        Shares and rates are nan below ``minimum``.
    """
    with_it = set(hits.loc[hits["category"] == category, "answer_id"])
    n_hits = hits[hits["category"] == category].groupby("answer_id").size()
    frame = overview.assign(
        has=overview["answer_id"].isin(with_it),
        hits=overview["answer_id"].map(n_hits).fillna(0).astype(int),
        group="" if by is None else overview[by].fillna("–"),
    )
    rows = []
    for group, part in frame.groupby("group", sort=False):
        n, k, words = len(part), int(part["has"].sum()), int(part["n_words"].sum())
        found = int(part["hits"].sum())
        figures = [k / n, *share_interval(k, n), 1000 * found / max(words, 1)]
        if n < minimum:
            figures = [float("nan")] * len(figures)
        rows.append([group, n, k, *figures[:3], words, found, figures[3]])
    columns = ["group", "n_answers", "n_with", "share", "share_low", "share_high"]
    return pd.DataFrame(rows, columns=[*columns, "words", "hits", "per_1000_words"])


def rates_by_category(hits: pd.DataFrame, overview: pd.DataFrame) -> pd.DataFrame:
    """Return how many answers have each device, and any device of a group.

    Parameters
    ----------
    hits
        As `analysis.summaries.devices.all_hits` returns them.
    overview
        As `device_rates` takes it.

    Returns
    -------
    DataFrame
        ``tier`` (one of `GROUPS`) and ``category`` (null for any device of the group) before the
        columns of `device_rates` without ``group``, and ``where``: the questions of the answers,
        as printed, in a list; with several documents none.
    """
    one = overview["document_id"].nunique() == 1
    rows = []
    for group in GROUPS:
        codes = [entry.code for entry in all_categories() if group_of(entry) == group]
        of_group = hits[hits["category"].isin(codes)]
        parts = [(None, of_group)] if group != "structure" else []
        parts += [(code, hits[hits["category"] == code]) for code in codes]
        for code, found in parts:
            rate = device_rates(found.assign(category=group), overview, group)
            where = list(found.drop_duplicates("answer_id")["questions"]) if one else []
            rate = rate.drop(columns="group").assign(tier=group, category=code)
            rows.append(rate.assign(where=[where] * len(rate)))
    frame = pd.concat(rows, ignore_index=True)
    return frame[["tier", "category", *frame.columns.drop(["tier", "category"])]]


def question_rates(questions: pd.DataFrame) -> pd.DataFrame:
    """Return how many questions have an answer with each device.

    Parameters
    ----------
    questions
        As `analysis.summaries.devices.question_devices` returns it.

    Returns
    -------
    DataFrame
        ``tier``, ``category`` (null for any of the group), ``n_questions``, ``n_with``, ``share``
        with Wilson's ``share_low`` and ``share_high``; nan where there are no questions.
    """
    n = questions["question_id"].nunique()
    rows = []
    for group in GROUPS:
        codes = [entry.code for entry in all_categories() if group_of(entry) == group]
        choices = [(None, codes)] if group != "structure" else []
        for code, chosen in [*choices, *[(code, [code]) for code in codes]]:
            k = questions.loc[questions["category"].isin(chosen), "question_id"].nunique()
            rows.append((group, code, n, k, k / n if n else float("nan"), *share_interval(k, n)))
    columns = ["tier", "category", "n_questions", "n_with", "share", "share_low", "share_high"]
    return pd.DataFrame(rows, columns=columns)


def error_rates(evaluation: pd.DataFrame, rates: pd.DataFrame, material: str) -> pd.DataFrame:
    """Return how often the instrument is wrong in each device, beside how often it finds it.

    Parameters
    ----------
    evaluation
        As `analysis.tables.labels.read_evaluation` returns it.
    rates
        As `rates_by_category` returns them.
    material
        The labelled questions that the errors are of, as `evaluation` names them.

    Returns
    -------
    DataFrame
        The rows of ``rates`` with ``tier``, ``category``, ``n_answers``, ``n_with``, ``share`` and
        its interval, and for ``precision`` and ``recall`` each: the value, ``_low``, ``_high`` and
        ``_n``; nan and 0 where nothing was measured.
    """
    of_devices = evaluation["instrument"] == "devices"
    known = evaluation[of_devices & (evaluation["material"] == material)]
    named = known.set_index(["variable", "figure"])[["value", "low", "high", "n"]]
    columns = ["tier", "category", "n_answers", "n_with", "share", "share_low", "share_high"]
    frame = rates[columns].reset_index(drop=True)
    for figure in _FIGURES:
        names = [
            f"{row.tier} tier" if pd.isna(row.category) else row.category
            for row in frame.itertuples()
        ]
        found = named.reindex([(name, figure) for name in names])
        frame[figure] = list(found["value"])
        frame[f"{figure}_low"], frame[f"{figure}_high"] = list(found["low"]), list(found["high"])
        frame[f"{figure}_n"] = list(found["n"].fillna(0).astype(int))
    return frame


def by_section(
    hits: pd.DataFrame, overview: pd.DataFrame, category: str, minimum: int
) -> pd.DataFrame:
    """Return `device_rates` by heading of the document; empty where no answer has a heading."""
    if overview["section"].isna().all():
        return device_rates(hits, overview, category, "section").iloc[:0]
    return device_rates(hits, overview, category, "section", minimum)


def labelled(evaluation: pd.DataFrame, material: str) -> int:
    """Return how many labelled questions the errors are of; 0 where nothing was measured."""
    of_judgement = evaluation[evaluation["material"] == material]
    counts = of_judgement.loc[of_judgement["figure"] == "share within one", "n"]
    return int(counts.iloc[0]) if len(counts) else 0
