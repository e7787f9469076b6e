"""What was read from a document against what is in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from analysis.tables.rows import Rows
from tests.generator.model import Gold


def differences(gold: Gold, rows: Rows) -> list[str]:
    """Return in sentences what differs between a document and its rows; empty where nothing does.

    Words are compared one by one; white space and the signs of list items are not.
    """
    return [
        *_document(gold, rows["documents"][0]),
        *_questions(gold, rows),
        *_answers(gold, rows),
        *_askers(gold, rows),
        *_notes(gold, rows),
        *_faults(gold, rows),
    ]


def _document(gold: Gold, row: dict[str, Any]) -> Iterator[str]:
    for name in ("kind", "chamber", "document_number", "asked_on", "answered_on"):
        wanted = getattr(gold, name)
        if wanted is not None and row[name] != wanted:
            yield f"{name}: {row[name]} for {wanted}"


def _questions(gold: Gold, rows: Rows) -> Iterator[str]:
    found = [row["number"] for row in rows["questions"]]
    wanted = [question.number for question in gold.questions]
    if found != wanted:
        yield f"numbers: {found} for {wanted}"
        return
    for question, row in zip(gold.questions, rows["questions"], strict=True):
        if question.text is not None and _words(row["text"]) != _words(question.text):
            yield f"question {question.number}: {row['text']!r} for {question.text!r}"


def _answers(gold: Gold, rows: Rows) -> Iterator[str]:
    number = {row["question_id"]: row["number"] for row in rows["questions"]}
    to: dict[str, list[int]] = {row["answer_id"]: [] for row in rows["answers"]}
    for link in rows["question_answers"]:
        if link["relation"] != "referred":
            to[link["answer_id"]].append(number[link["question_id"]])
    found = [(tuple(to[row["answer_id"]]), row["text"]) for row in rows["answers"]]
    wanted = [(answer.numbers, answer.text) for answer in gold.answers]
    if [numbers for numbers, _ in found] != [numbers for numbers, _ in wanted]:
        yield f"answers to {[n for n, _ in found]} for {[n for n, _ in wanted]}"
        return
    for (numbers, text), (_, right) in zip(found, wanted, strict=True):
        if _words(text) != _words(right):
            yield f"answer to {numbers}: {text!r} for {right!r}"


def _askers(gold: Gold, rows: Rows) -> Iterator[str]:
    found = {row["fractie"] for row in rows["askers"] if row["role"] == "asked"}
    wanted = {fractie for fractie, _ in gold.askers}
    if found != wanted:
        yield f"fracties: {sorted(found)} for {sorted(wanted)}"
    number = {row["question_id"]: row["number"] for row in rows["questions"]}
    by_number: dict[int, set[str]] = {}
    for row in rows["askers"]:
        by_number.setdefault(number[row["question_id"]], set()).add(row["fractie"])
    for question in gold.questions:
        who = by_number.get(question.number, set())
        if question.fracties is not None and who != set(question.fracties):
            yield f"fracties of {question.number}: {sorted(who)} for {sorted(question.fracties)}"
    named = {row["member"] for row in rows["askers"]} - {None}
    members = {member for _, member in gold.askers} - {None}
    if named != members:
        yield f"members: {sorted(named)} for {sorted(members)}"


def _notes(gold: Gold, rows: Rows) -> Iterator[str]:
    found = [_words(row["text"]) for row in rows["notes"]]
    wanted = [_words(note) for note in gold.notes]
    if found != wanted:
        yield f"notes: {[row['text'] for row in rows['notes']]} for {gold.notes}"


def _faults(gold: Gold, rows: Rows) -> Iterator[str]:
    for fault, wanted in gold.faults.items():
        found = [row for row in rows["findings"] if row["code"] == f"{fault}_numbers"]
        numbers = [n for row in found for n in json.loads(row["details"])["numbers"].split(", ")]
        if numbers != [str(number) for number in wanted]:
            yield f"findings of {fault} numbers: {numbers} for {wanted}"


def _words(text: str | None) -> list[str]:
    return [word for word in (text or "").split() if word not in ("–", "•", "-")]
