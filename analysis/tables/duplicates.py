"""The same document in two files, or in two formats: it is taken once."""

from __future__ import annotations

import re
import sqlite3
from typing import Any

from rapidfuzz import fuzz

from analysis.tables.rows import Rows
from analysis.tables.text_rows import Row

_SAMPLE = 400  # letters of the questions, and of the answers, that are compared
_LIKENESS = 95.0  # of 100; formats differ in hyphens, notes and spaces
_OPENING = 40  # letters of the first question that two candidates have in common
_SAID = ("kind", "document_number", "asked_on", "answered_on")

_MAKE = """
    PRAGMA journal_mode = OFF;
    BEGIN;
    CREATE TABLE taken (
        document_id, sha256, kind, document_number, asked_on, answered_on,
        n_questions, n_answers, opening, questions, answers
    );
    CREATE INDEX by_sha256 ON taken (sha256);
    CREATE INDEX by_number ON taken (document_number, n_questions, n_answers);
    CREATE INDEX by_opening ON taken (opening, n_questions, n_answers);
"""
_ADD = """
    INSERT INTO taken VALUES (
        :document_id, :sha256, :kind, :document_number, :asked_on, :answered_on,
        :n_questions, :n_answers, :opening, :questions, :answers
    )
"""
_SAME_FILE = "SELECT document_id FROM taken WHERE sha256 = :sha256"
# Of as many questions and answers, and nothing that both say of themselves differs: to compare with
# what is absent gives no truth value. Each of the two conditions on the first line has an index.
_CANDIDATES = """
    SELECT document_id, questions, answers FROM taken
    WHERE (document_number = :document_number OR opening = :opening)
    AND n_questions = :n_questions AND n_answers = :n_answers
    AND coalesce(kind = :kind, TRUE)
    AND coalesce(document_number = :document_number, TRUE)
    AND coalesce(asked_on = :asked_on, TRUE)
    AND coalesce(answered_on = :answered_on, TRUE)
    ORDER BY rowid
"""


class Duplicates:
    """Remembers the documents that were taken, by a few hundred letters of each.

    They are kept in a temporary database on disk and not in memory, which would grow with their
    number; the database is gone when it is closed. To be used in a ``with`` statement.
    """

    def __init__(self) -> None:
        self._taken = sqlite3.connect("", isolation_level=None)
        self._taken.executescript(_MAKE)

    def __enter__(self) -> Duplicates:
        return self

    def __exit__(self, *_: object) -> None:
        self._taken.close()

    def taken_as(self, rows: Rows) -> str | None:
        """Return under which name a document was taken before; else remember it.

        Two files hold the same document where nothing that both say of themselves (kind, number,
        dates) differs and their questions and answers begin the same, but for hyphens, notes and
        spaces. A document and the notice that put it off have the same questions, and differ in
        kind.

        Parameters
        ----------
        rows
            The rows of one document.

        Returns
        -------
        str or None
            ``document_id`` of the one that was taken; ``None`` where this one is to be taken.
        """
        this = _described(rows)
        if same := self._taken.execute(_SAME_FILE, this).fetchone():
            return same[0]
        if this["questions"]:
            for document_id, questions, answers in self._taken.execute(_CANDIDATES, this):
                if _alike(questions, this["questions"]) and _alike(answers, this["answers"]):
                    return document_id
        self._taken.execute(_ADD, this)
        return None


def _described(rows: Rows) -> dict[str, Any]:
    """Return what is remembered of a document: the columns of the database."""
    document = rows["documents"][0]
    questions = _sample(rows["questions"])
    return {
        "document_id": document["document_id"],
        "sha256": document["sha256"],
        **{name: None if document[name] is None else str(document[name]) for name in _SAID},
        "n_questions": len(rows["questions"]),
        "n_answers": len(rows["answers"]),
        "opening": questions[:_OPENING],
        "questions": questions,
        "answers": _sample(rows["answers"]),
    }


def _alike(one: str, two: str) -> bool:
    return fuzz.ratio(one, two, score_cutoff=_LIKENESS) >= _LIKENESS


def _sample(rows: list[Row]) -> str:
    """Return the first letters and digits of some texts: what no format changes."""
    text = " ".join(row["text"] or "" for row in rows)[: 2 * _SAMPLE]
    return re.sub(r"[\W_]+", "", text.casefold())[:_SAMPLE]
