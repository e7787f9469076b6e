"""Questions and answers out of the paragraphs of a document, each paragraph in one place only."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from analysis.parsing.groups import split_group
from analysis.parsing.letter import (
    Letter,
    is_comparable,
    looks_like_heading,
    start_of_headings,
)
from analysis.parsing.names import fractie_heading, is_asking
from analysis.parsing.paragraphs import Paragraph, is_finished
from analysis.parsing.passage import join
from analysis.parsing.records import Answer, Finding, Question

# What stands behind the last question or answer: the asker's explanation, and the signature.
_CLOSING = re.compile(
    r"^(?:Toelichting(?::|$)|Hoogachtend\b|Deze vragen dienen ter aanvulling\b"
    r"|(?:De\s+)?(?:[Mm]inister|[Ss]taatssecretaris)\s[^.?!:;]{3,120},"
    r"(?:\s+[A-Z][\w.’'-]*(?:\s+[\w.’'-]+){0,5})?$)"
)


_NOTICE = re.compile(
    r"\bniet\s*binnen\s*(?:de\s*|een\s*)?(?:\w+\s+){0,3}termijn|\breden\s+van\s+het\s+uitstel\b"
    r"|\bzo\s+spoedig\s+mogelijk\b.*\b(?:beantwoord|antwoorden|toekomen)"
    r"|^(?:Hierbij|Hiermee)\s+(?:deel|bericht|meld|laat)\s+ik\b",
    re.IGNORECASE,
)


def is_notice(text: str) -> bool:
    """Tell whether a paragraph says that the questions are answered later, or elsewhere."""
    return not text.endswith("?") and bool(_NOTICE.search(text))


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


def dialogue_of(paragraphs: list[Paragraph]) -> Dialogue:
    """Put every paragraph in its place: front, heading, introduction, question or answer.

    Parameters
    ----------
    paragraphs
        The paragraphs of a document in reading order.

    Returns
    -------
    Dialogue
        Without questions where the document has no marker of a question or an answer.
    """
    first = next((i for i, p in enumerate(paragraphs) if p.marker), None)
    if first is None:
        return Dialogue(front=paragraphs)
    front, letter = _front(paragraphs, first)
    reader = _Reader(Dialogue(front), letter)
    reader.introduce(paragraphs[len(front) : first])
    for start, end in _stretches(paragraphs, first):
        reader.read(paragraphs[start], paragraphs[start + 1 : end], _next(paragraphs, end))
    reader.finish()
    return reader.dialogue


def _front(paragraphs: list[Paragraph], first: int) -> tuple[list[Paragraph], Letter]:
    """Split what stands before the first marker into the front and the first introduction.

    The introduction is printed for the second time there, so it is looked for in what precedes it.
    In a document without a letter only a heading can introduce the first question.
    """
    before = paragraphs[:first]
    if not _is_letter(Letter(before), paragraphs[first:]):
        at = start_of_headings(before)
        # Lines of the masthead look like headings; they hold numbers and follow no sentence.
        masthead = any(map(str.isdigit, "".join(p.text for p in before[at:])))
        is_heading = at and is_finished(before[at - 1].text) and not masthead
        return before[: at if is_heading else None], Letter([])
    at = len(before)
    while at and _is_of_asker(before[at - 1], Letter(before[: at - 1])):
        at -= 1
    return before[:at], Letter(before[:at])


def _is_letter(front: Letter, rest: list[Paragraph]) -> bool:
    """Tell whether the questions stand in the front too; short ones prove nothing."""
    questions = [
        following
        for marker, following in pairwise(rest)
        if marker.marker and marker.marker.kind == "question" and is_comparable(following)
    ]
    return not questions or any(front.has(question) for question in questions)


def _stretches(paragraphs: list[Paragraph], first: int) -> list[tuple[int, int]]:
    starts = [i for i in range(first, len(paragraphs)) if paragraphs[i].marker]
    return list(zip(starts, [*starts[1:], len(paragraphs)], strict=True))


def _next(paragraphs: list[Paragraph], at: int) -> Paragraph | None:
    return paragraphs[at] if at < len(paragraphs) else None


def _is_of_asker(paragraph: Paragraph, letter: Letter) -> bool:
    """Tell whether a paragraph between an answer and the next question is the asker's."""
    in_letter = letter.has(paragraph) or letter.has_heading(paragraph)
    return in_letter or fractie_heading(paragraph) is not None


