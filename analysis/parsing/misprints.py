"""Numbers of questions that are plainly misprinted, mended by those around them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from analysis.parsing.markers import Marker


def mend_numbers(markers: dict[int, Marker]) -> dict[int, Marker]:
    """Mend a number that its neighbours leave no doubt about.

    ``11, 13, 13, 14`` and ``11, 21, 13, 14`` both have a 12 that is printed as something else:
    the number is not the one due, the one due is found nowhere, and the next is the one after
    that. An answer that names the number as printed is a witness that it is right.

    Parameters
    ----------
    markers
        What opens questions and answers, by index of the line.

    Returns
    -------
    dict
        The same, with `Marker.printed` set where a number was mended.
    """
    questions = [i for i in sorted(markers) if markers[i].kind == "question" and markers[i].numbers]
    counts = Counter(number for i in questions for number in markers[i].numbers)
    present = set(counts)
    named = {n for m in markers.values() if m.kind == "answer" for n in m.numbers}
    mended = dict(markers)
    for before, i, after in _with_neighbours(questions):
        marker = mended[i]
        due = mended[before].numbers[-1] + 1 if before is not None else 1
        if len(marker.numbers) != 1 or marker.numbers[0] == due or due in present:
            continue
        double = counts[marker.numbers[0]] > 1
        follows = double and due in named if after is None else markers[after].numbers[0] == due + 1
        witness = marker.numbers[0] in named and not double
        if not follows or witness:
            continue
        mended[i] = replace(marker, numbers=(due,), printed=marker.numbers)
        present.add(due)
    return mended


def _with_neighbours(places: list[int]) -> list[tuple[int | None, int, int | None]]:
    padded = [None, *places, None]
    return [
        (padded[k], place, padded[k + 2])  # type: ignore[misc]
        for k, place in enumerate(places)
    ]
