"""What a document says, before it becomes rows: one class per kind of record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from analysis.parsing.notes import Note
from analysis.parsing.paragraphs import Paragraph
from analysis.parsing.passage import Passage

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Header:
    """What a document says of itself; ``None`` where it says nothing.

    Attributes
    ----------
    kind, chamber
        For instance ``verslag`` and ``EK``.
    respondent, co_respondents
        The bewindspersoon who answers and those on whose behalf as well, as printed.
    asked_on, due_on, answered_on
        Dates of the questions, of the end of the term asked for, and of the answer.
    """

    kind: str | None = None
    chamber: str | None = None
    document_number: str | None = None
    dossier: str | None = None
    title: str | None = None
    reference: str | None = None
    respondent: str | None = None
    co_respondents: tuple[str, ...] = ()
    asked_on: date | None = None
    due_on: date | None = None
    answered_on: date | None = None


@dataclass(slots=True, eq=False)
class Question:
    """A numbered question with the heading it stands under and the asker's introduction.

    Attributes
    ----------
    occurrence
        1, or higher where the document has used the number before.
    asked_by
        The fracties under whose heading it stands, each with its members where the heading names
        them; empty without such a heading.
    restated
        The words in which an answer in running text repeats it.
    headless
        Whether the document prints no number at it; its answer gives it.
    """

    number: int
    text: Passage
    section: str | None = None
    context: Passage = field(default_factory=Passage)
    restated: Passage = field(default_factory=Passage)
    page: int | None = None
    asked_by: Mapping[str, str | None] = field(default_factory=dict)
    headless: bool = False
    occurrence: int = 1


@dataclass(slots=True)
class Answer:
    """An answer as given, with the questions that it answers; at least one."""

    questions: tuple[Question, ...]
    text: Passage
    page: int | None = None

    @property
    def numbers(self) -> tuple[int, ...]:
        """Numbers of the questions that it answers."""
        return tuple(question.number for question in self.questions)


@dataclass(frozen=True, slots=True)
class Asker:
    """A fractie (and member, where printed) that asked or joined a question.

    ``fractie`` is ``None`` where only the member is named.
    """

    question: Question
    fractie: str | None
    member: str | None
    role: Literal["asked", "joined"]


@dataclass(frozen=True, slots=True)
class CommitteeMember:
    """A member of an asking committee, as printed in its composition."""

    committee: str
    member: str
    fractie: str
    role: Literal["voorzitter", "ondervoorzitter", "lid"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark of the reconciliation.

    Attributes
    ----------
    severity
        ``error``: the tables are wrong or incomplete; ``warning``: they may be; ``note``: worth
        knowing.
    code
        Which remark; its sentence is in the wordings, under ``finding.<code>``.
    values
        What the sentence names.
    start
        Place in the source, or ``None`` where it is about the whole document.
    """

    severity: Severity
    code: str
    values: dict[str, str | int] = field(default_factory=dict)
    start: int | None = None


@dataclass(slots=True)
class Dialogue:
    """The questions and answers of a document, and what was left over.

    Attributes
    ----------
    front
        The paragraphs before the part with questions and answers.
    unplaced
        Paragraphs in that part that belong to nobody.
    notices
        What the bewindspersoon says instead of answers: that they come later, or elsewhere.
    """

    front: list[Paragraph]
    questions: list[Question] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    unplaced: list[Paragraph] = field(default_factory=list)
    notices: list[Paragraph] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class Record:
    """All that was read from one document."""

    header: Header
    questions: list[Question]
    answers: list[Answer]
    askers: list[Asker]
    notes: list[Note]
    committee_members: list[CommitteeMember]
    findings: list[Finding]
