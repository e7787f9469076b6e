"""Length of a text."""

from __future__ import annotations

from analysis.text import sentences


def n_sentences(text: str | None) -> int:
    """Return the number of sentences of a text; 0 for no text.

    Sentences are those of `analysis.text.sentence_spans`; an item of a list counts as one.
    """
    return len(sentences(text))
