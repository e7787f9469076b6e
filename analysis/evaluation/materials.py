"""What the instruments are held against: questions, answers, and what readers made of them."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from analysis.errors import AnalysisError
from analysis.measures.judgement.questions import given_pairs
from analysis.paths import annotations_folder, raw_folder
from analysis.tables import build_tables, read_tables
from analysis.tables.flat import read_flat
from analysis.tables.labels import EVALUATION

SEED = "project's document"
OTHERS = "other documents"
BROAD = "broad-topics.csv"
LABELS = ("n_asks", "asks_full", "asks_partial", "asks_none")


@dataclass(frozen=True)
class Material:
    """Labelled questions.

    Attributes
    ----------
    name
        `SEED`, or `OTHERS` for a folder that the user names.
    items
        One row per question: ``id``, ``document``, ``question``, ``answer``, ``numbers`` (a tuple:
        the questions that share the answer) and the labels: `LABELS`, ``coverage``, ``clarity``,
        ``status``, ``categories``, ``evidence`` (text, "" where there is none).
    second
        The labels of a second reader of the same questions, or ``None``.
    left_out
        Number of labels of which the question or the answer is not there.
    broad
        Sets of questions with the broad topic that a reader gave them: ``text``, ``code`` and
        ``also`` (a tuple of other codes that would do); ``None`` where there are no such labels.
    """

    name: str
    items: pd.DataFrame
    second: pd.DataFrame | None = None
    left_out: int = 0
    broad: pd.DataFrame | None = None


def materials(labels: Path | None = None, tables: Path | None = None) -> list[Material]:
    """Return what there is to evaluate on.

    Parameters
    ----------
    labels
        A folder with CSV files of labels, in the columns of ``data/annotations/seed.csv``; ``id``
        may stand for ``question_id``, and ``document:12`` for ``document#12``. The texts are taken
        from columns ``question``, ``answer`` and ``numbers`` if the files have them, else from
        ``tables``. A file ``broad-topics.csv`` has other labels: ``text`` (of a set of questions),
        ``code`` (of its broad topic) and ``also`` (codes that would do too, with spaces between).
    tables
        A folder of tables. Labels of questions that are not in it are left out.

    Raises
    ------
    AnalysisError
        Where the folder has no labels, a column is missing, or there are no texts to them.
    """
    found = [Material(SEED, _with_texts(_read(annotations_folder()), seed_tables()), _second())]
    if labels is None:
        return found
    frame = _read(labels)
    labelled = frame["id"]
    if {"question", "answer"} <= set(frame.columns):
        empty = (frame[["question", "answer"]].apply(lambda texts: texts.str.strip()) == "").any(
            axis=1
        )
        frame = frame[~empty].copy()
        numbers = frame["numbers"] if "numbers" in frame else pd.Series("", index=frame.index)
        frame["numbers"] = [tuple(map(int, re.findall(r"\d+", text))) for text in numbers]
        items = frame
    elif tables is None:
        raise AnalysisError(
            f"{labels}: these labels have no column 'question' and 'answer'; name the tables of"
            " the documents with --tables"
        )
    else:
        items = _with_texts(frame, read_tables(tables))
    own = found[0].items["id"]
    items = items[~items["id"].isin(own)].reset_index(drop=True)
    if items.empty:
        raise AnalysisError(f"{labels}: none of these labels is of a question in the tables")
    missing = ~labelled.isin(items["id"]) & ~labelled.isin(own)
    return [
        *found,
        Material(OTHERS, items, left_out=int(missing.sum()), broad=broad_labels(labels)),
    ]


@cache
def seed_tables() -> dict[str, pd.DataFrame]:
    """Return the tables of the project's own documents, made anew; once per process."""
    with tempfile.TemporaryDirectory() as folder:
        build_tables([raw_folder()], Path(folder) / "tables")
        return read_tables(Path(folder) / "tables")


def _second() -> pd.DataFrame | None:
    folder = annotations_folder() / "second"
    return _read(folder) if folder.is_dir() else None


def _read(folder: Path) -> pd.DataFrame:
    paths = [path for path in sorted(folder.glob("*.csv")) if path.name not in (EVALUATION, BROAD)]
    if not paths:
        raise AnalysisError(f"{folder}: there are no CSV files of labels here")
    return pd.concat([_labels(path) for path in paths], ignore_index=True)


def broad_labels(folder: Path) -> pd.DataFrame | None:
    """Return the labels of broad topics in a folder, or ``None``; see `materials`.

    Raises
    ------
    AnalysisError
        Where a column is missing or a code is no number.
    """
    path = folder / BROAD
    if not path.is_file():
        return None
    frame = read_flat(path, ("text", "code", "also"))
    try:
        codes = frame["code"].astype(int)
        also = [tuple(map(int, others.split())) for others in frame["also"]]
    except ValueError as error:
        raise AnalysisError(f"{path}: a code of a topic is no whole number") from error
    return frame.assign(code=codes, also=also)


def _labels(path: Path) -> pd.DataFrame:
    try:
        frame = pd.read_csv(path, dtype="str", keep_default_na=False)
    except (ValueError, OSError) as error:  # pandas' own errors are kinds of ValueError
        raise AnalysisError(f"{path}: this is no readable CSV file of labels") from error
    frame = frame.rename(columns={"question_id": "id"})
    for column in ("id", *LABELS, "coverage", "clarity", "status", "categories"):
        if column not in frame.columns:
            raise AnalysisError(f"{path}: the column '{column}' is missing")
    frame["id"] = frame["id"].str.replace(r":(\d+)$", r"#\1", regex=True)
    frame["document"] = frame["id"].str.replace(r"#\d+(?:\.\d+)?$", "", regex=True)
    try:
        return frame.astype(dict.fromkeys(LABELS, "int64"))
    except ValueError as error:
        raise AnalysisError(f"{path}: a number of asks is no whole number") from error


def _with_texts(labels: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Add the texts; labels of questions without a text or an answer are left out."""
    pairs = {pair.question_id: pair for pair in given_pairs(tables)}
    whole = {name for name, pair in pairs.items() if pair.question.strip() and pair.answer.strip()}
    known = labels[labels["id"].isin(whole)].copy()
    for name in ("question", "answer", "numbers"):
        known[name] = [getattr(pairs[id], name) for id in known["id"]]
    return known.reset_index(drop=True)
