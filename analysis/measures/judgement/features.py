"""What can be seen of each ask in the answer, as numbers between 0 and 1."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.measures.evasiveness import Hit
from analysis.measures.judgement import cues
from analysis.measures.judgement.words import content, overlap
from analysis.parsing.asks import Ask
from analysis.text import sentence_spans, words

FEATURES = (
    "yes_no",
    "plain",
    "position",
    "qualified",
    "uptake",
    "recall",
    "expected",
    "declined",
    "vague",
    "length",
    "concrete",
    "joint",
    "others",
)
"""Names of what is seen of an ask; see `ask_features`."""

DECLINING = frozenset(
    (
        "demissionair",
        "uitstel_toekomst",
        "verwijzing_document",
        "verwijzing_antwoord",
        "bevoegdheid",
        "onbekend",
        "vertrouwelijk",
        "disproportioneel",
    )
)
"""Categories that hand the question on, put it off or turn it down; the others blur it."""

_CONCRETE = re.compile(r"\d|%|€|\b(?<!^)[A-Z][\w-]*[a-z]\w*\b|•")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an answer, with the devices in it."""

    text: str
    start: int
    end: int
    content: dict[str, float]
    categories: frozenset[str]

    @property
    def declines(self) -> bool:
        """Whether it hands on, puts off or turns down."""
        return bool(self.categories & DECLINING)


@dataclass(frozen=True, slots=True)
class Reading:
    """An ask beside the answer.

    Attributes
    ----------
    ask
        The ask.
    best
        The sentence that takes up most of it; ``None`` where no sentence shares a word with it.
    plain, position
        The yes or no that it got, in so many words or by taking a position.
    deciding
        The sentence in which that yes or no stands.
    values
        The features by name.
    """

    ask: Ask
    best: Sentence | None
    plain: cues.Polarity | None
    position: cues.Polarity | None
    deciding: Sentence | None
    values: dict[str, float]

    @property
    def polarity(self) -> cues.Polarity | None:
        """The yes or no, in whichever way it was said."""
        return self.plain or self.position


def sentences_of(answer: str, hits: Sequence[Hit]) -> list[Sentence]:
    """Return the sentences of an answer, each with the categories of the devices in it."""
    found = []
    for start, end in sentence_spans(answer):
        inside = frozenset(hit.category for hit in hits if start <= hit.start < end)
        text = answer[start:end]
        found.append(Sentence(text, start, end, content(text), inside))
    return found


def read_asks(
    asks: Sequence[Ask], question: str, sentences: Sequence[Sentence], joint: bool
) -> list[Reading]:
    """Lay each ask beside the sentences of the answer.

    The first plain yes or no goes to the first ask that wants one, the second to the second, and
    so on: that is how answers to several asks are written.
    """
    plain = [(s, cues.opens_with(s.text)) for s in sentences]
    waiting = [(s, polarity) for s, polarity in plain if polarity]
    readings = []
    for ask in asks:
        wants = ask.kind == "yes_no" or (ask.kind == "request" and not ask.conditional)
        given = waiting.pop(0) if wants and waiting else None
        readings.append(_reading(ask, asks, question, sentences, given, joint))
    return readings


def _reading(
    ask: Ask,
    asks: Sequence[Ask],
    question: str,
    sentences: Sequence[Sentence],
    given: tuple[Sentence, cues.Polarity | None] | None,
    joint: bool,
) -> Reading:
    asked = content(ask.text)
    if len(asked) < 2 or ask.conditional:
        asked = {**content(question), **asked}
    scores = [overlap(asked, sentence.content) for sentence in sentences]
    best = sentences[max(range(len(scores)), key=scores.__getitem__)] if any(scores) else None
    plain = given[1] if given else None
    stance = _stance(ask, sentences, scores) if not plain else None
    deciding = given[0] if given else stance[0] if stance else None
    everything: dict[str, float] = {}
    for sentence in sentences:
        everything |= sentence.content
    total = sum(len(words(s.text)) for s in sentences) or 1
    values = {
        "yes_no": float(ask.kind == "yes_no"),
        "plain": float(bool(plain)),
        "position": float(bool(stance)),
        "qualified": float(any(cues.is_qualified(s.text) for s in sentences)),
        "uptake": max(scores, default=0.0),
        "recall": overlap(asked, everything),
        "expected": _expected(ask, sentences, scores),
        "declined": sum(len(words(s.text)) for s in sentences if s.declines) / total,
        "vague": sum(len(words(s.text)) for s in sentences if s.categories and not s.declines)
        / total,
        "length": min(math.log1p(total) / math.log1p(400), 1.0),
        "concrete": sum(bool(_CONCRETE.search(s.text)) for s in sentences) / (len(sentences) or 1),
        "joint": float(joint),
        "others": min(len(asks) - 1, 4) / 4,
    }
    return Reading(ask, best, plain, stance[1] if stance else None, deciding, values)


def _stance(
    ask: Ask, sentences: Sequence[Sentence], scores: Sequence[float]
) -> tuple[Sentence, cues.Polarity] | None:
    """Return the sentence that takes a position on the ask: an early one, or one on its subject."""
    if ask.kind not in ("yes_no", "request"):
        return None
    for rank, (sentence, score) in enumerate(zip(sentences, scores, strict=True)):
        polarity = cues.takes_position(sentence.text)
        if polarity and (score >= 0.25 or rank == 0):
            return sentence, polarity
    return None


def _expected(ask: Ask, sentences: Sequence[Sentence], scores: Sequence[float]) -> float:
    """Tell whether the sort of thing asked for is there: a number, a moment, a reason."""
    for asked, wanted in _WANTED:
        if asked.search(ask.text):
            near = [s for s, score in zip(sentences, scores, strict=True) if score > 0.1]
            return float(any(wanted.search(s.text) for s in near or sentences))
    return 0.5


_WANTED = (
    (re.compile(r"\bhoeveel\b|\bhoe\s+(?:vaak|hoog|groot)\b|\baantal", re.I), cues.NUMBER),
    (
        re.compile(r"\bwanneer\b|\btermijn\b|\btijd(?:pad|stip)\b|\bmoment|\bhoe\s+lang\b", re.I),
        cues.MOMENT,
    ),
    (re.compile(r"\bwaarom\b|\breden\b|\boorzaak\b|\bverklaring\b", re.I), cues.REASON),
)
