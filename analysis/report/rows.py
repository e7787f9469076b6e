"""The tables as rows by document, grouped once, so that many documents take no longer each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from analysis.summaries.quality import findings_in
from analysis.wording import Wording

Row = dict[str, Any]
Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True)
class DocumentRows:
    """The rows of one document, in the order of the tables; absent values are None.

    Attributes
    ----------
    document
        Its own row.
    questions, answers, question_answers, askers, notes
        Its rows of these tables.
    pieces
        Its rows of that table that belong to a text with a footnote.
    remarks
        What the reconciliation remarked: ``severity`` and ``message``, in the language asked for.
    """

    document: Row
    questions: list[Row] = field(default_factory=list)
    answers: list[Row] = field(default_factory=list)
    question_answers: list[Row] = field(default_factory=list)
    askers: list[Row] = field(default_factory=list)
    notes: list[Row] = field(default_factory=list)
    pieces: list[Row] = field(default_factory=list)
    remarks: list[Row] = field(default_factory=list)


def rows_by_document(tables: Tables, wording: Wording) -> list[DocumentRows]:
    """Return the rows of each document, in the order in which documents are listed.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        All tables.
    wording : Wording
        The language of the remarks.

    Returns
    -------
    list of DocumentRows
        By the day of the answer, those without a day last, and then by id.
    """
    anchored = tables["pieces"]["owner_id"].isin(tables["notes"]["anchor_id"].dropna())
    frames = {
        "questions": tables["questions"],
        "answers": tables["answers"],
        "question_answers": tables["question_answers"],
        "askers": tables["askers"],
        "notes": tables["notes"],
        "pieces": tables["pieces"][anchored],
        "remarks": findings_in(tables, wording),
    }
    parts = {name: grouped(records(frame), "document_id") for name, frame in frames.items()}
    documents = tables["documents"].sort_values(["answered_on", "document_id"])
    return [
        DocumentRows(
            row, **{name: rows.get(row["document_id"], []) for name, rows in parts.items()}
        )
        for row in records(documents)
    ]


def records(frame: pd.DataFrame) -> list[Row]:
    """Return the rows of a table, with None for what is absent."""
    return frame.astype(object).where(frame.notna(), None).to_dict("records")


def grouped(rows: Iterable[Row], key: str) -> dict[Any, list[Row]]:
    """Return rows by the value of a column, each group in the order of the rows."""
    groups: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return dict(groups)
