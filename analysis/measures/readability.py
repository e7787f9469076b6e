"""How hard a text is to read by two formulas; undefined for texts too short for them."""

from __future__ import annotations

import re

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


def flesch_douma(text: str | None) -> float:
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
    own, n_sentences = _readable(text)
    if not own:
        return float("nan")
    per_100 = 100 * sum(map(syllables, own)) / len(own)
    return 206.84 - 0.77 * per_100 - 0.93 * len(own) / n_sentences


def lix(text: str | None) -> float:
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
    own, n_sentences = _readable(text)
    if not own:
        return float("nan")
    long = sum(len("".join(_LETTERS_ONLY.findall(word))) > _LONG_WORD for word in own)
    return len(own) / n_sentences + 100 * long / len(own)


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


def _readable(text: str | None) -> tuple[list[str], int]:
    """Return words and number of sentences of a text that is long enough; else no words."""
    own = words(text)
    return (own, len(sentences(text))) if len(own) >= SHORTEST else ([], 0)
