"""The reply of a report in stretches: what it says is asked, and what it answers to that."""

from __future__ import annotations

import re

from analysis.parsing.boundaries import start_of_closing
from analysis.parsing.letter import Letter, looks_like_heading
from analysis.parsing.names import askers_heading, speaking_fracties
from analysis.parsing.paragraphs import Paragraph
from analysis.parsing.passage import Passage
from analysis.parsing.restated import Reply
from analysis.parsing.speech import is_addressed, is_on_question, speaks, spoken_parts
from analysis.text import sentences

_AFTER = re.compile(r"^(?:III|C)[.)]?\s+\S|^(?:Volledige\s+agenda|Bijlagen?(?:\s+\d)?:?)$")
_NUMBERED = re.compile(r"^(?:[IVX]{1,4}[.)]?|\d{1,2}(?:\.\d{1,2})*[.)]?|[A-Z][.)])\s+(?=[A-Z])")
_LONGEST_HEADING = 12  # words


def is_heading(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is a heading: short, no sentence, numbered or not."""
    return looks_like_heading(paragraph) or _is_numbered_heading(paragraph)


def _is_numbered_heading(paragraph: Paragraph) -> bool:
    number = _NUMBERED.match(paragraph.text)
    heading = paragraph.text[number.end() :] if number else ""
    return bool(
        heading
        and paragraph.marker is None
        and paragraph.n_lines == 1
        and len(heading.split()) <= _LONGEST_HEADING
        and heading[-1].isalpha()
    )


class Floor:
    """Who has the floor: the fractie of the heading, or those that were named last."""

    def __init__(self) -> None:
        self.heading: dict[str, str | None] = {}
        self._last: tuple[str, ...] = ()

    def give(self, heading: dict[str, str | None]) -> None:
        """Give the floor to the fracties of a heading, with their members."""
        self.heading, self._last = heading, tuple(heading)

    def speaking(self, text: str) -> tuple[str, ...]:
        """Return in whose name a text speaks; ``deze leden`` are those that were named last."""
        self._last = tuple(speaking_fracties(text)) or self._last
        return self._last


class Turns:
    """Takes the paragraphs of a reply one by one.

    Parameters
    ----------
    letter
        The questions as they stand before the reply; may be empty.
    marks
        Paragraphs that are a heading above an answer; where there are any, what stands between
        an answer and the next of them is the asker's from the first paragraph in which one speaks.

    Attributes
    ----------
    replies
        The stretches, in order.
    lead
        What stands before the first of them.
    unplaced
        What belongs to none.
    """

    def __init__(self, letter: Letter, marks: list[Paragraph]) -> None:
        self.replies: list[Reply] = []
        self.lead: list[Paragraph] = []
        self.unplaced: list[Paragraph] = []
        self._letter = letter
        self._marks = {id(mark) for mark in marks}
        self._floor = Floor()
        self._section: str | None = None
        self._headings: list[Paragraph] = []  # those that no stretch stands under yet
        self._open: Reply | None = None
        self._in_answer = False

    def read(self, paragraphs: list[Paragraph]) -> None:
        """Read all paragraphs of the reply."""
        end = next((i for i, p in enumerate(paragraphs) if i and _AFTER.match(p.text)), None)
        content = paragraphs[:end]
        last = max((i for i, p in enumerate(content) if self._is_turn(p)), default=0)
        closing = last + start_of_closing(content[last:])
        for i in range(closing):
            self._take(content, i)
        self._leave_headings()
        self.unplaced += paragraphs[closing:]
        for reply in self.replies:
            # 'Op de vraag van de leden van de SP-fractie antwoord ik dat …' is an answer by itself.
            if reply.asked and not reply.answer and is_on_question(reply.asked[-1][1].text):
                reply.answer.append(reply.asked[-1][1])

    def _take(self, content: list[Paragraph], i: int) -> None:
        paragraph = content[i]
        if id(paragraph) in self._marks:
            self._in_answer = True
            self._open = self._open or self._new(paragraph)
        elif heading := askers_heading(paragraph):
            self._leave_headings()
            self._floor.give(heading)
            self._open, self._section, self._in_answer = None, None, False
        elif is_heading(paragraph) and self._opens_section(content, i):
            self._section = paragraph.text
            self._headings.append(paragraph)
            self._open, self._in_answer = None, False
        elif self._marks:
            self._take_marked(content, i)
        else:
            self._take_unmarked(paragraph)

    def _is_turn(self, paragraph: Paragraph) -> bool:
        """Tell whether somebody takes the floor with a paragraph."""
        is_mark = id(paragraph) in self._marks
        return is_mark or bool(askers_heading(paragraph)) or self._is_asked(paragraph)

    def _leave_headings(self) -> None:
        """Account for headings under which nothing stands: at first they are of the reply."""
        if self._is_begun():
            self.unplaced += self._headings
        else:
            self.lead += self._headings
        self._headings = []

    def _is_begun(self) -> bool:
        return bool(self.replies or self._floor.heading)

    def _opens_section(self, content: list[Paragraph], i: int) -> bool:
        """Tell whether a heading begins something new, and is not one inside an answer."""
        if self._open is None or _is_numbered_heading(content[i]):
            return True
        following = next((p for p in content[i + 1 :] if not is_heading(p)), None)
        return following is None or bool(askers_heading(following)) or self._is_asked(following)

    def _is_asked(self, paragraph: Paragraph) -> bool:
        if paragraph.marker or paragraph.bullet:
            return False
        first = sentences(paragraph.text)[:1]
        return self._letter.has(paragraph) or any(map(speaks, first))

    def _take_marked(self, content: list[Paragraph], i: int) -> None:
        fresh = i > 0 and id(content[i - 1]) in self._marks
        if self._in_answer and not fresh and self._asks_again(content, i):
            self._in_answer = False
        if self._is_begun() or self._is_asked(content[i]):
            self._put(content[i], content[i].passage, said=not self._in_answer)
        else:
            self.lead.append(content[i])

    def _asks_again(self, content: list[Paragraph], i: int) -> bool:
        """Tell whether from here on to the next heading above an answer somebody asks."""
        until = next((k for k in range(i, len(content)) if id(content[k]) in self._marks), None)
        rest = content[i:until]
        if until is None or any(askers_heading(p) for p in rest):
            return False
        return self._is_asked(content[i]) or all(p.text.endswith("?") for p in rest)

    def _take_unmarked(self, paragraph: Paragraph) -> None:
        if self._letter.has(paragraph):
            self._put(paragraph, paragraph.passage, said=True)
            return
        if paragraph.bullet:
            self._put(paragraph, paragraph.passage, said=False)
            return
        if paragraph.text.endswith("?") and self._open and not self._open.answer:
            self._put(paragraph, paragraph.passage, said=True)
            return
        if is_addressed(paragraph.text):
            self._address(paragraph, paragraph.passage)
            return
        for said, start, end in spoken_parts(paragraph.text):
            self._put(paragraph, paragraph.passage.cut(start, end), said)

    def _put(self, paragraph: Paragraph, passage: Passage, said: bool) -> None:
        if said:
            if self._open is None or self._open.answer:
                self._open = self._new(paragraph)
            who = self._floor.speaking(passage.text)
            self._open.asked.append((who, passage))
            self._open.who = self._open.who or who
        elif self._open is not None:
            self._open.answer.append(passage)
        elif self._is_begun():
            self._open = self._new(paragraph)
            self._open.answer.append(passage)
        else:
            self.lead.append(paragraph)

    def _address(self, paragraph: Paragraph, passage: Passage) -> None:
        """Take what is said to a fractie whose question is not repeated."""
        self._open = self._new(paragraph)
        self._open.who = self._floor.speaking(passage.text)
        self._open.answer.append(passage)

    def _new(self, paragraph: Paragraph) -> Reply:
        reply = Reply(tuple(self._floor.heading), self._section, paragraph.page)
        self.replies.append(reply)
        self._headings = []
        return reply
