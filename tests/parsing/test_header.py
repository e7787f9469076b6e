"""What a document says of itself."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.parsing.dates import parse_date, parse_term
from analysis.parsing.header import header_of
from analysis.parsing.records import Header
from tests.parsing.records_of import STEADY, record_of, source_of

MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()


def header(front: str) -> Header:
    return record_of(f"{front}\n\nVraag 1\nEen?\n\nAntwoord\nJa.\n").header


@STEADY
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_date_is_read_as_it_is_written(day: date) -> None:
    written = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    assert parse_date(f"op {written} gestuurd") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("11 December 2023", date(2023, 12, 11)),
        ("29 februari 2024", date(2024, 2, 29)),
        ("29 februari 2023", None),
        ("31 juni 2023", None),
        ("0 mei 2023", None),
        ("3 mei 0203", None),
        ("3 mei 9999", None),
        ("31 juni 2023, nader bepaald op 3 juli 2023", date(2023, 7, 3)),
        ("mei 2023", None),
        ("ontvangen3mei2023", date(2023, 5, 3)),
        ("", None),
    ],
)
def test_dates(text: str, day: date | None) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("bij voorkeur binnen vier weken", 28),
        ("binnen 10 dagen", 10),
        ("binnen één week", 7),
        ("binnen een week", 7),
        ("binnen een dag", 1),
        ("binnen twaalf weken", 84),
        ("binnen drie maanden", None),
        ("binnen wetenschappelijke kring", None),
        ("over vier weken", None),
    ],
)
def test_terms(text: str, days: int | None) -> None:
    assert parse_term(text) == (timedelta(days=days) if days is not None else None)


def test_the_end_of_a_term_counts_from_the_letter() -> None:
    found = header(
        "Naar aanleiding hiervan is op 2 oktober 2023 een brief gestuurd aan de minister. De leden"
        " zien uw reactie binnen 10 dagen tegemoet."
    )
    assert (found.asked_on, found.due_on) == (date(2023, 10, 2), date(2023, 10, 12))


def test_a_term_without_a_date_has_no_end() -> None:
    assert header("De leden zien uw reactie binnen vier weken tegemoet.").due_on is None


def test_an_impossible_date_is_passed_over() -> None:
    found = header("Vragen (ingezonden 31 april 2024), nogmaals (ingezonden 2 mei 2024).")
    assert found.asked_on == date(2024, 5, 2)
    assert header("Vragen (ingezonden 31 april 2024).").asked_on is None


@pytest.mark.parametrize(
    ("front", "kind"),
    [
        ("P VERSLAG VAN EEN SCHRIFTELIJK OVERLEG", "verslag"),
        ("Nr. 12 VERSLAG VAN EEN NADER SCHRIFTELIJK OVERLEG", "verslag"),
        ("Verslag van een schriftelijk overleg", "verslag"),
        ("NOTA NAAR AANLEIDING VAN HET VERSLAG", "nota"),
        ("LIJST VAN VRAGEN EN ANTWOORDEN", "lijst"),
        ("AH 12\n\nAntwoord van minister X (Y) (ontvangen 3 mei 2024)", "aanhangsel"),
        ("Mededeling van minister X (Y) (ontvangen 3 mei 2024)\n\nAH 12", "uitstel"),
        ("AH 12\n\nZie het verslag van een schriftelijk overleg van mei.", "aanhangsel"),
        ("Brief van de minister", None),
        ("Antwoorden van de minister van Havens op de vragen van het lid X (SP).", "brief"),
    ],
)
def test_the_kind(front: str, kind: str | None) -> None:
    assert header(front).kind == kind


@pytest.mark.parametrize(
    ("behind", "kind"),
    [
        ("", "vragen"),
        ("\n\nAntwoord van Minister A (Sluizen) (ontvangen 2 april 2024).", "aanhangsel"),
    ],
)
@pytest.mark.parametrize("about", ["sluizen", "uitstel van het antwoord op Kamervragen"])
def test_kamervragen_without_a_masthead(behind: str, kind: str, about: str) -> None:
    front = f"Vragen van het lid B (SP) aan Minister A over {about} (ingezonden 6 maart 2024)."
    questions = "\n\nVraag 1\nWaarom uitstel?\n\n"
    answer = "Antwoord 1\nDaarom.\n" if behind else ""
    assert record_of(front + behind + questions + answer).header.kind == kind


@pytest.mark.parametrize(
    ("front", "chamber"),
    [
        ("Aan de Voorzitter van de Eerste Kamer der Staten-Generaal", "EK"),
        ("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", "TK"),
        ("Aan de Voorzitter van de Tweede Kamer, over een brief aan de Eerste Kamer", "TK"),
        ("Tweede Kamer der Staten-Generaal", "TK"),
        ("AH 12", "TK"),
        ("| Tweede Kamer der Staten-Generaal | 2023-2024 | 12345 nr. 8 |", "TK"),
        ("Brief van de minister", None),
    ],
)
def test_the_chamber(front: str, chamber: str | None) -> None:
    assert header(front).chamber == chamber


@pytest.mark.parametrize(
    ("front", "respondent", "also"),
    [
        (
            "De minister van Financiën heeft op 3 mei 2024 gereageerd.",
            "minister van Financiën",
            (),
        ),
        (
            "De minister van Financiën en de staatssecretaris van Defensie hebben op 3 mei 2024"
            " geantwoord.",
            "minister van Financiën",
            ("staatssecretaris van Defensie",),
        ),
        (
            "Antwoord van Minister X (Onderwijs, Cultuur en Wetenschap), mede namens de Minister"
            " van Financiën en de Staatssecretaris van Defensie (ontvangen 3 mei 2024).",
            "minister X (Onderwijs, Cultuur en Wetenschap)",
            ("minister van Financiën", "staatssecretaris van Defensie"),
        ),
        (
            "Antwoord van minister X (Y), mede namens de minister van Financiën\n\nOver bruggen.",
            "minister X (Y)",
            ("minister van Financiën",),
        ),
        (
            "Antwoord van Minister X (Y) en van Minister De Zee (Havens, Kusten en Eilanden)"
            " (ontvangen 3 mei 2024).",
            "minister X (Y)",
            ("minister De Zee (Havens, Kusten en Eilanden)",),
        ),
        (
            "Antwoord van Minister X (Y), Staatssecretaris Q (R) en Staatssecretaris S (T) mede"
            " namens de Minister-President (ontvangen 3 mei 2024)",
            "minister X (Y)",
            ("staatssecretaris Q (R)", "staatssecretaris S (T)", "minister-president"),
        ),
        (
            "Antwoord van Staatssecretarissen X en Van der Y (Financiën) (ontvangen 3 mei 2024).",
            "staatssecretaris X (Financiën)",
            ("staatssecretaris Van der Y (Financiën)",),
        ),
        (
            "Antwoord van Minister-President X (Algemene Zaken), mede ondertekend door de minister"
            " van Havens (ontvangen 3 mei 2024).",
            "minister-president X (Algemene Zaken)",
            ("minister van Havens",),
        ),
        (
            "Antwoord van de Minister X (Havens) en de Staatssecretaris Q (Kusten), mede namens\n"
            "de Ministers voor Bruggen en Sluizen, van Dijken, Duinen en\nStranden en voor Polders"
            " en de Staatssecretaris van Wegen (ontvangen 3 mei 2024). Zie ook nr. 4.",
            "minister X (Havens)",
            (
                "staatssecretaris Q (Kusten)",
                "minister voor Bruggen en Sluizen",
                "minister van Dijken, Duinen en Stranden",
                "minister voor Polders",
                "staatssecretaris van Wegen",
            ),
        ),
        (
            "Antwoord van de Minister van Havens (ontvangen 3 mei 2024).",
            "minister van Havens",
            (),
        ),
        (
            "Antwoorden van de ministers van Havens en van Bruggen en Sluizen op de vragen van het"
            " lid X (SP) over een kade.",
            "minister van Havens",
            ("minister van Bruggen en Sluizen",),
        ),
        (
            "De Ministers van Havens en voor Sluizen en de Staatssecretaris van Kusten hebben deze"
            " vragen beantwoord bij brief van 4 juni 2024.",
            "minister van Havens",
            ("minister voor Sluizen", "staatssecretaris van Kusten"),
        ),
    ],
)
def test_who_answers(front: str, respondent: str, also: tuple[str, ...]) -> None:
    found = header(front)
    assert (found.respondent, found.co_respondents) == (respondent, also)


@pytest.mark.parametrize("words", ["(ingezonden {})", "(Ingezonden {})", "(ingezonden: {})"])
def test_when_questions_were_sent(words: str) -> None:
    front = f"Vragen van het lid X (SP) over dijken {words.format('3 mei 2024')}."
    assert header(front).asked_on == date(2024, 5, 3)


def test_the_numbers_of_a_document() -> None:
    found = header(
        "36 410 VIII Vaststelling van de begroting\n\nBrief met kenmerk"
        " 174001U.\n\nkst-36410-VIII-12"
    )
    assert found.dossier == "36410"
    assert found.reference == "174001U"
    assert found.document_number == "kst-36410-VIII-12"
    assert header("AH 605\n\n2024Z18792\n\nBrief van de minister.").document_number == "AH 605"
    assert header("AH 605\n\n2024Z18792\n\nBrief van de minister.").reference == "2024Z18792"


def test_the_dossier_is_that_of_the_chamber() -> None:
    notes = ["Kamerstukken II 2022/23, 29362, nr. 3.", "Kamerstukken I 2022/23, 31731, L."]
    front = "Aan de Voorzitter van de Eerste Kamer"
    assert header_of(front, notes, source_of(front)).dossier == "31731"
    assert header_of("Brief", ["Kamerstuk 29362, nr. 3."], source_of("Brief")).dossier == "29362"


@pytest.mark.parametrize(
    "front",
    [
        "Vragen over de ‘Staat van de bruggen’ van mei.",
        "Vragen over het bericht «Staat van de bruggen» (ingezonden 3 mei 2024).",
        "Vragen over “Staat van de bruggen”.",
    ],
)
def test_the_title(front: str) -> None:
    assert header(front).title == "Staat van de bruggen"


def test_a_document_that_says_nothing() -> None:
    record = record_of("Vraag 1\nEen?\n\nAntwoord\nJa.\n")
    assert record.header == Header()
    missing = [finding.code for finding in record.findings if finding.code.startswith("no_")]
    assert missing == [
        "no_askers",
        "no_kind",
        "no_chamber",
        "no_respondent",
        "no_asked_on",
        "no_answered_on",
    ]


LETTERS = """VERSLAG VAN EEN SCHRIFTELIJK OVERLEG

