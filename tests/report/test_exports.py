"""Tables for a spreadsheet: nothing in them is a formula, and twice the same bytes."""

import zipfile
from pathlib import Path

import pandas as pd

from analysis.report.exports import write_exports, write_workbook
from analysis.report.runs import Run

HOSTILE = ["=1+1", "+31 6", "-x", "@SUM(A1)", "https://example.org", "gewoon", None]


def frames() -> dict[str, pd.DataFrame]:
    days = pd.to_datetime(pd.Series(["2023-12-11"] * len(HOSTILE)))
    frame = pd.DataFrame({"tekst": HOSTILE, "dag": days, "n": range(len(HOSTILE))})
    return {"answers": frame, "leeg": frame.head(0)}


def contents(path: Path) -> str:
    with zipfile.ZipFile(path) as book:
        return "".join(book.read(name).decode() for name in sorted(book.namelist()))


def test_a_workbook_holds_texts_numbers_and_days_and_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "new" / "tables.xlsx"
    write_workbook(path, frames())
    found = contents(path)
    assert "<f>" not in found
    assert "<hyperlink" not in found
    for text in ("'=1+1", "'+31 6", "'-x", "'@SUM(A1)", "https://example.org", "gewoon"):
        assert f"{text}</t>" in found
    assert "<v>45271</v>" in found  # 11 December 2023
    assert '<sheet name="leeg"' in found


def test_a_workbook_is_the_same_twice(tmp_path: Path) -> None:
    write_workbook(tmp_path / "a.xlsx", frames())
    write_workbook(tmp_path / "b.xlsx", frames())
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_text_too_long_for_a_cell_is_cut_and_says_so(tmp_path: Path) -> None:
    write_workbook(tmp_path / "a.xlsx", {"t": pd.DataFrame({"x": ["w" * 40_000]})})
    found = contents(tmp_path / "a.xlsx")
    assert "w … [cut: the CSV has all]</t>" in found
    assert "w" * 32_767 not in found


def test_only_what_a_run_asks_for_is_written(tmp_path: Path) -> None:
    write_exports(tmp_path / "none", frames(), Run(title="x"))
    assert not (tmp_path / "none").exists()
    write_exports(tmp_path / "csv", frames(), Run(title="x", build=["csv"]))
    assert sorted(path.name for path in (tmp_path / "csv").iterdir()) == ["answers.csv", "leeg.csv"]
    assert "'=1+1," in (tmp_path / "csv" / "answers.csv").read_text(encoding="utf-8")
