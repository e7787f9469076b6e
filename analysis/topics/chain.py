"""Topics of one document: blocks of neighbours, from the consensus of several views of the texts.

The order of the questions carries the topic. Each view of how alike the texts are (words; and words
with their parts, by way of few or of more other texts) is cut into blocks of neighbours at many
numbers of blocks, and so is the row of texts by the likelihood of its words
(`analysis.topics.segments`). How often two texts are in one block is what the final division is
made from.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from analysis.errors import AnalysisError
from analysis.topics.likeness import by_way_of_others, similarity
from analysis.topics.segments import together_by_words
from analysis.topics.texts import require_enough, weighed, word_matrix

TOGETHER = 0.4
"""Texts that are together in fewer divisions than this do not hold a topic together."""

MOST_TEXTS = 2_000
"""In order at most so many: all ways of cutting are weighed, which is quadratic."""

_STEPS = 100  # of more texts than this not each number of blocks is tried
_BY_WORDS = 2 / 3  # the share of the likelihood of words in the consensus; the rest is likeness

_WALKS = ((5, 0.8), (8, 0.9))  # neighbours and length: see `likeness.by_way_of_others`
_FEWEST, _MOST = 0.10, 0.65  # numbers of blocks tried, as shares of the number of texts


def chain_topics(
    texts: Sequence[str],
    n_topics: int | None = None,
    answers: Sequence[str] | None = None,
    embeddings: bool = False,
) -> np.ndarray:
    """Cut a row of texts into topics: blocks of neighbours that the views agree on.

    Parameters
    ----------
    texts
        In the order of the document: questions.
    n_topics
        How many topics, from 1 to the number of texts; by default `usual_number`.
    answers
        The answers to them, or ``None`` for views of the texts alone.
    embeddings
        Whether to use the optional multilingual model too: in the likeness of the texts, and as a
        kind of view of its own.

    Returns
    -------
    array of int
        For each text the number of its topic, from 0 up in the order of the document.

    Raises
    ------
    TooFewTexts
        For fewer than `MINIMUM_TEXTS` texts.
    AnalysisError
        Where ``n_topics`` is out of range.
    """
    require_enough(len(texts))
    if n_topics is not None and not 1 <= n_topics <= len(texts):
        raise AnalysisError(f"n_topics is {n_topics}; it can be 1 to {len(texts)}, one per text")
    consensus = consensus_of(texts, answers, embeddings)
    return cut(consensus, usual_number(consensus) if n_topics is None else n_topics)


def consensus_of(
    texts: Sequence[str], answers: Sequence[str] | None = None, embeddings: bool = False
) -> np.ndarray:
    """Return how often each two texts are in one block, over all views and numbers of blocks.

    Returns
    -------
    array of shape (n, n)
        From 0 to 1.

    Raises
    ------
    AnalysisError
        For more than `MOST_TEXTS` texts.
    """
    n = len(texts)
    if n > MOST_TEXTS:
        raise AnalysisError(
            f"{n} texts are too many for one document in order, at most {MOST_TEXTS}:"
            " divide them as loose texts (--unordered)"
        )
    chosen = list(texts)
    if answers is not None:
        chosen = [f"{text}\n{answer}" for text, answer in zip(texts, answers, strict=True)]
    if len(set(chosen)) == 1:  # nothing tells where to cut
        return np.ones((n, n))
    step = max(1, n // _STEPS)
    numbers = range(max(2, int(n * _FEWEST)), int(n * _MOST) + 1, step)
    views = _views(chosen, embeddings)
    by_likeness = sum(_together(view, numbers) for view in views) / (len(views) * len(numbers))
    by_words = together_by_words(chosen, numbers)
    if embeddings:
        by_meaning = _together(_meaning(chosen), numbers) / len(numbers)
        return np.asarray((by_words + by_likeness + by_meaning) / 3)
    return np.asarray(_BY_WORDS * by_words + (1 - _BY_WORDS) * by_likeness)


def cut(consensus: np.ndarray, n_topics: int) -> np.ndarray:
    """Return the division into blocks of neighbours by average link on the consensus.

    Returns
    -------
    array of int
        For each text the number of its block, from 0 up in order.
    """
    edges = list(range(len(consensus) + 1))
    for edge, _ in merges(consensus)[: len(consensus) - n_topics]:
        edges.remove(edge)
    return np.repeat(np.arange(len(edges) - 1), np.diff(edges))


def merges(likeness: np.ndarray) -> list[tuple[int, float]]:
    """Merge the two neighbouring blocks that are most alike on average, until one is left.

    Parameters
    ----------
    likeness
        Of all pairs of texts, in their order.

    Returns
    -------
    list of (int, float)
        Per merge the place of the edge that it takes away (the number of its second block's first
        text) and the mean likeness of the two blocks. Of equals the first merges first.
    """
    n = len(likeness)
    sums = np.zeros((n + 1, n + 1))
    sums[1:, 1:] = likeness.cumsum(axis=0).cumsum(axis=1)
    edges, found = np.arange(n + 1), []
    while len(edges) > 2:
        a, b, c = edges[:-2], edges[1:-1], edges[2:]
        between = sums[b, c] - sums[a, c] - sums[b, b] + sums[a, b]
        means = np.round(between / ((b - a) * (c - b)), 9)
        at = int(np.argmax(means))
        found.append((int(edges[at + 1]), float(means[at])))
        edges = np.delete(edges, at + 1)
    return found


def usual_number(consensus: np.ndarray, threshold: float = TOGETHER) -> int:
    """Return the number of topics where the consensus is cut at a threshold.

    Of all divisions into blocks it is that with the highest sum, over the pairs within blocks, of
    the consensus less the threshold: a pair that is together less often does not hold a block
    together (correlation clustering; Bansal et al. 2004).
    """
    n = len(consensus)
    gains = consensus - threshold
    np.fill_diagonal(gains, 0)
    within = _within(gains)
    best, number = np.zeros(n + 1), np.zeros(n + 1, dtype=int)
    for end in range(1, n + 1):
        totals = np.round(best[:end] + within[:end, end], 9)
        start = int(np.argmax(totals))
        best[end], number[end] = totals[start], number[start] + 1
    return int(number[n])


def _views(texts: Sequence[str], embeddings: bool) -> list[np.ndarray]:
    """Return a likeness of all pairs of texts for each view."""
    rows = weighed(word_matrix(texts, by_rarity=False)[0])
    views = [np.round((rows @ rows.T).toarray(), 9)]
    likeness = similarity(texts, embeddings)
    return views + [by_way_of_others(likeness, near, walk) for near, walk in _WALKS]


def _meaning(texts: Sequence[str]) -> np.ndarray:
    """Return how well texts are tied by the multilingual model alone."""
    from analysis.topics.embeddings import vectors

    rows = vectors(texts)
    return by_way_of_others(np.clip(rows @ rows.T, 0, 1), *_WALKS[0])


def _together(view: np.ndarray, numbers: range) -> np.ndarray:
    """Return in how many of the divisions of a view each two texts are together."""
    n = len(view)
    edges, found = list(range(n + 1)), np.zeros((n, n))
    for edge, _ in [*merges(view), (0, 0.0)]:
        if len(edges) - 1 in numbers:
            block = np.repeat(np.arange(len(edges) - 1), np.diff(edges))
            found += block[:, None] == block[None, :]
        edges.remove(edge)
    return found


def _within(values: np.ndarray) -> np.ndarray:
    """Return the sum of the values within each block, by its first text and that after its last."""
    n = len(values)
    sums = np.zeros((n + 1, n + 1))
    sums[1:, 1:] = values.cumsum(axis=0).cumsum(axis=1)
    return np.diag(sums)[None, :] - sums - sums.T + np.diag(sums)[:, None]
