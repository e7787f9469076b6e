"""Small tables written by hand, for tests that count by hand."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis.parsing.asks import asks_of
from analysis.schema import TABLES
from analysis.tables.checks import as_declared, check_references

Tables = dict[str, pd.DataFrame]


def tables_of(
    questions: list[dict[str, Any]],
    answers: list[dict[str, Any]],
    documents: list[dict[str, Any]] | None = None,
    members: list[dict[str, Any]] | None = None,
) -> Tables:
    """Return all tables of some documents.

    Parameters
    ----------
    questions
        ``number``, and optionally ``document`` (default ``d``), ``text``, ``section``, ``asked``
        and ``joined`` (lists of fracties).
    answers
        ``to`` (numbers of questions), ``text``, and optionally ``document``.
    documents
        Columns of the table documents by name; ``document_id`` is needed.
    members
        Rows of the table committee_members without the document.
    """
    documents = documents or [{"document_id": "d"}]
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    for document in documents:
        blank = dict.fromkeys(TABLES["documents"].column_names)
        rows["documents"].append({**blank, "source": "d.txt", "sha256": "0", **document})
    for question in questions:
        _add_question(rows, question)
    for answer in answers:
        _add_answer(rows, answer)
    rows["committee_members"] = [{"document_id": "d", **member} for member in members or []]
    tables = {name: as_declared(name, pd.DataFrame(rows[name])) for name in TABLES}
    check_references(tables)
    return tables


def _add_question(rows: dict[str, list[dict[str, Any]]], question: dict[str, Any]) -> None:
    document_id, text = question.get("document", "d"), question.get("text", "Is dat zo?")
    question_id = f"{document_id}#{question['number']}"
    rows["questions"].append(
        {
            "document_id": document_id,
            "question_id": question_id,
            "number": question["number"],
            "section": question.get("section"),
            "text": text,
            "context": None,
            "restated": None,
            "n_words": len(text.split()),
            "start": 0,
            "end": len(text),
            "page": None,
        }
    )
    rows["asks"] += [
        {
            "document_id": document_id,
            "question_id": question_id,
            "ask_id": f"{question_id}-{rank}",
            "text": ask.text,
            "kind": ask.kind,
            "conditional": ask.conditional,
            "start": ask.start,
            "end": ask.end,
        }
        for rank, ask in enumerate(asks_of(text), start=1)
    ]
    for role in ("asked", "joined"):
        rows["askers"] += [
            {
                "document_id": document_id,
                "question_id": question_id,
                "fractie": fractie,
                "member": None,
                "role": role,
            }
            for fractie in question.get(role, [])
        ]


def _add_answer(rows: dict[str, list[dict[str, Any]]], answer: dict[str, Any]) -> None:
    document_id, text, numbers = answer.get("document", "d"), answer["text"], answer["to"]
    answer_id = f"{document_id}/a{min(numbers)}"
    rows["answers"].append(
        {
            "document_id": document_id,
            "answer_id": answer_id,
            "text": text,
            "n_words": len(text.split()),
            "start": 0,
            "end": len(text),
            "page": None,
        }
    )
    rows["question_answers"] += [
        {
            "document_id": document_id,
            "question_id": f"{document_id}#{number}",
            "answer_id": answer_id,
            "relation": "joint" if len(numbers) > 1 else "own",
        }
        for number in numbers
    ]
