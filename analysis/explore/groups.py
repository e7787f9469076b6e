"""Groups of questions side by side, and the questions behind a value in a figure."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pandas as pd

from analysis.errors import AnalysisError
from analysis.explore.data import tables_in
from analysis.explore.views import Rows
from analysis.measures.judgement import judge_questions
from analysis.paths import figures_folder, shown
from analysis.publishing.files import read_csv
from analysis.report.runs import nearest
from analysis.summaries.coverage import question_overview
from analysis.summaries.intervals import median_interval
from analysis.wording import Wording

_GROUPS = ["fractie", "respondent", "section", "document_id", "route", "status", "kind", "chamber"]
_GROUPS += ["dossier", "year", "cabinet"]


def compare(
    by: Literal["fractie", "respondent", "section", "document_id"] = "fractie",
    folder: str | Path | None = None,
    minimum: int = 10,
    language: str = "nl",
) -> Rows:
    """Compare groups of questions: how many, how they were answered, and how long the answers are.

    Parameters
    ----------
    by : str
        What to group by.
    folder, language
        As for `find`.
    minimum : int
        Fewest answers of a group for which a median is given.

    Returns
    -------
    Rows
        A row for each group, largest first: ``by``, ``n_questions``, how many got each status,
        ``n_answers``, and ``median`` words with its interval ``low`` and ``high``; nan under the
        minimum. A question of several fracties counts for the group of these together.
    """
    tables = tables_in(folder)
    questions = question_overview(tables, judge_questions(tables))
    if by not in questions.columns:
        raise AnalysisError(f"There is no group {by!r}" + nearest(by, _GROUPS))
    words = tables["answers"].set_index("answer_id")["n_words"]
    rows = []
    for group, part in questions.groupby(by, sort=False):
        lengths = part["answer_id"].dropna().drop_duplicates().map(words).to_numpy()
        enough = len(lengths) >= minimum
        low, high = median_interval(lengths) if enough else (float("nan"), float("nan"))
        median = float(pd.Series(lengths).median()) if enough else float("nan")
        status = part["status"].value_counts().to_dict()
        numbers = {"n_answers": len(lengths), "median": median, "low": low, "high": high}
        rows.append({by: group, "n_questions": len(part), **status, **numbers})
    frame = pd.DataFrame(rows)
    if len(frame):
        frame = frame.sort_values("n_questions", ascending=False, ignore_index=True)
        counts = frame.columns.difference([by, "median", "low", "high"])
        frame[counts] = frame[counts].fillna(0).astype(int)
    wording = Wording(language)
    caption = wording.say("explore.compared", by=wording.heading(by), minimum=minimum)
    return Rows(frame, caption, language)


def trace(
    figure: str,
    value: Any = None,
    folder: str | Path | None = None,
    figures: str | Path | None = None,
    language: str = "nl",
) -> Rows:
    """Return the questions behind a value in a figure.

    Parameters
    ----------
    figure : str
        The name of a figure, such as ``coverage-fractie``.
    value : object, optional
        What to look for in the numbers of the figure, such as ``"PVV"`` or ``42``; without it all
        of the figure's rows.
    folder, language
        As for `find`.
    figures : str or Path, optional
        The folder of the figures; by default that of JupyterLab.

    Returns
    -------
    Rows
        The questions that the rows of the figure with that value are about: those that have the
        same in every column that questions have as well, or that the rows name by their ids.

    Raises
    ------
    AnalysisError
        If there is no such figure, the value is not in it, or its rows are about no questions.
    """
    place = figures_folder(figures)
    known = sorted(path.stem for path in place.glob("*.csv"))
    if figure not in known:
        raise AnalysisError(
            f"There is no figure {figure!r} in {shown(place)}" + nearest(figure, known)
        )
    data = read_csv(place / f"{figure}.csv")
    rows = data
    if value is not None:
        rows = data[(data.astype(str) == str(value)).any(axis=1)]
        if rows.empty:
            raise AnalysisError(f"The figure {figure!r} shows no {value!r}.")
    tables = tables_in(folder)
    questions = question_overview(tables, judge_questions(tables))
    keys = [key for key in ("question_id", "answer_id") if key in rows.columns]
    shared = keys[:1] or [key for key in rows.columns if key in _GROUPS]
    if not shared:
        raise AnalysisError(
            f"The rows of the figure {figure!r} do not say which questions they count."
        )
    wanted = set(rows[shared].astype(str).itertuples(index=False, name=None))
    own = questions[shared].astype(object).where(questions[shared].notna(), "–").astype(str)
    kept = [values in wanted for values in own.itertuples(index=False, name=None)]
    found = questions[kept].reset_index(drop=True)
    said = Wording(language).say("explore.traced", figure=figure, n=len(found))
    return Rows(found, said, language)
