"""A parsed document as rows of the tables."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from analysis.codebook.cabinets import is_demissionary
from analysis.parsing import Record
from analysis.parsing.asks import Ask, asks_of
from analysis.parsing.notes import Note
from analysis.parsing.passage import Passage
from analysis.parsing.records import Answer, Finding, Question
from analysis.parsing.references import is_pointer_only, references_in
from analysis.reading import Source
from analysis.wording import Wording

Row = dict[str, Any]
Rows = dict[str, list[Row]]


def rows_of(source: Source, record: Record, document_id: str) -> Rows:
    """Return the rows of one document, by name of table.

    Parameters
    ----------
    source, record
        The document as read and as parsed.
    document_id
        Name under which its rows are kept.
    """
    rows: Rows = defaultdict(list)
    rows["documents"].append(_document(source, record, document_id))
    for question in record.questions:
        rows["questions"].append(_question(question, document_id))
        question_id = _question_id(document_id, question)
        rows["asks"] += _asks(question, question_id)
        rows["pieces"] += _pieces(source, question_id, question.text)
        rows["pieces"] += _pieces(source, question_id, question.context, "context")
    answer_ids = _answer_ids(document_id, record)
    for answer, answer_id in zip(record.answers, answer_ids, strict=True):
        rows["answers"].append(_answer(answer, answer_id))
        rows["references"] += _references(answer, answer_id)
        rows["pieces"] += _pieces(source, answer_id, answer.text)
    rows["question_answers"] += _question_answers(record, document_id, answer_ids)
    rows["askers"] += [
        {
            "question_id": _question_id(document_id, asker.question),
            "fractie": asker.fractie,
            "member": asker.member,
            "role": asker.role,
        }
        for asker in record.askers
    ]
    owners = list(_owners(record, document_id, answer_ids))
    note_ids = _note_ids(document_id, record.notes)
    rows["notes"] += [
        _note(note, note_id, _owner_of(note.anchor_at, source.text, owners))
        for note, note_id in zip(record.notes, note_ids, strict=True)
    ]
    rows["committee_members"] += [
        {"committee": m.committee, "member": m.member, "fractie": m.fractie, "role": m.role}
        for m in record.committee_members
    ]
    rows["findings"] += [finding_row(finding, document_id) for finding in record.findings]
    for table in rows.values():
        for row in table:
            row["document_id"] = document_id
    return rows


def finding_row(finding: Finding, document_id: str) -> Row:
    """Return the row of a finding, with its sentence in Dutch."""
    return {
        "document_id": document_id,
        "severity": finding.severity,
        "code": finding.code,
        "message": Wording("nl").say(f"findings.{finding.code}", **finding.values),
        "details": json.dumps(finding.values, sort_keys=True) if finding.values else None,
        "start": finding.start,
    }


def _question_id(document_id: str, question: Question) -> str:
    again = f".{question.occurrence}" if question.occurrence > 1 else ""
    return f"{document_id}#{question.number}{again}"


def _answer_ids(document_id: str, record: Record) -> list[str]:
    """Name each answer after the lowest number that it answers; a name in use gets a suffix."""
    names: list[str] = []
    used: Counter[int] = Counter()
    for answer in record.answers:
        number = min(answer.numbers)
        used[number] += 1
        again = f".{used[number]}" if used[number] > 1 else ""
        names.append(f"{document_id}/a{number}{again}")
    return names


def _document(source: Source, record: Record, document_id: str) -> Row:
    header = record.header
    return {
        "document_id": document_id,
        "source": source.name,
        "sha256": source.sha256,
        "kind": header.kind,
        "chamber": header.chamber,
        "document_number": header.document_number,
        "dossier": header.dossier,
        "title": header.title,
        "reference": header.reference,
        "respondent": header.respondent,
        "co_respondents": "; ".join(header.co_respondents) or None,
        "asked_on": header.asked_on,
        "due_on": header.due_on,
        "answered_on": header.answered_on,
        **of_dates(header.asked_on, header.answered_on),
    }


def of_dates(asked_on: date | None, answered_on: date | None) -> Row:
    """Return what follows from the days of a document: the term, and the cabinet's status."""
    return {
        "response_days": _days(asked_on, answered_on),
        "cabinet_demissionary": is_demissionary(answered_on),
    }


