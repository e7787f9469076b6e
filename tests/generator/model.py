"""A made-up document: what it says (the gold) and the blocks in which it is laid out."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Literal

Role = Literal[
    "banner",  # a line of the masthead
    "number",  # the number of the publication in the masthead
    "heading",  # of the document
    "intro",  # who asks whom; who answers
    "section",  # a heading above questions
    "context",  # the asker's introduction
    "bullet",  # a question in the letter that asks
    "question_mark",  # 'Vraag 1'
    "question",
    "answer_mark",  # 'Antwoord 1'
    "answer",
    "item",  # of a list in an answer
    "closing",  # what follows the last answer
]


@dataclass(frozen=True)
class Block:
    """A paragraph or line. A note is marked in the text as ``⟦3⟧``, the number of the note.

    ``joined`` says that a marker and the text after it stand on one line: ``1. Bent u …``.
    """

    role: Role
    text: str
    joined: bool = False


@dataclass(frozen=True)
class Question:
    """A question; no text where the document does not tell it from its neighbours.

    ``fracties``: who asks it, where its words say so; ``None`` where they do not.
    """

    number: int
    text: str | None
    fracties: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Answer:
    """An answer, the numbers it answers, and the devices that were planted in it."""

    numbers: tuple[int, ...]
    text: str
    devices: tuple[str, ...] = ()


@dataclass
class Gold:
    """What must come out."""

    kind: str
    chamber: str
    questions: list[Question] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    askers: list[tuple[str, str | None]] = field(default_factory=list)  # fractie, member
    asked_on: date | None = None
    answered_on: date | None = None
    document_number: str | None = None
    ministry: str = ""
    faults: dict[str, list[int]] = field(default_factory=dict)

    @property
    def unanswered(self) -> list[int]:
        """Numbers of the questions that no answer names."""
        answered = {number for answer in self.answers for number in answer.numbers}
        return sorted({q.number for q in self.questions} - answered)

    def as_json(self) -> dict[str, Any]:
        """Return the gold in plain lists and texts."""
        plain = asdict(self) | {"unanswered": self.unanswered}
        for name in ("asked_on", "answered_on"):
            plain[name] = plain[name].isoformat() if plain[name] else None
        return plain


@dataclass
class Layout:
    """How a document looks, beyond its words."""

    furniture: tuple[str, ...] = ()  # the lines at the foot of each page
    bold: Literal["nothing", "markers", "questions", "answers"] = "nothing"


@dataclass
class Document:
    """A document that can be written in several formats."""

    name: str
    blocks: list[Block]
    gold: Gold
    layout: Layout
