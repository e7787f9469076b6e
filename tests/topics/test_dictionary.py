"""Broad topics by the dictionary."""

from __future__ import annotations

import pytest

from analysis import codebook
from analysis.topics.dictionary import broad_topic, topic_label, topics_of_word


def test_there_are_21_topics_with_two_names() -> None:
    entries = codebook.load("cap")
    assert len({entry["code"] for entry in entries}) == 21
    assert len({entry["nl"] for entry in entries}) == len({e["en"] for e in entries}) == 21


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("om", ()),
        ("OM", (12,)),
        ("uitvoering", ()),
        ("politie", (12,)),
        ("politiek", ()),
        ("Ziekenhuizen", (3,)),
        ("zorgverzekeraars", (3,)),
        ("basisscholen", (6,)),
        ("huurwoningen", (14,)),
        ("dierenmishandeling", (4,)),
        ("lonend", ()),
    ],
)
def test_words(word: str, codes: tuple[int, ...]) -> None:
    assert topics_of_word(word) == codes


def test_a_text_about_hospitals() -> None:
    found = broad_topic("Patiënten wachten in ziekenhuizen op een huisarts, zegt de gemeenten.")
    assert topic_label(found.code, "nl") == "Gezondheid"
    assert set(found.words) == {"patiënten", "ziekenhuizen", "huisarts"}


@pytest.mark.parametrize("text", ["", "Zo nee, waarom niet?", "Politie, leraren, treinen, asiel."])
def test_unsure(text: str) -> None:
    assert broad_topic(text).code is None
