"""Footnotes at the foot of a page, and what their markers look like in the words."""

from __future__ import annotations

import pytest

from analysis.parsing import Record
from tests.parsing.records_of import answers_of, codes_of, record_of


def answered(body: str, *notes: str) -> tuple[str, Record]:
    """Return the document with one answer and notes under it, and what is parsed from it."""
    under = "\n".join(notes)
    text = f"Vraag 1\nKlopt dit?\n\nAntwoord\n{body}\n\n\n{under}\n"
    return text, record_of(text)


@pytest.mark.parametrize(
    ("printed", "clean"),
    [
        ("De uitvoeringsorganisaties1 doen mee.", "De uitvoeringsorganisaties doen mee."),
        ("Dat is zo.1 Het blijft zo.", "Dat is zo. Het blijft zo."),
        ("Dit «beleid»?1 Ja.", "Dit «beleid»? Ja."),
        ("Een ‘stap’1 vooruit.", "Een ‘stap’ vooruit."),
        ("De kosten,1 en de baten.", "De kosten, en de baten."),
        ("De wet (Awb)1 geldt.", "De wet (Awb) geldt."),
        ("Het vertrouwen is laag 1. Het daalt.", "Het vertrouwen is laag. Het daalt."),
        ("Het rapport 1 zegt dat ook.", "Het rapport zegt dat ook."),
        ("Het begon in 2023.1 Het duurt nog.", "Het begon in 2023. Het duurt nog."),
        ("Zo staat het er in het rapport1", "Zo staat het er in het rapport"),
        ("Zo staat het er. 1", "Zo staat het er."),
        ("1 is de marker van deze regel.", "is de marker van deze regel."),
    ],
)
def test_a_marker_is_taken_out_of_the_words(printed: str, clean: str) -> None:
    # A second note makes sure that these are notes; the first is the one that is looked for.
    text, record = answered(f"{printed}\nZie ook elders.2", "1 Eerste noot.", "2 Tweede noot.")
    assert answers_of(record)[1,].split() == f"{clean} Zie ook elders.".split()
    note = record.notes[0]
    assert note.passage.text == "Eerste noot."
    assert note.anchor_at == text.index("Antwoord\n") + len("Antwoord\n") + printed.index("1")


def test_a_number_at_the_end_of_a_line_that_counts_what_follows_is_no_marker() -> None:
    body = "Het duurde van 1\nweek tot drie weken volgens de kaart\n1 van de inspectie."
    _, record = answered(body, "1 Zie www.inspectie.nl.")
    assert answers_of(record)[1,].split() == (
        "Het duurde van 1 week tot drie weken volgens de kaart van de inspectie.".split()
    )


@pytest.mark.parametrize(
    "body",
    [
        "2.1 Hoofdlijnen van het voorstel\nHet gaat zoals het ging.\n{} Daarover volgt een brief.",
        "1. Inleiding\nHet gaat zoals het ging.\n{} Daarover volgt een brief.",
        "Er zijn twee stappen:1. overleg;2. besluit. Daarna begint het werk.\n{} Dat duurt lang.",
        "De brief (ontvangen1 februari 2021) zegt dat.\n{}",
        "De aantallen zijn gelijk gebleven.Tabel 1: aantallen per jaar. Het zijn er drie.\n{}",
    ],
)
def test_a_marker_that_stands_at_the_head_of_a_line(body: str) -> None:
    text, record = answered(body.format("1"), "1Krant van de Kust, 4 mei 2020, «Zorgen».")
    assert answers_of(record)[1,].split() == body.format("").split()
    assert record.notes[0].anchor_at == text.index("\n1", text.index(body[:9]) + 1) + 1


def test_a_marker_may_stand_right_above_the_number_of_the_next_question() -> None:
    text = "1\nKan dat?\nAntwoord\nJa.\n2\nHoe?\nAntwoord\nZo gaat dat.\n1\n3\nNu?\nAntwoord\n"
    record = record_of(text + "Ja.\n\n\n1Krant van de Kust, 4 mei 2020, «Zorgen».\n")
    assert answers_of(record) == {(1,): "Ja.", (2,): "Zo gaat dat.", (3,): "Ja."}
    assert [note.number for note in record.notes] == [1]


