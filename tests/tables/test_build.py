"""Documents turned into tables: every file is read or accounted for."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest

from analysis import codebook
from analysis.errors import AnalysisError, UnreadableDocument
from analysis.tables import build_tables, read_table, read_tables, read_texts
from analysis.tables.rows import document_id_of

TEXT = "Vraag 1\nIs dat zo?\n\nAntwoord\nJa, dat is zo.\n"
MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()


def write(path: Path, text: str | bytes = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def ids(folder: Path, table: str, column: str) -> list[str]:
    return list(read_table(folder, table)[column])


@pytest.mark.parametrize(
    ("name", "document_id"),
    [
        ("Vragen over bruggen (definitief).txt", "vragen-over-bruggen-definitief"),
        ("Coördinatie_&_één.v2.TXT", "coordinatie-een-v2"),
        ("--.txt", "document"),
        ("文書.txt", "document"),
        ("ah-tk-20232024-9001.txt", "ah-tk-20232024-9001"),
        ("../weg.txt", "weg"),
    ],
)
def test_an_id_is_the_name_in_plain_letters(name: str, document_id: str) -> None:
    assert document_id_of(name) == document_id


def test_files_of_one_name_get_ids_of_their_own(tmp_path: Path) -> None:
    for folder, text in (("a", TEXT), ("b", TEXT + "Echt."), ("c", TEXT), ("d", TEXT)):
        write(tmp_path / "in" / folder / "vragen.txt", text)
    build_tables([tmp_path / "in"], tmp_path / "out")
    documents = read_table(tmp_path / "out", "documents")
    first, other, copy, second_copy = documents["document_id"]
    assert first == "vragen"
    assert other == f"vragen-{documents['sha256'][1][:8]}"
    assert copy == f"vragen-{documents['sha256'][0][:8]}"
    assert second_copy == f"{copy}-2"
    assert set(read_texts(tmp_path / "out")) == set(documents["document_id"])
    assert ids(tmp_path / "out", "questions", "question_id") == [
        f"{name}#1" for name in documents["document_id"]
    ]


def test_a_file_that_is_given_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "in" / "vragen.txt")
    summary = build_tables([path, tmp_path / "in", path], tmp_path / "out")
    assert summary.documents == 1


def test_ids_stay_unique_where_numbers_are_not(tmp_path: Path) -> None:
    text = (
        "Vraag 1\nEen?\n\nAntwoord\nJa.\n\nVraag 1\nTwee?\n\nAntwoord\nNee.\n\n"
        "Vraag 2\nDrie?\n\nAntwoord 2\nJa.\n\nAntwoord 2\nNog eens ja.\n"
    )
    write(tmp_path / "d.txt", text)
    out = tmp_path / "out"
    build_tables([tmp_path / "d.txt"], out)
    assert ids(out, "questions", "question_id") == ["d#1", "d#1.2", "d#2"]
    assert ids(out, "answers", "answer_id") == ["d/a1", "d/a1.2", "d/a2", "d/a2.2"]
    links = read_table(out, "question_answers")
    assert list(zip(links["question_id"], links["answer_id"], strict=True)) == [
        ("d#1", "d/a1"),
        ("d#1.2", "d/a1.2"),
        ("d#2", "d/a2"),
        ("d#2", "d/a2.2"),
    ]


def test_how_a_question_came_by_its_answer(tmp_path: Path) -> None:
    text = (
        "Vraag 1\nEen?\n\nAntwoord\nJa, dat is zo.\n\nVraag 2\nTwee?\n\nVraag 3\nDrie?\n\n"
        "Antwoord\nZie het antwoord op vraag 1.\n\nVraag 4\nVier?\n"
    )
    write(tmp_path / "d.txt", text)
    build_tables([tmp_path / "d.txt"], tmp_path / "out")
    links = read_table(tmp_path / "out", "question_answers")
    assert sorted(
        zip(links["question_id"], links["answer_id"], links["relation"], strict=True)
    ) == [
        ("d#1", "d/a1", "own"),
        ("d#2", "d/a1", "referred"),
        ("d#2", "d/a2", "joint"),
        ("d#3", "d/a1", "referred"),
        ("d#3", "d/a2", "joint"),
    ]


def test_an_answer_does_not_refer_to_itself(tmp_path: Path) -> None:
    write(tmp_path / "d.txt", "Vraag 1\nEen?\n\nAntwoord\nZie het antwoord op vraag 1.\n")
    build_tables([tmp_path / "d.txt"], tmp_path / "out")
    assert list(read_table(tmp_path / "out", "question_answers")["relation"]) == ["own"]


def test_of_a_folder_the_unreadable_is_a_finding_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write(folder / "a.txt")
    write(folder / "leeg.txt", b"")
    write(folder / "scan.pdf", b"%PDF-1.7\0")
    write(folder / "diep" / "b.txt")
    write(folder / ".verborgen.txt")
    write(folder / ".map" / "c.txt")
    write(folder / "MANIFEST.csv", "file\n")
    summary = build_tables([folder], tmp_path / "out")
    assert ids(tmp_path / "out", "documents", "document_id") == ["a", "b"]
    findings = read_table(tmp_path / "out", "findings").query("code == 'unreadable'")
    assert list(findings["document_id"]) == ["leeg", "scan"]
    assert set(findings["severity"]) == {"error"}
    assert [reason.split(":")[0] for reason in summary.unread] == ["leeg.txt", "scan.pdf"]
    assert [line.startswith("Not read: ") for line in summary.lines()] == [True, True, False]


@pytest.mark.parametrize("name", ["leeg.txt", "scan.pdf"])
def test_a_file_that_was_named_must_be_readable(tmp_path: Path, name: str) -> None:
    write(tmp_path / "in" / "a.txt")
    path = write(tmp_path / "in" / name, b"")
    for paths in ([path], [tmp_path / "in", path]):
        with pytest.raises(UnreadableDocument, match=rf"^{name}: "):
            build_tables(paths, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_paths_without_documents_are_errors(tmp_path: Path) -> None:
    write(tmp_path / "leeg" / "README.md")
    write(tmp_path / "onleesbaar" / "a.txt", b"")
    for path, reason in (
        (tmp_path / "weg.txt", "there is no such file"),
        (tmp_path / "leeg", "no documents found in .*leeg"),
        (tmp_path / "onleesbaar", "no document could be read: a.txt: the file holds no text"),
    ):
        with pytest.raises(AnalysisError, match=reason):
            build_tables([path], tmp_path / "out")


def test_a_document_without_questions_gives_empty_tables(tmp_path: Path) -> None:
    write(tmp_path / "d.txt", "Een brief zonder vragen.\n")
    summary = build_tables([tmp_path / "d.txt"], tmp_path / "out")
    tables = read_tables(tmp_path / "out")
    assert (summary.documents, summary.questions, summary.answers) == (1, 0, 0)
    assert "no_questions" in set(tables["findings"]["code"])
    assert str(tables["questions"]["n_words"].dtype) == "int64"


@pytest.mark.parametrize("edge", ["from", "until"])
@pytest.mark.parametrize(
    "period", codebook.load("cabinets")["demissionary"], ids=lambda p: p["cabinet"]
)
def test_the_status_of_the_cabinet_changes_on_the_day(
    tmp_path: Path, period: dict[str, date], edge: str
) -> None:
    status = []
    for shift in (-1, 0):
        day = period[edge] + timedelta(days=shift)
        written = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
        path = write(
            tmp_path / f"{shift}.txt",
            f"Antwoord van minister X (Y) (ontvangen {written})\n\n{TEXT}",
        )
        build_tables([path], tmp_path / "out")
        document = read_table(tmp_path / "out", "documents").iloc[0]
        assert document["answered_on"] == pd.Timestamp(day)
        status.append(bool(document["cabinet_demissionary"]))
    assert status == ([False, True] if edge == "from" else [True, False])


def test_a_day_that_cannot_be_is_null_and_stops_nothing(tmp_path: Path) -> None:
    write(
        tmp_path / "d.txt", f"Vragen (ingezonden 3 mei 0203). (ontvangen 31 april 2024)\n\n{TEXT}"
    )
    build_tables([tmp_path / "d.txt"], tmp_path / "out")
    document = read_table(tmp_path / "out", "documents").iloc[0]
    for column in ("asked_on", "answered_on", "response_days", "cabinet_demissionary"):
        assert pd.isna(document[column]), column


def test_an_answer_before_its_question_has_no_term(tmp_path: Path) -> None:
    write(tmp_path / "d.txt", f"Vragen (ingezonden 3 mei 2024). (ontvangen 2 mei 2024)\n\n{TEXT}")
    build_tables([tmp_path / "d.txt"], tmp_path / "out")
    assert pd.isna(read_table(tmp_path / "out", "documents")["response_days"].iloc[0])
