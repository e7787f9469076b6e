"""What many tests use: the tables of the document that ships with the project."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis.paths import raw_folder
from analysis.tables import build_tables, read_tables

Tables = dict[str, pd.DataFrame]

SEED = "ek-20231211-verslag-staat-van-de-uitvoering"


@pytest.fixture(scope="session")
def seed_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the tables of the document in data/raw, made by this run."""
    folder = tmp_path_factory.mktemp("seed") / "tables"
    build_tables([raw_folder()], folder)
    return folder


@pytest.fixture(scope="session")
def _seed_tables(seed_folder: Path) -> Tables:
    return read_tables(seed_folder)


@pytest.fixture
def seed(_seed_tables: Tables) -> Tables:
    """Return the tables of the document in data/raw; each test gets its own frames."""
    return {name: table.copy() for name, table in _seed_tables.items()}