def test_the_numbers_of_two_notes_may_stand_above_their_texts() -> None:
    _, record = answered("Dat is zo.1 Het blijft zo.2", "1\n2\n\nZie de brief.\nZie www.krant.nl.")
    assert answers_of(record) == {(1,): "Dat is zo. Het blijft zo."}
    assert [note.number for note in record.notes] == [1, 2]


def test_the_cells_of_a_table_are_neither_notes_nor_their_markers() -> None:
    table = "Aantallen per jaar\n2021\n1\n2022\n2\n2023\n3"
    text, record = answered(f"Dat is zo.1\n{table}", "1 Krant, 3 mei 2024, www.krant.nl.")
    assert answers_of(record)[1,].split() == f"Dat is zo. {table}".split()
    assert [(n.number, n.anchor_at) for n in record.notes] == [(1, text.index("zo.1") + 3)]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (2, "de uitstoot van CO2 daalt"),
        (10, "er zijn 10 miljoen mensen"),
        (5, "het kost 2,5 miljoen euro"),
        (5, "het kost 2.5 miljoen euro"),
        (12, "het is 12% van alles"),
        (3, "dat staat in artikel 3, en elders"),
        (7, "zie het antwoord op vraag 7."),
        (4, "in Kamerstuk 31731, nr. 4, staat dat"),
        (1, "in 2021 en in 11 andere jaren"),
    ],
)
@pytest.mark.parametrize("space", ["", " "], ids=["glued", "loose"])
def test_a_number_of_the_text_keeps_its_digits(number: int, words: str, space: str) -> None:
    notes = [f"{n} Noot {n * 'x'}." for n in range(1, number + 1)]
    markers = " ".join(f"woord{n}" for n in range(1, number))
    body = f"{markers} en {words}\nDe rest staat vast{space}{number}, en zo is het."
    text, record = answered(body, *notes)
    last = record.notes[-1]
    assert last.anchor_at == text.index(f"vast{space}{number}") + len(f"vast{space}")
    assert words in answers_of(record)[1,].replace("\n", " ")


def test_notes_with_a_bracket_are_known_by_it() -> None:
    text = (
        "Vraag 1\nKent u het bericht over de 2 veren? 1)\n\n"
        "Antwoord\nJa (het bericht is van 1 mei).\n\n"
        "Vraag 2\nKlopt het 2)?\n\nAntwoord\nNee.\n\n1) Krant, 3 mei 2024\n2) Krant, 4 mei 2024\n"
    )
    record = record_of(text)
    assert [q.text.text for q in record.questions] == [
        "Kent u het bericht over de 2 veren?",
        "Klopt het?",
    ]
    assert answers_of(record) == {(1,): "Ja (het bericht is van 1 mei).", (2,): "Nee."}
    assert [note.anchor_at for note in record.notes] == [text.index("1)"), text.index("2)")]


def test_a_note_that_is_cut_before_a_date_is_one_note() -> None:
    _, record = answered("Dat is bekend.1", "1 Zie de brief van", "2 mei 2024 over de veren.")
    assert [n.passage.text for n in record.notes] == ["Zie de brief van 2 mei 2024 over de veren."]


def test_a_numbered_list_is_no_row_of_notes() -> None:
    _, record = answered("Er zijn twee redenen:", "1 Het is goedkoop.", "2 Het is snel.")
    assert record.notes == []
    assert answers_of(record)[1,].endswith("2 Het is snel.")


def test_a_number_at_the_start_of_a_line_begins_no_notes() -> None:
    """The number stands in the text above as well, but not as a marker."""
    _, record = answered("Van de 2 veren en de 3 bruggen zijn er", "2 buiten gebruik.")
    assert record.notes == []
    assert answers_of(record)[1,].endswith("2 buiten gebruik.")


