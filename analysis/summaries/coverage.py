"""How the questions of each fractie were answered, and how long that took."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.measures.coverage import ROUTES, answer_routes
from analysis.measures.timeliness import days_between
from analysis.summaries.answers import asking_fracties
from analysis.summaries.intervals import share_interval

Tables = Mapping[str, pd.DataFrame]


def question_overview(tables: Tables) -> pd.DataFrame:
    """Return one row per question: what it is, who asked it and which way it was answered.

    Returns
    -------
    DataFrame
        ``question_id``, ``document_id``, ``number``, ``section``, ``n_words``, ``fractie``
        (several are joined by `` + ``, null where unknown), ``route``.
    """
    questions = tables["questions"]
    overview = questions[["question_id", "document_id", "number", "section", "n_words"]].copy()
    overview["fractie"] = overview["question_id"].map(asking_fracties(tables))
    overview["route"] = answer_routes(questions, tables["question_answers"], tables["answers"])
    return overview.sort_values(["document_id", "number"], ignore_index=True)


def route_counts(overview: pd.DataFrame) -> pd.Series:
    """Return how many questions were answered each way, each question once.

    Parameters
    ----------
    overview
        As `question_overview` returns it.

    Returns
    -------
    Series of int
        By name of route, in the order of `analysis.measures.coverage.ROUTES`.
    """
    return overview["route"].value_counts().reindex(list(ROUTES), fill_value=0)


def routes_by_fractie(tables: Tables, minimum: int) -> pd.DataFrame:
    """Return how the questions of each fractie were answered.

    A question that several fracties asked counts once for each of them; what a fractie only
    joined is in rows of its own.

    Parameters
    ----------
    tables
        All tables.
    minimum
        Fewest questions of a fractie for which a share is given.

    Returns
    -------
    DataFrame
        ``fractie``, ``role`` (asked, joined), ``n_questions``, a column for each of
        `analysis.measures.coverage.ROUTES` with numbers of questions, ``n_answered``,
        ``share_answered`` with Wilson's ``share_low`` and ``share_high`` (nan below ``minimum``),
        ``enough``. Asked before joined, largest first. Empty where no asker is known.
    """
    route = question_overview(tables).set_index("question_id")["route"]
    askers = tables["askers"].drop_duplicates(["question_id", "fractie", "role"])
    askers = askers.assign(route=askers["question_id"].map(route))
    rows = []
    for (fractie, role), group in askers.groupby(["fractie", "role"]):
        n, by_route = len(group), route_counts(group).to_dict()
        answered, enough = n - by_route["none"], n >= minimum
        low, high = share_interval(answered, n) if enough else (float("nan"), float("nan"))
        rows.append(
            {
                "fractie": fractie,
                "role": role,
                "n_questions": n,
                **by_route,
                "n_answered": answered,
                "share_answered": answered / n if enough else float("nan"),
                "share_low": low,
                "share_high": high,
                "enough": enough,
            }
        )
    columns = ["fractie", "role", "n_questions", *ROUTES, "n_answered", "share_answered"]
    table = pd.DataFrame(rows, columns=[*columns, "share_low", "share_high", "enough"])
    return table.sort_values(
        ["role", "n_questions", "fractie"], ascending=[True, False, True], ignore_index=True
    )


def response_times(tables: Tables) -> pd.DataFrame:
    """Return how long each document took to answer.

    Returns
    -------
    DataFrame
        By date of the questions: ``document_id``, ``title``, ``asked_on``, ``due_on``,
        ``answered_on``, ``days`` from question to answer, ``days_asked`` in the term asked for,
        ``days_past_due`` (negative where the answer was early). Documents without both dates of
        question and answer are not in it.
    """
    documents = tables["documents"]
    both = documents[documents["asked_on"].notna() & documents["answered_on"].notna()]
    times = both[["document_id", "title", "asked_on", "due_on", "answered_on"]].copy()
    times["days"] = days_between(times["asked_on"], times["answered_on"])
    times["days_asked"] = days_between(times["asked_on"], times["due_on"])
    times["days_past_due"] = days_between(times["due_on"], times["answered_on"])
    return times.sort_values(["asked_on", "document_id"], ignore_index=True)


def committee_fracties(tables: Tables) -> pd.DataFrame:
    """Return the fracties that sat in an asking committee, with what they did there.

    Returns
    -------
    DataFrame
        ``fractie``, ``members`` in the committees (a member of two counts once), ``asked`` and
        ``joined`` numbers of questions. Empty where no composition is printed.
    """
    members = tables["committee_members"]
    # A name is printed now as "Van Rooijen" and then as "van Rooijen".
    members = members.assign(member=members["member"].str.casefold())
    members = members.drop_duplicates(["document_id", "member", "fractie"])
    table = members.groupby("fractie").size().rename("members").to_frame()
    for role in ("asked", "joined"):
        own = tables["askers"][tables["askers"]["role"] == role]
        by_fractie = own.groupby("fractie")["question_id"].nunique()
        table[role] = by_fractie.reindex(table.index, fill_value=0)
    table = table.astype(int).reset_index()
    return table.sort_values(
        ["asked", "joined", "members", "fractie"],
        ascending=[False, False, False, True],
        ignore_index=True,
    )
