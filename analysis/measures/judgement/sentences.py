"""The sentences of an answer, with what they are about and the devices in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analysis.measures.evasiveness import Hit
from analysis.measures.judgement.words import content
from analysis.text import sentence_spans, words

GROUPS = {
    "turned_down": frozenset(
        (
            "demissionair",
            "verwijzing_document",
            "verwijzing_antwoord",
            "bevoegdheid",
            "onbekend",
            "vertrouwelijk",
            "disproportioneel",
        )
    ),
    "blurred": frozenset(
        (
            "uitstel_toekomst",
            "procestaal",
            "niet_toezeggend",
            "algemeenheid",
            "status_quo",
            "herkadering",
            "voorwaardelijk",
        )
    ),
}
"""Categories by what they do with the question: hand it on or turn it down, or put it off, speak of
what is under way, and blur it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an answer, with the devices in it."""

    text: str
    start: int
    end: int
    content: dict[str, float]
    categories: frozenset[str]

    def does(self, group: str) -> bool:
        """Tell whether it has a device of a group of `GROUPS`."""
        return bool(self.categories & GROUPS[group])


def sentences_of(answer: str, hits: Sequence[Hit]) -> list[Sentence]:
    """Return the sentences of an answer, each with the categories of the devices in it."""
    found = []
    for start, end in sentence_spans(answer):
        inside = frozenset(hit.category for hit in hits if start <= hit.start < end)
        text = answer[start:end]
        found.append(Sentence(text, start, end, content(text), inside))
    return found


def share_of_words(sentences: Sequence[Sentence], holds: Callable[[Sentence], bool]) -> float:
    """Return which share of the words stands in sentences of which something holds: 0 to 1."""
    counts = [(len(words(s.text)), holds(s)) for s in sentences]
    total = sum(n for n, _ in counts)
    return sum(n for n, held in counts if held) / total if total else 0.0
