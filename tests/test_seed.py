"""The document that ships with the project, against what a reader finds in it by eye."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis.paths import raw_folder
from analysis.tables import read_text
from analysis.tables.places import source_place

SEED = "ek-20231211-verslag-staat-van-de-uitvoering"

JOINT = [(6, 7, 8), (13, 14), (21, 22, 23), (35, 36), (38, 39, 40)]
SECTIONS = {
    "Vertrouwen": range(1, 12),
    "Herijking programma Werk aan Uitvoering": [12],
    "Fundamentele weeffouten": range(13, 16),
    "Communicatie van overheid met burgers": [16, 17],
    "Kabinetsreactie bestaande financiële kaders": range(18, 21),
    "Vereenvoudigingsinitiatieven": range(21, 24),
    "Gezamenlijke uitvoering van overheden": [24],
    "Kerncompetenties overheidsmedewerkers": range(25, 41),
    "Betrokkenheid uitvoering bij beleid": [41],
    "Reflectie op ervaringen elders": [42],
}
# How the introduction to a question begins and ends, by the number of that question.
INTRODUCTIONS = {
    13: ("In deze ‘Staat van de Uitvoering’ wordt een indringend beroep", "domeinen heen."),
    16: ("In de ‘Staat van de Uitvoering’ is te lezen “Veel", "volgende vragen:"),
    25: ("Het functioneren van de overheid wordt", "enkele vragen."),
    28: ("De leden van de fractie van GroenLinks-PvdA hebben begrepen", "volgende vragen:"),
    38: (
        "Al het overheidshandelen is toetsbaar op behoorlijk bestuur, dus",
        "beginselen van behoorlijk bestuur.",
    ),
    41: ("De ‘Staat van de Uitvoering’ roept ertoe op", "uitvoeringsorganisaties:"),
    42: ("In de ‘Staat van de Uitvoering’ wordt geconstateerd", "niet op beoordeeld”."),
}


@pytest.fixture
def question(seed: dict[str, pd.DataFrame]) -> pd.DataFrame:
    return seed["questions"].set_index("number")


@pytest.fixture
def answer(seed: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the answers by the number of the first question that they answer."""
    answers = seed["answers"]
    number = answers["answer_id"].str.rsplit("/a", n=1).str[1].astype(int)
    return answers.assign(number=number).set_index("number")


def test_there_are_45_questions_numbered_from_1(question: pd.DataFrame) -> None:
    assert list(question.index) == list(range(1, 46))


def test_42_are_of_groenlinks_pvda_and_3_of_the_pvv(seed: dict[str, pd.DataFrame]) -> None:
    number = seed["questions"].set_index("question_id")["number"]
    asked = seed["askers"].query("role == 'asked'")
    by_fractie = asked["question_id"].map(number).groupby(asked["fractie"]).apply(list).to_dict()
    assert by_fractie == {"GroenLinks-PvdA": list(range(1, 43)), "PVV": [43, 44, 45]}


def test_bbb_joins_all_and_opnl_those_of_groenlinks_pvda(seed: dict[str, pd.DataFrame]) -> None:
    number = seed["questions"].set_index("question_id")["number"]
    joined = seed["askers"].query("role == 'joined'")
    by_fractie = joined["question_id"].map(number).groupby(joined["fractie"]).apply(set).to_dict()
    assert by_fractie == {"BBB": set(range(1, 46)), "OPNL": set(range(1, 43))}


def test_there_are_37_answers_of_which_5_are_joint(seed: dict[str, pd.DataFrame]) -> None:
    assert len(seed["answers"]) == 37
    number = seed["questions"].set_index("question_id")["number"]
    links = seed["question_answers"]
    groups = links["question_id"].map(number).groupby(links["answer_id"]).apply(tuple)
    assert sorted(group for group in groups if len(group) > 1) == JOINT
    joint = set(links.loc[links["relation"] == "joint", "question_id"].map(number))
    assert joint == {n for group in JOINT for n in group}
    assert sorted(n for group in groups for n in group) == list(range(1, 46))


