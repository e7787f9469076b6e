"""Documents turned into tables: every file is read or accounted for."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from analysis import codebook
from analysis.errors import AnalysisError, UnreadableDocument
from analysis.parsing import Record
from analysis.reading import Source
from analysis.tables import build_tables, read_table, read_tables, read_texts
from analysis.tables.files import document_id_of

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
    for folder, text in (("a", TEXT), ("b", TEXT + "Echt.")):
        write(tmp_path / "in" / folder / "vragen.txt", text)
    build_tables([tmp_path / "in"], tmp_path / "out")
    documents = read_table(tmp_path / "out", "documents")
    first, other = documents["document_id"]
    assert (first, other) == ("vragen", f"vragen-{documents['sha256'][1][:8]}")
    assert set(read_texts(tmp_path / "out")) == set(documents["document_id"])
    assert ids(tmp_path / "out", "questions", "question_id") == [
        f"{name}#1" for name in documents["document_id"]
    ]


def test_copies_of_a_file_are_taken_once_and_named(tmp_path: Path) -> None:
    for folder in ("a", "b", "c"):
        write(tmp_path / "in" / folder / "vragen.txt")
    summary = build_tables([tmp_path / "in"], tmp_path / "out")
    assert ids(tmp_path / "out", "documents", "document_id") == ["vragen"]
    findings = read_table(tmp_path / "out", "findings").query("code == 'duplicate_document'")
    assert len(findings) == len(set(findings["document_id"])) == 2
    assert summary.duplicates == ("vragen.txt holds the same document as 'vragen'",) * 2


def html_of(text: str) -> str:
    return "".join(f"<p>{line}</p>" for line in text.splitlines() if line)


def test_a_document_in_two_formats_is_taken_once_from_the_better_one(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write(folder / "vragen.txt", TEXT.replace("dat zo?", "dat\nzo?"))
    write(folder / "als pagina.html", html_of(TEXT))
    write(folder / "anders.html", html_of(TEXT.replace("Is dat zo?", "Waarom is dat zo?")))
    build_tables([folder], tmp_path / "out")
    documents = read_table(tmp_path / "out", "documents")
    assert list(documents["source"]) == ["als pagina.html", "anders.html"]
    double = read_table(tmp_path / "out", "findings").query("code == 'duplicate_document'")
    assert list(double["document_id"]) == ["vragen"]
    assert "als-pagina" in double["message"].iloc[0]


def test_questions_that_were_put_off_and_their_answer_are_two_documents(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt")
    write(tmp_path / "in" / "b.txt", "Vraag 1\nIs dat zo?\n")
    build_tables([tmp_path / "in"], tmp_path / "out")
    assert ids(tmp_path / "out", "documents", "document_id") == ["a", "b"]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path / "geheim.txt", TEXT.replace("zo?", "geheim?"))
    inside = write(tmp_path / "in" / "a.txt")
    (tmp_path / "in" / "uit.txt").symlink_to(tmp_path / "geheim.txt")
    (tmp_path / "in" / "zelf.txt").symlink_to(inside)
    (tmp_path / "in" / "kring").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "dood.txt").symlink_to(tmp_path / "nergens.txt")
    summary = build_tables([tmp_path / "in"], tmp_path / "out")
    assert summary.documents == 1
    assert summary.unread == (
        "dood.txt: this link leads nowhere",
        "uit.txt: this link leads out of the folder",
    )


def test_names_with_spaces_and_quotes_are_read(tmp_path: Path) -> None:
    for name in ("het 'oude' plan.txt", 'het "nieuwe" plan; rm -rf.txt', "plan\n2.txt"):
        write(tmp_path / "in" / name, TEXT.replace("zo?", f"{name}?"))
    build_tables([tmp_path / "in"], tmp_path / "out")
    assert sorted(ids(tmp_path / "out", "documents", "document_id")) == [
        "het-nieuwe-plan-rm-rf",
        "het-oude-plan",
        "plan-2",
    ]


def test_a_fault_in_one_document_does_not_cost_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from analysis.tables import readings

    def parse(source: Source) -> Record:
        if source.name == "b.txt":
            raise IndexError("list index out of range")
        return right(source)

    right = readings.parse
    monkeypatch.setattr(readings, "parse", parse)
    for name in ("a", "b", "c"):
        write(tmp_path / "in" / f"{name}.txt", TEXT.replace("zo?", f"zo {name}?"))
    summary = build_tables([tmp_path / "in"], tmp_path / "out")
    assert ids(tmp_path / "out", "documents", "document_id") == ["a", "c"]
    assert "b.txt: the program failed on this document (IndexError" in summary.unread[0]


@pytest.mark.slow
def test_several_processes_and_batches_make_the_same_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from analysis.tables import build

    for n in range(30):
        text = TEXT.replace("zo?", f"zo in {chr(97 + n // 2) * (5 + n % 2 * 5)}?")
        write(tmp_path / "in" / f"{n:02}.txt", text)
    monkeypatch.setattr(build, "_BATCH", 7)
    for processes, name in ((1, "een"), (2, "twee")):
        build_tables([tmp_path / "in"], tmp_path / name, processes=processes)
    for path in (tmp_path / "een").glob("*.parquet"):
        assert path.read_bytes() == (tmp_path / "twee" / path.name).read_bytes(), path.name
    assert len(ids(tmp_path / "twee", "documents", "document_id")) == 30


def test_long_documents_are_written_sooner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from analysis.tables import build

    monkeypatch.setattr(build, "_CHARACTERS", 2 * len(TEXT))
    for n in range(4):
        write(tmp_path / "in" / f"{n}.txt", TEXT.replace("zo?", f"zo in {chr(97 + n) * 8}?"))
    build_tables([tmp_path / "in"], tmp_path / "out", processes=1)
    assert pq.ParquetFile(tmp_path / "out" / "documents.parquet").num_row_groups == 2


def test_files_that_cannot_be_read_do_not_pile_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from analysis.tables import build

    monkeypatch.setattr(build, "_BATCH", 2)
    write(tmp_path / "in" / "a.txt")
    for n in range(5):
        write(tmp_path / "in" / f"leeg {n}.txt", "")
    build_tables([tmp_path / "in"], tmp_path / "out", processes=1)
    assert pq.ParquetFile(tmp_path / "out" / "findings.parquet").num_row_groups == 3


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
    write(folder / "diep" / "b.txt", TEXT + "Echt.")
    write(folder / ".verborgen.txt")
    write(folder / ".map" / "c.txt")
    write(folder / "MANIFEST.csv", "file\n")
    summary = build_tables([folder], tmp_path / "out")
    assert ids(tmp_path / "out", "documents", "document_id") == ["a", "b"]
    findings = read_table(tmp_path / "out", "findings").query("code == 'unreadable'")
    assert list(findings["document_id"]) == ["scan", "leeg"]
    assert set(findings["severity"]) == {"error"}
    assert [reason.split(":")[0] for reason in summary.unread] == ["scan.pdf", "leeg.txt"]
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
