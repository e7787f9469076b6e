"""What the places of lines on a page tell: the column of the text, and what stands beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from statistics import median

from analysis.parsing.lines import Line, Role, body_size

_SMALL = 0.92  # of the size of the body: what is printed in the margin is smaller
_FULL = 0.95  # share of the lines of the text that are not longer than its column
_SHORTEST = 8  # characters of a running head that may be as large as the text
_EDGE = 3  # lines at the head or foot of a page that may be furniture as large as the text
_PLACE = 3.0  # points: two places closer than this are one


def mark_margins(lines: list[Line]) -> list[Line]:
    """Mark what stands beside the text or at one place on several pages, and measure the room.

    A letter has its colophon in the margin, in small type, and a head on every page. Lines of
    which the places are not known stay as they are.

    Returns
    -------
    list of Line
        The same lines, with ``room`` where places are known.
    """
    size = body_size(lines)
    if size is None or any(line.block.left is None for line in lines):
        return lines
    lefts = _left_edges(lines, size)
    widths = sorted(
        (line.block.right or 0) - lefts[line.page] for line in lines if line.block.size == size
    )
    width = widths[int(_FULL * (len(widths) - 1))]
    repeated = _repeated(lines, size)
    for i, line in enumerate(lines):
        right = lefts[line.page] + width
        small = (line.block.size or size) < _SMALL * size
        if i in repeated or (small and (line.block.left or 0) >= right - size):
            line.role = Role.FURNITURE
        line.room = right - (line.block.right or 0)
    return lines


def _left_edges(lines: list[Line], size: float) -> dict[int | None, float]:
    """Return the left edge of the text on each page; pages may have their margins mirrored."""
    by_page: dict[int | None, list[float]] = defaultdict(list)
    for line in lines:
        if line.block.size == size:
            by_page[line.page].append(line.block.left or 0.0)
    usual = median(left for lefts in by_page.values() for left in lefts)
    return defaultdict(lambda: usual, {page: median(lefts) for page, lefts in by_page.items()})


def _edges(lines: list[Line]) -> set[int]:
    """Return the places of the highest and lowest lines of each page."""
    by_page: dict[int | None, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        by_page[line.page].append(i)
    edges: set[int] = set()
    for places in by_page.values():
        by_height = sorted(places, key=lambda i: lines[i].block.base or 0.0)
        edges |= {*by_height[:_EDGE], *by_height[-_EDGE:]}
    return edges


def _repeated(lines: list[Line], size: float) -> set[int]:
    """Return the places of heads and feet: the same words at the same place on several pages."""
    seen: dict[tuple[str, int, int], list[int]] = defaultdict(list)
    edges = _edges(lines)
    for i, line in enumerate(lines):
        own_size = line.block.size == size
        if line.marker or (own_size and (i not in edges or len(line.text) < _SHORTEST)):
            continue
        if any(first == line.passage.start for first, _ in line.raised):
            continue  # a note; the next one may cite the same work
        words = line.text if own_size else _without_page(line)
        place = round((line.block.left or 0) / _PLACE), round((line.block.base or 0) / _PLACE)
        seen[words, *place].append(i)
    n_pages = len({line.page for line in lines})
    furniture: set[int] = set()
    for same in seen.values():
        on_pages = len({lines[i].page for i in same})
        # A sentence may stand at one place on two pages; a head is on every other page at least.
        fewest = (
            max(min(3, n_pages - 1), (n_pages - 1) / 2) if lines[same[0]].block.size == size else 2
        )
        if on_pages > 1 and on_pages >= fewest:
            furniture.update(same)
    return furniture


def _without_page(line: Line) -> str:
    """Return the words of a line in small type without its page number, the one that changes."""
    return re.sub(r"\d+", lambda n: "#" if int(n.group()) == line.page else n.group(), line.text)
