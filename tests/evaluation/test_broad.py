"""Broad topics held against labels, counted by hand."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis.errors import AnalysisError
from analysis.evaluation import broad
from analysis.evaluation.materials import BROAD, Material, broad_labels

LABELS = [
    ("Leraren, leerlingen en scholen wachten.", "6", ""),  # right
    ("Treinen, spoorlijnen en reizigers wachten.", "5", "10"),  # right by the second topic
    ("Boeren, koeien en varkens wachten.", "3", ""),  # wrong
    ("Wanneer komt de brief?", "20", ""),  # unsure
]


def _sets(tmp_path: Path, rows: list[tuple[str, str, str]]) -> pd.DataFrame | None:
    table = pd.DataFrame(rows, columns=["text", "code", "also"])
    table.to_csv(tmp_path / BROAD, index=False)
    return broad_labels(tmp_path)


def test_the_figures_are_those_counted_by_hand(tmp_path: Path) -> None:
    material = Material("here", pd.DataFrame(), broad=_sets(tmp_path, LABELS))
    found = {figure.figure: (figure.value, figure.n) for figure in broad.figures([material])}
    assert found == {
        "share equal": (1 / 4, 4),
        "share unsure": (1 / 4, 4),
        "precision": (1 / 3, 3),
        "precision, a second topic allowed": (2 / 3, 3),
    }


def test_without_labels_there_are_no_figures(tmp_path: Path) -> None:
    assert broad_labels(tmp_path) is None
    assert broad.figures([Material("here", pd.DataFrame())]) == []


def test_a_code_that_is_no_number(tmp_path: Path) -> None:
    with pytest.raises(AnalysisError, match="no whole number"):
        _sets(tmp_path, [("tekst", "zorg", "")])
