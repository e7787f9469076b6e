"""A map of texts: their places in two dimensions, the same on every run."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from analysis.topics.likeness import similarity, tied
from analysis.topics.texts import require_enough


def places(texts: Sequence[str]) -> tuple[np.ndarray, float]:
    """Place texts so that those that are well tied are near each other.

    The first two principal coordinates of how the texts are tied, as loose topics are (`tied`),
    after centring (classical multidimensional scaling; Gower 1966). No chance is in it, so that,
    unlike with t-SNE or UMAP, the same texts always get the same places.

    Parameters
    ----------
    texts
        At most some thousands: all pairs are compared.

    Returns
    -------
    array of shape (n, 2), float
        The places; and the share of what sets the texts apart that the two dimensions show, from
        0 to 1.

    Raises
    ------
    TooFewTexts
        For fewer than `analysis.topics.MINIMUM_TEXTS` texts.
    """
    require_enough(len(texts))
    ties = tied(similarity(texts, loose=True))
    centred = ties - ties.mean(axis=0) - ties.mean(axis=1)[:, None] + ties.mean()
    values, vectors = np.linalg.eigh(np.round((centred + centred.T) / 2, 9))
    values = np.clip(values, 0, None)
    found = vectors[:, [-1, -2]] * np.sqrt(values[[-1, -2]])
    largest = np.argmax(np.round(np.abs(found), 6), axis=0)
    found = found * np.where(found[largest, [0, 1]] < 0, -1, 1)  # which side is up is free
    total = values.sum()
    return np.round(found, 4), float(values[-2:].sum() / total) if total else 0.0
