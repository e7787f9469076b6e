"""The same document in two files is told by what it says; little of it stays in memory."""

from __future__ import annotations

import tracemalloc
from datetime import date
from typing import Any

import pytest

from analysis.tables.duplicates import Duplicates
from analysis.tables.rows import Rows

QUESTION = "Kunt u zeggen hoeveel bruggen er in de gemeente Noordveld zijn, en wie die onderhoudt? "
ANSWER = "Er zijn er negen; de gemeente onderhoudt die zelf. "


def rows(name: str, question: str = QUESTION, answers: int = 1, **said: Any) -> Rows:
    document = {"document_id": name, "sha256": name, "kind": None, "document_number": None}
    document |= {"asked_on": None, "answered_on": None, **said}
    return {
        "documents": [document],
        "questions": [{"text": question}],
        "answers": [{"text": ANSWER}] * answers,
    }


def taken(*documents: Rows) -> list[str | None]:
    with Duplicates() as duplicates:
        return [duplicates.taken_as(document) for document in documents]


@pytest.mark.parametrize(
    "other",
    [
        rows("b", sha256="a", question="Iets anders?"),
        rows("b", QUESTION.replace("zijn,", "zijn1 ,").replace("gemeente", "ge-\nmeente")),
        rows("b", kind="aanhangsel", asked_on=date(2024, 3, 1)),
        rows("b", "Nr. 5. " + QUESTION, document_number="ah-tk-1"),
    ],
    ids=["the same bytes", "hyphens and notes", "one says more", "the same number"],
)
def test_the_same_document(other: Rows) -> None:
    first = rows("a", document_number="ah-tk-1")
    assert taken(first, other) == [None, "a"]


@pytest.mark.parametrize(
    "other",
    [
        rows("b", QUESTION.replace("wie die onderhoudt", "welke daarvan dit jaar dicht zijn")),
        rows("b", kind="uitstel"),
        rows("b", asked_on=date(2024, 3, 2)),
        rows("b", answers=0),
        rows("b", document_number="ah-tk-2"),
    ],
    ids=["other words", "another kind", "another day", "not answered", "another number"],
)
def test_another_document(other: Rows) -> None:
    first = rows("a", kind="aanhangsel", asked_on=date(2024, 3, 1), document_number="ah-tk-1")
    assert taken(first, other) == [None, None]


def test_documents_without_questions_are_told_by_their_bytes_alone() -> None:
    empty = {"documents": rows("a")["documents"], "questions": [], "answers": []}
    other = {**empty, "documents": rows("b")["documents"]}
    assert taken(empty, other, empty) == [None, None, "a"]


def test_memory_does_not_grow_with_the_number_of_documents() -> None:
    with Duplicates() as duplicates:
        duplicates.taken_as(rows("first"))
        tracemalloc.start()
        try:
            for number in range(1000):
                duplicates.taken_as(rows(str(number), f"{number}: {QUESTION}", answers=3))
            kept, _ = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert kept < 20_000  # bytes; the letters of the documents alone are half a megabyte
