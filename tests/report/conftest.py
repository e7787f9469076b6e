"""Toy notebooks and tables, written by the tests that need them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from analysis.tables import write_tables
from tests.builders import tables_of

MakeNotebook = Callable[..., Path]

PARAMETERS = """\
language: 'Literal["nl", "en"]' = "nl"  # of the page
minimum: int = 5  # words
share: float = 0.5  # of the answers
fractie: str | None = None  # all of them
strict: bool = True
names: list[str] = []
"""


DOCUMENT = {
    "document_id": "doc",
    "source": "doc.txt",
    "sha256": "ab" * 32,
    "title": "<script>alert('titel')</script>",
    "chamber": "EK",
    "asked_on": date(2023, 9, 22),
    "answered_on": date(2023, 12, 11),
}


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """Tables of one document with two questions and one joint answer."""
    frames = tables_of(
        [{"number": 1, "document": "doc"}, {"number": 2, "document": "doc"}],
        [{"to": [1, 2], "text": "Dat is zo.", "document": "doc"}],
        [DOCUMENT],
    )
    write_tables(frames, {"doc": "Is dat zo?\nDat is zo.\n"}, tmp_path / "tables")
    return tmp_path / "tables"


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
