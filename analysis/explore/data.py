"""The tables that are looked into."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pandas as pd

from analysis.paths import tables_folder
from analysis.tables import read_tables

Tables = Mapping[str, pd.DataFrame]


def tables_in(folder: str | Path | None) -> Tables:
    """Return the tables of a folder; see `analysis.paths.tables_folder`."""
    place = tables_folder(folder)
    return _read(place, (place / "documents.parquet").stat().st_mtime_ns)


@cache
def _read(folder: Path, _changed: int) -> Tables:
    """Read the tables of a folder; again where they were made again."""
    return read_tables(folder)
