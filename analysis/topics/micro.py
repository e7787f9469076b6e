"""Many texts: a space of few dimensions, and clusters of texts that are nearly alike in it.

The work grows with the number of texts, not with that of their pairs.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
from scipy.sparse import csr_array
from sklearn.cluster import MiniBatchKMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.preprocessing import normalize

from analysis.topics.likeness import symmetric
from analysis.topics.texts import gram_matrix, inverse_frequency, scaled, word_matrix

MICRO = 2_000
"""At most so many micro-clusters."""

_DIMENSIONS = 100
_SAMPLE = 4_000  # texts that the space is made from
_PER_CLUSTER = 5  # texts per micro-cluster where there are few


def micro_clusters(texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return the micro-cluster of each text, and the likeness of the micro-clusters.

    Parameters
    ----------
    texts
        Different texts, in an order of their own.

    Returns
    -------
    items, likeness
        Per text the number of its cluster, from 0 up without gaps; and the cosine of their means.
    """
    space = lsa_space(texts)
    number = min(MICRO, len(texts) // _PER_CLUSTER)
    means = MiniBatchKMeans(
        number, batch_size=4096, n_init=1, max_iter=10, random_state=0, init="random"
    )
    found = np.unique(means.fit_predict(space), return_inverse=True)[1]
    member = csr_array(
        (np.ones(len(found), dtype=np.float32), (found, np.arange(len(found)))),
        shape=(found.max() + 1, len(found)),
    )
    centres = normalize(member @ space)
    return found, symmetric(np.clip(centres @ centres.T, 0, 1))


def lsa_space(texts: Sequence[str], dimensions: int = _DIMENSIONS) -> np.ndarray:
    """Place texts in a space of few dimensions by their words and parts of words (LSA).

    The axes are those of a sample that is chosen by the texts themselves; the other texts are
    placed on them.

    Returns
    -------
    array of shape (n, at most ``dimensions``)
        Rows of length 1; a row of zeros for a text without words.
    """
    counts, words = word_matrix(texts, minimum=2 if len(texts) <= _SAMPLE else 3)
    features = _features(counts, words)
    mixed = normalize(scaled(counts, inverse_frequency(counts)), copy=False)
    chosen = _sample(texts)
    sample = csr_array(mixed[chosen] @ features)
    size = min(dimensions, min(sample.shape) - 1)
    if size < 1:
        return np.zeros((len(texts), 1), dtype=np.float32)
    axes = TruncatedSVD(size, n_iter=4, random_state=0).fit(sample).components_
    placed = mixed @ (features @ axes.T.astype(np.float32))
    return normalize(placed.astype(np.float32, copy=False), copy=False)


def _features(counts: csr_array, words: Sequence[str]) -> csr_array:
    """Return per word its parts, in rows of length 1, so that all words weigh alike."""
    parts = gram_matrix(words)
    return normalize(scaled(parts, inverse_frequency(parts)), copy=False)


def _sample(texts: Sequence[str]) -> np.ndarray:
    """Return the places of the texts whose digests come first: a sample by content."""
    if len(texts) <= _SAMPLE:
        return np.arange(len(texts))
    keys = [blake2b(text.encode(), digest_size=8).digest() for text in texts]
    order = sorted(range(len(texts)), key=lambda at: keys[at])
    return np.array(sorted(order[:_SAMPLE]))
