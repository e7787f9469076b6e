"""From the asks of a question to a judgement of its answer, by fixed rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean
from typing import Literal

from analysis.measures.evasiveness import Hit, find_devices
from analysis.measures.judgement.cues import is_qualified
from analysis.measures.judgement.features import (
    Reading,
    Sentence,
    read_asks,
    sentences_of,
    share_of_words,
)
from analysis.measures.judgement.model import Outcome, Weights, shipped
from analysis.parsing.asks import Ask, asks_of
from analysis.parsing.references import is_pointer_only, references_in
from analysis.text import words

Coverage = Literal["full", "partial", "none", "referred"]
Clarity = Literal["clear_reply", "ambivalent", "clear_non_reply"]
Status = Literal["answered", "partly", "deferred", "referred", "refused", "unknown", "ignored"]

STATUSES: tuple[Status, ...] = (
    "answered",
    "partly",
    "deferred",
    "referred",
    "refused",
    "unknown",
    "ignored",
)

# What an answer does that gives nothing: the category that fills most of it decides.
_STATUS_OF: dict[str, Status] = {
    "demissionair": "deferred",
    "uitstel_toekomst": "deferred",
    "verwijzing_document": "referred",
    "verwijzing_antwoord": "referred",
    "bevoegdheid": "refused",
    "vertrouwelijk": "refused",
    "disproportioneel": "refused",
    "onbekend": "unknown",
}
SKIPPED = "omzeiling"

# From this share of its words in sentences that turn down, nothing of substance is left.
_NOTHING_LEFT = 0.75

_REFUSING = frozenset(("demissionair", "bevoegdheid", "vertrouwelijk", "disproportioneel"))
# Below this part of its words, hardly anything of an ask is taken up.
_NOT_TAKEN_UP = 0.3
# Below this part of its words, no sentence is about an ask.
_SKIPPED = 0.15
# So many words after a yes or no are taken for its reasons.
_REASONED = 8


@dataclass(frozen=True, slots=True)
class AskJudgement:
    """What became of an ask.

    Attributes
    ----------
    ask
        The ask.
    due
        Whether it called for an answer: a conditional ask does only if its branch applies.
    outcome
        ``full``, ``partial`` or ``none``; of an ask that is not due ``None``.
    reading
        What was seen in the answer.
    """

    ask: Ask
    due: bool
    outcome: Outcome | None
    reading: Reading


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an answer does with a question.

    Attributes
    ----------
    coverage, clarity, status
        See the annotation guide in ``data/annotations``.
    asks
        The asks of the question in their order.
    categories
        Codes of the devices that stand in the way of the answer, in the order of the text, with
        ``omzeiling`` last.
    hits
        The devices found, with their words.
    answer
        The answer that was judged.
    joint
        Whether it answers more questions than this one.
    """

    coverage: Coverage
    clarity: Clarity
    status: Status
    asks: tuple[AskJudgement, ...]
    categories: tuple[str, ...]
    hits: tuple[Hit, ...]
    answer: str
    joint: bool

    def count(self, outcome: Outcome) -> int:
        """Return how many of the asks that are due had this outcome."""
        return sum(ask.outcome == outcome for ask in self.asks)

    @property
    def due(self) -> int:
        """How many asks are due."""
        return sum(ask.due for ask in self.asks)


def judge(
    question: str,
    answer: str,
    numbers: Sequence[int] | None = None,
    weights: Weights | None = None,
) -> Judgement:
    """Judge one answer to one question.

    Parameters
    ----------
    question, answer
        Their texts; the answer may not be empty.
    numbers
        Numbers of the questions that the answer is given to; more than one makes it joint.
    weights
        The model of the asks; the shipped one by default.

    Returns
    -------
    Judgement
        A judgement of the words; whether there was a good reason for them is the reader's to say.
    """
    model = weights or shipped()
    joint = bool(numbers) and len(numbers or ()) > 1
    hits = find_devices(answer, question, joint=joint)
    sentences = sentences_of(answer, hits)
    readings = read_asks(asks_of(question), question, sentences, joint)
    pointer = is_pointer_only(answer)
    empty = pointer or _is_turned_down(readings, sentences)
    whole, asks = _outcomes(readings, sentences, model, empty)
    referred = pointer and any(r.kind == "answer" for r in references_in(answer))
    coverage: Coverage = "referred" if referred else whole
    declining = _declining(sentences)
    clarity = _clarity(coverage, empty)
    return Judgement(
        coverage,
        clarity,
        _status(coverage, declining, pointer),
        asks,
        _categories(hits, asks, coverage, clarity, joint),
        tuple(hits),
        answer,
        joint,
    )


