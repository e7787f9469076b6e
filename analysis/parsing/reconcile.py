"""What a document should hold against what was found in it, as findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from analysis.codebook.fracties import canonical, sat_on
from analysis.parsing.notes import Note
from analysis.parsing.records import Asker, Dialogue, Finding, Header, Question

_WITHOUT_ANSWERS = ("vragen", "uitstel")  # kinds that hold questions only


def findings_of(
    dialogue: Dialogue,
    header: Header,
    askers: list[Asker],
    notes: list[Note],
) -> list[Finding]:
    """Return what a reader should know before relying on the tables of a document.

    Returns
    -------
    list of Finding
        Errors first; the last is a note that says how many questions and answers were found.
    """
    found = [
        *dialogue.findings,
        *_numbers(dialogue),
        *_in_prose(dialogue, header),
        *_unanswered(dialogue, header),
        *_notices(dialogue),
        *_unplaced(dialogue),
        *_askers(dialogue, askers),
        *_names(askers, header),
        *_header(header),
        *_notes(notes),
    ]
    order = {"error": 0, "warning": 1, "note": 2}
    found.sort(key=lambda finding: order[finding.severity])
    return [*found, _counts(dialogue)]


def _counts(dialogue: Dialogue) -> Finding:
    joint = sum(len(answer.questions) > 1 for answer in dialogue.answers)
    numbers = [question.number for question in dialogue.questions]
    values: dict[str, str | int] = {
        "expected": max(numbers, default=0),
        "questions": len(dialogue.questions),
        "answers": len(dialogue.answers),
        "joint": joint,
    }
    return Finding("note", "counts", values)


def _numbers(dialogue: Dialogue) -> Iterator[Finding]:
    if not dialogue.questions:
        yield Finding("error", "no_questions")
        return
    counts = Counter(question.number for question in dialogue.questions)
    missing = sorted(set(range(1, max(counts) + 1)) - set(counts))
    if missing:
        # The place is that of the first question behind the gap.
        behind = [q for q in dialogue.questions if q.number > missing[0]]
        yield Finding("error", "missing_numbers", {"numbers": _list(missing)}, _start(behind))
    double = sorted(number for number, n in counts.items() if n > 1)
    if double:
        again = [q for q in dialogue.questions if q.occurrence > 1]
        yield Finding("error", "double_numbers", {"numbers": _list(double)}, _start(again))
    for question in dialogue.questions:
        number: dict[str, str | int] = {"number": question.number}
        if question.headless:
            start = question.text.start if question.text else None
            yield Finding("note", "headless_question", number, start)
        if not question.text:
            yield Finding("error", "question_without_text", number)


def _in_prose(dialogue: Dialogue, header: Header) -> Iterator[Finding]:
    """Yield that a report asks in running text only, which nothing tells from its answers."""
    if not dialogue.questions and header.kind in ("verslag", "nota"):
        asked = [p for p in dialogue.front if "?" in p.text]
        if asked:
            values: dict[str, str | int] = {"paragraphs": len(asked)}
            yield Finding("error", "questions_in_prose", values, asked[0].passage.start)


def _unanswered(dialogue: Dialogue, header: Header) -> Iterator[Finding]:
    """Yield which questions have no answer: worth knowing where none is due, else a warning."""
    answered = {id(question) for answer in dialogue.answers for question in answer.questions}
    unanswered = [q for q in dialogue.questions if id(q) not in answered]
    if unanswered:
        numbers = sorted(q.number for q in unanswered)
        severity = "note" if header.kind in _WITHOUT_ANSWERS else "warning"
        yield Finding(severity, "unanswered", {"numbers": _list(numbers)}, _start(unanswered))


def _notices(dialogue: Dialogue) -> Iterator[Finding]:
    if dialogue.notices:
        characters = sum(len(paragraph.text) for paragraph in dialogue.notices)
        start = dialogue.notices[0].passage.start
        yield Finding("note", "notice", {"characters": characters}, start)


def _start(questions: list[Question]) -> int | None:
    """Return where the first of some questions begins, if it has a text."""
    return next((q.text.start for q in questions if q.text), None)


def _unplaced(dialogue: Dialogue) -> Iterator[Finding]:
    for paragraph in dialogue.unplaced:
        characters = len(paragraph.text)
        start = paragraph.passage.start
        yield Finding("warning", "unplaced_text", {"characters": characters}, start)


def _askers(dialogue: Dialogue, askers: list[Asker]) -> Iterator[Finding]:
    known = {id(asker.question) for asker in askers}
    unknown = [q.number for q in dialogue.questions if id(q) not in known]
    if unknown:
        yield Finding("warning", "no_askers", {"numbers": _list(unknown)})
    if members := dict.fromkeys(asker.member or "" for asker in askers if asker.fractie is None):
        yield Finding("warning", "askers_in_metadata", {"members": "; ".join(members)})


def _names(askers: list[Asker], header: Header) -> Iterator[Finding]:
    day = header.asked_on or header.answered_on
    for name in dict.fromkeys(asker.fractie for asker in askers if asker.fractie is not None):
        if canonical(name) is None:
            yield Finding("warning", "unknown_fractie", {"fractie": name})
        elif day and not sat_on(name, day):
            values: dict[str, str | int] = {"fractie": name, "day": day.isoformat()}
            yield Finding("warning", "fractie_out_of_period", values)


def _header(header: Header) -> Iterator[Finding]:
    for field in ("kind", "chamber", "respondent", "asked_on", "answered_on"):
        unasked = header.kind == "vragen" and field in ("respondent", "answered_on")
        if getattr(header, field) is None and not unasked:
            yield Finding("warning", f"no_{field}")


def _notes(notes: list[Note]) -> Iterator[Finding]:
    for note in notes:
        if note.anchor_at is None:
            start = note.passage.start if note.passage else None
            yield Finding("warning", "note_without_place", {"number": note.number}, start)


def _list(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))
