"""The rows about one text: of a question or an answer, what it asks, cites and is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from analysis.parsing.asks import Ask, asks_of
from analysis.parsing.passage import Passage
from analysis.parsing.records import Answer, Question
from analysis.parsing.references import Reference
from analysis.reading import Source

Row = dict[str, Any]


def question_row(question: Question, question_id: str) -> Row:
    """Return the row of a question."""
    return {
        "question_id": question_id,
        "number": question.number,
        "section": question.section,
        "text": question.text.text or None,
        "context": question.context.text or None,
        "restated": question.restated.text or None,
        **_place(question.text),
        "page": question.page,
    }


def ask_rows(question: Question, question_id: str) -> list[Row]:
    """Return the rows of what a question asks, each with its place in the source."""
    return [
        {
            **_ask(ask, rank, question_id),
            "start": question.text.place(ask.start),
            "end": question.text.place(ask.end - 1) + 1,
        }
        for rank, ask in enumerate(asks_of(question.text.text), start=1)
    ]


def corrected_ask_rows(
    document_id: str, question_id: str, text: str, start: int | None, end: int | None
) -> list[Row]:
    """Return the rows of the asks of a text that is not that of the source.

    Parameters
    ----------
    document_id, question_id, text
        The question.
    start, end
        Place of the question in the source, which all its asks get.
    """
    place = {"document_id": document_id, "start": start, "end": end}
    return [
        {**_ask(ask, rank, question_id), **place} for rank, ask in enumerate(asks_of(text), start=1)
    ]


def answer_row(answer: Answer, answer_id: str) -> Row:
    """Return the row of an answer."""
    return {
        "answer_id": answer_id,
        "text": answer.text.text,
        **_place(answer.text),
        "page": answer.page,
    }


def reference_rows(answer: Answer, found: list[Reference], answer_id: str) -> list[Row]:
    """Return the rows of the pointers in an answer, each with its place in the source."""
    return [
        {
            "answer_id": answer_id,
            "kind": reference.kind,
            "target": reference.target,
            "start": answer.text.place(reference.start),
            "end": answer.text.place(reference.end - 1) + 1,
        }
        for reference in found
    ]


def piece_rows(
    source: Source, owner_id: str, passage: Passage, part: str = "text"
) -> Iterator[Row]:
    """Yield the rows of the runs of a text that stand in the source as they are."""
    at = 0
    for piece in passage.pieces:
        if source.text[piece.start : piece.end] == piece.text:
            yield {
                "owner_id": owner_id,
                "part": part,
                "at": at,
                "length": len(piece.text),
                "start": piece.start,
            }
        at += len(piece.text)


def _ask(ask: Ask, rank: int, question_id: str) -> Row:
    return {
        "question_id": question_id,
        "ask_id": f"{question_id}-{rank}",
        "text": ask.text,
        "kind": ask.kind,
        "conditional": ask.conditional,
    }


def _place(passage: Passage) -> Row:
    start, end = (passage.start, passage.end) if passage else (None, None)
    return {"n_words": passage.n_words, "start": start, "end": end}
