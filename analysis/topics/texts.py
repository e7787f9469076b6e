"""What of a text tells its topic: words and parts of words, weighed by how rare they are."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

import numpy as np
from scipy.sparse import csr_array, diags_array
from sklearn.preprocessing import normalize

from analysis import codebook
from analysis.errors import AnalysisError

MINIMUM_TEXTS = 8
"""Fewer texts than this have no topics worth the name."""

GRAM_LENGTHS = (3, 4, 5)
"""Lengths of the parts of words by which a compound meets its parts."""

_WORD = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})*")


_NAME = re.compile(
    r"(?<=[\w,;)] )[A-ZÀ-Þ][^\W\d_]+(?:-[^\W\d_]{2,})*"
    r"|\b[^\W\d_]+[A-ZÀ-Þ][^\W\d_]*(?:-[^\W\d_]{2,})*"
)


class TooFewTexts(AnalysisError):
    """There are too few texts to find topics in."""


def require_enough(n: int) -> None:
    """Refuse fewer texts than `MINIMUM_TEXTS`.

    Raises
    ------
    TooFewTexts
        Where there are fewer.
    """
    if n < MINIMUM_TEXTS:
        raise TooFewTexts(
            f"te weinig teksten: {n} texts are too few for topics, at least {MINIMUM_TEXTS}"
        )


def topic_words(text: str) -> list[str]:
    """Return the words of a text that can tell a topic, in lower case and in order."""
    stop = _stop_words()
    return [word for word in _WORD.findall(text.casefold()) if word not in stop]


def word_matrix(
    texts: Sequence[str], minimum: int = 1, by_rarity: bool = True
) -> tuple[csr_array, list[str]]:
    """Count words, each damped by its logarithm and weighed by how rare it is in Dutch.

    Parameters
    ----------
    texts
        The texts.
    minimum
        In how many texts a word must be.
    by_rarity
        Whether to weigh words by `rarity`.

    Returns
    -------
    matrix, words
        A row per text; a column per word, in the order of the alphabet.
    """
    vocabulary: dict[str, int] = {}
    columns, data = array("i"), array("f")  # of 4 bytes each: lists of 100,000 texts take 10 times
    lengths = [0]
    for text in texts:
        counts = Counter(topic_words(text))
        columns.extend(vocabulary.setdefault(word, len(vocabulary)) for word in counts)
        data.extend(counts.values())
        lengths.append(len(counts))
    values = np.asarray(data)
    np.add(1, np.log(values, out=values), out=values)
    shape = (len(texts), len(vocabulary))
    ends = np.cumsum(lengths, dtype=np.int32)  # as the columns: 64 bits would double these
    matrix = csr_array((values, np.asarray(columns), ends), shape=shape)
    words = np.array(list(vocabulary), dtype=object)
    enough = np.flatnonzero(np.bincount(matrix.indices, minlength=len(words)) >= minimum)
    order = enough[np.argsort(words[enough])]
    chosen = [str(word) for word in words[order]]
    weights = np.array([rarity(w) if by_rarity else 1.0 for w in chosen], dtype=np.float32)
    chosen_columns = csr_array(matrix[:, order])
    chosen_columns.sort_indices()
    return scaled(chosen_columns, weights), chosen


def scaled(matrix: csr_array, weights: np.ndarray) -> csr_array:
    """Multiply the columns of a matrix by weights, in its own place in memory, and return it."""
    matrix.data *= weights[matrix.indices]
    return matrix


def gram_matrix(words: Sequence[str]) -> csr_array:
    """Return which parts each word has: a row per word, a column per part of 3 to 5 letters.

    The word itself, with a space before and after it, is one of its parts.
    """
    vocabulary: dict[str, int] = {}
    columns, ends = array("i"), [0]
    for word in words:
        columns.extend(vocabulary.setdefault(gram, len(vocabulary)) for gram in _grams(word))
        ends.append(len(columns))
    ones = np.ones(len(columns), dtype=np.float32)
    parts = (ones, np.asarray(columns), np.array(ends, dtype=np.int32))
    return csr_array(parts, shape=(len(words), len(vocabulary)))


def weighed(counts: csr_array, damp: bool = False) -> csr_array:
    """Return TF-IDF of counts with rows of length 1, by the smoothed inverse of scikit-learn."""
    if not counts.nnz:  # not one word of a subject in all texts
        return csr_array(counts.shape, dtype=np.float32)
    found = csr_array(counts, copy=True)
    if damp:
        found.data = np.log1p(found.data)
    return csr_array(normalize(found @ diags_array(inverse_frequency(counts))))


def inverse_frequency(counts: csr_array) -> np.ndarray:
    """Return per column ln((1 + n) / (1 + df)) + 1: what is in fewer texts says more."""
    n = counts.shape[0]
    in_texts = np.bincount(counts.indices, minlength=counts.shape[1])
    return np.log((1 + n) / (1 + in_texts)).astype(np.float32) + 1


@lru_cache(maxsize=500_000)
def rarity(word: str) -> float:
    """Return how much a word can say of a topic: 0 for the commonest words, up to 1.

    The square root of a line in the Zipf frequency (van Heuven et al. 2014) from 6 to 2.5. Words
    that any Dutch text is full of do not tell a topic, also where few texts here have them.
    """
    from wordfreq import zipf_frequency

    return float(min(max((6.0 - zipf_frequency(word, "nl")) / 3.5, 0.0), 1.0) ** 0.5)


def loose_weights(texts: Sequence[str], words: Sequence[str]) -> np.ndarray:
    """Return per word how much it tells of the topic of a loose question.

    Words in which anything is asked tell nothing; proper names and acronyms, written with a capital
    within a sentence and nowhere without one, count twice.
    """
    asking = _asking_words()
    capital = {found.casefold() for text in texts for found in _NAME.findall(text)}
    small = {found for text in texts for found in _WORD.findall(text) if found.islower()}
    weights = [
        0.0 if w in asking else 2.0 if w in capital and w not in small else 1.0 for w in words
    ]
    return np.array(weights, dtype=np.float32)


def _grams(word: str) -> Iterable[str]:
    padded = f" {word} "
    found = {padded[at : at + n] for n in GRAM_LENGTHS for at in range(max(len(padded) - n + 1, 0))}
    return sorted(found | {padded})


@cache
def _stop_words() -> frozenset[str]:
    listed = codebook.load("stopwords")
    return frozenset(listed["function"].split()) | frozenset(listed["parliament"].split())


@cache
def _asking_words() -> frozenset[str]:
    return frozenset(codebook.load("stopwords")["asking"].split())
