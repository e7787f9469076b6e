"""Names for topics: the words that set each apart, as written, and its most central text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence

import numpy as np
import pandas as pd

from analysis.topics.texts import rarity, topic_words, weighed, word_matrix

_WORD = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})*")
_CANDIDATES = 12  # words per topic among which a name is looked for
_VARIETY = 0.4  # how much likeness to the words chosen before counts against a word


def topic_terms(texts: Sequence[str], labels: Sequence[Hashable], n_terms: int = 5) -> pd.DataFrame:
    """Return the words that set each topic apart from the others.

    Class-based TF-IDF: how often a word occurs in the topic, times the logarithm of one plus the
    average number of words per topic over the word's count in all topics (Grootendorst 2022), and
    times how rare it is in Dutch.

    Parameters
    ----------
    texts, labels
        The texts and their topics, in the same order.
    n_terms
        At most how many words per topic.

    Returns
    -------
    DataFrame
        ``topic``, ``rank`` from 1, ``term``, ``score``, ``count`` in the topic. Words that score
        the same are in the order of the alphabet.
    """
    counts: dict[Hashable, Counter[str]] = {label: Counter() for label in dict.fromkeys(labels)}
    for text, label in zip(texts, labels, strict=True):
        counts[label].update(topic_words(text))
    total: Counter[str] = Counter()
    for words in counts.values():
        total.update(words)
    average = sum(total.values()) / max(len(counts), 1)
    rows = []
    for label, words in counts.items():
        scored = [
            (n * np.log(1 + average / total[word]) * rarity(word), word, n)
            for word, n in words.items()
        ]
        best = sorted(scored, key=lambda entry: (-entry[0], entry[1]))[:n_terms]
        rows += [
            [label, rank, word, float(score), n] for rank, (score, word, n) in enumerate(best, 1)
        ]
    return pd.DataFrame(rows, columns=["topic", "rank", "term", "score", "count"])


def topic_names(
    texts: Sequence[str], labels: Sequence[Hashable], n_words: int = 3
) -> dict[Hashable, str]:
    """Return a name per topic: words that set it apart and differ from each other, as written.

    Chosen by maximal marginal relevance (Carbonell and Goldstein 1998): the score of a word less
    its likeness to the words chosen before, so that a name is not three forms of one word.

    Parameters
    ----------
    texts, labels
        The texts and their topics, in the same order.
    n_words
        At most how many words in a name.

    Returns
    -------
    dict
        A name per topic, such as ``advocaten, rechtsbijstand, tarieven``. Where two topics would
        have one name, the later has its number behind it; a topic without words is called ``–``.
    """
    terms = topic_terms(texts, labels, _CANDIDATES)
    written = _as_written(texts, set(terms["term"]))
    names: dict[Hashable, str] = {}
    for topic in dict.fromkeys(labels):
        own = terms[terms["topic"] == topic]
        chosen = various(list(own["term"]), list(own["score"]), n_words)
        name = ", ".join(written[word] for word in chosen) or "–"
        taken = name in names.values()
        names[topic] = f"{name} ({len(names) + 1})" if taken else name
    return names


def various(words: Sequence[str], scores: Sequence[float], n_words: int) -> list[str]:
    """Return words of a high score that are unlike each other, best first."""
    chosen: list[str] = []
    highest = max(scores, default=1.0) or 1.0
    left = dict(zip(words, scores, strict=True))
    while left and len(chosen) < n_words:
        gains = {
            word: (1 - _VARIETY) * score / highest
            - _VARIETY * max((_likeness(word, other) for other in chosen), default=0.0)
            for word, score in left.items()
        }
        best = min(gains, key=lambda word: (-round(gains[word], 9), word))
        chosen.append(best)
        del left[best]
    return chosen


def central_texts(texts: Sequence[str], labels: Sequence[Hashable]) -> dict[Hashable, int]:
    """Return per topic the place of its most central text: the nearest to the mean of the topic.

    Of equals it is the shortest, then the first in the alphabet.
    """
    rows = weighed(word_matrix(texts)[0])
    places: dict[Hashable, list[int]] = {}
    for place, label in enumerate(labels):
        places.setdefault(label, []).append(place)
    found = {}
    for label, own in places.items():
        centre = np.asarray(rows[own].sum(axis=0)).ravel()
        near = np.round(rows[own] @ centre, 6)
        found[label] = min(
            zip(own, near, strict=True), key=lambda e: (-e[1], len(texts[e[0]]), texts[e[0]])
        )[0]
    return found


def _likeness(one: str, other: str) -> float:
    """Return how many of their parts of three letters two words share (Dice), 0 to 1."""
    if one in other or other in one:
        return 1.0
    first, second = ({w[i : i + 3] for i in range(len(w) - 2)} for w in (one, other))
    return 2 * len(first & second) / max(len(first) + len(second), 1)


def _as_written(texts: Sequence[str], words: set[str]) -> dict[str, str]:
    """Return for each word the way in which it is written most often."""
    forms: dict[str, Counter[str]] = {word: Counter() for word in words}
    for text in texts:
        for form in _WORD.findall(text):
            lower = form.casefold()
            if lower in forms:
                forms[lower][form] += 1
    return {
        word: min(counted, key=lambda form: (-counted[form], form[:1].isupper(), form))
        for word, counted in forms.items()
    }
