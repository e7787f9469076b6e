"""From a small summary table to a chart: each can be drawn again from its CSV."""

from __future__ import annotations

from analysis.figures.coverage import response_chart, routes_chart
from analysis.figures.evasiveness import device_rates_chart, devices_chart
from analysis.figures.length import length_chart, length_fractie_chart, question_length_chart
from analysis.figures.quality import text_use_chart
from analysis.figures.source import source_line
from analysis.figures.topics import headings_chart, topics_chart

__all__ = [
    "device_rates_chart",
    "devices_chart",
    "headings_chart",
    "length_chart",
    "length_fractie_chart",
    "question_length_chart",
    "response_chart",
    "routes_chart",
    "source_line",
    "text_use_chart",
    "topics_chart",
]
