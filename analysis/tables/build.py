"""Documents turned into tables: every file read, every file accounted for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tqdm import tqdm

from analysis.errors import AnalysisError, UnreadableDocument
from analysis.parsing.records import Finding
from analysis.tables.corrections import Corrections
from analysis.tables.duplicates import Duplicates
from analysis.tables.files import File, files_of
from analysis.tables.readings import Reading, readings_of
from analysis.tables.rows import Rows, finding_row
from analysis.tables.store import TableWriter
from analysis.tables.summary import Summary

_BATCH = 200  # files of which rows are held at a time, at most
_CHARACTERS = 600_000  # of their text at which they are written: long documents have many rows


@dataclass(slots=True)
class _Batch:
    """Rows and texts that are not written yet."""

    rows: Rows = field(default_factory=lambda: defaultdict(list))
    texts: dict[str, str] = field(default_factory=dict)
    files: int = 0
    characters: int = 0

    @property
    def is_full(self) -> bool:
        """Whether it is time to write them."""
        return self.files >= _BATCH or self.characters >= _CHARACTERS

    def add(self, rows: Rows) -> None:
        """Add the rows of a file."""
        self.files += 1
        for name, new in rows.items():
            self.rows[name] += new

    def add_text(self, document_id: str, text: str) -> None:
        """Add the text of a document."""
        self.texts[document_id] = text
        self.characters += len(text)


def build_tables(
    paths: Iterable[Path],
    out: Path,
    progress: bool = False,
    corrections: Path | None = None,
    processes: int | None = None,
) -> Summary:
    """Read documents and write their tables.

    Documents are read on all cores and written as they come, so that memory does not grow with
    their number; the tables are the same whatever the number of cores.

    Parameters
    ----------
    paths
        Files and folders; see `analysis.tables.files.files_of`. A file of a folder that cannot be
        read is a finding, and the rest goes on.
    out
        Folder for the tables; see `analysis.tables.store.TableWriter`.
    progress
        Whether to show a progress bar.
    corrections
        A file with corrections by hand; see `analysis.tables.corrections`.
    processes
        How many to read with; ``None`` is one for each core.

    Raises
    ------
    AnalysisError
        Where a path does not exist, a file that was named itself cannot be read, none can, or the
        corrections are not as they should be.
    """
    files = files_of(paths, out)
    corrected = Corrections.read(corrections)
    with TableWriter(out) as writer, Duplicates() as duplicates:
        run = _Run(corrected, duplicates)
        readings = readings_of(files, processes)
        for file, reading in tqdm(
            zip(files, readings, strict=True),
            total=len(files),
            disable=not progress,
            unit=" documents",
        ):
            run.take(file, reading)
            if run.batch.is_full:
                run.write(writer)
        if not run.counts["documents"]:
            raise AnalysisError(_nothing_read(run.unread))
        run.batch.rows["corrections"] += corrected.rows()
        run.write(writer)
    return run.summary(out)


class _Run:
    """The state of one run: what was counted, what is still to be written."""

    def __init__(self, corrections: Corrections, duplicates: Duplicates) -> None:
        self.batch = _Batch()
        self.counts: Counter[str] = Counter()
        self.unread: list[str] = []
        self._corrections = corrections
        self._duplicates = duplicates
        self._doubles: list[str] = []

    def take(self, file: File, reading: Reading) -> None:
        """Take what a file gave; raise for a file that was named and gave nothing."""
        if reading.rows is None:
            if file.named:
                raise UnreadableDocument(reading.reason)
            self.unread.append(reading.reason)
            self._find(file, Finding("error", "unreadable", {"reason": reading.reason}))
            return
        other = self._duplicates.taken_as(reading.rows)
        if other is not None:
            self._doubles.append(f"{file.path.name} holds the same document as '{other}'")
            values: dict[str, str | int] = {"file": file.path.name, "other": other}
            self._find(file, Finding("warning", "duplicate_document", values))
            return
        self._corrections.apply(reading.rows, file.document_id)
        for name in ("documents", "questions", "answers"):
            self.counts[name] += len(reading.rows[name])
        self._count_findings(reading.rows)
        self.batch.add(reading.rows)
        self.batch.add_text(file.document_id, reading.text)

    def write(self, writer: TableWriter) -> None:
        """Write what was taken since the last time."""
        writer.add(self.batch.rows, self.batch.texts)
        self.batch = _Batch()

    def summary(self, out: Path) -> Summary:
        """Return what the run made."""
        return Summary(
            documents=self.counts["documents"],
            questions=self.counts["questions"],
            answers=self.counts["answers"],
            errors=self.counts["error"],
            warnings=self.counts["warning"],
            unread=tuple(self.unread),
            duplicates=tuple(self._doubles),
            corrections=tuple(self._corrections.lines()),
            out=out,
        )

    def _find(self, file: File, finding: Finding) -> None:
        rows: Rows = {"findings": [finding_row(finding, file.document_id)]}
        self._count_findings(rows)
        self.batch.add(rows)

    def _count_findings(self, rows: Rows) -> None:
        self.counts.update(row["severity"] for row in rows["findings"])


def _nothing_read(unread: list[str]) -> str:
    rest = f" (and {len(unread) - 1} more)" if len(unread) > 1 else ""
    return f"no document could be read: {unread[0]}{rest}"
