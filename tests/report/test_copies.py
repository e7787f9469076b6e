"""Executed copies are cleaned of the machine and the moment."""

from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook, new_output

from analysis.report.copies import clean_copy


def cleaned(folder: Path, *outputs: NotebookNode, names: dict[Path, str]) -> NotebookNode:
    cell = new_code_cell(
        "x",
        id="random",
        outputs=list(outputs),
        metadata={
            "papermill": {"start_time": "2026"},
            "execution": {"iopub.status.busy": "2026"},
            "tags": ["injected-parameters"],
        },
    )
    path = folder / "a.ipynb"
    nbformat.write(new_notebook(cells=[cell], metadata={"papermill": {"duration": 1.5}}), path)
    clean_copy(path, names)
    return nbformat.read(path, as_version=4)


def printed(text: str) -> NotebookNode:
    return new_output("stream", name="stderr", text=text)


def test_times_and_random_ids_go(tmp_path: Path) -> None:
    notebook = cleaned(tmp_path, names={})
    assert notebook.metadata == {}
    assert notebook.cells[0].metadata == {"tags": ["injected-parameters"]}
    assert notebook.cells[0].id == "injected-parameters"


def test_paths_and_addresses_go(tmp_path: Path) -> None:
    text = "/home/x/tables/a.txt /home/x /tmp/ipykernel_12/34.py:1 <A at 0x7f12ab>"
    names = {Path("/home/x"): "~", Path("/home/x/tables"): "tables", Path("/"): "root"}
    notebook = cleaned(tmp_path, printed(text), names=names)
    assert notebook.cells[0].outputs[0].text == "tables/a.txt ~ cell:1 <A at 0x0>"


def test_what_only_looks_like_a_path_stays(tmp_path: Path) -> None:
    picture = "data:image/png;base64,AAA/root/AAA+/rootAAA=/root="
    outputs = [new_output("display_data", data={"text/html": picture}), printed("/rooted")]
    notebook = cleaned(tmp_path, *outputs, names={Path("/root"): "~"})
    assert notebook.cells[0].outputs[0].data["text/html"] == picture
    assert notebook.cells[0].outputs[1].text == "/rooted"
