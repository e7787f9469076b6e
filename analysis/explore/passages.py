"""Words in questions and answers, and one question with all that belongs to it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.errors import AnalysisError
from analysis.explore.data import Tables, tables_in
from analysis.explore.views import Rows, Shown
from analysis.paths import tables_folder
from analysis.report.exchange import Exchange
from analysis.report.rows import rows_by_document
from analysis.tables import read_text
from analysis.wording import Wording

_AROUND = 60  # characters on each side of a keyword


def find(text: str, folder: str | Path | None = None, language: str = "nl") -> Rows:
    """Find words in questions and answers, each with what stands around it.

    Parameters
    ----------
    text : str
        Words, or a part of them; capitals make no difference.
    folder : str or Path, optional
        The folder of the tables.
    language : {"nl", "en"}
        Of the headings.

    Returns
    -------
    Rows
        ``document_id``, ``where`` (the id of the question or answer), ``before``, ``words``,
        ``after`` and ``page``; one row for each place, in the order of the documents.

    Raises
    ------
    AnalysisError
        If nothing is asked for, or there are no tables.
    """
    if not text.strip():
        raise AnalysisError("Say which words to find, such as find('demissionair').")
    tables = tables_in(folder)
    pattern = re.compile(rf"\w*{re.escape(text)}\w*", re.IGNORECASE)
    rows = [
        (*_around(row.text, match), getattr(row, key), row.page, row.document_id)
        for name, key in (("questions", "question_id"), ("answers", "answer_id"))
        for row in tables[name].dropna(subset=["text"]).itertuples()
        for match in pattern.finditer(row.text)
    ]
    columns = ["before", "words", "after", "where", "page", "document_id"]
    frame = pd.DataFrame(rows, columns=columns).sort_values("document_id", kind="stable")
    said = Wording(language).say("explore.found", text=text, n=len(frame))
    return Rows(frame.reset_index(drop=True), said, language)


def show(
    question: int | str,
    document: str | None = None,
    folder: str | Path | None = None,
    language: str = "nl",
) -> Shown:
    """Show a question with its answer, markers, notes and place in the source.

    Parameters
    ----------
    question : int or str
        Its number, or the id of a question or answer.
    document : str, optional
        The ``document_id``; needed for a number where there are several documents.
    folder, language
        As for `find`.

    Raises
    ------
    AnalysisError
        If there is no such question, or more documents have one of that number.
    """
    tables, wording = tables_in(folder), Wording(language)
    row = _question_row(tables, question, document)
    rows = next(
        one
        for one in rows_by_document(_only(tables, row.document_id), wording)
        if one.document["document_id"] == row.document_id
    )
    text = read_text(tables_folder(folder), row.document_id)
    ids = [one["question_id"] for one in rows.questions]
    everything = [one for part in Exchange(rows, text, wording).sections for one in part.questions]
    found = everything[ids.index(row.question_id)]
    lines = [f"{found.name} ({row.document_id})", found.askers, row.text or "", found.place]
    own = tables["question_answers"]
    answer_ids = list(own.loc[own["question_id"] == row.question_id, "answer_id"])
    answers = tables["answers"][tables["answers"]["answer_id"].isin(answer_ids)]
    for answer in answers.itertuples():
        lines += ["", answer.answer_id, answer.text]
    for note in [*found.notes, *(note for answer in found.answers for note in answer.notes)]:
        lines.append(f"[{note.marker}] {note.text}")
    return Shown(found, row.document_id, "\n".join(lines), language, answers)


def _around(text: str, match: re.Match[str]) -> tuple[str, str, str]:
    """Return a match with what stands before and after it, on one line."""
    before = text[max(match.start() - _AROUND, 0) : match.start()]
    after = text[match.end() : match.end() + _AROUND]
    return before.replace("\n", " "), match[0], after.replace("\n", " ")


def _question_row(tables: Tables, question: int | str, document: str | None) -> Any:
    questions = tables["questions"]
    if document is not None:
        questions = questions[questions["document_id"] == document]
    if isinstance(question, str):
        links = tables["question_answers"]
        asked = set(links.loc[links["answer_id"] == question, "question_id"]) | {question}
        found = questions[questions["question_id"].isin(asked)]
    else:
        found = questions[questions["number"] == question]
    if found.empty:
        numbers = ", ".join(map(str, questions["number"].head(5)))
        raise AnalysisError(
            f"There is no question {question!r} here; there is {numbers or 'none'} …"
        )
    if found["document_id"].nunique() > 1:
        names = list(found["document_id"].unique())
        raise AnalysisError(
            f"{len(names)} documents have a question {question!r}: "
            f"say which, such as document={names[0]!r}."
        )
    return next(found.itertuples())


def _only(tables: Tables, document_id: str) -> dict[str, pd.DataFrame]:
    return {name: frame[frame["document_id"] == document_id] for name, frame in tables.items()}
