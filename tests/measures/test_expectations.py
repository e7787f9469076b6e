"""What the answer to an ask has to hold; every sentence was written for this test."""

from __future__ import annotations

import pytest

from analysis.measures.judgement.expectations import Want, denies_exactness, holds, wants
from analysis.parsing.asks import asks_of


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Deelt u de mening dat de brug open moet?", "stand"),
        ("Bent u het ermee eens dat de brug open moet?", "stand"),
        ("Vindt u de brug te smal?", "stand"),
        ("Is de brug gesloten?", None),
        ("Hoeveel bruggen zijn er gesloten?", "number"),
        ("Kunt u in kaart brengen hoeveel bruggen er gesloten zijn?", "number"),
        ("Wanneer gaat de brug open?", "moment"),
        ("Kunt u het verwachte tijdpad schetsen?", "moment"),
        ("Hoe beoordeelt u het bericht over de brug?", "view"),
        ("Wat is uw reactie op het bericht?", "view"),
        ("Waarom is de brug gesloten?", None),
        ("Kunt u de Kamer het rapport toesturen?", None),
    ],
)
def test_what_an_ask_wants(question: str, expected: Want | None) -> None:
    assert [wants(ask) for ask in asks_of(question)] == [expected]


@pytest.mark.parametrize(
    ("text", "want", "expected"),
    [
        ("Er zijn vier bruggen gesloten.", "number", True),
        ("Er zijn geen bruggen gesloten.", "number", True),
        ("Dat stond in mijn brief van 3 mei 2023 (Kamerstuk 12 345, nr. 6).", "number", False),
        ("Zie het antwoord op vraag 4.", "number", False),
        ("De brug gaat in het najaar open.", "moment", True),
        ("De brug gaat open als het kan.", "moment", False),
        ("Ik vind dat onwenselijk.", "view", True),
        ("De gemeente sloot de brug.", "view", False),
    ],
)
def test_whether_a_text_holds_it(text: str, want: Want, expected: bool) -> None:
    assert holds(text, want) is expected


def test_a_number_asked_for_again_in_a_denial_is_not_known() -> None:
    assert denies_exactness("Daarom is niet te overzien hoeveel schippers omvaren.")
    assert not denies_exactness("Het is bekend hoeveel schippers omvaren.")
    assert not denies_exactness("De brug gaat niet open.")
