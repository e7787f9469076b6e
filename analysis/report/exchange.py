"""The questions and answers of one document as its page shows them."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from markupsafe import Markup

from analysis.codebook.devices import categories, category
from analysis.measures.evasiveness import find_devices
from analysis.publishing.findings import EvidenceId
from analysis.report.evidence import Link, anchor, name_of
from analysis.report.footnotes import Footnotes, Note
from analysis.report.marking import Mark, text_html
from analysis.report.rows import DocumentRows, Row, grouped
from analysis.summaries.answers import number_ranges
from analysis.wording import Wording

_COLOURS = 6  # in the style sheet


@dataclass(frozen=True)
class Passage:
    """A question's or answer's name, place on the page, words, place in the source and notes."""

    name: str
    anchor: str
    html: Markup
    place: str
    notes: list[Note]


@dataclass(frozen=True)
class Answer(Passage):
    """An answer, with the answers that it points to and the devices found in it."""

    referred: list[Link]
    devices: tuple[str, ...]


@dataclass(frozen=True)
class Question(Passage):
    """A question: who asked it, its introduction, the answers below it and those elsewhere."""

    label: str
    askers: str
    context: Markup
    restated: Markup
    answers: list[Answer]
    elsewhere: list[Link]


@dataclass(frozen=True)
class Section:
    """The questions under a heading of the document; None where it has none."""

    heading: str | None
    numbers: str
    questions: list[Question]


class Exchange:
    """What was asked and answered in a document.

    Parameters
    ----------
    rows
        The rows of the document.
    text
        The document as read, for the lines that places are on.
    wording
        The language of all that is not the document's own text.
    """

    def __init__(self, rows: DocumentRows, text: str, wording: Wording) -> None:
        self._wording = wording
        self._rows = rows
        self._line_ends = [match.start() for match in re.finditer("\n", text)]
        self._number = {row["question_id"]: row["number"] for row in rows.questions}
        self._question_text = {row["question_id"]: row["text"] or "" for row in rows.questions}
        self._askers = grouped(rows.askers, "question_id")
        self._footnotes = Footnotes(rows.notes, rows.pieces, wording)
        direct = [row for row in rows.question_answers if row["relation"] != "referred"]
        referred = [row for row in rows.question_answers if row["relation"] == "referred"]
        self._asked_of = {
            answer_id: [row["question_id"] for row in links]
            for answer_id, links in grouped(direct, "answer_id").items()
        }
        self._answers_to = grouped(direct, "question_id")
        self._referred = grouped(referred, "question_id")

    @cached_property
    def sections(self) -> list[Section]:
        """The questions in the order of the document, by the heading they stand under."""
        sections = []
        for heading, run in groupby(self._rows.questions, key=lambda row: row["section"]):
            rows = list(run)
            numbers = number_ranges([row["number"] for row in rows])
            sections.append(Section(heading, numbers, [self._question(row) for row in rows]))
        return sections

    @cached_property
    def loose(self) -> list[Answer]:
        """Answers that are to no question of the document."""
        return [
            self._answers[row["answer_id"]]
            for row in self._rows.answers
            if row["answer_id"] not in self._asked_of
        ]

    @cached_property
    def devices(self) -> list[tuple[str, list[Link]]]:
        """The name of each device that was found, with the answers it was found in."""
        answers: dict[str, list[Link]] = {}
        for answer_id, answer in self._answers.items():
            for name in answer.devices:
                answers.setdefault(name, []).append(self._link(answer_id))
        return list(answers.items())

    def colour(self, name: str) -> str:
        """Return the class of the colour in which a device of that name is marked."""
        language = self._wording.language
        return next((_colour(one.code) for one in categories() if one.name[language] == name), "")

    @cached_property
    def _answers(self) -> dict[str, Answer]:
        return {row["answer_id"]: self._answer(row) for row in self._rows.answers}

    @cached_property
    def _printed_at(self) -> dict[str, str]:
        """The question below which each answer is printed: the last of those it is to."""
        last: dict[str, str] = {}
        for row in self._rows.questions:
            for link in self._answers_to.get(row["question_id"], []):
                last[link["answer_id"]] = row["question_id"]
        return last

    def _question(self, row: Row) -> Question:
        id_ = row["question_id"]
        answer_ids = dict.fromkeys(link["answer_id"] for link in self._answers_to.get(id_, []))
        here = [answer for answer in answer_ids if self._printed_at[answer] == id_]
        parts = EvidenceId.of(id_)
        return Question(
            **self._passage(row, id_, _capital(name_of(id_, self._wording))),
            label=parts.cited() if parts else id_,
            askers=self._askers_of(id_),
            context=text_html(row["context"] or "", (), self._footnotes.marks(id_, "context")),
            restated=text_html(row["restated"] or "", (), self._footnotes.marks(id_, "restated")),
            answers=[self._answers[answer] for answer in here],
            elsewhere=[self._link(answer) for answer in answer_ids if answer not in here],
        )

    def _answer(self, row: Row) -> Answer:
        id_, text = row["answer_id"], row["text"]
        asked = self._asked_of.get(id_, [])
        hits = find_devices(text, "\n".join(self._question_text[question] for question in asked))
        language = self._wording.language
        marks = [
            Mark(
                hit.start, hit.end, (category(hit.category).name[language],), _colour(hit.category)
            )
            for hit in hits
        ]
        targets = dict.fromkeys(
            link["answer_id"] for question in asked for link in self._referred.get(question, [])
        )
        return Answer(
            **self._passage(row, id_, _capital(self._answer_name(id_)), marks),
            referred=[self._link(target) for target in targets],
            devices=tuple(dict.fromkeys(label for mark in marks for label in mark.labels)),
        )

    def _passage(self, row: Row, id_: str, name: str, marks: Iterable[Mark] = ()) -> dict[str, Any]:
        html = text_html(row["text"] or "", marks, self._footnotes.marks(id_, "text"))
        return {
            "name": name,
            "anchor": anchor(id_),
            "html": html,
            "place": self._place(row),
            "notes": self._footnotes.of(id_),
        }

    def _answer_name(self, id_: str) -> str:
        numbers = [self._number[question] for question in self._asked_of.get(id_, [])]
        return name_of(id_, self._wording, numbers)

    def _link(self, answer_id: str) -> Link:
        return Link(self._answer_name(answer_id), f"#{anchor(answer_id)}")

    def _askers_of(self, question_id: str) -> str:
        """Return who asked a question and who joined, in words."""
        rows = self._askers.get(question_id, [])
        say = self._wording.say
        names = {
            role: _names([row for row in rows if row["role"] == role])
            for role in ("asked", "joined")
        }
        parts = []
        if names["asked"]:
            parts.append(say("report.document.asked", names=self._wording.join(names["asked"])))
        if joined := names["joined"]:
            names_joined = self._wording.join(joined)
            parts.append(say("report.document.joined", n=len(joined), names=names_joined))
        return "; ".join(parts) or say("report.document.asker_unknown")

    def _place(self, row: Row) -> str:
        """Return the length of a passage and where it stands in the document."""
        say = self._wording.say
        parts = [self._wording.count(row["n_words"], "report.document.word")]
        if row["page"] is not None:
            parts.append(say("report.document.page", page=row["page"]))
        if row["start"] is not None and row["end"] is not None:
            line = bisect_left(self._line_ends, row["start"]) + 1
            place = {"start": row["start"], "end": row["end"], "line": line}
            parts.append(say("report.document.place", **place))
        return " · ".join(parts)


def _colour(code: str) -> str:
    """Return one of six colours for a category: by its place in the codebook."""
    codes = [one.code for one in categories()]
    return f"c{codes.index(code) % _COLOURS + 1}"


def _names(rows: list[Row]) -> list[str]:
    """Return fracties, each once, with their members in brackets where these are known.

    Members of whom the fractie is not known stand by themselves.
    """
    names: list[str] = []
    for fractie, group in grouped(rows, "fractie").items():
        members = [row["member"] for row in group if row["member"]]
        if not fractie:
            names += members
        else:
            names.append(f"{fractie} ({', '.join(members)})" if members else fractie)
    return names


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
