"""A footnote, whatever told it from the body."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.parsing.passage import Passage, join


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote.

    Attributes
    ----------
    number
        As printed.
    passage
        Its text, without the number and without the links that the extractor put under it.
    urls
        Those links.
    anchor_at
        Offset in the source of its marker in the body; ``None`` where no marker was found.
    bracket
        Whether its number is printed with a bracket: ``1)``.
    """

    number: int
    passage: Passage
    urls: tuple[str, ...] = ()
    anchor_at: int | None = None
    bracket: bool = False


def note_text(passages: list[Passage]) -> Passage:
    """Join the lines of a note; an address that is broken over two lines is whole again."""
    whole = passages[0] if passages else Passage()
    for passage in passages[1:]:
        last_word = whole.text.rsplit(None, 1)[-1] if whole else ""
        whole = join([whole, passage], "" if "://" in last_word else " ")
    return whole