def test_the_lengths_of_the_answers(answer: pd.DataFrame) -> None:
    words = answer["n_words"]
    assert (words.idxmin(), words.min()) == (3, 17)
    assert (words.idxmax(), words.max()) == (16, 418)
    assert words.median() == 79
    assert words.sum() == 4616


def test_the_sections(question: pd.DataFrame) -> None:
    section = question["section"]
    for heading, numbers in SECTIONS.items():
        assert list(section.index[section == heading]) == list(numbers), heading
    assert list(section.index[section.isna()]) == [43, 44, 45]


def test_questions_41_and_42_are_their_bullets(question: pd.DataFrame) -> None:
    assert question.loc[41, "text"] == (
        "Uitvoeringsorganisaties expliciet vragen om een onafhankelijk advies op de eindversie van"
        " de beslisnota aan minister/staatsecretaris. En deze adviezen ook aan de beide Kamers"
        " sturen."
    )
    assert question.loc[42, "text"] == (
        "Graag een reflectie van het kabinet op dit alternatief?\n"
        "Is het kabinet bereid om de voor- en nadelen hiervan op een rijtje te zetten?"
    )


@pytest.mark.parametrize("number", INTRODUCTIONS)
def test_an_introduction_belongs_to_the_question_that_it_introduces(
    question: pd.DataFrame, answer: pd.DataFrame, number: int
) -> None:
    first, last = INTRODUCTIONS[number]
    context = question.loc[number, "context"]
    assert context.startswith(first)
    assert context.endswith(last)
    assert not answer["text"].str.contains(first, regex=False).any()


def test_other_questions_have_no_introduction(question: pd.DataFrame) -> None:
    with_context = question.index[question["context"].notna()]
    assert list(with_context) == [1, *INTRODUCTIONS]
    assert question.loc[1, "context"].endswith("daarover de volgende vragen:")


def test_what_introduces_a_question_under_its_number_is_its_text(question: pd.DataFrame) -> None:
    assert question.loc[9, "text"].startswith("Uit onderzoek blijkt dat bevolkingsgroepen")
    assert question.loc[24, "text"] == (
        "De Vereniging van Nederlandse Gemeenten heeft recent een ‘Staat van de Uitvoering’"
        " uitgebracht.\n• Kan het kabinet inhoudelijk op deze rapportage reageren?"
    )


def test_an_answer_ends_where_the_next_heading_or_introduction_begins(
    answer: pd.DataFrame,
) -> None:
    ends = {
        11: "het omgaan met de bureaucratie van de overheid.",
        12: "hierover nader geïnformeerd.",
        20: "om hierover toezeggingen te doen.",
        24: "nadere afspraken gemaakt tussen BZK en VNG.",
        27: "in de herijking van het programma Werk aan Uitvoering.",
        30: "set innovatieve rijksbrede korte termijn maatregelen.",
        37: "verwijs ik naar het antwoord op vraag 41.",
        38: "op peil te krijgen en te houden).",
        41: "door middel van de uitkomsten van een uitvoeringstoets.",
        42: "uit o.a. Zweden worden hierbij betrokken.",
        45: "wordt nu geen gebruik gemaakt van AI.",
    }
    for number, end in ends.items():
        assert answer.loc[number, "text"].endswith(end), number


def test_answers_hold_no_headings(answer: pd.DataFrame) -> None:
    lines = {line for text in answer["text"] for line in text.split("\n")}
    assert not lines & {*SECTIONS, "Vragen van de leden van de fractie van de PVV", "Algemeen"}


