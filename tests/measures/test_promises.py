"""Promises: who, what, by when."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from analysis.measures.promises import find_promises
from analysis.summaries.answers import answer_overview
from analysis.summaries.device_rates import rates_by_category
from analysis.summaries.devices import device_hits, guard_effects
from analysis.summaries.promises import promises

DAY = date(2023, 12, 11)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "flag"),
    [
        (
            "Uw Kamer wordt uiterlijk begin volgend jaar geïnformeerd.",
            DAY,
            date(2024, 3, 31),
            None,
        ),
        (
            "Daarover worden in het najaar van 2023 afspraken gemaakt.",
            date(2023, 9, 1),
            date(2023, 12, 31),
            "past",
        ),
        ("Ik stuur uw Kamer een brief in mei 2023.", date(2023, 5, 1), date(2023, 5, 31), "past"),
        ("Ik informeer uw Kamer voor de zomer.", DAY, date(2024, 6, 21), None),
        ("Uw Kamer ontvangt eind mei het rapport.", date(2024, 5, 1), date(2024, 5, 31), None),
        ("Ik zal uw Kamer hierover informeren.", None, None, "undated"),
    ],
)
def test_by_when_a_promise_is_due(
    text: str, earliest: date | None, latest: date | None, flag: str | None
) -> None:
    (promise,) = find_promises(text, DAY)
    assert (promise.earliest, promise.latest, promise.flag) == (earliest, latest, flag)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "De wet is op 1 januari 2024 gewijzigd.",
        "Het water wordt warm.",
        "Wanneer wordt uw Kamer geïnformeerd?",
        "In het voorjaar van 2023 heb ik de Kamer geïnformeerd.",
        "Uit de cijfers van 2022 volgt dat het plan werkt.",
    ],
)
def test_what_is_no_promise(text: str) -> None:
    assert find_promises(text, DAY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ik streef ernaar uw Kamer voor 1 oktober 2024 te informeren.",
        "De minister van Financiën informeert uw Kamer bij Voorjaarsnota.",
        "Voor het einde van het jaar ontvangt uw Kamer de nota.",
        "Het kabinet komt medio 2024 met een reactie.",
        "Binnen twee maanden volgt een brief.",
    ],
)
def test_promises_in_other_orders_of_words(text: str) -> None:
    (promise,) = find_promises(text, DAY)
    assert promise.latest is not None


def test_a_season_cannot_be_dated_without_the_day_of_the_answer() -> None:
    (promise,) = find_promises("Ik informeer uw Kamer voor de zomer.")
    assert (promise.who, promise.earliest, promise.flag) == ("Ik", None, "undated")


def test_the_stale_promise_of_the_shipped_document(seed: dict[str, pd.DataFrame]) -> None:
    found = promises(seed, answer_overview(seed))
    past = found[found["flag"] == "past"]
    assert list(past["questions"]) == ["24"]
    assert "in het najaar van 2023" in past["sentence"].iloc[0]


def test_rates_and_guards_of_the_shipped_document(seed: dict[str, pd.DataFrame]) -> None:
    overview = answer_overview(seed)
    rates = rates_by_category(device_hits(seed, overview), overview).set_index("category")
    assert rates.loc["demissionair", "n_with"] == 3
    assert (rates["share_low"] <= rates["share"]).all()
    effects = guard_effects(seed).set_index("guard")
    assert (effects >= 0).all(axis=None)
    assert effects.loc["substance"].sum() > 0
