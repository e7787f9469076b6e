"""One row per question, with all that is known of how it was answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd

from analysis.codebook.cabinets import cabinet_on
from analysis.measures.coverage import ROUTES, answer_routes, direct_links
from analysis.measures.timeliness import is_within
from analysis.summaries.answers import asking_fracties
from analysis.summaries.coverage.waiting import superseded

Tables = Mapping[str, pd.DataFrame]

_DOCUMENT = ("kind", "chamber", "dossier", "respondent", "cabinet_demissionary")
_ASKS = ("asks_due", "asks_full", "asks_partial", "asks_none")


def question_overview(tables: Tables, judged: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return one row per question: what it is, who asked it and how it was answered.

    Questions whose document only put or deferred them are left out where the document of their
    answer is in the tables too: they would count twice.

    Parameters
    ----------
    tables
        All tables.
    judged
        As `analysis.measures.judgement.judge_questions` returns it; without it what was judged is
        null.

    Returns
    -------
    DataFrame
        ``question_id``, ``document_id``, ``number``, ``section``, ``n_words``, ``fractie``
        (several are joined by `` + ``, null where unknown), ``route``, ``answer_id``
        (null where there is none); of its document ``kind``,
        ``chamber``, ``dossier``, ``respondent``, ``cabinet_demissionary``, ``asked_on``, ``year``
        and ``cabinet`` on the day of the answer, and ``cabinet_period``, which tells the cabinet
        before from after it became demissionair; and as judged ``coverage``, ``status``,
        ``asks_due``, ``asks_full``, ``asks_partial`` and ``asks_none``.
    """
    questions = tables["questions"]
    questions = questions[~questions["document_id"].isin(superseded(tables))]
    overview = questions[["question_id", "document_id", "number", "section", "n_words"]].copy()
    overview["fractie"] = overview["question_id"].map(asking_fracties(tables))
    overview["route"] = answer_routes(questions, tables["question_answers"], tables["answers"])
    links = direct_links(tables["question_answers"])
    first_answer = links.drop_duplicates("question_id").set_index("question_id")["answer_id"]
    overview["answer_id"] = overview["question_id"].map(first_answer)
    documents = tables["documents"].set_index("document_id")
    for column in _DOCUMENT:
        overview[column] = overview["document_id"].map(documents[column])
    overview["asked_on"] = overview["document_id"].map(documents["asked_on"])
    day = documents["answered_on"].fillna(documents["asked_on"])
    overview["year"] = overview["document_id"].map(day.dt.year.astype("Int64"))
    cabinets = day.map(lambda when: None if pd.isna(when) else cabinet_on(when.date()))
    overview["cabinet"] = overview["document_id"].map(cabinets.astype("object"))
    demissionary = overview["cabinet_demissionary"].fillna(False).astype(bool)
    marked = overview["cabinet"] + " (demissionair)"
    overview["cabinet_period"] = overview["cabinet"].where(~demissionary, marked)
    overview = _with_judgement(overview, judged)
    return overview.sort_values(["document_id", "number"], ignore_index=True)


def _with_judgement(overview: pd.DataFrame, judged: pd.DataFrame | None) -> pd.DataFrame:
    columns = ["coverage", "status", *_ASKS]
    if judged is None:
        return overview.assign(**dict.fromkeys(columns[:2]), **dict.fromkeys(_ASKS, pd.NA))
    own = judged[["question_id", *columns]]
    return overview.merge(own, on="question_id", how="left", validate="one_to_one")


def within_period(
    tables: Tables, since: date | None, until: date | None
) -> dict[str, pd.DataFrame]:
    """Return the tables of the documents of a period, by the day of their questions.

    Parameters
    ----------
    tables
        All tables.
    since, until
        First day, and the first day after the period; ``None`` for no limit. A document whose
        questions have no date goes by the day of its answer.

    Returns
    -------
    dict of DataFrame
        All tables with the rows of these documents only.
    """
    documents = tables["documents"]
    day = documents["asked_on"].fillna(documents["answered_on"])
    kept = set(documents.loc[is_within(day, since, until), "document_id"])
    return {name: table[table["document_id"].isin(kept)] for name, table in tables.items()}


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
