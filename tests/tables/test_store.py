"""Tables in a folder: written whole or not at all, and read as they were written."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis.errors import AnalysisError
from analysis.schema import TABLES
from analysis.tables import (
    build_tables,
    read_table,
    read_tables,
    read_text,
    read_texts,
    write_tables,
)
from tests.builders import tables_of

Tables = dict[str, pd.DataFrame]


@pytest.fixture
def tables() -> Tables:
    return tables_of(
        [{"number": 1, "asked": ["SP"], "joined": ["BBB"]}, {"number": 2, "section": "Toezicht"}],
        [{"to": [1, 2], "text": "Ja – dat is “zo”.\nEcht."}],
        [{"document_id": "d", "asked_on": "2023-09-22", "cabinet_demissionary": True}],
    )


def test_what_is_read_is_what_was_written(tables: Tables, tmp_path: Path) -> None:
    texts = {"d": "Ja.\u2028Nee\x85.\n\n\ufeffEn \x0c verder\n"}
    write_tables(tables, texts, tmp_path / "out")
    again = read_tables(tmp_path / "out")
    for name, table in tables.items():
        pd.testing.assert_frame_equal(again[name], table)
    assert read_texts(tmp_path / "out") == texts


def test_types_and_nulls_survive_the_way_through_parquet(
    corpus: Tables, corpus_folder: Path
) -> None:
    for name, table in corpus.items():
        stored = pd.read_parquet(corpus_folder / f"{name}.parquet")
        for column in TABLES[name].columns:
            expected = {
                "text": ["str"],
                "integer": ["Int64"] if column.optional else ["int64"],
                "date": ["datetime64[ns]"],
                "boolean": ["boolean"],
            }[column.type]
            assert [str(table[column.name].dtype)] == expected, (name, column.name)
            assert table[column.name].isna().equals(stored[column.name].isna())
            assert column.optional or table[column.name].notna().all()
            assert not (table[column.name] == "").any()


def test_the_file_itself_says_what_a_column_means(tables: Tables, tmp_path: Path) -> None:
    write_tables(tables, {}, tmp_path)
    field = pq.read_schema(tmp_path / "answers.parquet").field("n_words")
    assert field.metadata[b"meaning"].decode().startswith("Words of the answer")
    assert (str(field.type), field.nullable) == ("int64", False)


@pytest.mark.parametrize("broken_at", ["documents", "answers", "askers"])
def test_a_write_that_breaks_off_leaves_the_old_tables(
    tables: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken_at: str
) -> None:
    out = tmp_path / "out"
    write_tables(tables, {"d": "oud"}, out)
    before = {path.name: path.read_bytes() for path in out.glob("*.parquet")}
    write = pq.ParquetWriter.write_table

    def break_off(writer: pq.ParquetWriter, table: pa.Table) -> None:
        if table.column_names == TABLES[broken_at].column_names:
            raise KeyboardInterrupt
        write(writer, table)

    monkeypatch.setattr(pq.ParquetWriter, "write_table", break_off)
    tables["answers"]["text"] = "Nieuw."
    with pytest.raises(KeyboardInterrupt):
        write_tables(tables, {"d": "nieuw"}, out)
    assert {path.name: path.read_bytes() for path in out.glob("*.parquet")} == before
    assert read_text(out, "d") == "oud"
    monkeypatch.undo()
    write_tables(tables, {"d": "nieuw"}, out)  # what was left half-done is in nobody's way
    assert read_table(out, "answers")["text"][0] == "Nieuw."
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_documents_of_an_earlier_run_go(tables: Tables, tmp_path: Path) -> None:
    write_tables(tables, {"d": "een", "weg": "twee"}, tmp_path / "out")
    write_tables(tables, {"d": "een"}, tmp_path / "out")
    assert [path.name for path in (tmp_path / "out" / "texts").iterdir()] == ["d.txt"]


def test_other_files_in_the_folder_are_left_alone(tables: Tables, tmp_path: Path) -> None:
    (tmp_path / "scriptie.docx").write_text("werk van jaren")
    for text in ("een", "twee"):
        write_tables(tables, {"d": text}, tmp_path)
    assert (tmp_path / "scriptie.docx").read_text() == "werk van jaren"
    assert read_text(tmp_path, "d") == "twee"


@pytest.mark.parametrize("name", ["documents.parquet", "texts/notitie.txt", "texts"])
def test_what_somebody_else_made_under_our_names_is_not_replaced(
    tables: Tables, tmp_path: Path, name: str
) -> None:
    mine = tmp_path / name
    mine.parent.mkdir(exist_ok=True)
    if mine.suffix == ".parquet":
        pd.DataFrame({"meting": [1]}).to_parquet(mine)
    else:
        mine.write_text("werk van jaren")
    before = mine.read_bytes()
    with pytest.raises(AnalysisError, match=rf"another file under the name of ours \('{name}'\)"):
        write_tables(tables, {}, tmp_path)
    assert mine.read_bytes() == before


def test_other_files_among_our_texts_stop_the_run(tables: Tables, tmp_path: Path) -> None:
    write_tables(tables, {"d": "een"}, tmp_path)
    (tmp_path / "texts" / "notitie.md").write_text("werk van jaren")
    with pytest.raises(AnalysisError, match=r"notitie\.md"):
        write_tables(tables, {"d": "twee"}, tmp_path)
    assert read_text(tmp_path, "d") == "een"


def test_tables_that_were_replaced_by_half_are_refused_until_made_again(
    tables: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tables(tables, {"d": "een"}, tmp_path)
    moved: list[object] = []

    def replace(source: Path, target: Path) -> None:
        if len(moved) == 3:
            raise KeyboardInterrupt
        moved.append(target)
        shutil.move(source, target)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        write_tables(tables, {"d": "twee"}, tmp_path)
    with pytest.raises(AnalysisError, match="half replaced"):
        read_tables(tmp_path)
    monkeypatch.undo()
    write_tables(tables, {"d": "twee"}, tmp_path)
    assert len(read_tables(tmp_path)["documents"]) == 1


def test_a_file_is_no_folder(tables: Tables, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(AnalysisError, match="this is a file"):
        write_tables(tables, {}, tmp_path / "out")


def test_hidden_files_and_the_working_folder_are_fine(
    tables: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "hier"
    folder.mkdir()
    (folder / ".gitkeep").write_text("")
    monkeypatch.chdir(folder)
    write_tables(tables, {"d": "een"}, Path("."))
    assert read_text(folder, "d") == "een"
    assert (folder / ".gitkeep").exists()


def test_what_cannot_be_read_is_named(tables: Tables, tmp_path: Path) -> None:
    write_tables(tables, {"d": "een"}, tmp_path)
    (tmp_path / "answers.parquet").write_bytes(b"PAR1 en dan niets")
    (tmp_path / "askers.parquet").unlink()
    with pytest.raises(AnalysisError, match=r"answers\.parquet: this is no readable Parquet"):
        read_table(tmp_path, "answers")
    with pytest.raises(AnalysisError, match="there is no table 'askers' here; make it with"):
        read_table(tmp_path, "askers")
    with pytest.raises(AnalysisError, match="no text of document 'e' here"):
        read_text(tmp_path, "e")


def test_tables_of_another_version_are_refused(tables: Tables, tmp_path: Path) -> None:
    write_tables(tables, {}, tmp_path)
    pd.DataFrame({"document_id": ["d"]}).to_parquet(tmp_path / "answers.parquet")
    with pytest.raises(
        AnalysisError, match="table 'answers' is not as declared: column 'answer_id'"
    ):
        read_table(tmp_path, "answers")


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    source = tmp_path / "d.txt"
    source.write_text("Vraag 1\nIs dat zo?\n\nAntwoord\nJa.\n")
    for out in ("een", "twee"):
        build_tables([source], tmp_path / out)
    for path in (tmp_path / "een").glob("*.parquet"):
        assert path.read_bytes() == (tmp_path / "twee" / path.name).read_bytes(), path.name
