"""From a question and its answer to a judgement, with the asks and the words it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

from analysis.measures.evasiveness import Hit, find_devices
from analysis.measures.judgement.classes import (
    Clarity,
    Coverage,
    Status,
    categories_of,
    clarity_of,
    status_of,
)
from analysis.measures.judgement.features import Reading, read_asks
from analysis.measures.judgement.model import Outcome, Weights, shipped
from analysis.measures.judgement.rules import (
    is_due,
    is_held_back,
    is_missed,
    is_reasoned,
    is_skipped,
    is_taken_up,
    is_turned_down,
    is_unknown,
)
from analysis.measures.judgement.sentences import Sentence, sentences_of
from analysis.parsing.asks import Ask, asks_of
from analysis.parsing.references import is_pointer_only, points_to_answer


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
    due = [reading for reading in readings if is_due(reading.ask, readings)] or list(readings)
    # The reasons of a yes or no are judged with it.
    main = [reading for reading in due if not is_reasoned(reading, readings, sentences)]
    unknown = is_unknown(main, sentences)
    empty = pointer or unknown or is_turned_down(readings, sentences)
    whole = "none" if empty else _whole(main, sentences, joint, model)
    asks = _asks(whole, due, main, readings, model)
    referred = pointer and points_to_answer(answer)
    coverage: Coverage = "referred" if referred else whole
    # A shift of words tells of a skipped ask only where something else was answered instead:
    # another ask of the question, or another question.
    skips = not empty and whole != "full" and (len(due) > 1 or joint) and any(map(is_skipped, main))
    return Judgement(
        coverage,
        clarity_of(coverage, empty),
        status_of(coverage, sentences, pointer, unknown),
        asks,
        categories_of(hits, whole == "full", skips),
        tuple(hits),
        answer,
        joint,
    )


def _whole(
    due: Sequence[Reading],
    sentences: Sequence[Sentence],
    joint: bool,
    model: Weights,
) -> Outcome:
    """Return what a question got as a whole: by rule where one holds, else by its score."""
    if not due or all(is_missed(reading, joint) for reading in due):
        return "none"
    if all(reading.plain for reading in due):
        return "full"
    whole = model.cut(mean(model.score(reading.values) for reading in due))
    if whole == "none" and is_taken_up(due):
        return "partial"
    return "partial" if whole == "full" and is_held_back(due, sentences) else whole


def _asks(
    whole: Outcome,
    due: Sequence[Reading],
    main: Sequence[Reading],
    readings: Sequence[Reading],
    model: Weights,
) -> tuple[AskJudgement, ...]:
    """Return what each ask got, in accordance with what the question got as a whole."""
    outcomes: dict[int, Outcome] = {id(reading): whole for reading in due}
    if whole == "partial":
        each = [
            "none" if is_skipped(reading) else model.outcome(reading.values) for reading in main
        ]
        if len(set(each)) == 1:
            # What is neither answered wholly nor not at all holds for its asks together.
            each = ["partial"] * len(each)
        reasons: dict[int, Outcome] = {id(reading): "full" for reading in due}
        outcomes = {**reasons, **dict(zip(map(id, main), each, strict=True))}
    return tuple(
        AskJudgement(reading.ask, id(reading) in outcomes, outcomes.get(id(reading)), reading)
        for reading in readings
    )
