"""The same document in two files, or in two formats: it is taken once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from analysis.tables.rows import Row, Rows

_SAMPLE = 400  # letters of the questions, and of the answers, that are compared
_LIKENESS = 95.0  # of 100; formats differ in hyphens, notes and spaces
_OPENING = 40  # letters of the first question that two candidates have in common
_COMPARED = ("kind", "document_number", "asked_on", "answered_on")


@dataclass(frozen=True, slots=True)
class _Taken:
    document_id: str
    document: dict[str, Any]
    questions: str
    answers: str
    sizes: tuple[int, int]


class Duplicates:
    """Remembers the documents that were taken, by a few hundred letters of each."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[str, str], list[_Taken]] = {}

    def taken_as(self, rows: Rows) -> str | None:
        """Return under which name a document was taken before; else remember it.

        Two files hold the same document where nothing that both say of themselves (kind, number,
        dates) differs and their questions and answers begin the same, but for hyphens, notes and
        spaces. A
        document and the notice that put it off have the same questions, and differ in kind.

        Parameters
        ----------
        rows
            The rows of one document.

        Returns
        -------
        str or None
            ``document_id`` of the one that was taken; ``None`` where this one is to be taken.
        """
        document = rows["documents"][0]
        this = _Taken(
            document["document_id"],
            {name: document[name] for name in ("sha256", *_COMPARED)},
            _sample(rows["questions"]),
            _sample(rows["answers"]),
            (len(rows["questions"]), len(rows["answers"])),
        )
        keys = _keys(this)
        for key in keys:
            for other in self._by_key.get(key, []):
                if _is_same(this, other):
                    return other.document_id
        for key in keys:
            self._by_key.setdefault(key, []).append(this)
        return None


def _keys(this: _Taken) -> list[tuple[str, str]]:
    keys = [("sha256", this.document["sha256"])]
    if this.document["document_number"]:
        keys.append(("number", this.document["document_number"]))
    if this.questions:
        keys.append(("opening", this.questions[:_OPENING]))
    return keys


def _is_same(this: _Taken, other: _Taken) -> bool:
    if this.document["sha256"] == other.document["sha256"]:
        return True
    for name in _COMPARED:
        one, two = this.document[name], other.document[name]
        if one and two and one != two:
            return False
    if this.sizes != other.sizes or not this.questions:
        return False
    pairs = ((this.questions, other.questions), (this.answers, other.answers))
    return all(fuzz.ratio(one, two) >= _LIKENESS for one, two in pairs)


def _sample(rows: list[Row]) -> str:
    """Return the first letters and digits of some texts: what no format changes."""
    text = " ".join(row["text"] or "" for row in rows)[: 2 * _SAMPLE]
    return re.sub(r"[\W_]+", "", text.casefold())[:_SAMPLE]
