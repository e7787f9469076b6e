"""From a small summary table to a chart: each can be drawn again from its CSV."""

from __future__ import annotations

from analysis.figures.coverage import (
    demissionary_chart,
    shares_chart,
    status_chart,
    trend_chart,
)
from analysis.figures.devices_overview import devices_overview_chart
from analysis.figures.differences import differences_chart
from analysis.figures.evasiveness import device_rates_chart, devices_chart
from analysis.figures.length import length_chart, length_fractie_chart, question_length_chart
from analysis.figures.quality import text_use_chart
from analysis.figures.routes import routes_chart
from analysis.figures.source import source_line
from analysis.figures.timeliness import response_chart, waiting_chart
from analysis.figures.topics import headings_chart, topics_chart
from analysis.figures.topics_fractie import topic_fractie_chart
from analysis.figures.topics_map import map_chart
from analysis.figures.topics_tree import tree_chart

__all__ = [
    "demissionary_chart",
    "device_rates_chart",
    "devices_chart",
    "devices_overview_chart",
    "differences_chart",
    "headings_chart",
    "length_chart",
    "length_fractie_chart",
    "map_chart",
    "question_length_chart",
    "response_chart",
    "routes_chart",
    "shares_chart",
    "source_line",
    "status_chart",
    "text_use_chart",
    "topic_fractie_chart",
    "topics_chart",
    "tree_chart",
    "trend_chart",
    "waiting_chart",
]
