"""What a word and a sentence are: the two units that every measure counts in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_BULLET = re.compile(r"^\s*[•▪◦‣●–—-]\s+")

# A full stop after these ends no sentence; syntok knows most Dutch abbreviations, not these.
_ABBREVIATIONS = ("nr", "nrs", "art", "artt", "mr", "drs", "dhr", "mw", "d.d", "jl", "resp", "c.s")
_ENDS_IN_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:" + "|".join(re.escape(word) for word in _ABBREVIATIONS) + r")\.$",
    re.IGNORECASE,
)


# Sentences of plain words that end in a question mark, or in a full stop behind a word too long
# for an abbreviation: the segmenter finds the same, ten times more slowly.
_PLAIN = r"[A-Z][^\W\d_]*(?:[ ,/-]+\w+)*"
_END = r"(?:[?!]|(?<=[a-z]{7})\.)"
_PLAIN_SENTENCE = re.compile(rf"{_PLAIN}{_END}(?=\s|$)")
_PLAIN_LINE = re.compile(rf"{_PLAIN}{_END}(?:\s+{_PLAIN}{_END})*\s*")


def words(text: str | None) -> list[str]:
    """Split a text into words.

    A word is a piece between white space that holds a letter or a digit, so that a bullet or a
    dash on its own is no word and ``en/of`` is one.

    Parameters
    ----------
    text
        Cleaned text; ``None`` and the empty text have no words.

    Returns
    -------
    list of str
        The words in the order of the text, with the punctuation that is glued to them.
    """
    return [piece for piece in (text or "").split() if any(map(str.isalnum, piece))]


def sentence_spans(text: str | None) -> list[tuple[int, int]]:
    """Find the sentences of a text.

    Each line of the text is a paragraph or a list item and holds at least one sentence; within a
    line the sentences are found by syntok (https://github.com/fnl/syntok), whose cuts after an
    abbreviation such as ``nr.`` or before a lower-case word are undone.

    Returns
    -------
    list of (int, int)
        Start and end offset of each sentence in ``text``; empty for an empty text. Pieces without
        a letter or a digit are no sentences.
    """
    text = text or ""
    return [
        span for start, end in line_spans(text) for span in sentence_spans_within(text, start, end)
    ]


def line_spans(text: str) -> list[tuple[int, int]]:
    """Find the lines of a text that hold something, each without its bullet: start and end."""
    spans = []
    start = 0
    for line in text.split("\n"):
        bullet = _BULLET.match(line)
        skip = bullet.end() if bullet else 0
        if line[skip:].strip():
            spans.append((start + skip, start + len(line)))
        start += len(line) + 1
    return spans


def sentence_spans_within(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Find the sentences of one line, as `line_spans` gives it; offsets are those of the text."""
    spans = [(start + first, start + last) for first, last in _sentences_of_line(text[start:end])]
    return [(first, last) for first, last in spans if words(text[first:last])]


def sentences(text: str | None) -> list[str]:
    """Split a text into sentences; see `sentence_spans`."""
    return [(text or "")[start:end] for start, end in sentence_spans(text)]


def _sentences_of_line(line: str) -> list[tuple[int, int]]:
    if _PLAIN_LINE.fullmatch(line):
        return [match.span() for match in _PLAIN_SENTENCE.finditer(line)]
    spans: list[tuple[int, int]] = []
    for tokens in _segmenter().segment(_tokenizer().tokenize(line)):
        start = tokens[0].offset
        end = tokens[-1].offset + len(tokens[-1].value)
        if spans and _cut_is_wrong(line[spans[-1][0] : spans[-1][1]], line[start:end]):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _cut_is_wrong(before: str, after: str) -> bool:
    return bool(_ENDS_IN_ABBREVIATION.search(before)) or after[:1].islower()


@cache
def _tokenizer() -> Any:
    from syntok.tokenizer import Tokenizer

    # Hyphens and contractions are left as printed: offsets must be those of the text.
    return Tokenizer(emit_hyphen_or_underscore_sep=True, replace_not_contraction=False)


@cache
def _segmenter() -> Any:
    from syntok import segmenter

    return segmenter
