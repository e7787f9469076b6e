"""Showing a result in a notebook and keeping it: charts, findings and tables.

`publish` and `publish_finding` write files that the report is made of, and return an object that
shows itself in the notebook, as accessible HTML or as plain text. `show_table` only shows.
"""

from analysis.publishing.charts import Chart, Published, publish
from analysis.publishing.findings import Finding, publish_finding
from analysis.publishing.tables import (
    Notice,
    ShownTable,
    publish_table,
    show_first,
    show_notice,
    show_table,
)

__all__ = [
    "Chart",
    "Finding",
    "Notice",
    "Published",
    "ShownTable",
    "publish",
    "publish_finding",
    "publish_table",
    "show_first",
    "show_notice",
    "show_table",
]
