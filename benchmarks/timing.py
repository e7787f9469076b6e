"""Taking times that can be compared."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterable
from typing import TypeVar

_Item = TypeVar("_Item")


def cpu_seconds() -> float:
    """Return the CPU time of this process and of those it has waited for, such as pandoc."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def fastest(
    work: Callable[[], object],
    times: int = 3,
    seconds: float = 0.0,
    clock: Callable[[], float] = time.perf_counter,
) -> float:
    """Return the shortest time in seconds of some runs: the one that others disturbed least.

    Parameters
    ----------
    work
        What is timed.
    times
        How often it is done at the least.
    seconds
        How long it is done again and again at the least: what is short is disturbed easily.
    clock
        What tells the time.
    """
    taken: list[float] = []
    while len(taken) < times or sum(taken) < seconds:
        start = clock()
        work()
        taken.append(clock() - start)
    return min(taken)


def each(work: Callable[[_Item], object], items: Iterable[_Item]) -> None:
    """Do something for each of some items, and keep nothing of it, as a run over a folder does."""
    for item in items:
        work(item)