def test_notes_above_the_last_question_are_text() -> None:
    record = record_of(
        "Vraag 1\nHoe1?\n\nAntwoord\nZo.\n\n1 Zo dan.\n\nVraag 2\nEn?\n\nAntwoord\nJa.\n"
    )
    assert record.notes == []
    assert "1 Zo dan." in answers_of(record)[1,]


def test_a_sentence_runs_on_past_the_notes_of_its_page() -> None:
    record = record_of(
        "Vraag 1\nKlopt dit bericht over de veren die in het noorden van het land uitvallen?\n\n"
        "Antwoord\nDe vervoerder meldt1 dat de veren in het noorden vaker uitvallen dan voorheen"
        " en\n\n1 Jaarverslag, 2023.\n\n1\n\fdat hij dit jaar een extra schip inzet.2 Dat is"
        " genoeg.\n\n2 Persbericht, 2024.\n\n2\n"
    )
    assert answers_of(record)[1,] == (
        "De vervoerder meldt dat de veren in het noorden vaker uitvallen dan voorheen en dat hij"
        " dit jaar een extra schip inzet. Dat is genoeg."
    )
    assert [note.passage.text for note in record.notes] == [
        "Jaarverslag, 2023.",
        "Persbericht, 2024.",
    ]


def test_links_under_the_notes_go_to_the_note_that_they_resemble() -> None:
    _, record = answered(
        "Dit is onderzocht1 en besproken2 en gemeld3.",
        "1 Onderzoek naar veren (veren.example)",
        "2 Verslag van het gesprek over bruggen",
        "3 Brief zonder adres",
        "https://www.veren.example/rapporten/12345.pdf",
        "https://loket.example/verslag-van-het-gesprek-over-bruggen",
        "https://loket.example/verslag-van-het-gesprek-over-bruggen",
        "https://www.veren.example/verslag-van-het-gesprek-over-bruggen",
    )
    assert [note.urls for note in record.notes] == [
        (
            "https://www.veren.example/rapporten/12345.pdf",
            "https://www.veren.example/verslag-van-het-gesprek-over-bruggen",
        ),
        ("https://loket.example/verslag-van-het-gesprek-over-bruggen",),
        (),
    ]


def test_an_address_that_is_none_does_no_harm() -> None:
    _, record = answered("Dit is onderzocht1.", "1 Onderzoek naar veren", "https://[veren/rapport")
    assert record.notes[0].urls == ("https://[veren/rapport",)


def test_a_note_without_a_marker_is_reported() -> None:
    text, record = answered("Dit is onderzocht1.", "1 Eerste noot.", "2 Tweede noot.")
    assert [note.anchor_at is None for note in record.notes] == [False, True]
    assert codes_of(record) == ["note_without_place"]
    starts = [f.start for f in record.findings if f.code == "note_without_place"]
    assert starts == [text.index("Tweede noot.")]


def test_a_missed_note_does_not_hide_the_next() -> None:
    _, record = answered("Dit is onderzocht1 en besproken3.", "1 Eerste noot.", "3 Derde noot.")
    assert [note.number for note in record.notes] == [1, 3]
    assert answers_of(record)[1,] == "Dit is onderzocht en besproken."


def test_notes_under_their_lone_numbers_are_notes() -> None:
    """So pdftotext prints them: the raised number is a line of its own."""
    record = record_of(
        "Vraag 1\nKent u het bericht?1\n\nAntwoord 1\nJa.\n1\n\nKrant, 3 mei 2024, «Brug dicht».\n"
        "\nTweede Kamer, vergaderjaar 2023–2024, Aanhangsel\n\n1\n\n"
        "\fVraag 2\nWat kost het?\n\nAntwoord 2\nZie de brief.2\n2\n\nKamerstuk 31 000, nr. 7.\n"
    )
    assert answers_of(record) == {(1,): "Ja.", (2,): "Zie de brief."}
    assert [note.passage.text for note in record.notes] == [
        "Krant, 3 mei 2024, «Brug dicht».",
        "Kamerstuk 31 000, nr. 7.",
    ]


def test_the_lone_numbers_of_a_table_are_no_notes() -> None:
    body = (
        "De nota1 noemt bruggen per provincie:\nDrenthe\n1\n4\nZeeland\n2\n9\nEinde van de lijst."
    )
    assert answered(body)[1].notes == []


