"""Which words are a question, which an answer, and which neither."""

from __future__ import annotations

import pytest

from tests.parsing.records_of import answers_of, codes_of, record_of

LETTER = """\
De leden van de fractie van de SP hebben kennisgenomen van de brief over het onderhoud van bruggen.

Onderhoud

Het onderhoud van bruggen is in veel provincies uitgesteld, en dat heeft gevolgen voor de veiligheid
van wie er dagelijks overheen rijdt.
• Deelt de minister de zorgen van deze leden over het uitgestelde onderhoud van de bruggen?
• Welke bruggen hebben voorrang, en wie bepaalt dat volgens de minister?

Toezicht

• Een onafhankelijke toezichthouder die de bruggen elk jaar bekijkt en daarover verslag uitbrengt.

"""

FIRST_QUESTION = (
    "Vraag 1\nDeelt de minister de zorgen van deze leden over het uitgestelde"
    " onderhoud van de bruggen?"
)


@pytest.mark.parametrize(
    "heading",
    [
        "Antwoord",
        "Antwoord:",
        "Antwoord op vraag 3 en 4",
        "Antwoord op vragen 3, en 4",
        "Antwoord vraag 3-4:",
        "Antwoord vragen 3,4",
        "Antwoord 3 t/m 4",
    ],
)
def test_several_questions_above_one_answer(heading: str) -> None:
    record = record_of(f"Vraag 3\nIs drie zo?\n\nVraag 4\nIs vier zo?\n\n{heading}\nBeide.\n")
    assert answers_of(record) == {(3, 4): "Beide."}


def test_one_heading_over_several_questions() -> None:
    record = record_of("Vraag 7, 8, 9 10 en 11\nHoe? En waarom?\n\nAntwoord\nDaarom.\n")
    assert answers_of(record) == {(7, 8, 9, 10, 11): "Daarom."}
    assert {question.text.text for question in record.questions} == {"Hoe? En waarom?"}


def test_questions_of_one_heading_are_told_apart_where_line_ends_were_lost() -> None:
    record = record_of(
        "Vraag 1, 2 en 3\nKlopt dat?Wat kost het dan?Wie betaalt?\n\nAntwoord\nJa.\n"
    )
    assert [q.text.text for q in record.questions] == [
        "Klopt dat?",
        "Wat kost het dan?",
        "Wie betaalt?",
    ]


def test_questions_of_one_heading_are_told_apart_by_what_asks() -> None:
    record = record_of(
        "Vraag 1 en 2\nKlopt dat? Zo ja, hoe lang al? Kunt u dat toelichten? Wie betaalt dat?"
        " Zo nee, waarom niet?\n\nAntwoord\nJa.\n"
    )
    assert [q.text.text for q in record.questions] == [
        "Klopt dat? Zo ja, hoe lang al? Kunt u dat toelichten?",
        "Wie betaalt dat? Zo nee, waarom niet?",
    ]


def test_questions_that_cannot_be_told_apart_share_their_text() -> None:
    text = "Klopt dat? Wie betaalt? Hoe lang al? Waar?"
    record = record_of(f"Vraag 1 en 2\n{text}\n\nAntwoord\nJa.\n")
    assert {q.text.text for q in record.questions} == {text}


def test_questions_of_one_heading_whose_lines_are_broken_are_whole() -> None:
    long = "Deelt u de mening dat bruggen er zijn om over te gaan, ook voor wie haast heeft" * 2
    record = record_of(
        f"Vraag 1 en 2\n{long} en\ndat dit zo blijft?\nZo ja, deelt\nu die dan ook?\n{long}?\n\n"
        "Antwoord\nJa.\n"
    )
    assert [q.text.text.split()[-2:] for q in record.questions] == [
        ["dan", "ook?"],
        ["haast", "heeft?"],
    ]


def test_lines_that_an_extractor_joined_hide_no_paragraphs() -> None:
    """Two lines of which the first ended in a soft hyphen came out as one."""
    full = "De brug over de rivier wordt in het voorjaar gesloten voor al het verkeer en"
    joined = f"{full} {full.lower()} {full.lower()}"
    answer = "\n".join([full, joined, *9 * [full], joined, full, "dat duurt tot mei."])
    record = record_of(
        f"Vraag 1 en 2\n{joined}\nduurt dat lang?\nHoe vaak gebeurt dat met een brug?\n\n"
        f"Antwoord 1 en 2\n{answer}\n"
    )
    assert [q.text.text[-10:] for q in record.questions] == [" dat lang?", " een brug?"]


