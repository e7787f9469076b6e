"""Words of time, counted from the day of the answer."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.measures.due_dates import due, is_dated

DAY = date(2024, 3, 12)  # a Tuesday


@pytest.mark.parametrize(
    ("sentence", "words", "first", "last"),
    [
        ("Dat is klaar in Q3 2024.", "Q3 2024", date(2024, 7, 1), date(2024, 9, 30)),
        ("Dat is klaar in Q4.", "Q4", date(2024, 10, 1), date(2024, 12, 31)),
        ("Dit volgt binnen zes weken.", "binnen zes weken", DAY, date(2024, 4, 23)),
        ("Dit volgt binnen 14 dagen.", "binnen 14 dagen", DAY, date(2024, 3, 26)),
        ("Dit volgt binnen een jaar.", "binnen een jaar", DAY, date(2025, 3, 12)),
        ("Dit volgt volgende week.", "volgende week", date(2024, 3, 18), date(2024, 3, 24)),
        ("Dit volgt volgende maand.", "volgende maand", date(2024, 4, 1), date(2024, 4, 30)),
        ("Rond de jaarwisseling.", "jaarwisseling", date(2024, 12, 15), date(2025, 1, 31)),
        ("Na de zomer.", "Na de zomer", date(2024, 9, 1), date(2024, 12, 31)),
        ("Na het kerstreces.", "Na het kerstreces", date(2025, 1, 1), date(2025, 12, 31)),
        ("Voor het zomerreces.", "Voor het zomerreces", DAY, date(2024, 7, 5)),
        ("Voor de zomer.", "Voor de zomer", DAY, date(2024, 6, 21)),
        (
            "Voor het einde van het jaar.",
            "Voor het einde van het jaar",
            DAY,
            date(2024, 12, 31),
        ),
        (
            "Voor het commissiedebat van 12 juni 2024.",
            "Voor het commissiedebat van 12 juni 2024",
            DAY,
            date(2024, 6, 12),
        ),
        ("Eind mei.", "mei", date(2024, 5, 1), date(2024, 5, 31)),
        ("In het komend voorjaar.", "voorjaar", date(2025, 3, 1), date(2025, 6, 30)),
    ],
)
def test_first_and_last_day(sentence: str, words: str, first: date, last: date) -> None:
    assert due(sentence, DAY) == (words, (first, last))


@pytest.mark.parametrize("sentence", ["", "Op korte termijn.", "Binnen enkele maanden.", "Eind."])
def test_no_time_that_can_be_dated(sentence: str) -> None:
    assert due(sentence, DAY) == (None, None)


def test_words_that_need_the_day_of_the_answer() -> None:
    assert due("Binnen zes weken.", None) == ("Binnen zes weken", None)
    assert due("In mei 2025.", None) == ("mei 2025", (date(2025, 5, 1), date(2025, 5, 31)))


def test_whether_a_time_is_named() -> None:
    assert is_dated("Dit volgt in mei.")
    assert not is_dated("Dit volgt spoedig.")
