"""Non-answer devices in the words of an answer.

A device found is a fact about the words. It does not say that the answer evades: a caretaker
government may have to leave a matter to the next one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.codebook.devices import Category, Pattern, Tier, categories
from analysis.measures.guards import ALL_GUARDS, Answer, Guards, stopped
from analysis.text import line_spans, sentence_spans_within

__all__ = ["ALL_GUARDS", "Guards", "Hit", "find_devices"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A device in a sentence.

    Attributes
    ----------
    category, pattern
        Code of the category and id of the pattern that matched.
    start, end
        Offsets of the exact words in the text of the answer.
    sentence_start, sentence_end
        Offsets of the sentence they stand in.
    tier
        That of the category: ``strong`` or ``weak``.
    """

    category: str
    pattern: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    tier: Tier


def find_devices(text: str, question: str | None = None, guards: Guards = ALL_GUARDS) -> list[Hit]:
    """Find the devices that an answer uses.

    Parameters
    ----------
    text
        The answer; the empty text has no devices.
    question
        The question, or the questions of a joint answer; ``None`` switches off the guards that
        compare with the question.
    guards
        What keeps words from counting, each to be switched off.

    Returns
    -------
    list of Hit
        One per category and sentence, the first pattern that matched, in the order of the text.
    """
    answer = Answer(text, question)
    hits: list[Hit] = []
    for line_start, line_end in line_spans(text):
        candidates = _candidates(text[line_start:line_end])
        if not candidates:
            continue
        for start, end in sentence_spans_within(text, line_start, line_end):
            found = list(_hits_of_sentence(answer, start, end, candidates, guards))
            kept = [hit for hit in found if not _yields(hit, found)]
            hits += sorted(kept, key=lambda hit: (hit.start, hit.end))
    return hits


def _yields(hit: Hit, others: list[Hit]) -> bool:
    """Tell whether a weak device shares its words with a strong one: one device per passage."""
    return hit.tier == "weak" and any(
        other.tier == "strong" and other.start < hit.end and hit.start < other.end
        for other in others
    )


def _candidates(line: str) -> list[tuple[Category, list[Pattern]]]:
    """Return the patterns of which a cue stands in the line: searching for these is cheap."""
    lowered = line.lower()
    found = []
    for category in categories():
        patterns = [
            pattern for pattern in category.patterns if any(cue in lowered for cue in pattern.cues)
        ]
        if patterns:
            found.append((category, patterns))
    return found


def _hits_of_sentence(
    answer: Answer,
    start: int,
    end: int,
    candidates: list[tuple[Category, list[Pattern]]],
    guards: Guards,
) -> Iterator[Hit]:
    sentence = answer.text[start:end]
    lowered = sentence.lower()
    for category, patterns in candidates:
        for pattern in patterns:
            if any(cue in lowered for cue in pattern.cues) and (
                span := _first_match(answer, (start, end), sentence, category, pattern, guards)
            ):
                yield Hit(category.code, pattern.id, *span, start, end, category.tier)
                break


def _first_match(
    answer: Answer,
    place: tuple[int, int],
    sentence: str,
    category: Category,
    pattern: Pattern,
    guards: Guards,
) -> tuple[int, int] | None:
    for match in pattern.regex.finditer(sentence):
        span = place[0] + match.start(), place[0] + match.end()
        if not stopped(answer, place, span, category, guards):
            return span
    return None
