"""Non-answer devices in the words of an answer.

A device found is a fact about the words. It does not say that the answer evades: a caretaker
government may have to leave a matter to the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from analysis.codebook.devices import Category, Pattern, Tier, categories
from analysis.measures.answer import Answer
from analysis.measures.guards import ALL_GUARDS, Guards, stopped
from analysis.text import passage_spans, sentence_spans_within

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


def find_devices(
    text: str, question: str | None = None, guards: Guards = ALL_GUARDS, joint: bool = False
) -> list[Hit]:
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
    joint
        Whether the answer is given to other questions besides ``question``: then a device counts
        only where its sentence may be about this one.

    Returns
    -------
    list of Hit
        One per category and sentence, the first pattern that matched, in the order of the text.
    """
    answer = Answer(text, question, joint)
    cues = _cues_in(text, _patterns_by_cue())
    if not cues:
        return []
    hits: list[Hit] = []
    for passage_start, passage_end in passage_spans(text):
        candidates = _cues_in(text[passage_start:passage_end], cues)
        if not candidates:
            continue
        for start, end in sentence_spans_within(text, passage_start, passage_end):
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


@cache
def _patterns() -> tuple[tuple[Category, Pattern], ...]:
    return tuple((category, pattern) for category in categories() for pattern in category.patterns)


@cache
def _patterns_by_cue() -> Mapping[str, tuple[int, ...]]:
    """Return for each cue the patterns that it may belong to, as places in `_patterns`."""
    found: dict[str, tuple[int, ...]] = {}
    for place, (_, pattern) in enumerate(_patterns()):
        for cue in pattern.cues:
            found[cue] = (*found.get(cue, ()), place)
    return found


def _cues_in(text: str, cues: Mapping[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """Return the cues that stand in a text, which is cheap to tell, with their patterns."""
    lowered = " ".join(text.lower().split())
    return {cue: places for cue, places in cues.items() if cue in lowered}


def _hits_of_sentence(
    answer: Answer, start: int, end: int, cues: Mapping[str, tuple[int, ...]], guards: Guards
) -> Iterator[Hit]:
    sentence = answer.text[start:end]
    places = {place for found in _cues_in(sentence, cues).values() for place in found}
    seen: set[str] = set()
    for place in sorted(places):
        category, pattern = _patterns()[place]
        if category.code not in seen and (
            span := _first_match(answer, (start, end), sentence, category, pattern, guards)
        ):
            seen.add(category.code)
            yield Hit(category.code, pattern.id, *span, start, end, category.tier)


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
