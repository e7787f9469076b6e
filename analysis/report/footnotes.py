"""The footnotes of a document's questions and answers, and where in their texts they stand."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from analysis.report.evidence import Link, anchor
from analysis.report.marking import NoteMark
from analysis.report.rows import Row, grouped
from analysis.wording import Wording


@dataclass(frozen=True)
class Note:
    """A footnote: its place on the page, mark, text and links; an unsafe link has no address."""

    anchor: str
    marker: str
    text: str
    links: list[Link]


class Footnotes:
    """The footnotes of one document.

    Parameters
    ----------
    notes, pieces
        The rows of the document in the tables of these names.
    wording
        The language of the labels.
    """

    def __init__(self, notes: list[Row], pieces: list[Row], wording: Wording) -> None:
        self._notes = grouped(notes, "anchor_id")
        self._pieces = grouped(pieces, "owner_id")
        self._wording = wording

    def of(self, owner_id: str) -> list[Note]:
        """Return the footnotes of a question or answer."""
        return [_note(row) for row in self._notes.get(owner_id, [])]

    def marks(self, owner_id: str, part: str) -> list[NoteMark]:
        """Return where footnotes are marked in a text.

        Parameters
        ----------
        owner_id
            The question or answer.
        part
            Which of its texts: ``text``, ``context`` or ``restated``.
        """
        marks = []
        for row in self._notes.get(owner_id, []):
            place = _place_in(self._pieces.get(owner_id, []), row["anchor_at"])
            if place and place[0] == part:
                label = self._wording.say("report.document.note", marker=row["marker"])
                marks.append(NoteMark(place[1], row["marker"], anchor(row["note_id"]), label))
        return marks


def is_web_address(url: str) -> bool:
    """Return whether an address may become a link: a web page, not a script or a file."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _note(row: Row) -> Note:
    urls, text = (row["urls"] or "").split(), row["text"] or ""
    for url in urls:  # each is printed once, as a link
        text = text.replace(url, "")
    links = [Link(url, url if is_web_address(url) else "") for url in urls]
    return Note(anchor(row["note_id"]), row["marker"], " ".join(text.split()), links)


def _place_in(pieces: list[Row], at: int | None) -> tuple[str, int] | None:
    """Return which text of a question or answer a place in the document is in, and where."""
    before = [piece for piece in pieces if at is not None and piece["start"] <= at]
    if not before:
        return None
    piece = max(before, key=lambda piece: piece["start"])
    return piece["part"], piece["at"] + min(at - piece["start"], piece["length"])
