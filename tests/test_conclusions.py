"""The generated sentences, word for word."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis import conclusions
from analysis.summaries import answers, coverage, device_rates, devices, quality, topics
from analysis.wording import Wording
from tests.builders import tables_of

Tables = dict[str, pd.DataFrame]


@pytest.fixture
def nl() -> Wording:
    return Wording("nl")


def devices_of(tables: Tables, wording: Wording) -> conclusions.Conclusion:
    overview = answers.answer_overview(tables)
    hits = devices.device_hits(tables, overview)
    rates = device_rates.device_rates(hits, overview, "demissionair")
    name = "een beroep op de demissionaire status"
    return conclusions.devices(hits, rates, "demissionair", name, tables["documents"], wording)


def test_devices_are_quoted_with_their_interval_and_caveat(seed: Tables, nl: Wording) -> None:
    conclusion = devices_of(seed, nl)
    assert conclusion.sentence == (
        "In 3 van de 37 antwoorden (8%; 95%-interval 3% tot 21%) is een beroep op de demissionaire"
        " status gevonden: bij vraag 16 (‘En is het gezien de demissionaire status van het kabinet"
        " aan het volgende kabinet om hierop te reflecteren.’), bij vraag 19 (‘Gelet op de"
        " demissionaire status van het kabinet wordt vastgehouden aan de huidige financiële"
        " kaders.’) en bij vraag 20 (‘Gelet op de demissionaire status van het kabinet, is het niet"
        " aan dit kabinet om hierover toezeggingen te doen.’). Dat het kabinet toen demissionair"
        " was, kan daar een goede reden voor zijn."
    )
    assert [name.rsplit("/", 1)[1] for name in conclusion.evidence] == ["a16", "a19", "a20"]


def test_no_devices(nl: Wording) -> None:
    tables = tables_of([{"number": 1}], [{"to": [1], "text": "Ja."}])
    assert devices_of(tables, nl).sentence == (
        "In geen van de 1 antwoorden is een beroep op de demissionaire status gevonden"
        " (95%-interval 0% tot 79%)."
    )


def test_no_excuse_where_the_cabinet_was_not_demissionary(nl: Wording) -> None:
    text = "Het is aan een volgend kabinet om te kiezen."
    tables = tables_of([{"number": 1}], [{"to": [1], "text": text}])
    assert devices_of(tables, nl).sentence.endswith(
        "bij vraag 1 (‘Het is aan een volgend kabinet om te kiezen.’)."
    )


def test_a_long_sentence_is_quoted_word_for_word_with_its_cuts_marked(nl: Wording) -> None:
    long = "Omdat dit alles (zie „boven”) nog niet vaststaat, " * 3
    deferral = "is het niet aan dit kabinet om (hoe „graag” ook) toezeggingen te doen"
    text = f"{long}{deferral}, {long.lower()}"
    tables = tables_of([{"number": 1}], [{"to": [1], "text": text}])
    sentence = devices_of(tables, nl).sentence
    quote = sentence.partition("‘")[2].rpartition("’")[0]
    assert quote.startswith("… ")
    assert quote.endswith(" …")
    assert quote.removeprefix("… ").removesuffix(" …") in text


def test_several_documents_are_counted_and_not_quoted(nl: Wording) -> None:
    text = "Het is aan een volgend kabinet om te kiezen."
    tables = tables_of(
        [{"number": 1, "document": "a"}, {"number": 1, "document": "b"}],
        [{"to": [1], "text": text, "document": "a"}, {"to": [1], "text": "Ja.", "document": "b"}],
        [{"document_id": "a"}, {"document_id": "b"}],
    )
    sentence = devices_of(tables, nl).sentence
    assert sentence.startswith("In 1 van de 2 antwoorden (50%; 95%-interval 9% tot 91%)")
    assert "‘" not in sentence


def test_length(seed: Tables, nl: Wording) -> None:
    conclusion = conclusions.length(answers.answer_overview(seed), nl)
    assert conclusion.sentence == (
        "De antwoorden tellen samen 4.616 woorden. De helft telt hooguit 79 woorden (95%-interval"
        " 57 tot 174); het kortste 17 (vraag 3), het langste 418 (vraag 16)."
    )


def test_length_without_an_interval(nl: Wording) -> None:
    tables = tables_of([{"number": 1}], [{"to": [1], "text": "Ja, dat klopt."}])
    sentence = conclusions.length(answers.answer_overview(tables), nl).sentence
    assert "(te weinig antwoorden of documenten voor een interval)" in sentence


def test_coverage_and_comparison(seed: Tables, nl: Wording) -> None:
    overview = coverage.question_overview(seed)
    said = conclusions.coverage(overview, nl)
    assert said.sentence == (
        "Op alle 45 vragen staat een antwoord: op 31 een eigen antwoord, op 13 een antwoord samen"
        " met andere vragen en op 1 alleen een verwijzing."
    )
    assert [name.rsplit("#", 1)[1] for name in said.evidence] == ["3"]
    sentence = compared(seed, 10, nl)
    assert sentence == (
        "De fracties zijn hier niet te vergelijken: alleen GroenLinks-PvdA stelde minstens 10"
        " vragen (GroenLinks-PvdA 42 en PVV 3)."
    )
    assert compared(seed, 2, nl).startswith("Dat de een vaker antwoord krijgt dan de ander")
    assert "geen stelde minstens 50" in compared(seed, 50, nl)


def compared(tables: Tables, minimum: int, wording: Wording) -> str:
    """Return what is said of differences between fracties."""
    routes = coverage.routes_by_fractie(tables, minimum)
    overview = coverage.question_overview(tables)
    table = coverage.compare_fracties(overview, tables["askers"], "full", minimum, "text", 99)
    found = conclusions.comparison(routes, table, minimum, wording)
    assert isinstance(found, conclusions.Conclusion)
    return found.sentence


def test_an_unanswered_question_is_said(nl: Wording) -> None:
    tables = tables_of([{"number": 1}, {"number": 2}], [{"to": [1], "text": "Ja."}])
    said = conclusions.coverage(coverage.question_overview(tables), nl)
    expected = (
        "Op 1 van de 2 vragen staat een antwoord: op 1 een eigen antwoord. Op 1 staat er geen."
    )
    assert said.sentence == expected
    nothing = conclusions.coverage(coverage.question_overview(tables_of([{"number": 1}], [])), nl)
    assert nothing.sentence == "Op de vraag staat geen antwoord."
    assert said.evidence == ("d#2",)


@pytest.mark.parametrize(
    ("due", "sentence"),
    [
        (
            "2024-01-22",
            "Het antwoord kwam na 31 dagen; gevraagd was het binnen 21 dagen.",
        ),
        ("2024-02-01", "Het antwoord kwam na 31 dagen, binnen de gevraagde 31 dagen."),
        (
            None,
            "Het antwoord kwam na 31 dagen; een gevraagde termijn is niet in de tekst gevonden.",
        ),
    ],
)
def test_response(due: str | None, sentence: str, nl: Wording) -> None:
    document = {
        "document_id": "d",
        "asked_on": pd.Timestamp("2024-01-01"),
        "answered_on": pd.Timestamp("2024-02-01"),
        "due_on": pd.Timestamp(due) if due else None,
    }
    cases = coverage.cases(tables_of([], [], [document]))
    assert conclusions.response(cases, nl).sentence.startswith(sentence)


def test_the_state_of_the_data(seed: Tables, nl: Wording) -> None:
    said = conclusions.state_of_data(quality.document_counts(seed), nl)
    assert said.sentence == (
        "45 vragen en 37 antwoorden zijn uit de tekst gehaald; de controle vond geen fouten en"
        " geen waarschuwingen."
    )
    counts = quality.document_counts(seed).assign(errors=1, warnings=2)
    assert conclusions.state_of_data(counts, nl).sentence.endswith(
        "de controle vond 1 fout en 2 waarschuwingen: lees die eerst."
    )


def test_topics(seed: Tables) -> None:
    units = topics.topic_units(seed)
    assert conclusions.topics(units, "Titel", Wording("en")).sentence == (
        "‘Titel’ has 10 headings; most questions, 16 of the 45, are under"
        " ‘Kerncompetenties overheidsmedewerkers’."
    )
    one = units.assign(heading="–", section=None)
    assert conclusions.topics(one, "Titel", Wording("en")).sentence == (
        "‘Titel’ has no headings that divide the questions."
    )


def test_topics_of_all_documents() -> None:
    table = pd.DataFrame(
        {
            "topic_name": ["spoor", "zee"],
            "n_texts": [6, 1],
            "n_documents": [2, 1],
            "stability": [0.8, float("nan")],
        }
    )
    assert conclusions.corpus_topics(table, 3, Wording("en")).sentence == (
        "In 7 answers of 3 documents, 2 topics were found; the largest is ‘spoor’, with 6 answers"
        " of 2 documents. Of the pairs of answers in it, 80% stay together when part of the texts"
        " is left out."
    )
    alone = conclusions.corpus_topics(table.tail(1), 1, Wording("en")).sentence
    assert alone.endswith("with 1 answer of 1 document.")


def test_reliability(nl: Wording) -> None:
    agreement = pd.Series(
        {"n": 45, "both": 3, "only_instrument": 0, "only_reader": 0, "neither": 42}
    )
    said = conclusions.reliability(agreement, nl)
    assert "van de 3 vragen waar de rekenwijze het kenmerk vindt" in said
    assert "(95%-interval van de precisie 44% tot 100%)" in said
    nothing = conclusions.reliability(agreement * 0, nl)
    assert nothing.startswith("Bij deze documenten zijn geen oordelen")


def test_which_fracties_asked_nothing(seed: Tables, nl: Wording) -> None:
    members = coverage.committee_fracties(seed)
    assert "SGP" in conclusions.silence(members, nl).sentence
    none = conclusions.silence(members[members["asked"] > 0], nl).sentence
    assert none.startswith("Elke fractie in de vragende commissies")
    assert "geen samenstelling" in conclusions.silence(members.head(0), nl).sentence


def test_what_counts_as_answered_is_said_with_its_interval(seed: Tables, nl: Wording) -> None:
    overview = coverage.question_overview(seed)
    said = conclusions.outcomes(overview, "text", nl)
    assert said.sentence.startswith(
        "Als beantwoord tellen 45 van de 45 vragen (100%; 95%-interval 92% tot 100%, naar Wilson"
    )
    assert said.evidence == ()
    overview["status"] = ["answered"] * 44 + [None]
    overview["coverage"] = ["full"] * 40 + [None] * 5
    overview["asks_due"], overview["asks_full"] = 2, 1
    said = conclusions.outcomes(overview, "full", nl)
    assert "40 van de 44 vragen" in said.sentence
    assert "Van de 90 deelvragen" in said.sentence
    assert len(said.evidence) == 4
    nothing = conclusions.outcomes(overview.head(0), "full", nl)
    assert nothing.sentence == "Er zijn geen vragen om te tellen."


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        ("lower", "vragen van SP zijn 12 procentpunt minder vaak beantwoord dan andere"),
        ("higher", "vragen van SP zijn 12 procentpunt vaker beantwoord dan andere"),
    ],
)
def test_a_difference_that_was_shown(verdict: str, expected: str, seed: Tables) -> None:
    sign = -1 if verdict == "lower" else 1
    ends = sorted((sign * 2.0, sign * 20.0))
    columns = ["fractie", "n_questions", "n_others", "difference", "low", "high", "verdict"]
    table = pd.DataFrame([["SP", 30, 90, sign * 12.0, *ends, verdict]], columns=columns)
    routes = coverage.routes_by_fractie(seed, 10)
    said = conclusions.comparison(routes, table, 10, Wording("nl"))
    assert expected in said.sentence
    assert "95%-interval 2 tot 20; 30 tegen 90 vragen" in said.sentence


def test_many_answers_and_some_that_wait(nl: Wording) -> None:
    days = [pd.Timestamp("2024-01-01") + pd.Timedelta(days=n) for n in (10, 20, 30)]
    documents = [
        {"document_id": f"d{i}", "kind": "brief", "asked_on": days[0] - pd.Timedelta(days=10)}
        | ({"answered_on": day} if i < 2 else {})
        for i, day in enumerate(days)
    ]
    said = conclusions.response(coverage.cases(tables_of([], [], documents)), nl).sentence
    assert said.startswith("Van 3 stellen vragen is de dag bekend: 2 zijn beantwoord en 1 nog niet")
    assert "was de helft na 20 dagen beantwoord" in said
    waiting = [{**document, "answered_on": None} for document in documents]
    said = conclusions.response(coverage.cases(tables_of([], [], waiting)), nl).sentence
    assert "nog niet te zeggen" in said
    undated = conclusions.response(coverage.cases(tables_of([], [], [{"document_id": "d"}])), nl)
    assert undated.sentence.startswith("Er is geen document waarvan zowel")


def test_what_cannot_be_concluded(seed: Tables, nl: Wording) -> None:
    overview = coverage.question_overview(seed)
    table = coverage.compare_fracties(overview, seed["askers"], "full", 10, "text", 9)
    said = conclusions.limits(overview, table, coverage.cases(seed), nl).sentence
    assert said.startswith("Dit is één document")
    assert "Te weinig vragen om te vergelijken: GroenLinks-PvdA en PVV." in said
    assert "zegt daarom niet dat een bewindspersoon een fractie anders behandelt" in said


def test_the_choices_are_printed(nl: Wording) -> None:
    said = conclusions.chosen("fractional", "full", 10, 21, (3, 4, 2), nl).sentence
    assert "is gelijk over de fracties verdeeld" in said
    assert "Documenten in de gekozen periode: 3 van 4." in said
    assert "waarvan ook het antwoord is ingelezen: 2;" in said


def test_the_errors_of_a_device_in_words(nl: Wording) -> None:
    errors = pd.DataFrame(
        {
            "tier": ["strong", "strong", "structure"],
            "category": [None, "onbekend", "gebundeld"],
            "share": [0.25, 0.125, 0.0],
            "share_low": [0.1, 0.05, 0.0],
            "share_high": [0.5, 0.3, 0.1],
            "precision": [0.86, 0.5, float("nan")],
            "precision_low": [0.71, 0.1, float("nan")],
            "precision_high": [0.94, 0.9, float("nan")],
            "precision_n": [36, 4, 0],
            "recall": [0.9, 0.8, float("nan")],
            "recall_low": [0.77, 0.4, float("nan")],
            "recall_high": [0.97, 0.9, float("nan")],
            "recall_n": [34, 10, 0],
        }
    )
    table = conclusions.device_errors(errors, 10, nl)
    assert table.iloc[0].tolist() == [
        "strong",
        "any",
        "25% (10% tot 50%)",
        "86% (71% tot 94%), n = 36",
        "90% (77% tot 97%), n = 34",
    ]
    assert table["precision"].tolist()[1:] == ["n te klein (4)", "niet beoordeeld"]
    assert table["recall"].tolist()[1:] == ["80% (40% tot 90%), n = 10", "niet beoordeeld"]


def test_the_caretaker_cabinet_excuses_no_other_device(seed: Tables, nl: Wording) -> None:
    overview = answers.answer_overview(seed)
    hits = devices.device_hits(seed, overview)
    rates = device_rates.device_rates(hits, overview, "herkadering")
    said = conclusions.devices(
        hits, rates, "herkadering", "een betwisting van de vraag", seed["documents"], nl
    ).sentence
    assert "is een betwisting van de vraag gevonden" in said
    assert "demissionair" not in said


def test_a_device_without_words_is_not_quoted(seed: Tables, nl: Wording) -> None:
    overview = answers.answer_overview(seed)
    hits = devices.all_hits(seed, overview, [])
    rates = device_rates.device_rates(hits, overview, "gebundeld")
    found = conclusions.devices(
        hits, rates, "gebundeld", "een bundeling van vragen", seed["documents"], nl
    )
    assert "In 5 van de 37 antwoorden" in found.sentence
    assert "‘" not in found.sentence
