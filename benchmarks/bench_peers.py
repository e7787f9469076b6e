"""Topics by other methods, in the same run: one document in order, and loose questions.

The texts of the project's document are its answers with their questions, and its subjects are the
topics. The loose questions are those of 24 made-up documents; the document of each is its topic.
Each method but the defaults of BERTopic is told how many topics there are. Agreement is the
adjusted mutual information: the mean over 5 seeds. Of the seeds, and of 5 orders of the texts with
one seed, the lowest adjusted Rand index between two results is shown: 1 is the same every time. The
others get TF-IDF or counts of words by scikit-learn, with stop words taken out; of BERTopic
`benchmarks/bertopic_peer.py` says with what. Texts that it leaves without a topic count as one.
Ours is given the order of the texts in the document, which the others cannot use.
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
from benchmarks import bertopic_peer
from tests.generator import document

TITLE = "Topics by other methods"

_TIMES = 5
_DOCUMENTS = 24
_SEED, _MADE_UP = "the project's document", "loose questions, made up"
Method = Callable[[list[str], int, int], np.ndarray]


def run() -> list[dict[str, object]]:
    """Return a row for each method on each material."""
    units = seed_units()
    wanted = list(units["subject"])
    blocks = chain_topics(list(units["question"]), len(set(wanted)), list(units["answer"]))
    rows = [_row(_SEED, "ours, in the order of the document", [blocks], [blocks], wanted)]
    rows += compared(_SEED, list(units["text"]), wanted)
    rows += compared(_MADE_UP, *questions(_DOCUMENTS))
    if not bertopic_peer.installed():
        rows.append(dict.fromkeys(rows[0], "–") | {"method": bertopic_peer.INSTALL})
    return rows


def questions(documents: int) -> tuple[list[str], list[str]]:
    """Return the questions of made-up documents, and the document of each."""
    texts, wanted = [], []
    for seed in range(documents):
        gold = document(seed, "aanhangsel", area=seed, n=5).gold
        found = [question.text for question in gold.questions if question.text]
        texts += found
        wanted += [str(seed)] * len(found)
    return texts, wanted


def compared(material: str, texts: list[str], wanted: list[str]) -> list[dict[str, object]]:
    """Return a row for each method that knows no order."""
    number = len(set(wanted))
    rows = []
    for name, method in _methods().items():
        seeds = [method(texts, number, seed) for seed in range(_TIMES)]
        orders = [_shuffled(method, texts, number, seed) for seed in range(_TIMES)]
        rows.append(_row(material, name, seeds, orders, wanted))
    return rows


def _methods() -> dict[str, Method]:
    methods: dict[str, Method] = {"ours, in no order": _ours, "KMeans": _kmeans, "NMF": _nmf}
    methods["LDA"] = _lda
    if bertopic_peer.installed():
        methods["BERTopic, its defaults"] = bertopic_peer.defaults
        methods["BERTopic, tuned"] = bertopic_peer.tuned
    return methods


def _row(
    material: str,
    name: str,
    seeds: list[np.ndarray],
    orders: list[np.ndarray],
    wanted: list[str],
) -> dict[str, object]:
    score = np.mean([agreement(list(labels), wanted) for labels in seeds])
    return {
        "material": material,
        "method": name,
        "texts": len(wanted),
        "without a topic": round(np.mean([(labels == -1).sum() for labels in seeds])),
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
