"""The part of the method that needs no Dutch, scored on the English QEvasion data.

QEvasion (Thomas et al. 2024, "I Never Said That"; ailsntua/QEvasion on Hugging Face) has questions
to presidents of the United States and their answers, with a label for clarity and one for evasion.
Its licence forbids to pass it on changed; whoever has it names its folder.

No word list and no codebook takes part: only how much of the question comes back in the answer, how
long both are, and where figures and counter-questions stand.
"""

from __future__ import annotations

import math
import re
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from analysis.errors import AnalysisError
from analysis.evaluation.agreement import bootstrap, macro_f1
from analysis.tables.flat import read_flat

TASKS = ("clarity_label", "evasion_label")
NEEDED = ("question", "interview_answer", "clarity_label")
PUBLISHED = (
    ("best system, as published", "0.89", "0.68"),
    ("one human, as published", "0.85 to 0.93", "0.64 to 0.77"),
)
"""Macro-F1 on clarity (3 classes) and evasion (9), as others published them for these data."""

_ANNOTATORS = ("annotator1", "annotator2", "annotator3")
_FEWEST = 10


def clarity_table(folder: Path) -> list[str]:
    """Return the table of scores on QEvasion, as lines of text.

    Parameters
    ----------
    folder
        Holds the data as published: files of which the names begin with ``train`` and ``test``
        (Parquet or CSV), in it or in a folder in it. Without a ``test`` file the scores are from
        five-fold cross-validation on the other.

    Raises
    ------
    AnalysisError
        Where there is no such folder or file, a column is missing or there is too little to fit on.
    """
    if not folder.is_dir():
        raise AnalysisError(f"{folder}: there is no such folder")
    train, test = _read(folder, "train"), _read(folder, "test")
    if train is None:
        raise AnalysisError(
            f"{folder}: there is no file train*.parquet or train*.csv here; the QEvasion data are"
            " at huggingface.co/datasets/ailsntua/QEvasion"
        )
    rows = [("", "clarity", "evasion")]
    how = "five-fold on train" if test is None else "fitted on train, scored on test"
    scores = [_scores(train, test, task) for task in TASKS]
    rows.append((f"without Dutch ({how})", *(_shown(*score[0]) for score in scores)))
    rows.append(("majority class", *(_shown(*score[1]) for score in scores)))
    width = max(len(row[0]) for row in (*rows, *PUBLISHED))
    lines = [f"{a:<{width}}  {b:<28}{c}" for a, b, c in (*rows, *PUBLISHED)]
    counts = [str(score[2]) for score in scores]
    return ["Macro-F1 on QEvasion; 95 % intervals by bootstrap.", *lines, f"n: {', '.join(counts)}"]


def features(data: pd.DataFrame) -> np.ndarray:
    """Return what is seen of each pair without knowing the language.

    Returns
    -------
    array, one row per pair
        Share of the question's character 4-grams in the whole answer, in its first 200 characters
        and in its best sentence; log of the words of answer and question; share of answer sentences
        with a figure and with a question mark; question marks in the question.
    """
    return np.array(
        [
            _pair(str(q), str(a))
            for q, a in zip(data["question"], data["interview_answer"], strict=True)
        ]
    )


def _pair(question: str, answer: str) -> list[float]:
    asked = _grams(question)
    sentences = [s for s in re.split(r"(?<=[.!?])\s+", answer) if s] or [""]
    best = max(_share(asked, _grams(sentence)) for sentence in sentences)
    return [
        _share(asked, _grams(answer)),
        _share(asked, _grams(answer[:200])),
        best,
        math.log1p(len(answer.split())),
        math.log1p(len(question.split())),
        sum(any(map(str.isdigit, s)) for s in sentences) / len(sentences),
        sum("?" in s for s in sentences) / len(sentences),
        float(question.count("?")),
    ]


def _grams(text: str) -> set[str]:
    bare = " ".join(re.findall(r"\w+", text.casefold()))
    return {bare[i : i + 4] for i in range(len(bare) - 3)}


def _share(asked: set[str], said: set[str]) -> float:
    return len(asked & said) / len(asked) if asked else 0.0


def _read(folder: Path, name: str) -> pd.DataFrame | None:
    paths = sorted(p for kind in ("parquet", "csv") for p in folder.rglob(f"{name}*.{kind}"))
    if not paths:
        return None
    data = pd.concat([read_flat(path, NEEDED) for path in paths], ignore_index=True)
    data = data.replace("", None)
    if "evasion_label" not in data.columns:
        data["evasion_label"] = None
    asked = [column for column in _ANNOTATORS if column in data.columns]
    if asked and data["evasion_label"].isna().all():
        # In the test data each annotator has a column; what most of them say counts.
        data["evasion_label"] = data[asked].mode(axis=1)[0]
    return data


def _scores(
    train: pd.DataFrame, test: pd.DataFrame | None, task: str
) -> tuple[tuple[float, float, float], tuple[float, float, float], int]:
    """Return the score of the method and of the majority class, and the number of pairs."""
    train = train.dropna(subset=[task, "question", "interview_answer"])
    counts = train[task].value_counts()
    if len(train) < _FEWEST or len(counts) < 2:
        raise AnalysisError(f"QEvasion: too few pairs with a {task} to fit on ({len(train)})")
    model = make_pipeline(
        StandardScaler(), LogisticRegression(class_weight="balanced", max_iter=2000)
    )
    if test is None:
        scored, folds = (
            train,
            StratifiedKFold(min(5, int(counts.min())), shuffle=True, random_state=1),
        )
        said = cross_val_predict(model, features(train), train[task].astype(str), cv=folds)
    else:
        scored = test.dropna(subset=[task, "question", "interview_answer"])
        model.fit(features(train), train[task].astype(str))
        said = model.predict(features(scored))
    true = scored[task].astype(str).to_numpy(dtype=object)
    groups = np.arange(len(true))
    most = np.full(len(true), str(counts.index[0]), dtype=object)
    method = bootstrap(macro_f1, true, np.asarray(said, dtype=object), groups)
    return method, bootstrap(macro_f1, true, most, groups), len(true)


def _shown(value: float, low: float, high: float) -> str:
    return f"{value:.2f} ({low:.2f} to {high:.2f})"
