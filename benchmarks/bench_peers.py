"""Topics of the shipped document by other methods, in the same run.

The texts are its answers with their questions; each method is told how many subjects. Agreement
is the adjusted mutual information with the subjects: the mean over 5 seeds. Of the seeds, and of
5 orders of the rows with one seed, the lowest adjusted Rand index between two results is shown: 1
is the same every time. The others get TF-IDF or counts of words by scikit-learn, with stop words
taken out. Ours is given the order of the texts in the document, which the others cannot use.

BERTopic is no dependency and was not measured.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import NMF, LatentDirichletAllocation
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

from analysis.evaluation.topics import rand, seed_units
from analysis.topics import agreement, chain_topics, loose_topics, topic_words

TITLE = "Topics by other methods"

_TIMES = 5
Method = Callable[[list[str], int, int], np.ndarray]


def run() -> list[dict[str, object]]:
    """Return a row for each method."""
    units = seed_units()
    texts, wanted = list(units["text"]), list(units["subject"])
    number = len(set(wanted))
    blocks = chain_topics(list(units["question"]), number, list(units["answer"]))
    rows = [_row("ours, in the order of the document", [blocks], [blocks], wanted)]
    methods: dict[str, Method] = {"ours, in no order": _ours, "KMeans": _kmeans, "NMF": _nmf}
    methods["LDA"] = _lda
    for name, method in methods.items():
        seeds = [method(texts, number, seed) for seed in range(_TIMES)]
        orders = [_shuffled(method, texts, number, seed) for seed in range(_TIMES)]
        rows.append(_row(name, seeds, orders, wanted))
    return rows


def _row(
    name: str, seeds: list[np.ndarray], orders: list[np.ndarray], wanted: list[str]
) -> dict[str, object]:
    score = np.mean([agreement(list(labels), wanted) for labels in seeds])
    return {
        "method": name,
        "texts": len(wanted),
        "adjusted mutual information": f"{score:.2f}",
        "adjusted Rand, two seeds": _lowest(seeds),
        "adjusted Rand, two orders": _lowest(orders),
    }


def _lowest(found: list[np.ndarray]) -> str:
    """Return the lowest adjusted Rand index of two results; of one there is none."""
    scores = [rand(list(one), list(other)) for one, other in combinations(found, 2)]
    return f"{min(scores):.2f}" if scores else "no chance in it"


def _shuffled(method: Method, texts: list[str], number: int, seed: int) -> np.ndarray:
    order = np.random.default_rng(seed).permutation(len(texts))
    labels = np.empty(len(texts), dtype=int)
    labels[order] = method([texts[at] for at in order], number, 0)
    return labels


def _ours(texts: list[str], number: int, seed: int) -> np.ndarray:
    np.random.seed(seed)
    return loose_topics(texts, number).labels


def _kmeans(texts: list[str], number: int, seed: int) -> np.ndarray:
    rows = TfidfVectorizer(analyzer=topic_words).fit_transform(texts)
    return KMeans(number, n_init=10, random_state=seed).fit_predict(rows)


def _nmf(texts: list[str], number: int, seed: int) -> np.ndarray:
    rows = TfidfVectorizer(analyzer=topic_words).fit_transform(texts)
    model = NMF(number, init="random", max_iter=1000, random_state=seed)
    return model.fit_transform(rows).argmax(axis=1)


def _lda(texts: list[str], number: int, seed: int) -> np.ndarray:
    rows = CountVectorizer(analyzer=topic_words).fit_transform(texts)
    return LatentDirichletAllocation(number, random_state=seed).fit_transform(rows).argmax(axis=1)
