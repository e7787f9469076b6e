"""How alike texts are: by their words and their parts of words, and by way of other texts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_array

from analysis.topics.texts import gram_matrix, loose_weights, weighed, word_matrix

NEIGHBOURS = 12
"""How many of its likest texts each text is tied to."""

WALK = 0.95
"""The chance that a walk along these ties goes on."""

WALKS = ((6, 0.9), (8, 0.95), (12, 0.95), (16, 0.9))
"""Numbers of neighbours and lengths of walks that loose texts are tied by."""


def similarity(texts: Sequence[str], embeddings: bool = False, loose: bool = False) -> np.ndarray:
    """Return the likeness of all pairs of texts: the mean of words and of parts of words.

    Parameters
    ----------
    texts
        The texts.
    embeddings
        Whether to use the optional multilingual model as well.
    loose
        Whether they are of many documents: see `loose_weights`.

    Returns
    -------
    array of shape (n, n)
        Mean of two cosines of TF-IDF, from 0 to 1.
    """
    counts, words = word_matrix(texts)
    if loose:
        counts = csr_array(counts * loose_weights(texts, words)[None, :])
        counts.eliminate_zeros()
    by_words = weighed(counts)
    by_parts = weighed(part_counts(counts, words), damp=True)
    both = (by_words @ by_words.T).toarray() + (by_parts @ by_parts.T).toarray()
    if embeddings:
        from analysis.topics.embeddings import vectors

        rows = vectors(texts)
        return symmetric((both + np.clip(rows @ rows.T, 0, 1)) / 3)
    return symmetric(both / 2)


def part_counts(counts: csr_array, words: Sequence[str]) -> csr_array:
    """Return the counts of parts of words, of those that are in two texts at least."""
    parts = csr_array(counts @ gram_matrix(words))
    in_texts = np.bincount(parts.indices, minlength=parts.shape[1])
    return csr_array(parts[:, np.flatnonzero(in_texts >= 2)])


def by_way_of_others(
    likeness: np.ndarray, neighbours: int = NEIGHBOURS, walk: float = WALK
) -> np.ndarray:
    """Return how well texts are tied, directly or by way of other texts.

    Two questions of one subject need not share a word, if others share words with both. The kernel
    is that of a random walk with restarts on the graph of nearest neighbours (Zhou et al. 2004,
    "Learning with local and global consistency"), scaled so that each text is 1 to itself.

    Parameters
    ----------
    likeness
        As `similarity` returns it.
    neighbours, walk
        See `NEIGHBOURS` and `WALK`.

    Returns
    -------
    array of shape (n, n)
        From 0 to 1.
    """
    n = len(likeness)
    others = np.array(likeness, dtype=float)
    np.fill_diagonal(others, -1.0)
    nearest = np.argsort(-np.round(others, 9), axis=1, kind="stable")[:, : min(neighbours, n - 1)]
    ties = np.zeros((n, n))
    rows = np.repeat(np.arange(n), nearest.shape[1])
    ties[rows, nearest.ravel()] = np.clip(others[rows, nearest.ravel()], 0, None)
    ties = np.maximum(ties, ties.T)
    degree = np.sqrt(ties.sum(axis=1) + 1e-9)
    kernel = np.linalg.inv(np.eye(n) - walk * ties / np.outer(degree, degree))
    own = np.sqrt(np.diag(kernel))
    return symmetric(np.clip(kernel / np.outer(own, own), 0, 1))


def tied(likeness: np.ndarray) -> np.ndarray:
    """Return the mean of `by_way_of_others` over `WALKS`: no single setting decides."""
    walks = [by_way_of_others(likeness, near, walk) for near, walk in WALKS]
    return symmetric(np.mean(walks, axis=0))


def symmetric(matrix: np.ndarray) -> np.ndarray:
    """Return the matrix made symmetric, with ones on its diagonal, without noise of rounding."""
    found = np.round((matrix + matrix.T) / 2, 9)
    np.fill_diagonal(found, 1.0)
    return found
