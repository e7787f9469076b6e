"""Questions and answers in running text: a report without numbers, told by who speaks.

Three layouts occur. All questions stand first, by fractie, and the reply goes through them again;
question and answer take turns, with a heading ``Antwoord`` between them; or without one, as in a
nota: ``De leden van de SP-fractie vragen of … . De regering …``.
"""

from __future__ import annotations

import re
from itertools import groupby

from analysis.parsing.boundaries import start_of_closing
from analysis.parsing.contributions import Contributions, asked_of
from analysis.parsing.letter import Letter
from analysis.parsing.names import askers_heading, speaking_fracties
from analysis.parsing.paragraphs import Paragraph
from analysis.parsing.passage import Passage, join
from analysis.parsing.records import Answer, Dialogue, Finding, Question
from analysis.parsing.restated import Asked, Pairing, Reply, paired
from analysis.parsing.speech import asks, speaks
from analysis.parsing.turns import Turns, is_heading
from analysis.text import sentences

_PART = r"^(?:[IVX]{1,4}|[A-Z]|\d)?[.)]?\s*"
_ASKED = re.compile(
    rf"{_PART}(?:Vragen\s+en\s+opmerkingen|Inbreng|Vragen)\s+(?:vanuit|van|uit|door)\s+de"
    r"\s+(?:(?:leden\s+van\s+de\s+)?fracties?|commissies?)"
    r"(?:\s+en\s+(?:antwoord(?:en)?|reactie)\s+van\s+.{3,80})?$"
    r"|^BRIEF\s+VAN\s+DE\s+VOORZITTERS?\s+VAN\s",
    re.IGNORECASE,
)
_REPLIED = re.compile(
    rf"{_PART}(?:Antwoord(?:en)?|Reactie|Beantwoording)(?:\s*/\s*(?:reactie|antwoord))?"
    r"\s+(?:van|door)\s+(?:de|het)\s+(?:bewindsperso|minister|staatssecretaris|kabinet|regering)"
    r"[^?]{0,120}(?<!\d)$|^BRIEF\s+VAN\s+DE\s+(?:MINISTER|STAATSSECRETARIS)",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^De\s+(?:\S+\s+)?(?:voorzitter|(?:adjunct-)?griffier)\b", re.IGNORECASE)
_ANSWERS = re.compile(
    r"\bNOTA NAAR AANLEIDING VAN HET\b|\bMEMORIE VAN ANTWOORD\b|\bSCHRIFTELIJK OVERLEG$"
    r"|\bEN (?:ANTWOORD(?:EN)?|REACTIE)\b|\bBEANTWOORDING\b",
    re.IGNORECASE,
)
# How a committee ends the letter in which it asks.
_END = re.compile(r"^De\s+(?:leden\s+van\s+de\s+)?(?:\w+\s+)?commissies?\b.*\btegemoet\b")
_FEWEST = 2  # questions of which the fractie is known, before prose is believed to be a dialogue


def prose_dialogue(paragraphs: list[Paragraph]) -> Dialogue | None:
    """Read a document in which no question has a number.

    Returns
    -------
    Dialogue or None
        Questions numbered in their order, which a finding tells; ``None`` where hardly any
        question is asked in the name of a fractie.
    """
    replied = [i for i, p in enumerate(paragraphs) if _REPLIED.match(p.text)]
    reader = _Prose()
    if not _holds_answers(paragraphs):
        reader.read_asked(paragraphs)
    elif len(replied) == 1:
        reader.read_parts(paragraphs, replied[0])
    else:
        reader.read_turns(paragraphs, [paragraphs[i] for i in replied])
    known = sum(bool(asked.who) for asked in reader.asked)
    return reader.dialogue() if known >= _FEWEST else None


class _Prose:
    """Collects the questions and answers of a document, and numbers them in the end."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self._front: list[Paragraph] = []
        self._answers: list[Answer] = []
        self._unplaced: list[Paragraph] = []
        self._together: list[Answer] = []  # to questions of which only the fractie is known
        self._only_answered: list[Question] = []
        self._remarks: list[Question] = []
        self._context: list[Passage] = []  # what a fractie said before it asks something
        self._last: tuple[str, ...] = ()  # who said that

    def dialogue(self) -> Dialogue:
        """Return what was read, numbered in the order of the document, with findings."""
        questions = sorted((a.question for a in self.asked), key=lambda q: q.text.start)
        for number, question in enumerate(questions, start=1):
            question.number = number
        answers = sorted(self._answers, key=lambda answer: answer.text.start)
        unplaced = sorted(self._unplaced, key=lambda paragraph: paragraph.passage.start)
        first = questions[0].text.start
        findings = [Finding("warning", "numbered_in_order", {"n": len(questions)}, first)]
        for answer in self._together:
            values: dict[str, str | int] = {"numbers": _numbers(list(answer.questions))}
            findings.append(Finding("warning", "answered_together", values, answer.text.start))
        for code, some in (
            ("asked_in_reply", self._only_answered),
            ("remark_answered", self._remarks),
        ):
            if some:
                values = {"numbers": _numbers(some)}
                findings.append(Finding("note", code, values, some[0].text.start))
        return Dialogue(self._front, questions, answers, unplaced, findings=findings)

    def read_asked(self, paragraphs: list[Paragraph]) -> None:
        """Read a report that holds questions only."""
        start = _start(paragraphs)
        self._front = paragraphs[:start]
        closing = start + start_of_closing(paragraphs[start:])
        self._unplaced = paragraphs[closing:]
        self._take_contributions(paragraphs[start:closing])

    def _take_contributions(self, paragraphs: list[Paragraph]) -> None:
        contributions = Contributions()
        contributions.read(paragraphs)
        self.asked = contributions.asked
        self._front += contributions.joining
        self._unplaced += contributions.unplaced

    def read_parts(self, paragraphs: list[Paragraph], at: int) -> None:
        """Read a report with all questions first, and the reply to them behind a heading."""
        before, heading, reply = paragraphs[:at], paragraphs[at], paragraphs[at + 1 :]
        starts = [i + 1 for i, p in enumerate(before) if _ASKED.match(p.text)]
        start = starts[-1] if starts else 0
        start += _start(before[start:])
        end = next((i for i in range(start, len(before)) if _END.match(before[i].text)), None)
        asked = before[start:end]
        self._front = [*before[:start], *before[start + len(asked) :], heading]
        self._take_contributions(asked)
        turns = Turns(Letter(asked), [p for p in reply if _is_mark(p)])
        turns.read(reply)
        self._take_rest(turns)
        pairings, left = paired(self.asked, turns.replies)
        for pairing in pairings:
            self._answer(pairing)
        self._only_answered = self._take(left)

    def read_turns(self, paragraphs: list[Paragraph], marks: list[Paragraph]) -> None:
        """Read a report in which question and answer take turns."""
        start = _start(paragraphs)
        self._front = paragraphs[:start]
        turns = Turns(Letter([]), marks or [p for p in paragraphs if _is_mark(p)])
        turns.read(paragraphs[start:])
        self._take_rest(turns)
        self._take(turns.replies)

    def _take_rest(self, turns: Turns) -> None:
        self._front += turns.lead
        self._unplaced += turns.unplaced

    def _answer(self, pairing: Pairing) -> None:
        """Take an answer; where only the fractie is known, what it repeats is part of it."""
        questions = tuple(asked.question for asked in pairing.questions)
        parts: list[Passage] = []
        repeated: list[Passage] = []
        for reply in pairing.replies:
            asked = [passage for _, passage in reply.asked if passage not in reply.answer]
            (repeated if pairing.told else parts).extend(asked)
            parts += reply.answer
        questions[0].restated = join(repeated, "\n")
        if parts:
            self._answers.append(Answer(questions, join(parts, "\n"), pairing.replies[0].page))
            if not pairing.told:
                self._together.append(self._answers[-1])

    def _take(self, replies: list[Reply]) -> list[Question]:
        """Take stretches whose questions stand in no other place; return those questions."""
        found: list[Question] = []
        for reply in replies:
            only_named = bool(reply.asked) and reply.asked[-1][1] in reply.answer
            mine = [] if only_named else self._take_asked(reply)
            if mine and reply.answer:
                self._answers.append(Answer(tuple(mine), join(reply.answer, "\n"), reply.page))
            else:
                self._unplace(reply.answer)
            found += mine
        self._unplace(self._context)
        self._context = []
        return found

    def _take_asked(self, reply: Reply) -> list[Question]:
        """Take what fracties ask in a stretch, each in turn: one question of each.

        What asks nothing introduces the next question of the same fractie; at the end, where it is
        answered, it counts as a question.
        """
        found: list[Question] = []
        turns = [
            (who, [passage for _, passage in turn]) for who, turn in groupby(reply.asked, _who)
        ]
        for k, (who, passages) in enumerate(turns):
            if who != self._last:
                self._unplace(self._context)
                self._context = []
            self._last = who
            first = next((i for i, p in enumerate(passages) if asks(p.text)), None)
            if first is None and (k < len(turns) - 1 or not reply.answer):
                self._context += passages
                continue
            context = [*self._context, *passages[: first or 0]]
            text = passages[first or 0 :]
            asked = asked_of(who or reply.who, context, text, reply.section, reply.page)
            self.asked.append(asked)
            found.append(asked.question)
            self._context = []
            if first is None:
                self._remarks.append(found[-1])
        return found

    def _unplace(self, passages: list[Passage]) -> None:
        self._unplaced += [Paragraph(passage, None) for passage in passages]


def _holds_answers(paragraphs: list[Paragraph]) -> bool:
    """Tell whether a document says, by a heading or otherwise, that it answers.

    In one that does not, such as the verslag on a bill, members alone speak.
    """
    return any(_is_mark(p) or _REPLIED.match(p.text) or _ANSWERS.search(p.text) for p in paragraphs)


def _start(paragraphs: list[Paragraph]) -> int:
    """Return where the first fractie has the floor; headings right above it go along."""
    start = next(
        (i for i, p in enumerate(paragraphs) if askers_heading(p) or _takes_floor(p)),
        len(paragraphs),
    )
    while start and is_heading(paragraphs[start - 1]) and not _is_front(paragraphs[start - 1].text):
        start -= 1
    return start


def _takes_floor(paragraph: Paragraph) -> bool:
    first = next(iter(sentences(paragraph.text)), "")
    return speaks(first) and bool(speaking_fracties(first))


def _is_front(text: str) -> bool:
    """Tell whether a line that looks like a heading is one of a part, or a signature."""
    return bool(_ASKED.match(text) or _SIGNED.match(text))


def _who(asked: tuple[tuple[str, ...], Passage]) -> tuple[str, ...]:
    return asked[0]


def _is_mark(paragraph: Paragraph) -> bool:
    return paragraph.marker is not None and paragraph.marker.kind == "answer"


def _numbers(questions: list[Question]) -> str:
    return ", ".join(str(question.number) for question in questions)
