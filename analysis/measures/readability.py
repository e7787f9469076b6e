"""How hard a text is to read by two formulas; undefined for texts too short for them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.text import sentences, words

SHORTEST = 100
"""Fewest words for a figure: Flesch and Douma count in samples of a hundred words."""

# A Dutch syllable has one vowel or one of these groups; letters beyond them begin another.
# A trema marks a vowel that begins a syllable of its own, so it only begins a group.
_NUCLEUS = re.compile(
    r"aai|ooi|oei|eau|eeu|ieu|ëei|ëe|ëi|üi|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|ai"
    r"|[aeiouyàáâäèéêëìíîïòóôöùúûü]"
)
_LONG_WORD = 6  # letters: a word with more is long for LIX
_LETTERS_ONLY = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas count in a text: words, sentences, syllables and long words."""

    words: int
    sentences: int
    syllables: int
    long_words: int

    @property
    def enough(self) -> bool:
        """Whether the text is long enough for a figure."""
        return self.words >= SHORTEST


def counts_of(text: str | None) -> Counts:
    """Count a text once, for all formulas; all are 0 for no text."""
    own = words(text)
    long = sum(len("".join(_LETTERS_ONLY.findall(word))) > _LONG_WORD for word in own)
    return Counts(len(own), len(sentences(text)), sum(map(syllables, own)), long)


def flesch_douma(counts: Counts) -> float:
    """Return how easily a Dutch text reads, after Flesch and Douma.

    Returns
    -------
    float
        Higher is easier: about 0 (very hard) to 100 (very easy), and beyond for extremes. nan
        for a text of fewer than `SHORTEST` words.

    Notes
    -----
    206.84 - 0.77 * (syllables per 100 words) - 0.93 * (words per sentence); W.H. Douma (1960),
    *De leesbaarheid van landbouwbladen*. Figures and other words without a letter count as words
    of one syllable; see `syllables`.
    """
    if not counts.enough:
        return float("nan")
    per_100 = 100 * counts.syllables / counts.words
    return 206.84 - 0.77 * per_100 - 0.93 * counts.words / counts.sentences


def lix(counts: Counts) -> float:
    """Return how hard a text reads by its sentences and long words.

    Returns
    -------
    float
        Higher is harder: below 30 very easy, above 60 very hard. nan for a text of fewer than
        `SHORTEST` words.

    Notes
    -----
    Words per sentence plus the percentage of words of more than six letters; C.H. Björnsson
    (1968), *Läsbarhet*.
    """
    if not counts.enough:
        return float("nan")
    return counts.words / counts.sentences + 100 * counts.long_words / counts.words


def syllables(word: str) -> int:
    """Return the number of syllables of a Dutch word by its vowels; at least one.

    An abbreviation in capitals without a vowel is spelt out: ``VNG`` has three. A rule of
    spelling, so that a foreign word may be counted wrongly.

    >>> [syllables(word) for word in ("minister", "beëindigen", "financiële", "nieuwe", "VNG")]
    [3, 4, 5, 2, 3]
    """
    pieces = _LETTERS_ONLY.findall(word)
    return max(sum(_syllables_of(piece) for piece in pieces), 1)


def _syllables_of(piece: str) -> int:
    nuclei = len(_NUCLEUS.findall(piece.casefold()))
    return len(piece) if piece.isupper() and not nuclei else nuclei
