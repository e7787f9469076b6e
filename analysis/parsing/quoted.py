"""Questions and answers that an answer quotes from elsewhere, which open nothing."""

from __future__ import annotations

from analysis.parsing.lines import Line
from analysis.parsing.markers import Marker

_PAIRS = (("«", "»"), ("“", "”"), ("„", "”"))
_FAR = 5  # behind the highest number so far: a number that is missing in life is nearer


def without_quoted(lines: list[Line], markers: dict[int, Marker]) -> dict[int, Marker]:
    """Return the markers but those inside a quotation that an answer holds.

    Only what is out of place is looked at: a question with a number that was there before or is far
    off, and an answer where no question is open. A quotation that somebody forgot to close hides
    nothing else.

    Parameters
    ----------
    lines
        The lines of a document.
    markers
        What opens a question or an answer by its words, by index of the line.
    """
    if not any(marker.kind == "question" for marker in markers.values()):
        return markers  # questions in running text: no answer is out of place
    kept: dict[int, Marker] = {}
    seen: set[int] = set()
    asked, last = False, None
    for i, marker in sorted(markers.items()):
        if marker.kind == "question":
            odd = not seen.isdisjoint(marker.numbers[:1]) or any(
                number > max(seen, default=0) + _FAR for number in marker.numbers[:1]
            )
        else:
            odd = seen.isdisjoint(marker.numbers)
        if odd and last is not None and not asked and _is_quoting(lines[last:i]):
            continue
        kept[i], last, asked = marker, i, marker.kind == "question"
        if asked:
            seen.update(marker.numbers)
    return kept


def _is_quoting(lines: list[Line]) -> bool:
    """Tell whether a quotation is open at the end of some lines."""
    text = "\n".join(line.text for line in lines)
    opened = any(text.count(first) > text.count(last) for first, last in _PAIRS if first in text)
    return opened or text.count('"') % 2 == 1
