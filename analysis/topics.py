"""Topics of the questions and answers of one document: neighbours that use the same words.

The order of the questions carries the topic, so clusters are made of neighbours only. Nothing here
is random: the same texts give the same topics.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy.sparse import csr_array, diags_array
from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import adjusted_mutual_info_score

from analysis import codebook
from analysis.errors import AnalysisError

MINIMUM_TEXTS = 8
"""Fewer texts than this have no topics worth the name."""

_WORD = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})*")


class TooFewTexts(AnalysisError):
    """There are too few texts to find topics in."""


def topic_words(text: str) -> list[str]:
    """Return the words of a text that can tell a topic, in lower case and in order."""
    stop = set(codebook.load("stopwords")["function"].split())
    stop |= set(codebook.load("stopwords")["parliament"].split())
    return [word for word in _WORD.findall(text.casefold()) if word not in stop]


def chain_topics(texts: Sequence[str], n_topics: int) -> np.ndarray:
    """Cut a row of texts into topics: Ward's clustering of TF-IDF, neighbours only.

    Parameters
    ----------
    texts
        In the order of the document.
    n_topics
        How many topics, from 1 to the number of texts.

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
    if len(texts) < MINIMUM_TEXTS:
        raise TooFewTexts(f"{len(texts)} texts are too few for topics: at least {MINIMUM_TEXTS}.")
    if not 1 <= n_topics <= len(texts):
        raise AnalysisError(f"n_topics is {n_topics}; it can be 1 to {len(texts)}, one per text.")
    chain = diags_array([1.0, 1.0], offsets=[-1, 1], shape=(len(texts), len(texts)))
    clustering = AgglomerativeClustering(n_topics, connectivity=csr_array(chain), linkage="ward")
    labels = clustering.fit_predict(_tfidf(texts).toarray())
    return _in_order(labels)


def _in_order(labels: np.ndarray) -> np.ndarray:
    """Renumber clusters, which scikit-learn numbers by how they were merged."""
    seen = {label: i for i, label in enumerate(dict.fromkeys(labels.tolist()))}
    return np.array([seen[label] for label in labels.tolist()])


def _tfidf(texts: Sequence[str]) -> csr_array:
    return csr_array(TfidfVectorizer(analyzer=topic_words, sublinear_tf=True).fit_transform(texts))


def topic_terms(texts: Sequence[str], labels: Sequence[object], n_terms: int = 5) -> pd.DataFrame:
    """Return the words that set each topic apart from the others.

    Class-based TF-IDF: how often a word occurs in the topic, times the logarithm of one plus the
    average number of words per topic over the word's count in all topics (Grootendorst 2022).

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
    counts: dict[object, dict[str, int]] = {label: {} for label in dict.fromkeys(labels)}
    for text, label in zip(texts, labels, strict=True):
        for word in topic_words(text):
            counts[label][word] = counts[label].get(word, 0) + 1
    total: dict[str, int] = {}
    for words in counts.values():
        for word, n in words.items():
            total[word] = total.get(word, 0) + n
    average = sum(total.values()) / max(len(counts), 1)
    rows = []
    for label, words in counts.items():
        scored = [(n * np.log(1 + average / total[word]), word, n) for word, n in words.items()]
        best = sorted(scored, key=lambda entry: (-entry[0], entry[1]))[:n_terms]
        rows += [
            [label, rank, word, float(score), n] for rank, (score, word, n) in enumerate(best, 1)
        ]
    return pd.DataFrame(rows, columns=["topic", "rank", "term", "score", "count"])


def agreement(labels: Sequence[object], reference: Sequence[object]) -> float:
    """Return the adjusted mutual information of two divisions: 1 for equal, 0 for chance."""
    return float(adjusted_mutual_info_score(list(reference), list(labels)))


def neighbour_floor(
    reference: Sequence[object], n_topics: int, draws: int = 500
) -> tuple[float, float]:
    """Return what cutting at random places would score: the floor for `chain_topics`.

    Parameters
    ----------
    reference
        The division to agree with.
    n_topics
        Number of neighbouring blocks.
    draws
        Number of random divisions; their seeds are fixed.

    Returns
    -------
    mean, high
        Mean adjusted mutual information, and its 95th percentile.
    """
    n = len(reference)
    random = np.random.default_rng(0)
    scores = []
    for _ in range(draws):
        cuts = np.sort(random.choice(np.arange(1, n), n_topics - 1, replace=False))
        scores.append(agreement(np.searchsorted(cuts, np.arange(n), side="right"), reference))
    return float(np.mean(scores)), float(np.quantile(scores, 0.95))
