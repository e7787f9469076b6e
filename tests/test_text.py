"""Words and sentences, counted by hand."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from analysis import text as text_module
from analysis.text import sentence_spans, sentences, words


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("", 0),
        (None, 0),
        ("•  – - …", 0),
        ("• Ja, dat klopt.", 3),
        ("en/of 2,5 miljoen (50%)", 4),
        ("IT-systemen\nvan het Rijk", 4),
    ],
)
def test_a_word_holds_a_letter_or_a_digit(text: str | None, n: int) -> None:
    assert len(words(text)) == n


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Ja. Dat klopt.", ["Ja.", "Dat klopt."]),
        ("Zie Kamerstuk 29362, nr. 336 voor meer.", ["Zie Kamerstuk 29362, nr. 336 voor meer."]),
        ("In o.a. Zweden is dit zo. Hier niet.", ["In o.a. Zweden is dit zo.", "Hier niet."]),
        ("De brief d.d. 3 mei is er.", ["De brief d.d. 3 mei is er."]),
        ("Volgens art. 5 mag het.", ["Volgens art. 5 mag het."]),
        (
            "Ten eerste:\n• Het eerste punt\n• Het tweede",
            ["Ten eerste:", "Het eerste punt", "Het tweede"],
        ),
        ("Is dat zo? Ja!", ["Is dat zo?", "Ja!"]),
        (
            "Dit is besproken. Later (zie het verslag. Dat is openbaar. Daar staat het) niet.",
            ["Dit is besproken.", "Later (zie het verslag. Dat is openbaar. Daar staat het) niet."],
        ),
        ("  De zaal is geopend.  Wie kwam?  ", ["De zaal is geopend.", "Wie kwam?"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_spans_are_places_in_the_text() -> None:
    text = "Ja.  Dat is   zo.\n\n- Een punt."
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences(text)


def test_plain_sentences_are_found_as_the_segmenter_finds_them(
    seed: dict[str, pd.DataFrame], monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [*seed["answers"]["text"].dropna(), *seed["questions"]["text"].dropna()]
    quick = [sentences(passage) for passage in texts]
    monkeypatch.setattr(text_module, "_SAFE_CUT", re.compile("(?!)"))
    monkeypatch.setattr(text_module, "_STOP_OR_BRACKET", re.compile(""))
    assert [sentences(passage) for passage in texts] == quick
    assert sum(map(len, quick)) > 300
