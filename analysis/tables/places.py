"""From a character of a question or answer back to its place in the document."""

from __future__ import annotations

import pandas as pd


def source_place(pieces: pd.DataFrame, owner_id: str, at: int, part: str = "text") -> int | None:
    """Return where a character of a text stands in the document as read.

    Parameters
    ----------
    pieces
        The table of that name.
    owner_id, part
        The question or answer, and which of its texts.
    at
        Offset in that text.

    Returns
    -------
    int or None
        Offset in the document's text: exact inside a run that was kept as it stood, else that of
        the end of the run before it. ``None`` where the table knows no such text.
    """
    own = pieces[(pieces["owner_id"] == owner_id) & (pieces["part"] == part)]
    before = own[own["at"] <= at]
    if before.empty:
        return None
    run = before.loc[before["at"].idxmax()]
    return int(run["start"] + min(at - run["at"], run["length"]))
