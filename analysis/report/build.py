"""Building a report: from a run and tables to a folder that is whole, or not there at all."""

import shutil
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path

import pandas as pd
from tqdm import tqdm

from analysis.errors import AnalysisError
from analysis.paths import notebooks_folder, shown
from analysis.publishing.files import write_json
from analysis.report.corpus import describe_corpus
from analysis.report.documents import write_documents
from analysis.report.evidence import evidence_of
from analysis.report.execute import FailedNotebook, Folders, execute_all
from analysis.report.exports import write_exports
from analysis.report.index import write_index
from analysis.report.kernels import Kernels
from analysis.report.pages import write_page
from analysis.report.parts import (
    Parts,
    digest_of,
    digest_of_folder,
    is_unchanged,
    keys_of,
    parts_folder,
)
from analysis.report.pdf import write_pdf
from analysis.report.plan import Plan, planned, record_of_plan
from analysis.report.provenance import Provenance, provenance
from analysis.report.questions import write_questions
from analysis.report.rows import rows_by_document
from analysis.report.runs import Run
from analysis.report.selection import select, write_selection
from analysis.report.target import MARK, check_target, put_in_place, record_of, workplace
from analysis.tables import read_tables
from analysis.wording import Wording


def build_report(
    run: Run,
    tables: Path,
    out: Path,
    overrides: Sequence[tuple[str, str]] = (),
    notebooks: Path | None = None,
    *,
    force: bool = False,
    kernels: Kernels | None = None,
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
    force : bool
        Whether to execute also the notebooks whose results are up to date.
    kernels : Kernels, optional
        Where the notebooks' kernels come from, for who builds many reports, and shows how far
        that is; by default two kernels at once, with a progress bar.

    Returns
    -------
    Path
        The file to open: ``index.html``, or else the first of what was to be built. Beside it
        are the pages, ``documents/``, ``notebooks/``, ``figures/``, ``findings/``, ``tables/``
        and ``run.json``. A report of which nothing changed is left as it is.

    Raises
    ------
    InvalidRun
        If the run does not fit its notebooks: known before anything is executed.
    AnalysisError
        If a table is missing, a notebook fails, no document is what the run asks for, or ``out``
        holds something else.
    """
    tables, out = tables.resolve(), out.resolve()
    check_target(out)
    plan = planned(run, overrides, notebooks or notebooks_folder())
    with ExitStack() as stack:
        work = stack.enter_context(workplace(out))
        quiet = kernels is not None
        kernels = kernels or stack.enter_context(Kernels())
        tables = _selected(plan.run, tables, work / "tables")
        facts = provenance({}, tables, language=plan.run.language)
        keys = keys_of(plan.sources, plan.values, tables, facts)
        fingerprint = digest_of(plan.run.model_dump(), keys)
        if not force and _is_current(out, fingerprint):
            shutil.rmtree(parts_folder(out), ignore_errors=True)
            _forget_failed(out, plan.sources)
            return _to_open(out)
        parts = Parts.beside(out, keys, force=force)
        _execute(plan, tables, parts, out, kernels, quiet=quiet)
        folder = work / "new"
        folder.mkdir()
        made = parts.assemble(folder)
        _write_pages(folder, plan, tables, facts, quiet=quiet)
        _keep_what_was_asked(folder, plan.run)
        record = record_of_plan(plan, facts, folder) | {"fingerprint": fingerprint}
        record["parts"] = {name: {"key": keys[name], "files": made[name]} for name in keys}
        write_json(folder / MARK, record)
        put_in_place(folder, out)
    parts.forget()
    _forget_failed(out, plan.sources)
    return _to_open(out)


def _selected(run: Run, tables: Path, folder: Path) -> Path:
    """Return the folder of the tables that the run is about; all where it asks for no part."""
    if not run.documents.chosen:
        return tables
    everything = _all_of(tables, digest_of_folder(tables))
    write_selection(select(everything, run.documents, run.name), tables, folder)
    return folder


@lru_cache(maxsize=1)
def _all_of(tables: Path, _digest: str) -> dict[str, pd.DataFrame]:
    """Return all tables, from which the reports of a series are selected one after another."""
    return read_tables(tables)


def _is_current(out: Path, fingerprint: str) -> bool:
    """Return whether a folder holds the very report that would be built."""
    record = record_of(out)
    if record.get("fingerprint") != fingerprint:
        return False
    return all(is_unchanged(out / place, digest) for place, digest in record["files"].items())


def _execute(
    plan: Plan, tables: Path, parts: Parts, out: Path, kernels: Kernels, *, quiet: bool
) -> None:
    """Execute the notebooks; keep the copy of one that fails, and say where."""
    sources = {name: plan.sources[name] for name in parts.missing}
    hidden = quiet or not sys.stderr.isatty()
    with tqdm(total=len(sources), desc="notebooks", unit="notebook", disable=hidden) as bar:

        def done(name: str) -> None:
            parts.finish(name)
            bar.update()

        folders = {}
        for name in sources:
            own = parts.begin(name)
            folders[name] = Folders(tables, own, own / "figures")
        try:
            execute_all(sources, plan.values, folders, done, kernels)
        except FailedNotebook as error:
            kept = _failed_folder(out) / error.executed.name
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(error.executed, kept)
            message = f"{error} (the notebook as far as it came: {shown(kept)})"
            raise AnalysisError(message) from error
        finally:
            parts.tidy()


def _write_pages(folder: Path, plan: Plan, tables: Path, facts: Provenance, *, quiet: bool) -> None:
    """Write all pages of a report, and the tables that go with it."""
    run, wording = plan.run, Wording(plan.run.language)
    frames = read_tables(tables)
    rows = rows_by_document(frames, wording)
    corpus = describe_corpus(rows, wording)
    evidence = evidence_of(frames, corpus.home, wording)
    for page in plan.pages:
        source = folder / "notebooks" / f"{page.name}.ipynb"
        write_page(source, folder / page.file, plan.pages, run, wording, evidence)
    write_documents(folder, tables, rows, corpus, run, wording, quiet=quiet)
    write_exports(folder / "tables", frames, run)
    write_questions(folder, frames, evidence, run, wording)
    values = plan.complete_values
    write_index(folder, run, plan.pages, corpus, evidence, facts, values, frames)
    if "pdf" in run.build:
        write_pdf(folder, plan.pages, run, wording)


def _keep_what_was_asked(folder: Path, run: Run) -> None:
    """Remove what other things were made from, but was not asked for itself."""
    if "html" in run.build:
        return
    kept = {"notebooks", "findings", "tables", "figures"}
    for path in folder.iterdir():
        if path.suffix == ".html":
            path.unlink()
        elif path.is_dir() and path.name not in kept:
            shutil.rmtree(path)


def _to_open(out: Path) -> Path:
    """Return the file of a report to open first."""
    choices = [out / "index.html", out / "report.pdf", out / "tables" / "tables.xlsx"]
    choices += [out / "tables", out / "figures"]
    return next((path for path in choices if path.exists()), out)


def _forget_failed(out: Path, names: Mapping[str, Path]) -> None:
    """Remove the notebooks that an earlier try has left."""
    folder = _failed_folder(out)
    for name in names:
        (folder / f"{name}.ipynb").unlink(missing_ok=True)
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _failed_folder(out: Path) -> Path:
    return out.with_name(f"{out.name}-failed")
