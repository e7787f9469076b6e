"""Documents turned into tables: every file read, every file accounted for."""

from __future__ import annotations

import os
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from tqdm import tqdm

from analysis.errors import AnalysisError, UnreadableDocument
from analysis.parsing import parse
from analysis.parsing.records import Finding
from analysis.reading import read
from analysis.tables.corrections import Corrections
from analysis.tables.duplicates import Duplicates
from analysis.tables.files import File, files_of
from analysis.tables.rows import Rows, finding_row, rows_of
from analysis.tables.store import TableWriter
from analysis.wording import Wording

_FEW = 12  # files that are read sooner than a second process has started
_BATCH = 200  # documents whose rows are held at a time, at most
_CHARACTERS = 600_000  # of their text at which they are written: long documents have many rows
_AHEAD = 8  # files per process that are read ahead


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run of `build_tables` made.

    Attributes
    ----------
    documents, questions, answers
        Numbers of rows.
    errors, warnings
        Numbers of findings of that severity.
    unread
        One sentence for each file that could not be read.
    duplicates
        One sentence for each file whose document was taken from another file.
    corrections
        Sentences about the corrections by hand; empty where there are none.
    out
        The folder with the tables.
    """

    documents: int
    questions: int
    answers: int
    errors: int
    warnings: int
    unread: tuple[str, ...]
    duplicates: tuple[str, ...]
    corrections: tuple[str, ...]
    out: Path

    def lines(self) -> list[str]:
        """Return what to tell the user, one sentence a line."""
        words = Wording("en")
        counts = words.join(
            [
                words.count(self.documents, "common.document"),
                words.count(self.questions, "common.question"),
                words.count(self.answers, "common.answer"),
            ]
        )
        found = words.join(
            [
                words.count(self.errors, "findings.error"),
                words.count(self.warnings, "findings.warning"),
            ]
        )
        return [
            *(f"Not read: {reason}." for reason in self.unread),
            *(f"Taken once: {reason}." for reason in self.duplicates),
            *self.corrections,
            f"{counts} in {self.out}; findings: {found}.",
        ]


@dataclass(slots=True)
class _Reading:
    """What one file gave: rows and text, or the reason why it gave none."""

    rows: Rows | None = None
    text: str = ""
    reason: str = ""


@dataclass(slots=True)
class _Batch:
    """Rows and texts that are not written yet."""

    rows: Rows = field(default_factory=lambda: defaultdict(list))
    texts: dict[str, str] = field(default_factory=dict)
    characters: int = 0

    @property
    def is_full(self) -> bool:
        """Whether it is time to write them."""
        return len(self.texts) >= _BATCH or self.characters >= _CHARACTERS

    def add(self, rows: Rows) -> None:
        for name, new in rows.items():
            self.rows[name] += new


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
    run = _Run(corrected)
    with TableWriter(out) as writer:
        readings = _readings(files, processes)
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

    def __init__(self, corrections: Corrections) -> None:
        self.batch = _Batch()
        self.counts: Counter[str] = Counter()
        self.unread: list[str] = []
        self._corrections = corrections
        self._duplicates = Duplicates()
        self._doubles: list[str] = []

    def take(self, file: File, reading: _Reading) -> None:
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
        self.batch.texts[file.document_id] = reading.text
        self.batch.characters += len(reading.text)

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


def _readings(files: list[File], processes: int | None) -> Iterator[_Reading]:
    """Yield what the files gave, in their order, read by several processes where it pays."""
    workers = min(processes or os.cpu_count() or 1, len(files))
    if workers == 1 or len(files) <= _FEW:
        yield from map(_read_one, files)
        return
    # 'spawn' is the one way to start processes that is safe beside threads on every system.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        try:
            yield from _in_order(pool, files, workers * _AHEAD)
        except BrokenProcessPool as error:
            raise AnalysisError(
                "reading broke off: a process was ended from outside, for want of memory perhaps"
            ) from error
        finally:
            pool.shutdown(cancel_futures=True)


def _in_order(pool: ProcessPoolExecutor, files: list[File], ahead: int) -> Iterator[_Reading]:
    """Yield results in the order of the files, with only so many waiting to be fetched."""
    waiting: deque[Future[_Reading]] = deque()
    for file in files:
        waiting.append(pool.submit(_read_one, file))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _read_one(file: File) -> _Reading:
    if file.refused:
        return _Reading(reason=f"{file.path.name}: {file.refused}")
    try:
        source = read(file.path)
        rows = rows_of(source, parse(source), file.document_id)
    except UnreadableDocument as error:
        return _Reading(reason=str(error))
    except Exception as error:  # a fault of ours in one document may not cost the others
        said = f"{type(error).__name__}: {error}"
        return _Reading(reason=f"{file.path.name}: the program failed on this document ({said})")
    return _Reading(rows, source.text)


def _nothing_read(unread: list[str]) -> str:
    rest = f" (and {len(unread) - 1} more)" if len(unread) > 1 else ""
    return f"no document could be read: {unread[0]}{rest}"
