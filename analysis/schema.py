"""Every table, declared once: its columns, their types and what they mean.

The checks on writing and reading, the Parquet types and the data dictionary all follow from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Type = Literal["text", "integer", "date", "boolean"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes
    ----------
    name, type
        As in the file. A date has no time; an integer is a whole number.
    meaning
        What it says, for the data dictionary.
    unit
        Unit of a number, or ``None``.
    optional
        Whether it may be null. Absent is always null, never "" or 0.
    values
        The only values allowed, where these are fixed.
    refers_to
        Table whose key the values must occur in, or ``None``.
    """

    name: str
    type: Type
    meaning: str
    unit: str | None = None
    optional: bool = False
    values: tuple[str, ...] = ()
    refers_to: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what a row is, its key and its columns."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def column_names(self) -> list[str]:
        """Names of the columns, in the order of the file."""
        return [column.name for column in self.columns]


def _document() -> Column:
    return Column("document_id", "text", "The document.", refers_to="documents")


def _place(what: str, *, optional: bool = False) -> tuple[Column, Column]:
    """Columns for a place in ``texts/<document_id>.txt``, the document as read."""
    where = "as an offset in the document's text"
    return (
        Column("start", "integer", f"Where {what} begins, {where}.", "characters", optional),
        Column("end", "integer", f"Where {what} ends, {where}.", "characters", optional),
    )


def _page() -> Column:
    return Column("page", "integer", "Page it begins on; null where unknown.", optional=True)


def _words(of: str) -> Column:
    meaning = (
        f"Words of {of} as printed: pieces between white space that hold a letter or a digit. A"
        " compound cut by a line break at its own hyphen counts as the two pieces on the paper."
    )
    return Column("n_words", "integer", meaning, "words")


KINDS = ("verslag", "lijst", "nota", "aanhangsel", "brief", "vragen", "uitstel")

DOCUMENTS = Table(
    "documents",
    "document",
    ("document_id",),
    (
        Column("document_id", "text", "Stable name, made of the file name."),
        Column("source", "text", "File name."),
        Column("sha256", "text", "Checksum of the file."),
        Column("kind", "text", "Kind of document.", optional=True, values=KINDS),
        Column("chamber", "text", "Chamber that asks.", optional=True, values=("EK", "TK")),
        Column("document_number", "text", "Number of the publication.", optional=True),
        Column("dossier", "text", "Number of the dossier, without a space.", optional=True),
        Column("title", "text", "What it is about.", optional=True),
        Column("reference", "text", "Kenmerk of the questions.", optional=True),
        Column("respondent", "text", "Bewindspersoon who answers.", optional=True),
        Column(
            "co_respondents",
            "text",
            "On whose behalf as well; several are separated by '; '.",
            optional=True,
        ),
        Column("asked_on", "date", "Day of the questions.", optional=True),
        Column("due_on", "date", "Last day of the term that was asked for.", optional=True),
        Column("answered_on", "date", "Day of the answer.", optional=True),
        Column("response_days", "integer", "From asked_on to answered_on.", "days", optional=True),
        Column(
            "cabinet_demissionary",
            "boolean",
            "Whether the cabinet was demissionair on answered_on.",
            optional=True,
        ),
    ),
)

QUESTIONS = Table(
    "questions",
    "numbered question",
    ("question_id",),
    (
        _document(),
        Column("question_id", "text", "<document_id>#<number>."),
        Column("number", "integer", "As printed, or as the answer numbers it."),
        Column("section", "text", "Heading it stands under.", optional=True),
        Column("text", "text", "What stands under its number.", optional=True),
        Column("context", "text", "The asker's introduction to it.", optional=True),
        Column(
            "restated",
            "text",
            "How an answer in running text repeats it; of a joint answer, at its first question.",
            optional=True,
        ),
        _words("the question"),
        *_place("it", optional=True),
        _page(),
    ),
)

ANSWERS = Table(
    "answers",
    "answer as given; a joint answer once",
    ("answer_id",),
    (
        _document(),
        Column("answer_id", "text", "<document_id>/a<lowest number>."),
        Column("text", "text", "The answer, paragraphs separated by line ends."),
        _words("the answer"),
        *_place("it"),
        _page(),
    ),
)

QUESTION_ANSWERS = Table(
    "question_answers",
    "question and the answer it got",
    ("question_id", "answer_id", "relation"),
    (
        _document(),
        Column("question_id", "text", "The question.", refers_to="questions"),
        Column("answer_id", "text", "The answer.", refers_to="answers"),
        Column(
            "relation",
            "text",
            "own: an answer to this question alone; joint: to several; referred: the answer that"
            " its own answer, which says nothing else, points to.",
            values=("own", "joint", "referred"),
        ),
    ),
)

