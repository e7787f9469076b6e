"""Findings in plain words, their numbers written by code from the summary tables."""

from analysis.conclusions.base import Conclusion, publish
from analysis.conclusions.coverage import (
    chosen,
    comparison,
    coverage,
    limits,
    outcomes,
    response,
    silence,
)
from analysis.conclusions.devices import device_errors, devices, reliability
from analysis.conclusions.texts import (
    corpus_topics,
    length,
    state_of_data,
    topics,
)

__all__ = [
    "Conclusion",
    "chosen",
    "comparison",
    "corpus_topics",
    "coverage",
    "device_errors",
    "devices",
    "length",
    "limits",
    "outcomes",
    "publish",
    "reliability",
    "response",
    "silence",
    "state_of_data",
    "topics",
]
