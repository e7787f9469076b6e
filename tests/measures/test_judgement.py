"""Answers judged; every question and answer was written for this test."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.errors import AnalysisError
from analysis.measures.judgement import judge, judge_asks, judge_pairs, judge_questions
from analysis.measures.judgement.evidence import evidence_of
from analysis.measures.referrals import referrals
from tests.builders import tables_of

KNOWN = "Bent u bekend met het bericht over de gesloten brug bij Meerdijk?"
SHARE = "Deelt u de mening dat de brug bij Meerdijk snel open moet? Zo nee, waarom niet?"


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        (KNOWN, "Ja.", ("full", "clear_reply", "answered")),
        (SHARE, "Ja, die mening deel ik.", ("full", "clear_reply", "answered")),
        (KNOWN, "Zie het antwoord op vraag 3.", ("referred", "clear_non_reply", "referred")),
        (
            "Hoeveel bruggen zijn er gesloten?",
            "Hiervoor verwijs ik naar mijn brief van 3 mei 2023.",
            ("none", "clear_non_reply", "referred"),
        ),
    ],
)
def test_plain_cases(question: str, answer: str, expected: tuple[str, str, str]) -> None:
    found = judge(question, answer)
    assert (found.coverage, found.clarity, found.status) == expected


WILLING = "Bent u bereid met de provincie te praten? Zo nee, waarom niet?"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (KNOWN, "Dat bericht is mij bekend."),
        (KNOWN, "Ik ken het artikel."),
        ("Klopt het dat de brug is afgekeurd?", "Dat bericht klopt niet."),
        ("Herkent u het beeld dat bewoners klagen?", "Ik herken dit beeld."),
        (WILLING, "Ik zie daartoe geen aanleiding, omdat het herstel al is begonnen."),
        (WILLING, "Dat acht ik niet nodig, want het herstel is al begonnen."),
        (WILLING, "Nee, want het herstel is begonnen."),
        ("Wat is uw reactie op het bericht?", "Ik betreur de gang van zaken zeer."),
        ("Hoeveel bruggen zijn er?", "Dat zijn er ongeveer drieduizend."),
    ],
)
def test_a_reply_in_other_words_than_those_of_the_question(question: str, answer: str) -> None:
    found = judge(question, answer)
    assert (found.coverage, found.clarity, found.categories) == ("full", "clear_reply", ())


@pytest.mark.parametrize(
    "answer", ["Nee.", "Ik zie daartoe geen aanleiding.", "Ik sluit zo’n gesprek niet uit."]
)
def test_a_no_without_its_reasons_or_a_half_yes_is_no_full_answer(answer: str) -> None:
    assert judge(WILLING, answer).coverage == "partial"


def test_a_document_that_was_sent_is_no_refusal_to_send_it() -> None:
    question = "Kunt u het rapport naar de Kamer sturen?"
    assert judge(question, "Ik heb het rapport op 3 mei aan uw Kamer gestuurd.").coverage != "none"


def test_an_ask_that_no_sentence_takes_up_is_skipped() -> None:
    question = "Hoeveel bruggen zijn er gesloten? Welke vergoeding krijgen de schippers?"
    silent = "In Meerdijk zijn vier bruggen gesloten. De bruggen zijn gesloten voor onderhoud."
    told = f"{silent} De schippers krijgen een vergoeding van 200 euro per dag."
    assert "omzeiling" in judge(question, silent).categories
    assert "omzeiling" not in judge(question, told).categories


def test_a_strong_device_stays_beside_an_answer_and_a_weak_one_does_not() -> None:
    answer = "Ja. Er wordt nu bezien hoe. Het is aan een volgend kabinet om te besluiten."
    judged = judge(KNOWN, answer)
    assert (judged.coverage, judged.categories) == ("full", ("demissionair",))


def test_a_plain_yes_counts_in_a_joint_answer_too() -> None:
    assert judge(KNOWN, "Ja.", [1, 2]).coverage == "full"


def test_not_in_the_last_place_is_no_refusal() -> None:
    answer = "Het kabinet deelt die mening. Dit is niet in de laatste plaats een zaak van geld."
    assert judge(SHARE, answer).asks[0].reading.polarity == "yes"


def test_a_branch_is_due_only_if_the_answer_took_it() -> None:
    assert [ask.due for ask in judge(SHARE, "Ja.").asks] == [True, False]
    refusal = "Nee. Het onderhoud aan de brug duurt nog, omdat de pijlers slecht zijn."
    assert [ask.due for ask in judge(SHARE, refusal).asks] == [True, True]


def test_the_evidence_quotes_the_words_that_decided() -> None:
    judgement = judge(KNOWN, "Ja. Het bericht verscheen in mei.")
    assert "ja, met de woorden “Ja.”" in evidence_of(judgement)
    assert "yes, in the words “Ja.”" in evidence_of(judgement, "en")


def test_a_question_without_an_answer_has_no_coverage() -> None:
    tables = tables_of([{"number": 1}, {"number": 2, "text": KNOWN}], [{"to": [2], "text": "Ja."}])
    judged = judge_questions(tables).set_index("question_id")
    assert judged.loc["d#1", "status"] == "unanswered"
    assert pd.isna(judged.loc["d#1", "coverage"])
    assert judged.loc["d#2", ["coverage", "n_asks", "asks_full"]].tolist() == ["full", 1, 1]
    asks = judge_asks(tables).set_index("ask_id")
    assert asks.loc["d#2-1", "outcome"] == "full"
    assert pd.isna(asks.loc["d#1-1", "due"])


def test_a_correction_by_hand_goes_before_the_judgement() -> None:
    tables = tables_of([{"number": 1, "text": KNOWN}], [{"to": [1], "text": "Ja."}])
    correction = {
        "document_id": "d",
        "item_id": "d#1",
        "column": "clarity",
        "value": "ambivalent",
        "who": "lezer",
        "why": "het antwoord zegt niet wat er bekend is",
        "status": "pending",
    }
    tables["corrections"] = pd.DataFrame([correction])
    judged = judge_questions(tables)
    assert judged[["clarity", "coverage", "corrected"]].values.tolist() == [
        ["ambivalent", "full", True]
    ]


def reference(answer_id: str, number: int) -> dict[str, object]:
    return {
        "document_id": "d",
        "answer_id": answer_id,
        "kind": "answer",
        "target": str(number),
        "start": 0,
        "end": 5,
    }


def test_referrals_are_followed_and_coverage_is_given_both_ways() -> None:
    tables = tables_of(
        [{"number": n, "text": KNOWN} for n in range(1, 6)],
        [
            {"to": [1], "text": "Zie het antwoord op vraag 2."},
            {"to": [2], "text": "Zie het antwoord op vraag 3."},
            {"to": [3], "text": "Ja, het bericht over de brug bij Meerdijk is mij bekend."},
            {"to": [4], "text": "Zie het antwoord op vraag 9."},
            {"to": [5], "text": "Zie het antwoord op vraag 5."},
        ],
    )
    targets = {1: 2, 2: 3, 4: 9, 5: 5}
    rows = [reference(f"d/a{answer}", target) for answer, target in targets.items()]
    tables["references"] = pd.DataFrame(rows)
    found = referrals(tables).set_index("question_id")
    assert found["end"].to_dict() == {
        "d#1": "answer",
        "d#2": "answer",
        "d#4": "dead_end",
        "d#5": "loop",
    }
    assert found.loc["d#1", ["steps", "answer_id"]].tolist() == [2, "d/a3"]
    judged = judge_questions(tables).set_index("question_id")
    assert judged.loc["d#1", ["coverage", "coverage_lenient"]].tolist() == ["referred", "full"]
    assert judged.loc["d#4", ["coverage", "coverage_lenient"]].tolist() == ["referred", "referred"]


def test_pairs_keep_their_ids_and_order() -> None:
    pairs = pd.DataFrame(
        {"id": ["b", "a", "c"], "question": [KNOWN, KNOWN, ""], "answer": ["Ja.", "", "Nee."]}
    )
    judged = judge_pairs(pairs)
    assert judged["id"].tolist() == ["b", "a", "c"]
    assert judged["status"].fillna("-").tolist() == ["answered", "unanswered", "-"]


VIEW = "Deelt u de mening dat de brug bij Meerdijk snel open moet?"


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        # An opinion that is described around, and one that is shared.
        (VIEW, "De brug bij Meerdijk is snel open, na het onderhoud.", ("partial", "ambivalent")),
        (VIEW, "Het kabinet deelt de mening dat de brug snel open moet.", ("full", "clear_reply")),
        (VIEW, "Ik vind dat de brug snel open moet.", ("full", "clear_reply")),
        (VIEW, "Dat beeld van de brug is niet herkenbaar.", ("full", "clear_reply")),
        # A fact that is said in the words of the question, and one that is left to be guessed.
        ("Is de brug dicht?", "De brug is sinds mei dicht.", ("full", "clear_reply")),
        (
            "Is de brug bij Meerdijk op last van de burgemeester gesloten?",
            "Schippers kunnen omvaren over de brug van Overzee.",
            ("partial", "ambivalent"),
        ),
        ("Is de brug dicht?", "Het klopt dat zij dat is.", ("full", "clear_reply")),
        # A number that is not given, one that is not known, and one that is given.
        (
            "Hoeveel bruggen zijn er dicht?",
            "Bruggen gaan dicht als ze slecht zijn.",
            ("none", "ambivalent"),
        ),
        (
            "Hoeveel bruggen zijn er dicht?",
            "Gemeenten beheren bruggen. Daardoor is niet bekend hoeveel bruggen dicht zijn.",
            ("none", "clear_non_reply"),
        ),
        ("Hoeveel bruggen zijn er dicht?", "Er zijn vier bruggen dicht.", ("full", "clear_reply")),
        # What was asked is left to another, beside much about it; and beside a yes.
        (
            "Welke bruggen gaan open voor schippers?",
            "Voor schippers gaan bruggen open naar de drukte van de dag. Schippers melden zich bij"
            " de bruggen, en de wachter kijkt dan hoe druk het op de weg is en hoe hoog het water"
            " staat. Daarna gaan de bruggen open, eerst die in de stad en dan die op het land,"
            " zodat niemand lang wacht. Het is aan een volgend kabinet om te besluiten.",
            ("partial", "ambivalent"),
        ),
        (
            "Gaan er bruggen open voor schippers?",
            "Ja. Het is aan een volgend kabinet om te besluiten welke bruggen open gaan.",
            ("full", "clear_reply"),
        ),
        # Devices all over, but about what was asked.
        (
            "Hoe worden de schippers gesteund bij de gesloten brug van Meerdijk?",
            "Schippers varen om bij de brug van Meerdijk. Nu wordt bezien welke maatregelen kunnen"
            " helpen. Het is aan de provincie om daarin een keuze te maken. Ook is het aan"
            " gemeenten om daarover te besluiten.",
            ("partial", "ambivalent"),
        ),
        # A refusal in the second sentence, with nothing of what was asked beside it.
        (
            "Waarom is de monteur van de brug op straat gezet?",
            "Het contract is van de gemeente. Over individuele gevallen doe ik geen uitspraken.",
            ("none", "clear_non_reply"),
        ),
    ],
)
def test_an_answer_holds_what_was_asked_for(
    question: str, answer: str, expected: tuple[str, str]
) -> None:
    found = judge(question, answer)
    assert (found.coverage, found.clarity) == expected


def test_a_joint_answer_that_hardly_takes_a_question_up_passes_it_by() -> None:
    question = "Kunt u aangeven wie de monteur heeft aangesteld?"
    answer = "De brug bij Meerdijk gaat open. De schippers krijgen bericht."
    assert judge(question, answer, [1, 2]).status == "ignored"
    assert judge(question, answer).coverage != "full"


def test_one_yes_is_for_all_that_is_asked_to_be_known() -> None:
    question = "Kent u het bericht over de brug? Bent u ook bekend met het rapport over de sluis?"
    assert judge(question, "Ja.").coverage == "full"
    other = "Kent u het bericht over de brug? Gaat de sluis nog open?"
    assert judge(other, "Ja.").coverage == "partial"


def test_a_condition_that_asks_for_yes_or_no_needs_its_own() -> None:
    answer = "Ja. Ik las het op vakantie aan zee, bij mooi weer en met een glas limonade erbij."
    known = "Kent u het bericht over de brug? Zo ja,"
    assert judge(f"{known} waarom?", answer).coverage == "full"
    assert judge(f"{known} gaat u de monteur ontslaan?", answer).coverage == "partial"


PLAIN = {"id": "a", "question": SHARE, "answer": "Nee. De brug moet eerst hersteld worden."}


@pytest.mark.parametrize(
    "changed",
    [
        {"question": f"Vraag 4\n{SHARE}", "answer": f"Antwoord 4\n{PLAIN['answer']}"},
        {"question": f"Vraag 4: {SHARE}", "answer": f"Antwoord op vraag 4: {PLAIN['answer']}"},
        {"question": f"4. {SHARE}"},
        {"question": SHARE.replace(" snel", "\nsnel")},
        {"answer": PLAIN["answer"].replace("Nee.", "Nee.3")},
        {"numbers": 4.0},
        {"numbers": None},
    ],
)
def test_the_form_of_a_pair_makes_no_difference(changed: dict[str, object]) -> None:
    columns = ["coverage", "clarity", "status", "n_asks", "categories", "evidence"]
    plain, other = (judge_pairs(pd.DataFrame([row])) for row in (PLAIN, {**PLAIN, **changed}))
    assert plain[columns].equals(other[columns])


JOINT = "Het antwoord geldt voor meer vragen tegelijk."
LONG = (
    "De brug bij Meerdijk gaat open zodra het onderhoud klaar is, dat is naar verwachting in mei."
)


@pytest.mark.parametrize("numbers", ["4,5", "[4, 5]", "4 en 5", "4-5", [4, 5], None])
def test_a_joint_answer_is_known_by_its_numbers_or_by_standing_twice(numbers: object) -> None:
    rows = [{"id": n, "question": KNOWN, "answer": LONG, "numbers": numbers} for n in (4, 5)]
    pairs = pd.DataFrame(rows if numbers is None else rows[:1])
    assert judge_pairs(pairs)["evidence"].str.endswith(JOINT).all()


@pytest.mark.parametrize("numbers", ["4", 4, None])
def test_one_number_makes_no_joint_answer(numbers: object) -> None:
    pairs = pd.DataFrame([{"id": 4, "question": KNOWN, "answer": LONG, "numbers": numbers}])
    assert not judge_pairs(pairs)["evidence"].str.endswith(JOINT).any()


@pytest.mark.parametrize(
    ("pairs", "message"),
    [
        ({"id": ["a"], "question": ["b"]}, "'answer' is missing"),
        ({"id": ["a", ""], "question": ["b", "b"], "answer": ["c", "c"]}, "a row has no id"),
        ({"id": ["a", "a"], "question": ["b", "b"], "answer": ["c", "c"]}, "more than one row"),
    ],
)
def test_a_table_that_is_no_table_of_pairs_is_refused(
    pairs: dict[str, list[str]], message: str
) -> None:
    with pytest.raises(AnalysisError, match=message):
        judge_pairs(pd.DataFrame(pairs))
