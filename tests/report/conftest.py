"""Toy notebooks and tables, written by the tests that need them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

MakeNotebook = Callable[..., Path]

PARAMETERS = """\
language: 'Literal["nl", "en"]' = "nl"  # of the page
minimum: int = 5  # words
share: float = 0.5  # of the answers
fractie: str | None = None  # all of them
strict: bool = True
names: list[str] = []
"""


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """Tables of one document with two questions and one joint answer."""
    folder = tmp_path / "tables"
    folder.mkdir()
    documents = {
        "document_id": ["doc"],
        "source": ["doc.txt"],
        "sha256": ["ab" * 32],
        "title": ["<script>alert('titel')</script>"],
        "chamber": ["EK"],
        "asked_on": [date(2023, 9, 22)],
        "answered_on": [date(2023, 12, 11)],
    }
    pd.DataFrame(documents).to_parquet(folder / "documents.parquet")
    pd.DataFrame({"document_id": ["doc", "doc"]}).to_parquet(folder / "questions.parquet")
    pd.DataFrame({"document_id": ["doc"]}).to_parquet(folder / "answers.parquet")
    return folder


@pytest.fixture
def make_notebook(tmp_path: Path) -> MakeNotebook:
    """A function that writes a notebook with a title, parameters and the given code cells."""

    def make(
        name: str, *code: str, parameters: str = PARAMETERS, english: str | None = "# Toy\n\nHow?"
    ) -> Path:
        first = new_markdown_cell("# Speelgoed\n\n**Hoe** werkt het?", id="first")
        if english is not None:
            first.metadata["en"] = english
        second = new_code_cell(parameters, id="parameters", metadata={"tags": ["parameters"]})
        cells = [
            first,
            second,
            *(new_code_cell(source, id=f"code-{place}") for place, source in enumerate(code)),
        ]
        path = tmp_path / "notebooks" / f"{name}.ipynb"
        path.parent.mkdir(exist_ok=True)
        nbformat.write(new_notebook(cells=cells), path)
        return path

    return make
