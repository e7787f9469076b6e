"""What files give that are read: rows and text, or the reason why not; on all cores."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context

from analysis.errors import AnalysisError, UnreadableDocument
from analysis.parsing import parse
from analysis.reading import read
from analysis.tables.files import File
from analysis.tables.rows import Rows, rows_of

_FEW = 12  # files that are read sooner than a second process has started
_AHEAD = 8  # files per process that are read ahead


@dataclass(slots=True)
class Reading:
    """What one file gave.

    Attributes
    ----------
    rows, text
        The rows of its document and the document as read; no rows where it could not be read.
    reason
        Why it could not.
    """

    rows: Rows | None = None
    text: str = ""
    reason: str = ""


def readings_of(files: list[File], processes: int | None) -> Iterator[Reading]:
    """Yield what files give, in their order, read by several processes where that pays.

    Parameters
    ----------
    files
        The files to read.
    processes
        How many to read with; ``None`` is one for each core.

    Raises
    ------
    AnalysisError
        Where a process was ended from outside.
    """
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


def _in_order(pool: ProcessPoolExecutor, files: list[File], ahead: int) -> Iterator[Reading]:
    """Yield results in the order of the files, with only so many waiting to be fetched."""
    waiting: deque[Future[Reading]] = deque()
    for file in files:
        with _deaf_to_interrupts():
            waiting.append(pool.submit(_read_one, file))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Let processes that are started here leave an interrupt to this one.

    They are started when there is work for them. A terminal sends an interrupt to all, and each
    would print where it was. What is held back here stays so in them; here it comes afterwards.
    """
    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _read_one(file: File) -> Reading:
    if file.refused:
        return Reading(reason=f"{file.path.name}: {file.refused}")
    try:
        source = read(file.path)
        rows = rows_of(source, parse(source), file.document_id)
    except UnreadableDocument as error:
        return Reading(reason=str(error))
    except Exception as error:  # a fault of ours in one document may not cost the others
        said = f"{type(error).__name__}: {error}"
        return Reading(reason=f"{file.path.name}: the program failed on this document ({said})")
    return Reading(rows, source.text)
