"""Topics of loose texts: of many documents, in no order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform
from sklearn.metrics import silhouette_score

from analysis.errors import AnalysisError
from analysis.topics.likeness import by_way_of_others, similarity, tied
from analysis.topics.micro import micro_clusters
from analysis.topics.texts import require_enough

SMALLEST = 3
"""Fewer texts than this are no topic of their own, unless so many topics are asked for."""

DIRECT = 2_500
"""Up to so many texts all pairs are compared; beyond that, clusters of like texts."""

_NUMBERS_TRIED = 30


@dataclass(frozen=True)
class Loose:
    """Topics of loose texts.

    Attributes
    ----------
    labels
        The topic of each text, from 0 up; the largest topic first.
    items
        For each text, which row of ``ties`` it stands in.
    ties
        How well the items (texts, or clusters of nearly equal texts) are tied, from 0 to 1.
    """

    labels: np.ndarray
    items: np.ndarray
    ties: np.ndarray


def loose_topics(
    texts: Sequence[str], n_topics: int | None = None, embeddings: bool = False
) -> Loose:
    """Divide loose texts into topics; their order does not matter, and equal texts count once.

    Parameters
    ----------
    texts
        The texts, in any order.
    n_topics
        How many topics; by default the number by which texts are nearest to those of their own
        topic (the highest silhouette; Rousseeuw 1987).
    embeddings
        Whether to use the optional multilingual model as well, where all pairs are compared.

    Returns
    -------
    Loose
        The topics, and what they were made of.

    Raises
    ------
    TooFewTexts
        For fewer than `MINIMUM_TEXTS` texts.
    AnalysisError
        Where ``n_topics`` is out of range.
    """
    require_enough(len(texts))
    unique = sorted(set(texts))
    if n_topics is not None and not 1 <= n_topics <= len(unique):
        raise AnalysisError(
            f"{n_topics} topics cannot be made of {len(unique)} different texts:"
            f" name a number from 1 to {len(unique)}"
        )
    place = {text: at for at, text in enumerate(unique)}
    rows = np.array([place[text] for text in texts])
    if len(unique) <= DIRECT:
        items, likeness = np.arange(len(unique)), similarity(unique, embeddings, loose=True)
    else:
        items, likeness = micro_clusters(unique)
    # Of 2,000 clusters one walk is enough, and four would take four times as long.
    walk = tied if len(unique) <= DIRECT else by_way_of_others
    ties = walk(likeness) if len(likeness) > 2 else likeness
    sizes = np.bincount(items[rows], minlength=len(ties))
    labels = divided(ties, sizes, n_topics)[items[rows]]
    return Loose(by_size(labels), items[rows], ties)


def divided(ties: np.ndarray, sizes: np.ndarray, n_topics: int | None) -> np.ndarray:
    """Divide items by average link on their ties; see `loose_topics`.

    Parameters
    ----------
    ties
        As `by_way_of_others` returns them.
    sizes
        How many texts each item stands for.
    n_topics
        How many topics, or ``None``.

    Returns
    -------
    array of int
        The topic of each item.
    """
    n = len(ties)
    if n == 1:
        return np.zeros(1, dtype=int)
    distance = 1 - ties
    tree = linkage(squareform(distance, checks=False), "average")
    if n_topics is not None:
        return _exactly(tree, ties, sizes, n_topics)
    most = max(3, round(n / 2.5))
    numbers = np.unique(np.round(np.geomspace(2, most, _NUMBERS_TRIED)).astype(int))
    best, chosen = -2.0, np.zeros(n, dtype=int)
    for number in numbers:
        labels = folded(fcluster(tree, number, "maxclust"), ties, sizes)
        if not 1 < len(set(labels)) < n:
            continue
        score = round(float(silhouette_score(distance, labels, metric="precomputed")), 9)
        if score > best:
            best, chosen = score, labels
    return chosen


def folded(
    labels: np.ndarray, ties: np.ndarray, sizes: np.ndarray, smallest: int = SMALLEST
) -> np.ndarray:
    """Put the items of clusters that are too small into the cluster they are best tied to.

    Questions such as ``Zo nee, waarom niet?`` have no words of a subject, and stay apart in any
    clustering; what ties they have shows where they belong.
    """
    labels = np.unique(labels, return_inverse=True)[1]
    n_texts = np.bincount(labels, weights=sizes)
    large = np.flatnonzero(n_texts >= smallest)
    if not len(large) or len(large) == len(n_texts):
        return labels
    mean = np.stack([ties[:, labels == topic].mean(axis=1) for topic in large], axis=1)
    nearest = large[np.argmax(mean, axis=1)]
    return np.unique(np.where(np.isin(labels, large), labels, nearest), return_inverse=True)[1]


def by_size(labels: np.ndarray) -> np.ndarray:
    """Renumber topics so that the largest is 0; of equal ones, that of the first text first."""
    values, first, counts = np.unique(labels, return_index=True, return_counts=True)
    order = np.lexsort((first, -counts))
    rank = np.empty(len(values), dtype=int)
    rank[order] = np.arange(len(values))
    return rank[np.searchsorted(values, labels)]


def _exactly(tree: np.ndarray, ties: np.ndarray, sizes: np.ndarray, n_topics: int) -> np.ndarray:
    """Cut lower until there are so many topics of a fair size; if that cannot be, of any size."""
    n = len(ties)
    if n_topics > n:
        raise AnalysisError(f"{n_topics} topics are too many here: at most {n}")
    for smallest in (SMALLEST, 2, 1):
        for number in range(n_topics, n + 1):
            clusters = fcluster(tree, number, "maxclust")
            large = np.bincount(clusters, weights=sizes) >= smallest
            if int(large.sum()) == n_topics:
                return folded(clusters, ties, sizes, smallest)
    return np.unique(_cut(tree, n_topics), return_inverse=True)[1]


def _cut(tree: np.ndarray, n_topics: int) -> np.ndarray:
    """Undo the last merges, one by one, also where several have the same height."""
    n = len(tree) + 1
    members = {at: [at] for at in range(n)}
    for at, (left, right) in enumerate(tree[: n - n_topics, :2].astype(int)):
        members[n + at] = members.pop(left) + members.pop(right)
    labels = np.empty(n, dtype=int)
    for topic, rows in enumerate(members.values()):
        labels[rows] = topic
    return labels
