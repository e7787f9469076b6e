"""BERTopic as a peer: no dependency of the project, and no sentence model can be downloaded here.

Its defaults fetch a model of sentences from the internet. Here it gets vectors instead: TF-IDF of
the words that tell a topic, in at most 100 dimensions (truncated SVD). All the rest of its defaults
stays (UMAP, HDBSCAN, at least 10 texts per topic). Tuned means for few texts: 5 neighbours, topics
from 2 texts on, and ``nr_topics`` where that is fewer.
"""

from __future__ import annotations

import warnings
from importlib.util import find_spec

import numpy as np
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

from analysis.topics import topic_words

INSTALL = (
    "BERTopic is not installed: .venv/bin/uv pip install --no-deps bertopic==0.17.4 and"
    " .venv/bin/uv pip install umap-learn hdbscan plotly tqdm"
)
_DIMENSIONS = 100


def installed() -> bool:
    """Tell whether BERTopic and what it needs are there, without importing them."""
    return all(find_spec(name) for name in ("bertopic", "umap", "hdbscan"))


def defaults(texts: list[str], number: int, seed: int) -> np.ndarray:
    """Return its topics by its defaults; -1 is no topic. It is not told how many there are."""
    return _fitted(texts, seed)


def tuned(texts: list[str], number: int, seed: int) -> np.ndarray:
    """Return its topics with settings for few texts, at most so many; -1 is no topic."""
    from hdbscan import HDBSCAN
    from umap import UMAP

    space = UMAP(n_neighbors=5, n_components=5, min_dist=0.0, metric="cosine", random_state=seed)
    clusters = HDBSCAN(min_cluster_size=2, min_samples=1, prediction_data=True)
    return _fitted(
        texts, seed, umap_model=space, hdbscan_model=clusters, nr_topics=number, min_topic_size=2
    )


def vectors(texts: list[str]) -> np.ndarray:
    """Return TF-IDF of the texts in at most 100 dimensions."""
    rows = TfidfVectorizer(analyzer=topic_words).fit_transform(texts)
    size = min(_DIMENSIONS, min(rows.shape) - 1)
    return TruncatedSVD(size, random_state=0).fit_transform(rows).astype(np.float32)


def _fitted(texts: list[str], seed: int, **settings: object) -> np.ndarray:
    np.random.seed(seed)  # UMAP takes its chance from here where it has no state of its own
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from bertopic import BERTopic

        counts = CountVectorizer(analyzer=topic_words)
        model = BERTopic(language="multilingual", vectorizer_model=counts, **settings)
        return np.array(model.fit_transform(texts, embeddings=vectors(texts))[0])