def test_answers_hold_no_footnotes_markers_addresses_or_page_numbers(
    answer: pd.DataFrame, seed: dict[str, pd.DataFrame]
) -> None:
    text = "\n".join(answer["text"])
    for note in seed["notes"]["text"]:
        assert note not in text
    assert "://" not in text
    assert not any(line.strip().isdigit() for line in text.split("\n"))
    for whole in (
        "tientallen uitvoeringsorganisaties. Daarbij",
        "in parlement en regering is laag. Het is",
        "kwaliteit van het beleidsproces. Het",
        "de burger in de overheid.\n",
        "in zijn recente rapport dat de visie",
        "wel recht op hebben. Wil de uitvoering",
        "contact met de overheid. Wanneer",
        "internationale vergelijking blijkt",
        "door ABD Topconsult over waar",
    ):
        assert whole in text, whole


def test_sentences_cut_by_a_page_break_are_whole_again(answer: pd.DataFrame) -> None:
    assert "Wil de uitvoering dus goed haar taken kunnen uitvoeren, vraagt" in answer.loc[6, "text"]
    assert "een nieuwe versie van het systeem (‘FUWA-Rijk) ‘meer recht" in answer.loc[25, "text"]
    assert "juist om gebruik te maken van de kennis" in answer.loc[28, "text"]
    assert "wordt geraakt, draagt deze uitvoeringsorganisatie bij" in answer.loc[41, "text"]


def test_words_broken_or_set_oddly_are_mended(question: pd.DataFrame, answer: pd.DataFrame) -> None:
    assert "worden ontwikkeld, waarbij de maatschappelijke opgave" in answer.loc[42, "text"]
    assert "In 2024 zullen bij de verdere" in answer.loc[42, "text"]
    assert "om de uitvoering vanaf het begin aan tafel" in question.loc[41, "context"]
    assert "past het kabinet daarnaast praktijkervaring" in question.loc[36, "text"]
    assert "digitaal en niet-digitaal, altijd" in answer.loc[16, "text"]
    assert "taal- en denkniveau" in answer.loc[16, "text"]
    assert "de voor- en nadelen" in question.loc[42, "text"]


def test_the_31_footnotes_know_where_their_markers_stood(
    seed: dict[str, pd.DataFrame], seed_folder: Path
) -> None:
    notes = seed["notes"].assign(number=lambda notes: notes["marker"].astype(int))
    assert list(notes["number"]) == list(range(1, 32))
    text = read_text(seed_folder, SEED)
    for note in notes.itertuples():
        assert text[note.anchor_at :].startswith(note.marker), note.marker
    owner = notes.set_index("number")["anchor_id"].str.removeprefix(SEED).dropna().to_dict()
    assert owner == {
        **{17: "/a2", 18: "/a6", 19: "/a6", 20: "/a6", 21: "/a6", 22: "/a6", 23: "/a9"},
        **{24: "#24", 25: "#26", 26: "#26", 27: "/a32", 28: "/a34", 29: "#38"},
        **{30: "#42", 31: "#42"},
    }


def test_the_words_of_the_footnotes(seed: dict[str, pd.DataFrame]) -> None:
    note = seed["notes"].set_index("marker")
    assert note.loc["19", "text"] == (
        "Blok, de L., Brummel, L. (2022). Gefundeerd politiek vertrouwen? Onderzoek naar de relatie"
        " tussen overheidsprestaties en het vertrouwen in politieke instituties"
    )
    assert note.loc["28", "text"] == "Dit rapport wordt begin januari 2024 aan het SGO aangeboden."
    assert "adviescommissie-vwdr.nl" in note.loc["21", "urls"]
    assert "nlarbeidsinspectie.nl" in note.loc["22", "urls"]


def test_the_header(seed: dict[str, pd.DataFrame]) -> None:
    document = seed["documents"].iloc[0]
    assert document["kind"] == "verslag"
    assert document["chamber"] == "EK"
    assert document["dossier"] == "31731"
    assert document["reference"] == "173739U"
    assert document["title"] == "Staat van de Uitvoering (2022)"
    assert document["respondent"] == (
        "staatssecretaris van Binnenlandse Zaken en Koninkrijksrelaties"
    )
    assert document["co_respondents"] == "minister voor Armoede, Participatie en Pensioenen"
    assert document["asked_on"] == pd.Timestamp("2023-09-22")
    assert document["answered_on"] == pd.Timestamp("2023-12-11")
    assert document["due_on"] == pd.Timestamp("2023-10-20")
    assert document["response_days"] == 80
    assert (document["answered_on"] - document["due_on"]).days == 52
    assert document["cabinet_demissionary"]


