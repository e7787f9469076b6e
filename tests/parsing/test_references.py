"""What an answer points to."""

from __future__ import annotations

import pytest

from analysis.parsing.references import is_pointer_only, points_to_answer, references_in


def pointed_at(text: str, numbers: tuple[int, ...] = ()) -> list[int]:
    """Return the numbers of the questions to whose answers a text points."""
    return [int(r.target) for r in references_in(text, numbers) if r.kind == "answer"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Zie het antwoord op vraag 7.", [7]),
        ("Zie antwoord vraag 2.", [2]),
        ("Zie antwoord 2.", [2]),
        ("Zie de antwoorden 2 en 3.", [2, 3]),
        ("Zie mijn antwoord onder 4.", [4]),
        ("Zie beantwoording vraag 5.", [5]),
        ("Zie mijn reactie op vraag 2.", [2]),
        ("Zie onder 3.", [3]),
        ("Zie vraag 4.", [4]),
        ("Ik verwijs u naar het antwoord op de vragen 18 en 26.", [18, 26]),
        ("Kortheidshalve verwijs ik naar vraag 8.", [8]),
        ("Verwezen wordt naar het antwoord op vraag 1.", [1]),
        ("Hiervoor wordt kortheidshalve verwezen naar het antwoord op vraag 2.", [2]),
        ("Deze vraag is al beantwoord onder vraag 3.", [3]),
    ],
)
def test_an_answer_that_only_points_to_another(text: str, numbers: list[int]) -> None:
    assert pointed_at(text) == numbers
    assert points_to_answer(text)
    assert is_pointer_only(text)


@pytest.mark.parametrize(
    "text",
    ["Zie het antwoord op de vorige vraag.", "Zie hierboven.", "Zie bovenstaande beantwoording."],
)
def test_what_points_to_the_question_before(text: str) -> None:
    assert points_to_answer(text)
    assert is_pointer_only(text)
    assert pointed_at(text, (6, 7)) == [5]
    assert pointed_at(text, (1,)) == []
    assert pointed_at(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Zie de bijlage.",
        "Het antwoord is 7.",
        "De reactie van de sector kwam op 3 mei.",
        "Bij vraag 3 van de enquête zei de helft ja.",
        "De vorige minister gaf dat antwoord.",
        "",
    ],
)
def test_what_points_to_no_answer(text: str) -> None:
    assert pointed_at(text, (6,)) == []
    assert not points_to_answer(text)
