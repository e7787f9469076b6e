"""Folders of text documents to tables, by ``python -m analysis tables``, on all cores.

The exponent says how time grows from the row above with the megabytes that are read: 1 is in
proportion; the start of the program is in it. Memory is the largest of the processes. It should
not grow with the number of documents.
"""

from __future__ import annotations

import math
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.generator import document

TITLE = "Folders of 100 to 3,000 documents"

_SIZES = (100, 300, 1000, 3000)


def run() -> list[dict[str, object]]:
    """Return a row for each size of folder."""
    rows: list[dict[str, object]] = []
    before: tuple[float, float] | None = None
    with tempfile.TemporaryDirectory() as folder:
        for size in _SIZES:
            megabytes = _write(Path(folder) / str(size), size)
            seconds, memory = _tables(Path(folder) / str(size), Path(folder) / f"{size}-tables")
            exponent = "–"
            if before:
                exponent = f"{math.log(seconds / before[1]) / math.log(megabytes / before[0]):.2f}"
            before = (megabytes, seconds)
            rows.append(
                {
                    "documents": size,
                    "MB": f"{megabytes:.1f}",
                    "seconds": f"{seconds:.1f}",
                    "documents/s": f"{size / seconds:.0f}",
                    "exponent": exponent,
                    "memory, MB": f"{memory:.0f}",
                }
            )
    return rows


def _write(folder: Path, size: int) -> float:
    folder.mkdir()
    total = 0
    for seed in range(size):
        made = document(seed, format="txt")
        (folder / made.name).write_bytes(made.data)
        total += len(made.data)
    return total / 1e6


def _tables(folder: Path, out: Path) -> tuple[float, float]:
    """Return the seconds that it took and the megabytes that the largest process needed."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "analysis", "tables", str(folder), "--out", str(out)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)  # it was waited for here, not by Popen
    if process.returncode:
        raise RuntimeError(f"'analysis tables' ended with status {process.returncode}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024
