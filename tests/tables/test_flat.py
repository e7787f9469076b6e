"""One table in one file: what is read, and that nothing is half written."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis.errors import AnalysisError
from analysis.tables.flat import read_flat, write_flat


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_csv_is_read_as_spreadsheets_write_it(
    tmp_path: Path, separator: str, encoding: str
) -> None:
    path = tmp_path / "pairs.csv"
    lines = [separator.join(("id", "answer")), separator.join(("1", '"Ja, één; twee."'))]
    path.write_text("\n".join(lines), encoding=encoding)
    assert read_flat(path, ("id", "answer")).values.tolist() == [["1", "Ja, één; twee."]]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"id,answer\n1,\xe9\xe9n\n", "no readable CSV file in UTF-8"),
        (b"", "no readable CSV file in UTF-8"),
        (b"id,answer\n1\n", "'question' is missing"),
    ],
)
def test_what_is_no_such_csv_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "pairs.csv"
    path.write_bytes(content)
    with pytest.raises(AnalysisError, match=message):
        read_flat(path, ("id", "question"))


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_what_stood_there_stays_where_writing_fails(tmp_path: Path, ending: str) -> None:
    class Unwritable:
        def __str__(self) -> str:
            raise OSError("no")

    path = tmp_path / f"out.{ending}"
    write_flat(pd.DataFrame({"id": ["a"]}), path)
    before = path.read_bytes()
    with pytest.raises(Exception, match=r"no|Conversion"):
        write_flat(pd.DataFrame({"id": ["b", Unwritable()]}), path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
