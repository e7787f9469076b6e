"""Labels that readers gave to questions, to hold the instruments against."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from analysis.errors import AnalysisError

EVALUATION = "evaluation.csv"
"""The file beside the labels that holds what evaluations found, and no labels."""

_NEEDED = ("question_id", "categories")


def read_evaluation(folder: Path) -> pd.DataFrame:
    """Return what evaluations found: the file `EVALUATION` of a folder of labels.

    Returns
    -------
    DataFrame
        ``instrument``, ``material``, ``variable``, ``figure``, ``value``, ``low``, ``high``, ``n``
        and ``command``, one row per figure; empty with these columns where there is no file.
    """
    path = folder / EVALUATION
    if not path.is_file():
        columns = "instrument material variable figure value low high n command"
        return pd.DataFrame(columns=columns.split())
    return pd.read_csv(path)


def read_labels(folder: Path, questions: pd.DataFrame) -> pd.DataFrame:
    """Read the labels of questions from all CSV files of a folder.

    Parameters
    ----------
    folder
        Folder with CSV files; a folder that does not exist holds no labels.
    questions
        The table of that name; labels of other questions are left out.

    Returns
    -------
    DataFrame
        One row per label with at least ``question_id`` and ``categories`` (codes separated by
        ``;``, empty where there are none). Empty with these columns where there are no labels.

    Raises
    ------
    AnalysisError
        Where a file is no CSV or lacks a column; names the file.
    """
    paths = [path for path in sorted(folder.glob("*.csv")) if path.name != EVALUATION]
    frames = [_read(path) for path in paths]
    if not frames:
        return pd.DataFrame(columns=list(_NEEDED), dtype="str")
    labels = pd.concat(frames, ignore_index=True)
    return labels[labels["question_id"].isin(questions["question_id"])].reset_index(drop=True)


def _read(path: Path) -> pd.DataFrame:
    try:
        frame = pd.read_csv(path, dtype="str", keep_default_na=False)
    except (ValueError, OSError) as error:  # pandas' own errors are kinds of ValueError
        raise AnalysisError(f"{path.name}: this is no readable CSV file of labels") from error
    for column in _NEEDED:
        if column not in frame.columns:
            raise AnalysisError(f"{path.name}: the column '{column}' is missing")
    return frame
