"""What each fractie contributes to a report: the questions in its prose, before any reply."""

from __future__ import annotations

from analysis.parsing.names import askers_heading, joining_fracties
from analysis.parsing.paragraphs import Paragraph
from analysis.parsing.passage import Passage, join
from analysis.parsing.records import Question
from analysis.parsing.restated import Asked
from analysis.parsing.speech import asks
from analysis.parsing.turns import Floor, is_heading
from analysis.text import sentences


class Contributions:
    """Takes the paragraphs of the contributions one by one.

    Attributes
    ----------
    asked
        Each paragraph that asks, with the list under it, is one question; what its fractie says
        before it is its introduction.
    joining
        What only says that a fractie joins the questions of another.
    unplaced
        What introduces nothing.
    """

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.joining: list[Paragraph] = []
        self.unplaced: list[Paragraph] = []
        self._floor = Floor()
        self._section: str | None = None
        self._context: list[Paragraph] = []
        self._headings: list[Paragraph] = []

    def read(self, paragraphs: list[Paragraph]) -> None:
        """Read all contributions."""
        for paragraph in paragraphs:
            self._take(paragraph)
        self._leave()

    def _take(self, paragraph: Paragraph) -> None:
        if heading := askers_heading(paragraph):
            self._floor.give(heading)
            self._leave()
        elif self._continues(paragraph):
            question = self.asked[-1].question
            question.text = join([question.text, paragraph.passage], "\n")
        elif is_heading(paragraph):
            self._section = paragraph.text
            self._headings.append(paragraph)
        elif _joins(paragraph):
            self.joining.append(paragraph)
        else:
            who = tuple(self._floor.heading) or self._floor.speaking(paragraph.text)
            if asks(paragraph.text):
                self._ask(paragraph, who)
            else:
                self._context.append(paragraph)

    def _ask(self, paragraph: Paragraph, who: tuple[str, ...]) -> None:
        context = [p.passage for p in self._context]
        item = [paragraph.item]
        asked = asked_of(who, context, item, self._section, paragraph.page)
        asked.question.asked_by = dict.fromkeys(who) | self._floor.heading
        self.asked.append(asked)
        self._context, self._headings = [], []

    def _leave(self) -> None:
        """Account for what no question of the fractie came after."""
        left = [*self._headings, *self._context]
        self.unplaced += sorted(left, key=lambda paragraph: paragraph.passage.start)
        self._section, self._context, self._headings = None, [], []

    def _continues(self, paragraph: Paragraph) -> bool:
        """Tell whether a paragraph is an item of the list that the question before it ends in."""
        if not paragraph.bullet or self._context or not self.asked:
            return False
        before = self.asked[-1].question.text.text
        return before.endswith((":", ";", ",")) or "?" not in paragraph.text


def asked_of(
    who: tuple[str, ...],
    context: list[Passage],
    text: list[Passage],
    section: str | None,
    page: int | None,
) -> Asked:
    """Return a question of some fracties; its number is given when all are known."""
    question = Question(
        number=0,
        text=join(text, "\n"),
        section=section,
        context=join(context, "\n"),
        page=page,
        asked_by=dict.fromkeys(who),
    )
    return Asked(question, who)


def _joins(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph only says that a fractie joins the questions of another."""
    if "sluit" not in paragraph.text.casefold() or "?" in paragraph.text:
        return False
    said = sentences(paragraph.text)
    return len(said) == 1 and joining_fracties(said[0]) is not None
