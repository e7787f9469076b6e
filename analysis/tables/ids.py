"""The names of questions, answers and notes in the tables, made from the numbers they have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from analysis.parsing.records import Question, Record


def question_id_of(document_id: str, question: Question) -> str:
    """Name a question after its number; where that is used again, with a suffix."""
    again = f".{question.occurrence}" if question.occurrence > 1 else ""
    return f"{document_id}#{question.number}{again}"


def answer_ids_of(document_id: str, record: Record) -> list[str]:
    """Name each answer after the lowest number that it answers; a name in use gets a suffix."""
    return _numbered(f"{document_id}/a", [min(answer.numbers) for answer in record.answers])


def note_ids_of(document_id: str, record: Record) -> list[str]:
    """Name each note after its number; notes that share one (``1`` and ``1)``) get a suffix."""
    return _numbered(f"{document_id}/n", [note.number for note in record.notes])


def _numbered(prefix: str, numbers: Iterable[int]) -> list[str]:
    used: Counter[int] = Counter()
    names = []
    for number in numbers:
        used[number] += 1
        again = f".{used[number]}" if used[number] > 1 else ""
        names.append(f"{prefix}{number}{again}")
    return names
