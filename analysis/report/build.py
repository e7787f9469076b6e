"""Building a report: from a run and tables to a folder that is whole, or not there at all."""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, get_args

from nbformat import NotebookNode
from tqdm import tqdm

from analysis.errors import AnalysisError
from analysis.paths import notebooks_folder, shown
from analysis.publishing.files import write_json
from analysis.report.corpus import describe_corpus
from analysis.report.documents import write_documents
from analysis.report.evidence import evidence_of
from analysis.report.execute import FailedNotebook, Folders, execute_all
from analysis.report.index import write_index
from analysis.report.pages import Page, page_of, write_page
from analysis.report.parameters import checked_values, load_notebook, parameters_of
from analysis.report.provenance import Provenance, provenance
from analysis.report.rows import rows_by_document
from analysis.report.runs import Run
from analysis.tables import read_tables
from analysis.wording import Language, Wording

# The file by which a folder is known as a report, so that no other folder is ever replaced.
_MARK = "run.json"


def build_report(
    run: Run,
    tables: Path,
    out: Path,
    overrides: Sequence[tuple[str, str]] = (),
    notebooks: Path | None = None,
) -> Path:
    """Build a report.

    Parameters
    ----------
    run : Run
        What to build.
    tables : Path
        The folder of the tables.
    out : Path
        The folder of the report. One that holds an earlier report is replaced as a whole, and
        only when the new one is complete.
    overrides : sequence of (str, str)
        Names and values of parameters, which go before those of the run.
    notebooks : Path, optional
        The folder of the notebooks; the project's own by default.

    Returns
    -------
    Path
        The ``index.html`` to open. Beside it are the pages, ``documents/``, ``notebooks/``,
        ``figures/``, ``findings/`` and ``run.json``.

    Raises
    ------
    InvalidRun
        If the run does not fit its notebooks: known before anything is executed.
    AnalysisError
        If a table is missing, a notebook fails, or ``out`` holds something else.
    """
    tables, out = tables.resolve(), out.resolve()
    _check_target(out)
    sources = {name: (notebooks or notebooks_folder()) / f"{name}.ipynb" for name in run.notebooks}
    loaded = {name: load_notebook(path) for name, path in sources.items()}
    values = checked_values(run, loaded, overrides)
    run = _in_chosen_language(run, overrides)
    pages = [page_of(notebook, name, run.language) for name, notebook in loaded.items()]
    wording = Wording(run.language)
    frames = read_tables(tables)
    rows = rows_by_document(frames, wording)
    corpus = describe_corpus(rows, wording)
    evidence = evidence_of(frames, corpus.home, wording)
    facts = provenance({}, tables, language=run.language)
    with _built_apart(out) as folder:
        executed = folder / "notebooks"
        executed.mkdir()
        _execute(sources, values, Folders(tables, executed, folder / "figures"), out)
        for page in pages:
            source = executed / f"{page.name}.ipynb"
            write_page(source, folder / page.file, pages, run, wording, evidence)
        write_documents(folder, tables, rows, corpus, run, wording)
        complete = _with_defaults(loaded, values)
        write_index(folder, run, pages, corpus, evidence, facts, complete)
        write_json(folder / _MARK, _record(run, facts, complete, pages))
    _forget_failed(out, sources)
    return out / "index.html"


def _in_chosen_language(run: Run, overrides: Sequence[tuple[str, str]]) -> Run:
    """Return the run in the language that was given as a parameter, so that all pages share it."""
    language = {**run.parameters, **dict(overrides)}.get("language")
    if language not in get_args(Language):
        return run
    return run.model_copy(update={"language": language})


def _execute(
    sources: dict[str, Path], values: dict[str, dict[str, Any]], folders: Folders, out: Path
) -> None:
    """Execute the notebooks; keep the copy of one that fails, and say where."""
    with tqdm(
        total=len(sources), desc="notebooks", unit="notebook", disable=not sys.stderr.isatty()
    ) as bar:
        try:
            execute_all(sources, values, folders, lambda name: bar.update())
        except FailedNotebook as error:
            kept = _failed_folder(out) / error.executed.name
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(error.executed, kept)
            message = f"{error} (the notebook as far as it came: {shown(kept)})"
            raise AnalysisError(message) from error


def _forget_failed(out: Path, names: dict[str, Path]) -> None:
    """Remove the notebooks that an earlier try has left."""
    folder = _failed_folder(out)
    for name in names:
        (folder / f"{name}.ipynb").unlink(missing_ok=True)
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _failed_folder(out: Path) -> Path:
    return out.with_name(f"{out.name}-failed")


def _check_target(out: Path) -> None:
    """Raise if the folder holds anything but an earlier report."""
    if out.exists() and not out.is_dir():
        raise AnalysisError(f"{shown(out)} is a file; a report needs a folder.")
    if out.is_dir() and any(out.iterdir()) and not (out / _MARK).is_file():
        raise AnalysisError(
            f"{shown(out)} holds other files than a report, and would be replaced: "
            "choose another folder with --out."
        )


@contextmanager
def _built_apart(out: Path) -> Iterator[Path]:
    """Give a folder to build in, which takes the place of ``out`` only if nothing goes wrong."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as temporary:
        new, old = Path(temporary) / "new", Path(temporary) / "old"
        new.mkdir()
        yield new
        if out.exists():
            out.rename(old)
        try:
            new.rename(out)
        except BaseException:
            if old.exists() and not out.exists():
                old.rename(out)
            raise


def _with_defaults(
    notebooks: dict[str, NotebookNode], values: dict[str, dict[str, Any]]
) -> dict[str, dict[str, Any]]:
    """Return the value of every parameter, whether it was given or is the notebook's own."""
    return {
        name: {
            key: values[name].get(key, parameter.default)
            for key, parameter in parameters_of(notebook, name).items()
        }
        for name, notebook in notebooks.items()
    }


def _record(
    run: Run, facts: Provenance, values: dict[str, dict[str, Any]], pages: Sequence[Page]
) -> dict[str, Any]:
    """Return what a program needs to know of the report."""
    return {
        "title": run.title,
        "language": run.language,
        "pages": [{"file": page.file, "title": page.title} for page in pages],
        "parameters": values,
        "sources": facts.sources,
        "tables": facts.tables,
        "versions": facts.versions,
        "commit": facts.commit,
        "changed": facts.changed,
    }
