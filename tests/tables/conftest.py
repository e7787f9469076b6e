"""Folders of documents and of tables."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis.paths import raw_folder
from analysis.tables import build_tables, read_tables

Tables = dict[str, pd.DataFrame]

DOCUMENTS = Path(__file__).parents[1] / "documents"


@pytest.fixture(scope="session")
def corpus_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the tables of all documents of the tests and of data/raw."""
    folder = tmp_path_factory.mktemp("corpus") / "tables"
    build_tables([DOCUMENTS, raw_folder()], folder)
    return folder


@pytest.fixture(scope="session")
def corpus(corpus_folder: Path) -> Tables:
    return read_tables(corpus_folder)
