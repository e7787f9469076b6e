"""Readability of texts counted by hand, and of texts too short for it."""

from __future__ import annotations

import math

import pytest

from analysis.measures.readability import SHORTEST, counts_of, flesch_douma, lix, syllables


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("minister", 3),
        ("nieuwe", 2),
        ("eeuwen", 2),
        ("mooie", 2),
        ("beëindigen", 4),
        ("financiële", 5),
        ("reëel", 2),
        ("zeeën", 2),
        ("geüit", 2),
        ("ruïne", 3),
        ("uitvoeringsorganisaties,", 8),
        ("VNG", 3),
        ("e-mail", 2),
        ("2024", 1),
    ],
)
def test_syllables(word: str, expected: int) -> None:
    assert syllables(word) == expected


def test_counts_by_hand() -> None:
    # De mi-nis-ter ant-woord-de. Hij zweeg.
    counts = counts_of("De minister antwoordde. Hij zweeg.")
    assert (counts.words, counts.sentences, counts.syllables, counts.long_words) == (5, 2, 9, 2)
    nothing = counts_of(None)
    assert (nothing.words, nothing.sentences, nothing.syllables) == (0, 0, 0)
    assert counts_of("Ja. Nee.").sentences == 2


def test_formulas_by_hand() -> None:
    # Ten times a sentence of 10 words, with 16 syllables and 3 long words.
    text = "De minister antwoordde, hij zweeg en toen antwoordde hij nooit. " * 10
    counts = counts_of(text)
    assert (counts.words, counts.sentences, counts.long_words) == (100, 10, 30)
    assert counts.syllables == 160
    assert lix(counts) == pytest.approx(10 + 30)
    assert flesch_douma(counts) == pytest.approx(206.84 - 0.77 * 160 - 0.93 * 10)


def test_too_short_is_undefined_and_not_zero() -> None:
    short, enough = "woord " * (SHORTEST - 1), "woord " * SHORTEST
    assert math.isnan(lix(counts_of(short)))
    assert math.isnan(flesch_douma(counts_of(short)))
    assert math.isnan(lix(counts_of("")))
    assert lix(counts_of(enough)) == pytest.approx(SHORTEST)
