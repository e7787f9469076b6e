"""Where a result comes from, told without the clock."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from analysis.errors import AnalysisError
from analysis.report import provenance as module
from analysis.report.provenance import provenance, read_parquet
from analysis.schema import TABLES


def test_sources_tables_and_parameters_are_told(tables: Path) -> None:
    facts = provenance({"minimum": 5, "name": "<b>"}, tables)
    assert facts.sources == {"doc.txt": "ab" * 32}
    assert facts.tables.keys() == TABLES.keys()
    assert (facts.tables["answers"], facts.tables["questions"]) == (1, 2)
    assert {"python", "pandas"} <= facts.versions.keys()
    html = facts._repr_html_()
    assert "ab" * 32 in html
    assert "&lt;b&gt;" in html
    assert "minimum = 5" in repr(facts)


def test_what_is_not_set_is_said_in_words(tables: Path) -> None:
    html = provenance({"folder": None}, tables)._repr_html_()
    assert "niet ingesteld" in html
    assert "None" not in html


def test_of_very_many_sources_the_first_are_listed(tables: Path) -> None:
    facts = provenance({}, tables)
    many = replace(facts, sources={f"{n:03}.txt": "ab" * 32 for n in range(500)})
    html = many._repr_html_()
    assert "De brondocumenten: de eerste 20 van 500" in html
    assert "019.txt" in html
    assert "020.txt" not in html
    assert "... of 500 sources" in repr(many)
    assert len(repr(many)) < 3000


def test_the_commit_is_that_of_the_project_only(tmp_path: Path) -> None:
    def git(*arguments: str) -> str:
        identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        command = ["git", *identity, "-C", str(tmp_path), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    assert module._commit(tmp_path) == (None, False)
    git("init")
    (tmp_path / "inner").mkdir()
    (tmp_path / "a").write_text("1")
    git("add", "a")
    git("commit", "-m", "x")
    commit = git("rev-parse", "HEAD")
    assert module._commit(tmp_path) == (commit, False)
    assert module._commit(tmp_path / "inner") == (None, False)
    (tmp_path / "a").write_text("2")
    assert module._commit(tmp_path) == (commit, True)


def test_a_missing_table_says_what_to_do(tables: Path) -> None:
    (tables / "answers.parquet").unlink()
    with pytest.raises(AnalysisError, match=r"no table 'answers'.*make tables"):
        read_parquet(tables, "answers", ["document_id"])


def test_a_table_that_cannot_be_read_is_named(tables: Path) -> None:
    with pytest.raises(AnalysisError, match="cannot be read as the table 'answers'"):
        read_parquet(tables, "answers", ["no_such_column"])
    (tables / "answers.parquet").write_bytes(b"no parquet")
    with pytest.raises(AnalysisError, match="cannot be read as the table 'answers'"):
        read_parquet(tables, "answers", ["document_id"])