def _start_of_asking(content: list[Paragraph]) -> int:
    """Return where the asker speaks again behind an answer: in the name of members."""
    at = len(content)
    while at > 1 and not is_asking(content[at - 1].text):
        at -= 1
    # One who speaks has the word to the end: what follows is no answer.
    while at > 2 and is_asking(content[at - 2].text):
        at -= 1
    return at - 1 if at > 1 and is_asking(content[at - 1].text) else len(content)


class _Reader:
    """Goes through a document marker by marker and keeps what is still open."""

    def __init__(self, dialogue: Dialogue, letter: Letter) -> None:
        self.dialogue = dialogue
        self._letter = letter
        self._fractie: str | None = None
        self._section: str | None = None
        self._context: list[Paragraph] = []
        self._headings: list[Paragraph] = []  # those that no question stands under yet
        self._open: list[Question] = []
        self._in_prose = False  # whether questions begin with whose members ask them
        self._answer_read = False  # whether the last marker was that of an answer

    def introduce(self, paragraphs: list[Paragraph]) -> None:
        """Take headings and introductions; they hold for the questions that follow."""
        for paragraph in paragraphs:
            if fractie := fractie_heading(paragraph):
                # What one fractie said introduces nothing that another asks.
                self.dialogue.unplaced += self._context
                self._fractie, self._section, self._context = fractie, None, []
            elif self._letter.has_heading(paragraph) or looks_like_heading(paragraph):
                self._section = paragraph.text
                self._headings.append(paragraph)
            else:
                self._context.append(paragraph)

    def read(
        self, marker: Paragraph, content: list[Paragraph], following: Paragraph | None
    ) -> None:
        """Read what one marker opens."""
        assert marker.marker is not None
        if marker.marker.kind == "notice":
            self.dialogue.notices += self._without_closing(content)
        elif marker.marker.kind == "question":
            self._read_question(marker, content, following)
        else:
            self._read_answer(marker, content, following)

    def finish(self) -> None:
        """Account for headings and introductions after which no question came."""
        left = [*self._headings, *self._context]
        self.dialogue.unplaced += sorted(left, key=lambda paragraph: paragraph.passage.start)

    def _read_question(
        self, marker: Paragraph, content: list[Paragraph], following: Paragraph | None
    ) -> None:
        assert marker.marker is not None
        if following is None or (following.marker and following.marker.kind == "notice"):
            content = self._without_notice(self._without_closing(content))
        at = self._end_of_question(content, following)
        numbers = marker.marker.numbers or (self._due(),)
        parts = split_group(content[:at], len(numbers))
        for number, part in zip(numbers, parts, strict=True):
            self._add_question(number, part, marker)
        if printed := marker.marker.printed:
            values: dict[str, str | int] = {"printed": printed[0], "number": numbers[0]}
            start = marker.passage.start if marker.passage else None
            self.dialogue.findings.append(Finding("warning", "misprinted_number", values, start))
        self.introduce(content[at:])

    def _due(self) -> int:
        return 1 + max((question.number for question in self.dialogue.questions), default=0)

    def _end_of_question(self, content: list[Paragraph], following: Paragraph | None) -> int:
        """Return how many paragraphs are the question; headings of the next one are not."""
        at = len(content)
        if following is None or following.marker is None or following.marker.kind != "question":
            return at
        at = next((i for i in range(1, at) if fractie_heading(content[i])), at)
        while at > 1 and self._letter.has_heading(content[at - 1]):
            at -= 1
        return at

    def _add_question(
        self, number: int, content: list[Paragraph], marker: Paragraph, headless: bool = False
    ) -> None:
        passages = [p.item if headless else p.passage for p in content]
        question = Question(
            number=number,
            text=join(passages, "\n"),
            section=self._section,
            context=join([p.passage for p in self._context], "\n"),
            page=content[0].page if content else marker.page,
            fractie=self._fractie,
            headless=headless,
            occurrence=1 + sum(q.number == number for q in self.dialogue.questions),
        )
        self.dialogue.questions.append(question)
        self._in_prose = self._in_prose or bool(content and is_asking(content[0].text))
        if self._answer_read:
            self._open = []  # what an answer went by is not answered by a later bare 'Antwoord'
        self._open.append(question)
        self._context, self._headings, self._answer_read = [], [], False

    def _read_answer(
        self, marker: Paragraph, content: list[Paragraph], following: Paragraph | None
    ) -> None:
        assert marker.marker is not None
        self._answer_read = True
        questions = self._answered(marker.marker.numbers)
        self._open = [question for question in self._open if question not in questions]
        if following is None:
            content = self._without_closing(content)
        at = self._end_of_answer(content)
        text = join([p.passage for p in content[:at]], "\n")
        if questions and text:
            self.dialogue.answers.append(Answer(questions, text, content[0].page))
            self._report_unknown(marker.marker.numbers, questions, text.start)
        elif text:
            self._report_orphan(text.start, content[:at])
        else:
            self._report_empty(marker)
        self._between(content[at:], following)

    def _answered(self, numbers: tuple[int, ...]) -> tuple[Question, ...]:
        """Return the questions that an answer is to: those it names, else all that are open."""
        if not numbers:
            return tuple(self._open)
        # Where a number occurs again, the first that is still open is meant, else the latest.
        meant = {q.number: q for q in [*self.dialogue.questions, *reversed(self._open)]}
        return tuple(meant[number] for number in numbers if number in meant)

    def _report_unknown(
        self, numbers: tuple[int, ...], questions: tuple[Question, ...], start: int
    ) -> None:
        known = {question.number for question in questions}
        unknown = [str(number) for number in numbers if number not in known]
        if unknown:
            values: dict[str, str | int] = {"numbers": ", ".join(unknown)}
            self.dialogue.findings.append(Finding("error", "unknown_numbers", values, start))

    def _report_empty(self, marker: Paragraph) -> None:
        start = marker.passage.start if marker.passage else None
        self.dialogue.findings.append(Finding("error", "answer_without_text", start=start))

    def _report_orphan(self, start: int, content: list[Paragraph]) -> None:
        self.dialogue.unplaced += content
        self.dialogue.findings.append(Finding("error", "answer_without_question", start=start))

    def _without_closing(self, content: list[Paragraph]) -> list[Paragraph]:
        at = next((i for i, p in enumerate(content) if i and _CLOSING.match(p.text)), None)
        if at is None:
            return content
        self.dialogue.unplaced += content[at:]
        return content[:at]

    def _without_notice(self, content: list[Paragraph]) -> list[Paragraph]:
        """Take what says that the answers come later from behind the last question."""
        at = next((i for i, p in enumerate(content) if i and is_notice(p.text)), None)
        if at is None or self.dialogue.answers:
            return content
        self.dialogue.notices += content[at:]
        return content[:at]

    def _end_of_answer(self, content: list[Paragraph]) -> int:
        """Return how many paragraphs are the answer; what follows them is the asker's."""
        if not self._letter:
            at = next((i for i in range(1, len(content)) if fractie_heading(content[i])), None)
            end = start_of_headings(content[:at]) or min(len(content), 1)
            asked = _start_of_asking(content[:end]) if self._in_prose else end
            return start_of_headings(content[:asked]) or min(len(content), 1)
        at = len(content)
        while at > 1 and self._is_of_asker(content, at):
            at -= 1
        return at

    def _is_of_asker(self, content: list[Paragraph], at: int) -> bool:
        paragraph = content[at - 1]
        if _is_of_asker(paragraph, self._letter):
            return True
        # A bullet too short to be found by its words is the asker's when its neighbours are.
        return bool(paragraph.bullet and self._letter.has(content[at - 2]))

    def _between(self, content: list[Paragraph], following: Paragraph | None) -> None:
        """Read what stands between an answer and the next marker.

        Where that marker is of an answer to a number that was not asked yet, the bullets at the
        end are that question.
        """
        marker = following.marker if following else None
        if marker and marker.kind == "answer" and not marker.numbers and self._in_prose:
            # An answer to a question whose number is not printed: the one that is due.
            at = next((i for i, p in enumerate(content) if is_asking(p.text)), len(content))
            self.introduce(content[:at])
            if at < len(content):
                self._add_question(self._due(), content[at:], content[at], headless=True)
            return
        asked = {question.number for question in self.dialogue.questions}
        new = [n for n in marker.numbers if n not in asked] if marker else []
        if marker is None or following is None or marker.kind == "question" or not new:
            self.introduce(content)
            return
        at = len(content)
        while at and content[at - 1].bullet:
            at -= 1
        self.introduce(content[:at])
        for number in new:
            self._add_question(number, content[at:], following, headless=True)
