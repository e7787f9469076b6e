"""From the asks of a question to a judgement of its answer, by fixed rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from analysis.measures.evasiveness import Hit, find_devices
from analysis.measures.judgement.features import Reading, Sentence, read_asks, sentences_of
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
    hits = find_devices(answer, question)
    sentences = sentences_of(answer, hits)
    joint = bool(numbers) and len(numbers or ()) > 1
    readings = read_asks(asks_of(question), question, sentences, joint)
    pointer = is_pointer_only(answer)
    asks = _outcomes(readings, model, pointer)
    coverage = _coverage(asks, answer, pointer)
    declining = _declining(sentences)
    clarity = _clarity(coverage, asks, sentences, pointer)
    return Judgement(
        coverage,
        clarity,
        _status(coverage, declining, pointer),
        asks,
        _categories(hits, asks, coverage, pointer),
        tuple(hits),
        answer,
        joint,
    )


def _outcomes(
    readings: Sequence[Reading], model: Weights, pointer: bool
) -> tuple[AskJudgement, ...]:
    asks: list[AskJudgement] = []
    main: AskJudgement | None = None
    for reading in readings:
        due = _is_due(reading.ask, main)
        outcome = None
        if due:
            outcome = "none" if pointer else model.outcome(reading.values)
        asks.append(AskJudgement(reading.ask, due, outcome, reading))
        if not reading.ask.conditional:
            main = asks[-1]
    return tuple(asks)


def _is_due(ask: Ask, main: AskJudgement | None) -> bool:
    """Tell whether an ask calls for an answer: its branch is the one that the answer took."""
    if not ask.conditional or main is None:
        return True
    polarity = main.reading.polarity
    if polarity is None or main.outcome == "none":
        return False
    return polarity in ask.branches


def _coverage(asks: Sequence[AskJudgement], answer: str, pointer: bool) -> Coverage:
    if pointer and any(reference.kind == "answer" for reference in references_in(answer)):
        return "referred"
    outcomes = {ask.outcome for ask in asks if ask.due}
    if outcomes == {"full"}:
        return "full"
    return "none" if outcomes <= {"none"} else "partial"


def _declining(sentences: Sequence[Sentence]) -> Counter[str]:
    """Count the words in sentences that decline, by category."""
    counts: Counter[str] = Counter()
    for sentence in sentences:
        for category in sentence.categories & _STATUS_OF.keys():
            counts[category] += len(words(sentence.text))
    return counts


def _clarity(
    coverage: Coverage,
    asks: Sequence[AskJudgement],
    sentences: Sequence[Sentence],
    pointer: bool,
) -> Clarity:
    if coverage == "full":
        qualified = any(ask.reading.values["qualified"] for ask in asks if ask.due)
        return "ambivalent" if qualified else "clear_reply"
    if pointer:
        return "clear_non_reply"
    if coverage == "none":
        total = sum(len(words(s.text)) for s in sentences) or 1
        declined = sum(len(words(s.text)) for s in sentences if s.declines)
        opens = bool(sentences) and sentences[0].declines
        if declined / total >= 0.5 or (opens and declined / total >= 0.2):
            return "clear_non_reply"
    return "ambivalent"


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
    hits: Sequence[Hit], asks: Sequence[AskJudgement], coverage: Coverage, pointer: bool
) -> tuple[str, ...]:
    """Return what stands in the way: an answer that covers all it is asked has nothing there."""
    if coverage == "full":
        return ()
    codes = list(dict.fromkeys(hit.category for hit in hits))
    skipped = any(ask.outcome == "none" and ask.reading.values["uptake"] < 0.5 for ask in asks)
    if skipped and not pointer and SKIPPED not in codes:
        codes.append(SKIPPED)
    return tuple(codes)
