"""One table in one file that a user brings or takes: CSV or Parquet, by its ending."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd
import pyarrow as pa

from analysis.errors import AnalysisError

_ENDINGS = (".csv", ".parquet")
_SEPARATORS = (",", ";", "\t")


def read_flat(path: Path, needed: Iterable[str] = ()) -> pd.DataFrame:
    """Read a table from a CSV (UTF-8, with commas, semicolons or tabs) or Parquet file.

    Parameters
    ----------
    path
        The file.
    needed
        Columns that it must have.

    Returns
    -------
    DataFrame
        With all columns of the file. Of a CSV all are text, and empty fields are "".

    Raises
    ------
    AnalysisError
        Where the file is not there, is of another kind, cannot be read or lacks a column.
    """
    check_ending(path)
    if not path.is_file():
        raise AnalysisError(f"{path}: there is no such file")
    try:
        if path.suffix.lower() == ".csv":
            frame = pd.read_csv(
                path, sep=_separator(path), dtype="str", keep_default_na=False, encoding="utf-8-sig"
            )
        else:
            frame = pd.read_parquet(path)
    except (ValueError, OSError, pa.ArrowException) as error:  # pandas' own are kinds of ValueError
        kind = "CSV file in UTF-8" if path.suffix.lower() == ".csv" else "Parquet file"
        raise AnalysisError(f"{path}: this is no readable {kind}") from error
    for column in needed:
        if column not in frame.columns:
            raise AnalysisError(f"{path}: the column '{column}' is missing")
    return frame


def _separator(path: Path) -> str:
    """Return what stands between the columns of a CSV: the commonest such sign in its first line.

    A spreadsheet set to Dutch writes semicolons.
    """
    with path.open(encoding="utf-8-sig") as file:
        head = file.readline()
    return max(_SEPARATORS, key=head.count)


def write_flat(frame: pd.DataFrame, path: Path) -> None:
    """Write a table to a CSV (UTF-8) or Parquet file; its folder is made where it is not there.

    The file is written beside its place and put there when it is whole.

    Raises
    ------
    AnalysisError
        Where the ending is another one.
    """
    check_ending(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.partial")
    try:
        if path.suffix.lower() == ".csv":
            frame.to_csv(partial, index=False, lineterminator="\n")
        else:
            frame.to_parquet(partial, index=False)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def check_ending(path: Path) -> None:
    """Refuse a file of another kind, before any work is done for it.

    Raises
    ------
    AnalysisError
        Where the ending is neither ``.csv`` nor ``.parquet``.
    """
    if path.suffix.lower() not in _ENDINGS:
        raise AnalysisError(f"{path}: name a file that ends in .csv or .parquet")