def test_the_committees(seed: dict[str, pd.DataFrame]) -> None:
    members = seed["committee_members"]
    assert members.groupby("committee").size().to_dict() == {
        "Justitie en Veiligheid": 26,
        "Binnenlandse Zaken": 25,
    }
    roles = members[members["role"] != "lid"]
    assert sorted(zip(roles["committee"], roles["role"], roles["member"], strict=True)) == [
        ("Binnenlandse Zaken", "ondervoorzitter", "Meijer"),
        ("Binnenlandse Zaken", "voorzitter", "Lagas"),
        ("Justitie en Veiligheid", "ondervoorzitter", "Croll"),
        ("Justitie en Veiligheid", "voorzitter", "Dittrich"),
    ]
    of = members.drop_duplicates("member").set_index("member")["fractie"]
    assert (of["Talsma"], of["Veldhoen"], of["Van der Goot"]) == (
        "ChristenUnie",
        "GroenLinks-PvdA",
        "OPNL",
    )


def test_answer_37_points_to_answer_41(seed: dict[str, pd.DataFrame]) -> None:
    pointers = seed["references"].query("kind == 'answer'")
    assert [(row.answer_id, row.target) for row in pointers.itertuples()] == [(f"{SEED}/a37", "41")]


def test_every_piece_of_text_stands_in_the_source(
    seed: dict[str, pd.DataFrame], seed_folder: Path
) -> None:
    source = read_text(seed_folder, SEED)
    texts = {
        **{(row.question_id, "text"): row.text for row in seed["questions"].itertuples()},
        **{(row.question_id, "context"): row.context for row in seed["questions"].itertuples()},
        **{(row.answer_id, "text"): row.text for row in seed["answers"].itertuples()},
    }
    covered = 0
    for piece in seed["pieces"].itertuples():
        text = texts[piece.owner_id, piece.part]
        found = text[piece.at : piece.at + piece.length]
        assert found == source[piece.start : piece.start + piece.length]
        covered += len(found)
    # What is not found unchanged are line ends, which became spaces, and mended characters.
    total = sum(len(text) for text in texts.values() if isinstance(text, str))
    assert covered / total > 0.97


def test_offsets_lead_from_an_answer_to_its_words(
    seed: dict[str, pd.DataFrame], seed_folder: Path, answer: pd.DataFrame
) -> None:
    source = read_text(seed_folder, SEED)
    row = answer.loc[16]
    assert source[row["start"] :].startswith("Het kabinet hecht eraan")
    assert source[: row["end"]].endswith("voor \nde burger.")
    at = row["text"].index("demissionaire")
    place = source_place(seed["pieces"], row["answer_id"], at)
    assert source[place:].startswith("demissionaire status van het kabinet")


def test_pages_are_those_printed_in_the_document(
    question: pd.DataFrame, answer: pd.DataFrame
) -> None:
    assert (question.loc[1, "page"], question.loc[9, "page"], answer.loc[42, "page"]) == (
        10,
        12,
        22,
    )
    assert answer["page"].is_monotonic_increasing


def test_nothing_is_wrong_with_the_document(seed: dict[str, pd.DataFrame]) -> None:
    assert set(seed["findings"]["severity"]) == {"note"}


def test_the_manifest_describes_the_file(seed: dict[str, pd.DataFrame]) -> None:
    manifest = pd.read_csv(raw_folder() / "MANIFEST.csv").set_index("file")
    files = {path.name for path in raw_folder().iterdir()} - {"MANIFEST.csv"}
    assert set(manifest.index) == files
    for document in seed["documents"].itertuples():
        assert manifest.loc[document.source, "sha256"] == document.sha256
        size = (raw_folder() / document.source).stat().st_size
        assert manifest.loc[document.source, "bytes"] == size