ASKS = Table(
    "asks",
    "thing that a question asks for",
    ("ask_id",),
    (
        _document(),
        Column("question_id", "text", "The question.", refers_to="questions"),
        Column("ask_id", "text", "<question_id>-<rank in the question>."),
        Column("text", "text", "Its words."),
        Column(
            "kind",
            "text",
            "yes_no; fact: how many, when, who, which; explanation: how, why, what one thinks;"
            " request: to send, list or do something.",
            values=("yes_no", "fact", "explanation", "request"),
        ),
        Column(
            "conditional",
            "boolean",
            "Whether it is due only if the ask before it is answered in a certain way.",
        ),
        *_place("it, or the question where that was corrected by hand", optional=True),
    ),
)

ASKERS = Table(
    "askers",
    "question and fractie",
    ("question_id", "fractie", "member", "role"),
    (
        _document(),
        Column("question_id", "text", "The question.", refers_to="questions"),
        Column(
            "fractie",
            "text",
            "Canonical name; as printed where it is not known; null where only the member is named,"
            " as the metadata of a file do.",
            optional=True,
        ),
        Column("member", "text", "Member, where printed.", optional=True),
        Column(
            "role",
            "text",
            "asked, or joined: supports the question, which does not count as asking.",
            values=("asked", "joined"),
        ),
    ),
)

NOTES = Table(
    "notes",
    "footnote",
    ("note_id",),
    (
        _document(),
        Column("note_id", "text", "<document_id>/n<number>."),
        Column("marker", "text", "As printed."),
        Column("text", "text", "Its text, as printed.", optional=True),
        Column("urls", "text", "Links printed under the notes, by white space.", optional=True),
        Column("anchor_id", "text", "Question or answer that its marker is in.", optional=True),
        Column(
            "anchor_at",
            "integer",
            "Where its marker stands, as an offset in the document's text.",
            "characters",
            optional=True,
        ),
    ),
)

COMMITTEE_MEMBERS = Table(
    "committee_members",
    "member of an asking committee, where printed",
    ("document_id", "committee", "member", "fractie"),
    (
        _document(),
        Column("committee", "text", "Name of the committee."),
        Column("member", "text", "Name of the member, as printed."),
        Column("fractie", "text", "Canonical name; as printed where it is not known."),
        Column(
            "role",
            "text",
            "Role in the committee.",
            values=("voorzitter", "ondervoorzitter", "lid"),
        ),
    ),
)

REFERENCES = Table(
    "references",
    "pointer in an answer",
    ("answer_id", "kind", "target", "start"),
    (
        _document(),
        Column("answer_id", "text", "The answer that points.", refers_to="answers"),
        Column("kind", "text", "What it points to.", values=("kamerstuk", "answer", "law", "url")),
        Column("target", "text", "Dossier and number, number of a question, law, or address."),
        *_place("the pointer"),
    ),
)

FINDINGS = Table(
    "findings",
    "remark of the reconciliation",
    (),
    (
        Column("document_id", "text", "The document; also one that could not be read."),
        Column(
            "severity",
            "text",
            "error: the tables are wrong or incomplete; warning: they may be; note: good to know.",
            values=("error", "warning", "note"),
        ),
        Column("code", "text", "Which remark."),
        Column("message", "text", "The remark in one sentence, in Dutch."),
        Column("details", "text", "What the sentence names, as JSON.", optional=True),
        Column(
            "start",
            "integer",
            "Place in the document's text, as an offset.",
            "characters",
            optional=True,
        ),
    ),
)

CORRECTIONS = Table(
    "corrections",
    "correction by hand",
    ("document_id", "item_id", "column"),
    (
        Column("document_id", "text", "The document.", refers_to="documents"),
        Column("item_id", "text", "Question or answer; null for the document.", optional=True),
        Column("column", "text", "What is corrected."),
        Column("value", "text", "What it should be; null for nothing.", optional=True),
        Column("who", "text", "Who corrected it."),
        Column("why", "text", "On what ground."),
        Column(
            "status",
            "text",
            "applied: stands in the tables; pending: about something that is judged or named"
            " later; stale: does not apply any more, since the item is gone or right by itself.",
            values=("applied", "pending", "stale"),
        ),
    ),
)

PIECES = Table(
    "pieces",
    "run of characters that a question or answer has from its document unchanged",
    ("owner_id", "part", "at"),
    (
        _document(),
        Column("owner_id", "text", "The question or answer."),
        Column("part", "text", "Which of its texts.", values=("text", "context", "restated")),
        Column("at", "integer", "Where the run begins in that text.", "characters"),
        Column("length", "integer", "Length of the run.", "characters"),
        Column("start", "integer", "Where it begins in the document's text.", "characters"),
    ),
)

TABLES = {
    table.name: table
    for table in (
        DOCUMENTS,
        QUESTIONS,
        ANSWERS,
        QUESTION_ANSWERS,
        ASKS,
        ASKERS,
        NOTES,
        COMMITTEE_MEMBERS,
        REFERENCES,
        FINDINGS,
        CORRECTIONS,
        PIECES,
    )
}
"""All tables by name, each after those that it refers to."""
