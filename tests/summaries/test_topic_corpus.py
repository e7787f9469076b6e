"""The topics of all documents together, on two documents of which the subjects are plain."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.errors import AnalysisError
from analysis.summaries import topic_corpus
from analysis.wording import Wording
from tests.builders import Tables, tables_of

SUBJECTS = {
    "zee": "haring vissers netten trawlers",
    "rail": "treinen spoor perrons rails",
}
DAYS = {"zee": "2019-03-01", "rail": "2021-06-01"}
NL = Wording("nl")


def two_documents(per_document: int = 6, days: dict[str, str] | None = None) -> Tables:
    questions, answers = [], []
    for document, said in SUBJECTS.items():
        for number in range(1, per_document + 1):
            text = f"{said} {said.split()[number % 4]}"
            questions.append({"document": document, "number": number, "text": text})
            answers.append({"document": document, "to": [number], "text": f"{said} {number}"})
    documents = [
        {"document_id": name, "answered_on": pd.Timestamp(day)}
        for name, day in (days or DAYS).items()
    ]
    return tables_of(questions, answers, documents)


def test_a_page_is_about_all_documents_unless_one_is_named() -> None:
    tables = two_documents()
    every = topic_corpus.scope(tables, None, NL)
    assert (every.one, every.several) == (False, True)
    assert "alle 2 documenten" in every.sentence
    assert "zoals zee" in every.sentence
    named = topic_corpus.scope(tables, "rail", NL)
    assert (named.one, named.several) == (True, False)
    assert "‘rail’" in named.sentence
    with pytest.raises(AnalysisError, match="no document 'x'"):
        topic_corpus.scope(tables, "x", NL)


def test_a_page_is_about_the_only_document() -> None:
    alone = topic_corpus.scope(tables_of([{"number": 1}], []), None, NL)
    assert (alone.one, alone.several) == (True, False)


@pytest.mark.parametrize(("per_document", "enough"), [(3, False), (4, True)])
def test_too_few_answers_are_said_to_be_too_few(per_document: int, enough: bool) -> None:
    found = topic_corpus.scope(two_documents(per_document), None, NL)
    assert (found.one, found.several) == (False, enough)
    assert found.sentence.startswith("Te weinig teksten: 6 antwoorden") != enough


@pytest.mark.parametrize(
    ("answer", "several"),
    [
        ("De brug blijft dicht tot de pijlers van beton zijn hersteld en gekeurd.", False),
        ("Ja.", True),
    ],
)
def test_questions_that_share_an_answer_of_some_length_are_one_text(
    answer: str, several: bool
) -> None:
    names = ("zee", "rail")
    questions = [{"document": d, "number": n} for d in names for n in range(1, 7)]
    replies = [{"document": d, "to": [n], "text": answer} for d in names for n in range(1, 7)]
    tables = tables_of(questions, replies, [{"document_id": name} for name in names])
    assert topic_corpus.scope(tables, None, NL).several == several


def test_topics_across_documents() -> None:
    found = topic_corpus.corpus_topics(topic_corpus.corpus_texts(two_documents(), 2), NL)
    assert found["n_texts"].tolist() == [6, 6]
    assert found["n_documents"].tolist() == [1, 1]
    subjects = set(" ".join(SUBJECTS.values()).split())
    assert {name.split(", ")[0] for name in found["topic_name"]} <= subjects
    words = {term.split(" (")[0] for term in found["terms"].iloc[0].split("; ")}
    assert words in [set(said.split()) for said in SUBJECTS.values()]
    assert found["terms"].str.fullmatch(r"(\w+ \(\d+,\d\)(; )?){4}").all()


def test_topics_by_year_have_a_column_for_each_year_between() -> None:
    tables = two_documents()
    table = topic_corpus.topics_by_year(topic_corpus.corpus_texts(tables, 2), tables)
    assert table.columns.tolist() == ["topic", "topic_name", "2019", "2020", "2021"]
    counts = table[["2019", "2020", "2021"]].to_numpy().tolist()
    assert sorted(counts) == [[0, 0, 6], [6, 0, 0]]


@pytest.mark.parametrize("day", ["2021-06-01", None])
def test_of_one_year_there_is_nothing_by_year(day: str | None) -> None:
    tables = two_documents(days=dict.fromkeys(SUBJECTS, day))
    assert topic_corpus.topics_by_year(topic_corpus.corpus_texts(tables, 2), tables).empty


def test_broad_topics_by_document_and_counted() -> None:
    tables = two_documents()
    broad = topic_corpus.broad_topics(tables, "nl")
    of = broad.set_index("document_id")["broad_topic"]
    assert of["rail"] == "Vervoer"
    assert topic_corpus.broad_topics(tables, "nl", "rail")["document_id"].tolist() == ["rail"]
    unsure = broad.assign(broad_topic=["onzeker", "Vervoer"])
    counts = topic_corpus.broad_counts(pd.concat([unsure, unsure.tail(1)]))
    assert counts.to_numpy().tolist() == [["Vervoer", 2, 2 / 3, 12], ["onzeker", 1, 1 / 3, 6]]


def test_a_document_without_words_of_the_list_is_unsure() -> None:
    broad = topic_corpus.broad_topics(tables_of([{"number": 1, "text": "Is dat zo?"}], []), "nl")
    assert broad["broad_topic"].tolist() == ["onzeker"]
