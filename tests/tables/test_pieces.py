"""From every word of a question or answer back to the document, for all documents there are."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis.tables import build_tables, read_tables, read_texts
from analysis.tables.places import source_place

Tables = dict[str, pd.DataFrame]


@pytest.fixture(scope="module")
def texts_of(corpus: Tables) -> dict[tuple[str, str], str]:
    """Return each text of the tables by its owner and part."""
    questions, answers = corpus["questions"], corpus["answers"]
    texts = {
        **{(row.question_id, "text"): row.text for row in questions.itertuples()},
        **{(row.question_id, "context"): row.context for row in questions.itertuples()},
        **{(row.question_id, "restated"): row.restated for row in questions.itertuples()},
        **{(row.answer_id, "text"): row.text for row in answers.itertuples()},
    }
    return {key: text for key, text in texts.items() if isinstance(text, str)}


def test_every_piece_is_the_same_in_the_document(
    corpus: Tables, corpus_folder: Path, texts_of: dict[tuple[str, str], str]
) -> None:
    sources = read_texts(corpus_folder)
    assert len(sources) >= 3
    for piece in corpus["pieces"].itertuples():
        text = texts_of[piece.owner_id, piece.part][piece.at : piece.at + piece.length]
        assert text == sources[piece.document_id][piece.start : piece.start + piece.length]


def test_what_is_in_no_piece_is_mended(
    corpus: Tables, texts_of: dict[tuple[str, str], str]
) -> None:
    """Only spaces, line ends, spelled-out ligatures and hyphens are not as they were printed."""
    pieces = corpus["pieces"].groupby(["owner_id", "part"])
    for key, text in texts_of.items():
        rest = list(text)
        for piece in pieces.get_group(key).itertuples():
            rest[piece.at : piece.at + piece.length] = [""] * piece.length
        assert set("".join(rest)) <= set(" \n-ij"), key


def test_pieces_come_in_the_order_of_the_text(corpus: Tables) -> None:
    for _, pieces in corpus["pieces"].groupby(["owner_id", "part"]):
        ends = pieces["at"] + pieces["length"]
        assert (pieces["at"].iloc[1:].to_numpy() >= ends.iloc[:-1].to_numpy()).all()
        assert pieces["start"].is_monotonic_increasing


def test_a_text_begins_and_ends_where_its_row_says(corpus: Tables, corpus_folder: Path) -> None:
    sources = read_texts(corpus_folder)
    for row in corpus["answers"].itertuples():
        printed = sources[row.document_id][row.start : row.end]
        assert row.text[:3] == printed[:3]
        assert row.text[-3:] == printed[-3:]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Tables]:
    text = (
        "Inleiding tot dit stuk.\n\nVraag 1\nKlopt het dat de gemeenten hieraan\nmeedoen, waarbĳ"
        " zij niet-\ndigitaal werken?\n\nAntwoord\nJa1, zo is het nu eenmaal geregeld.\n\n1 Zie de"
        " wet.\n"
    )
    folder = tmp_path_factory.mktemp("small")
    (folder / "d.txt").write_text(text, encoding="utf-8")
    build_tables([folder / "d.txt"], folder / "out")
    return text, read_tables(folder / "out")


@pytest.mark.parametrize(
    "word", ["Klopt", "gemeenten", "meedoen", "waarb", "zij", "niet-", "digitaal", "werken?"]
)
def test_the_place_of_a_word(small: tuple[str, Tables], word: str) -> None:
    text, tables = small
    question = tables["questions"]["text"][0]
    assert "waarbij" in question
    place = source_place(tables["pieces"], "d#1", question.index(word))
    assert place == text.index(word)


def test_the_place_of_a_word_behind_a_marker(small: tuple[str, Tables]) -> None:
    text, tables = small
    answer = tables["answers"]["text"][0]
    assert answer == "Ja, zo is het nu eenmaal geregeld."
    assert source_place(tables["pieces"], "d/a1", answer.index("geregeld")) == text.index(
        "geregeld"
    )


def test_what_the_table_does_not_know_has_no_place(small: tuple[str, Tables]) -> None:
    _, tables = small
    assert source_place(tables["pieces"], "d#2", 0) is None
    assert source_place(tables["pieces"], "d#1", 0, part="context") is None


def test_a_note_knows_its_answer(small: tuple[str, Tables]) -> None:
    text, tables = small
    note = tables["notes"].iloc[0]
    assert (note["note_id"], note["marker"], note["text"]) == ("d/n1", "1", "Zie de wet.")
    assert note["anchor_id"] == "d/a1"
    assert note["anchor_at"] == text.index("1, zo")
