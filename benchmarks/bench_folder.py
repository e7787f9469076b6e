"""Folders of text documents to tables: how time and memory grow, and what a second core brings.

`one process` is the CPU time of making the tables in one process that has started already; the
exponents say how it grows with the megabytes that are read, from the row above and from the first
row: 1 is in proportion. `all cores` is the time by the clock of ``python -m analysis tables``, its
start included, which one document shows. The gain compares both by the clock, without the start.
Memory is the largest of the processes of that command; it should not grow with the number of
documents.
"""

from __future__ import annotations

import math
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

from analysis.tables import build_tables
from tests.generator import document

TITLE = "Folders of 100 to 3,000 documents"

_SIZES = (1, 100, 300, 1000, 3000)


def run() -> list[dict[str, object]]:
    """Return a row for each size of folder."""
    rows: list[dict[str, object]] = []
    taken: list[tuple[float, float]] = []  # megabytes and CPU seconds, from 100 documents on
    start = 0.0
    with tempfile.TemporaryDirectory() as temporary:
        for size in _SIZES:
            folder = Path(temporary) / str(size)
            megabytes = _write(folder, size)
            clock, memory, _ = _command(["analysis", "tables", str(folder), "--out", f"{folder}.t"])
            row = {"documents": size, "MB": f"{megabytes:.1f}", "all cores, s": f"{clock:.1f}"}
            if size == 1:
                start = clock
                rows.append(row | dict.fromkeys(_OF_MANY, "–") | {"memory, MB": f"{memory:.0f}"})
                continue
            _, _, printed = _command([__name__, str(folder), f"{folder}.t"])
            cpu, alone = map(float, printed.split())
            taken.append((megabytes, cpu))
            values = (
                f"{size / clock:.0f}",
                f"{cpu:.1f}",
                _exponent(taken[-2:]),
                _exponent([taken[0], taken[-1]]),
                f"{alone / (clock - start):.1f}",
            )
            rows.append(row | dict(zip(_OF_MANY, values, strict=True)))
            rows[-1]["memory, MB"] = f"{memory:.0f}"
    return rows


_OF_MANY = (
    "documents/s",
    "one process, CPU s",
    "exponent",
    "exponent from 100",
    "gain of all cores",
)


def _exponent(taken: list[tuple[float, float]]) -> str:
    """Return how the seconds of the last grow with the megabytes from those of the first."""
    (size, seconds), (larger, more) = taken[0], taken[-1]
    return f"{math.log(more / seconds) / math.log(larger / size):.2f}" if larger > size else "–"


def _write(folder: Path, size: int) -> float:
    """Write documents to a new folder, and return their megabytes."""
    folder.mkdir()
    total = 0
    for seed in range(size):
        made = document(seed, format="txt")
        (folder / made.name).write_bytes(made.data)
        total += len(made.data)
    return total / 1e6


def _command(arguments: list[str]) -> tuple[float, float, str]:
    """Run a module: the seconds it took, the megabytes of its largest process, what it printed."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", *arguments], stdout=subprocess.PIPE)
    assert process.stdout is not None
    printed = process.stdout.read().decode()
    process.stdout.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)  # it was waited for here, not by Popen
    if process.returncode:
        raise RuntimeError(f"'{' '.join(arguments)}' ended with status {process.returncode}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024, printed


def main() -> None:
    """Print the CPU and clock seconds that a folder takes in one process that has started."""
    folder, out = map(Path, sys.argv[1:])
    build_tables([next(folder.iterdir())], out)  # loads all that is needed
    cpu, clock = time.process_time(), time.perf_counter()
    build_tables([folder], out, processes=1)
    click.echo(f"{time.process_time() - cpu} {time.perf_counter() - clock}")


if __name__ == "__main__":
    main()
