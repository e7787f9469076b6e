"""A run over a list: a report for each fractie, bewindspersoon, year or document, and an index."""

import re
import shutil
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tqdm import tqdm

from analysis.errors import AnalysisError
from analysis.publishing.files import write_json
from analysis.report.build import build_report
from analysis.report.rendering import render
from analysis.report.runs import Run
from analysis.report.selection import select, values_for_each
from analysis.report.target import MARK, check_target, record_of
from analysis.tables import read_tables
from analysis.wording import Wording


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
    chosen = select(read_tables(tables), run.documents)
    values = values_for_each(chosen, by)
    if not values:
        raise AnalysisError(f"{run.name}: no document has a {by} to make a report for.")
    _prepare(out, run)
    members = []
    for value, name in tqdm(
        list(zip(values, _folder_names(values), strict=True)),
        desc="reports",
        unit="report",
        disable=not sys.stderr.isatty(),
    ):
        own = _for_value(run, by, value)
        counts = select(chosen, own.documents)
        member = Member(
            _label(value, by, chosen),
            name,
            *(len(counts[table]) for table in ("documents", "questions", "answers")),
        )
        members.append(_built(member, own, tables, out, overrides, notebooks, force))
    _write(out, run, members)
    failed = [member for member in members if member.error]
    if failed:
        lines = [f"{len(failed)} of {len(members)} reports failed; the index names them."]
        raise AnalysisError("\n".join([*lines, *(f"{m.value}: {m.error}" for m in failed)]))
    return out / "index.html"


def _built(
    member: Member,
    run: Run,
    tables: Path,
    out: Path,
    overrides: Sequence[tuple[str, str]],
    notebooks: Path | None,
    force: bool,
) -> Member:
    """Build the report of a member; one that fails is no reason to stop."""
    target = out / member.folder
    try:
        index = build_report(run, tables, target, overrides, notebooks, force=force)
    except AnalysisError as error:
        shutil.rmtree(target, ignore_errors=True)  # an older one would be taken for this one
        return Member(**{**vars(member), "error": str(error)})
    return Member(**{**vars(member), "opens": index.relative_to(out).as_posix()})


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
    html = render("series.html.j2", wording, run=run, members=members)
    (out / "index.html").write_text(html, encoding="utf-8", newline="\n")
    record = {"title": run.title, "language": run.language, "for_each": run.for_each}
    write_json(out / MARK, {**record, "reports": [vars(member) for member in members]})
