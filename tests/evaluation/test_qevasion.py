"""The table on the English data, on a small file of our own."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis.errors import AnalysisError
from analysis.evaluation.qevasion import clarity_table, features


def pairs(n: int) -> pd.DataFrame:
    """Return pairs of which the clear ones repeat the question and the others do not."""
    rows = []
    for i in range(n):
        question = f"Will the ferry to island {i} sail again this winter?"
        clear = f"The ferry to island {i} will sail again this winter, from day {i}."
        vague = "We look at all of it. Would you not? Many people work very hard on many things."
        rows.append((question, clear, "Clear Reply", "Explicit"))
        rows.append((question, vague, "Ambivalent", "Dodging"))
    columns = ["question", "interview_answer", "clarity_label", "evasion_label"]
    return pd.DataFrame(rows, columns=columns)


def test_what_comes_back_of_the_question_is_seen() -> None:
    clear, vague = features(pairs(1))
    assert clear[0] > 0.8
    assert vague[0] < 0.3


def test_the_table_stands_beside_the_published_figures(tmp_path: Path) -> None:
    pairs(10).to_parquet(tmp_path / "train-00000-of-00001.parquet")
    test = pairs(4)
    test["annotator1"] = test["annotator2"] = test["evasion_label"]
    test["evasion_label"] = None
    test.to_parquet(tmp_path / "test-00000-of-00001.parquet")
    lines = clarity_table(tmp_path)
    assert "1.00 (1.00 to 1.00)" in next(line for line in lines if "without Dutch" in line)
    assert "0.33" in next(line for line in lines if line.startswith("majority class"))
    assert any("0.68" in line for line in lines)
    assert lines[-1] == "n: 8, 8"


def test_without_test_data_it_is_cross_validated(tmp_path: Path) -> None:
    pairs(10).to_csv(tmp_path / "train.csv", index=False)
    assert any("five-fold" in line for line in clarity_table(tmp_path))


@pytest.mark.parametrize(
    ("name", "message"), [("other.csv", "no file train"), ("train.csv", "few")]
)
def test_a_folder_without_enough_data_is_refused(tmp_path: Path, name: str, message: str) -> None:
    pairs(2).to_csv(tmp_path / name, index=False)
    with pytest.raises(AnalysisError, match=message):
        clarity_table(tmp_path)


def test_a_folder_that_is_not_there_and_columns_of_other_data_are_named(tmp_path: Path) -> None:
    with pytest.raises(AnalysisError, match="there is no such folder"):
        clarity_table(tmp_path / "none")
    pd.DataFrame({"text": ["a"]}).to_csv(tmp_path / "train.csv", index=False)
    with pytest.raises(AnalysisError, match="'question' is missing"):
        clarity_table(tmp_path)