Op 3 februari 2025 is daarover een brief gestuurd aan de staatssecretaris van Havens.

De staatssecretaris heeft op 12 maart 2025 geantwoord.

Vraag 1
Waarom?

Antwoord
Daarom.
"""


def test_words_may_stand_between_the_day_and_the_letter() -> None:
    header = record_of(LETTERS).header
    assert (header.asked_on, header.answered_on) == (date(2025, 2, 3), date(2025, 3, 12))


def test_the_letters_themselves_tell_the_days_and_who_answers() -> None:
    header = record_of(
        "BRIEF VAN DE VOORZITTER\n\nDen Haag, 3 februari 2025\n\nGraag antwoord.\n\n"
        "BRIEF VAN DE STAATSSECRETARIS VAN HAVENS\n\nDen Haag, 12 maart 2025\n\n"
        "Hierbij de antwoorden.\n\nDe staatssecretaris van Havens,\n\n"
        "Vraag 1\nWaarom?\n\nAntwoord\nDaarom.\n"
    ).header
    assert (header.asked_on, header.answered_on) == (date(2025, 2, 3), date(2025, 3, 12))
    assert header.respondent == "staatssecretaris van Havens"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Op 3 februari 2025 heeft het lid A (SP) vragen gesteld.", date(2025, 2, 3)),
        ("Op 3 februari 2025 hebben de Kamerleden A en B (SP) vragen gesteld.", date(2025, 2, 3)),
        ("In antwoord op uw brief van 3 februari jl. zend ik u dit.", date(2025, 2, 3)),
        ("De vragen van het lid A (SP), ingezonden op 3 december jl.", date(2024, 12, 3)),
    ],
)
def test_a_letter_tells_when_was_asked(words: str, day: date) -> None:
    front = f"Datum 12 maart 2025\n\nGeachte voorzitter,\n\n{words}"
    found = header(front)
    assert (found.kind, found.asked_on, found.answered_on) == ("brief", day, date(2025, 3, 12))


@pytest.mark.parametrize(
    "words",
    [
        "Bij brief van 3 mei 2024 zijn de vragen beantwoord.",
        "De Minister heeft deze vragen beantwoord bij brief van 3 mei 2024.",
        "De vragen zijn met de bij brief van 3 mei 2024 toegezonden antwoorden afgedrukt.",
    ],
)
def test_the_letter_counts_before_the_day_of_the_report(words: str) -> None:
    assert header(f"Vastgesteld 6 mei 2024\n\n{words}").answered_on == date(2024, 5, 3)


@pytest.mark.parametrize(
    "signature",
    [
        "de Minister van Havens en Dijken,\n\nA. de Zee",
        "DE MINISTER VAN HAVENS EN DIJKEN,\n\nA. de Zee",
        "A. de Zee\nMinister van Havens en Dijken",
    ],
)
def test_who_signed_a_letter(signature: str) -> None:
    front = "Geachte voorzitter,\n\nHierbij, mede namens de minister van Geld, de antwoorden."
    found = header(f"{front}\n\n{signature}")
    assert found.respondent == "minister van Havens en Dijken (A. de Zee)"
    assert found.co_respondents == ("minister van Geld",)


def test_the_heading_of_short_questions_is_the_front() -> None:
    record = record_of(
        "Vragen van het lid A (SP) over sluizen (ingezonden 3 februari 2025)\n\n"
        "Vraag 1\nOpen?\n\nAntwoord 1\nJa.\n"
    )
    assert record.header.asked_on == date(2025, 2, 3)
    assert [asker.fractie for asker in record.askers] == ["SP"]


def test_one_date_alone_says_not_whether_it_asks_or_answers() -> None:
    header = record_of("Den Haag, 3 februari 2025\n\nVraag 1\nWaarom?\n\nAntwoord\nZo.\n").header
    assert (header.asked_on, header.answered_on) == (None, None)
