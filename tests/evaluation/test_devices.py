"""Devices against labels, counted by hand."""

from __future__ import annotations

import pandas as pd

from analysis.evaluation.devices import figures
from analysis.evaluation.materials import Material


def test_precision_and_recall_are_counted_over_questions() -> None:
    items = pd.DataFrame(
        {
            "question": ["Wat vindt u?"] * 3,
            "answer": [
                "Het is aan een volgend kabinet om te kiezen.",
                "Als demissionair minister past mij terughoudendheid.",
                "Ik kies voor de brug.",
            ],
            "numbers": [(1,), (2,), (3,)],
            "categories": ["demissionair", "", "demissionair"],
        }
    )
    found = {(each.variable, each.figure): each for each in figures([Material("own", items)])}
    precision, recall = (
        found["demissionair", "precision"],
        found["demissionair", "recall"],
    )
    assert (precision.value, precision.n) == (0.5, 2)
    assert (recall.value, recall.n) == (0.5, 2)
    assert found["demissionair", "F1"].value == 0.5
