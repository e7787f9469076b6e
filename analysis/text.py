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


# Behind a word too long for an abbreviation, or a question mark, and before a capital the segmenter
# always cuts, unless a bracket is open; between these places a passage without a stop or a bracket
# is one sentence. What is plain in this way is not given to it: that takes ten times as long.
_SAFE_CUT = re.compile(r"[.?!](?:(?<=[a-zà-ÿ]{5}.)|(?<=[a-zà-ÿ]{2}\?))\s+(?=[A-Z])")
_BRACKETS = ("()", "[]", "{}")
_STOP_OR_BRACKET = re.compile(r"[.;?!‼‽⁇⁈⁉。﹒﹗！．？｡(\[{〈⦃⦅〘〚﴾﹙﹛﹝（［｛｟]")

# A line end inside a sentence: what stands before it ends none, and a small letter follows, or the
# line is as long as those of a page.
_WRAPPED = re.compile(
    r"(?<=[^\s.?!:;])[ \t]*\n(?=[ \t]*[^\W\d_A-Z])"
    r"|(?<=[^\n]{45}[^\s.?!:;])[ \t]*\n(?=[ \t]*[\w«“‘(€])"
)


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
    return [
        piece
        for piece in (text or "").split()
        if piece[0].isalnum() or any(map(str.isalnum, piece))  # the first tells it of most
    ]


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
        span
        for start, end in passage_spans(text)
        for span in sentence_spans_within(text, start, end)
    ]


def unwrapped(text: str) -> str:
    """Put a blank for each line end that stands inside a sentence; offsets stay what they are.

    Texts that were cut out of a page have a line end after each line. Where the next line begins
    with a small letter the sentence goes on, and so it does after a long line that ends none.
    """
    return _WRAPPED.sub(lambda match: " " * len(match.group()), text)


def passage_spans(text: str) -> list[tuple[int, int]]:
    """Find pieces of a text that hold one or a few whole sentences: cheap to find.

    Returns
    -------
    list of (int, int)
        Start and end offset of each; what lies between them is white space and bullets. The
        sentences in them, by `sentence_spans_within`, are those of the text.
    """
    spans = []
    for start, end in _line_spans(text):
        for match in _SAFE_CUT.finditer(text, start, end):
            cut = match.start() + 1
            if not _has_open_bracket(text[start:cut]):
                spans.append((start, cut))
                start = match.end()
        spans.append((start, end))
    return spans


def _has_open_bracket(passage: str) -> bool:
    return any(passage.count(pair[0]) > passage.count(pair[1]) for pair in _BRACKETS)


def _line_spans(text: str) -> list[tuple[int, int]]:
    """Find the lines of a text that hold something, each without its bullet: start and end."""
    spans = []
    start = 0
    for line in text.split("\n"):
        bullet = _BULLET.match(line)
        skip = bullet.end() if bullet else 0
        if line[skip:].strip():
            spans.append((start + skip, start + len(line.rstrip())))
        start += len(line) + 1
    return spans


def sentence_spans_within(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Find the sentences of a passage of `passage_spans`; offsets are those of the text."""
    passage = text[start:end]
    spans = [(start + first, start + last) for first, last in _sentences_of(passage)]
    return [(first, last) for first, last in spans if words(text[first:last])]


def sentences(text: str | None) -> list[str]:
    """Split a text into sentences; see `sentence_spans`."""
    return [(text or "")[start:end] for start, end in sentence_spans(text)]


def _sentences_of(passage: str) -> list[tuple[int, int]]:
    if not _STOP_OR_BRACKET.search(passage[:-1]):
        return [(len(passage) - len(passage.lstrip()), len(passage))]
    spans: list[tuple[int, int]] = []
    for tokens in _segmenter().segment(_tokenizer().tokenize(passage)):
        start = tokens[0].offset
        end = tokens[-1].offset + len(tokens[-1].value)
        if spans and _cut_is_wrong(passage[spans[-1][0] : spans[-1][1]], passage[start:end]):
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
