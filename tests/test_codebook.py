"""The data that judgements rest on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from analysis import codebook
from analysis.codebook.cabinets import is_demissionary
from analysis.codebook.fracties import canonical


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("GL-PvdA", "GroenLinks-PvdA"),
        ("PvdA-GroenLinks", "GroenLinks-PvdA"),
        ("de PVV", "PVV"),
        ("CU", "ChristenUnie"),
        ("Partij voor de Dieren", "PvdD"),
        ("FvD", "FVD"),
        ("50 Plus", "50PLUS"),
        ("GroenLinks", "GroenLinks"),
        ("Partij van Niemand", None),
    ],
)
def test_canonical_names(printed: str, name: str | None) -> None:
    assert canonical(printed) == name


def test_a_period_begins_on_its_first_day_and_ends_before_its_last() -> None:
    day = timedelta(days=1)
    for period in codebook.load("cabinets")["demissionary"]:
        assert is_demissionary(period["from"])
        assert not is_demissionary(period["from"] - day)
        assert is_demissionary(period["until"] - day)
        assert not is_demissionary(period["until"])


@pytest.mark.parametrize("day", [None, date(2007, 2, 21), date(2040, 1, 1)])
def test_the_status_of_a_day_outside_the_table_is_unknown(day: date | None) -> None:
    assert is_demissionary(day) is None


def test_stop_words_are_words_once() -> None:
    for group, words in codebook.load("stopwords").items():
        listed = words.split()
        assert sorted(set(listed)) == sorted(listed), group