def test_an_answer_may_name_a_question_far_above() -> None:
    record = record_of(
        "Vraag 1\nEen?\n\nVraag 2\nTwee?\n\nAntwoord op vraag 2\nTwee.\n\n"
        "Vraag 3\nDrie?\n\nAntwoord op vraag 1 en 3\nEen en drie.\n"
    )
    assert answers_of(record) == {(2,): "Twee.", (1, 3): "Een en drie."}


def test_a_bare_answer_is_to_the_questions_directly_above_it() -> None:
    """Question 1 was passed over by the answer to question 2 and stays unanswered."""
    record = record_of(
        "Vraag 1\nEen?\n\nVraag 2\nTwee?\n\nAntwoord 2\nTwee.\n\nVraag"
        " 3\nDrie?\n\nAntwoord\nDrie.\n"
    )
    assert answers_of(record) == {(2,): "Twee.", (3,): "Drie."}
    assert codes_of(record) == ["unanswered"]


def test_all_answers_after_all_questions() -> None:
    record = record_of(
        "Vraag 1\nEen?\n\nVraag 2\nTwee?\n\nAntwoord 1\nVan een.\n\nAntwoord 2\nVan twee.\n"
    )
    assert answers_of(record) == {(1,): "Van een.", (2,): "Van twee."}


def test_numbers_that_start_again_keep_their_own_answers() -> None:
    record = record_of(
        "Vragen van de SP-fractie\n\nVraag 1\nEen van SP?\n\nVraag 2\nTwee van SP?\n\n"
        "Vragen van de PvdD-fractie\n\nVraag 1\nEen van PvdD?\n\n"
        "Antwoord 1\nAan SP.\n\nAntwoord 2\nAan SP ook.\n\nAntwoord 1\nAan PvdD.\n"
    )
    given = [
        (*a.questions[0].asked_by, a.questions[0].text.text, a.text.text) for a in record.answers
    ]
    assert given == [
        ("SP", "Een van SP?", "Aan SP."),
        ("SP", "Twee van SP?", "Aan SP ook."),
        ("PvdD", "Een van PvdD?", "Aan PvdD."),
    ]


def test_a_line_that_begins_like_a_marker_stays_in_its_answer() -> None:
    text = "Vraag 6 gaat over vertrouwen.\nAntwoord op de brief van mei volgt."
    record = record_of(f"Vraag 5\nHoe?\n\nAntwoord\n{text}\n")
    assert answers_of(record)[5,].split() == text.split()
    assert [question.number for question in record.questions] == [5]


def test_an_answer_on_the_line_of_its_marker() -> None:
    record = record_of("Vraag 1: Is dat zo?\n\nAntwoord: Ja.\nDat is zo.\n")
    assert record.questions[0].text.text == "Is dat zo?"
    assert answers_of(record)[1,].split() == "Ja. Dat is zo.".split()


def test_a_question_numbered_only_by_its_answer() -> None:
    record = record_of(
        f"{LETTER}{FIRST_QUESTION}"
        f"\n\nAntwoord 1\nJa.\n\nToezicht\n\n• Een onafhankelijke toezichthouder die"
        " de bruggen elk jaar bekijkt en daarover verslag uitbrengt.\n\nAntwoord 2\nNee.\n"
    )
    second = record.questions[1]
    assert (second.number, second.section, second.headless) == (2, "Toezicht", True)
    assert second.text.text.startswith("Een onafhankelijke toezichthouder")
    assert answers_of(record) == {(1,): "Ja.", (2,): "Nee."}


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_heading_between_two_questions_is_no_answer(gap: str) -> None:
    """Without a letter, by its shape; also directly behind the answer."""
    record = record_of(
        "De minister antwoordt hierbij op de vragen over bruggen.\n\nVraag 1\nWie onderhoudt de"
        " bruggen in het noorden van het land?\n\nAntwoord\nDe provincie onderhoudt die bruggen,"
        f" samen met de gemeenten waarin ze liggen.{gap}Toezicht op bruggen{gap}"
        "Vraag 2\nWie kijkt toe?\n\n"
        "Antwoord\nDe inspectie.\n"
    )
    assert answers_of(record)[1,].endswith("waarin ze liggen.")
    assert record.questions[1].section == "Toezicht op bruggen"


