"""Who asks, who joins, and who sits in the committee."""

from __future__ import annotations

import pytest

from analysis.parsing import Record
from analysis.parsing.names import (
    asking_members,
    committee_members,
    fracties_in,
    joining_fracties,
    speaking_fracties,
)
from tests.parsing.records_of import record_of

QUESTIONS = (
    "Vragen van de leden van de fractie van de SP\n\nVraag 1\nEen?\n\nAntwoord\nJa.\n\n"
    "Vragen van de leden van de fractie van GL-PvdA\n\nVraag 2\nTwee?\n\nAntwoord\nNee.\n"
)


def joined(record: Record) -> set[tuple[str, int]]:
    return {(a.fractie, a.question.number) for a in record.askers if a.role == "joined"}


@pytest.mark.parametrize(
    ("heading", "fractie"),
    [
        ("Vragen van de leden van de fractie van de PVV", "PVV"),
        ("VRAGEN VAN DE LEDEN VAN DE FRACTIE VAN DE PVV", "PVV"),
        ("Vragen en opmerkingen van de leden van de VVD-fractie", "VVD"),
        ("Inbreng van het lid van de fractie van OPNL:", "OPNL"),
        ("VVD-fractie", "VVD"),
        ("Fractie van de ChristenUnie", "ChristenUnie"),
        ("CU-fractie", "ChristenUnie"),
        ("Vragen van de leden van de fractie van GL-PvdA", "GroenLinks-PvdA"),
        ("Vragen van de fractie van de Partij voor de Dieren", "PvdD"),
        ("Vragen van de leden van de fractie van Nieuw Begin", "Nieuw Begin"),
    ],
)
def test_a_fractie_heading(heading: str, fractie: str) -> None:
    record = record_of(f"{heading}\n\nVraag 1\nEen?\n\nAntwoord\nJa.\n")
    assert [(a.fractie, a.role) for a in record.askers] == [(fractie, "asked")]


def test_a_heading_that_names_members_holds_until_the_next() -> None:
    record = record_of(
        "Vragen van het lid Brugman, A.B.C. van (SP)\n\nVraag:\nHoe?\nAntwoord:\nZo.\n\n"
        "Vragen van de leden De Sluiswachter (CDA) en Van Dam en Dijkstra (beiden VVD)\n\n"
        "Vraag:\nWaar?\nAntwoord:\nDaar.\n"
    )
    assert [(a.question.number, a.fractie, a.member) for a in record.askers] == [
        (1, "SP", "Brugman, A.B.C. van"),
        (2, "CDA", "De Sluiswachter"),
        (2, "VVD", "Van Dam; Dijkstra"),
    ]
    assert [answer.text.text for answer in record.answers] == ["Zo.", "Daar."]


@pytest.mark.parametrize(
    "line",
    [
        "De fracties in de Kamer",
        "De leden (en hun medewerkers) waren er ook",
        "De leden van de SP-fractie vragen naar het onderhoud van bruggen",
        "Vragen van de leden",
    ],
)
def test_another_line_about_fracties_opens_none(line: str) -> None:
    record = record_of(f"{line}\n\nVraag 1\nEen?\n\nAntwoord\nJa.\n")
    assert record.askers == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "De leden van de fracties van GroenLinks-PvdA en de PVV vragen.",
            ["GroenLinks-PvdA", "PVV"],
        ),
        ("De fracties van D66, CDA en VVD vragen.", ["D66", "CDA", "VVD"]),
        ("De leden van de SP- en de PvdD-fractie vragen.", ["SP", "PvdD"]),
        ("De VVD- en CDA-fracties vragen.", ["VVD", "CDA"]),
        ("De SP-fractie vraagt wat de SP-fractie al vroeg.", ["SP"]),
        ("De leden van de fractie vragen.", []),
    ],
)
def test_the_fracties_of_a_sentence(sentence: str, names: list[str]) -> None:
    assert fracties_in(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("De leden van de fractie van de BBB sluiten zich hierbij aan.", (["BBB"], [])),
        (
            "Het lid van de fractie van OPNL sluit zich aan bij de vragen van de GL-PvdA-fractie.",
            (["OPNL"], ["GroenLinks-PvdA"]),
        ),
        (
            "De leden van de fracties van D66 en Volt sluiten zich graag aan bij die van de"
            " SP-fractie.",
            (["D66", "Volt"], ["SP"]),
        ),
        ("Hierbij sluiten de leden van de BBB-fractie zich aan.", (["BBB"], [])),
        ("De leden van de SP-fractie merken op: de wet sluit niet aan bij de praktijk.", None),
        ("De leden van de SP-fractie sluiten hun inbreng af.", None),
        ("Deze leden sluiten zich daarbij aan.", None),
    ],
)
def test_a_sentence_in_which_somebody_joins(
    sentence: str, expected: tuple[list[str], list[str]] | None
) -> None:
    assert joining_fracties(sentence) == expected


