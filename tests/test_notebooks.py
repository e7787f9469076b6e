"""The notebooks keep to their form, and run from top to bottom."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from analysis.paths import notebooks_folder
from analysis.report.parameters import parameters_of

NOTEBOOKS = sorted(notebooks_folder().glob("*.ipynb"))
NAMES = [path.stem for path in NOTEBOOKS]
MOST_LINES = 12
AS_NOTEBOOK = ("--execute", "--to", "notebook", "--output-dir")


def code_cells(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


@pytest.fixture(params=NOTEBOOKS, ids=NAMES)
def notebook(request: pytest.FixtureRequest) -> NotebookNode:
    return nbformat.read(request.param, as_version=4)


def test_there_are_five_in_the_order_of_reading() -> None:
    assert NAMES == [
        "00-data-quality",
        "01-answer-length",
        "02-evasiveness-markers",
        "03-topic-clusters",
        "04-coverage-per-fractie",
    ]


def test_it_begins_with_its_title_and_question(notebook: NotebookNode) -> None:
    first = notebook.cells[0]
    assert first.cell_type == "markdown"
    title, _, question, *_ = first.source.split("\n")
    assert title.startswith("# ")
    assert question.endswith("?")


def test_its_second_cell_holds_annotated_literals_with_a_comment_each(
    notebook: NotebookNode,
) -> None:
    cell = notebook.cells[1]
    assert cell.metadata["tags"] == ["parameters"]
    for statement, line in zip(ast.parse(cell.source).body, cell.source.split("\n"), strict=True):
        assert isinstance(statement, ast.AnnAssign), line
        ast.literal_eval(statement.value)
        assert "  # " in line


def test_a_cell_is_one_short_step(notebook: NotebookNode) -> None:
    for cell in code_cells(notebook):
        assert len(cell.source.split("\n")) <= MOST_LINES, cell.source
        assert "%" not in cell.source
        for node in ast.walk(ast.parse(cell.source)):
            assert not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda), cell.source
            if isinstance(node, ast.Import | ast.ImportFrom):
                assert ast.unparse(node).split()[1].startswith("analysis"), cell.source


def test_its_last_cell_tells_where_it_comes_from(notebook: NotebookNode) -> None:
    assert "provenance(" in notebook.cells[-1].source


def test_every_text_has_an_english_twin(notebook: NotebookNode) -> None:
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            twin = cell.metadata["en"]
            assert twin.count("\n") == cell.source.count("\n"), cell.source
            assert twin != cell.source


def test_it_holds_no_outputs(notebook: NotebookNode) -> None:
    for cell in code_cells(notebook):
        assert cell.outputs == []
        assert cell.execution_count is None


@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_all_know_the_language_and_the_folder(path: Path) -> None:
    assert {"language", "folder"} <= set(
        parameters_of(nbformat.read(path, as_version=4), path.stem)
    )


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_it_runs_on_its_own_with_its_defaults(
    path: Path, seed_folder: Path, tmp_path: Path
) -> None:
    """Run it as JupyterLab does: in its own folder, nothing injected."""
    done = subprocess.run(
        [sys.executable, "-m", "jupyter", "nbconvert", *AS_NOTEBOOK, str(tmp_path), str(path)],
        env={
            **os.environ,
            "ANTWOORDANALYSE_TABLES": str(seed_folder),
            "ANTWOORDANALYSE_FIGURES": str(tmp_path / "figures"),
        },
        cwd=path.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert list((tmp_path / "figures").glob("*.svg"))