@pytest.mark.parametrize("heading", ["Uitvoering", "4.2. Verhouding tot hoger recht"])
def test_a_heading_between_two_questions_with_one_answer_is_in_neither(heading: str) -> None:
    both = f"1\nEen?\n\n{heading}\n\n2\nTwee?\n\nAntwoord\nJa.\n\n"
    record = record_of(f"{both}3\nDrie?\n\nAntwoord\nNee.\n")
    assert [question.text.text for question in record.questions] == ["Een?", "Twee?", "Drie?"]
    assert record.questions[1].section == heading


def test_a_heading_with_a_number_may_stand_below_a_table() -> None:
    table = "Aantallen per jaar\n2021\n14\n2022\n17"
    heading = "4.2. Verhouding tot hoger recht"
    record = record_of(f"1\nEen?\n\nAntwoord\n{table}\n\n{heading}\n\n2\nTwee?\n\nAntwoord\nJa.")
    assert answers_of(record)[1,].split() == table.split()
    assert record.questions[1].section == heading


def test_a_quotation_at_the_end_of_an_answer_is_no_heading() -> None:
    text = "Vraag 1\nEen?\n\nAntwoord 1\nIn de wet staat:\n\nDat mag.\n\n“Niemand mag dat.”\n\n"
    record = record_of(text + "Vraag 2\nTwee?\n\nAntwoord 2\nNee.\n")
    assert answers_of(record)[1,].endswith("“Niemand mag dat.”")


def test_a_fractie_heading_between_two_questions_is_in_neither() -> None:
    record = record_of(
        "Vragen van de leden van de fractie van de SP\n\nVraag 1\nHoe?\n\nAntwoord\nZo.\n"
        "VVD-fractie\nVraag 2\nWaar?\n\nVragen van de leden van de fractie van D66\n\nVraag"
        " 3\nWie?\n"
    )
    assert [list(question.asked_by) for question in record.questions] == [["SP"], ["VVD"], ["D66"]]
    assert [question.text.text for question in record.questions] == ["Hoe?", "Waar?", "Wie?"]
    assert answers_of(record) == {(1,): "Zo."}


def test_a_list_at_the_end_of_an_answer_is_no_heading() -> None:
    answer = "Het gaat om de volgende bruggen:\nNoorderbrug\nZuiderbrug"
    record = record_of(
        "De minister antwoordt hierbij op de vragen over bruggen.\n\nVraag 1\nWelke bruggen in het"
        f" noorden van het land zijn dat?\n\nAntwoord\n{answer}\n\nVraag 2\nWat gebeurt er nu met"
        " deze bruggen?\n\nAntwoord\nNiets.\n"
    )
    assert answers_of(record)[1,] == answer


def test_the_introduction_of_the_next_question_is_known_by_the_letter() -> None:
    record = record_of(
        f"{LETTER}{FIRST_QUESTION}"
        f"\n\nAntwoord\nJa.\n\nHet onderhoud van bruggen is in vele provincies"
        " uitgesteld en dat heeft gevolgen voor de veiligheid van wie er dagelijks overheen"
        " rijdt.\n\nVraag 2\nWelke bruggen hebben voorrang?\n\nAntwoord\nDe oudste.\n"
    )
    assert answers_of(record)[1,] == "Ja."
    assert record.questions[1].context.text.startswith("Het onderhoud van bruggen is in vele")


def test_an_answer_that_quotes_the_letter_stays_whole() -> None:
    quoting = (
        "De leden merken op dat het onderhoud “in veel provincies is uitgesteld”. Dat klopt; de"
        " minister heeft de provincies daarop aangesproken en verwacht in het najaar een plan."
    )
    record = record_of(
        f"{LETTER}{FIRST_QUESTION}"
        f"\n\nAntwoord\nJa.\n\n{quoting}\n\nVraag 2\nEn nu?\n\nAntwoord\nNiets.\n"
    )
    assert answers_of(record)[1,] == f"Ja.\n{quoting}"


def test_an_answer_is_never_all_of_the_asker() -> None:
    """A minister may answer with the words of the letter; the first paragraph is the answer's."""
    sentence = (
        "Het onderhoud van bruggen is in veel provincies uitgesteld, en dat heeft gevolgen voor de"
        " veiligheid van wie er dagelijks overheen rijdt."
    )
    record = record_of(
        f"{LETTER}{FIRST_QUESTION}\n\nAntwoord\n{sentence}\n\nVraag 2\nEn nu?\n\nAntwoord\nNiets.\n"
    )
    assert answers_of(record)[1,] == sentence


