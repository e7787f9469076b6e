"""Cleaned text that remembers where each character stood in the source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from analysis.text import words


@dataclass(slots=True)
class Piece:
    """A run of cleaned text and the run of the source that it came from.

    Where ``len(text) == end - start`` the two are equal character by character; otherwise the
    text replaces what stood there (a ligature, a line break). A piece is never changed; it is not
    frozen, because there is one for every line and a frozen one takes three times as long to make.
    """

    text: str
    start: int
    end: int


@dataclass(slots=True, init=False)
class Passage:
    """Cleaned text made of pieces in the order of the source; never changed, as a `Piece`.

    Attributes
    ----------
    pieces
        Never empty pieces; an empty tuple is the empty passage.
    text
        The cleaned text.
    """

    pieces: tuple[Piece, ...]
    text: str = field(compare=False, repr=False)

    def __init__(self, pieces: tuple[Piece, ...] = ()) -> None:
        self.pieces = pieces
        if len(pieces) == 1:
            self.text = pieces[0].text
        else:
            self.text = "".join([piece.text for piece in pieces])

    @property
    def start(self) -> int:
        """Offset in the source of the first character; the passage may not be empty."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Offset in the source just past the last character; the passage may not be empty."""
        return self.pieces[-1].end

    @property
    def n_words(self) -> int:
        """Number of words as printed.

        A word is a piece between white space that holds a letter or a digit. Lines are counted
        as they stand: a compound that a line break cuts at its own hyphen (``niet-`` |
        ``digitaal``) is joined in the text, and counts as the two pieces that are on the paper.
        """
        broken = sum(
            first.text.endswith("-") and second.start > first.end and second.text[0].isalnum()
            for first, second in pairwise(self.pieces)
        )
        return len(words(self.text)) + broken

    def __bool__(self) -> bool:
        return bool(self.pieces)

    def cut(self, start: int, end: int | None = None) -> Passage:
        """Return the part of the passage between two offsets in its own text.

        A replaced piece that is cut through keeps the whole of its source run.
        """
        end = len(self.text) if end is None else end
        kept, at = [], 0
        for piece in self.pieces:
            first, last = max(start - at, 0), min(end - at, len(piece.text))
            if first < last:
                kept.append(_part(piece, first, last))
            at += len(piece.text)
        return Passage(tuple(kept))

    def without(self, start: int, end: int) -> Passage:
        """Return the passage with the text between two offsets taken out."""
        return Passage(self.cut(0, start).pieces + self.cut(end).pieces)

    def strip(self) -> Passage:
        """Return the passage without white space at its ends."""
        text = self.text
        stripped = text.strip()
        if len(stripped) == len(text):
            return self
        first = len(text) - len(text.lstrip())
        return self.cut(first, first + len(stripped))

    def place(self, at: int) -> int:
        """Return the offset in the source of the character at an offset in the text."""
        for piece, after in zip(
            self.pieces, accumulate(len(piece.text) for piece in self.pieces), strict=True
        ):
            if at < after:
                within = at - (after - len(piece.text))
                return min(piece.start + within, max(piece.end - 1, piece.start))
        return self.end

    def offset(self, place: int) -> int:
        """Return the offset in the text of what stands at a place in the source, or behind it."""
        at = 0
        for piece in self.pieces:
            if place < piece.end:
                return at + max(min(place - piece.start, len(piece.text)), 0)
            at += len(piece.text)
        return at


def _part(piece: Piece, first: int, last: int) -> Piece:
    if first == 0 and last == len(piece.text):
        return piece
    if len(piece.text) != piece.end - piece.start:
        return Piece(piece.text[first:last], piece.start, piece.end)
    return Piece(piece.text[first:last], piece.start + first, piece.start + last)


def join(passages: Iterable[Passage], separator: str) -> Passage:
    """Join passages with a separator, which takes the place of what stood between them.

    Empty passages are left out; joining none gives the empty passage.
    """
    filled = [passage for passage in passages if passage.pieces]
    if len(filled) == 1:
        return filled[0]
    pieces: list[Piece] = []
    for passage in filled:
        if pieces and separator:
            pieces.append(Piece(separator, pieces[-1].end, passage.start))
        pieces += passage.pieces
    return Passage(tuple(pieces))