def _days(first: date | None, last: date | None) -> int | None:
    return (last - first).days if first and last and last >= first else None


def _question(question: Question, document_id: str) -> Row:
    return {
        "question_id": _question_id(document_id, question),
        "number": question.number,
        "section": question.section,
        "text": question.text.text or None,
        "context": question.context.text or None,
        **_place(question.text),
        "page": question.page,
    }


def _asks(question: Question, question_id: str) -> list[Row]:
    return [
        {
            **_ask(ask, rank, question_id),
            "start": question.text.place(ask.start),
            "end": question.text.place(ask.end - 1) + 1,
        }
        for rank, ask in enumerate(asks_of(question.text.text), start=1)
    ]


def asks_rows(
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


def _ask(ask: Ask, rank: int, question_id: str) -> Row:
    return {
        "question_id": question_id,
        "ask_id": f"{question_id}-{rank}",
        "text": ask.text,
        "kind": ask.kind,
        "conditional": ask.conditional,
    }


def _answer(answer: Answer, answer_id: str) -> Row:
    return {
        "answer_id": answer_id,
        "text": answer.text.text,
        **_place(answer.text),
        "page": answer.page,
    }


def _place(passage: Passage) -> Row:
    start, end = (passage.start, passage.end) if passage else (None, None)
    return {"n_words": passage.n_words, "start": start, "end": end}


def _references(answer: Answer, answer_id: str) -> list[Row]:
    return [
        {
            "answer_id": answer_id,
            "kind": reference.kind,
            "target": reference.target,
            "start": answer.text.place(reference.start),
            "end": answer.text.place(reference.end - 1) + 1,
        }
        for reference in references_in(answer.text.text)
    ]


def _question_answers(record: Record, document_id: str, answer_ids: list[str]) -> Iterator[Row]:
    """Yield which answer each question got, and which one a mere pointer leads to."""
    answer_to = {
        question.number: answer_id
        for answer, answer_id in zip(record.answers, answer_ids, strict=True)
        for question in answer.questions
    }
    for answer, answer_id in zip(record.answers, answer_ids, strict=True):
        relation = "joint" if len(answer.questions) > 1 else "own"
        targets = {answer_to[n] for n in _pointed_at(answer) if n in answer_to} - {answer_id}
        for question in answer.questions:
            question_id = _question_id(document_id, question)
            yield {"question_id": question_id, "answer_id": answer_id, "relation": relation}
            for target in sorted(targets):
                yield {"question_id": question_id, "answer_id": target, "relation": "referred"}


def _pointed_at(answer: Answer) -> list[int]:
    if not is_pointer_only(answer.text.text):
        return []
    return [int(r.target) for r in references_in(answer.text.text) if r.kind == "answer"]


def _owners(
    record: Record, document_id: str, answer_ids: list[str]
) -> Iterator[tuple[str, Passage]]:
    for question in record.questions:
        for passage in (question.text, question.context):
            if passage:
                yield _question_id(document_id, question), passage
    for answer, answer_id in zip(record.answers, answer_ids, strict=True):
        yield answer_id, answer.text


def _note_ids(document_id: str, notes: list[Note]) -> list[str]:
    """Name each note after its number; notes that share one (``1`` and ``1)``) get a suffix."""
    used: Counter[int] = Counter()
    names = []
    for note in notes:
        used[note.number] += 1
        again = f".{used[note.number]}" if used[note.number] > 1 else ""
        names.append(f"{document_id}/n{note.number}{again}")
    return names


def _note(note: Note, note_id: str, anchor_id: str | None) -> Row:
    return {
        "note_id": note_id,
        "marker": str(note.number),
        "text": note.passage.text or None,
        "urls": " ".join(note.urls) or None,
        "anchor_id": anchor_id,
        "anchor_at": note.anchor_at,
    }


def _owner_of(at: int | None, text: str, owners: list[tuple[str, Passage]]) -> str | None:
    """Return whose text a footnote marker stands in, or directly behind."""
    if at is None:
        return None
    for owner_id, passage in owners:
        if passage.start <= at and not text[passage.end : at].strip():
            return owner_id
    return None


def _pieces(source: Source, owner_id: str, passage: Passage, part: str = "text") -> Iterator[Row]:
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
