"""The figures of the judgement, and the weights behind it."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.evaluation import devices, judgement
from analysis.evaluation.figures import Figure
from analysis.evaluation.fitting import fitted, length_only
from analysis.evaluation.materials import SEED, materials
from analysis.measures.judgement.features import FEATURES


@pytest.fixture(scope="module")
def found() -> dict[tuple[str, str, str], Figure]:
    given = materials()
    figures = [*judgement.figures(given), *devices.figures(given)]
    return {(each.instrument, each.variable, each.figure): each for each in figures}


@pytest.mark.parametrize("variable", ["coverage", "clarity", "status"])
@pytest.mark.parametrize("figure", ["macro-F1", judgement.LINEAR, judgement.QUADRATIC])
def test_the_judgement_does_better_than_guessing(
    found: dict[tuple[str, str, str], Figure], variable: str, figure: str
) -> None:
    measured = found["judgement", variable, figure]
    assert (measured.material, measured.n) == (SEED, 45)
    assert measured.low <= measured.value <= measured.high
    for guess in ("majority class", "length only"):
        assert found[guess, variable, figure].value < measured.low


def test_asks_and_tiers_are_counted(found: dict[tuple[str, str, str], Figure]) -> None:
    assert found["judgement", "n_asks", "share within one"].value >= 0.95
    assert found["devices", "strong tier", "precision"].n > 0
    assert found["devices", "demissionair", "recall"].value == 1


def test_weights_follow_the_labels_whatever_the_spread_of_a_feature() -> None:
    level = {"none": 0.0, "partial": 0.5, "full": 1.0}
    rows = pd.DataFrame(
        [{**dict.fromkeys(FEATURES, 0.0), "outcome": name} for name in level for _ in range(10)]
    )
    # A rare and small feature tells as much as a broad one.
    rows["recall"] = rows["outcome"].map(level)
    rows["turned_down"] = rows["outcome"].map(level) / 10
    model = fitted(rows)
    assert model.partial_from < model.full_from
    assert model.weights["turned_down"] == pytest.approx(10 * model.weights["recall"], rel=0.01)
    assert model.weights["answered"] == pytest.approx(0, abs=1e-6)
    features = rows[list(FEATURES)].to_dict("records")
    assert [model.outcome(values) for values in features] == list(rows["outcome"])


def test_a_guess_by_length_knows_nothing_but_the_length() -> None:
    kinds = [("Ja.", "full", "clear_reply", "answered")] * 6
    kinds += [("Nee, maar " + "dus " * 300, "none", "clear_non_reply", "refused")] * 6
    rows = [(*kind, f"d{n % 3}") for n, kind in enumerate(kinds)]
    items = pd.DataFrame(rows, columns=["answer", "coverage", "clarity", "status", "document"])
    guessed = length_only(items, items)
    assert guessed["status"].tolist() == items["status"].tolist()
    assert guessed["coverage"].tolist() == items["coverage"].tolist()