def _outcomes(
    readings: Sequence[Reading], sentences: Sequence[Sentence], model: Weights, empty: bool
) -> tuple[Outcome, tuple[AskJudgement, ...]]:
    """Return what the question got as a whole, and each of its asks in accordance with that."""
    due = [r for r in readings if _is_due(r.ask, readings)] or list(readings)
    scores = [model.score(reading.values) for reading in due]
    whole: Outcome = model.cut(mean(scores)) if scores else "none"
    if empty:
        whole = "none"
    elif due and all(_is_plainly_answered(reading, readings, sentences) for reading in due):
        whole = "full"
    elif whole == "full" and (_skips(due) or any(is_qualified(s.text) for s in sentences[:2])):
        whole = "partial"
    each: list[Outcome] = [
        whole if whole != "partial" else "none" if _is_skipped(reading) else model.cut(score)
        for reading, score in zip(due, scores, strict=True)
    ]
    if whole == "partial" and len(set(each)) == 1:
        # What is neither answered wholly nor not at all holds for its asks together.
        each = ["partial"] * len(each)
    outcomes = dict(zip(map(id, due), each, strict=True))
    return whole, tuple(
        AskJudgement(reading.ask, id(reading) in outcomes, outcomes.get(id(reading)), reading)
        for reading in readings
    )


def _is_skipped(reading: Reading) -> bool:
    """Tell whether no sentence is about an ask, and it got no yes or no."""
    return reading.uptake < _SKIPPED and not reading.polarity


def _skips(due: Sequence[Reading]) -> bool:
    """Tell whether one of several asks is skipped, where none is answered by a plain yes or no."""
    return len(due) > 1 and any(map(_is_skipped, due)) and not any(r.plain for r in due)


def _is_plainly_answered(
    reading: Reading, readings: Sequence[Reading], sentences: Sequence[Sentence]
) -> bool:
    """Tell whether an ask got a yes or no in so many words, or its "why" the reasons after one."""
    if reading.plain:
        return True
    main = [r for r in readings if r.plain and r.ask.start < reading.ask.start]
    n_words = sum(len(words(sentence.text)) for sentence in sentences)
    return reading.ask.conditional and bool(main) and n_words > _REASONED


def _is_due(ask: Ask, readings: Sequence[Reading]) -> bool:
    """Tell whether an ask calls for an answer: its branch is the one that the answer took."""
    before = [r for r in readings if not r.ask.conditional and r.ask.start < ask.start]
    if not ask.conditional or not before:
        return True
    polarity = before[-1].polarity
    return polarity is not None and polarity in ask.branches


def _declining(sentences: Sequence[Sentence]) -> Counter[str]:
    """Count the words in sentences that decline, by category."""
    counts: Counter[str] = Counter()
    for sentence in sentences:
        for category in sentence.categories & _STATUS_OF.keys():
            counts[category] += len(words(sentence.text))
    return counts


def _is_turned_down(readings: Sequence[Reading], sentences: Sequence[Sentence]) -> bool:
    """Tell whether an answer does hardly anything but hand on or turn down.

    So does one that opens with a refusal and takes up little of what was asked: what follows then
    is the ground for it.
    """
    if any(reading.plain for reading in readings) or not sentences:
        return False
    if share_of_words(sentences, lambda s: s.does("turned_down")) >= _NOTHING_LEFT:
        return True
    refuses = bool(sentences[0].categories & _REFUSING)
    return refuses and mean(reading.values["recall"] for reading in readings) < _NOT_TAKEN_UP


def _clarity(coverage: Coverage, empty: bool) -> Clarity:
    if coverage == "full":
        return "clear_reply"
    return "clear_non_reply" if empty else "ambivalent"


def _status(coverage: Coverage, declining: Counter[str], pointer: bool) -> Status:
    if coverage == "full":
        return "answered"
    if coverage == "partial":
        return "partly"
    if pointer or coverage == "referred":
        return "referred"
    if not declining:
        return "ignored"
    return _STATUS_OF[declining.most_common(1)[0][0]]


def _categories(
    hits: Sequence[Hit],
    asks: Sequence[AskJudgement],
    coverage: Coverage,
    clarity: Clarity,
    joint: bool,
) -> tuple[str, ...]:
    """Return the devices that stand in the way.

    One of the strong tier always does. One of the weak tier does not where all that was asked is
    covered. An ask is skipped where no sentence takes up its words and it got no yes or no; that
    can be told from a shift of words only where something else was answered instead: another ask
    of the question, or another question.
    """
    covered = coverage == "full"
    codes = list(dict.fromkeys(h.category for h in hits if h.tier == "strong" or not covered))
    due = [ask for ask in asks if ask.due]
    skipped = any(_is_skipped(ask.reading) for ask in due)
    if skipped and not covered and clarity != "clear_non_reply" and (len(due) > 1 or joint):
        codes.append(SKIPPED)
    return tuple(codes)
