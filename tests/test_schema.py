"""The schema and what follows from it."""

from __future__ import annotations

from analysis.paths import project_root
from analysis.schema import TABLES
from analysis.tables.dictionary import data_dictionary


def test_the_data_dictionary_is_that_of_the_schema() -> None:
    page = project_root() / "data" / "README.md"
    assert page.read_text(encoding="utf-8") == data_dictionary(), (
        "data/README.md is old: python -m analysis.tables.dictionary > data/README.md"
    )


def test_a_table_refers_only_to_tables_before_it() -> None:
    seen: set[str] = set()
    for table in TABLES.values():
        for column in table.columns:
            assert column.refers_to is None or column.refers_to in seen, (table.name, column.name)
        seen.add(table.name)


def test_a_key_is_made_of_columns() -> None:
    for table in TABLES.values():
        assert set(table.key) <= set(table.column_names), table.name
