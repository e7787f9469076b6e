"""Figures of agreement, counted by hand, and where they are kept."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis.evaluation import agreement
from analysis.evaluation.figures import Figure, kept

TRUE = np.array(["a", "a", "b", "b"], dtype=object)
SAID = np.array(["a", "b", "b", "b"], dtype=object)


def test_agreement_as_counted_by_hand() -> None:
    assert agreement.accuracy(TRUE, SAID) == 0.75
    assert agreement.macro_f1(TRUE, SAID) == pytest.approx((2 / 3 + 4 / 5) / 2)
    assert agreement.kappa(TRUE, SAID) == pytest.approx((0.75 - 0.5) / 0.5)


def test_a_weighted_kappa_counts_near_misses_for_less() -> None:
    place = {"a": 0, "b": 1, "c": 2}
    true = np.array(["a", "b", "c", "c"], dtype=object)
    near = np.array(["a", "b", "b", "c"], dtype=object)
    far = np.array(["a", "b", "a", "c"], dtype=object)
    linear = agreement.weighted_kappa(place)
    assert linear(true, near) > linear(true, far)
    assert linear(true, true) == 1


def test_an_interval_holds_the_value() -> None:
    groups = np.array([1, 1, 2, 3])
    value, low, high = agreement.bootstrap(agreement.accuracy, TRUE, SAID, groups)
    assert low <= value <= high
    assert all(map(math.isnan, agreement.share(0, 0)))


def test_figures_of_other_materials_stay(tmp_path: Path) -> None:
    path = tmp_path / "evaluation.csv"
    kept([Figure("judgement", "here", "clarity", "kappa", 0.5, 0.4, 0.6, 9)], path)
    kept([Figure("judgement", "there", "clarity", "kappa", 0.7, 0.6, 0.8, 9)], path)
    kept([Figure("judgement", "here", "clarity", "kappa", 0.6, 0.5, 0.7, 9)], path)
    found = pd.read_csv(path).set_index("material")["value"].to_dict()
    assert found == {"here": 0.6, "there": 0.7}
