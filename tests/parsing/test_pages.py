"""Page numbers and footers in the ways that extractors leave them."""

from __future__ import annotations

import pytest

from tests.parsing.records_of import answers_of, record_of

FIRST = """\
Vraag 1
Is de regeling voor de loketten in het noorden van het land inmiddels geheel afgerond?

Antwoord 1
De regeling is in het voorjaar afgerond. De evaluatie is nog niet gereed, omdat de gegevens van de
gemeenten later kwamen dan was voorzien bij de start van het onderzoek en
"""
SECOND = """\
omdat de vragenlijst moest worden aangepast. De uitkomst volgt in het najaar.

Vraag 2
Wie voert dat uit?

Antwoord 2
De gemeenten.
"""
FOOTER = """\
ah-tk-20232024-9002
ISSN 0921 - 7398
’s-Gravenhage 2024
Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel {page}
"""
LAYOUTS = {
    "form feed": f"{FIRST}\n7\n\f{SECOND}\n8\n",
    "form feed, number on top": f"7\n\n{FIRST}\f8\n\n{SECOND}",
    "form feed, no number": f"{FIRST}\f{SECOND}",
    "footer": FIRST + FOOTER.format(page=1) + SECOND + FOOTER.format(page=2),
    "footer, its number below": (
        FIRST + FOOTER.format(page="\n1") + SECOND + FOOTER.format(page="\n2")
    ),
    "page of pages": f"{FIRST}\nPagina 1 van 2\n{SECOND}\nPagina 2 van 2\n",
    "leading space": "Brief van mei\nvan de\nminister\naan"
    f" de\nKamer\n\n\n\n2\n\n\n\n{FIRST}\n\n\n\n3"
    f"\n\n\n\n{SECOND}",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_sentence_cut_by_a_page_is_whole_and_no_number_is_in_it(layout: str) -> None:
    record = record_of(LAYOUTS[layout])
    assert answers_of(record) == {
        (1,): (
            "De regeling is in het voorjaar afgerond. De evaluatie is nog niet gereed, omdat de"
            " gegevens van de gemeenten later kwamen dan was voorzien bij de start van het"
            " onderzoek en omdat de vragenlijst moest worden aangepast. De uitkomst volgt in het"
            " najaar."
        ),
        (2,): "De gemeenten.",
    }
    first = 2 if layout == "leading space" else 1
    assert [answer.page for answer in record.answers] == [first, first + 1]


def test_a_number_on_a_line_within_a_page_is_text() -> None:
    second = SECOND.replace("De gemeenten.", "Het aantal gemeenten is\n\n45\n\nen dat blijft zo.")
    record = record_of(f"{FIRST}\n7\n\f{second}\n8\n")
    assert "45" in answers_of(record)[2,]
    assert "8" not in answers_of(record)[2,]


def test_one_number_within_a_page_does_not_hide_the_one_at_its_foot() -> None:
    first = FIRST.replace("Antwoord 1\n", "Antwoord 1\nHet aantal gemeenten is\n\n45\n\n")
    answer = answers_of(record_of(f"{first}\n7\n\f{SECOND}"))[1,]
    assert "45" in answer
    assert "onderzoek en omdat de vragenlijst" in answer


def test_a_number_at_the_edge_that_is_out_of_step_is_text() -> None:
    third = "Vraag 3\nHoeveel gemeenten zijn het?\n\nAntwoord 3\nHet aantal is\n45\n"
    record = record_of(f"{FIRST}\n7\n\f{SECOND}\n8\n\f{third}")
    assert answers_of(record)[3,].split()[-1] == "45"
    assert answers_of(record)[2,] == "De gemeenten."


def test_a_text_without_a_trace_of_pages_has_none() -> None:
    record = record_of(FIRST + SECOND)
    assert {answer.page for answer in record.answers} == {None}


def test_indented_lines_are_no_pages_where_the_printed_numbers_disagree() -> None:
    text = LAYOUTS["leading space"].replace("\n2\n", "\n31\n").replace("\n3\n", "\n57\n")
    record = record_of(text)
    assert {answer.page for answer in record.answers} == {None}


@pytest.mark.parametrize(
    "margin",
    [
        "kst-36001-6\nISSN 0921 - 7371\n’s-Gravenhage 2024",
        "ISSN 0921 - 7371\n’s-Gravenhage 2024\nkst-36001-6\nkst-36001-6",
        "kst-36001-6\n’s-Gravenhage 2024\nISSN 0921 - 7371",
    ],
)
def test_a_number_that_is_glued_to_the_margin_is_a_question(margin: str) -> None:
    record = record_of(f"1\nKan dat?\nAntwoord\nJa.\n{margin}2\nHoe dan?\nAntwoord\nZo.\n")
    assert answers_of(record) == {(1,): "Ja.", (2,): "Zo."}


def test_a_footer_that_is_glued_to_the_last_word_of_a_page_cuts_no_word() -> None:
    first, last = FIRST.strip(), FOOTER.strip().splitlines()[-1].format(page=1)
    glued = f"{first}{last}\n{SECOND}"
    assert "onderzoek en omdat de vragenlijst" in answers_of(record_of(glued))[1,]


def test_a_footer_glued_to_the_margin_and_to_the_next_page() -> None:
    margin = "ah-tk-20232024-9002\nISSN 0921 - 7398’s-Gravenhage 2024Tweede Kamer, vergaderjaar"
    text = f"Vraag 1\nKan dat?\n{margin} 2023–2024, Aanhangsel 1Antwoord 1\nJa.\n"
    assert answers_of(record_of(text)) == {(1,): "Ja."}


def test_a_footer_that_a_note_cites_is_text() -> None:
    cited = "Zie Tweede Kamer, vergaderjaar 2020–2021, 35 000, nr. 4 van mei."
    record = record_of(FIRST + SECOND.replace("De gemeenten.", cited) + FOOTER.format(page=1))
    assert answers_of(record)[2,] == cited


def test_a_list_that_is_glued_to_the_margin_is_text() -> None:
    margin = "ISSN 0921 - 7371\n’s-Gravenhage 2024"
    text = f"Vraag 1\nKan dat?\n\nAntwoord 1\nJa:\n– nu;\n{margin}– later.\n"
    assert answers_of(record_of(text))[1,].split() == "Ja: – nu; – later.".split()
