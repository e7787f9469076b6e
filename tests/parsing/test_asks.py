"""Questions split into asks; every sentence was written for this test."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.parsing.asks import asks_of


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("Bent u bekend met het bericht over de brug?", ["yes_no"]),
        ("Hoeveel loketten zijn er gesloten? En wanneer gebeurde dat?", ["fact", "fact"]),
        ("Waarom duurt dit zo lang en wat gaat u eraan doen?", ["explanation", "explanation"]),
        ("Klopt dit bericht? Graag een reflectie.", ["yes_no", "explanation"]),
        ("Kunt u toelichten hoe dit is gegaan?", ["explanation"]),
        ("Kunt u de Kamer het rapport toesturen?", ["request"]),
        ("Kunt u aangeven hoeveel geld hiermee is gemoeid?", ["fact"]),
        ("Wat vindt het kabinet van dit voorstel.", ["explanation"]),
        ("Gaarne een toelichting hierop.", ["explanation"]),
        ("Deelt u de mening dat dit beter moet? Zo nee, waarom niet?", ["yes_no", "explanation"]),
        ("Wanneer en door wie is dit besloten?", ["fact", "fact"]),
        ("Kent u het bericht «Wie betaalt de brug?»", ["yes_no"]),
        ("De brug is al jaren dicht. Wanneer gaat zij open?", ["fact"]),
        ("Meer loketten in de dorpen.", ["request"]),
        (
            "In uw brief schrijft u dat het loket in het dorp op termijn niet open kan blijven,"
            " welke stappen onderneemt u?",
            ["fact"],
        ),
        ("Sluit het loket? Graag een gedetailleerd antwoord.", ["yes_no"]),
        ("Kent u het bericht «Loket dicht»? En het artikel «Brug open»?", ["yes_no"]),
        ("Klopt het dat loketten in de dorpen\nworden gesloten?", ["yes_no"]),
    ],
)
def test_each_ask_is_found_with_its_kind(question: str, kinds: list[str]) -> None:
    assert [ask.kind for ask in asks_of(question)] == kinds


def test_both_branches_are_one_conditional_ask() -> None:
    question = "Bent u hiertoe bereid? Zo ja, op welke termijn? Zo nee, waarom niet?"
    main, branch = asks_of(question)
    assert not main.conditional
    assert branch.conditional
    assert branch.text == "Zo ja, op welke termijn? Zo nee, waarom niet?"
    assert branch.branches == {"yes", "no"}


def test_a_second_clause_has_the_condition_of_the_first() -> None:
    question = "Wordt er verf gebruikt? Zo ja, welke en kunt u aangeven wat die kost?"
    assert [ask.conditional for ask in asks_of(question)] == [False, True, True]


@pytest.mark.parametrize(
    ("branch", "branches"),
    [
        ("Zo nee, waarom niet?", {"no"}),
        ("Zo ja, welke?", {"yes"}),
        ("Waarom niet?", {"no"}),
        ("Indien dit het geval is, hoe dan?", {"yes"}),
    ],
)
def test_a_branch_says_which_answer_makes_it_due(branch: str, branches: set[str]) -> None:
    asks = asks_of(f"Gaat u dat doen? {branch}")
    assert (asks[1].conditional, asks[1].branches) == (True, branches)


def test_an_empty_text_asks_nothing() -> None:
    assert asks_of(" \n ") == []


@given(st.lists(st.sampled_from(["Is dat zo?", "Zo ja, hoe?", "Dat is goed.", "«Wat?»"])))
def test_asks_are_pieces_of_the_text_in_order(sentences: list[str]) -> None:
    text = " ".join(sentences)
    asks = asks_of(text)
    assert all(text[ask.start : ask.end] == ask.text for ask in asks)
    assert [ask.start for ask in asks] == sorted({ask.start for ask in asks})
