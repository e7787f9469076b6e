"""A run over a list: a report for each fractie, bewindspersoon, year or document, and an index."""

import atexit
import re
import shutil
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import joblib
from tqdm import tqdm

from analysis.errors import AnalysisError
from analysis.publishing.cells import LONG
from analysis.publishing.files import write_json
from analysis.report.build import build_report
from analysis.report.kernels import Kernels
from analysis.report.rendering import render
from analysis.report.runs import Run
from analysis.report.selection import select, values_for_each
from analysis.report.target import MARK, check_target, record_of
from analysis.tables import read_tables
from analysis.wording import Wording

_AT_ONCE = 2


@dataclass(frozen=True)
class Member:
    """One report of a series: what it is about, its folder, how much is in it, and its error."""

    value: str
    folder: str
    documents: int
    questions: int
    answers: int
    opens: str | None = None
    error: str | None = None


def build_series(
    run: Run,
    tables: Path,
    out: Path,
    overrides: Sequence[tuple[str, str]] = (),
    notebooks: Path | None = None,
    *,
    force: bool = False,
) -> Path:
    """Build a report for each value of what the run says, and an index above them.

    Parameters
    ----------
    run : Run
        With ``for_each``.
    tables, overrides, notebooks, force
        As `analysis.report.build.build_report` takes them.
    out : Path
        The folder of the index; each report is a folder in it.

    Returns
    -------
    Path
        The ``index.html`` of the series, which names each report that failed, with its error.

    Raises
    ------
    AnalysisError
        After the index is written, if a report failed; the others are complete. Also if no
        document has a value to make a report for.
    """
    tables, out = tables.resolve(), out.resolve()
    check_target(out)
    by = str(run.for_each)
    chosen = select(read_tables(tables), run.documents, run.name)
    values = values_for_each(chosen, by)
    if not values:
        raise AnalysisError(f"{run.name}: no document has a {by} to make a report for.")
    _prepare(out, run)
    reports = []
    for value, name in zip(values, _folder_names(values), strict=True):
        own = _for_value(run, by, value)
        counts = select(chosen, own.documents, run.name)
        sizes = [len(counts[table]) for table in ("documents", "questions", "answers")]
        reports.append((Member(_label(value, by, chosen), name, *sizes), own))
    members = _all_built(reports, tables, out, overrides, notebooks, force=force)
    _write(out, run, members)
    failed = [member for member in members if member.error]
    if failed:
        lines = [f"{len(failed)} of {len(members)} reports failed; the index names them."]
        raise AnalysisError("\n".join([*lines, *(f"{m.value}: {m.error}" for m in failed)]))
    return out / "index.html"


def _all_built(
    reports: Sequence[tuple[Member, Run]],
    tables: Path,
    out: Path,
    overrides: Sequence[tuple[str, str]],
    notebooks: Path | None,
    *,
    force: bool,
) -> list[Member]:
    """Build the reports, two at a time in processes of their own; return them in their order."""
    work = joblib.Parallel(_AT_ONCE, return_as="generator_unordered", batch_size=1)
    built = work(
        joblib.delayed(_built)(member, own, tables, out, overrides, notebooks, force=force)
        for member, own in reports
    )
    hidden = not sys.stderr.isatty()
    try:
        done = list(tqdm(built, desc="reports", unit="report", total=len(reports), disable=hidden))
    except BaseException:
        built.close()
        _tidy(out)
        raise
    order = {member.folder: place for place, (member, _) in enumerate(reports)}
    return sorted(done, key=lambda member: order[member.folder])


def _built(
    member: Member,
    run: Run,
    tables: Path,
    out: Path,
    overrides: Sequence[tuple[str, str]],
    notebooks: Path | None,
    *,
    force: bool,
) -> Member:
    """Build the report of a member; one that fails is no reason to stop."""
    target = out / member.folder
    try:
        index = build_report(
            run, tables, target, overrides, notebooks, force=force, kernels=_kernels()
        )
    except AnalysisError as error:
        shutil.rmtree(target, ignore_errors=True)  # an older one would be taken for this one
        return replace(member, error=str(error))
    return replace(member, opens=index.relative_to(out).as_posix())


@cache
def _kernels() -> Kernels:
    """Return where the kernels of this process come from; they end with it."""
    kernels = Kernels(at_once=1)
    kernels.__enter__()
    atexit.register(kernels.__exit__)
    return kernels


def _tidy(out: Path) -> None:
    """Remove what processes that were interrupted have left; finished notebooks are kept."""
    for path in out.glob(".*"):
        if path.is_dir() and not path.name.endswith("-parts"):
            shutil.rmtree(path, ignore_errors=True)


def _for_value(run: Run, by: str, value: str | int) -> Run:
    """Return the run of one member of the series."""
    documents = run.documents.model_copy(update={by: [value]})
    changes: dict[str, Any] = {"documents": documents, "for_each": None}
    if by != "document":
        changes["title"] = f"{run.title} – {value}"
    return run.model_copy(update=changes)


def _label(value: str | int, by: str, tables: Any) -> str:
    """Return what readers call a member: a document by its title."""
    if by != "document":
        return str(value)
    documents = tables["documents"].set_index("document_id")
    title = documents["title"].get(value)
    return title if isinstance(title, str) else str(value)


def _folder_names(values: Sequence[str | int]) -> list[str]:
    """Return a name for the folder of each value: letters, digits and hyphens, all different."""
    names: list[str] = []
    for value in values:
        plain = unicodedata.normalize("NFKD", str(value)).encode("ascii", "ignore").decode()
        name = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60] or "report"
        again = sum(other == name or other.startswith(f"{name}--") for other in names)
        names.append(f"{name}--{again + 1}" if again else name)
    return names


def _prepare(out: Path, run: Run) -> None:
    """Make the folder known as a series, so that an interrupted one can be taken up again."""
    if out.is_dir() and "for_each" not in record_of(out):
        shutil.rmtree(out)
    write_json(out / MARK, {"title": run.title, "language": run.language, "for_each": run.for_each})


def _write(out: Path, run: Run, members: Sequence[Member]) -> None:
    """Write the index of a series; reports of values that are gone are removed."""
    names = {member.folder for member in members}
    for path in out.iterdir():
        if path.is_dir() and path.name not in names and (path / MARK).is_file():
            shutil.rmtree(path)
    wording = Wording(run.language)
    long = len(members) > LONG
    html = render("series.html.j2", wording, run=run, members=members, long_tables=long)
    (out / "index.html").write_text(html, encoding="utf-8", newline="\n")
    record = {"title": run.title, "language": run.language, "for_each": run.for_each}
    write_json(out / MARK, {**record, "reports": [vars(member) for member in members]})