@pytest.mark.parametrize(
    ("front", "members"),
    [
        ("Vragen van de leden A, B en C (allen SP) aan", {"SP": ["A", "B", "C"]}),
        ("Vragen van de leden A, Van der B (VVD), C en D (D66)", {"VVD": ["A", "Van der B"]}),
        ("Vragen van het lid Van Haga (Groep Van Haga) aan", {"Groep Van Haga": ["Van Haga"]}),
        ("Vragen van het lid Omtzigt (Lid Omtzigt) aan", {"Omtzigt": ["Omtzigt"]}),
        ("Vragen van het lid A (Klein) en van het lid B (SP)", {"SP": ["B"]}),
        (
            "Vragen van de Kamerleden A (SP) en A. B. van C, D (beiden CDA)",
            {"CDA": ["A. B. van C", "D"]},
        ),
        ("Vragen van hetlid Van den B (VVD)en C (SP)", {"VVD": ["Van den B"]}),
        ("Vragen van deledenA (VVD) en B (SP)", {"SP": ["B"]}),
        ("Vragen van mevrouw A en de heer B (allebei PvdD) aan", {"PvdD": ["A", "B"]}),
        (
            "Vragen van de leden A (GrKÖ) en B (TON) aan",
            {"Groep Kuzu/Öztürk": ["A"], "Verdonk": ["B"]},
        ),
        ("Vragen van het lid-Ten Broek (CDA) aan", {"CDA": ["Ten Broek"]}),
        ("Vragen van de leden A B (Bij1) en 't Veld (50Plus), X (Denk)", {"BIJ1": ["A B"]}),
        ("Vragen van de leden Y (Nieuw Sociaal Contract)", {"NSC": ["Y"]}),
        ("Vragen van het lid Y (BoerBurgerBeweging)", {"BBB": ["Y"]}),
        ("Vragen van de leden A (D66) en het lid Van der B (SGP)", {"SGP": ["Van der B"]}),
        ("Vragen van de leden Y (GL-PvdA) aan", {"GroenLinks-PvdA": ["Y"]}),
    ],
)
def test_the_members_whose_questions_they_are(front: str, members: dict[str, list[str]]) -> None:
    found = asking_members(front)
    assert members.items() <= found.items()
    assert len(found) == front.count("(")


def test_who_joins_all_joins_each_question() -> None:
    record = record_of(
        f"De leden van de fractie van de BBB sluiten zich hierbij aan.\n\n{QUESTIONS}"
    )
    assert joined(record) == {("BBB", 1), ("BBB", 2)}


def test_who_joins_one_fractie_joins_its_questions_only() -> None:
    record = record_of(
        "Het lid van de fractie van OPNL sluit zich aan bij de vragen en opmerkingen van de"
        f" GroenLinks-PvdA-fractie.\n\n{QUESTIONS}"
    )
    assert joined(record) == {("OPNL", 2)}


def test_nobody_joins_the_own_questions() -> None:
    record = record_of(
        f"De leden van de fractie van de SP sluiten zich hierbij aan.\n\n{QUESTIONS}"
    )
    assert joined(record) == {("SP", 2)}


def test_who_joins_in_two_ways_joins_once() -> None:
    record = record_of(
        "De leden van de fractie van de BBB sluiten zich hierbij aan. De leden van de BBB-fractie"
        f" sluiten zich aan bij de vragen van de SP-fractie.\n\n{QUESTIONS}"
    )
    asked = [(a.fractie, a.question.number) for a in record.askers if a.role == "joined"]
    assert sorted(asked) == [("BBB", 1), ("BBB", 2)]


def test_a_composition() -> None:
    members = committee_members(
        "Financiën",
        "Samenstelling: Van A (CU) (voorzitter), B-C (BBB),De D (Lijst E) (ondervoorzitter),"
        " (VVD), F",
    )
    assert [(m.member, m.fractie, m.role) for m in members] == [
        ("Van A", "ChristenUnie", "voorzitter"),
        ("B-C", "BBB", "lid"),
        ("De D", "Lijst E", "ondervoorzitter"),
    ]
    assert committee_members("Financiën", "Zie de brief: Van A (CU)") == []


def test_the_committees_of_a_letter() -> None:
    record = record_of(
        "De leden van de vaste commissies voor Justitie en Veiligheid1 en Binnenlandse Zaken2"
        " vragen.\nDe commissie voor Binnenlandse Zaken3 ook.\n\nVraag 1\nEen?\n\nAntwoord\nJa.\n\n"
        "1 Samenstelling: A (SP)\n2 Samenstelling: A (SP), B (VVD)\n3 Samenstelling: B (VVD)\n"
    )
    assert [(m.committee, m.member) for m in record.committee_members] == [
        ("Justitie en Veiligheid", "A"),
        ("Binnenlandse Zaken", "A"),
        ("Binnenlandse Zaken", "B"),
    ]


@pytest.mark.parametrize("text", ["1. Wij vragen.", "De commissie voor1 vraagt."])
def test_a_composition_of_no_committee_is_left_out(text: str) -> None:
    record = record_of(f"{text}\n\nVraag 1\nEen?\n\nAntwoord\nJa.\n\n1 Samenstelling: A (SP)\n")
    assert len(record.notes) == 1
    assert record.committee_members == []


@pytest.mark.parametrize(
    ("text", "fracties"),
    [
        ("De SP-fractie vraagt hoe dat zit.", ["SP"]),
        ("Dat is kort. De fractie van de BBB leest weinig over dijken.", ["BBB"]),
        ("Het antwoord op wat de SP-fractie vraagt, is kort.", []),
        ("Graag vernemen de leden van de VVD-fractie hoe dat zit.", ["VVD"]),
    ],
)
def test_who_speaks(text: str, fracties: list[str]) -> None:
    assert speaking_fracties(text) == fracties
