"""Questions and answers out of the paragraphs of a document, each paragraph in one place only."""

from __future__ import annotations

from collections import Counter

from analysis.parsing.boundaries import (
    end_of_answer,
    end_of_question,
    start_of_asking_end,
    start_of_closing,
    start_of_notice,
)
from analysis.parsing.front import split_front
from analysis.parsing.groups import split_group
from analysis.parsing.letter import Letter, has_heading_number, looks_like_heading
from analysis.parsing.names import askers_heading, is_asking
from analysis.parsing.paragraphs import Paragraph
from analysis.parsing.passage import join
from analysis.parsing.prose import prose_dialogue
from analysis.parsing.records import Answer, Dialogue, Finding, Question
from analysis.parsing.unmarked import with_unmarked_answers
from analysis.parsing.unnumbered import with_unnumbered, with_unnumbered_first

_BEHIND = ("notice", "reply")  # what no question follows


def dialogue_of(paragraphs: list[Paragraph]) -> Dialogue:
    """Put every paragraph in its place: front, heading, introduction, question or answer.

    Parameters
    ----------
    paragraphs
        The paragraphs of a document in reading order.

    Returns
    -------
    Dialogue
        Without questions where the document has no marker of a question or an answer, and names
        no fractie that asks.
    """
    numbered = any(p.marker and p.marker.kind == "question" for p in paragraphs)
    if not numbered and (in_prose := prose_dialogue(paragraphs)):
        return in_prose
    first = next((i for i, p in enumerate(paragraphs) if p.marker), None)
    if first is None:
        return Dialogue(front=paragraphs)
    paragraphs = with_unnumbered(with_unmarked_answers(paragraphs, first))
    paragraphs = with_unnumbered_first(paragraphs, first)
    first = next(i for i, p in enumerate(paragraphs) if p.marker)
    front, letter = split_front(paragraphs, first)
    reader = _Reader(Dialogue(front), letter)
    reader.introduce(paragraphs[len(front) : first])
    for start, end in _stretches(paragraphs, first):
        reader.read(paragraphs[start], paragraphs[start + 1 : end], _next(paragraphs, end))
    reader.finish()
    return reader.dialogue


def _stretches(paragraphs: list[Paragraph], first: int) -> list[tuple[int, int]]:
    starts = [i for i in range(first, len(paragraphs)) if paragraphs[i].marker]
    return list(zip(starts, [*starts[1:], len(paragraphs)], strict=True))


def _next(paragraphs: list[Paragraph], at: int) -> Paragraph | None:
    return paragraphs[at] if at < len(paragraphs) else None


