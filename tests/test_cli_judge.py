"""The command that judges a file of the user's own."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from analysis.cli import commands

PAIRS = pd.DataFrame(
    {
        "id": ["x:1", "x:2"],
        "question": ["Kent u het bericht over de brug?", "Wanneer gaat de brug open?"],
        "answer": ["Ja.", "Zie het antwoord op vraag 4."],
        "numbers": ["1", "2, 3"],
    }
)
COLUMNS = ["id", "coverage", "clarity", "status", "n_asks", "categories", "evidence"]


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_one_row_per_id_in_both_formats(tmp_path: Path, ending: str) -> None:
    source, out = tmp_path / f"pairs.{ending}", tmp_path / f"judged.{ending}"
    if ending == "csv":
        PAIRS.to_csv(source, index=False)
    else:
        PAIRS.to_parquet(source)
    done = CliRunner().invoke(commands, ["judge", str(source), "--out", str(out)])
    assert done.exit_code == 0, done.output
    judged = pd.read_csv(out) if ending == "csv" else pd.read_parquet(out)
    assert judged.columns.tolist() == COLUMNS
    assert judged["id"].tolist() == ["x:1", "x:2"]
    assert judged["coverage"].tolist() == ["full", "referred"]


@pytest.mark.parametrize(
    ("columns", "out", "message"),
    [
        (["id", "question"], "judged.csv", "'answer' is missing"),
        (["id", "question", "answer"], "judged.xlsx", "ends in .csv or .parquet"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    tmp_path: Path, columns: list[str], out: str, message: str
) -> None:
    PAIRS[columns].to_csv(tmp_path / "pairs.csv", index=False)
    arguments = ["judge", str(tmp_path / "pairs.csv"), "--out", str(tmp_path / out)]
    done = CliRunner().invoke(commands, arguments)
    assert done.exit_code == 1
    assert message in done.output
