"""Cleaning an executed notebook of the machine and the moment, so that two runs are the same."""

import re
from collections.abc import Mapping
from pathlib import Path

import nbformat
from nbformat import NotebookNode

# What differs each time: where ipykernel keeps a cell, and where an object is in memory.
# A path is looked for only where one can begin, or an embedded picture would take minutes.
_CELL_FILE = re.compile(r"(?<![^\s\"'(<])[^\s\"'(<]*ipykernel_\d+[\\/]\d+\.py")
_ADDRESS = re.compile(r"\bat 0x[0-9a-fA-F]+")


def clean_copy(path: Path, names: Mapping[Path, str]) -> None:
    """Rewrite an executed notebook without times, random ids and paths of this machine.

    Parameters
    ----------
    path : Path
        The executed notebook; changed in place.
    names : mapping of Path to str
        What to write instead of each folder. The file system's root is left as it is.
    """
    notebook = nbformat.read(path, as_version=4)
    patterns = [
        (_pattern(folder), name)
        for folder, name in sorted(names.items(), key=lambda item: -len(str(item[0])))
        if folder != Path(folder.anchor)
    ]
    notebook.metadata.pop("papermill", None)
    for number, cell in enumerate(notebook.cells):
        _clean_cell(cell, number)
        for output in cell.get("outputs", []):
            _clean_output(output, patterns)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        nbformat.write(notebook, file)


def _pattern(folder: Path) -> re.Pattern[str]:
    """Return a pattern of a path that stands by itself, not in the base64 of a picture."""
    return re.compile(rf"(?<![\w+/=-]){re.escape(str(folder))}(?![\w+=-])")


def _clean_cell(cell: NotebookNode, number: int) -> None:
    """Take papermill's timings from a cell, and the random id of a cell that it put in."""
    cell.metadata.pop("papermill", None)
    cell.metadata.pop("execution", None)
    tags = cell.metadata.get("tags", [])
    if "injected-parameters" in tags:
        cell.id = "injected-parameters"
    elif "papermill-error-cell-tag" in tags:
        cell.id = f"error-{number}"


def _clean_output(output: NotebookNode, patterns: list[tuple[re.Pattern[str], str]]) -> None:
    if output.output_type == "stream":
        output.text = _clean_text(output.text, patterns)
    elif output.output_type == "error":
        output.traceback = [_clean_text(line, patterns) for line in output.traceback]
        output.evalue = _clean_text(output.evalue, patterns)
    else:
        for kind, text in output.data.items():
            if isinstance(text, str) and kind.startswith("text/"):
                output.data[kind] = _clean_text(text, patterns)


def _clean_text(text: str, patterns: list[tuple[re.Pattern[str], str]]) -> str:
    text = _ADDRESS.sub("at 0x0", _CELL_FILE.sub("cell", text))
    for pattern, name in patterns:
        text = pattern.sub(name, text)
    return text