def test_notes_that_a_converter_puts_in_square_brackets() -> None:
    record = record_of(
        "Vraag 1\nKlopt dit?[1]\n\nAntwoord\nJa, dat staat er.[2] Zo is het.\n\n"
        "[1] Krant, 3 mei\n\n[2] Brief, 4 mei\n"
    )
    assert answers_of(record)[1,] == "Ja, dat staat er. Zo is het."
    assert [(n.number, n.passage.text) for n in record.notes] == [
        (1, "Krant, 3 mei"),
        (2, "Brief, 4 mei"),
    ]


def test_notes_that_share_a_line_are_two() -> None:
    _, record = answered(
        "De kosten1 en de baten2 zijn bekend.", "1 Nota van toen. 2 10 miljoen euro."
    )
    assert [note.passage.text for note in record.notes] == ["Nota van toen.", "10 miljoen euro."]
    assert answers_of(record)[1,] == "De kosten en de baten zijn bekend."


def test_a_note_that_only_a_loose_number_points_to_must_name_a_source() -> None:
    _, record = answered("Het rapport 1 zegt dat ook.", "1 Kamerstuk 31 000, nr. 7")
    assert answers_of(record)[1,] == "Het rapport zegt dat ook."
    _, record = answered("Er zijn er 1 of meer.", "1 mei was de laatste keer.")
    assert record.notes == []


@pytest.mark.parametrize(
    ("printed", "clean"),
    [
        ("Dat is besproken. 1Toekomstige stappen.", "Dat is besproken. Toekomstige stappen."),
        ("Zo is het. 1 Het blijft zo.", "Zo is het. Het blijft zo."),
        ("Zo is het.[1 ] Het blijft zo.", "Zo is het. Het blijft zo."),
        ("Zie de richtlijn NIS21 en meer.", "Zie de richtlijn NIS2 en meer."),
    ],
)
def test_a_marker_that_is_oddly_set_is_taken_out(printed: str, clean: str) -> None:
    _, record = answered(f"{printed}\nZie elders.2", "1 Kamerstuk 31 000, nr. 7.", "2 Tweede.")
    assert answers_of(record)[1,].split() == f"{clean} Zie elders.".split()


def test_the_marker_of_a_source_is_none_of_a_note() -> None:
    record = record_of(
        "Vraag 1\nKent u dit («bericht»1)?\n\nAntwoord\nJa. 1 Het klopt.\n\n1 Brief, 3 mei 2020.\n"
    )
    assert record.questions[0].text.text == "Kent u dit («bericht»)?"
    record = record_of(
        "Vraag 1\nKent u dit «bericht»1)?\n\nAntwoord\nJa. 1 Het klopt.\n\n1 Brief, 3 mei 2020.\n"
    )
    assert answers_of(record)[1,] == "Ja. Het klopt."


@pytest.mark.parametrize("form", ["{}) ", "{}. "])
def test_sources_may_be_a_list_with_full_stops(form: str) -> None:
    sources = "\n".join(form.format(n) + f"Krant, {n} mei 2024" for n in (1, 2))
    text = (
        "Vraag 1\nKent u het bericht «Brug»? 1)\n\nAntwoord 1\nJa.\n\n"
        f"Vraag 2\nEn dit? 2)\n\nAntwoord 2\nDat kan:\n1. nu;\n2. later.\n\n{sources}\n"
    )
    record = record_of(text)
    assert answers_of(record)[2,].split() == "Dat kan: 1. nu; 2. later.".split()
    assert [note.passage.text for note in record.notes] == [
        "Krant, 1 mei 2024",
        "Krant, 2 mei 2024",
    ]


def test_a_list_at_the_end_is_part_of_the_answer_where_no_marker_points_to_it() -> None:
    record = record_of("Vraag 1\nWat kan er?\n\nAntwoord 1\nDat kan:\n\n1. nu;\n2. later.\n")
    assert answers_of(record)[1,].split() == "Dat kan: 1. nu; 2. later.".split()
    assert record.notes == []
