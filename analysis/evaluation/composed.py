"""Documents composed of the sections of another: in another order, and not all of them.

They show whether a division depends on the one order that a document happens to have. Their texts
are those of the document, so they are no new evidence on other documents.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

DOCUMENTS = 20
_SHARE = 2 / 3  # of the subjects


def composed(units: pd.DataFrame, documents: int = DOCUMENTS) -> list[pd.DataFrame]:
    """Compose documents of two thirds of the subjects of a document, in another order each.

    Parameters
    ----------
    units
        Texts in the order of their document, with a column ``subject``.
    documents
        How many documents; each has a fixed seed.

    Returns
    -------
    list of DataFrame
        Rows of ``units``; those of a subject stay together, in their own order.
    """
    subjects = list(dict.fromkeys(units["subject"]))
    size = round(len(subjects) * _SHARE)
    found = []
    for seed in range(documents):
        chosen = np.random.default_rng(seed).permutation(len(subjects))[:size]
        parts = [units[units["subject"] == subjects[at]] for at in chosen]
        found.append(pd.concat(parts, ignore_index=True))
    return found