class _Reader:
    """Goes through a document marker by marker and keeps what is still open."""

    def __init__(self, dialogue: Dialogue, letter: Letter) -> None:
        self.dialogue = dialogue
        self._letter = letter
        self._asked_by: dict[str, str | None] = {}
        self._section: str | None = None
        self._context: list[Paragraph] = []
        self._headings: list[Paragraph] = []  # those that no question stands under yet
        self._latest: dict[int, Question] = {}  # by number
        self._occurrences: Counter[int] = Counter()
        self._open: list[Question] = []
        self._in_prose = False  # whether questions begin with whose members ask them
        self._answer_read = False  # whether the last marker was that of an answer

    def introduce(self, paragraphs: list[Paragraph]) -> None:
        """Take headings and introductions; they hold for the questions that follow."""
        for paragraph in paragraphs:
            if asked_by := askers_heading(paragraph):
                # What one fractie said introduces nothing that another asks.
                self.dialogue.unplaced += self._context
                self._asked_by, self._section, self._context = asked_by, None, []
            elif (
                self._letter.has_heading(paragraph)
                or looks_like_heading(paragraph)
                or (not self._letter and has_heading_number(paragraph))
            ):
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
        elif marker.marker.kind == "reply":
            self._read_reply(content)
        elif marker.marker.kind == "question":
            self._read_question(marker, content, following)
        else:
            self._read_answer(marker, content, following)

    def _read_reply(self, content: list[Paragraph]) -> None:
        """Read who answers, which stands between the questions and the answers."""
        self.dialogue.front += content[:1]
        postpones = bool(content) and content[0].text.startswith("Mededeling")
        said = self.dialogue.notices if postpones else self.dialogue.unplaced
        said += content[1:]

    def finish(self) -> None:
        """Account for headings and introductions after which no question came."""
        left = [*self._headings, *self._context]
        self.dialogue.unplaced += sorted(left, key=lambda paragraph: paragraph.passage.start)

    def _read_question(
        self, marker: Paragraph, content: list[Paragraph], following: Paragraph | None
    ) -> None:
        assert marker.marker is not None
        if following is None or (following.marker and following.marker.kind in _BEHIND):
            content = self._without_notice(self._without_closing(content))
        at = end_of_question(content, following, self._letter)
        numbers = marker.marker.numbers or (self._due(),)
        parts = split_group(content[:at], len(numbers))
        for number, part in zip(numbers, parts, strict=True):
            self._add_question(number, part, marker, headless=not marker.passage)
        if printed := marker.marker.printed:
            values: dict[str, str | int] = {"printed": printed[0], "number": numbers[0]}
            start = marker.passage.start if marker.passage else None
            self.dialogue.findings.append(Finding("warning", "misprinted_number", values, start))
        self.introduce(content[at:])

    def _due(self) -> int:
        return 1 + max(self._latest, default=0)

    def _add_question(
        self, number: int, content: list[Paragraph], marker: Paragraph, headless: bool = False
    ) -> None:
        passages = [p.item if headless else p.passage for p in content]
        self._occurrences[number] += 1
        question = Question(
            number=number,
            text=join(passages, "\n"),
            section=self._section,
            context=join([p.passage for p in self._context], "\n"),
            page=content[0].page if content else marker.page,
            asked_by=self._asked_by,
            headless=headless,
            occurrence=self._occurrences[number],
        )
        self.dialogue.questions.append(question)
        self._latest[number] = question
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
        at = end_of_answer(content, self._letter, self._in_prose)
        if not self._in_prose and not self._letter and self._is_unasked(following):
            at = min(at, start_of_asking_end(content))
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
        still_open = {question.number: question for question in reversed(self._open)}
        meant = (still_open.get(number) or self._latest.get(number) for number in numbers)
        return tuple(question for question in meant if question)

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
        at = start_of_closing(content)
        self.dialogue.unplaced += content[at:]
        return content[:at]

    def _without_notice(self, content: list[Paragraph]) -> list[Paragraph]:
        """Take what says that the answers come later from behind the last question."""
        at = len(content) if self.dialogue.answers else start_of_notice(content)
        self.dialogue.notices += content[at:]
        return content[:at]

    def _between(self, content: list[Paragraph], following: Paragraph | None) -> None:
        """Read what stands between an answer and the next marker.

        Where that marker is of an answer to a number that was not asked yet, the bullets at the
        end are that question, or the paragraphs that end in a question mark.
        """
        marker = following.marker if following else None
        if marker is None or following is None or not self._is_unasked(following):
            self.introduce(content)
            return
        new = [number for number in marker.numbers if number not in self._latest]
        new = new or [self._due()]
        at = self._start_of_unasked(content)
        self.introduce(content[:at])
        parts = split_group(content[at:], len(new))
        if marker.numbers or content[at:]:
            for number, part in zip(new, parts, strict=True):
                self._add_question(number, part, part[0] if part else following, headless=True)

    def _is_unasked(self, following: Paragraph | None) -> bool:
        """Tell whether an answer comes to a question that no number was printed at."""
        marker = following.marker if following else None
        if marker is None or marker.kind != "answer":
            return False
        if not marker.numbers:
            return self._in_prose or not self._open
        return any(number not in self._latest for number in marker.numbers)

    def _start_of_unasked(self, content: list[Paragraph]) -> int:
        """Return where that question begins in what stands between the two answers."""
        at = next((i for i, p in enumerate(content) if is_asking(p.text)), len(content))
        if self._in_prose and not self._letter:
            return at
        at = len(content)
        while at and (content[at - 1].bullet or content[at - 1].text.endswith("?")):
            at -= 1
        return at