def test_what_introduces_nothing_is_kept_apart_and_reported() -> None:
    closing = (
        "De leden van de fractie van de SP hebben kennisgenomen van de brief over het onderhoud"
    )
    record = record_of(f"{LETTER}{FIRST_QUESTION}\n\nAntwoord\nJa.\n\n{closing} van bruggen.\n")
    assert answers_of(record) == {(1,): "Ja."}
    unplaced = [f for f in record.findings if f.code == "unplaced_text"]
    assert [finding.values["characters"] for finding in unplaced] == [
        len(closing) + len(" van bruggen.")
    ]


def test_a_document_without_markers_is_all_front() -> None:
    record = record_of("De brief van 3 mei gaat over bruggen.\n\nMet groet.\n")
    assert (record.questions, record.answers) == ([], [])
    assert "no_questions" in [finding.code for finding in record.findings]


def test_the_closing_words_of_one_fractie_introduce_nothing_of_the_next() -> None:
    closing = (
        "De leden van de fractie van de SP hebben kennisgenomen van de brief over het onderhoud"
    )
    record = record_of(
        f"{LETTER}{FIRST_QUESTION}\n\nAntwoord\nJa.\n\n{closing} van bruggen.\n\nPvdD-fractie\n\n"
        "Vraag 2\nEn nu?\n\nAntwoord\nNiets.\n"
    )
    assert answers_of(record) == {(1,): "Ja.", (2,): "Niets."}
    assert record.questions[1].context.text == ""
    assert codes_of(record) == ["unplaced_text"]


def test_a_short_bullet_is_the_askers_beside_a_long_one() -> None:
    record = record_of(
        LETTER.replace("\n\nToezicht", "\n• Graag een reactie.\n\nToezicht")
        + f"{FIRST_QUESTION}\n\nAntwoord\nJa.\n\n• Welke bruggen hebben voorrang, en wie bepaalt"
        " dat volgens de minister?\n• Graag een reactie.\n\nAntwoord 2\nDe oudste.\n"
    )
    assert answers_of(record) == {(1,): "Ja.", (2,): "De oudste."}
    assert record.questions[1].text.text.endswith("\nGraag een reactie.")


def test_a_heading_of_the_letter_between_two_questions_is_in_neither() -> None:
    record = record_of(
        f"{LETTER}{FIRST_QUESTION}\n\nToezicht\n\nVraag 2\nWie kijkt toe?\n\nAntwoord\nDe"
        " provincie.\n"
    )
    assert record.questions[0].text.text.endswith("onderhoud van de bruggen?")
    assert record.questions[1].section == "Toezicht"


def test_a_heading_above_the_first_question_is_its_section() -> None:
    record = record_of(
        "De minister antwoordt hierbij op de vragen over bruggen.\n\nOnderhoud van bruggen\n\n"
        "Vraag 1\nWie onderhoudt de bruggen in het noorden van het land?\n\nAntwoord\nDe"
        " provincie.\n"
    )
    assert record.questions[0].section == "Onderhoud van bruggen"


def test_the_masthead_is_no_section() -> None:
    record = record_of(
        "AH 605\n\nAntwoord van minister X (Defensie) (ontvangen 3 mei 2024)\n\n"
        "Vraag 1\nWie onderhoudt de bruggen in het noorden van het land?\n\nAntwoord\nDe"
        " provincie.\n"
    )
    assert record.questions[0].section is None
    assert record.header.respondent == "minister X (Defensie)"


def test_a_signature_behind_the_last_answer_is_no_part_of_it() -> None:
    record = record_of(
        "Vraag 1\nKlopt het?\n\nAntwoord 1\nDat klopt.\n\nDe Minister van Havens,\n\nEen naam\n"
    )
    assert answers_of(record) == {(1,): "Dat klopt."}
    assert [f.code for f in record.findings].count("unplaced_text") == 2


def test_an_answer_may_speak_of_the_minister() -> None:
    text = "Ja, dat klopt.\n\nDe minister van Havens, die hierover gaat, zegt van niet."
    record = record_of(f"Vraag 1\nKlopt het?\n\nAntwoord 1\n{text}\n")
    assert answers_of(record) == {(1,): text.replace("\n\n", "\n")}


def test_an_explanation_behind_the_last_question_is_no_part_of_it() -> None:
    record = record_of("Vraag 1\nKlopt het?\n\nToelichting:\nDeze vragen vullen aan.\n")
    assert record.questions[0].text.text == "Klopt het?"
