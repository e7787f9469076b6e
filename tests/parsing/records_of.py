"""Text written in a test, read and parsed as a file with that text would be."""

from __future__ import annotations

from hypothesis import settings

from analysis.parsing import Record, parse
from analysis.reading import Source
from analysis.reading.plain_text import blocks_of

STEADY = settings(derandomize=True, deadline=None, max_examples=150)
"""For properties: the same examples in every run, and the first may load the list of words."""


def source_of(text: str) -> Source:
    """Return a text as the source that a file with it would give."""
    return Source("vragen.txt", "0" * 64, text, blocks_of(text))


def record_of(text: str) -> Record:
    """Return what is parsed from a text."""
    return parse(source_of(text))


def answers_of(record: Record) -> dict[tuple[int, ...], str]:
    """Return the texts of the answers by the numbers that they answer."""
    return {answer.numbers: answer.text.text for answer in record.answers}


def codes_of(record: Record) -> list[str]:
    """Return the codes of the findings, without those about a header that a test has none of."""
    return [
        finding.code
        for finding in record.findings
        if finding.code != "counts" and not finding.code.startswith("no_")
    ]
