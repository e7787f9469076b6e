"""Broad topics: the major topics of the Comparative Agendas Project, by a dictionary.

A document is scored as a whole and its questions inherit its topic: a single question seldom has
enough words.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from analysis import codebook

FEWEST = 3
"""Fewer words of the dictionary than this tell nothing."""

LEAD = 1.25
"""The first topic must have so many times the score of the second."""

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class BroadTopic:
    """The broad topic of a document.

    Attributes
    ----------
    code
        Of the master codebook; ``None`` for unsure.
    score
        Share of the words found that are of this topic, or of the first where unsure; 0 to 1.
    n_words
        How many words of the dictionary were found.
    words
        Those of the topic, most frequent first.
    """

    code: int | None
    score: float
    n_words: int
    words: tuple[str, ...]


def broad_topic(text: str) -> BroadTopic:
    """Return the broad topic of a text; unsure where few words tell it or two topics are near.

    Each word counts for one plus the times it is repeated, damped by a square root, so that one
    word repeated does not decide.
    """
    found: dict[int, Counter[str]] = {}
    counts = Counter(_WORD.findall(text))
    for word, n in counts.items():
        for code in topics_of_word(word):
            found.setdefault(code, Counter())[word.casefold()] += n
    scores = {code: sum(n**0.5 for n in words.values()) for code, words in found.items()}
    order = sorted(scores, key=lambda code: (-scores[code], code))
    n_words = sum(sum(words.values()) for words in found.values())
    if not order:
        return BroadTopic(None, 0.0, 0, ())
    first = order[0]
    words = tuple(sorted(found[first], key=lambda word: (-found[first][word], word)))
    second = scores[order[1]] if len(order) > 1 else 0.0
    sure = n_words >= FEWEST and scores[first] >= LEAD * second
    share = scores[first] / sum(scores.values())
    return BroadTopic(first if sure else None, share, n_words, words)


@cache
def topics_of_word(word: str) -> tuple[int, ...]:
    """Return the codes of the topics that a word is of: by its stem or end, or as an acronym."""
    lower = word.casefold()
    return tuple(
        code
        for code, stems, ends, refused, acronyms in _dictionary()
        if word in acronyms
        or ((lower.startswith(stems) or lower.endswith(ends)) and not lower.startswith(refused))
    )


def topic_label(code: int | None, language: str) -> str | None:
    """Return the name of a topic in a language; ``None`` for unsure."""
    names = {entry["code"]: entry[language] for entry in codebook.load("cap")}
    return None if code is None else str(names[code])


@cache
def _dictionary() -> list[
    tuple[int, tuple[str, ...], tuple[str, ...], tuple[str, ...], frozenset[str]]
]:
    return [
        (
            entry["code"],
            tuple(entry["stems"].split()),
            tuple(entry["ends"].split()),
            tuple(entry["not"].split()),
            frozenset(entry["acronyms"].split()),
        )
        for entry in codebook.load("cap")
    ]
