"""Made-up questions with a known share of answers, to try the intervals and claims on."""

from __future__ import annotations

import numpy as np
import pandas as pd

FRACTIES = ("SP", "VVD", "CDA", "D66", "PVV")
PEOPLE = ("minister A", "minister B", "minister C")


def simulated(
    rng: np.random.Generator, n_documents: int, planted: float = 0.0, spread: float = 1.0
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return questions and askers of documents that each have one asking fractie.

    Each bewindspersoon answers another share, and documents differ within that.

    Parameters
    ----------
    rng
        Where chance comes from.
    n_documents
        How many documents.
    planted
        What is added to the probability of an answer for questions of the SP.
    spread
        How much documents differ: 0 for not at all.
    """
    person = rng.integers(len(PEOPLE), size=n_documents)
    # Some ask more of some ministers: what a bare comparison would take for a difference.
    lean = np.where(person == 0, 0.4, 0.1)
    fractie = np.where(rng.random(n_documents) < lean, 0, rng.integers(1, 5, n_documents))
    size = rng.integers(1, 13, n_documents)
    base = np.array([0.45, 0.6, 0.75])[person] + planted * (fractie == 0)
    own = np.clip(base + spread * rng.uniform(-0.2, 0.2, n_documents), 0, 1)
    document = np.repeat(np.arange(n_documents), size)
    hit = rng.random(len(document)) < own[document]
    ids = [f"d{d}#{i}" for d, i in zip(document, range(len(document)), strict=True)]
    questions = pd.DataFrame(
        {
            "question_id": ids,
            "document_id": [f"d{d}" for d in document],
            "respondent": np.array(PEOPLE)[person[document]],
            "answer_id": [f"a{i}" for i in range(len(document))],
            "route": np.where(hit, "own", "none"),
            "status": np.where(hit, "answered", "unanswered"),
            "coverage": np.where(hit, "full", None),
            "asks_due": pd.NA,
        }
    )
    askers = pd.DataFrame(
        {
            "question_id": ids,
            "fractie": np.array(FRACTIES)[fractie[document]],
            "role": "asked",
        }
    )
    return questions, askers
