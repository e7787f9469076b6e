"""A parsed document as rows of the tables."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from analysis.codebook.cabinets import is_demissionary
from analysis.parsing import Record
from analysis.parsing.notes import Note
from analysis.parsing.passage import Passage
from analysis.parsing.records import Answer, Finding
from analysis.parsing.references import Reference, is_pointer_only, references_in
from analysis.reading import Source
from analysis.tables.ids import answer_ids_of, note_ids_of, question_id_of
from analysis.tables.text_rows import (
    Row,
    answer_row,
    ask_rows,
    piece_rows,
    question_row,
    reference_rows,
)
from analysis.wording import Wording
from analysis.wording.reasons import finding_sentence

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
        question_id = question_id_of(document_id, question)
        rows["questions"].append(question_row(question, question_id))
        rows["asks"] += ask_rows(question, question_id)
        rows["pieces"] += piece_rows(source, question_id, question.text)
        rows["pieces"] += piece_rows(source, question_id, question.context, "context")
        rows["pieces"] += piece_rows(source, question_id, question.restated, "restated")
    answer_ids = answer_ids_of(document_id, record)
    references = [references_in(answer.text.text, answer.numbers) for answer in record.answers]
    for answer, found, answer_id in zip(record.answers, references, answer_ids, strict=True):
        rows["answers"].append(answer_row(answer, answer_id))
        rows["references"] += reference_rows(answer, found, answer_id)
        rows["pieces"] += piece_rows(source, answer_id, answer.text)
    rows["question_answers"] += _question_answers(record, references, document_id, answer_ids)
    rows["askers"] += [
        {
            "question_id": question_id_of(document_id, asker.question),
            "fractie": asker.fractie,
            "member": asker.member,
            "role": asker.role,
        }
        for asker in record.askers
    ]
    owners = list(_owners(record, document_id, answer_ids))
    note_ids = note_ids_of(document_id, record)
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
        "message": finding_sentence(finding.code, finding.values, Wording("nl")),
        "details": json.dumps(finding.values, sort_keys=True) if finding.values else None,
        "start": finding.start,
    }


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


def _question_answers(
    record: Record, references: list[list[Reference]], document_id: str, answer_ids: list[str]
) -> Iterator[Row]:
    """Yield which answer each question got, and which one a mere pointer leads to."""
    answer_to = {
        question.number: answer_id
        for answer, answer_id in zip(record.answers, answer_ids, strict=True)
        for question in answer.questions
    }
    for answer, found, answer_id in zip(record.answers, references, answer_ids, strict=True):
        relation = "joint" if len(answer.questions) > 1 else "own"
        targets = {answer_to[n] for n in _pointed_at(answer, found) if n in answer_to} - {answer_id}
        for question in answer.questions:
            question_id = question_id_of(document_id, question)
            yield {"question_id": question_id, "answer_id": answer_id, "relation": relation}
            for target in sorted(targets):
                yield {"question_id": question_id, "answer_id": target, "relation": "referred"}


def _pointed_at(answer: Answer, references: list[Reference]) -> list[int]:
    """Return the numbers of the answers that an answer leads to, where it says nothing else."""
    numbers = [int(reference.target) for reference in references if reference.kind == "answer"]
    return numbers if numbers and is_pointer_only(answer.text.text) else []


def _owners(
    record: Record, document_id: str, answer_ids: list[str]
) -> Iterator[tuple[str, Passage]]:
    for question in record.questions:
        for passage in (question.text, question.context, question.restated):
            if passage:
                yield question_id_of(document_id, question), passage
    for answer, answer_id in zip(record.answers, answer_ids, strict=True):
        yield answer_id, answer.text


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
